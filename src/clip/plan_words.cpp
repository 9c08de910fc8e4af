#include "clip/plan_words.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "archive/ranges.h"
#include "clip/spoken.h"
#include "clip/wording.h"
#include "core/error.h"
#include "core/hash.h"

namespace counterclip::clip {

std::vector<archive::ClipPart> parts_without_cuts(const archive::Archive& archive, const archive::Clip& clip) {
    std::vector<archive::ClipPart> left;
    for (const auto& part : clip.parts) {
        std::vector<Range> cuts;
        for (const auto& r : archive.redactions(part.recording))
            if (r.how == archive::Removal::cut && overlaps(r.range, part.range))
                cuts.push_back(guarded(r.range, part.range));
        for (const auto& range : archive::outside(part.range, archive::joined(std::move(cuts)))) {
            left.push_back(part);
            left.back().range = range;
        }
    }
    if (left.empty())
        throw Error(fmt::format("plan clip '{}'", clip.code),
                    "redactions cut out all of it; take it back, or show something else");
    return left;
}

void plan_redactions(PlannedPart& part, const std::vector<archive::Redaction>& redactions) {
    for (const auto& r : redactions) {
        const auto range = guarded(r.range, part.range);
        if (r.how == archive::Removal::cut || is_empty(range)) continue;
        const auto cover = r.how == archive::Removal::bleep ? voice::Cover::bleep : voice::Cover::silence;
        part.redactions.push_back({{range.in - part.range.in, range.out - part.range.in}, cover});
        if (r.hides_picture) part.hidden_whole.push_back(range);
    }
}

bool needs_words(const archive::Clip& clip) {
    return clip.captions != archive::CaptionMode::none || clip.treatments.disguise == voice::Disguise::revoice;
}

std::vector<Worded> captions_of_clip(const archive::Archive& archive, const archive::Clip& clip, Time first_part_at,
                                     const archive::Vault* vault) {
    if (!needs_words(clip)) return {};
    std::vector<Shown> shown;
    Time at = first_part_at;
    for (const auto& part : parts_without_cuts(archive, clip)) {
        const auto asked =
            consent::requirements(archive.latest_consent(part.interview), consent::use_from(clip.purpose));
        shown.push_back({part.interview, part.recording, archive.recording(part.recording).position, part.range, at,
                         asked.omit_details});
        at += duration(part.range);
    }
    return captions_of(archive, clip.code, clip.language, shown, vault);
}

void plan_captions(Plan& plan, const archive::Archive& archive, const archive::Clip& clip,
                   const archive::Vault* vault) {
    plan.language = clip.language;
    for (auto& one : captions_of_clip(archive, clip, plan.card_length, vault))
        plan.captions.push_back(std::move(one.cue));
}

std::string captions_sha256(const Plan& plan) {
    if (plan.language.empty()) return {};
    nlohmann::json j{{"language", plan.language}, {"cues", nlohmann::json::array()}};
    for (const auto& cue : plan.captions)
        j["cues"].push_back({cue.range.in.count(), cue.range.out.count(), cue.text, cue.speaker});
    return sha256(j.dump());
}

}  // namespace counterclip::clip
