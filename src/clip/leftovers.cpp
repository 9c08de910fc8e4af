#include "clip/leftovers.h"

#include <algorithm>

#include <fmt/format.h>

#include "archive/ranges.h"
#include "clip/plan_words.h"
#include "clip/protected_terms.h"
#include "clip/spoken.h"
#include "clip/wording.h"
#include "core/error.h"

namespace counterclip::clip {

namespace {

using captions::Likeness;

struct Terms {
    std::vector<archive::ProtectedTerm> terms;
    captions::TermSet set;
};

Terms terms_of(const archive::Vault& vault) {
    auto terms = vault.terms();
    std::vector<std::string> texts;
    for (const auto& term : terms) texts.push_back(term.text);
    return {std::move(terms), captions::TermSet(texts)};
}

// What is taken out of the sound of a recording in this clip.
std::vector<Range> taken_out(const archive::Archive& archive, const archive::ClipPart& part, bool omit_details) {
    std::vector<Range> out;
    for (const auto& r : archive.redactions(part.recording)) out.push_back(guarded(r.range, part.range));
    for (const auto& s : archive.segments(part.interview))
        if (s.recording == part.recording && (s.incriminating || (s.identifying && omit_details)))
            out.push_back(s.range);
    return archive::joined(std::move(out));
}

std::vector<Range> heard(const archive::Archive& archive, const archive::Clip& clip, const archive::ClipPart& part) {
    if (!archive.recording(part.recording).has_sound) return {};
    const auto asked = consent::requirements(archive.latest_consent(part.interview), consent::use_from(clip.purpose));
    return archive::outside(part.range, taken_out(archive, part, asked.omit_details));
}

// The latest revision of each language.
std::vector<archive::Transcript> transcripts_of(const archive::Archive& archive, const archive::ClipPart& part) {
    std::map<std::string, archive::Transcript> latest;
    for (const auto& t : archive.transcripts(part.interview))
        if (t.recording == part.recording && (!latest.contains(t.language) || latest[t.language].revision < t.revision))
            latest[t.language] = t;
    std::vector<archive::Transcript> all;
    for (auto& [language, t] : latest) all.push_back(std::move(t));
    return all;
}

bool is_handled(const captions::Cue& cue, std::size_t terms, const std::vector<archive::Redaction>& redactions) {
    if (!cue.words.empty()) return false;
    const auto inside = std::count_if(redactions.begin(), redactions.end(),
                                      [&](const auto& r) { return overlaps(r.range, cue.range); });
    return static_cast<std::size_t>(inside) >= terms;
}

void add_said(const archive::Archive& archive, const archive::Clip& clip, const archive::ClipPart& part,
              const Terms& terms, const archive::Vault& vault, std::vector<Leftover>& all) {
    const auto going_out = heard(archive, clip, part);
    if (going_out.empty()) return;
    const auto redactions = archive.redactions(part.recording);
    const auto position = archive.recording(part.recording).position;
    for (const auto& transcript : transcripts_of(archive, part)) {
        const auto cues = archive.cues(transcript.id, part.range);
        const auto found = said(cues, terms.set);
        for (const auto& one : found) {
            const auto in_cue =
                std::count_if(found.begin(), found.end(), [&](const auto& f) { return f.cue == one.cue; });
            const auto& cue = cues[one.cue];
            if (!archive::any_overlaps(going_out, one.range) ||
                is_handled(cue, static_cast<std::size_t>(in_cue), redactions))
                continue;
            Leftover left;
            left.place = fmt::format("recording {} of {} at {}-{}", position, without_terms(part.interview, vault),
                                     format_time(one.range.in), format_time(one.range.out));
            left.kind = terms.terms[one.found.term].kind;
            left.likeness = one.found.likeness;
            left.text = cue.text.substr(one.found.offset, one.found.length);
            left.term = terms.terms[one.found.term].text;
            left.said = one.range;
            left.interview = part.interview;
            left.recording = part.recording;
            all.push_back(std::move(left));
        }
    }
}

void add_written(const PlacedText& text, const Terms& terms, const archive::Vault& vault, std::vector<Leftover>& all) {
    for (const auto& found : terms.set.all(text.text)) {
        Leftover left;
        left.place = without_terms(text.place, vault);
        left.kind = terms.terms[found.term].kind;
        left.likeness = found.likeness;
        left.text = text.text.substr(found.offset, found.length);
        left.term = terms.terms[found.term].text;
        all.push_back(std::move(left));
    }
}

// Captions that cannot be made have no places: whoever renders is told why.
std::vector<PlacedText> captions_that_leave(const archive::Archive& archive, const archive::Clip& clip,
                                            const archive::Vault& vault) {
    std::vector<PlacedText> texts;
    if (clip.language.empty()) return texts;
    try {
        for (const auto& [cue, redacted, substituted] : captions_of_clip(archive, clip, Time{}, &vault)) {
            const auto place = fmt::format("the caption at {} of what is shown", format_time(cue.range.in));
            texts.push_back({place, cue.text});
            texts.push_back({place, cue.speaker});
        }
    } catch (const Error&) {
        texts.clear();
    }
    return texts;
}

std::vector<archive::ClipPart> parts_of(const archive::Archive& archive, const archive::Clip& clip) {
    try {
        return parts_without_cuts(archive, clip);
    } catch (const Error&) {  // nothing is left
        return {};
    }
}

}  // namespace

std::vector<Leftover> leftovers(const archive::Archive& archive, const archive::Clip& clip, const archive::Vault& vault,
                                bool voice_is_gone, const std::optional<consent::DestinationFacts>& destination) {
    const auto terms = terms_of(vault);
    std::vector<Leftover> all;
    for (const auto& text : texts_that_leave(clip, destination)) add_written(text, terms, vault, all);
    for (const auto& text : captions_that_leave(archive, clip, vault)) add_written(text, terms, vault, all);
    if (voice_is_gone) return all;
    for (const auto& part : parts_of(archive, clip)) add_said(archive, clip, part, terms, vault, all);
    return all;
}

std::vector<Time> unheard_of_parts(const archive::Archive& archive, const archive::Clip& clip, bool voice_is_gone) {
    std::vector<Time> all;
    for (const auto& part : clip.parts) {
        all.emplace_back();
        if (voice_is_gone) continue;
        std::vector<captions::Cue> cues;
        for (const auto& transcript : transcripts_of(archive, part))
            for (auto& cue : archive.cues(transcript.id, part.range)) cues.push_back(std::move(cue));
        all.back() = archive::length(unheard(heard(archive, clip, part), cues));
    }
    return all;
}

std::string in_words(const Leftover& leftover) {
    const auto what = what_it_is(leftover.kind);
    const auto where = fmt::format("{} {}", leftover.said ? "said in" : "in", leftover.place);
    return leftover.likeness == Likeness::exact ? fmt::format("{} {}", what, where)
                                                : fmt::format("something like {} {}", what, where);
}

}  // namespace counterclip::clip
