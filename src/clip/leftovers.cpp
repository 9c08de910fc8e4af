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

std::string in_words(Range range) {
    return fmt::format("{}-{}", format_time(range.in), format_time(range.out));
}

// What one transcript says in the place of a part.
struct Told {
    const Revision& revision;
    std::vector<captions::Cue> cues;  // a little more than the part shows
    std::vector<Said> found;
    std::vector<std::size_t> in_cue;  // how many terms, and pieces of terms, each cue holds
};

Told told(const archive::Archive& archive, const Revision& revision, Range shown, const captions::TermSet& terms) {
    Told t{revision, archive.cues(revision.transcript.id, around(shown)), {}, {}};
    t.found = said(t.cues, terms);
    t.in_cue.resize(t.cues.size());
    for (const auto& one : t.found) {
        if (one.pieces.empty()) ++t.in_cue[one.cue];
        for (const auto& piece : one.pieces) ++t.in_cue[piece.cue];
    }
    return t;
}

// What of a term goes out, and how surely.
struct GoingOut {
    Range range;
    std::string text;
    Likeness likeness = Likeness::exact;
    std::string beside;  // of a half: where the rest of it is
};

// A name that lies in one cue, or all of whose cues go out, is one. Else each cue that goes out is: the whole name was
// said, so what is left of it tells it, however short or common the word.
std::vector<GoingOut> going_out_of(const Said& one, const Told& t, const std::vector<Range>& sound,
                                   const std::vector<archive::Redaction>& redactions) {
    const auto likeness_in = [&](std::size_t cue) {
        const bool handled = may_be_handled(t.cues[cue], t.in_cue[cue], redactions);
        return !t.revision.is_latest || handled ? Likeness::near : one.found.likeness;
    };
    const auto text_of = [&](std::size_t cue, std::size_t offset, std::size_t length) {
        return t.cues[cue].text.substr(offset, length);
    };
    if (one.pieces.empty()) {
        if (!archive::any_overlaps(sound, one.range)) return {};
        return {{one.range, text_of(one.cue, one.found.offset, one.found.length), likeness_in(one.cue), {}}};
    }
    std::vector<GoingOut> halves;
    GoingOut whole{one.range, {}, Likeness::near, {}};
    for (const auto& piece : one.pieces) {
        if (!archive::any_overlaps(sound, piece.range)) continue;
        halves.push_back({piece.range, text_of(piece.cue, piece.offset, piece.length), likeness_in(piece.cue), {}});
        whole.text += (whole.text.empty() ? "" : " ") + halves.back().text;
        if (halves.back().likeness == Likeness::exact) whole.likeness = Likeness::exact;
    }
    if (halves.size() == one.pieces.size()) return {whole};
    for (auto& half : halves)
        half.beside = fmt::format(
            "; a part of it, of which the rest, within {}, is taken out or not shown: take this out as well",
            in_words(one.range));
    return halves;
}

void add_said(const archive::Archive& archive, const archive::Clip& clip, const archive::ClipPart& part,
              const Terms& terms, const archive::Vault& vault, std::vector<Leftover>& all) {
    const auto sound = heard(archive, clip, part);
    if (sound.empty()) return;
    const auto redactions = archive.redactions(part.recording);
    const auto position = archive.recording(part.recording).position;
    for (const auto& revision : transcripts_of(archive, part)) {
        const auto t = told(archive, revision, part.range, terms.set);
        for (const auto& one : t.found) {
            for (auto& out : going_out_of(one, t, sound, redactions)) {
                Leftover left;
                left.place =
                    fmt::format("recording {} of {} at {} ({}{}{})", position, without_terms(part.interview, vault),
                                in_words(out.range), revision.transcript.language,
                                revision.is_latest ? "" : fmt::format(", in revision {}", revision.transcript.revision),
                                out.beside);
                left.kind = terms.terms[one.found.term].kind;
                left.likeness = out.likeness;
                left.text = std::move(out.text);
                left.term = terms.terms[one.found.term].text;
                left.said = out.range;
                left.interview = part.interview;
                left.recording = part.recording;
                all.push_back(std::move(left));
            }
        }
    }
}

void add_written(const PlacedText& text, const Terms& terms, const archive::Vault& vault, std::vector<Leftover>& all) {
    for (const auto& found : terms.set.all(text.text)) {
        Leftover left;
        left.place = without_terms(text.place, vault);
        left.of_destination = text.of_destination;
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
