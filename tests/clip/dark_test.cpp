// Deep shadow, grain and fades: what is hidden well there must not be taken for what shows through.
#include "clip/produce.h"
#include "clip/rehearsal.h"
#include "puppet/scenes.h"

using namespace counterclip;
using namespace std::chrono_literals;
using test::Rehearsal;

TEST_CASE("faces, regions and frames hidden well in the dark are no problem") {
    const std::string name = GENERATE("low-light", "fade");
    auto scene = puppet::scene(name);
    scene.duration = 2;
    Rehearsal r(scene);
    r.store_true_faces();
    auto analysis = *r.archive.analysis(r.recording.id);
    for (auto& track : analysis.tracks)  // held at both ends
        std::erase_if(track.sightings, [](const auto& s) { return s.pts < 500ms || s.pts >= 1s; });
    faces::Gap gap;
    gap.id = 1;
    gap.range = {1600ms, 1900ms};
    analysis.gaps = {gap};
    r.archive.store_analysis(r.recording.id, analysis, "amina");
    faces::Region region;
    region.what = "document";
    const auto w = static_cast<float>(r.recording.width), h = static_cast<float>(r.recording.height);
    region.keys = {{0s, 0.7F * w, 0.1F * h, 0.2F * w, 0.2F * h, 0.5F}};
    region.out = 2s;
    r.archive.add_region(r.recording.id, region, "amina");
    r.cut("C", 100ms, 1900ms);
    Progress silent;
    const auto p = clip::produce(r.archive, "C", "amina", test::detectors(), silent);
    CAPTURE(name, p.render.verification);
    CHECK(*p.verification.facts.frames_uncovered == 0);
}
