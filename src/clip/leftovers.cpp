#include "clip/leftovers.h"

#include <algorithm>

#include <fmt/format.h>

#include "archive/ranges.h"
#include "clip/plan_words.h"
#include "clip/protected_terms.h"
#include "clip/spared.h"
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
        if (s.recording == part.recording && is_taken_out(s, omit_details)) out.push_back(guarded(s.range, part.range));
    return archive::joined(std::move(out));
}

// Where the voice is taken out, only what is spared of others is heard of the recording.
std::vector<Range> heard(const archive::Archive& archive, const archive::Clip& clip, const archive::ClipPart& part) {
    if (!archive.recording(part.recording).has_sound) return {};
    const auto& treated = clip.treatments;
    const auto asked = consent::requirements(archive.latest_consent(part.interview), consent::use_from(clip.purpose));
    const auto out = taken_out(archive, part, asked.omit_details);
    if (!voice::takes_voice_out(treated.disguise)) return archive::outside(part.range, out);
    std::vector<Range> all;
    if (!treated.only_subject || treated.disguise == voice::Disguise::dub) return all;
    for (const auto& spared : spared_stretches(archive, part.recording, part.range))
        for (const auto& left : archive::outside({part.range.in + spared.in, part.range.in + spared.out}, out))
            all.push_back(left);
    return all;
}

struct Revision {
    archive::Transcript transcript;
    bool is_latest = false;  // of its language
};

// Earlier revisions too: a retranslation that leaves a name out does not take it out of the sound.
std::vector<Revision> transcripts_of(const archive::Archive& archive, const archive::ClipPart& part) {
    std::vector<Revision> all;
    std::map<std::string, int> latest;
    for (auto& t : archive.transcripts(part.interview)) {
        if (t.recording != part.recording) continue;
        latest[t.language] = std::max(latest[t.language], t.revision);
        all.push_back({std::move(t)});
    }
    for (auto& one : all) one.is_latest = one.transcript.revision == latest[one.transcript.language];
    return all;
}

// Without the times of words nobody but a listener knows whether it is the name that a redaction within the cue takes
// out: it is no longer said for certain, and still to be listened to.
bool may_be_handled(const captions::Cue& cue, std::size_t terms, const std::vector<archive::Redaction>& redactions) {
    if (!cue.words.empty()) return false;
    std::vector<Range> inside;
    for (const auto& r : redactions)
        if (contains(cue.range, r.range)) inside.push_back(r.range);
    return archive::joined(std::move(inside)).size() >= terms;
}

void add_said(const archive::Archive& archive, const archive::Clip& clip, const archive::ClipPart& part,
              const Terms& terms, const archive::Vault& vault, std::vector<Leftover>& all) {
    const auto going_out = heard(archive, clip, part);
    if (going_out.empty()) return;
    const auto redactions = archive.redactions(part.recording);
    const auto position = archive.recording(part.recording).position;
    for (const auto& [transcript, is_latest] : transcripts_of(archive, part)) {
        const auto cues = archive.cues(transcript.id, part.range);
        const auto found = said(cues, terms.set);
        for (const auto& one : found) {
            const auto in_cue =
                std::count_if(found.begin(), found.end(), [&](const auto& f) { return f.cue == one.cue; });
            const auto& cue = cues[one.cue];
            if (!archive::any_overlaps(going_out, one.range)) continue;
            Leftover left;
            left.place =
                fmt::format("recording {} of {} at {}-{} ({}{})", position, without_terms(part.interview, vault),
                            format_time(one.range.in), format_time(one.range.out), transcript.language,
                            is_latest ? "" : fmt::format(", in revision {}", transcript.revision));
            left.kind = terms.terms[one.found.term].kind;
            left.likeness = one.found.likeness;
            if (!is_latest || may_be_handled(cue, static_cast<std::size_t>(in_cue), redactions))
                left.likeness = Likeness::near;
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

std::vector<archive::ClipPart> parts_of(const archive::Archive& archive, const archive::Clip& clip) {
    try {
        return parts_without_cuts(archive, clip);
    } catch (const Error&) {  // nothing is left
        return {};
    }
}

// Captions without a transcript have no places: whoever renders is told so. What else goes wrong is no reason to say
// that no name is in them.
std::vector<PlacedText> captions_that_leave(const archive::Archive& archive, const archive::Clip& clip,
                                            const archive::Vault& vault) {
    std::vector<PlacedText> texts;
    if (clip.language.empty()) return texts;
    const auto parts = parts_of(archive, clip);
    const bool can_be_made = !parts.empty() && std::ranges::all_of(parts, [&](const auto& part) {
        return archive.latest_transcript(part.recording, clip.language).has_value();
    });
    if (!can_be_made) return texts;
    const auto add = [&](const captions::Cue& cue) {
        const auto place = fmt::format("the caption at {} of what is shown", format_time(cue.range.in));
        texts.push_back({place, cue.text});
        texts.push_back({place, cue.speaker});
    };
    for (const auto& one : captions_of_clip(archive, clip, Time{}, &vault)) add(one.cue);
    // What a voice speaks is not laid out: what is read as two captions may be said as one.
    if (clip.captions == archive::CaptionMode::none || clip.treatments.disguise != voice::Disguise::revoice)
        return texts;
    for (const auto& one : said_in_clip(archive, clip, Time{}, &vault)) {
        const bool is_read = std::ranges::any_of(texts, [&](const auto& text) { return text.text == one.cue.text; });
        if (!is_read) add(one.cue);
    }
    return texts;
}

}  // namespace

std::vector<Leftover> leftovers(const archive::Archive& archive, const archive::Clip& clip, const archive::Vault& vault,
                                const std::optional<consent::DestinationFacts>& destination) {
    const auto terms = terms_of(vault);
    std::vector<Leftover> all;
    for (const auto& text : texts_that_leave(clip, destination)) add_written(text, terms, vault, all);
    for (const auto& text : captions_that_leave(archive, clip, vault)) add_written(text, terms, vault, all);
    for (const auto& part : parts_of(archive, clip)) add_said(archive, clip, part, terms, vault, all);
    return all;
}

std::vector<Time> unheard_of_parts(const archive::Archive& archive, const archive::Clip& clip) {
    std::vector<Time> all;
    for (const auto& part : clip.parts) {
        all.emplace_back();
        // Nobody wrote down what a dubbing track says, and it may be the recording itself.
        if (clip.treatments.disguise == voice::Disguise::dub) {
            all.back() = duration(part.range);
            continue;
        }
        std::vector<captions::Cue> cues;
        for (const auto& [transcript, is_latest] : transcripts_of(archive, part))
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
