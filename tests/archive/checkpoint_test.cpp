// Signatures under the log, and the log in a file for somebody outside.
#include "archive/log_file.h"

#include <fstream>

#include "archive/shelf.h"
#include "core/error.h"
#include "core/progress.h"
#include "core/staged_file.h"

using namespace counterclip;
using archive::Checkpoint;
using test::Shelf;

namespace {

// Signing lies in a room above; who signs for a test says the text and the key.
std::string signature(const std::string& text, const std::string& key) {
    return text + "|" + key;
}
bool signed_by(std::string_view text, std::string_view signed_text, std::string_view key) {
    return signed_text == signature(std::string(text), std::string(key));
}

struct Signed : Shelf {
    Signed() {
        archive.add_operator({"basim", {"auditor"}, "key-of-basim", ""}, "ruth");
        add_interview("A-2");
        sign();
        add_interview("A-3");
    }
    void sign() {
        const auto head = archive.log_head();
        Checkpoint c{head.sequence, head.hash, "basim", "2026-11-24T08:00:00Z", {}};
        c.signature = signature(checkpoint_statement(head.archive, c), "key-of-basim");
        archive.add_checkpoint(c, "basim");
    }
    void behind_its_back(const std::string& sql) const {
        auto db = raw();
        db.exec("PRAGMA foreign_keys = OFF");
        for (const auto* name :
             {"events_remain", "events_stay", "events_follow", "checkpoints_stay", "checkpoints_remain"})
            db.exec(std::string("DROP TRIGGER ") + name);
        db.exec(sql);
    }
    std::filesystem::path exported() const {
        Progress silent;
        archive.export_log(outside("log.jsonl"), silent);
        return outside("log.jsonl");
    }
};

void replace_in(const std::filesystem::path& file, const std::string& what, const std::string& by) {
    auto text = read_whole(file);
    const auto at = text.find(what);
    REQUIRE(at != std::string::npos);
    text.replace(at, what.size(), by);
    std::ofstream(file, std::ios::binary) << text;
}

}  // namespace

TEST_CASE("a log with a checkpoint is good, with the signer's key from elsewhere too") {
    const Signed shelf;
    CHECK_FALSE(shelf.archive.verify_log());
    CHECK_FALSE(shelf.archive.check_checkpoints(signed_by));
    CHECK_FALSE(shelf.archive.check_checkpoints(signed_by, "key-of-basim"));
    CHECK(shelf.archive.checkpoints().size() == 1);
    CHECK(shelf.archive.events().back().verb == "interview add");
}

TEST_CASE("a checkpoint of an event that is not there, or is another, is refused") {
    Signed shelf;
    auto head = shelf.archive.log_head();
    const Checkpoint later{head.sequence + 1, head.hash, "basim", "2026-11-24T08:00:00Z", "s"};
    CHECK_THROWS_WITH(shelf.archive.add_checkpoint(later, "basim"), Catch::Contains("no such event"));
    const Checkpoint other{head.sequence, std::string(64, '0'), "basim", "2026-11-24T08:00:00Z", "s"};
    CHECK_THROWS_WITH(shelf.archive.add_checkpoint(other, "basim"), Catch::Contains("no such event"));
    const Checkpoint strange{head.sequence, head.hash, "samir", "2026-11-24T08:00:00Z", "s"};
    CHECK_THROWS_AS(shelf.archive.add_checkpoint(strange, "basim"), Error);
}

TEST_CASE("a log whose end was cut off before a checkpoint is found by it") {
    const Signed shelf;
    const auto sequence = shelf.archive.checkpoints().front().sequence;
    shelf.behind_its_back("DELETE FROM events WHERE sequence >= " + std::to_string(sequence));
    const auto fault = shelf.archive.check_checkpoints(signed_by);
    REQUIRE(fault);
    CHECK(fault->sequence == sequence);
    CHECK_THAT(fault->what, Catch::Contains("cut off") && Catch::Contains("basim"));
}

TEST_CASE("a log that somebody without the keys wrote anew from its start is found by a checkpoint") {
    const Signed shelf;
    auto events = shelf.archive.events();
    std::string sql;
    std::string previous(64, '0');
    for (auto& e : events) {
        if (e.sequence == 3) e.at = "2026-11-24T00:00:00Z";
        e.previous = previous;
        e.hash = previous = [&] {
            auto copy = e;
            return event_hash(copy);
        }();
        sql += "UPDATE events SET at = '" + e.at + "', previous = '" + e.previous + "', hash = '" + e.hash +
               "' WHERE sequence = " + std::to_string(e.sequence) + ";";
    }
    shelf.behind_its_back(sql);
    REQUIRE_FALSE(archive::find_fault(shelf.archive.events()));
    const auto fault = shelf.archive.check_checkpoints(signed_by);
    REQUIRE(fault);
    CHECK(fault->sequence == shelf.archive.checkpoints().front().sequence);
    // Who also puts a new hash into the checkpoint cannot sign it.
    auto db = shelf.raw();
    db.exec("UPDATE checkpoints SET hash = (SELECT hash FROM events e WHERE e.sequence = checkpoints.sequence)");
    REQUIRE(shelf.archive.check_checkpoints(signed_by));
    CHECK_THAT(shelf.archive.check_checkpoints(signed_by)->what, Catch::Contains("not signed"));
    // Who removes all checkpoints is found by the key that an auditor has.
    db.exec("DELETE FROM checkpoints");
    CHECK_FALSE(shelf.archive.check_checkpoints(signed_by));
    REQUIRE(shelf.archive.check_checkpoints(signed_by, "key-of-basim"));
}

TEST_CASE("the signature of another archive's log is none") {
    Signed one;
    const Signed other;
    const auto c = other.archive.checkpoints().front();
    auto db = one.raw();
    db.exec("DROP TRIGGER checkpoints_stay; UPDATE checkpoints SET signature = '" + c.signature + "'");
    CHECK(one.archive.check_checkpoints(signed_by));
}

TEST_CASE("an exported log is checked without the archive") {
    const Signed shelf;
    const auto file = shelf.exported();
    const auto found = archive::check_log_file(file, signed_by, "key-of-basim");
    CHECK_FALSE(found.fault);
    CHECK(found.checkpoints == 1);
    CHECK(found.head.sequence == shelf.archive.log_head().sequence);
    CHECK(found.head.hash == shelf.archive.log_head().hash);
    CHECK((std::filesystem::status(file).permissions() & std::filesystem::perms::others_all) ==
          std::filesystem::perms::none);
}

TEST_CASE("an exported log that was touched is found") {
    const Signed shelf;
    const auto file = shelf.exported();
    SECTION("an event") {
        replace_in(file, "interview A-2", "interview B-2");
    }
    SECTION("an event is gone") {
        auto text = read_whole(file);
        const auto from = text.find("{\"event\":{\"sequence\":3");
        text.erase(from, text.find('\n', from) + 1 - from);
        std::ofstream(file, std::ios::binary) << text;
    }
    SECTION("the archive it is of") {
        replace_in(file, "\"archive\":\"", "\"archive\":\"0");
    }
    SECTION("an operator's key") {
        replace_in(file, "\"public_key\":\"key-of-basim\"", "\"public_key\":\"key-of-other\"");
    }
    SECTION("a signature") {
        replace_in(file, "|key-of-basim", "|key-of-basin");
    }
    CHECK(archive::check_log_file(file, signed_by, "").fault);
}

TEST_CASE("an exported log without a checkpoint by the key that the auditor has is not trusted") {
    const Signed shelf;
    const auto found = archive::check_log_file(shelf.exported(), signed_by, "key-of-other");
    REQUIRE(found.fault);
    CHECK_THAT(found.fault->what, Catch::Contains("the key you named"));
}

TEST_CASE("a file that is no exported log is named") {
    const Shelf shelf;
    std::ofstream(shelf.outside("x.jsonl")) << "{\"a\": 1}\n";
    CHECK_THROWS_WITH(archive::check_log_file(shelf.outside("x.jsonl"), signed_by, ""),
                      Catch::Contains("no exported log"));
    std::ofstream(shelf.outside("x.jsonl"))
        << "{\"counterclip log\": 1, \"archive\": \"a\", \"operators\": []}\n{\"eve";
    CHECK_THROWS_WITH(archive::check_log_file(shelf.outside("x.jsonl"), signed_by, ""), Catch::Contains("line 2"));
    CHECK_THROWS_WITH(archive::check_log_file(shelf.outside("none.jsonl"), signed_by, ""),
                      Catch::Contains("cannot open"));
}

TEST_CASE("the log is shown by object, by whom, what and when") {
    const Signed shelf;
    CHECK(shelf.archive.events({.object = "interview A-2"}).size() == 1);
    CHECK(shelf.archive.events({.object = "A-2"}).size() == 1);
    CHECK(shelf.archive.events({.by = "amina"}).size() == 3);
    CHECK(shelf.archive.events({.verb = "operator"}).size() == 6);
    CHECK(shelf.archive.events({.verb = "oper"}).empty());
    CHECK(shelf.archive.events({.since = "2100-01-01"}).empty());
    const auto last = shelf.archive.events({.last = 2});
    REQUIRE(last.size() == 2);
    CHECK(last.front().verb == "log checkpoint");
}
