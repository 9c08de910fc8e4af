#include "captions/names.h"

using namespace counterclip::captions;

namespace {

// The texts found, each as it stands there.
std::vector<std::string> found(std::string_view text, const std::vector<std::string>& terms) {
    std::vector<std::string> out;
    for (const Found& f : find_terms(text, terms)) out.emplace_back(text.substr(f.offset, f.length));
    return out;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("text is folded to what a reader takes for the same") {
    CHECK(folded("ÉLODIE") == "elodie");
    CHECK(folded("Łukasz Øst Straße İstanbul ışık") == "lukasz ost strasse istanbul isik");
    CHECK(folded("e\xCC\x81") == "e");  // written as two characters
    CHECK(folded("ＡＢＣ") == "abc");
    CHECK(folded("a\xE2\x83\x9D") == "a");  // in a circle
    CHECK(folded("ёлка Μάρκος") == folded("елка Μαρκος"));
    CHECK(folded("Sa’id Saʿid Sa'id") == "sa'id sa'id sa'id");
    CHECK(folded("٠١٢٣ ۴۵۶") == "0123 456");
}

TEST_CASE("Arabic spellings of one name fold to one") {
    CHECK(folded("أحمد") == folded("احمد"));
    CHECK(folded("إحمد") == folded("آحمد"));
    CHECK(folded("ٱحمد") == folded("احمد"));
    CHECK(folded("مُحَمَّد") == folded("محمد"));
    CHECK(folded("محـــمد") == folded("محمد"));
    CHECK(folded("فاطمة") == folded("فاطمه"));
    CHECK(folded("يحيى") == folded("يحيي"));
    CHECK(folded("علی") == folded("علي"));
    CHECK(folded("کریم") == folded("كريم"));
    CHECK(folded("مؤمن") == folded("مومن"));
    CHECK(folded("رئيس") == folded("رييس"));
    CHECK(folded("ﻣﺤﻤﺪ") == folded("محمد"));              // presentation forms
    CHECK(folded("مح\xE2\x80\x8Cمد") == folded("محمد"));  // zero-width non-joiner
}

TEST_CASE("a term is found whatever its case and diacritics, as a whole word only") {
    CHECK(found("ÉLODIE met elodie; Elodies did not.", {"Élodie"}) == Texts{"ÉLODIE", "elodie"});
    CHECK(found("Ali went to Alicante with Ghali. ali's, (ALI)", {"Ali"}) == Texts{"Ali", "ali", "ALI"});
    CHECK(found("ali_2, ali2, ali-b", {"Ali"}) == Texts{"ali", "ali"});
    CHECK(found("Nothing here", {"Ali", "", " - "}).empty());
    CHECK(found("", {"Ali"}).empty());
}

TEST_CASE("a mark after the last letter is part of what is found") {
    CHECK(found("Zoe\xCC\x81 spoke", {"Zoe"}) == Texts{"Zoe\xCC\x81"});
    CHECK(substitute("Zoe\xCC\x81 spoke", {{"Zoé", "Nadia"}}) == "Nadia spoke");
    CHECK(substitute("قالت فاطمةُ لي", {{"فاطمة", "نادية"}}) == "قالت نادية لي");
}

TEST_CASE("what stands between the words of a name may differ, be missing or be a line end") {
    const Texts names{"Abd al-Rahman"};
    CHECK(found("Abd al Rahman", names).size() == 1);
    CHECK(found("abd-al-rahman", names).size() == 1);
    CHECK(found("Abdalrahman", names).size() == 1);
    CHECK(found("Abd\nal-Rahman", names) == Texts{"Abd\nal-Rahman"});
    CHECK(found("Abd al-Rahmani", names).empty());
    CHECK(found("Said", {"Sa'id"}) == Texts{"Said"});
    CHECK(found("Sa’id", {"Said"}) == Texts{"Sa’id"});
    CHECK(found("عبد الله", {"عبدالله"}) == Texts{"عبد الله"});
    CHECK(found("عبدالله", {"عبد الله"}) == Texts{"عبدالله"});
    CHECK(found("am Ira", {"Amira"}).empty());
}

TEST_CASE("Arabic prefixes belong to the word, and longer words are other words") {
    CHECK(found("وعلي قال", {"علي"}) == Texts{"وعلي"});
    CHECK(found("رأيت الحسن", {"حسن"}) == Texts{"الحسن"});
    CHECK(found("وبالحسن", {"حسن"}) == Texts{"وبالحسن"});
    CHECK(found("سحسن", {"حسن"}).empty());
    CHECK(found("والحسن بعلي لعلي", {"حسن", "علي"}) == Texts{"والحسن", "بعلي", "لعلي"});
    CHECK(found("محمدين حسنات", {"محمد", "حسن"}).empty());
    CHECK(found("wali bali", {"Ali"}).empty());
}

TEST_CASE("in scripts without blanks between words every occurrence counts") {
    CHECK(found("我叫张伟，他也叫张伟。", {"张伟"}) == Texts{"张伟", "张伟"});
    CHECK(found("김철수는", {"김철수"}) == Texts{"김철수"});
    CHECK(found("각", {"가"}).empty());  // another syllable, though it begins with the same signs
}

TEST_CASE("finds do not overlap, the longest gives its name, and no part of a name is left over") {
    const std::string text = "Ali Hassan Omar";
    const auto all = find_terms(text, {"Ali", "Ali Hassan", "Hassan Omar"});
    REQUIRE(all.size() == 1);
    CHECK(text.substr(all[0].offset, all[0].length) == text);
    CHECK(all[0].term == 2);
    const auto nested = find_terms("Ali and Ali Hassan", {"Ali", "Ali Hassan"});
    REQUIRE(nested.size() == 2);
    CHECK(nested[0].term == 0);
    CHECK(nested[1].term == 1);
}

TEST_CASE("names are replaced and everything else stays as it was") {
    CHECK(substitute("ALI, Ali's brother; Alicante.", {{"Ali", "Karim"}}) == "Karim, Karim's brother; Alicante.");
    CHECK(substitute("no name", {{"Ali", "Karim"}}) == "no name");
    CHECK(substitute("Ali\nHassan", {{"Ali", "X"}, {"Ali Hassan", "Karim"}}) == "Karim");
    CHECK(substitute("Ali", {{"Ali", "{\\b1}Karim"}}) == "{\\b1}Karim");
}

TEST_CASE("a substitute is not searched again") {
    CHECK(substitute("Ali met Omar", {{"Ali", "Omar"}, {"Omar", "Ali"}}) == "Omar met Ali");
}

TEST_CASE("an Arabic prefix stays before an Arabic substitute and goes before any other") {
    CHECK(substitute("وعلي قال", {{"علي", "كريم"}}) == "وكريم قال");
    CHECK(substitute("وعلي قال", {{"علي", "Karim"}}) == "Karim قال");
}

TEST_CASE("bytes that are no text are passed over") {
    CHECK(found("\xFF\xFE"
                "Ali\x80",
                {"Ali"}) == Texts{"Ali"});
    CHECK(substitute("\xFF"
                     "Ali\xC3",
                     {{"Ali", "Karim"}}) ==
          "\xFF"
          "Karim\xC3");
}
