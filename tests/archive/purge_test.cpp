// What a person asked to be destroyed is gone: from the folders, from the catalog's pages, for good (P8, P10).
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>

#include "archive/gap_pictures.h"
#include "archive/shelf.h"
#include "core/error.h"
#include "core/staged_file.h"

namespace fs = std::filesystem;
using namespace counterclip;
using namespace std::chrono_literals;
using test::names_in;
using test::Shelf;

namespace {

// All that the archive can know of somebody, in words that can be searched for.
struct Known : Shelf {
    archive::Recording recording = import(1);
    archive::Recording other;
    archive::Render made;
    archive::Render of_other;
    archive::Release inside;
    archive::Release elsewhere;

    Known() {
        archive.add_operator({"zara", {"editor"}, "key of zara", ""}, "ruth");
        archive.add_operator({"said", {"auditor"}, "key of said", ""}, "ruth");
        archive.add_operator({"alias", {"auditor"}, "key of zara", ""}, "ruth");
        describe_person();
        know_faces();
        archive::Segment segment;
        segment.interview = "A-1";
        segment.recording = recording.id;
        segment.range = {0s, 1s};
        segment.tags = {"TAGSECRET"};
        segment.note = "NOTESECRET";
        archive.add_segment(segment, "amina");
        archive::Transcript said;
        said.interview = "A-1";
        said.recording = recording.id;
        said.language = "en";
        said.note = "TRANSCRIPTSECRET";
        archive.add_transcript(said, {{{0s, 1s}, "SAIDSECRET", "SPEAKERSECRET"}}, "amina");
        make_clips();
        add_destination("partner");
        release();
    }

    void describe_person() {
        auto interview = archive.interview("A-1");
        interview.place = "PLACESECRET";
        interview.pseudonym = "PSEUDONYMSECRET";
        interview.role = "ROLESECRET";
        archive.change_interview(interview, "amina");
    }

    void know_faces() {
        faces::Analysis analysis;
        analysis.ranges = {{0s, 2s}};
        analysis.frames = 20;
        analysis.width = analysis.height = 64;
        faces::Track track;
        for (int i = 0; i < 10; ++i)
            track.sightings.push_back({i * 100ms, {13.625F, 10, 20, 25}, 0, 1, faces::Origin::detected});
        analysis.tracks = {track};
        faces::Gap gap;
        gap.range = {1500ms, 2s};
        gap.reason = faces::GapReason::low_score;
        analysis.gaps = {gap};
        archive.store_analysis(recording.id, analysis, "amina");
        archive.delete_track(recording.id, 1, "EDITSECRET", "amina");
        faces::Region region;
        region.what = "REGIONSECRET";
        region.keys = {{0s, 1, 2, 10, 10, 0}};
        region.out = 1s;
        archive.add_region(recording.id, region, "amina");
        fs::create_directories(archive.path("derived/gaps"));
        fs::create_directories(archive.path("derived/proof"));
        write_whole(archive.path(archive::gap_picture(recording.id, gap)), "picture of a gap");
        write_whole(archive.path("derived/gaps/999-1-0.png"), "of another recording");
    }

    void make_clips() {
        auto c = clip("c1", recording);
        c.title = "TITLESECRET";
        c.card = "CARDSECRET";
        c.lower_third = "LOWERSECRET";
        archive.change_clip(c, "amina");
        clip("c3", recording);
        archive.discard_clip("c3", "DISCARDSECRET", "amina");
        made = render("c1", std::string(64, 'a'));
        archive.set_verification(made.id, R"({"what": "REPORTSECRET"})", "samir");
        write_whole(archive.path("derived/proof/" + made.sha256 + ".png"), "a sheet");
        fs::create_directories(archive.path("derived/reports"));
        for (const auto* report : {"c1.html", "c1-archive-only.html", "c2.html", "c10.html"})
            write_whole(archive.path(std::string("derived/reports/") + report), "a report");
        add_interview("B-2");
        other = import(2, "B-2");
        clip("c2", other);
        archive::Render r;
        r.clip = "c2";
        r.file = "renders/c2-0.mp4";
        r.sha256 = std::string(64, 'c');
        r.settings_sha256 = std::string(64, 'b');
        write_whole(archive.path(r.file), "picture");
        of_other = archive.add_render(r, "amina");
        write_whole(archive.path("derived/proof/" + of_other.sha256 + ".png"), "a sheet");
    }

    void release() {
        archive::Release r;
        r.render = made.id;
        r.destination = "partner";
        r.folder = "releases/c1";
        fs::create_directory(archive.path(r.folder));
        write_whole(archive.path("releases/c1/c1.mp4"), "picture");
        inside = archive.add_release(r, "lina");
        r.folder = outside("stick").string();
        fs::create_directory(r.folder);
        elsewhere = archive.add_release(r, "lina");
    }

    void withdraw(bool withdrawn = true) {
        consent::Revision revision;
        revision.interview = "A-1";
        revision.withdrawn = withdrawn;
        revision.reason = "said so";
        archive.append_consent(revision, "amina");
    }

    archive::Purge asked(const std::string& by = "zara") {
        archive::Purge purge;
        purge.interview = "A-1";
        purge.reason = "asked for it by letter";
        purge.asked_by = by;
        purge.asked_at = "2026-11-24T08:00:00Z";
        purge.asked_signature = "signature";
        return archive.ask_purge(purge, by);
    }
    archive::Purge confirmed(archive::Purge purge, const std::string& by = "said") {
        purge.confirmed_signature = "signature";
        return archive.confirm_purge(purge, by);
    }

    // In the catalog and what lies beside it.
    bool catalog_holds(const std::string& text) const {
        for (const auto* name :
             {"counterclip.db", "counterclip.db-wal", "counterclip.db-shm", "counterclip.db-journal"})
            if (fs::exists(folder() / name) && read_whole(folder() / name).find(text) != std::string::npos) return true;
        return false;
    }
};

const std::vector<std::string> secrets{"TAGSECRET",       "NOTESECRET",       "EDITSECRET",   "REGIONSECRET",
                                       "TITLESECRET",     "CARDSECRET",       "LOWERSECRET",  "REPORTSECRET",
                                       "PSEUDONYMSECRET", "ROLESECRET",       "PLACESECRET",  "SAIDSECRET",
                                       "SPEAKERSECRET",   "TRANSCRIPTSECRET", "DISCARDSECRET"};

ErrorKind kind_of_failure(const std::function<void()>& deed) {
    try {
        deed();
    } catch (const Error& error) {
        return error.kind();
    }
    FAIL("it was allowed");
    return ErrorKind::failed;
}

}  // namespace

TEST_CASE("what was asked for is gone from the folders and from every page of the catalog") {
    Known k;
    for (const auto& secret : secrets) REQUIRE(k.catalog_holds(secret));
    k.withdraw();
    const auto done = k.confirmed(k.asked());
    CHECK_FALSE(done.done_at.empty());
    for (const auto& secret : secrets) {
        CAPTURE(secret);
        CHECK_FALSE(k.catalog_holds(secret));
    }
    auto db = k.raw();
    for (const auto* table : {"tracks", "gaps", "analyses", "analysed", "track_edits", "regions"}) {
        CAPTURE(table);
        CHECK(db.execAndGet(std::string("SELECT count(*) FROM ") + table).getInt() == 0);
    }
    CHECK_FALSE(fs::exists(k.archive.path(k.recording.file)));
    CHECK_FALSE(fs::exists(k.archive.path(k.made.file)));
    CHECK_FALSE(fs::exists(k.archive.path("derived/proof/" + k.made.sha256 + ".png")));
    CHECK_FALSE(fs::exists(k.archive.path("releases/c1")));
    CHECK(names_in(k.archive.path("derived/reports")) == std::vector<std::string>{"c10.html", "c2.html"});
    CHECK(names_in(k.archive.path("derived/gaps")) == std::vector<std::string>{"999-1-0.png"});
}

TEST_CASE("what is not the person's stays: other interviews, what was published elsewhere, consent, ledger and log") {
    Known k;
    k.withdraw();
    k.confirmed(k.asked());
    Progress silent;
    CHECK(k.archive.original_unchanged(k.other, silent));
    CHECK(fs::exists(k.archive.path(k.of_other.file)));
    CHECK(fs::exists(k.archive.path("derived/proof/" + k.of_other.sha256 + ".png")));
    CHECK(k.archive.clip("c2").title == "The night of the search");
    CHECK(fs::exists(k.outside("stick")));
    CHECK(k.archive.latest_consent("A-1")->withdrawn);
    CHECK_FALSE(k.archive.release(k.elsewhere.id).takedown_due.empty());
    CHECK_FALSE(k.archive.release(k.inside.id).takedown_due.empty());
    const auto tombstone = k.archive.recording(k.recording.id);
    CHECK(tombstone.sha256 == k.recording.sha256);
    CHECK_FALSE(tombstone.purged_at.empty());
    CHECK_FALSE(k.archive.render(k.made.id).purged_at.empty());
    CHECK(k.archive.render(k.of_other.id).purged_at.empty());
    const auto events = k.archive.events();
    CHECK(events[events.size() - 2].verb == "purge confirm");
    CHECK_THAT(events[events.size() - 2].details, Catch::Contains(k.recording.sha256));
    CHECK(events.back().verb == "purge done");
    const auto fault = k.archive.verify_log();
    INFO((fault ? fault->what : ""));
    CHECK_FALSE(fault);
    CHECK_THROWS_WITH(k.raw().exec("DELETE FROM purges"), Catch::Contains("stays on record"));
}

TEST_CASE("it takes two people with two keys, and the person's consent must be withdrawn") {
    Known k;
    CHECK_THROWS_WITH(k.asked(), Catch::Contains("consent withdraw A-1"));
    k.withdraw();
    CHECK(kind_of_failure([&] { k.asked("amina"); }) == ErrorKind::refused);  // she has no key
    const auto asked = k.asked();
    CHECK_THROWS_WITH(k.asked(), Catch::Contains("asked for already"));
    CHECK(kind_of_failure([&] { k.confirmed(asked, "zara"); }) == ErrorKind::refused);
    CHECK(kind_of_failure([&] { k.confirmed(asked, "ruth"); }) == ErrorKind::refused);   // no key
    CHECK(kind_of_failure([&] { k.confirmed(asked, "alias"); }) == ErrorKind::refused);  // zara's key
    CHECK(kind_of_failure([&] { k.confirmed(asked, "lina"); }) == ErrorKind::refused);   // no auditor
    auto changed = asked;
    changed.interview = "B-2";
    CHECK(kind_of_failure([&] { k.confirmed(changed); }) == ErrorKind::refused);
    k.withdraw(false);
    CHECK_THROWS_WITH(k.confirmed(asked), Catch::Contains("consent stands"));
    CHECK(fs::exists(k.archive.path(k.recording.file)));
    for (const auto& secret : secrets) CHECK(k.catalog_holds(secret));
    k.withdraw();
    k.confirmed(asked);
    CHECK_THROWS_WITH(k.confirmed(asked), Catch::Contains("already"));
    CHECK_THROWS_WITH(k.asked(), Catch::Contains("destroyed already"));
}

TEST_CASE("the same file is not taken in again, and nothing is made from what is gone") {
    Known k;
    const auto file = k.outside("copy.mp4");
    fs::copy_file(k.archive.path(k.recording.file), file);
    k.withdraw();
    k.confirmed(k.asked());
    k.withdraw(false);
    Progress silent;
    CHECK_THROWS_WITH(k.archive.import("A-1", file, "amina", silent), Catch::Contains("destroyed on request"));
    CHECK_THROWS_WITH(k.archive.import("B-2", file, "amina", silent), Catch::Contains("destroyed on request"));
    CHECK(names_in(k.archive.path("originals")).size() == 1);
    CHECK_THROWS_WITH(k.archive.original_unchanged(k.archive.recording(k.recording.id), silent),
                      Catch::Contains("destroyed on request"));
    auto again = k.archive.clip("c1");
    again.title = "once more";
    CHECK_THROWS_WITH(k.archive.change_clip(again, "amina"), Catch::Contains("destroyed on request"));
    CHECK_THROWS_WITH(k.archive.restore_clip("c3", "amina"), Catch::Contains("destroyed on request"));
    archive::Segment segment;
    segment.interview = "A-1";
    segment.recording = k.recording.id;
    segment.range = {0s, 1s};
    CHECK_THROWS_WITH(k.archive.add_segment(segment, "amina"), Catch::Contains("destroyed on request"));
    archive::Release r;
    r.render = k.made.id;
    r.destination = "partner";
    CHECK(kind_of_failure([&] { k.archive.add_release(r, "lina"); }) == ErrorKind::refused);
}

TEST_CASE("a process killed after the decision has it finished by the next start") {
    Known k;
    k.withdraw();
    const auto asked = k.asked();
    // The decision as one transaction, and nothing after it.
    const auto child = ::fork();
    if (child == 0) {
        try {
            auto mine = k.again();
            auto purge = asked;
            purge.confirmed_signature = "signature";
            mine.confirm_purge(purge, "said");
        } catch (...) {
            ::_exit(1);
        }
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    REQUIRE((WIFEXITED(status) && WEXITSTATUS(status) == 0));
    // As if it had died before the first file went.
    k.raw().exec("UPDATE purges SET done_at = ''");
    write_whole(k.archive.path(k.recording.file), "still here");
    write_whole(k.archive.path("derived/proof/" + k.made.sha256 + ".json"), "still here");
    const auto opened = k.again();
    CHECK_FALSE(fs::exists(k.archive.path(k.recording.file)));
    CHECK_FALSE(fs::exists(k.archive.path("derived/proof/" + k.made.sha256 + ".json")));
    CHECK_FALSE(opened.purges("A-1")[0].done_at.empty());
    CHECK(opened.events().back().verb == "purge done");
    const auto events = opened.events().size();
    CHECK(k.again().events().size() == events);
}

TEST_CASE("while another process reads, the purge says that it is not done, and is done by the next start") {
    Known k;
    k.withdraw();
    const auto asked = k.asked();
    {
        auto reader = k.raw();
        reader.exec("BEGIN");
        reader.execAndGet("SELECT count(*) FROM segments");
        CHECK(k.confirmed(asked).done_at.empty());
        CHECK_FALSE(fs::exists(k.archive.path(k.recording.file)));
        reader.exec("COMMIT");
    }
    const auto opened = k.again();
    CHECK_FALSE(opened.purges()[0].done_at.empty());
    for (const auto& secret : secrets) CHECK_FALSE(k.catalog_holds(secret));
}

TEST_CASE("histories may still not be cut where nothing was destroyed") {
    Known k;
    CHECK_THROWS_WITH(k.raw().exec("DELETE FROM track_edits"), Catch::Contains("only grows"));
    CHECK_THROWS_WITH(k.raw().exec("DELETE FROM regions"), Catch::Contains("never deleted"));
    CHECK_THROWS_WITH(k.raw().exec("UPDATE clip_versions SET title = '', card = '', lower_third = ''"),
                      Catch::Contains("only grows"));
    k.withdraw();
    k.confirmed(k.asked());
    CHECK_THROWS_WITH(k.raw().exec("UPDATE clip_versions SET title = 'x' WHERE clip = 'c1'"),
                      Catch::Contains("only grows"));
    CHECK_THROWS_WITH(
        k.raw().exec("UPDATE clip_versions SET purpose = 'public', title = '', by = 'omar' WHERE clip = 'c1'"),
        Catch::Contains("only grows"));
    CHECK_THROWS_WITH(
        k.raw().exec("UPDATE clip_versions SET title = '', card = '', lower_third = '' WHERE clip = 'c2'"),
        Catch::Contains("only grows"));
}

TEST_CASE("what was made while a purge was confirmed does not come back") {
    Known k;
    k.withdraw();
    const auto asked = k.asked();
    const auto counters = k.archive.made_from("c1");
    k.confirmed(asked);

    bool published = false;
    const auto publish = [&] { published = true; };
    CHECK(kind_of_failure([&] { k.archive.publish_derived({.renders = {k.made.id}}, publish); }) == ErrorKind::refused);
    CHECK(kind_of_failure([&] { k.archive.publish_derived({.recordings = {k.recording.id}}, publish); }) ==
          ErrorKind::refused);
    CHECK_FALSE(published);
    k.archive.publish_derived({.recordings = {k.other.id}, .renders = {k.of_other.id}}, publish);
    CHECK(published);

    archive::Render late;
    late.clip = "c1";
    late.file = "renders/c1-late.mp4";
    late.sha256 = std::string(64, 'd');
    late.settings_sha256 = std::string(64, 'b');
    late.made_from = counters;
    const auto staged = k.outside("late.mp4");
    write_whole(staged, "picture");
    CHECK(kind_of_failure([&] { k.archive.add_render(late, "amina", staged); }) == ErrorKind::refused);
    CHECK_FALSE(fs::exists(k.archive.path(late.file)));
    CHECK(kind_of_failure([&] { k.archive.set_verification(k.made.id, "{}", "samir"); }) == ErrorKind::refused);

    faces::Analysis analysis;
    analysis.ranges = {{0s, 2s}};
    CHECK(kind_of_failure([&] { k.archive.store_analysis(k.recording.id, analysis, "amina"); }) == ErrorKind::refused);
}

TEST_CASE("derived files of somebody who was destroyed are swept by the next start, and nobody else's") {
    Known k;
    k.withdraw();
    k.confirmed(k.asked());
    const auto proof = k.archive.path("derived/proof/" + k.made.sha256 + "-1.json");
    const auto gap = k.archive.path("derived/gaps/" + std::to_string(k.recording.id) + "-1-0.png");
    const auto report = k.archive.path("derived/reports/c1-archive-only.html");
    for (const auto& file : {proof, gap, report}) write_whole(file, "back again");
    const auto opened = k.again();
    for (const auto& file : {proof, gap, report}) CHECK_FALSE(fs::exists(file));
    CHECK(fs::exists(opened.path("derived/proof/" + k.of_other.sha256 + ".png")));
    CHECK(fs::exists(opened.path("derived/reports/c2.html")));
    CHECK(fs::exists(opened.path("derived/gaps/999-1-0.png")));
}
