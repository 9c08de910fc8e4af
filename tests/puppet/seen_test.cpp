// Puppets are worth nothing unless detectors take them for people.
#include <cmath>

#include "faces/detector.h"
#include "media/scale.h"
#include "puppet/performance.h"
#include "puppet/scenes.h"

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
