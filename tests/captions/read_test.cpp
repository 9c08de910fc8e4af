// Timed text from whatever file people send, and back into files.
#include "captions/read.h"

#include <fmt/format.h>

#include "captions/encoding.h"
#include "captions/write.h"
#include "core/error.h"

using namespace counterclip;
using namespace counterclip::captions;
using namespace std::chrono_literals;
using Catch::Matchers::Contains;

namespace {

std::vector<std::string> lines(const TimedText& text) {
    std::vector<std::string> all;
    for (const Cue& cue : text.cues)
        all.push_back(
            fmt::format("{}-{} {}|{}", format_time(cue.range.in), format_time(cue.range.out), cue.speaker, cue.text));
    return all;
}
using Lines = std::vector<std::string>;

std::string words(const Cue& cue) {
    std::string all;
    for (const Word& w : cue.words)
        all += fmt::format("{}@{}-{} ", cue.text.substr(w.first, w.length), w.range.in / 1ms, w.range.out / 1ms);
    return all;
}

std::string refusal(std::string_view bytes) {
    try {
        read(bytes, "x.srt");
    } catch (const Error& e) {
        return e.what();
    }
    return "read";
}

}  // namespace

TEST_CASE("the format is found by the content, whatever the file is called") {
    CHECK(read("1\n00:00:01,000 --> 00:00:02,000\nOne\n", "a.txt").format == Format::srt);
    CHECK(read("WEBVTT\n\n00:01.000 --> 00:02.000\nOne\n", "a.srt").format == Format::vtt);
    CHECK(read("[Script Info]\n[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,One\n", "a").format ==
          Format::ass);
    CHECK(read("0:01 One\n", "a").format == Format::plain);
    CHECK(read("[0:01] One\n", "a").format == Format::plain);
    CHECK(read(R"([{"start": 1, "end": 2, "text": "One"}])", "a").format == Format::json);
}

TEST_CASE("WebVTT's voices are speakers, and times inside the text are those of words") {
    const auto text = read(
        "WEBVTT\n\n00:01.000 --> 00:04.000\n<v Umm Ali>He came\n<v.loud Interviewer>When &amp; how?</v> (noise)\n\n"
        "00:05.000 --> 00:08.000\nI<00:06.000> left<00:07.000> home\n",
        "a.vtt");
    CHECK(lines(text) == Lines{"0:00:01.000-0:00:04.000 Umm Ali|He came",
                               "0:00:01.000-0:00:04.000 Interviewer|When & how?", "0:00:01.000-0:00:04.000 |(noise)",
                               "0:00:05.000-0:00:08.000 |I left home"});
    CHECK(words(text.cues.back()) == "I@5000-6000 left@6000-7000 home@7000-8000 ");
}

TEST_CASE("SubStation Alpha is read without its looks, with the names of who speaks") {
    const auto text = read(
        "\xEF\xBB\xBF[Script Info]\r\nTitle: x\r\n[V4 Styles]\r\n[Events]\r\n"
        "Format: Marked, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\r\n"
        "Comment: 0,0:00:00.00,0:00:09.00,Default,,0,0,0,,not shown\r\n"
        "Dialogue: Marked=0,0:00:01.50,0:00:03.00,Default,Subject,0,0,0,,{\\i1}We left{\\i0}, "
        "at\\Nnight\\h{note}now\r\n"
        "Dialogue: Marked=0,0:00:04.00,0:00:05.00,Default,,0,0,0,,{\\p1}m 0 0 l 10 10{\\p0}\r\n",
        "a.ssa");
    CHECK(lines(text) == Lines{"0:00:01.500-0:00:03.000 Subject|We left, at\nnight now"});
}

TEST_CASE("plain timed text is read as people type it") {
    CHECK(lines(read("The interview of May\n\n0:31 Where were you born?\n0:35 In a town.\nIt is far.\n[00:00:50] Yes\n",
                     "a.txt", {.encoding = {}, .language = {}, .end = 50s + 500ms})) ==
          Lines{"0:00:31.000-0:00:35.000 |Where were you born?", "0:00:35.000-0:00:50.000 |In a town.\nIt is far.",
                "0:00:50.000-0:00:50.500 |Yes"});
    CHECK(lines(read("0:31 - 0:35 Interviewer: Where?\n(0:36,5) – (0:40) Subject: He said: come\n"
                     "0:50,0:51\nAs the web writes it\n",
                     "a.txt")) == Lines{"0:00:31.000-0:00:35.000 Interviewer|Where?",
                                        "0:00:36.500-0:00:40.000 Subject|He said: come",
                                        "0:00:50.000-0:00:51.000 |As the web writes it"});
    // Said once, what stands before a colon is no speaker.
    CHECK(read("0:31 He said: come\n0:40 Then we went\n", "a").cues[0].speaker.empty());
    CHECK(read("0:31 A. K: come\n0:40 B K: no\n0:45 B K: yes\n", "a").cues[1].speaker == "B K");
    CHECK(lines(read("0:40 later\n0:31 earlier\n0:50\n", "a")) ==
          Lines{"0:00:31.000-0:00:40.000 |earlier", "0:00:40.000-0:00:50.000 |later"});
}

TEST_CASE("recognisers' JSON is read with the times of its words") {
    const auto whisper = read(
        R"({"text": "x", "language": "en", "segments": [{"id": 0, "start": 0.5, "end": 2.0, "text": " I left home.",
            "words": [{"word": " I", "start": 0.5, "end": 0.7}, {"word": " left", "start": 0.7, "end": 1.1},
                      {"word": " home.", "start": 1.1, "end": 2.01}]}]})",
        "whisper.json");
    CHECK(lines(whisper) == Lines{"0:00:00.500-0:00:02.000 |I left home."});
    CHECK(words(whisper.cues[0]) == "I@500-700 left@700-1100 home.@1100-2000 ");

    const auto vosk = read(
        "{\"result\": [{\"conf\": 1.0, \"end\": 1.5, \"start\": 1.0, \"word\": \"أنا\"},"
        "{\"conf\": 1.0, \"end\": 2.5, \"start\": 1.5, \"word\": \"هنا\"}], \"text\": \"أنا هنا\"}\n{\"text\": \"\"}\n"
        "{\"result\": [{\"end\": 4, \"start\": 3, \"word\": \"نعم\"}], \"text\": \"نعم\"}",
        "vosk.json");
    CHECK(lines(vosk) == Lines{"0:00:01.000-0:00:02.500 |أنا هنا", "0:00:03.000-0:00:04.000 |نعم"});
    CHECK(words(vosk.cues[0]) == "أنا@1000-1500 هنا@1500-2500 ");

    CHECK(lines(read(R"({"transcription": [{"offsets": {"from": 1000, "to": 2500}, "text": " One"}]})", "w.json")) ==
          Lines{"0:00:01.000-0:00:02.500 |One"});
    CHECK(lines(read(R"({"results": [{"alternatives": [{"transcript": "Two words", "words": [
            {"startTime": "1.200s", "endTime": "1.5s", "word": "Two"},
            {"startTime": "1.5s", "endTime": "2s", "word": "words"}]}]}]})",
                     "g.json")) == Lines{"0:00:01.200-0:00:02.000 |Two words"});
    // Words that are not in the text would point at others.
    CHECK(read(R"([{"start": 0, "end": 1, "text": "one", "words": [{"word": "two", "start": 0, "end": 1}]}])", "x")
              .cues[0]
              .words.empty());
}

TEST_CASE("files that cannot be read are one error with the file and the line") {
    CHECK_THAT(refusal(""), Contains("x.srt") && Contains("empty"));
    CHECK_THAT(refusal(" \n\n"), Contains("empty"));
    CHECK_THAT(refusal("\x89PNG\r\n\x1a\n" + std::string(40, '\1')), Contains("no text file"));
    CHECK_THAT(refusal("A letter without times.\n"), Contains("found no cue"));
    CHECK_THAT(refusal("{10}{20}frames"), Contains("MicroDVD"));
    CHECK_THAT(refusal("1\n-00:00:01,000 --> 00:00:02,000\nx\n"), Contains("line 2"));
    CHECK_THAT(refusal("0:31 a\n0:99 b\n"), Contains("line 2"));
    CHECK_THAT(refusal("0:31 a\n0:40 - 0:35 b\n"), Contains("line 2") && Contains("before it begins"));
    CHECK_THAT(refusal("00:00:31:12 a\n"), Contains("line 1") && Contains("frames"));
    CHECK_THAT(refusal("-0:31 a\n"), Contains("line 1") && Contains("before the recording"));
    CHECK_THAT(refusal("[Events]\nDialogue: 0,0:00:01.00,0:00:xx,D,,0,0,0,,a\n"), Contains("line 2"));
    CHECK_THAT(refusal("[Events]\nDialogue: 0,0:00:01.00\n"), Contains("line 2") && Contains("fewer fields"));
    CHECK_THAT(refusal("{\n \"segments\": [\n{]\n"), Contains("line 3") && Contains("JSON"));
    CHECK_THAT(refusal(R"({"segments": [{"text": "a", "start": 0, "end": 1}, {"text": "b"}]})"), Contains("entry 2"));
    CHECK_THAT(refusal(R"({"a": 1})"), Contains("JSON without a list"));
    CHECK_THAT(refusal(R"([{"start": 2, "end": 1, "text": "a"}])"), Contains("entry 1"));
    CHECK_THAT(refusal("WEBVTT\n"), Contains("no cue"));
}

TEST_CASE("what is out of order, of no length or longer than the recording is set right and said") {
    const auto sorted = read("1\n0:00:05,0 --> 0:00:06,0\nb\n\n2\n0:00:01,0 --> 0:00:01,0\na\n", "x");
    CHECK(lines(sorted)[1] == "0:00:05.000-0:00:06.000 |b");
    CHECK_FALSE(is_empty(sorted.cues[0].range));

    const auto fits = fitted(read("0:01 - 0:09 a\n", "x"), 5s, "x");
    CHECK(lines(fits) == Lines{"0:00:01.000-0:00:05.000 |a"});
    CHECK_THAT(fits.remarks.back(), Contains("cut"));
    CHECK_THROWS_WITH(fitted(read("0:01 a\n0:07 b\n", "x"), 5s, "x"), Contains("cue 2") && Contains("--offset"));
    CHECK(moved(sorted.cues, 10s).front().range.in == 11s);
}

TEST_CASE("a hundred thousand cues are read") {
    std::string srt;
    for (int n = 0; n < 100'000; ++n)
        srt += fmt::format("{}\n{:02}:{:02}:{:02},000 --> {:02}:{:02}:{:02},900\nline {}\n\n", n + 1, n / 3600,
                           n / 60 % 60, n % 60, n / 3600, n / 60 % 60, n % 60, n);
    CHECK(read(srt, "big.srt").cues.size() == 100'000);
}

TEST_CASE("what is written is read back the same") {
    const std::vector<Cue> cues{
        {{0s, 1s}, "I left home", "subject", {{{0s, 500ms}, 0, 1}, {{500ms, 1s}, 2, 4}}},
        {{500ms, 2500ms}, "He said: {come} a\\Nb & <go>\nsecond line", "", {}},
        {{3s, 4s}, "مرحبا بكم", "interviewer", {}},
        {{5s, 6s}, "0:31 is no time here\n0:32 nor here", "subject", {}},
    };
    for (const auto format : {Format::vtt, Format::ass, Format::plain, Format::json}) {
        CAPTURE(to_string(format));
        const auto back = read(written(cues, format), "back").cues;
        REQUIRE(back.size() == cues.size());
        for (std::size_t n = 0; n < cues.size(); ++n) {
            auto text = back[n].text;
            for (std::size_t at; (at = text.find("\xE2\x81\xA0")) != std::string::npos;) text.erase(at, 3);
            CHECK(text == cues[n].text);
            CHECK(back[n].speaker == cues[n].speaker);
            CHECK(back[n].range == cues[n].range);
            if (format == Format::json) CHECK(back[n].words == cues[n].words);
        }
    }
    const auto srt = read(written(cues, Format::srt), "back").cues;
    CHECK(srt[0].text == "I left home");
    CHECK(srt[2].range == cues[2].range);
}

TEST_CASE("the words of a cue that is cut are cut with it, and keep their places in the text") {
    const Cue cue{{10s, 14s}, "one two three", "subject", {{{10s, 11s}, 0, 3}, {{11s, 12s}, 4, 3}, {{12s, 14s}, 8, 5}}};
    const auto kept = cut({cue}, {11500ms, 13s}, 0s);
    REQUIRE(kept.size() == 1);
    CHECK(kept[0].speaker == "subject");
    CHECK(words(kept[0]) == "two@0-500 three@500-1500 ");
}
