#include "cli/clip_changes.h"

#include <fmt/format.h>

#include "cli/output.h"
#include "cli/records_json.h"

namespace counterclip::cli {

namespace {

std::string part_in_words(const archive::ClipPart& p, const archive::Archive& archive) {
    auto words = fmt::format("{}:{}:{}", p.interview, archive.recording(p.recording).position, format_range(p.range));
    if (p.segment) words += fmt::format(" (segment {})", *p.segment);
    if (p.sound_track != 1 || p.sound_side != archive::Side::all)
        words += fmt::format(" sound {}:{}", p.sound_track, to_string(p.sound_side));
    return words;
}

std::string parts_in_words(const archive::Clip& clip, const archive::Archive& archive) {
    std::vector<std::string> parts;
    for (const auto& part : clip.parts) parts.push_back(part_in_words(part, archive));
    return joined(parts);
}

// A drawn voice is drawn anew; what from is told nowhere.
std::string disguise_in_words(const archive::Treatments& t, bool drawn_anew) {
    return voice::to_string(t.disguise) + (drawn_anew ? ", drawn anew" : "");
}

}  // namespace

std::vector<ClipChange> changes_of(const archive::Clip& b, const archive::Clip& a, const archive::Archive& archive) {
    const auto& was = b.treatments;
    const auto& is = a.treatments;
    const bool drawn_anew = was.disguise == is.disguise && was.voice_seed != is.voice_seed;
    std::vector<ClipChange> all{
        {"parts", parts_in_words(b, archive), parts_in_words(a, archive)},
        {"title", b.title, a.title},
        {"card", b.card, a.card},
        {"lower third", b.lower_third, a.lower_third},
        {"end card", b.end_card, a.end_card},
        {"preset", b.preset, a.preset},
        {"framing", to_string(b.framing), to_string(a.framing)},
        {"look", b.look, a.look},
        {"language", b.language, a.language},
        {"captions", to_string(b.captions), to_string(a.captions)},
        {"purpose", b.purpose, a.purpose},
        {"variant of", b.variant_of, a.variant_of},
        {"hide faces", yes_no(was.hide_faces), yes_no(is.hide_faces)},
        {"style", faces::to_string(was.style), faces::to_string(is.style)},
        {"tone", faces::to_string(was.tone), faces::to_string(is.tone)},
        {"disguise", disguise_in_words(was, false), disguise_in_words(is, drawn_anew)},
        {"voice", was.voice, is.voice},
        {"only subject", yes_no(was.only_subject), yes_no(is.only_subject)},
        {"cover", word(was.cover), word(is.cover)},
    };
    std::erase_if(all, [](const ClipChange& change) { return change.from == change.to; });
    return all;
}

}  // namespace counterclip::cli
