// Puppets are worth nothing unless detectors take them for people.
#include <cmath>

#include "faces/analysis.h"
#include "faces/detector.h"
#include "faces/mask.h"
#include "media/scale.h"
#include "puppet/film.h"
#include "puppet/performance.h"
#include "puppet/scenes.h"
#include "support/temporary_folder.h"

using namespace counterclip;

namespace {

struct Looked {
    float score = 0;
    float overlap = 0;  // with the truth
};

Looked look(faces::Detector& detector, puppet::Performance& performance, std::int64_t frame) {
    const media::Frame picture = performance.draw(frame);
    media::Scaler scaler(picture.width(), picture.height());
    const auto found = detector.detect(scaler.to_bgr(picture), 0.3F);
    const puppet::FaceBox t = performance.truth(frame).at(0);
    Looked best;
    for (const auto& d : found) {
        if (const float overlap = faces::iou(d.box, {t.x, t.y, t.w, t.h}); overlap > best.overlap)
            best = {d.score, overlap};
    }
    return best;
}

// A frontal and a turned face, light and dark, as large as in an interview.
std::vector<puppet::Performance> performances(double yaw) {
    std::vector<puppet::Performance> out;
    for (const auto& skin : {puppet::light_skin(), puppet::olive_skin(), puppet::dark_skin()}) {
        puppet::Scene scene = puppet::resized(puppet::scene("light-skin"), 640, 480);
        scene.people[0].look = skin;
        scene.people[0].poses = {{.at = 0, .x = 320, .y = 220, .head = 220, .yaw = yaw}};
        scene.duration = 0.1;
        out.emplace_back(scene);
    }
    return out;
}

}  // namespace

TEST_CASE("every detector on this machine takes a puppet for a person") {
    const auto models = faces::find_models(faces::model_folders());
    for (const auto& model : models) {
        const auto detector = faces::load(model);
        INFO(model.name);
        const float sure = model.name == "yunet" ? 0.9F : model.name == "blazeface" ? 0.8F : 0.3F;
        for (auto& performance : performances(0)) {
            const Looked frontal = look(*detector, performance, 0);
            CHECK(frontal.score > sure);
            CHECK(frontal.overlap > 0.6F);
        }
        if (model.name == "cascades") continue;
        for (const double yaw : {-1.0, -0.5, 0.5, 1.0}) {
            INFO("yaw " << yaw);
            for (auto& performance : performances(yaw)) {
                const Looked turned = look(*detector, performance, 0);
                CHECK(turned.score > sure - 0.15F);
                CHECK(turned.overlap > 0.5F);
            }
        }
    }
    if (models.size() < 2) WARN("only " << models.size() << " detector is here: scripts/fetch-models");
}

TEST_CASE("P1: what the cascades alone have looked at is one gap, and stays hidden") {
    const test::TemporaryFolder folder;
    puppet::Scene scene = puppet::scene("light-skin");
    scene.duration = 0.4;
    puppet::write_film(scene, folder / "film.mp4");
    const auto cascades = faces::find_models({});
    REQUIRE(cascades.size() == 1);
    REQUIRE(cascades[0].name == "cascades");
    Progress progress;
    const auto analysis = faces::analyse(folder / "film.mp4", {}, cascades, {}, progress);
    REQUIRE(analysis.gaps.size() == 1);
    CHECK(analysis.gaps[0].reason == faces::GapReason::fallback);
    CHECK(contains(analysis.gaps[0].range, Range{Time{0}, std::chrono::milliseconds(400)}));
    const faces::Masks masks(analysis.tracks, analysis.gaps, analysis.shot_changes, analysis.ranges, {});
    for (int ms = 0; ms < 400; ms += 40) CHECK(masks.at(std::chrono::milliseconds(ms)).whole);
}
