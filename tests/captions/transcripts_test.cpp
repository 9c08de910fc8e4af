// Measures, differences, searching and languages of timed text.
#include <fmt/format.h>

#include "captions/diff.h"
#include "captions/language.h"
#include "captions/measure.h"
#include "captions/searchable.h"
#include "core/error.h"

using namespace counterclip;
using namespace counterclip::captions;
using namespace std::chrono_literals;
using Catch::Matchers::Contains;

namespace {

std::vector<std::string> troubles(const std::vector<Cue>& cues) {
    std::vector<std::string> all;
    for (const auto& t : unreadable(cues)) all.push_back(fmt::format("{} {}", t.cue + 1, to_string(t.what)));
    return all;
}
using List = std::vector<std::string>;

std::string marked(const std::vector<WordChange>& changes) {
    std::string all;
    for (const auto& c : changes)
        all += fmt::format("{}{} ",
                           c.kind == WordChange::Kind::same    ? "="
                           : c.kind == WordChange::Kind::added ? "+"
                                                               : "-",
                           c.text);
    return all;
}

List found(std::string_view text, std::string_view query) {
    List all;
    for (const auto& span : spans_of(text, wanted_from(query)))
        all.emplace_back(text.substr(span.first, span.last - span.first));
    return all;
}

}  // namespace

TEST_CASE("captions within the limits have no remark, and each limit has one") {
    CHECK(troubles({{{0s, 2s}, "Short enough"}, {{2s, 4s}, "And the next"}}).empty());
    CHECK(troubles({{{0s, 1s}, "This is more than seventeen signs"}}) == List{"1 too fast"});
    CHECK(troubles({{{0s, 6s}, "This line is longer than forty-two signs, is it"}}) == List{"1 line too long"});
    CHECK(troubles({{{0s, 3s}, "a\nb\nc"}}) == List{"1 too many lines"});
    CHECK(troubles({{{0s, 500ms}, "a"}}) == List{"1 too short"});
    CHECK(troubles({{{0s, 9s}, "a"}}) == List{"1 too long"});
    CHECK(troubles({{{0s, 2s}, "a"}, {{2040ms, 4s}, "b"}}) == List{"2 small gap"});
    CHECK(troubles({{{0s, 2s}, "a"}, {{1s, 4s}, "b"}}) == List{"2 overlap"});
    CHECK(troubles({{{0s, 2s}, "a", "subject"}, {{1s, 4s}, "b", "translator"}}).empty());
}

TEST_CASE("limits are those of the script, and marks are no characters of their own") {
    CHECK(limits_for("نحن هنا").characters_a_second == 17);
    CHECK(limits_for("我们在这里").characters_a_second == 9);
    CHECK(limits_for("私はここにいます").characters_a_second == 4);
    CHECK(limits_for("여기 있습니다").line_length == 16);
    CHECK(characters("مُحَمَّد") == 4);
    CHECK(characters("e\xCC\x81") == 1);
}

TEST_CASE("the words that a revision changed are told") {
    CHECK(marked(word_changes("he came at nine to us", "he came at five to us all")) ==
          "=he came at -nine +five =to us +all ");
    CHECK(marked(word_changes("", "a b")) == "+a b ");
    CHECK(marked(word_changes("a  b\nc", "a b c")) == "=a b c ");
    CHECK(marked(word_changes("a b c", "c a b")) == "+c =a b -c ");
}

TEST_CASE("a revision is compared cue by cue, in time") {
    const std::vector<Cue> before{{{0s, 2s}, "one"}, {{2s, 4s}, "two"}, {{4s, 6s}, "gone"}, {{8s, 9s}, "same"}};
    const std::vector<Cue> after{
        {{0s, 2020ms}, "one"}, {{2s, 4s}, "two more", "subject"}, {{6s, 7s}, "new"}, {{8300ms, 9s}, "same"}};
    const auto all = changes(before, after);
    REQUIRE(all.size() == 4);
    CHECK(all[0].before == 1);
    CHECK(all[0].text);
    CHECK(all[0].speaker);
    CHECK_FALSE(all[0].time);
    CHECK(marked(all[0].words) == "=two +more ");
    CHECK(all[1].kind == CueChange::Kind::removed);
    CHECK(all[2].kind == CueChange::Kind::added);
    CHECK(all[3].time);
    CHECK_FALSE(all[3].text);
    CHECK(changes(before, before).empty());
}

TEST_CASE("words are found whatever their case, diacritics and Arabic forms") {
    CHECK(found("Élodie left; ELODIE came", "elodie") == List{"Élodie", "ELODIE"});
    CHECK(found("ذهب أحمد إلى المدرسة", "احمد") == List{"أحمد"});
    CHECK(found("ذهب أحمد إلى المدرسة", "مدرسه") == List{"المدرسة"});
    CHECK(found("Sa'id and Saʿid", "said") == List{"Sa'id", "Saʿid"});
    CHECK(found("recruited, recruitment", "recruit*") == List{"recruited", "recruitment"});
    CHECK(found("recruited", "recruit").empty());
    CHECK(found("the old house, the house old", "\"old house\"") == List{"old house"});
    // Signs that stand together are marked together.
    CHECK(found("我们在北京", "北京") == List{"北京"});
    CHECK_THROWS_WITH(wanted_from(" \" * ( "), Contains("no word"));
}

TEST_CASE("language tags are canonical or refused") {
    CHECK(canonical_language("AR-sy") == "ar-SY");
    CHECK(canonical_language("eng") == "en");
    CHECK(canonical_language("ku-arab-iq") == "ku-Arab-IQ");
    CHECK(canonical_language("sr-Latn") == "sr-Latn");
    CHECK(canonical_language("kmr") == "kmr");
    for (const auto* wrong : {"", "arabic", "x-ahmad", "en-x-ahmad", "xx", "a", "ar_SY;", "en US"}) {
        CAPTURE(wrong);
        CHECK_THROWS_WITH(canonical_language(wrong), Contains("BCP 47") || Contains("language"));
    }
}
