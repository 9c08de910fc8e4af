// Which looks are taken, and what becomes of their finds.
#include "clip/second_look.h"

#include <cmath>

#include "clip/rehearsal.h"

using namespace counterclip;
using namespace std::chrono_literals;

namespace {

clip::ProofFrame proof_frame(const media::Frame& picture, Time pts) {
    clip::ProofFrame f;
    f.expected.source = f.expected.drawn = f.shown = picture;
    f.expected.pts = pts;
    return f;
}

media::Frame grey(int width, int height) {
    media::Frame frame(width, height, media::PixelFormat::yuv420p8);
    for (int p = 0; p < 3; ++p) {
        const auto plane = frame.writable(p);
        for (int y = 0; y < plane.height; ++y)
            std::fill_n(plane.data + y * plane.stride, plane.width, std::uint8_t{128});
    }
    return frame;
}

// Few grey levels are left, about black: what a night leaves of a room.
void darken(media::Frame& frame, float light) {
    for (int p = 0; p < 3; ++p) {
        const auto plane = frame.writable(p);
        const float dark = p == 0 ? 16 : 128;
        for (int y = 0; y < plane.height; ++y)
            for (int x = 0; x < plane.width; ++x) {
                auto& level = plane.data[y * plane.stride + x];
                level = static_cast<std::uint8_t>(std::lround(dark + light * (static_cast<float>(level) - dark)));
            }
    }
}

bool has_yunet() {
    if (test::detectors().front().name == "yunet") return true;
    WARN("skipped: YuNet is not here");
    return false;
}

}  // namespace

TEST_CASE("the first face that comes is looked at closer at once, however long nobody was there") {
    if (!has_yunet()) return;
    const clip::Plan plan{};
    clip::SecondLook look(plan, test::detectors(), 1);
    std::vector<clip::ProofFrame> batch;
    for (int i = 0; i < 3; ++i) batch.push_back(proof_frame(grey(320, 240), i * 40ms));
    batch[2].expected.to_hide = {{1, {100, 60, 80, 80}}};
    batch[2].expected.mask.ellipses = {{140, 100, 64, 64, 0}};
    look.look(batch);
    CHECK(look.looks().closer > 0);
}

TEST_CASE("a face that only the lightened picture shows is looked for in the lightened original") {
    if (!has_yunet()) return;
    auto scene = test::small_interview();
    scene.width = 640;
    scene.height = 360;
    scene.people[0].poses = {{.at = 0, .x = 300, .y = 170, .head = 110}};
    puppet::Performance performance(scene);
    auto dark = performance.draw(0);
    constexpr float light = 0.014F;
    darken(dark, light);
    const auto truth = performance.truth(0).at(0);
    const faces::Box face{truth.x, truth.y, truth.w, truth.h};
    const clip::Plan plan{};
    clip::SecondLook look(plan, test::detectors(), 1);
    std::vector<clip::ProofFrame> batch{proof_frame(dark, 0s)};
    // A neighbour's mask that reaches over the face's ear.
    batch[0].expected.mask.ellipses = {{face.x - 10, face.y + face.h / 2, 40, 60, 0}};
    look.look(batch);
    bool found = false;
    for (const auto& seen : batch[0].seen) {
        if (iou(seen.box, face) < 0.3F) continue;
        CAPTURE(seen.by, seen.score);
        CHECK(seen.in_source);
        found = true;
    }
    CHECK(found);
}

TEST_CASE("a find that a closer look did not confirm is left alone for a second, a sure one never") {
    clip::Rejections rejections;
    const faces::Box plant{100, 60, 40, 40};
    rejections.note(plant, 1s);
    CHECK(rejections.stop(plant, 0.5F, 1500ms));
    CHECK_FALSE(rejections.stop(plant, 0.6F, 1500ms));
    CHECK_FALSE(rejections.stop({200, 60, 40, 40}, 0.5F, 1500ms));
    CHECK_FALSE(rejections.stop(plant, 0.5F, 2s));
}
