#include "clip/plan_words.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "archive/ranges.h"
#include "captions/layout.h"
#include "clip/caption_layout.h"
#include "clip/looks.h"
#include "clip/shape.h"
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

Time card_length(const archive::Clip& clip, const captions::Look& look) {
    return clip.card.empty() || media::preset(clip.preset).still ? Time::zero() : look.card_length;
}

std::vector<Worded> said_in_clip(const archive::Archive& archive, const archive::Clip& clip, Time first_part_at,
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

namespace {

captions::Canvas canvas_of(const media::Preset& preset, int width, int height) {
    return {width, height, preset.room_below, preset.room_right};
}

// As the plan will have it.
captions::Canvas canvas_of(const archive::Archive& archive, const archive::Clip& clip) {
    const auto& preset = media::preset(clip.preset);
    std::filesystem::path first_picture;
    for (const auto& part : parts_without_cuts(archive, clip)) {
        const auto recording = archive.recording(part.recording);
        if (preset.still || !recording.has_picture) continue;
        first_picture = archive.path(recording.file);
        break;
    }
    const auto shape = shape_of(preset, first_picture);
    return canvas_of(preset, shape.width, shape.height);
}

std::vector<captions::Cue> cues_of(std::vector<Worded> words) {
    std::vector<captions::Cue> cues;
    for (auto& one : words) cues.push_back(std::move(one.cue));
    return cues;
}

}  // namespace

std::vector<Worded> captions_of_clip(const archive::Archive& archive, const archive::Clip& clip, Time first_part_at,
                                     const archive::Vault* vault) {
    const auto said = said_in_clip(archive, clip, first_part_at, vault);
    if (said.empty() || clip.captions != archive::CaptionMode::burned) return as_read(said, clip.captions, {}, {});
    try {
        return as_read(said, clip.captions, canvas_of(archive, clip), find_look(archive.folder(), clip.look));
    } catch (const Error&) {  // an original or a look is gone: whoever renders is told so
        return laid_out(said);
    }
}

void plan_captions(Plan& plan, const archive::Archive& archive, const archive::Clip& clip,
                   const archive::Vault* vault) {
    plan.language = clip.language;
    auto said = said_in_clip(archive, clip, plan.card_length, vault);
    plan.captions = cues_of(as_read(said, clip.captions, canvas_of(plan.preset, plan.width, plan.height), plan.look));
    plan.said = cues_of(std::move(said));
}

std::vector<std::string> hard_to_read(const Plan& plan) {
    if (plan.caption_mode == archive::CaptionMode::none) return {};
    return captions::reading_remarks(plan.captions);
}

std::vector<std::string> hard_to_read(const archive::Archive& archive, const archive::Clip& clip,
                                      const archive::Vault* vault) {
    if (clip.captions == archive::CaptionMode::none) return {};
    try {
        const auto first_part_at = card_length(clip, find_look(archive.folder(), clip.look));
        return captions::reading_remarks(cues_of(captions_of_clip(archive, clip, first_part_at, vault)));
    } catch (const Error&) {  // without them there is nothing to read, and whoever renders is told why
        return {};
    }
}

std::string wording_sha256(const Plan& plan) {
    if (plan.language.empty()) return {};
    nlohmann::json j{{"language", plan.language}, {"cues", nlohmann::json::array()}};
    for (const auto& cue : plan.said)
        j["cues"].push_back({cue.range.in.count(), cue.range.out.count(), cue.text, cue.speaker});
    return sha256(j.dump());
}

}  // namespace counterclip::clip
