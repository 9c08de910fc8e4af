// Regions that people mark reach the finished file, and the proof sees when they do not.
#include "clip/produce.h"
#include "clip/rehearsal.h"
#include "clip/render.h"
#include "clip/verify.h"
#include "media/reader.h"

using namespace counterclip;
using namespace std::chrono_literals;
using test::Rehearsal;

namespace {

// Over the shelf's books, away from the face; long and turned, moving.
faces::Region plate() {
    faces::Region region;
    region.what = "name plate";
    region.shape = faces::Shape::rectangle;
    region.keys = {{0s, 225, 60, 80, 30, 0.1F}, {2s, 215, 80, 80, 30, 0.3F}};
    region.out = 3s;
    return region;
}

struct Marked {
    Rehearsal r;
    faces::Region region;
    Marked() {
        r.store_true_faces();
        region = r.archive.add_region(r.recording.id, plate(), "amina");
        r.cut("C", 400ms, 1600ms);
    }
};

}  // namespace

TEST_CASE("what is hidden of a frame holds its regions") {
    const Marked m;
    const auto plan = clip::make_plan(m.r.archive, "C");
    const auto mask = clip::mask_at(plan.parts[0], 1s);
    const auto wanted = faces::hiding(m.region, 1s);
    REQUIRE(wanted);
    CHECK(std::count(mask.ellipses.begin(), mask.ellipses.end(), *wanted) == 1);
    CHECK(mask.ellipses.size() == 2);  // and the face
}

TEST_CASE("a region is hidden in the finished file, and the proof agrees") {
    Marked m;
    Progress silent;
    const auto p = clip::produce(m.r.archive, "C", "amina", test::detectors(), silent);
    CAPTURE(p.render.verification);
    CHECK(p.verification.facts.frames_as_planned);
    CHECK(*p.verification.facts.frames_uncovered == 0);
}

TEST_CASE("a render that forgot a region is found out on every frame") {
    const Marked m;
    const auto plan = clip::make_plan(m.r.archive, "C");
    auto careless = plan;
    careless.parts[0].regions.clear();
    const auto file = m.r.outside("clip.mp4");
    Progress silent;
    clip::render(careless, file, silent);
    const auto v = clip::verify(plan, file, test::detectors(), silent);
    CHECK(*v.facts.frames_uncovered == v.frames);
    REQUIRE_FALSE(v.worst.empty());
    CHECK(v.worst[0].is_bad);
    CHECK(v.worst[0].region == m.region.id);
    CHECK(v.worst[0].what == "name plate");
}

TEST_CASE("a region that was moved, added or removed makes a render stale") {
    Marked m;
    auto& archive = m.r.archive;
    const auto settings = [&] { return clip::make_plan(archive, "C").settings_sha256; };
    const auto before = settings();
    auto other = plate();
    other.keys[0].x += 1;
    const auto added = archive.add_region(m.r.recording.id, other, "amina");
    const auto with_another = settings();
    CHECK(with_another != before);
    archive.remove_region(m.r.recording.id, added.id, "drawn twice", "amina");
    CHECK(settings() == before);
    archive.remove_region(m.r.recording.id, m.region.id, "not needed", "amina");
    CHECK(settings() != before);
}

TEST_CASE("a region outside the clip's time changes nothing in it") {
    Marked m;
    const auto before = clip::make_plan(m.r.archive, "C").settings_sha256;
    auto later = plate();
    later.keys = {{2s, 225, 60, 80, 30, 0}};
    m.r.archive.add_region(m.r.recording.id, later, "amina");
    CHECK(clip::make_plan(m.r.archive, "C").settings_sha256 == before);
}
