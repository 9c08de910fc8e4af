// `clip check --quick` makes no plan: counters say whether a render is what would be made now.
#include "archive/shelf.h"
#include "clip/gate_facts.h"

using namespace counterclip;
using namespace std::chrono_literals;
using test::Shelf;

namespace {

struct Rendered {
    Shelf shelf;
    archive::Recording recording = shelf.import();
    archive::Archive& archive = shelf.archive;

    Rendered() {
        consents("subject");
        shelf.clip("c1", recording);
        add_render("renders/c1.mp4");
    }
    void add_render(const std::string& file) {
        archive::Render render;
        render.clip = "c1";
        render.file = file;
        render.sha256 = std::string(64, 'a');
        render.consent_revisions = {{"A-1", 1}};
        render.settings_sha256 = std::string(64, 'b');
        render.made_from = archive.made_from("c1");
        test::write_video(archive.path(render.file));
        archive.add_render(render, "amina");
    }
    void consents(const std::string& person) {
        consent::Revision revision;
        revision.interview = "A-1";
        revision.person = person;
        revision.terms.use = consent::Use::public_;
        archive.append_consent(revision, "amina");
    }
    bool is_current() const {
        Progress silent;
        const auto unsigned_ = [](auto, auto, auto) { return false; };
        const auto facts = clip::gather_facts(archive, "c1", {.signed_by = unsigned_, .hash_files = false}, silent);
        return facts.render->settings_current;
    }
};

}  // namespace

TEST_CASE("a quick check takes a render for current while nothing changed that it was made from") {
    Rendered r;
    CHECK(r.is_current());
    r.shelf.add_interview("A-2");
    r.shelf.import(7, "A-2");
    CHECK(r.is_current());
}

TEST_CASE("a quick check sees every change a render was not made with") {
    Rendered r;
    REQUIRE(r.is_current());
    SECTION("the clip has a new version") {
        auto clip = r.archive.clip("c1");
        clip.card = "another";
        r.archive.change_clip(clip, "amina");
    }
    SECTION("its recording has a new segment") {
        archive::Segment segment;
        segment.interview = "A-1";
        segment.recording = r.recording.id;
        segment.range = {0s, 1s};
        segment.identifying = true;
        r.archive.add_segment(segment, "amina");
    }
    SECTION("its recording was analysed") {
        faces::Analysis analysis;
        analysis.ranges = {{0s, 2s}};
        r.archive.store_analysis(r.recording.id, analysis, "amina");
    }
    SECTION("the translator said something afterwards") {
        // Consent is noted to the second.
        r.shelf.raw().exec("UPDATE renders SET at = '2020-01-01T00:00:00Z'");
        r.consents("translator");
    }
    SECTION("somebody it shows took that back") {
        r.shelf.raw().exec("UPDATE renders SET withdrawn_at = '2026-11-24T00:00:00Z'");
    }
    CHECK_FALSE(r.is_current());
}

TEST_CASE("a quick check counts every change of what is known of a recording's faces and regions") {
    Rendered r;
    archive::Segment segment;
    segment.interview = "A-1";
    segment.recording = r.recording.id;
    segment.range = {0s, 1s};
    r.archive.add_segment(segment, "amina");
    faces::Analysis analysis;
    analysis.ranges = {{0s, 2s}};
    faces::Track track;
    for (int i = 0; i < 5; ++i) track.sightings.push_back({100ms * i, {10, 10, 20, 20}});
    analysis.tracks = {track};
    analysis.gaps = {{0, {500ms, 700ms}, faces::GapReason::lost, 1, {10, 10, 20, 20}, {}, {}}};
    r.archive.store_analysis(r.recording.id, analysis, "amina");
    faces::Region region;
    region.what = "tattoo";
    region.keys = {{0s, 0, 0, 20, 20}};
    region.out = 1s;
    r.archive.add_region(r.recording.id, region, "amina");
    r.add_render("renders/c1-2.mp4");
    REQUIRE(r.is_current());
    const auto change = GENERATE(
        as<std::string>{}, "UPDATE segments SET identifying = 1", "UPDATE segments SET removed_by = 'amina'",
        "UPDATE analyses SET frames = frames + 1", "UPDATE tracks SET label = 'interviewer'", "DELETE FROM tracks",
        "UPDATE gaps SET resolved_by = 'amina'", "DELETE FROM gaps", "UPDATE regions SET removed_by = 'amina'",
        "INSERT INTO regions SELECT recording, id + 1, what, shape, keys, out_ns, note, by, "
        "at, removed_by, removed_at, "
        "removed_reason FROM regions");
    INFO(change);
    r.shelf.raw().exec(change);
    CHECK_FALSE(r.is_current());
}
