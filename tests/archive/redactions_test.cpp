// What must not go out of an interview: kept with its reason, taken back without being forgotten, gone with its
// recording.
#include "archive/shelf.h"
#include "core/error.h"

using namespace counterclip;
using namespace std::chrono_literals;
using archive::Danger;
using archive::Redaction;
using archive::Removal;
using Catch::Matchers::Contains;
using test::Shelf;

namespace {

struct Marked : Shelf {
    archive::Recording recording = import(1);

    Redaction of(Range range) const {
        Redaction r;
        r.interview = "A-1";
        r.recording = recording.id;
        r.range = range;
        r.why = Danger::incriminating;
        r.how = Removal::bleep;
        r.replacement = "REPLACEMENTSECRET";
        r.reason = "REASONSECRET";
        return r;
    }
};

}  // namespace

TEST_CASE("a redaction comes back as it was made, in the order of time, and its words stay out of the log") {
    Marked shelf;
    auto late = shelf.of({1s, 1500ms});
    late.hides_picture = true;
    late.how = Removal::cut;
    shelf.archive.add_redaction(late, "amina");
    const auto early = shelf.archive.add_redaction(shelf.of({100ms, 400ms}), "omar");
    const auto found = shelf.again().redactions(shelf.recording.id);
    REQUIRE(found.size() == 2);
    CHECK(found[0].id == early.id);
    CHECK(found[0].range == Range{100ms, 400ms});
    CHECK(found[0].why == Danger::incriminating);
    CHECK(found[0].how == Removal::bleep);
    CHECK(found[0].replacement == "REPLACEMENTSECRET");
    CHECK(found[0].by == "omar");
    CHECK(found[1].hides_picture);
    CHECK(found[1].how == Removal::cut);
    for (const auto& event : shelf.archive.events()) {
        CHECK_THAT(event.details, !Contains("SECRET"));
        CHECK_THAT(event.object, !Contains("SECRET"));
    }
}

TEST_CASE("a redaction that is taken back holds no more and stays on record") {
    Marked shelf;
    const auto stored = shelf.archive.add_redaction(shelf.of({100ms, 400ms}), "amina");
    CHECK_THROWS_WITH(shelf.archive.remove_redaction(stored.id, "  ", "amina"), Contains("say why"));
    shelf.archive.remove_redaction(stored.id, "it was another village", "omar");
    CHECK(shelf.archive.redactions(shelf.recording.id).empty());
    const auto history = shelf.archive.redaction_history(shelf.recording.id);
    REQUIRE(history.size() == 1);
    CHECK(history[0].removed_by == "omar");
    CHECK(history[0].removed_reason == "it was another village");
    CHECK_THROWS_WITH(shelf.archive.remove_redaction(stored.id, "again", "amina"), Contains("omar did that"));
    CHECK_THROWS_WITH(shelf.archive.remove_redaction(99, "nothing", "amina"), Contains("there is none"));
    CHECK_FALSE(shelf.archive.verify_log());
    shelf.raw().exec("UPDATE redactions SET removed_by = ''");
    CHECK(shelf.archive.verify_log());  // nobody brings it back, or away, unseen
}

TEST_CASE("only an editor redacts, within the recording, and says why") {
    Marked shelf;
    CHECK_THROWS_WITH(shelf.archive.add_redaction(shelf.of({100ms, 400ms}), "samir"),
                      Contains("lacks the role editor"));
    CHECK_THROWS_AS(shelf.archive.add_redaction(shelf.of({1s, 100s}), "amina"), Error);
    CHECK_THROWS_AS(shelf.archive.add_redaction(shelf.of({1s, 1s}), "amina"), Error);
    auto silent = shelf.of({100ms, 400ms});
    silent.reason.clear();
    CHECK_THROWS_WITH(shelf.archive.add_redaction(silent, "amina"), Contains("say why"));
    CHECK(shelf.archive.redaction_history(shelf.recording.id).empty());
}

TEST_CASE("who redacts in a clip, or takes a redaction back, has a hand in it, and its render is no longer current") {
    Marked shelf;
    const auto clip = shelf.clip("c1", shelf.recording);
    const auto before = shelf.archive.made_from("c1");
    const auto stored = shelf.archive.add_redaction(shelf.of({100ms, 400ms}), "omar");
    const auto editors = shelf.archive.editors_of("c1");
    CHECK(std::find(editors.begin(), editors.end(), "omar") != editors.end());
    CHECK(shelf.archive.made_from("c1").recordings != before.recordings);
    const auto between = shelf.archive.made_from("c1");
    shelf.archive.remove_redaction(stored.id, "not needed", "omar");
    CHECK(shelf.archive.made_from("c1").recordings != between.recordings);
    CHECK(shelf.archive.wrong_lists().empty());
}

TEST_CASE("a redaction that was taken back is restored, and all three have a hand in the clip") {
    Marked shelf;
    auto& a = shelf.archive;
    const auto clip = shelf.clip("c1", shelf.recording);
    for (const char* code : {"author", "remover", "restorer"}) a.add_operator({code, {"editor"}, "", ""}, "ruth");
    const auto stored = a.add_redaction(shelf.of({100ms, 400ms}), "author");
    CHECK_THROWS_WITH(a.restore_redaction(stored.id, "restorer"), Contains("it holds"));
    a.remove_redaction(stored.id, "not needed", "remover");
    const auto before = a.made_from("c1");
    a.restore_redaction(stored.id, "restorer");
    CHECK(a.redactions(shelf.recording.id).size() == 1);
    CHECK(a.made_from("c1").recordings != before.recordings);
    CHECK(a.editors_of("c1") == std::vector<std::string>{"amina", "author", "remover", "restorer"});
    CHECK_THROWS_AS(a.restore_redaction(99, "restorer"), Error);
    CHECK_FALSE(a.verify_log());
}
