#include "archive/shelf.h"
#include "core/error.h"

using namespace counterclip;
using namespace std::chrono_literals;
using consent::Revision;
using test::Shelf;

namespace {

Revision generous(std::int64_t recording) {
    Revision r;
    r.interview = "A-1";
    r.terms = {consent::Use::public_,
               consent::FaceTerm::hide,
               consent::NameTerm::changed,
               consent::VoiceTerm::keep,
               consent::DetailsTerm::omit,
               {"schools"},
               {"DE", "FR"},
               {},
               {},
               consent::Risk::acquaintances,
               "family still there"};
    r.evidence = {consent::Method::verbal_on_recording, recording, Range{200ms, 900ms}, {"W-1", "W-2"}, "abc"};
    r.reason = "asked again after the break";
    return r;
}

}  // namespace

TEST_CASE("consent comes back as it was given, numbered, dated and signed for") {
    Shelf shelf;
    const auto recording = shelf.import();
    const auto given = generous(recording.id);
    const auto stored = shelf.archive.append_consent(given, "amina");
    CHECK(stored.id == 1);
    CHECK(stored.author == "amina");
    CHECK(stored.at.size() == 20);
    const auto read = shelf.archive.latest_consent("A-1");
    REQUIRE(read);
    CHECK(read->terms == given.terms);
    CHECK(read->evidence == given.evidence);
    CHECK(read->reason == given.reason);
    CHECK(read->author == "amina");
    CHECK(read->at == stored.at);
    CHECK_FALSE(read->withdrawn);
}

TEST_CASE("a newer revision counts and the older ones stay") {
    Shelf shelf;
    const auto recording = shelf.import();
    shelf.archive.append_consent(generous(recording.id), "amina");
    auto withdrawal = generous(recording.id);
    withdrawal.withdrawn = true;
    shelf.archive.append_consent(withdrawal, "samir");  // anyone may take note of a withdrawal
    CHECK(shelf.archive.latest_consent("A-1")->withdrawn);
    CHECK(shelf.archive.latest_consent("A-1")->id == 2);
    const auto history = shelf.archive.consent_history("A-1");
    REQUIRE(history.size() == 2);
    CHECK_FALSE(history[0].withdrawn);
    CHECK(shelf.archive.events().back().verb == "consent withdraw");
}

TEST_CASE("each person of an interview has a history of its own") {
    Shelf shelf;
    Revision translator;
    translator.interview = "A-1";
    translator.person = "translator";
    CHECK(shelf.archive.append_consent(translator, "amina").id == 1);
    CHECK_FALSE(shelf.archive.latest_consent("A-1"));
    CHECK(shelf.archive.latest_consent("A-1", "translator"));
    translator.person = "nobody";
    CHECK_THROWS_AS(shelf.archive.append_consent(translator, "amina"), Error);
}

TEST_CASE("the catalog refuses to change, remove or replace consent") {
    Shelf shelf;
    const auto recording = shelf.import();
    shelf.archive.append_consent(generous(recording.id), "amina");
    auto db = shelf.raw();
    CHECK_THROWS_WITH(db.exec("UPDATE consent SET face = 'show'"), Catch::Contains("only grows"));
    CHECK_THROWS_WITH(db.exec("DELETE FROM consent"), Catch::Contains("only grows"));
    CHECK_THROWS_WITH(db.exec("INSERT OR REPLACE INTO consent SELECT * FROM consent"), Catch::Contains("must follow"));
}

TEST_CASE("evidence must be a recording of this interview") {
    Shelf shelf;
    shelf.add_interview("B-2");
    const auto other = shelf.import(4, "B-2");
    CHECK_THROWS_WITH(shelf.archive.append_consent(generous(other.id), "amina"), Catch::Contains("B-2"));
    CHECK_THROWS_WITH(shelf.archive.append_consent(generous(99), "amina"), Catch::Contains("recording '99'"));
    auto backwards = generous(other.id);
    backwards.interview = "B-2";
    backwards.evidence.range = Range{2s, 1s};
    CHECK_THROWS_WITH(shelf.archive.append_consent(backwards, "amina"), Catch::Contains("ends before it begins"));
    CHECK_FALSE(shelf.archive.latest_consent("A-1"));
}

TEST_CASE("free text of a consent does not go into the log") {
    Shelf shelf;
    const auto recording = shelf.import();
    shelf.archive.append_consent(generous(recording.id), "amina");
    const auto details = shelf.archive.events().back().details;
    CHECK(details.find("family") == std::string::npos);
    CHECK(details.find("asked again") == std::string::npos);
    CHECK(details.find("W-1") == std::string::npos);
}
