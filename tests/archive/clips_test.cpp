#include <fstream>

#include "archive/shelf.h"
#include "core/error.h"

using namespace counterclip;
using namespace std::chrono_literals;
using test::Shelf;
using Names = std::vector<std::string>;

namespace {

archive::Segment segment_of(const archive::Recording& recording, Range range) {
    archive::Segment segment;
    segment.interview = recording.interview;
    segment.recording = recording.id;
    segment.range = range;
    return segment;
}

faces::Analysis analysed(Range range) {
    faces::Analysis a;
    a.ranges = {range};
    faces::Track track;
    track.sightings = {{range.in, {1, 2, 20, 20}, 0, 1, faces::Origin::detected}};
    a.tracks = {track};
    return a;
}

}  // namespace

TEST_CASE("a segment is stored with its tags and flags, in the order of the recording") {
    Shelf shelf;
    const auto recording = shelf.import();
    auto later = segment_of(recording, {1s, 2s});
    later.tags = {"arrest", "search"};
    later.note = "the night";
    later.identifying = later.distress = true;
    later = shelf.archive.add_segment(later, "amina");
    const auto earlier = shelf.archive.add_segment(segment_of(recording, {0s, 1s}), "omar");
    const auto all = shelf.archive.segments("A-1");
    REQUIRE(all.size() == 2);
    CHECK(all[0].id == earlier.id);
    CHECK(all[0].by == "omar");
    CHECK(all[1].tags == later.tags);
    CHECK(all[1].note == "the night");
    CHECK(all[1].identifying);
    CHECK(all[1].distress);
    CHECK_FALSE(all[1].incriminating);
    CHECK_FALSE(all[1].third_party);
    CHECK(shelf.archive.segment(later.id).range == Range{1s, 2s});
}

TEST_CASE("a segment outside its recording, backwards, or of another interview's is refused") {
    Shelf shelf;
    shelf.add_interview("B-2");
    const auto recording = shelf.import();
    auto& a = shelf.archive;
    CHECK_THROWS_WITH(a.add_segment(segment_of(recording, {1s, 2001ms}), "amina"),
                      Catch::Contains("lasts 0:00:02.000"));
    CHECK_THROWS_WITH(a.add_segment(segment_of(recording, {-1s, 1s}), "amina"), Catch::Contains("not within"));
    CHECK_THROWS_WITH(a.add_segment(segment_of(recording, {1s, 1s}), "amina"), Catch::Contains("ends before"));
    auto foreign = segment_of(recording, {0s, 1s});
    foreign.interview = "B-2";
    CHECK_THROWS_WITH(a.add_segment(foreign, "amina"), Catch::Contains("belongs to interview A-1"));
    CHECK(a.segments("A-1").empty());
}

TEST_CASE("a clip comes back with its parts and treatments; a change is a new version and the old one stays") {
    Shelf shelf;
    const auto recording = shelf.import();
    const auto segment = shelf.archive.add_segment(segment_of(recording, {0s, 1s}), "amina");
    archive::Clip clip;
    clip.code = "search";
    clip.title = "The search";
    clip.card = "A card";
    clip.lower_third = "Nur";
    clip.preset = "small";
    clip.purpose = "training";
    clip.parts = {{"A-1", recording.id, {1s, 2s}, std::nullopt}, {"A-1", recording.id, {0s, 1s}, segment.id}};
    clip.treatments = {false, faces::Style::solid, faces::Tone::warm, voice::Disguise::deeper, voice::Cover::bleep};
    shelf.archive.add_clip(clip, "amina");
    const auto stored = shelf.archive.clip("search");
    CHECK(stored.title == clip.title);
    CHECK(stored.card == clip.card);
    CHECK(stored.lower_third == clip.lower_third);
    CHECK(stored.preset == clip.preset);
    CHECK(stored.purpose == clip.purpose);
    CHECK(stored.by == "amina");
    REQUIRE(stored.parts.size() == 2);
    CHECK(stored.parts[0].range == Range{1s, 2s});
    CHECK_FALSE(stored.parts[0].segment);
    CHECK(stored.parts[1].segment == segment.id);
    CHECK(stored.parts[1].interview == "A-1");
    CHECK_FALSE(stored.treatments.hide_faces);
    CHECK(stored.treatments.style == faces::Style::solid);
    CHECK(stored.treatments.tone == faces::Tone::warm);
    CHECK(stored.treatments.disguise == voice::Disguise::deeper);
    CHECK(stored.treatments.cover == voice::Cover::bleep);

    clip.title = "Another";
    clip.parts.pop_back();
    shelf.archive.change_clip(clip, "omar");
    CHECK(shelf.archive.clip("search").title == "Another");
    CHECK(shelf.archive.clip("search").parts.size() == 1);
    CHECK(shelf.archive.clips().size() == 1);
    auto db = shelf.raw();
    CHECK(db.execAndGet("SELECT title FROM clip_versions WHERE version = 1").getString() == "The search");
    CHECK_THROWS_WITH(db.exec("UPDATE clip_versions SET title = 'x'"), Catch::Contains("only grows"));
    CHECK_THROWS_WITH(db.exec("DELETE FROM clip_parts"), Catch::Contains("only grows"));
}

TEST_CASE("a clip that makes no sense is refused and named") {
    Shelf shelf;
    const auto recording = shelf.import();
    const auto clip = shelf.clip("c1", recording);
    auto& a = shelf.archive;
    CHECK_THROWS_WITH(a.add_clip(clip, "amina"), Catch::Contains("add clip c1: there is one already"));
    auto other = clip;
    other.code = "c2";
    CHECK_THROWS_WITH(a.change_clip(other, "amina"), Catch::Contains("clip 'c2': there is none"));
    other.parts[0].range = {1s, 9s};
    CHECK_THROWS_WITH(a.add_clip(other, "amina"), Catch::Contains("not within recording 1 of interview A-1"));
    other.parts[0].range = {0s, 1s};
    other.parts[0].segment = 5;
    CHECK_THROWS_WITH(a.add_clip(other, "amina"), Catch::Contains("segment '5'"));
    other.parts[0].recording = 7;
    CHECK_THROWS_WITH(a.add_clip(other, "amina"), Catch::Contains("recording '7'"));
    other.parts.clear();
    CHECK_THROWS_WITH(a.add_clip(other, "amina"), Catch::Contains("no part"));
    CHECK(a.clips().size() == 1);
}

TEST_CASE("everyone who touched what a clip shows is an editor of it, and nobody else") {
    Shelf shelf;
    auto& a = shelf.archive;
    for (const char* code : {"seg", "seg-elsewhere", "analyst", "labeller", "resolver", "late", "renderer"})
        a.add_operator({code, {"editor"}, "", ""}, "ruth");
    const auto recording = shelf.import();
    auto clip = shelf.clip("c1", recording);  // shows [0 s, 1 s), by amina
    CHECK(a.editors_of("c1") == Names{"amina"});

    a.add_segment(segment_of(recording, {500ms, 2s}), "seg");
    a.add_segment(segment_of(recording, {1s, 2s}), "seg-elsewhere");
    CHECK(a.editors_of("c1") == Names{"amina", "seg"});

    a.store_analysis(recording.id, analysed({1s, 2s}), "late");
    CHECK(a.editors_of("c1") == Names{"amina", "seg"});
    auto faces = analysed({0s, 1s});
    faces::Gap gap;
    gap.range = {0s, 100ms};
    faces.gaps = {gap};
    for (auto& s : faces.tracks[0].sightings) s.box.x += 30;  // another one than at 1 s
    a.store_analysis(recording.id, faces, "analyst");
    a.label_track(recording.id, 2, faces::Label::guard, "labeller");
    a.label_track(recording.id, 1, faces::Label::guard, "late");  // a face at 1 s
    a.resolve_gap(recording.id, 1, "no face", "resolver");
    CHECK(a.editors_of("c1") == Names{"amina", "analyst", "labeller", "resolver", "seg"});

    // A new analysis replaces what they did, but they did it.
    a.store_analysis(recording.id, faces, "analyst");
    CHECK(a.editors_of("c1") == Names{"amina", "analyst", "labeller", "resolver", "seg"});

    clip.title = "Changed";
    a.change_clip(clip, "omar");
    shelf.render("c1");
    CHECK(a.editors_of("c1") == Names{"amina", "analyst", "labeller", "omar", "resolver", "seg"});
}

TEST_CASE("who described an interview or wrote down a consent of anybody in it may not approve, under any code") {
    Shelf shelf;
    auto& a = shelf.archive;
    shelf.clip("c1", shelf.import());
    a.add_operator({"noor", {"editor", "auditor"}, "key of noor", ""}, "ruth");
    a.add_operator({"noor2", {"auditor"}, "key of noor", ""}, "ruth");
    CHECK(a.editors_of("c1") == Names{"amina"});  // who added the interview

    auto interview = a.interview("A-1");
    interview.custody = true;
    a.change_interview(interview, "omar");
    CHECK(a.editors_of("c1") == Names{"amina", "omar"});

    consent::Revision translator;
    translator.interview = "A-1";
    translator.person = "translator";
    a.append_consent(translator, "noor");
    CHECK(a.editors_of("c1") == Names{"amina", "noor", "noor2", "omar"});

    // Whoever takes note of a withdrawal allowed nothing.
    translator.withdrawn = true;
    a.append_consent(translator, "samir");
    CHECK(a.editors_of("c1") == Names{"amina", "noor", "noor2", "omar"});

    shelf.add_interview("B-2");
    auto elsewhere = a.interview("B-2");
    elsewhere.minor = true;
    a.change_interview(elsewhere, "ruth");
    CHECK(a.editors_of("c1") == Names{"amina", "noor", "noor2", "omar"});
}

TEST_CASE("a segment is changed, removed and restored; a removed one counts for nothing and stays on record") {
    Shelf shelf;
    auto& a = shelf.archive;
    const auto recording = shelf.import();
    auto segment = segment_of(recording, {0s, 1s});
    segment.tags = {"prison"};
    segment.note = "NOTESECRET";
    segment.identifying = true;
    segment = a.add_segment(segment, "amina");
    CHECK_THROWS_WITH(a.change_segment(segment, "omar"), Catch::Contains("nothing differs"));
    auto changed = segment;
    changed.range = {500ms, 2s};
    changed.tags = {"doubt"};
    changed.note.clear();
    changed.identifying = false;
    const auto before = a.change_segment(changed, "omar");
    CHECK(before.note == "NOTESECRET");
    CHECK(before.identifying);
    CHECK(a.segment(segment.id).range == Range{500ms, 2s});
    CHECK(a.segment(segment.id).by == "amina");
    a.change_segment(before, "omar");
    CHECK(a.segment(segment.id).tags == std::vector<std::string>{"prison"});

    a.remove_segment(segment.id, "REASONSECRET", "omar");
    CHECK(a.segments("A-1").empty());
    REQUIRE(a.segment_history("A-1").size() == 1);
    CHECK(a.segment_history("A-1")[0].removed_by == "omar");
    CHECK(a.segment_history("A-1")[0].removed_reason == "REASONSECRET");
    CHECK(a.interview_lines({.tag = "prison"}, "2026-11-28").lines.empty());
    CHECK_THROWS_WITH(a.change_segment(changed, "amina"), Catch::Contains("segment restore 1"));
    CHECK_THROWS_WITH(a.remove_segment(segment.id, "", "amina"), Catch::Contains("omar removed it"));
    CHECK_THROWS_AS(a.restore_segment(segment.id, "samir"), Error);  // an auditor does not edit
    a.restore_segment(segment.id, "amina");
    CHECK(a.segments("A-1").size() == 1);
    CHECK(a.segments("A-1")[0].removed_by.empty());
    CHECK(a.interview_lines({.tag = "prison"}, "2026-11-28").lines.size() == 1);
    CHECK_THROWS_WITH(a.restore_segment(segment.id, "amina"), Catch::Contains("was not removed"));

    for (const auto& event : a.events()) CHECK_THAT(event.details, !Catch::Contains("SECRET"));
    CHECK_FALSE(a.verify_log());
    CHECK_THROWS_WITH(shelf.raw().exec("DELETE FROM segments"), Catch::Contains("never deleted"));
    shelf.raw().exec("UPDATE segments SET removed_by = 'amina'");
    CHECK(a.verify_log());  // nobody takes it away unseen
}

TEST_CASE(
    "whoever narrows, removes or restores a segment has a hand in the clips that it touched, and makes them stale") {
    Shelf shelf;
    auto& a = shelf.archive;
    for (const char* code : {"author", "narrower", "remover", "restorer", "elsewhere"})
        a.add_operator({code, {"editor"}, "", ""}, "ruth");
    const auto recording = shelf.import();
    shelf.clip("c1", recording);  // shows [0 s, 1 s), by amina
    auto segment = segment_of(recording, {500ms, 2s});
    segment.identifying = true;
    segment = a.add_segment(segment, "author");
    auto elsewhere = a.add_segment(segment_of(recording, {1s, 2s}), "elsewhere");
    CHECK(a.editors_of("c1") == Names{"amina", "author"});

    const auto changes = [&] { return a.made_from("c1").recordings.at(recording.id); };
    auto counted = changes();
    const auto counts = [&] {
        const auto before = counted;
        counted = changes();
        return before < counted;
    };
    auto narrowed = segment;
    narrowed.range = {1200ms, 2s};
    a.change_segment(narrowed, "narrower");
    CHECK(counts());
    CHECK(a.editors_of("c1") == Names{"amina", "author", "narrower"});
    elsewhere.note = "later than the clip";
    a.change_segment(elsewhere, "ruth");
    CHECK(a.editors_of("c1") == Names{"amina", "author", "narrower"});

    a.change_segment(segment, "narrower");
    counted = changes();
    a.remove_segment(segment.id, "", "remover");
    CHECK(counts());
    CHECK(a.editors_of("c1") == Names{"amina", "author", "narrower", "remover"});
    a.restore_segment(segment.id, "restorer");
    CHECK(counts());
    CHECK(a.editors_of("c1") == Names{"amina", "author", "narrower", "remover", "restorer"});
    CHECK(a.wrong_lists().empty());
}

TEST_CASE("a clip goes back to an old version, as a new one, with what it was drawn from") {
    Shelf shelf;
    auto& a = shelf.archive;
    auto clip = shelf.clip("c1", shelf.import());
    clip.treatments.disguise = voice::Disguise::drawn;
    clip.title = "Drawn";
    a.change_clip(clip, "omar");
    clip.treatments.disguise = voice::Disguise::none;
    clip.title = "Another";
    a.change_clip(clip, "omar");
    const auto versions = a.clip_history("c1");
    REQUIRE(versions.size() == 3);
    CHECK(versions[1].version == 2);
    CHECK(versions[1].by == "omar");
    CHECK_FALSE(versions[1].at.empty());
    CHECK_THROWS_WITH(a.revert_clip(versions[2], 3, "amina"), Catch::Contains("nothing differs"));
    CHECK_THROWS_AS(a.revert_clip(versions[1], 2, "samir"), Error);
    a.revert_clip(versions[1], 2, "amina");
    const auto now = a.clip("c1");
    CHECK(now.version == 4);
    CHECK(now.title == "Drawn");
    CHECK(now.treatments.voice_seed == versions[1].treatments.voice_seed);
    CHECK(now.by == "amina");
    CHECK_FALSE(a.verify_log());
}
