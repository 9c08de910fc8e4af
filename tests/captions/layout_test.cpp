// How captions are laid out when they leave.
#include "captions/layout.h"

#include "core/error.h"

using namespace counterclip;
using namespace counterclip::captions;
using namespace std::chrono_literals;

namespace {

using Texts = std::vector<std::string>;

Texts texts_of(const std::vector<Cue>& cues) {
    Texts all;
    for (const auto& cue : cues) all.push_back(cue.text);
    return all;
}

std::vector<Cue> laid_out(const std::vector<Cue>& cues) {
    std::vector<Cue> all;
    for (auto& one : for_reading(cues, {})) all.push_back(std::move(one.cue));
    return all;
}

}  // namespace

TEST_CASE("a text that is too long for a line is broken into two even ones, rather after a comma") {
    const ReadingLimits limits;
    CHECK(in_lines("They came to our village at night", limits) == "They came to our village at night");
    CHECK(in_lines("They came to our village at night, and nobody told us a thing", limits) ==
          "They came to our village at night,\nand nobody told us a thing");
    CHECK(in_lines("one two three four five six seven eight nine ten eleven", limits) ==
          "one two three four five six\nseven eight nine ten eleven");
    CHECK(in_lines("- Did they come that night to the house?\n- They did, and they took everything that we had.",
                   limits) ==
          "- Did they come that night to the house?\n- They did, and they took everything that we had.");
    CHECK(in_lines("short\nlines\nof\nthree words", limits) == "short lines of three words");
}

TEST_CASE("text that runs from right to left is broken where it is read, and a foreign name in it stays whole") {
    const ReadingLimits limits;
    const auto broken = in_lines("قال لي إن الشركة Global Travel Services وعدتهم بعمل جيد هناك", limits);
    CHECK(broken.find('\n') != std::string::npos);
    CHECK(broken.find("Global Travel Services") != std::string::npos);
    ReadingLimits narrow;
    narrow.line_length = 24;
    const auto parted = for_reading({{{0s, 6s}, "قال لي إن الشركة Global Travel Services وعدتهم بعمل"}}, narrow);
    REQUIRE(parted.size() > 1);
    const auto is_whole = [](const ForReading& one) {
        auto text = one.cue.text;
        std::ranges::replace(text, '\n', ' ');
        return text.find("Global Travel Services") != std::string::npos;
    };
    CHECK(std::ranges::any_of(parted, is_whole));
    const auto marks = in_lines("مُحَمَّدٌ وَصَلَ إِلَى الْبَيْتِ", limits);  // marks take no room
    CHECK(marks.find('\n') == std::string::npos);
}

TEST_CASE("a cue that needs four lines becomes two cues that share its time, and short cues join") {
    const std::string four =
        "We walked for three days and three nights. Nobody had any water, and the children cried all of the time "
        "because of the heat and the dust.";
    const auto parted = laid_out({{{0s, 9s}, four, "subject"}});
    REQUIRE(parted.size() >= 2);
    CHECK(parted.front().range.in == 0s);
    CHECK(parted.back().range.out == 9s);
    for (std::size_t n = 1; n < parted.size(); ++n) CHECK(parted[n].range.in == parted[n - 1].range.out);
    for (const auto& cue : parted) CHECK(cue.speaker == "subject");
    CHECK(unreadable(parted).empty());
    std::string all;
    for (const auto& cue : parted) all += (all.empty() ? "" : " ") + cue.text;
    std::ranges::replace(all, '\n', ' ');
    CHECK(all == four);

    CHECK(texts_of(laid_out({{{0s, 400ms}, "No."}, {{500ms, 2s}, "We did not."}})) == Texts{"No. We did not."});
    CHECK(laid_out({{{0s, 400ms}, "No.", "subject"}, {{500ms, 2s}, "Why?", "interviewer"}}).size() == 2);
    CHECK(laid_out({{{0s, 400ms}, "No."}, {{2s, 3s}, "We did not."}}).size() == 2);  // a pause
    CHECK(texts_of(laid_out({{{0s, 2s}, "As it\nwas."}})) == Texts{"As it\nwas."});

    const auto made = for_reading({{{0s, 400ms}, "No."}, {{500ms, 2s}, "We did not."}, {{3s, 12s}, four}}, {});
    REQUIRE(made.size() >= 3);
    CHECK((made[0].first == 0 && made[0].last == 2));
    CHECK((made[1].first == 2 && made[1].last == 3));
    CHECK((made[2].first == 2 && made[2].last == 3));
}

TEST_CASE("a cue is split by the times of its words where they are known, and merged again") {
    Cue cue{{0s, 4s}, "they came at night", "subject"};
    CHECK(split(cue, 2s).first.text == "they came");
    cue.words = {{{0s, 3s}, 0, 4}, {{3s, 3200ms}, 5, 4}, {{3200ms, 3500ms}, 10, 2}, {{3500ms, 4s}, 13, 5}};
    const auto [first, second] = split(cue, 3s);
    CHECK(first.text == "they");
    CHECK(second.text == "came at night");
    CHECK(second.range.in == 3s);
    REQUIRE(second.words.size() == 3);
    CHECK(second.text.substr(second.words[2].first, second.words[2].length) == "night");
    const auto again = merged({first, second});
    CHECK(again.text == "they\ncame at night");
    CHECK(again.range.out == 4s);
    CHECK(again.words.size() == 4);
    CHECK_THROWS_AS(split(cue, 5s), Error);
    CHECK_THROWS_AS(split({{0s, 2s}, "word"}, 1s), Error);
    CHECK(merged({{{0s, 1s}, "a", "subject"}, {{1s, 2s}, "b", "translator"}}).speaker.empty());
}
