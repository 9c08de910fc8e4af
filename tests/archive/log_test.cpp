#include "archive/log.h"

#include <fmt/format.h>

#include "archive/shelf.h"
#include "core/error.h"

using namespace counterclip;
using archive::Event;
using archive::find_fault;
using test::Shelf;

namespace {

std::vector<Event> chain(int length) {
    std::vector<Event> events;
    std::string previous(64, '0');
    for (int i = 1; i <= length; ++i) {
        Event e{i, "2026-11-24T08:00:00Z", "amina", "import", "interview A-1", "{}", previous, ""};
        e.hash = archive::event_hash(e);
        previous = e.hash;
        events.push_back(e);
    }
    return events;
}

// What an intruder with the catalog file could do.
void without_guards(const Shelf& shelf, const std::string& sql) {
    auto db = shelf.raw();
    std::map<std::string, std::string> triggers;
    {
        SQLite::Statement row(db, "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'");
        while (row.executeStep()) triggers[row.getColumn(0).getString()] = row.getColumn(1).getString();
    }
    for (const auto& [name, made_by] : triggers) db.exec("DROP TRIGGER " + name);
    db.exec(sql);
    for (const auto& [name, made_by] : triggers) db.exec(made_by);
}

}  // namespace

TEST_CASE("an untouched chain has no fault, an empty one neither") {
    CHECK_FALSE(find_fault({}));
    CHECK_FALSE(find_fault(chain(5)));
}

TEST_CASE("an edit of any field of an event is found") {
    const auto edit = GENERATE(values<void (*)(Event&)>(
        {[](Event& e) { e.at = "2020-01-01T00:00:00Z"; }, [](Event& e) { e.by = "samir"; },
         [](Event& e) { e.verb = "approve"; }, [](Event& e) { e.object = "interview A-2"; },
         [](Event& e) { e.details = "{\"x\":1}"; }, [](Event& e) { e.hash[3] = e.hash[3] == '0' ? '1' : '0'; }}));
    auto events = chain(5);
    edit(events[2]);
    const auto fault = find_fault(events);
    REQUIRE(fault);
    CHECK(fault->sequence == 3);
}

TEST_CASE("an event edited and hashed anew breaks the chain at the next") {
    auto events = chain(5);
    events[2].by = "samir";
    events[2].hash = archive::event_hash(events[2]);
    const auto fault = find_fault(events);
    REQUIRE(fault);
    CHECK(fault->sequence == 4);
}

TEST_CASE("fields cannot be shifted into each other without changing the hash") {
    Event a{1, "t", "amina", "import", "x", "{}", "", ""};
    Event b{1, "t", "aminai", "mport", "x", "{}", "", ""};
    CHECK(archive::event_hash(a) != archive::event_hash(b));
}

TEST_CASE("a removed event is found, at the start and in the middle") {
    auto events = chain(5);
    events.erase(events.begin() + 2);
    REQUIRE(find_fault(events));
    CHECK(find_fault(events)->sequence == 3);
    events = chain(5);
    events.erase(events.begin());
    REQUIRE(find_fault(events));
    CHECK(find_fault(events)->sequence == 1);
}

TEST_CASE("a removed event is found even if the rest is numbered anew") {
    auto events = chain(5);
    events.erase(events.begin() + 2);
    for (std::size_t i = 0; i < events.size(); ++i) {
        events[i].sequence = static_cast<std::int64_t>(i) + 1;
        events[i].hash = archive::event_hash(events[i]);
    }
    REQUIRE(find_fault(events));
    CHECK(find_fault(events)->sequence == 3);
}

TEST_CASE("events that changed places are found") {
    auto events = chain(5);
    std::swap(events[1], events[3]);
    REQUIRE(find_fault(events));
    std::swap(events[1].sequence, events[3].sequence);
    REQUIRE(find_fault(events));
    CHECK(find_fault(events)->sequence == 2);
}

TEST_CASE("every change is in the log, in whose name it was made") {
    Shelf shelf;
    const auto recording = shelf.import();
    const auto events = shelf.archive.events();
    REQUIRE(events.size() == 7);
    CHECK(events.front().verb == "operator add");
    CHECK(events.front().by == "ruth");
    CHECK(events.back().verb == "import");
    CHECK(events.back().by == "amina");
    CHECK(events.back().object == "interview A-1");
    CHECK_THAT(events.back().details, Catch::Contains(recording.sha256));
    CHECK_FALSE(shelf.archive.verify_log());
}

TEST_CASE("a change that fails is not in the log") {
    Shelf shelf;
    const auto before = shelf.archive.events().size();
    CHECK_THROWS_AS(shelf.add_interview("A-1"), Error);
    CHECK(shelf.archive.events().size() == before);
}

TEST_CASE("the catalog itself refuses to rewrite the log") {
    const Shelf shelf;
    auto db = shelf.raw();
    CHECK_THROWS_WITH(db.exec("UPDATE events SET by = 'omar' WHERE sequence = 2"), Catch::Contains("only grows"));
    CHECK_THROWS_WITH(db.exec("DELETE FROM events WHERE sequence = 2"), Catch::Contains("only grows"));
    CHECK_THROWS_WITH(db.exec("INSERT OR REPLACE INTO events SELECT 2, at, 'omar', verb, object, details, previous, "
                              "hash FROM events WHERE sequence = 2"),
                      Catch::Contains("must follow"));
}

TEST_CASE("an intruder's edit, removal and reordering in the catalog are found") {
    const Shelf shelf;
    SECTION("edit") {
        without_guards(shelf, "UPDATE events SET by = 'omar' WHERE sequence = 3");
        REQUIRE(shelf.archive.verify_log());
        CHECK(shelf.archive.verify_log()->sequence == 3);
    }
    SECTION("removal") {
        without_guards(shelf, "DELETE FROM events WHERE sequence = 3");
        REQUIRE(shelf.archive.verify_log());
        CHECK(shelf.archive.verify_log()->sequence == 3);
    }
    SECTION("reordering") {
        without_guards(shelf,
                       "UPDATE events SET sequence = 99 WHERE sequence = 3; UPDATE events SET sequence = 3 WHERE "
                       "sequence = 4; UPDATE events SET sequence = 4 WHERE sequence = 99");
        REQUIRE(shelf.archive.verify_log());
        CHECK(shelf.archive.verify_log()->sequence == 3);
    }
}

TEST_CASE("consent rewritten, added or removed behind the log's back is found") {
    Shelf shelf;
    consent::Revision revision;
    revision.interview = "A-1";
    shelf.archive.append_consent(revision, "amina");
    shelf.archive.append_consent(revision, "amina");
    REQUIRE_FALSE(shelf.archive.verify_log());
    SECTION("rewritten") {
        without_guards(shelf, "UPDATE consent SET face = 'show' WHERE revision = 1");
        REQUIRE(shelf.archive.verify_log());
        CHECK_THAT(shelf.archive.verify_log()->what, Catch::Contains("consent A-1/subject/1"));
    }
    SECTION("removed") {
        without_guards(shelf, "DELETE FROM consent WHERE revision = 2");
        REQUIRE(shelf.archive.verify_log());
        CHECK_THAT(shelf.archive.verify_log()->what, Catch::Contains("is gone"));
    }
    SECTION("added") {
        without_guards(shelf,
                       "UPDATE consent SET revision = 3 WHERE revision = 2; INSERT INTO consent (interview, person, "
                       "revision, use, face, name, voice, details, audiences, territories, risk_note, method, "
                       "evidence_recording, evidence_in_ns, evidence_out_ns, witnesses, document_sha256, withdrawn, "
                       "author, reason, at) SELECT interview, "
                       "person, 2, use, 'show', name, voice, details, audiences, territories, risk_note, method, "
                       "evidence_recording, evidence_in_ns, evidence_out_ns, witnesses, document_sha256, withdrawn, "
                       "author, reason, at FROM consent WHERE revision = 3");
        CHECK(shelf.archive.verify_log());
    }
}

TEST_CASE("an event of another room joins the chain; one whose details are no JSON does not") {
    Shelf shelf;
    const auto event = shelf.archive.append_event("verify", "render 1", R"({"findings": 2})", "samir");
    CHECK(event.sequence == static_cast<std::int64_t>(shelf.archive.events().size()));
    CHECK(shelf.archive.events().back().hash == event.hash);
    CHECK_THROWS_AS(shelf.archive.append_event("verify", "render 1", "findings", "samir"), Error);
    CHECK_FALSE(shelf.archive.verify_log());
}

TEST_CASE("an event that pretends to be from an older or a newer catalog switches no check off") {
    Shelf shelf;
    const auto catalog = GENERATE(3, 4, 99);
    const auto head = shelf.archive.log_head();
    Event forged{head.sequence + 1, "2026-11-24T08:00:00Z",
                 "amina",           "verify",
                 "clip k",          fmt::format(R"({{"catalog":{},"records":{{}}}})", catalog),
                 head.hash,         ""};
    forged.hash = archive::event_hash(forged);
    without_guards(shelf, "UPDATE interviews SET minor = 1");
    {
        auto db = shelf.raw();
        SQLite::Statement insert(db, "INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
        insert.bind(1, forged.sequence);
        for (int n = 2; const auto& text : {forged.at, forged.by, forged.verb, forged.object, forged.details,
                                            forged.previous, forged.hash})
            insert.bind(n++, text);
        insert.exec();
    }
    const auto fault = shelf.archive.verify_log();
    REQUIRE(fault);
    CHECK(fault->sequence == forged.sequence);
}

TEST_CASE("a catalog with a trigger, table or index that is not ours is not opened") {
    Shelf shelf;
    const auto sql =
        GENERATE(as<std::string>{},
                 "CREATE TRIGGER za BEFORE INSERT ON consent WHEN NEW.withdrawn BEGIN SELECT RAISE(IGNORE); END",
                 "DROP TRIGGER consent_stays", "CREATE TABLE more (x)", "CREATE VIEW v AS SELECT 1",
                 "DROP INDEX segments_of_recording");
    shelf.raw().exec(sql);
    CHECK_THROWS_WITH(archive::Archive::open(shelf.archive.folder()), Catch::Contains("restore it from a backup"));
}

TEST_CASE("what changes outside the catalog is told to the log before, and an event that fails stops it") {
    Shelf shelf;
    bool changed = false;
    const auto change = [&](const archive::Archive::Tell& tell) {
        tell(R"({"vault": "1"})");
        changed = true;
    };
    const auto events = shelf.archive.events().size();

    shelf.raw().exec("CREATE TRIGGER full BEFORE INSERT ON events BEGIN SELECT RAISE(ABORT, 'no room'); END");
    CHECK_THROWS(shelf.archive.append_event("vault change", "vault", change, "amina", "it IS changed"));
    CHECK_FALSE(changed);
    shelf.raw().exec("DROP TRIGGER full");

    const auto fails = [&](const archive::Archive::Tell& tell) {
        tell("{}");
        throw Error("save", "it broke");
    };
    CHECK_THROWS_WITH(shelf.archive.append_event("vault change", "vault", fails, "amina", "it IS changed"),
                      Catch::Contains("it broke") && !Catch::Contains("IS changed"));
    CHECK(shelf.archive.events().size() == events);

    const auto event = shelf.archive.append_event("vault change", "vault", change, "amina", "it IS changed");
    CHECK(changed);
    CHECK_THAT(event.details, Catch::Contains(R"("vault":"1")"));
    CHECK_FALSE(shelf.archive.verify_log());
}

TEST_CASE("an event that cannot be committed after the change says that it IS changed") {
    Shelf shelf;
    // Fails with the commit, like the last page on a full disk.
    shelf.raw().exec(
        "CREATE TABLE broken (x TEXT REFERENCES operators (code) DEFERRABLE INITIALLY DEFERRED);"
        "CREATE TRIGGER breaks AFTER INSERT ON events BEGIN INSERT INTO broken VALUES ('nobody'); END");
    const auto change = [](const archive::Archive::Tell& tell) { tell("{}"); };
    CHECK_THROWS_WITH(shelf.archive.append_event("vault change", "vault", change, "amina", "it IS changed; do this"),
                      Catch::Contains("it IS changed; do this") && !Catch::Contains("nothing was changed"));
}
