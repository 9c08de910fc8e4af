#include "clip/hide.h"

#include <cmath>
#include <fstream>
#include <numbers>

#include <fmt/format.h>

#include "clip/render.h"
#include "core/error.h"
#include "core/staged_file.h"
#include "media/probe.h"

namespace fs = std::filesystem;

namespace counterclip::clip {

namespace {

// Sound often outlives the picture by a little; half a second of missing picture is a recording that was cut off.
constexpr Time noticeably_short = std::chrono::milliseconds(500);

std::string doing(const HideRequest& request) {
    return fmt::format("hide faces in {}", request.in.string());
}

media::Preset chosen_preset(const HideRequest& request) {
    const auto ending = request.out.extension().string();
    const bool webm = ending == ".webm";
    if (!webm && ending != ".mp4")
        throw Error(fmt::format("write {}", request.out.string()), "the name must end in .mp4 or .webm",
                    ErrorKind::usage);
    if (request.preset.empty())
        return {"as the source", "",    webm ? media::Container::webm : media::Container::mp4, 0, webm ? 31 : 20,
                "superfast",     128000};
    auto chosen = media::preset(request.preset);
    if ((chosen.container == media::Container::webm) != webm)
        throw Error(fmt::format("write {}", request.out.string()),
                    fmt::format("the preset '{}' makes another kind of file than {}", chosen.name, ending),
                    ErrorKind::usage);
    return chosen;
}

void refuse_bad_targets(const HideRequest& request) {
    std::error_code ignored;
    if (fs::equivalent(request.in, request.out, ignored))
        throw Error(doing(request), "the target is the source itself; name another file", ErrorKind::usage);
    if (!request.replace && fs::exists(request.out, ignored))
        throw Error(fmt::format("write {}", request.out.string()), "it exists already; --force replaces it");
    if (!request.masks_csv) return;
    const auto& masks = *request.masks_csv;
    if (fs::equivalent(request.in, masks, ignored) || fs::equivalent(request.out, masks, ignored) ||
        masks.lexically_normal() == request.out.lexically_normal())
        throw Error(fmt::format("write {}", masks.string()),
                    "--masks names the source or the target; name another file", ErrorKind::usage);
    if (!request.replace && fs::exists(masks, ignored))
        throw Error(fmt::format("write {}", masks.string()), "it exists already; --force replaces it");
}

Range chosen_range(const HideRequest& request, const media::MediaInfo& info) {
    const Range range{request.from.value_or(Time::zero()), request.to.value_or(info.duration)};
    const auto length = format_time(info.duration);
    if (range.in >= info.duration)
        throw Error(doing(request), fmt::format("--in {} lies beyond its end at {}", format_time(range.in), length),
                    ErrorKind::usage);
    if (range.out > info.duration)
        throw Error(doing(request), fmt::format("--out {} lies beyond its end at {}", format_time(range.out), length),
                    ErrorKind::usage);
    if (is_empty(range))
        throw Error(doing(request),
                    fmt::format("--out {} is not after --in {}", format_time(range.out), format_time(range.in)),
                    ErrorKind::usage);
    return range;
}

// What an earlier run left that was killed.
void sweep_beside(const fs::path& target) {
    sweep_staging(target.has_parent_path() ? target.parent_path() : ".");
}

PlannedPart one_part(const HideRequest& request, const media::MediaInfo& info, Range range,
                     const faces::Analysis& analysis) {
    PlannedPart part;
    part.file = request.in;
    part.range = range;
    part.whole_file = !request.from && !request.to;
    part.has_sound = !info.audio.empty();
    part.masks = std::make_shared<faces::Masks>(analysis.tracks, analysis.gaps, analysis.shot_changes, analysis.ranges,
                                                request.mask);
    return part;
}

Plan plan_of_one(const HideRequest& request, const media::MediaInfo& info, const media::Preset& preset,
                 PlannedPart part) {
    const auto& track = info.video.front();
    Plan plan;
    plan.clip = request.in.string();
    plan.preset = preset;
    plan.width = track.width;
    plan.height = track.height;
    if (preset.max_height > 0 && track.height > preset.max_height) {
        plan.height = preset.max_height;
        plan.width = std::max(2, static_cast<int>(std::lround(1.0 * track.width * plan.height / track.height / 2)) * 2);
    }
    // H.264 in 4:2:0 holds even sizes only: an odd source loses less than a px of its width or height.
    if (preset.container == media::Container::mp4) {
        plan.width = std::max(2, plan.width & ~1);
        plan.height = std::max(2, plan.height & ~1);
    }
    plan.format = track.bit_depth > 8 ? media::PixelFormat::yuv420p10 : media::PixelFormat::yuv420p8;
    plan.colour = track.colour;
    plan.sample_aspect = track.sample_aspect;
    plan.time_base = track.time_base;
    if (track.frame_rate.num > 0) plan.frame_rate = track.frame_rate;
    plan.obscure = request.obscure;
    plan.sound = part.has_sound;
    plan.levels = false;  // the sound stays as it is
    if (plan.sound) {
        plan.sample_rate = info.audio.front().sample_rate;
        plan.channels = std::min(2, info.audio.front().channels);
    }
    plan.parts.push_back(std::move(part));
    return plan;
}

// One line for each hidden ellipse: frame,x,y,w,h. A frame hidden whole is the ellipse around it.
class MaskTable {
  public:
    MaskTable(const fs::path& target, int width, int height) : staged_(target), out_(staged_.path()) {
        out_ << "frame,x,y,w,h\n";
        const float root2 = std::numbers::sqrt2_v<float>;
        around_ = {static_cast<float>(width) / 2, static_cast<float>(height) / 2, static_cast<float>(width) / 2 * root2,
                   static_cast<float>(height) / 2 * root2, 0};
    }
    void add(std::int64_t frame, const faces::FrameMask& mask) {
        if (mask.whole) return add(frame, around_);
        for (const auto& ellipse : mask.ellipses) add(frame, ellipse);
    }
    void commit() {
        out_.close();
        if (!out_) throw Error(fmt::format("write {}", staged_.target().string()), "the disk took not all of it");
        staged_.commit(Existing::replace);
    }

  private:
    void add(std::int64_t frame, const faces::Ellipse& ellipse) {
        const auto box = faces::bounding_box(ellipse);
        out_ << fmt::format("{},{:.1f},{:.1f},{:.1f},{:.1f}\n", frame, box.x, box.y, box.w, box.h);
    }
    Staged staged_;
    std::ofstream out_;
    faces::Ellipse around_;
};

}  // namespace

HideResult hide(const HideRequest& request, const std::vector<faces::DetectorModel>& models, Progress& progress) {
    const auto preset = chosen_preset(request);
    const auto info = media::probe(request.in);
    if (info.video.empty()) throw Error(doing(request), "it holds sound only; there is no face to hide");
    refuse_bad_targets(request);
    const auto range = chosen_range(request, info);
    sweep_beside(request.out);
    if (request.masks_csv) sweep_beside(*request.masks_csv);
    Staged staged(request.out);  // before the long work, so that a folder that cannot be written is told at once
    std::optional<MaskTable> table;
    if (request.masks_csv) table.emplace(*request.masks_csv, info.video.front().width, info.video.front().height);

    const bool whole = !request.from && !request.to;
    const auto analysis =
        faces::analyse(request.in, whole ? std::vector<Range>{} : std::vector{range}, models, {}, progress);
    const auto plan = plan_of_one(request, info, preset, one_part(request, info, range, analysis));
    const auto rendered = render(plan, staged.path(), progress, [&](std::int64_t frame, const faces::FrameMask& mask) {
        if (table) table->add(frame, mask);
    });
    staged.commit(request.replace ? Existing::replace : Existing::refuse);
    if (table) table->commit();
    HideResult result;
    result.frames = rendered.frames;
    result.masked = rendered.masked;
    result.hidden_whole = rendered.hidden_whole;
    result.tracks = analysis.tracks.size();
    result.gaps = analysis.gaps.size();
    result.duration = std::min(rendered.duration, rendered.shown_until);
    if (rendered.duration - rendered.shown_until > noticeably_short) result.cut_short_at = rendered.shown_until;
    result.detectors = faces::describe(analysis.detectors);
    return result;
}

}  // namespace counterclip::clip
