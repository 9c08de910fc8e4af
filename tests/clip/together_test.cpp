// Several clips that show the same pictures, in one pass.
#include "clip/produce.h"
#include "clip/rehearsal.h"
#include "clip/render.h"
#include "core/error.h"
#include "media/reader.h"

using namespace counterclip;
using namespace std::chrono_literals;
using test::Rehearsal;

namespace {

void add_variant(Rehearsal& r, const std::string& code, const std::string& title) {
    auto clip = r.archive.clip("C");
    clip.code = code;
    clip.lower_third = title;
    clip.variant_of = "C";
    r.archive.add_clip(clip, "amina");
}

struct Counting : Progress {
    void begin(std::string_view stage, std::int64_t) override {
        renders += stage == "render";
        if (stop_at == stage) cancel();
    }
    int renders = 0;
    std::string stop_at;
};

std::vector<clip::ProducedClip> several(Rehearsal& r, const std::vector<std::string>& clips, Progress& progress) {
    return clip::produce_several(r.archive, clips, "amina", test::detectors(), progress);
}

}  // namespace

TEST_CASE("clips that differ in their texts only are rendered in one pass, each with its own, each proved") {
    Rehearsal r;
    r.store_true_faces();
    r.cut("C", 400ms, 1s);
    add_variant(r, "C.ar", "أبو سليم");
    add_variant(r, "C.ru", "Абу Салим");
    Counting progress;
    const auto done = several(r, {"C", "C.ar", "C.ru"}, progress);
    CHECK(progress.renders == 1);
    for (const auto& clip : done) {
        CAPTURE(clip.clip, clip.produced.render.verification);
        CHECK_FALSE(clip.error);
        CHECK(clip.together == 3);
        CHECK(clip.produced.rendered.frames == 15);
        CHECK(clip.produced.verification.problems.empty());
        CHECK(r.archive.latest_render(clip.clip)->sha256 == clip.produced.render.sha256);
        CHECK(test::loudness(r.archive.path(clip.produced.render.file), {0s, 500ms}) > 0.01);
    }
    CHECK(done[0].produced.render.sha256 != done[1].produced.render.sha256);
}

TEST_CASE("clips that show other pictures or sound other are not taken for the same") {
    Rehearsal r;
    r.store_true_faces();
    r.cut("C", 400ms, 1s);
    auto other = r.cut("D", 400ms, 1s);
    other.treatments.tone = faces::Tone::warm;
    r.archive.change_clip(other, "amina");
    Counting progress;
    const auto done = several(r, {"C", "D"}, progress);
    CHECK(progress.renders == 2);
    CHECK(done[0].together == 1);
    CHECK_THROWS(clip::render_together({}, progress));
}

TEST_CASE("a clip that cannot be made leaves the others whole") {
    Rehearsal r;
    r.store_true_faces();
    r.cut("C", 400ms, 1s);
    add_variant(r, "C.ar", "أبو سليم");
    add_variant(r, "C.xx", "Abu Salim");
    auto odd = r.archive.clip("C.xx");
    odd.look = "nobody-has-this";
    r.archive.change_clip(odd, "amina");
    Counting progress;
    const auto done = several(r, {"C", "C.xx", "C.ar"}, progress);
    CHECK_FALSE(done[0].error);
    CHECK(done[1].error);
    CHECK_FALSE(done[2].error);
    CHECK_FALSE(r.archive.latest_render("C.xx"));
    CHECK(r.archive.latest_render("C.ar"));
}

TEST_CASE("one file that cannot be written does not spoil those made beside it") {
    Rehearsal r;
    r.store_true_faces();
    r.cut("C", 400ms, 1s);
    const auto plan = clip::make_plan(r.archive, "C");
    Progress silent;
    const auto good = r.outside("good.mp4");
    const auto done = clip::render_together({{&plan, r.outside("no such folder") / "bad.mp4"}, {&plan, good}}, silent);
    CHECK(done[0].error);
    CHECK_FALSE(done[1].error);
    CHECK(clip::verify(plan, good, test::detectors(), silent).problems.empty());
}

TEST_CASE("whoever stops a batch finds nothing half done") {
    Rehearsal r;
    r.store_true_faces();
    r.cut("C", 400ms, 1s);
    add_variant(r, "C.ar", "أبو سليم");
    Counting progress;
    progress.stop_at = "render";
    CHECK_THROWS_WITH(several(r, {"C", "C.ar"}, progress), Catch::Contains("cancelled") || Catch::Contains("stopped"));
    CHECK_FALSE(r.archive.latest_render("C"));
    CHECK_FALSE(r.archive.latest_render("C.ar"));
    for (const auto& entry : std::filesystem::directory_iterator(r.archive.path("renders")))
        FAIL("left behind: " << entry.path());
}

TEST_CASE("more encoders for small pictures, few for large ones") {
    clip::Plan plan;
    plan.width = 1280, plan.height = 720;
    CHECK(clip::encoders_at_once(plan) >= 10);
    plan.width = 7680, plan.height = 4320;
    CHECK(clip::encoders_at_once(plan) == 1);
}
