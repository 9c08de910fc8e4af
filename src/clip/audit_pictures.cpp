#include "clip/audit_pictures.h"

#include <algorithm>
#include <numeric>

#include <fmt/format.h>

#include "clip/expected.h"
#include "clip/fit.h"
#include "faces/contact_sheet.h"
#include "media/probe.h"
#include "media/reader.h"

namespace counterclip::clip {

namespace {

using namespace std::chrono_literals;

Time end_of(const PlannedPart& part) {
    return part.at + duration(part.range);
}

// Large and well seen: what a detector is sure of and a person would recognise.
float worth(const faces::Sighting& s) {
    return s.score * area(s.box);
}

const faces::Sighting* best_sighting(const faces::Track& track, Range range) {
    const faces::Sighting* best = nullptr;
    for (const auto& s : track.sightings)
        if (contains(range, s.pts) && (!best || worth(s) > worth(*best))) best = &s;
    return best;
}

float pixel_aspect(const Plan& plan) {
    if (plan.sample_aspect.num <= 0 || plan.sample_aspect.den <= 0) return 1;
    return static_cast<float>(plan.sample_aspect.num) / static_cast<float>(plan.sample_aspect.den);
}

}  // namespace

std::vector<Moment> ends_of_parts(const Plan& plan) {
    std::vector<Moment> moments;
    if (plan.card_length > Time::zero()) moments.push_back({plan.card_length / 2, {}, "title card"});
    for (std::size_t n = 0; n < plan.parts.size(); ++n) {
        const auto& part = plan.parts[n];
        moments.push_back({part.at, {}, fmt::format("part {}, first frame", n + 1)});
        moments.push_back({end_of(part) - Time(1), {}, fmt::format("part {}, last frame", n + 1)});
    }
    if (plan.end_card_length > Time::zero())
        moments.push_back({end_of_parts(plan) + plan.end_card_length / 2, {}, "end card"});
    return moments;
}

std::vector<Moment> best_looks(const Plan& plan) {
    std::vector<Moment> moments;
    for (std::size_t n = 0; n < plan.parts.size(); ++n) {
        const auto& part = plan.parts[n];
        if (!part.has_picture) continue;
        const auto source = media::probe(part.file).video.at(0);
        const auto add = [&](const std::vector<faces::Track>& tracks, const std::string& what) {
            for (const auto& track : tracks)
                if (const auto* best = best_sighting(track, part.range))
                    moments.push_back(
                        {part.at + (best->pts - part.range.in),
                         fitted(best->box, source.width, source.height, place(plan, part, source, best->pts)),
                         fmt::format("part {}, track {} ({}), {}", n + 1, track.id, to_string(track.label), what)});
        };
        add(part.faces_to_hide, "hidden");
        add(part.faces_shown, "shown by consent");
        add(part.faces_deleted, "said to be no face");
    }
    return moments;
}

std::vector<Looked> look_at(const Plan& plan, const std::filesystem::path& file, std::vector<Moment> moments,
                            bool with_originals, Progress& progress) {
    std::stable_sort(moments.begin(), moments.end(), [](const auto& a, const auto& b) { return a.at < b.at; });
    progress.begin("look", duration(plan).count());
    media::VideoReader reader(file);
    std::optional<ExpectedFrames> originals;
    if (with_originals) originals.emplace(plan);
    const float aspect = pixel_aspect(plan);
    std::vector<Looked> looked;
    media::Frame shown, original;
    const auto take_until = [&](std::optional<Time> pts) {
        while (looked.size() < moments.size() && (!pts || moments[looked.size()].at < *pts)) {
            auto& moment = moments[looked.size()];
            Looked look{std::move(moment), {}, {}};
            if (shown) look.picture = faces::tile_picture(shown, aspect, look.moment.about, {});
            if (original) look.original = faces::tile_picture(original, aspect, look.moment.about, {});
            looked.push_back(std::move(look));
        }
    };
    media::Frame frame;
    while (reader.next(frame)) {
        progress.stop_if_cancelled("look at " + file.string());
        if (shown) take_until(frame.pts());
        shown = frame;
        if (originals) {
            auto expected = originals->next();
            original = expected ? expected->source : media::Frame{};
        }
        progress.advance(frame.pts().count());
        if (looked.size() == moments.size()) break;
    }
    take_until(std::nullopt);
    progress.end();
    return looked;
}

}  // namespace counterclip::clip
