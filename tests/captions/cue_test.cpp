#include "captions/cue.h"

#include "core/error.h"

using namespace counterclip;
using namespace counterclip::captions;
using namespace std::chrono_literals;

namespace {

std::vector<std::string> texts(std::string_view bytes) {
    std::vector<std::string> out;
    for (const Cue& cue : parse(bytes, "test.srt")) out.push_back(cue.text);
    return out;
}

using Texts = std::vector<std::string>;

std::string without_word_joiners(std::string text) {
    for (std::size_t at; (at = text.find("\xE2\x81\xA0")) != std::string::npos;) text.erase(at, 3);
    return text;
}

void check_same(const std::vector<Cue>& a, const std::vector<Cue>& b) {
    REQUIRE(a.size() == b.size());
    for (std::size_t n = 0; n < a.size(); ++n) {
        CHECK(a[n].text == b[n].text);
        CHECK(a[n].range == b[n].range);
    }
}

}  // namespace

TEST_CASE("a SubRip file is read with its times and texts") {
    const auto cues = parse(
        "1\n00:00:01,500 --> 00:00:03,000\nFirst line\nSecond line\n\n"
        "2\n01:00:00,000 --> 01:00:01,250\nLater\n",
        "a.srt");
    REQUIRE(cues.size() == 2);
    CHECK(cues[0].range == Range{1500ms, 3s});
    CHECK(cues[0].text == "First line\nSecond line");
    CHECK(cues[1].range == Range{1h, 1h + 1250ms});
    CHECK(cues[1].text == "Later");
}

TEST_CASE("a WebVTT file is read without its notes, styles, settings and identifiers") {
    const auto cues = parse(
        "WEBVTT - a title\nKind: captions\n\nNOTE\n00:01 --> 00:02\nthis is no cue\n\nSTYLE\n::cue { color: red }\n\n"
        "intro\n00:01.000 --> 00:03.000 align:start position:10%\nHello\n\n"
        "00:00:04.000 --> 00:00:05.000\nWorld\n",
        "a.vtt");
    REQUIRE(cues.size() == 2);
    CHECK(cues[0].range == Range{1s, 3s});
    CHECK(cues[0].text == "Hello");
    CHECK(cues[1].text == "World");
}

TEST_CASE("a WebVTT identifier after a cue is no part of the cue's text") {
    CHECK(texts("WEBVTT\n\n00:01.000 --> 00:02.000\nOne\n\nsecond cue\n00:03.000 --> 00:04.000\nTwo\n") ==
          Texts{"One", "Two"});
}

TEST_CASE("byte order marks and every kind of line end are accepted") {
    const Texts expected{"One\nmore", "Two"};
    CHECK(texts("\xEF\xBB\xBF"
                "1\n00:00:01,000 --> 00:00:02,000\nOne\nmore\n\n2\n00:00:03,000 --> 00:00:04,000\nTwo") == expected);
    CHECK(
        texts(
            "1\r\n00:00:01,000 --> 00:00:02,000\r\nOne\r\nmore\r\n\r\n2\r\n00:00:03,000 --> 00:00:04,000\r\nTwo\r\n") ==
        expected);
    CHECK(texts("1\r00:00:01,000 --> 00:00:02,000\rOne\rmore\r\r2\r00:00:03,000 --> 00:00:04,000\rTwo\r") == expected);
}

TEST_CASE(
    "SubRip written by hand is read: no counters, empty lines in the text, none between cues, points for commas") {
    CHECK(texts("00:00:01.000 --> 00:00:02.000\nOne\n\nstill one\n\n00:00:03,0 --> 00:00:04\nTwo\n") ==
          Texts{"One\nstill one", "Two"});
    CHECK(texts("1\n00:00:01,000 --> 00:00:02,000\nOne\n2\n00:00:03,000 --> 00:00:04,000 X1:100 Y1:50\nTwo\n") ==
          Texts{"One", "Two"});
    CHECK(texts("1\n0:00:01,000-->0:00:02,000\nIn 1984\n1984\n\n2\n0:00:03,000 --> 0:00:04,000\nTwo\n") ==
          Texts{"In 1984\n1984", "Two"});
}

TEST_CASE("cues without text are dropped and the rest is sorted by time") {
    CHECK(texts("1\n00:00:05,000 --> 00:00:06,000\nLater\n\n2\n00:00:03,000 --> 00:00:04,000\n\n\n"
                "3\n00:00:01,000 --> 00:00:02,000\nEarlier\n") == Texts{"Earlier", "Later"});
}

TEST_CASE("markup is taken out and what looks like it is kept") {
    const auto line = [](std::string_view text) {
        return texts("1\n0:00:01,000 --> 0:00:02,000\n" + std::string(text) + "\n").at(0);
    };
    CHECK(line("<i>Soft</i> and <font color=\"#ff0000\">red</font>") == "Soft and red");
    CHECK(line("{\\an8}Above") == "Above");
    CHECK(line("a < b and b > a") == "a < b and b > a");
    CHECK(line("{sighs} 3 <4") == "{sighs} 3 <4");
    CHECK(line("he --> her") == "he --> her");
    CHECK(line("AT&amp;T") == "AT&amp;T");
    CHECK(
        texts("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Somebody Real>Hi <00:01.500><c.loud>you</c> &amp; &lt;me&gt;\n") ==
        Texts{"Hi you & <me>"});
}

TEST_CASE("a file that is no caption file is an error that names it and the line") {
    CHECK_THROWS_WITH(parse("This is a letter.\n", "letter.txt"), Catch::Contains("letter.txt"));
    CHECK_THROWS_WITH(parse("1\n00:00:01,000 --> 00:00:99,000\nx\n", "a.srt"),
                      Catch::Contains("a.srt") && Catch::Contains("line 2"));
    CHECK_THROWS_WITH(parse("1\n00:00:03,000 --> 00:00:02,000\nx\n", "a.srt"),
                      Catch::Contains("line 2") && Catch::Contains("before"));
    CHECK_THROWS_WITH(parse("1\n00:00:01,000 --> \nx\n", "a.srt"), Catch::Contains("line 2"));
    CHECK_THROWS_WITH(parse("1\n00:00:01,000 --> 00:00:02,000\nCaf\xE9\n", "a.srt"),
                      Catch::Contains("line 3") && Catch::Contains("UTF-8"));
    CHECK_THROWS_AS(parse(std::string("\0\1\2\377", 4), "a.srt"), Error);
}

TEST_CASE("an empty file holds no cues") {
    CHECK(parse("", "a.srt").empty());
    CHECK(parse("\n \n", "a.srt").empty());
    CHECK(parse("WEBVTT\n", "a.vtt").empty());
    CHECK(parse("WEBVTT", "a.vtt").empty());
}

TEST_CASE("what is written in either format is read back the same") {
    const std::vector<Cue> cues{{{0s, 1s}, "Plain"},
                                {{1s, 2500ms}, "Two\nlines, 1984\n1984"},
                                {{3s, 4s}, "<i>no markup</i> & a < b {\\an8} &amp;"},
                                {{5s, 6s}, "مرحبا"},
                                {{100h, 100h + 1ms}, "late"}};
    auto from_vtt = parse(to_vtt(cues), "a.vtt");
    auto from_srt = parse(to_srt(cues), "a.srt");
    // Some readers obey "{\\an8}", and SubRip knows no escape at all: an unseen word joiner keeps letters from acting.
    for (Cue& cue : from_vtt) cue.text = without_word_joiners(cue.text);
    for (Cue& cue : from_srt) cue.text = without_word_joiners(cue.text);
    check_same(from_vtt, cues);
    check_same(from_srt, cues);
}

TEST_CASE("text cannot break out of its cue") {
    const std::vector<Cue> cues{{{0s, 1s}, "One\n\n2\n00:00:09,000 --> 00:00:10,000\nForged"}, {{2s, 3s}, "Two"}};
    CHECK(parse(to_srt(cues), "a.srt").size() == 2);
    CHECK(parse(to_vtt(cues), "a.vtt").size() == 2);
}

TEST_CASE("cues are cut to the range shown and moved to the clip's clock") {
    const std::vector<Cue> cues{{{0s, 10s}, "before"},
                                {{9s, 12s}, "into"},
                                {{12s, 13s}, "inside"},
                                {{18s, 25s}, "out of"},
                                {{20s, 21s}, "after"}};
    const auto moved = cut(cues, {10s, 20s}, 100s);
    check_same(moved, {{{100s, 102s}, "into"}, {{102s, 103s}, "inside"}, {{108s, 110s}, "out of"}});
}
