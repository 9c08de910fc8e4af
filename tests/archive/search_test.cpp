// What was said is found again: by words, language, tag, interview; and not after it is gone.
#include "archive/cue_index.h"
#include "archive/shelf.h"
#include "core/error.h"

using namespace counterclip;
using namespace std::chrono_literals;
using Catch::Matchers::Contains;
using test::Shelf;
using Texts = std::vector<std::string>;

namespace {

struct Library : Shelf {
    archive::Recording recording = import(1);

    archive::Transcript tell(const std::string& language, const std::vector<captions::Cue>& cues,
                             const std::string& interview = "A-1", std::int64_t of = 0) {
        archive::Transcript t;
        t.interview = interview;
        t.recording = of != 0 ? of : recording.id;
        t.language = language;
        return archive.add_transcript(t, cues, "amina");
    }
    Texts find(archive::SearchQuery query) const {
        Texts texts;
        for (const auto& hit : archive.search(query)) texts.push_back(hit.text);
        return texts;
    }
    Texts find(const std::string& words) const {
        archive::SearchQuery query;
        query.words = words;
        return find(query);
    }
};

}  // namespace

TEST_CASE("words are found whatever their case, accents and Arabic forms, in the order of time") {
    Library shelf;
    shelf.tell("en", {{{1s, 2s}, "Then ELODIE left the town"}, {{0s, 1s}, "Élodie came to town"}});
    shelf.tell("ar", {{{0s, 1s}, "ذهب أحمد إلى المدرسة"}});
    CHECK(shelf.find("elodie") == Texts{"Élodie came to town", "Then ELODIE left the town"});
    CHECK(shelf.find("town left") == Texts{"Then ELODIE left the town"});
    CHECK(shelf.find("\"came to\"") == Texts{"Élodie came to town"});
    CHECK(shelf.find("\"to came\"").empty());
    CHECK(shelf.find("tow*").size() == 2);
    CHECK(shelf.find("tow").empty());
    CHECK(shelf.find("مدرسه احمد").size() == 1);
    const auto hit = shelf.archive.search({"elodie town", "", "", "", false, 1}).at(0);
    CHECK(hit.position == 1);
    CHECK(hit.cue == 1);
    CHECK(hit.range == Range{0s, 1s});
    REQUIRE(hit.spans.size() == 2);
    CHECK(hit.text.substr(hit.spans[0].first, hit.spans[0].last - hit.spans[0].first) == "Élodie");
}

TEST_CASE("what a user types is never taken for the search engine's own language") {
    Library shelf;
    shelf.tell("en", {{{0s, 1s}, "near and or not words"}});
    for (const auto* typed : {"near", "AND", "or NOT", "words:near", "near(words, 2)", "\"near", "near^", "-near",
                              "{words}", "near + and", "NEAR \" or"})
        CHECK_NOTHROW(shelf.find(typed));
    CHECK(shelf.find("AND").size() == 1);
    CHECK(shelf.find("words:near").empty());
    CHECK_THROWS_WITH(shelf.find("* ( ) \""), Contains("no word"));
}

TEST_CASE("the latest revision is searched, others when asked for") {
    Library shelf;
    shelf.tell("en", {{{0s, 1s}, "he came at nine"}});
    shelf.tell("en", {{{0s, 1s}, "he came at five"}});
    CHECK(shelf.find("nine").empty());
    CHECK(shelf.find("five").size() == 1);
    archive::SearchQuery all;
    all.words = "came";
    all.all_revisions = true;
    CHECK(shelf.find(all).size() == 2);
}

TEST_CASE("a search can be kept to a language, an interview or a tag") {
    Library shelf;
    shelf.add_interview("B-2");
    const auto other = shelf.import(2, "B-2");
    shelf.tell("ar-SY", {{{0s, 1s}, "one"}, {{1s, 2s}, "one later"}});
    shelf.tell("en", {{{0s, 1s}, "one too"}}, "B-2", other.id);
    const auto with = [&](const std::string& language, const std::string& tag, const std::string& interview) {
        return shelf.find({"one", language, tag, interview, false, 100});
    };
    CHECK(with("ar", "", "").size() == 2);
    CHECK(with("en", "", "") == Texts{"one too"});
    CHECK(with("", "", "B-2") == Texts{"one too"});
    archive::Segment segment;
    segment.interview = "A-1";
    segment.recording = shelf.recording.id;
    segment.range = {1500ms, 2s};
    segment.tags = {"doubt"};
    shelf.archive.add_segment(segment, "amina");
    CHECK(with("", "doubt", "") == Texts{"one later"});
    // The codebook has doubt below it.
    CHECK(with("", "disillusionment", "") == Texts{});
    shelf.archive.change_codebook({{"disillusionment", "", "", 1, ""}}, "amina");
    CHECK(with("", "disillusionment", "") == Texts{"one later"});
}

TEST_CASE("an index that does not follow from the cues is found out and can be made again") {
    Library shelf;
    shelf.tell("en", {{{0s, 1s}, "he came"}, {{1s, 2s}, "he left"}});
    CHECK(shelf.archive.wrong_lists().empty());
    auto db = shelf.raw();
    db.exec("DELETE FROM cue_index WHERE rowid = 1; INSERT INTO cue_index (rowid, words) VALUES (99, 'ghost')");
    CHECK(shelf.archive.wrong_lists() == Texts{"A-1", "cues that are gone"});
    CHECK(shelf.find("came").empty());
    archive::rebuild_cue_index(db);
    CHECK(shelf.archive.wrong_lists().empty());
    CHECK(shelf.find("came").size() == 1);
}
