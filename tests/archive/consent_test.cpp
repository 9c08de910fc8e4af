#include "archive/shelf.h"
#include "archive/state.h"
#include "consent/changes.h"
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
    auto slip = backwards;
    slip.evidence.range = Range{1s, 1040ms};
    CHECK_THROWS_WITH(shelf.archive.append_consent(slip, "amina"), Catch::Contains("40 ms long"));
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

TEST_CASE("the whole of a consent comes back: reach, risk, wishes, and terms of a purpose") {
    Shelf shelf;
    auto given = generous(shelf.import().id);
    given.terms.languages = {"ar", "en"};
    given.terms.until = "2027-12-31";
    given.terms.risk = consent::Risk::strangers;
    given.preferences = {consent::Preference::woman_interviewer, consent::Preference::told_may_stop};
    consent::change_for(given, consent::Use::training, {.face = consent::FaceTerm::show, .risk_note = "none there"});
    shelf.archive.append_consent(given, "amina");
    const auto read = shelf.archive.latest_consent("A-1");
    REQUIRE(read);
    CHECK(read->terms == given.terms);
    CHECK(read->preferences == given.preferences);
    CHECK(read->purposes == given.purposes);
    CHECK(shelf.archive.latest_consents("A-1").at("subject").purposes == given.purposes);
    CHECK_FALSE(shelf.archive.verify_log());
    CHECK(shelf.archive.events().back().details.find("none there") == std::string::npos);
}

TEST_CASE("the hash of a revision stored before there was more to say stays what it was") {
    Revision old;
    old.id = 1;
    old.interview = "A-1";
    old.terms.use = consent::Use::public_;
    old.terms.voice = consent::VoiceTerm::keep;
    old.terms.audiences = {"schools"};
    old.terms.territories = {"DE", "FR"};
    old.terms.risk_note = "family";
    old.evidence = {consent::Method::verbal_on_recording, 1, Range{200ms, 900ms}, {}, ""};
    old.author = "amina";
    old.reason = "asked";
    old.at = "2026-11-01T10:00:00Z";
    const auto hash = archive::record_sha256(old);
    CHECK(hash == "20b266389018911781d59e23188c55862a81aaa62ff77b7d5a1c585e5b64158a");
    // What came later changes it, each by itself.
    for (auto change : std::vector<void (*)(Revision&)>{[](Revision& r) { r.terms.until = "2027-12-31"; },
                                                        [](Revision& r) { r.terms.languages = {"ar"}; },
                                                        [](Revision& r) { r.terms.risk = consent::Risk::none; },
                                                        [](Revision& r) { r.preferences = {consent::Preference::stopped_early}; },
                                                        [](Revision& r) { r.purposes[consent::Use::training] = r.terms; }}) {
        auto changed = old;
        change(changed);
        CHECK(archive::record_sha256(changed) != hash);
    }
}

TEST_CASE("words of a consent that cannot be read are refused, others brought into one form") {
    Shelf shelf;
    const auto good = generous(shelf.import().id);
    const auto refused = [&](void (*change)(Revision&)) {
        auto revision = good;
        change(revision);
        try {
            shelf.archive.append_consent(revision, "amina");
        } catch (const Error& e) {
            return e.kind() == ErrorKind::usage;
        }
        return false;
    };
    CHECK(refused([](Revision& r) { r.terms.until = "2027-02-30"; }));
    CHECK(refused([](Revision& r) { r.terms.territories = {"Sweden"}; }));
    CHECK(refused([](Revision& r) { r.terms.languages = {"arabic language"}; }));
    CHECK(refused([](Revision& r) { r.terms.audiences = {"the press"}; }));
    CHECK(refused([](Revision& r) { r.purposes[consent::Use::training].until = "soon"; }));
    CHECK(refused([](Revision& r) { r.evidence = {consent::Method::verbal_before_witnesses, 0, {}, {"Fatima"}, ""}; }));
    CHECK(refused([](Revision& r) { r.evidence = {consent::Method::written, 0, {}, {}, "form.pdf"}; }));
    CHECK_FALSE(shelf.archive.latest_consent("A-1"));
    auto revision = good;
    revision.terms.territories = {"se"};
    revision.terms.languages = {"AR-sy"};
    shelf.archive.append_consent(revision, "amina");
    CHECK(shelf.archive.latest_consent("A-1")->terms.territories == std::vector<std::string>{"SE"});
    CHECK(shelf.archive.latest_consent("A-1")->terms.languages == std::vector<std::string>{"ar-SY"});
}
