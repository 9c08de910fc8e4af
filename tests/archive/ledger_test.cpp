#include "archive/shelf.h"
#include "core/day.h"
#include "core/error.h"

using namespace counterclip;
using namespace std::chrono_literals;
using test::Shelf;

namespace {

ErrorKind kind_of_failure(const std::function<void()>& deed) {
    try {
        deed();
    } catch (const Error& error) {
        return error.kind();
    }
    FAIL("it was allowed");
    return ErrorKind::failed;
}

// A clip of A-1, rendered, and a destination.
struct Ledger : Shelf {
    archive::Render made;

    Ledger() {
        clip("c1", import());
        made = render("c1");
        add_destination("partner", 3);
    }
    archive::Release begun() {
        archive::Release r;
        r.render = made.id;
        r.folder = "releases/c1";
        r.destination = "partner";
        r.staging = ".counterclip-part-1-x";
        return archive.begin_release(r, "lina");
    }
    archive::Release released() {
        const auto r = begun();
        archive.seal_release(r.id, std::string(64, 'd'), "lina");
        return archive.finish_release(r.id, "lina");
    }
    archive::Place published(std::int64_t release, const std::string& address = "https://example.org/a") {
        archive::Place p;
        p.release = release;
        p.address = address;
        return archive.add_place(p, "lina");
    }
};

}  // namespace

TEST_CASE("a destination is stored with whom it reaches, changed, and closed for good") {
    Shelf shelf;
    auto& a = shelf.archive;
    archive::Destination d;
    d.code = "lab";
    d.audiences = {"researchers"};
    d.territories = {"IQ", "DE"};
    d.languages = {"en"};
    d.takedown_days = 3;
    a.add_destination(d, "lina");
    auto stored = a.open_destination("lab");
    CHECK(stored.kind == "partner");
    CHECK(stored.audiences == d.audiences);
    CHECK(stored.territories == d.territories);
    CHECK(stored.languages == d.languages);
    CHECK(stored.takedown_days == 3);
    CHECK(stored.by == "lina");
    CHECK_THROWS_WITH(a.add_destination(d, "lina"), Catch::Contains("there is one already"));
    CHECK_THROWS_WITH(a.change_destination(d, "lina"), Catch::Contains("nothing differs"));
    d.takedown_days = 1;
    a.change_destination(d, "lina");
    CHECK(a.open_destination("lab").takedown_days == 1);
    CHECK(kind_of_failure([&] { a.close_destination("lab", "amina"); }) == ErrorKind::refused);
    a.close_destination("lab", "lina");
    CHECK(kind_of_failure([&] { (void)a.open_destination("lab"); }) == ErrorKind::refused);
    CHECK(kind_of_failure([&] { a.change_destination(d, "lina"); }) == ErrorKind::refused);
    CHECK(a.destinations().size() == 1);
    CHECK(a.events().back().verb == "destination close");
    CHECK_FALSE(a.verify_log());
}

TEST_CASE("a destination that makes no sense is refused") {
    Shelf shelf;
    archive::Destination d;
    d.code = "lab";
    const auto refused = [&](const archive::Destination& bad) {
        return kind_of_failure([&] { shelf.archive.add_destination(bad, "lina"); }) == ErrorKind::usage;
    };
    auto bad = d;
    bad.code = "../x";
    CHECK(refused(bad));
    bad = d;
    bad.kind = "friend";
    CHECK(refused(bad));
    bad = d;
    bad.takedown_days = 0;
    CHECK(refused(bad));
    bad = d;
    bad.audiences = {"two words"};
    CHECK(refused(bad));
    CHECK(shelf.archive.destinations().empty());
}

TEST_CASE("nothing goes to a destination that is not known or closed, and the error says how to add one") {
    Ledger l;
    archive::Release r;
    r.render = l.made.id;
    r.destination = "nobody";
    CHECK_THROWS_WITH(l.archive.begin_release(r, "lina"), Catch::Contains("counterclip destination add nobody"));
    CHECK_THROWS_WITH(l.archive.add_release(r, "lina"), Catch::Contains("counterclip destination add nobody"));
    l.archive.close_destination("partner", "lina");
    r.destination = "partner";
    CHECK(kind_of_failure([&] { l.archive.begin_release(r, "lina"); }) == ErrorKind::refused);
    CHECK(l.archive.releases().empty());
}

TEST_CASE("a release is in the ledger before its package, with its manifest before it lies in its place") {
    Ledger l;
    auto& a = l.archive;
    const auto r = l.begun();
    CHECK(a.release(r.id).state == "writing");
    CHECK(a.release(r.id).clip == "c1");
    CHECK(a.release(r.id).sha256 == l.made.sha256);
    a.seal_release(r.id, std::string(64, 'd'), "lina");
    CHECK(a.release(r.id).state == "writing");
    CHECK(a.release(r.id).manifest_sha256 == std::string(64, 'd'));
    const auto done = a.finish_release(r.id, "lina");
    CHECK(done.state == "written");
    CHECK(a.release(r.id).staging.empty());
    CHECK(a.events().back().verb == "release");
    CHECK_THAT(a.events().back().details, Catch::Contains(std::string(64, 'd')));
    CHECK_THROWS_AS(a.finish_release(r.id, "lina"), Error);
    CHECK_THROWS_AS(a.seal_release(r.id, "x", "lina"), Error);
    CHECK_THROWS_AS(a.fail_release(r.id, "lina"), Error);
    CHECK_THROWS_WITH(l.raw().exec("DELETE FROM releases"), Catch::Contains("stays on record"));
}

TEST_CASE("a release that was given up is never finished nor published") {
    Ledger l;
    const auto r = l.begun();
    l.archive.fail_release(r.id, "lina");
    CHECK(kind_of_failure([&] { l.archive.seal_release(r.id, "x", "lina"); }) == ErrorKind::refused);
    CHECK(kind_of_failure([&] { l.archive.finish_release(r.id, "lina"); }) == ErrorKind::refused);
    CHECK(kind_of_failure([&] { l.published(r.id); }) == ErrorKind::refused);
    CHECK_THROWS_WITH(l.archive.takedown_done(r.id, "lina"), Catch::Contains("nowhere"));
}

TEST_CASE("a place is noted with its reach, and the log holds no address") {
    Ledger l;
    auto& a = l.archive;
    const auto r = l.released();
    archive::Place p;
    p.release = r.id;
    p.address = "https://example.org/interview-with-layla";
    p.since = day_after(today(), -1);
    p.reach = 12;
    const auto stored = a.add_place(p, "lina");
    CHECK(a.get_place(stored.id).reach == 12);
    CHECK(a.get_place(stored.id).since == day_after(today(), -1));
    a.set_reach(stored.id, 5400, "lina");
    CHECK(a.get_place(stored.id).reach == 5400);
    CHECK(l.published(r.id).since == today());
    CHECK(a.places().size() == 2);
    CHECK(a.release(r.id).places_open == 2);
    for (const auto& event : a.events()) CHECK(event.details.find("layla") == std::string::npos);
    CHECK_THROWS_WITH(a.add_place(p, "lina"), Catch::Contains("noted already"));
    CHECK_THROWS_WITH(l.raw().exec("DELETE FROM places"), Catch::Contains("stays on record"));
}

TEST_CASE("a place that makes no sense is refused") {
    Ledger l;
    const auto r = l.released();
    archive::Place p;
    p.release = r.id;
    for (const char* address : {"", "two words", "line\nbreak", "bell\a"}) {
        CAPTURE(address);
        p.address = address;
        CHECK(kind_of_failure([&] { l.archive.add_place(p, "lina"); }) == ErrorKind::usage);
    }
    p.address = "https://example.org";
    for (const char* day : {"yesterday", "2026-02-30", "2999-01-01", "2026-01-02"}) {
        CAPTURE(day);
        p.since = day;
        CHECK(kind_of_failure([&] { l.archive.add_place(p, "lina"); }) == ErrorKind::usage);
    }
    p.since = "";
    p.reach = -1;
    CHECK(kind_of_failure([&] { l.archive.add_place(p, "lina"); }) == ErrorKind::usage);
    CHECK(kind_of_failure([&] { l.archive.set_reach(1, -1, "lina"); }) == ErrorKind::usage);
    CHECK_THROWS_WITH(l.archive.set_reach(77, 1, "lina"), Catch::Contains("P77"));
    CHECK(l.archive.places().empty());
}

TEST_CASE("a release with a place still up is not down") {
    Ledger l;
    auto& a = l.archive;
    const auto r = l.released();
    const auto one = l.published(r.id, "https://example.org/1");
    const auto two = l.published(r.id, "https://example.org/2");
    CHECK_THROWS_WITH(a.takedown_done(r.id, "lina"), Catch::Contains("2 places"));
    a.place_done(one.id, "lina", "ticket 4711");
    CHECK(a.get_place(one.id).note == "ticket 4711");
    CHECK_THROWS_WITH(a.takedown_done(r.id, "lina"), Catch::Contains("1 place of it is"));
    a.place_done(two.id, "lina");
    CHECK_THROWS_WITH(a.place_done(two.id, "lina"), Catch::Contains("was taken down"));
    a.takedown_done(r.id, "lina", "stick came back");
    CHECK(a.release(r.id).takedown_note == "stick came back");
    CHECK(kind_of_failure([&] { l.published(r.id, "https://example.org/3"); }) == ErrorKind::refused);
}

TEST_CASE("the ledger is filtered by clip, interview and destination, and a misspelt filter is told") {
    Ledger l;
    auto& a = l.archive;
    l.add_interview("B-2");
    l.add_destination("web");
    auto other = a.clip("c1");
    other.code = "c2";
    other.parts = {{"B-2", l.import(2, "B-2").id, {0s, 1s}, std::nullopt}};
    a.add_clip(other, "amina");
    const auto first = l.released();
    archive::Release r;
    r.render = l.render("c2").id;
    r.folder = "/media/stick/c2";
    r.destination = "web";
    const auto second = a.add_release(r, "lina");
    l.published(second.id);

    CHECK(a.releases().size() == 2);
    CHECK(a.releases("c2").size() == 1);
    archive::LedgerFilter filter;
    filter.interview = "B-2";
    REQUIRE(a.releases(filter).size() == 1);
    CHECK(a.releases(filter)[0].id == second.id);
    CHECK(a.places(filter).size() == 1);
    filter.destination = "partner";
    CHECK(a.releases(filter).empty());
    filter.interview = "A-1";
    CHECK(a.releases(filter)[0].id == first.id);
    CHECK(a.places(filter).empty());
    filter.destination = "elsewhere";
    CHECK_THROWS_WITH(a.releases(filter), Catch::Contains("destination 'elsewhere'"));
    filter = {};
    filter.interview = "Z-9";
    CHECK_THROWS_WITH(a.places(filter), Catch::Contains("Z-9"));
}
