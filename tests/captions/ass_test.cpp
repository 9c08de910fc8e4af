#include "captions/ass.h"

#include <sstream>

using namespace counterclip;
using namespace counterclip::captions;
using namespace std::chrono_literals;

namespace {

std::string document_of(const std::vector<TitledText>& texts, int width, int height,
                        const std::string& font = "Noto Sans") {
    auto look = built_in_looks().front();
    look.font = font;
    return ass_document(texts, {width, height}, look);
}

// The n-th field of the only event's line, from 0.
std::string field(const std::string& event, int n) {
    std::size_t at = event.find(':') + 2;
    for (; n > 0; --n) at = event.find(',', at) + 1;
    return event.substr(at, event.find(',', at) - at);
}

std::vector<std::string> events(const std::string& document) {
    std::vector<std::string> out;
    std::istringstream lines(document);
    for (std::string line; std::getline(lines, line);)
        if (line.starts_with("Dialogue:")) out.push_back(line);
    return out;
}

// What stands after the ninth comma: the text.
std::string text_of(const std::string& event) {
    std::size_t at = 0;
    for (int n = 0; n < 9; ++n) at = event.find(',', at) + 1;
    return event.substr(at);
}

std::string written(const std::string& text, Place place = Place::caption) {
    const auto all = events(document_of({{{0s, 1s}, text, place}}, 1280, 720));
    REQUIRE(all.size() == 1);
    return text_of(all[0]);
}

constexpr const char* joiner = "\xE2\x81\xA0";

}  // namespace

TEST_CASE("a document has the picture's size, a style for each place and a line for each text") {
    const std::string document = document_of({{{1s, 2500ms}, "Title", Place::card},
                                              {{1h, 1h + 1s}, "Nadia", Place::lower_third},
                                              {{0s, 1s}, "Words", Place::caption}},
                                             640, 360, "Some, Font");
    CHECK_THAT(document, Catch::Contains("PlayResX: 640\nPlayResY: 360\n"));
    CHECK_THAT(document, Catch::Contains("Style: Caption,Some  Font,23,"));
    const auto all = events(document);
    REQUIRE(all.size() == 3);
    CHECK(all[0] == "Dialogue: 0,0:00:01.00,0:00:02.50,Card,,0,0,0,,Title");
    CHECK(all[1] == "Dialogue: 0,1:00:00.00,1:00:01.00,LowerThird,,0,0,0,,Nadia");
    CHECK(all[2] == "Dialogue: 0,0:00:00.00,0:00:01.00,Caption,,0,0,0,,Words");
}

TEST_CASE("no user text can act as markup or as another line") {
    CHECK(written("{\\an8}up") == std::string("\\{\\") + joiner + "an8\\}up");
    CHECK(written("a\\Nb\\h") == std::string("a\\") + joiner + "Nb\\" + joiner + "h");
    CHECK(written("\\{x}") == std::string("\\") + joiner + "\\{x\\}");
    CHECK(written("One\nTwo\r\nThree") == "One\\NTwo\\NThree");
    CHECK(written("One\xE2\x80\xA8Two") == "One\\NTwo");
    CHECK(written("a,b,\tc\x01\x1b") == "a,b, c");
    CHECK(events(document_of({{{0s, 1s}, "x\nDialogue: 0,0:00:00.00,0:00:01.00,Card,,0,0,0,,forged", Place::caption}},
                             640, 360))
              .size() == 1);
}

TEST_CASE("every backslash in the text is ours or is kept from acting") {
    for (const std::string text : {"\\", "\\\\", "\\n", "{", "}", "{{\\}}", "\\\n\\", "{\\r}\\N{"}) {
        const std::string out = written(text);
        CAPTURE(text, out);
        for (std::size_t at = 0; at < out.size(); ++at) {
            if (out[at] == '{' || out[at] == '}') {
                CHECK(at > 0);
                CHECK(out[at - 1] == '\\');
            }
            if (out[at] != '\\') continue;
            const std::string next = out.substr(at + 1, 3);
            const bool is_ours = next.starts_with("N") || next.starts_with("{") || next.starts_with("}");
            CHECK((is_ours || next == joiner));
        }
    }
}

TEST_CASE("right-to-left text is handed on as it is, in paragraphs that find their own direction") {
    const std::string document = document_of({{{0s, 1s}, "قال لي", Place::caption}}, 640, 360);
    CHECK(text_of(events(document).at(0)) == "\u200Fقال لي");
    std::istringstream lines(document);
    int styles = 0;
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with("Style:")) continue;
        ++styles;
        CHECK(line.ends_with(",-1"));
    }
    CHECK(styles == 6);  // three places, in the font of two scripts
}

TEST_CASE("a word longer than a line is broken, words that fit are not") {
    const std::string long_word(200, 'a');
    const std::string out = written(long_word);
    CHECK_THAT(out, Catch::Contains("\\N"));
    std::string joined = out;
    for (std::size_t at; (at = joined.find("\\N")) != std::string::npos;) joined.erase(at, 2);
    CHECK(joined == long_word);
    std::string sentence;
    for (int n = 0; n < 60; ++n) sentence += "words ";
    CHECK(written(sentence) == sentence);
}

TEST_CASE("sizes follow the picture's shorter side") {
    CHECK_THAT(document_of({}, 1280, 720), Catch::Contains("Style: Caption,Noto Sans,46,"));
    CHECK_THAT(document_of({}, 720, 1280), Catch::Contains("Style: Caption,Noto Sans,46,"));
    CHECK_THAT(document_of({}, 640, 360), Catch::Contains("Style: Caption,Noto Sans,23,"));
}

TEST_CASE("texts that are never shown are left out") {
    CHECK(events(document_of({{{1s, 1s}, "x", Place::card}, {{2s, 1s}, "x", Place::card}, {{0s, 1s}, "", Place::card}},
                             640, 360))
              .empty());
}

TEST_CASE("Arabic letters are written in the look's font for them, whatever Latin words stand among them") {
    const auto style = [](const std::string& text) {
        return field(events(document_of({{{0s, 1s}, text, Place::caption}}, 640, 360)).at(0), 3);
    };
    CHECK(style("قال لي في Berlin عام 2014") == "CaptionArab");
    CHECK(style("ئەو لە ساڵی ٢٠١٤ ڕۆیشت") == "CaptionArab");
    CHECK(style("Вернулся домой") == "Caption");
    CHECK(style("Çfarë kanë bërë") == "Caption");
    CHECK(style("2014") == "Caption");
}

TEST_CASE("a caption stands above the lower-third it is seen together with, and only that one") {
    const auto all = events(document_of({{{1s, 4s}, "Abu Salim", Place::lower_third},
                                         {{0s, 1s}, "before", Place::caption},
                                         {{900ms, 2s}, "together", Place::caption},
                                         {{4s, 5s}, "after", Place::caption}},
                                        1280, 720));
    CHECK(field(all.at(1), 7) == "0");
    CHECK(std::stoi(field(all.at(2), 7)) > 72 + 48);  // the title-safe edge and the lower-third's line
    CHECK(field(all.at(3), 7) == "0");
}

TEST_CASE("nothing is written where a player has its own buttons") {
    const auto margins = [](const std::string& document, const std::string& name) {
        const auto at = document.find("Style: " + name + ",");
        const auto line = document.substr(at, document.find('\n', at) - at);
        return std::vector<int>{std::stoi(field(line, 19)), std::stoi(field(line, 20)), std::stoi(field(line, 21))};
    };
    const auto& plain = built_in_looks().front();
    const auto story = ass_document({}, {1080, 1920, 0.20, 0.12}, plain);
    for (const auto* name : {"Caption", "LowerThird", "CaptionArab"}) {
        const auto m = margins(story, name);
        CHECK(m[1] >= 0.12 * 1080);
        CHECK(m[2] >= 0.20 * 1920);
    }
    const auto wide = ass_document({}, {1280, 720}, plain);
    CHECK(margins(wide, "Caption")[0] >= 0.05 * 1280);
    CHECK(margins(wide, "Caption")[2] >= 0.05 * 720);
    CHECK(margins(wide, "LowerThird")[0] >= 0.10 * 1280);
    CHECK(margins(wide, "Card")[1] >= 0.10 * 1280);
}

TEST_CASE("foreign words in an Arabic line keep their font and size, and the line its direction") {
    const auto text =
        text_of(events(document_of({{{0s, 1s}, "في Berlin عام التخرج 2014", Place::caption}}, 1280, 720)).at(0));
    CHECK(text ==
          "\u200Fفي {\\fnNoto Sans\\fs46}Berlin {\\fnNoto Naskh Arabic\\fs64}عام التخرج {\\fnNoto Sans\\fs46}2014");
}

TEST_CASE("an upright picture holds fewer letters a line than a wide one, and wide letters are fewer") {
    const auto& look = built_in_looks().front();
    const std::string text = "They came to our village at night";
    CHECK(letters_a_line(text, {1280, 720}, look) >= 42);
    CHECK(letters_a_line(text, {1080, 1920}, look) < 42);
    CHECK(letters_a_line(text, {1080, 1920}, look) > 25);
    CHECK(letters_a_line("我们在这里", {1080, 1920}, look) < letters_a_line(text, {1080, 1920}, look));
    CHECK(letters_a_line("مشينا ثلاثة أيام وثلاث ليال", {1080, 1920}, look) > 25);
    auto large = look;
    large.caption.size *= 2;
    CHECK(letters_a_line(text, {1280, 720}, large) < 42);
}
