// Clips that were made by mistake: out of everything, on record for good, and back as they were.
#include <fstream>
#include <functional>
#include <optional>

#include "archive/shelf.h"
#include "core/error.h"

namespace fs = std::filesystem;
using namespace counterclip;
using namespace std::chrono_literals;
using test::Shelf;
using Names = std::vector<std::string>;

namespace {

constexpr const char* day = "2026-11-24";

struct Work : Shelf {
    archive::Recording recording = import();

    void tag_all_of_it() {
        archive::Segment segment;
        segment.interview = "A-1";
        segment.recording = recording.id;
        segment.range = {0s, 1s};
        segment.tags = {"doubt"};
        archive.add_segment(segment, "amina");
    }
    void variant(const std::string& code, const std::string& of) {
        auto clip = archive.clip_on_record(of);
        clip.code = code;
        clip.variant_of = of;
        archive.add_clip(clip, "amina");
    }
    Names kept() const {
        Names codes;
        for (const auto& clip : archive.clips()) codes.push_back(clip.code);
        return codes;
    }
    Names listed(const archive::ClipFilter& filter = {}) const {
        Names codes;
        for (const auto& line : archive.clip_lines(filter, day).lines) codes.push_back(line.code);
        return codes;
    }
    std::int64_t drafts() const { return archive.overview(day).clips_by_stage.at(0).second; }
    int clips_of_interview() const { return archive.interview_lines({}, day).lines.at(0).clips; }
    void sound() const {
        CHECK(archive.wrong_lists() == Names{});
        CHECK_FALSE(archive.verify_log());
    }
};

template <class Work>
ErrorKind kind_of(Work&& work) {
    try {
        work();
    } catch (const Error& error) {
        return error.kind();
    }
    FAIL("nothing was refused");
    return ErrorKind::failed;
}

bool has(const Names& names, const std::string& name) {
    return std::ranges::find(names, name) != names.end();
}

}  // namespace

TEST_CASE("a discarded clip is in no list, stays on record, and is back as it was when it is restored") {
    Work w;
    w.tag_all_of_it();
    w.clip("c1", w.recording);
    w.clip("c2", w.recording);
    REQUIRE(w.listed({.tag = "doubt"}) == Names{"c1", "c2"});
    const auto before = w.archive.clip_lines({}, day).lines.at(0);

    w.archive.discard_clip("c1", "made twice", "amina");
    CHECK(w.kept() == Names{"c2"});
    CHECK(w.listed() == Names{"c2"});
    CHECK(w.listed({.interview = "A-1"}) == Names{"c2"});
    CHECK(w.listed({.tag = "doubt"}) == Names{"c2"});
    CHECK(w.drafts() == 1);
    CHECK(w.clips_of_interview() == 1);
    const auto discarded = w.archive.discarded_clips();
    REQUIRE(discarded.size() == 1);
    CHECK(discarded[0].code == "c1");
    CHECK(discarded[0].discarded_by == "amina");
    CHECK(discarded[0].discarded_at.size() == 20);
    CHECK(discarded[0].discarded_reason == "made twice");
    CHECK(w.archive.clip_on_record("c1").title == "The night of the search");
    CHECK(w.archive.clip_history("c1").size() == 1);
    CHECK(w.archive.renders("c1").empty());
    CHECK(w.archive.releases("c1").empty());
    w.sound();

    w.archive.restore_clip("c1", "omar");
    CHECK(w.kept() == Names{"c1", "c2"});
    CHECK(w.listed({.tag = "doubt"}) == Names{"c1", "c2"});
    CHECK(w.drafts() == 2);
    CHECK(w.clips_of_interview() == 2);
    CHECK(w.archive.discarded_clips().empty());
    CHECK(w.archive.clip("c1").discarded_by.empty());
    CHECK(w.archive.clip("c1").version == 1);
    CHECK(w.archive.clip_lines({}, day).lines.at(0).since == before.since);
    w.sound();

    w.archive.discard_clip("c1", "made twice after all", "amina");
    CHECK(w.listed() == Names{"c2"});
    w.sound();
}

TEST_CASE("nothing is done with a discarded clip before it is restored, and every refusal says how") {
    Work w;
    auto clip = w.clip("c1", w.recording);
    clip.title = "Another";
    w.archive.change_clip(clip, "amina");
    const auto first = w.archive.clip_history("c1").front();
    w.archive.discard_clip("c1", "made twice", "amina");
    auto& a = w.archive;
    const std::vector<std::function<void()>> deeds{
        [&] { (void)a.clip("c1"); },
        [&] { a.change_clip(clip, "amina"); },
        [&] { a.revert_clip(first, 1, "amina"); },
        [&] { (void)a.made_from("c1"); },
        [&] { w.render("c1"); },
        [&] { a.discard_clip("c1", "again", "amina"); },
        [&] { w.variant("c1.ar", "c1"); },
        [&] { w.clip("c1", w.recording); },
    };
    for (std::size_t n = 0; n < deeds.size(); ++n) {
        INFO("deed " << n);
        CHECK_THROWS_WITH(deeds[n](), Catch::Contains("amina discarded it on ") &&
                                          Catch::Contains("`counterclip clip restore c1` brings it back"));
    }
    CHECK_THROWS_WITH(w.variant("c1.ar", "c1"), Catch::Contains("it is a variant of clip c1"));
    CHECK_THROWS_WITH(w.clip("c1", w.recording), Catch::Contains("another code makes a new one"));
    CHECK(a.clip_history("c1").size() == 2);
    CHECK(w.kept().empty());
    a.restore_clip("c1", "amina");
    a.revert_clip(first, 1, "amina");
    CHECK(a.clip("c1").title == "The night of the search");
    CHECK(kind_of([&] { a.restore_clip("c1", "amina"); }) == ErrorKind::usage);
}

TEST_CASE("a clip that was rendered, released or reported on is not discarded, and is told what to do instead") {
    Work w;
    w.clip("c1", w.recording);
    const auto discard = [&] { w.archive.discard_clip("c1", "made twice", "amina"); };
    SECTION("a render") {
        const auto render = w.render("c1");
        CHECK(kind_of(discard) == ErrorKind::usage);
        CHECK_THROWS_WITH(discard(), Catch::Contains("render 1 was made of it on ") &&
                                         Catch::Contains("counterclip refuse c1") && !Catch::Contains("ledger"));
        w.add_destination("partner");
        archive::Release release;
        release.render = render.id;
        release.folder = "releases/c1";
        release.destination = "partner";
        release.sha256 = render.sha256;
        w.archive.add_release(release, "lina");
        CHECK_THROWS_WITH(discard(),
                          Catch::Contains("render 1") && Catch::Contains("counterclip ledger list --clip c1"));
        CHECK(w.listed() == Names{"c1"});
    }
    SECTION("a report") {
        const auto* name = GENERATE("c1.html", "c1-archive-only.html");
        fs::create_directories(w.archive.path("derived/reports"));
        std::ofstream(w.archive.path("derived/reports") / name) << "a report";
        CHECK(kind_of(discard) == ErrorKind::usage);
        CHECK_THROWS_WITH(discard(), Catch::Contains(name));
        fs::remove(w.archive.path("derived/reports") / name);
        CHECK_NOTHROW(discard());
    }
}

TEST_CASE("a clip is not discarded while a variant of it counts, and a variant not restored before its clip") {
    Work w;
    w.clip("c1", w.recording);
    w.variant("c1.ar", "c1");
    const auto discard = [&] { w.archive.discard_clip("c1", "made twice", "amina"); };
    CHECK(kind_of(discard) == ErrorKind::usage);
    CHECK_THROWS_WITH(discard(), Catch::Contains("counterclip clip discard c1.ar"));
    w.archive.discard_clip("c1.ar", "made twice", "amina");
    discard();
    CHECK(w.kept().empty());
    CHECK_THROWS_WITH(w.archive.restore_clip("c1.ar", "amina"), Catch::Contains("counterclip clip restore c1`"));
    w.archive.restore_clip("c1", "amina");
    w.archive.restore_clip("c1.ar", "amina");
    CHECK(w.kept() == Names{"c1", "c1.ar"});
    w.sound();
}

TEST_CASE("a clip is discarded by editors, for a reason, and one that is not there is named") {
    Work w;
    w.clip("c1", w.recording);
    CHECK(kind_of([&] { w.archive.discard_clip("c1", "made twice", "samir"); }) == ErrorKind::refused);
    CHECK(kind_of([&] { w.archive.discard_clip("c1", "  ", "amina"); }) == ErrorKind::usage);
    CHECK(kind_of([&] { w.archive.discard_clip("c1", std::string(1'001, 'x'), "amina"); }) == ErrorKind::usage);
    CHECK_THROWS_WITH(w.archive.discard_clip("c9", "made twice", "amina"), Catch::Contains("there is none"));
    w.archive.discard_clip("c1", "NAMESECRET", "amina");
    CHECK(kind_of([&] { w.archive.restore_clip("c1", "samir"); }) == ErrorKind::refused);
    const auto events = w.archive.events({.object = "clip c1"});
    REQUIRE(events.size() == 2);
    CHECK(events.back().verb == "clip discard");
    CHECK_THAT(events.back().details, !Catch::Contains("NAMESECRET"));
}

TEST_CASE("whoever discarded or restored a clip has a hand in it for good") {
    Work w;
    w.archive.add_operator({"zara", {"editor", "auditor"}, "", ""}, "ruth");
    w.archive.add_operator({"said", {"editor", "auditor"}, "", ""}, "ruth");
    w.clip("c1", w.recording);
    REQUIRE_FALSE(has(w.archive.editors_of("c1"), "zara"));
    w.archive.discard_clip("c1", "made twice", "zara");
    w.archive.restore_clip("c1", "said");
    CHECK(has(w.archive.editors_of("c1"), "zara"));
    CHECK(has(w.archive.editors_of("c1"), "said"));
    const auto render = w.render("c1");
    w.archive.set_verification(render.id, R"({"problems": []})", "amina");
    CHECK(w.archive.audit_queue(day, -1, "samir").total == 1);
    CHECK(w.archive.audit_queue(day, -1, "zara").total == 0);
    CHECK(w.archive.audit_queue(day, -1, "said").total == 0);
    w.sound();
}

TEST_CASE("a withdrawal and a redaction pass by a discarded clip") {
    Work w;
    w.clip("c1", w.recording);
    w.archive.discard_clip("c1", "made twice", "amina");
    archive::Redaction redaction;
    redaction.interview = "A-1";
    redaction.recording = w.recording.id;
    redaction.range = {0s, 1s};
    redaction.reason = "a village";
    w.archive.add_redaction(redaction, "amina");
    consent::Revision revision;
    revision.interview = "A-1";
    revision.withdrawn = true;
    revision.reason = "called";
    w.archive.append_consent(revision, "amina");
    CHECK(w.listed().empty());
    w.sound();
    w.archive.restore_clip("c1", "amina");
    CHECK(w.listed({.stage = "withdrawn"}) == Names{"c1"});
    w.sound();
}

TEST_CASE("the catalog itself keeps discarded clips from being changed, rendered or forgotten") {
    Work w;
    w.clip("c1", w.recording);
    w.archive.discard_clip("c1", "made twice", "amina");
    auto db = w.raw();
    CHECK_THROWS_WITH(db.exec("DELETE FROM clip_discards"), Catch::Contains("stays on record"));
    CHECK_THROWS_WITH(db.exec("INSERT INTO clip_versions SELECT * FROM clip_versions"),
                      Catch::Contains("a discarded clip is not changed") || Catch::Contains("must follow"));
    CHECK_THROWS_WITH(db.exec("INSERT INTO renders (clip, clip_version, file, sha256, frames, duration_ns, "
                              "consent_revisions, settings_sha256, verification, by, at) VALUES ('c1', 1, 'f', "
                              "hex(zeroblob(32)), 1, 1, '{}', '', '', 'amina', '')"),
                      Catch::Contains("a discarded clip is not rendered"));
    w.archive.restore_clip("c1", "amina");
    w.render("c1");
    CHECK_THROWS_WITH(db.exec("INSERT INTO clip_discards (clip, discarded_by, discarded_at, discarded_reason) VALUES "
                              "('c1', 'amina', '', '')"),
                      Catch::Contains("a clip that was rendered is not discarded"));
}
