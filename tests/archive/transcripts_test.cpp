// What was said, as timed text: revisions are kept, only editors write them, and they go with their recording.
#include "archive/shelf.h"
#include "core/error.h"

using namespace counterclip;
using namespace std::chrono_literals;
using archive::Transcript;
using archive::TranscriptKind;
using Catch::Matchers::Contains;
using test::Shelf;

namespace {

struct Told : Shelf {
    archive::Recording recording = import(1);

    Transcript about(const std::string& language, TranscriptKind kind = TranscriptKind::on_site) const {
        Transcript t;
        t.interview = "A-1";
        t.recording = recording.id;
        t.language = language;
        t.kind = kind;
        t.note = "NOTESECRET";
        return t;
    }
    Transcript tell(const std::string& text, const std::string& language = "en") {
        return archive.add_transcript(about(language), {{{100ms, 900ms}, text}}, "amina");
    }
};

}  // namespace

TEST_CASE("a transcript comes back as it was stored, in the order of time, with speakers and words") {
    Told shelf;
    captions::Cue first{{0s, 1s}, "I left home", "subject", {{{0s, 200ms}, 0, 1}, {{200ms, 500ms}, 2, 4}}};
    captions::Cue second{{500ms, 2s}, "When?\nWhy?", "interviewer", {}};
    const auto stored = shelf.archive.add_transcript(shelf.about("en-us"), {second, first}, "amina");
    CHECK(stored.language == "en-US");
    CHECK(stored.revision == 1);
    CHECK(stored.cues == 2);

    const auto cues = shelf.again().cues(stored.id);
    REQUIRE(cues.size() == 2);
    CHECK(cues[0].text == "I left home");
    CHECK(cues[0].speaker == "subject");
    CHECK(cues[0].words == first.words);
    CHECK(cues[1].range == second.range);
    CHECK(cues[1].text == "When?\nWhy?");
    CHECK(shelf.archive.cues(stored.id, Range{0s, 500ms}).size() == 1);
    CHECK(shelf.archive.cues(stored.id, Range{1s, 3s}).size() == 1);
    CHECK(shelf.archive.latest_transcript(shelf.recording.id, "EN-us")->id == stored.id);
    CHECK_FALSE(shelf.archive.latest_transcript(shelf.recording.id, "ar"));
}

TEST_CASE("a correction is a new revision; the old one stays as it was") {
    Told shelf;
    const auto before = shelf.tell("he came at nine");
    shelf.tell("er kam um neun", "de");
    const auto after = shelf.archive.add_transcript(shelf.about("en", TranscriptKind::corrected),
                                                    {{{100ms, 900ms}, "he came at five"}}, "omar");
    CHECK(after.revision == 2);
    CHECK(shelf.archive.latest_transcript(shelf.recording.id, "en")->by == "omar");
    CHECK(shelf.archive.cues(before.id).front().text == "he came at nine");
    CHECK(shelf.archive.transcripts("A-1").size() == 3);
    for (const auto* sql : {"UPDATE cues SET text = 'x'", "DELETE FROM cues", "UPDATE transcripts SET note = 'x'",
                            "DELETE FROM transcripts"})
        CHECK_THROWS_WITH(shelf.raw().exec(sql), Contains("transcripts only grow"));
}

TEST_CASE("only editors write transcripts, and the log says so without their words") {
    Told shelf;
    CHECK_THROWS_WITH(shelf.archive.add_transcript(shelf.about("en"), {{{0s, 1s}, "x"}}, "samir"),
                      Contains("lacks the role editor"));
    shelf.tell("TEXTSECRET");
    const auto event = shelf.archive.events().back();
    CHECK(event.verb == "transcript add");
    CHECK_THAT(event.details, Contains("\"language\":\"en\"") && !Contains("SECRET"));
    CHECK_FALSE(shelf.archive.verify_log());
}

TEST_CASE("a cue changed behind the archive's back is found out") {
    Told shelf;
    const auto id = shelf.tell("he was there").id;
    {
        auto db = shelf.raw();
        db.exec("DROP TRIGGER cues_stay; UPDATE cues SET text = 'he was not there'");
    }
    const auto fault = shelf.archive.verify_log();
    REQUIRE(fault);
    CHECK_THAT(fault->what, Contains("cues " + std::to_string(id)));
}

TEST_CASE("a transcript changes what clips of its recording are made from") {
    Told shelf;
    shelf.clip("c1", shelf.recording);
    const auto before = shelf.archive.made_from("c1").recordings;
    shelf.tell("anything");
    CHECK(shelf.archive.made_from("c1").recordings != before);
}

TEST_CASE("who wrote a transcript has a hand in the clips of its recording") {
    Told shelf;
    shelf.clip("c1", shelf.recording);
    const auto has_hand = [&](const std::string& code) {
        const auto editors = shelf.archive.editors_of("c1");
        return std::ranges::find(editors, code) != editors.end();
    };
    CHECK_FALSE(has_hand("omar"));
    shelf.archive.add_transcript(shelf.about("en"), {{{0s, 1s}, "said"}}, "omar");
    CHECK(has_hand("omar"));
    CHECK(shelf.archive.wrong_lists().empty());
}

TEST_CASE("cues that cannot be are refused, naming the cue") {
    Told shelf;
    const auto add = [&](const captions::Cue& cue) {
        return shelf.archive.add_transcript(shelf.about("en"), {{{0s, 1s}, "fine"}, cue}, "amina");
    };
    CHECK_THROWS_WITH(add({{1s, 9s}, "late"}), Contains("cue 2") && Contains("not within recording"));
    CHECK_THROWS_WITH(add({{-1s, 1s}, "early"}), Contains("cue 1") && Contains("not within recording"));
    CHECK_THROWS_WITH(add({{1s, 1s}, "never"}), Contains("cue 2") && Contains("ends before it begins"));
    CHECK_THROWS_WITH(add({{1s, 2s}, " \n"}), Contains("cue 2") && Contains("no text"));
    CHECK_THROWS_WITH(add({{1s, 2s}, "word", "", {{{1s, 2s}, 2, 9}}}), Contains("words do not fit"));
    CHECK_THROWS_WITH(add({{1s, 2s}, "\xff"}), Contains("UTF-8"));
    CHECK_THROWS_WITH(shelf.archive.add_transcript(shelf.about("en"), {}, "amina"), Contains("no cue"));
    CHECK_THROWS_WITH(shelf.archive.add_transcript(shelf.about("arabic"), {{{0s, 1s}, "x"}}, "amina"),
                      Contains("BCP 47"));
    CHECK(shelf.archive.transcripts("A-1").empty());
    CHECK_THROWS_WITH(shelf.archive.cues(77), Contains("transcript '77': there is none"));
}
