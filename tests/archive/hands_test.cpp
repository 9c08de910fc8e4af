#include "archive/shelf.h"
#include "core/error.h"

using namespace counterclip;
using namespace std::chrono_literals;
using faces::Analysis;
using faces::Label;
using faces::Region;
using test::Shelf;

namespace {

faces::Track face(int first, int last, float x) {
    faces::Track track;
    for (int i = first; i <= last; ++i)
        track.sightings.push_back({i * 100ms, {x, 10, 20, 25}, 0, 1, faces::Origin::detected});
    return track;
}

// One face in two tracks, a doubt about the second after it and one about no track.
Analysis two_tracks() {
    Analysis a;
    a.ranges = {{0s, 2s}};
    a.frames = 20;
    a.width = a.height = 64;
    a.detectors = {{"yunet", "yunet.onnx", "abc"}};
    a.tracks = {face(0, 4, 10), face(7, 12, 14)};
    a.tracks[0].id = 1;
    a.tracks[1].id = 2;
    faces::Gap lost;
    lost.range = {1300ms, 1500ms};
    lost.track = 2;
    faces::Gap none;
    none.range = {1600ms, 1800ms};
    none.reason = faces::GapReason::low_score;
    a.gaps = {lost, none};
    return a;
}

struct Table {
    Shelf shelf;
    std::int64_t id = shelf.import().id;
    Table() { shelf.archive.store_analysis(id, two_tracks(), "amina"); }
    Analysis now() const { return *shelf.again().analysis(id); }
    std::string last_verb() const { return shelf.archive.events().back().verb; }
};

Region plate(Time in = 1500ms, Time out = 1900ms) {
    Region region;
    region.what = "name plate";
    region.shape = faces::Shape::rectangle;
    region.keys = {{in, 5, 6, 20, 10.5F, 0}, {in + 100ms, 8, 6, 20, 10, 0.25F}};
    region.out = out;
    region.note = "the badge of Dr. X";
    return region;
}

}  // namespace

TEST_CASE("merged tracks are one, and doubts about both are about it") {
    Table t;
    t.shelf.archive.merge_tracks(t.id, 1, 2, "omar");
    const auto now = t.now();
    REQUIRE(now.tracks.size() == 1);
    CHECK(now.tracks[0].id == 1);
    CHECK(now.tracks[0].sightings.front().pts == 0s);
    CHECK(now.tracks[0].sightings.back().pts == 1200ms);
    CHECK(now.tracks[0].sightings.size() == 13);
    CHECK(now.gaps[0].track == 1);
    CHECK(t.last_verb() == "faces merge");
    CHECK_THROWS_WITH(t.shelf.archive.merge_tracks(t.id, 1, 2, "omar"), Catch::Contains("track '2'"));
}

TEST_CASE("the id of a merged track never comes to mean another face") {
    Table t;
    t.shelf.archive.merge_tracks(t.id, 1, 2, "omar");
    CHECK(t.shelf.archive.split_track(t.id, 1, 700ms, "omar") == 3);
    Table other;
    other.shelf.archive.merge_tracks(other.id, 1, 2, "omar");
    other.shelf.archive.store_analysis(other.id, two_tracks(), "amina");
    for (const auto& track : other.now().tracks) CHECK(track.id > 2);
}

TEST_CASE("a split leaves two tracks, and what is in doubt later is about the second") {
    Table t;
    t.shelf.archive.label_track(t.id, 2, Label::guard, "omar");
    CHECK(t.shelf.archive.split_track(t.id, 2, 1s, "omar") == 3);
    const auto now = t.now();
    REQUIRE(now.tracks.size() == 3);
    CHECK(now.tracks[1].sightings.back().pts == 900ms);
    CHECK(now.tracks[2].id == 3);
    CHECK(now.tracks[2].label == Label::guard);
    CHECK(now.tracks[2].sightings.front().pts == 1s);
    CHECK(now.gaps[0].track == 3);
}

TEST_CASE("a refused edit changes nothing and is not in the log") {
    Table t;
    const auto events = t.shelf.archive.events().size();
    CHECK_THROWS_AS(t.shelf.archive.split_track(t.id, 2, 5s, "omar"), Error);
    CHECK_THROWS_AS(t.shelf.archive.extend_track(t.id, 2, {1s, 9s}, "omar"), Error);  // beyond the recording
    CHECK_THROWS_AS(t.shelf.archive.delete_track(t.id, 2, "", "omar"), Error);
    CHECK_THROWS_AS(t.shelf.archive.merge_tracks(t.id, 1, 2, "samir"), Error);  // an auditor does not edit
    CHECK_THROWS_AS(t.shelf.archive.extend_over_gap(t.id, 2, "omar"), Error);   // about no track
    CHECK(t.shelf.archive.events().size() == events);
    CHECK(t.now().tracks[1].sightings.size() == 6);
}

TEST_CASE("a deleted track is not a face, and why is kept") {
    Table t;
    t.shelf.archive.delete_track(t.id, 2, "a poster of the president", "omar");
    CHECK(t.now().tracks[1].label == Label::not_a_face);
    auto db = t.shelf.raw();
    CHECK(db.execAndGet("SELECT reason FROM track_edits").getString() == "a poster of the president");
    // What people write stays out of the log: it could hold a name.
    CHECK(t.shelf.archive.events().back().details.find("president") == std::string::npos);
}

TEST_CASE("what a track was before a change is kept and cannot be taken away") {
    Table t;
    t.shelf.archive.extend_track(t.id, 1, {0s, 600ms}, "omar");
    auto db = t.shelf.raw();
    CHECK(db.execAndGet("SELECT count(*) FROM track_edits WHERE track = 1 AND by = 'omar'").getInt() == 1);
    CHECK_THROWS(db.exec("DELETE FROM track_edits"));
    CHECK_THROWS(db.exec("UPDATE track_edits SET by = 'amina'"));
}

TEST_CASE("a gap is closed by lengthening its track over it") {
    Table t;
    t.shelf.archive.extend_over_gap(t.id, 1, "omar");
    const auto now = t.now();
    CHECK(now.gaps[0].resolved_by == "omar");
    CHECK(now.gaps[0].resolution == "extended: track 2");
    CHECK(now.tracks[1].sightings.back().pts == 1500ms - 1ns);
    CHECK(now.tracks[1].sightings.back().origin == faces::Origin::manual);
    Table none;
    none.shelf.archive.delete_track(none.id, 2, "a poster", "omar");
    CHECK_THROWS_AS(none.shelf.archive.extend_over_gap(none.id, 1, "omar"), Error);
}

TEST_CASE("a region comes back whole, with who marked it") {
    Table t;
    const auto stored = t.shelf.archive.add_region(t.id, plate(), "omar");
    CHECK(stored.id == 1);
    const auto regions = t.shelf.again().regions(t.id);
    REQUIRE(regions.size() == 1);
    CHECK(regions[0].what == "name plate");
    CHECK(regions[0].shape == faces::Shape::rectangle);
    CHECK(regions[0].keys == plate().keys);
    CHECK(regions[0].out == 1900ms);
    CHECK(regions[0].note == "the badge of Dr. X");
    CHECK(regions[0].by == "omar");
    const auto event = t.shelf.archive.events().back();
    CHECK(event.verb == "faces region add");
    CHECK(event.details.find("Dr. X") == std::string::npos);
}

TEST_CASE("a region that hides nothing or lies outside is refused") {
    Table t;
    auto& archive = t.shelf.archive;
    CHECK_THROWS_AS(archive.add_region(t.id, plate(1500ms, 9s), "omar"), Error);
    auto outside = plate();
    for (auto& key : outside.keys) key.x = 200;
    CHECK_THROWS_WITH(archive.add_region(t.id, outside, "omar"), Catch::Contains("64x64"));
    auto empty = plate();
    empty.keys.clear();
    CHECK_THROWS_AS(archive.add_region(t.id, empty, "omar"), Error);
    CHECK(archive.regions(t.id).empty());
}

TEST_CASE("a region closes a gap only when it lasts all of it, and opens it when it goes") {
    Table t;
    auto& archive = t.shelf.archive;
    archive.add_region(t.id, plate(1650ms, 1900ms), "omar");
    archive.add_region(t.id, plate(1600ms, 1900ms), "omar");
    CHECK_THROWS_WITH(archive.cover_gap(t.id, 2, 1, "omar"), Catch::Contains("all of it"));
    archive.cover_gap(t.id, 2, 2, "omar");
    CHECK(t.now().gaps[1].resolution == "region 2");
    archive.remove_region(t.id, 2, "drawn twice", "omar");
    CHECK(t.now().gaps[1].resolved_by.empty());
    CHECK(archive.regions(t.id).size() == 1);
    CHECK_THROWS_WITH(archive.remove_region(t.id, 2, "drawn twice", "omar"), Catch::Contains("region '2'"));
    CHECK(archive.add_region(t.id, plate(), "omar").id == 3);  // ids are not used again
}

TEST_CASE("a region closes a gap only when it covers the place where the face was last seen, all the time") {
    Shelf shelf;
    auto& archive = shelf.archive;
    const auto id = shelf.import().id;
    auto found = two_tracks();
    found.gaps[0].where = {30, 30, 20, 20};
    archive.store_analysis(id, found, "amina");
    const auto region = [&](std::vector<faces::RegionKey> keys) {
        Region r = plate();
        r.keys = std::move(keys);
        return archive.add_region(id, r, "omar").id;
    };
    const auto corner = region({{1300ms, 0, 0, 2, 2, 0}});
    CHECK_THROWS_WITH(archive.cover_gap(id, 1, corner, "omar"),
                      Catch::Contains("0:00:01.300") && Catch::Contains("0 %"));
    const auto leaves = region({{1300ms, 30, 30, 20, 20, 0}, {1400ms, 30, 30, 20, 20, 0}, {1500ms, 0, 0, 20, 20, 0}});
    CHECK_THROWS_WITH(archive.cover_gap(id, 1, leaves, "omar"), Catch::Contains("at 0:00:01.499"));
    const auto strays = region({{1300ms, 30, 30, 20, 20, 0}, {1400ms, 0, 30, 20, 20, 0}, {1500ms, 30, 30, 20, 20, 0}});
    CHECK_THROWS_WITH(archive.cover_gap(id, 1, strays, "omar"), Catch::Contains("at 0:00:01.400"));
    CHECK(archive.analysis(id)->gaps[0].resolved_by.empty());
    archive.cover_gap(id, 1, region({{1300ms, 30, 30, 20, 20, 0}}), "omar");
    CHECK(archive.analysis(id)->gaps[0].resolution == "region 4");
}

TEST_CASE("what a person says to a resolved gap is kept with it, and stays out of the log") {
    Table t;
    auto& archive = t.shelf.archive;
    archive.extend_over_gap(t.id, 1, "omar", "he turned round");
    CHECK(t.now().gaps[0].resolution == "extended: track 2; he turned round");
    const auto region = archive.add_region(t.id, plate(), "omar").id;
    archive.cover_gap(t.id, 2, region, "omar", "the badge");
    CHECK(t.now().gaps[1].resolution == "region 1; the badge");
    CHECK(archive.events().back().details.find("badge") == std::string::npos);
    archive.remove_region(t.id, region, "drawn twice", "omar");
    CHECK(t.now().gaps[1].resolved_by.empty());
    archive.resolve_gap(t.id, 2, "no face", "omar", "a poster");
    CHECK(t.now().gaps[1].resolution == "no face; a poster");
    CHECK(archive.events().back().details.find("poster") == std::string::npos);
    archive.undo_edit(t.id, 2, "omar");
    CHECK(t.now().gaps[0].resolved_by.empty());
}

TEST_CASE("analysing again leaves regions as they are") {
    Table t;
    t.shelf.archive.add_region(t.id, plate(), "omar");
    t.shelf.archive.store_analysis(t.id, two_tracks(), "amina");
    CHECK(t.shelf.archive.regions(t.id).size() == 1);
}

TEST_CASE("who marks a region or edits a track that a clip shows may not approve the clip") {
    Table t;
    auto& archive = t.shelf.archive;
    t.shelf.clip("C-1", archive.recording(t.id));  // shows 0 s to 1 s
    const auto edited_by = [&](const std::string& op) {
        const auto editors = archive.editors_of("C-1");
        return std::find(editors.begin(), editors.end(), op) != editors.end();
    };
    archive.add_region(t.id, plate(), "omar");  // later than the clip
    CHECK_FALSE(edited_by("omar"));
    const auto region = archive.add_region(t.id, plate(500ms, 900ms), "ruth");
    CHECK(edited_by("ruth"));
    archive.remove_region(t.id, region.id, "not needed", "omar");
    CHECK(edited_by("omar"));
    Table other;
    other.shelf.clip("C-1", other.shelf.archive.recording(other.id));
    other.shelf.archive.merge_tracks(other.id, 1, 2, "omar");
    const auto editors = other.shelf.archive.editors_of("C-1");
    CHECK(std::find(editors.begin(), editors.end(), "omar") != editors.end());
}

TEST_CASE("who labelled or edited a track may not approve a clip that shows it, wherever the track was then") {
    Table t;
    auto& archive = t.shelf.archive;
    t.shelf.clip("C-1", archive.recording(t.id));  // shows 0 s to 1 s
    const auto edited_by = [&](const std::string& op) {
        const auto editors = archive.editors_of("C-1");
        return std::find(editors.begin(), editors.end(), op) != editors.end();
    };
    archive.split_track(t.id, 2, 1100ms, "amina");
    archive.label_track(t.id, 3, Label::guard, "omar");  // from 1.1 s on
    CHECK_FALSE(edited_by("omar"));
    // Since then it became longer.
    t.shelf.raw().exec("UPDATE tracks SET in_ns = 500000000 WHERE id = 3");
    CHECK(edited_by("omar"));
    // What is seen was split from one that ruth had labelled far away.
    t.shelf.raw().exec("UPDATE tracks SET in_ns = 1100000000 WHERE id = 3");
    archive.label_track(t.id, 3, Label::bystander, "ruth");
    CHECK(archive.split_track(t.id, 3, 1200ms, "amina") == 4);
    CHECK_FALSE(edited_by("ruth"));
    t.shelf.raw().exec("UPDATE tracks SET in_ns = 500000000 WHERE id = 4");
    CHECK(edited_by("ruth"));
}

TEST_CASE("hands-on changes are links of the chain") {
    Table t;
    auto& archive = t.shelf.archive;
    archive.add_region(t.id, plate(), "omar");
    archive.split_track(t.id, 2, 1s, "omar");
    archive.delete_track(t.id, 3, "a poster", "omar");
    CHECK_FALSE(archive.verify_log());
}

TEST_CASE("an extension over a gap is taken back, and the gap is open again") {
    Table t;
    t.shelf.archive.extend_over_gap(t.id, 1, "omar");
    CHECK(t.shelf.archive.undo_edit(t.id, 2, "omar") == "faces resolve");
    const auto now = t.now();
    CHECK(now.gaps[0].resolved_by.empty());
    CHECK(now.tracks[1].sightings.size() == 6);
    CHECK(t.last_verb() == "faces undo");
    CHECK_FALSE(t.shelf.archive.verify_log());
}

TEST_CASE("a merge that is taken back gives each track its label and its doubts, a later label hides both") {
    Table t;
    auto& archive = t.shelf.archive;
    archive.label_track(t.id, 1, Label::subject, "omar");
    archive.merge_tracks(t.id, 1, 2, "omar");
    archive.undo_edit(t.id, 1, "omar");
    REQUIRE(t.now().tracks.size() == 2);
    CHECK(t.now().tracks[0].label == Label::subject);
    CHECK(t.now().tracks[1].id == 2);
    CHECK(t.now().gaps[0].track == 2);
    archive.merge_tracks(t.id, 1, 2, "omar");
    archive.label_track(t.id, 1, Label::guard, "omar");
    archive.undo_edit(t.id, 1, "omar");
    CHECK(t.now().tracks[0].label == Label::unlabelled);
    CHECK(t.now().tracks[1].label == Label::unlabelled);
}

TEST_CASE("a split is taken back only while nothing was done to its second half") {
    Table t;
    auto& archive = t.shelf.archive;
    archive.split_track(t.id, 2, 1s, "omar");
    archive.label_track(t.id, 3, Label::interviewer, "omar");
    CHECK_THROWS_WITH(archive.undo_edit(t.id, 2, "omar"), Catch::Contains("different labels"));
    archive.label_track(t.id, 3, Label::unlabelled, "omar");
    archive.extend_track(t.id, 3, {1s, 1400ms}, "omar");
    CHECK_THROWS_WITH(archive.undo_edit(t.id, 2, "omar"), Catch::Contains("track 3 was changed since"));
    archive.undo_edit(t.id, 3, "omar");
    archive.undo_edit(t.id, 2, "omar");
    REQUIRE(t.now().tracks.size() == 2);
    CHECK(t.now().tracks[1].sightings.size() == 6);
    CHECK(t.now().gaps[0].track == 2);
}

TEST_CASE("after another analysis an edit cannot be taken back: the track may hold more since") {
    Table t;
    t.shelf.archive.extend_track(t.id, 1, {0s, 600ms}, "omar");
    auto more = two_tracks();
    more.ranges = {{1900ms, 2s}};
    more.tracks.clear();
    more.gaps.clear();
    t.shelf.archive.store_analysis(t.id, more, "amina");
    CHECK_THROWS_WITH(t.shelf.archive.undo_edit(t.id, 1, "omar"), Catch::Contains("last analysed"));
}

TEST_CASE("whose face is shown is decided by that person's consent, at the moment it is asked") {
    Table t;
    auto& archive = t.shelf.archive;
    const auto refused = [&](Label person, const char* why) {
        CHECK_THROWS_WITH(archive.show_face(t.id, 1, person, "omar"), Catch::Contains(why));
        CHECK(t.now().tracks[0].label == Label::unlabelled);
    };
    consent::Revision revision;
    revision.interview = "A-1";
    revision.person = "translator";
    revision.terms.use = consent::Use::public_;
    revision.terms.face = consent::FaceTerm::show;
    revision.reason = "asked";
    refused(Label::translator, "no consent of the translator");
    archive.append_consent(revision, "amina");
    refused(Label::translator, "no evidence");
    revision.evidence = {consent::Method::verbal_before_witnesses, 0, std::nullopt, {"w1"}, {}};
    archive.append_consent(revision, "amina");
    refused(Label::interviewer, "no consent of the interviewer");
    refused(Label::bystander, "several");
    archive.show_face(t.id, 1, Label::translator, "omar");
    CHECK(t.now().tracks[0].label == Label::translator);
    CHECK(t.last_verb() == "faces show-face");
}

TEST_CASE("a gap that somebody resolved is opened again; a lengthened track is taken back with it") {
    Table t;
    auto& archive = t.shelf.archive;
    CHECK_THROWS_WITH(archive.reopen_gap(t.id, 2, "", "omar"), Catch::Contains("it is open"));
    archive.resolve_gap(t.id, 2, "no face", "omar", "a poster");
    CHECK_THROWS_AS(archive.reopen_gap(t.id, 2, "", "samir"), Error);  // an auditor does not edit
    archive.reopen_gap(t.id, 2, "a face of REASONSECRET", "ruth");
    CHECK(t.now().gaps[1].resolved_by.empty());
    CHECK(archive.events().back().verb == "faces reopen");
    CHECK(archive.events().back().details.find("SECRET") == std::string::npos);
    // A region stays where it is: only the gap is open again.
    const auto region = archive.add_region(t.id, plate(), "omar").id;
    archive.cover_gap(t.id, 2, region, "omar");
    archive.reopen_gap(t.id, 2, "", "omar");
    CHECK(t.now().gaps[1].resolved_by.empty());
    CHECK(archive.regions(t.id).size() == 1);
    archive.extend_over_gap(t.id, 1, "omar", "he turned");
    CHECK_THROWS_WITH(archive.reopen_gap(t.id, 1, "", "omar"), Catch::Contains("faces undo A-1 2"));
    archive.undo_edit(t.id, 2, "omar");
    CHECK(t.now().gaps[0].resolved_by.empty());
    // What cannot be taken back any more is hidden whole all the same.
    archive.extend_over_gap(t.id, 1, "omar");
    archive.extend_track(t.id, 2, {1500ms, 1700ms}, "omar");
    archive.reopen_gap(t.id, 1, "", "omar");
    CHECK(t.now().gaps[0].resolved_by.empty());
    CHECK_FALSE(archive.verify_log());
}

TEST_CASE("a removed region is restored as it was, and the gap it had resolved stays open") {
    Table t;
    auto& archive = t.shelf.archive;
    const auto region = archive.add_region(t.id, plate(), "omar").id;
    archive.cover_gap(t.id, 2, region, "omar");
    CHECK_THROWS_WITH(archive.restore_region(t.id, region, "omar"), Catch::Contains("removed region '1'"));
    archive.remove_region(t.id, region, "drawn twice", "omar");
    CHECK(archive.restore_region(t.id, region, "ruth").keys == plate().keys);
    REQUIRE(archive.regions(t.id).size() == 1);
    CHECK(archive.regions(t.id)[0].by == "omar");
    CHECK(t.now().gaps[1].resolved_by.empty());
    CHECK(t.last_verb() == "faces region restore");
    CHECK_FALSE(archive.verify_log());
}
