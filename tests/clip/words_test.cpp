// Words leave redacted, with substitutes in the place of names, cut and moved; what is said and goes out is found.
#include "clip/leftovers.h"
#include "clip/rehearsal.h"
#include "clip/spoken.h"
#include "clip/told.h"
#include "clip/wording.h"
#include "core/error.h"

using namespace counterclip;
using namespace std::chrono_literals;
using archive::TermKind;
using archive::Vault;
using Catch::Matchers::Contains;
using test::cue_of;
using test::Told;
using Texts = std::vector<std::string>;

TEST_CASE("names become the pseudonym of the language, places what the vault says or a word for a place") {
    Told t;
    const auto en = t.tell({{{0s, 1s}, "Salim's house in Stringtown, not Otherville"}});
    CHECK(t.leaving(en) == Texts{"Yusuf's house in a town in the north, not [place]"});
    const auto ar = t.tell({{{0s, 1s}, "قال سليم"}}, "ar-SY");
    CHECK(t.leaving(ar) == Texts{"قال يوسف"});
}

TEST_CASE(
    "what is redacted is not in a transcript that leaves: by word where their times are known, else the cue whole") {
    Told t;
    t.redact({500ms, 700ms}, archive::Removal::silence, "(a border town)");
    const auto by_word = t.tell({cue_of({0s, 1s}, {"we", "crossed", "at", "Akcakale", "by", "night"})});
    CHECK(t.leaving(by_word) == Texts{"we crossed at (a border town) night"});
    const auto whole = t.tell({{{0s, 1s}, "we crossed at Akcakale"}, {{1s, 1500ms}, "by night"}});
    CHECK(t.leaving(whole) == Texts{"(a border town)", "by night"});
    t.redact({900ms, 1600ms}, archive::Removal::cut);
    CHECK(t.leaving(whole) == Texts{"(a border town)"});  // what is wholly in a cut is gone
}

TEST_CASE("a flagged stretch is out of what is read as it is out of what is heard") {
    Told t;
    archive::Segment s;
    s.interview = "A-1";
    s.recording = t.recording.id;
    s.range = {200ms, 600ms};
    s.incriminating = true;
    t.shelf.archive.add_segment(s, "amina");
    CHECK(t.leaving(t.tell({{{0s, 1s}, "I carried the letters"}, {{1s, 1500ms}, "then home"}})) ==
          Texts{"[...]", "then home"});
}

TEST_CASE("no words leave beside a closed vault") {
    Told t;
    const auto transcript = t.tell({{{0s, 1s}, "Salim"}});
    CHECK_THROWS_WITH(clip::transcript_to_leave(t.shelf.archive, transcript, nullptr), Contains("vault is not open"));
    CHECK_THROWS_WITH(clip::captions_of(t.shelf.archive, "c", "en", {{"A-1", t.recording.id, 1, {0s, 1s}}}, nullptr),
                      Contains("vault is not open"));
    CHECK_THROWS_WITH(clip::captions_of(t.shelf.archive, "c", "ku", {{"A-1", t.recording.id, 1, {0s, 1s}}}, &t.vault),
                      Contains("no transcript in 'ku'"));
}

TEST_CASE("captions are cut to the part and moved to the clip's clock") {
    Told t;
    t.tell({{{0s, 1s}, "before"}, {{900ms, 1500ms}, "Salim left"}});
    const auto captions =
        clip::captions_of(t.shelf.archive, "c", "en", {{"A-1", t.recording.id, 1, {1s, 1800ms}, 3s}}, &t.vault);
    REQUIRE(captions.size() == 1);
    CHECK(captions[0].cue.text == "Yusuf left");
    CHECK(captions[0].cue.range == Range{3s, 3500ms});
    CHECK(captions[0].is_substituted);
}

TEST_CASE("a name that is said is found with its times until it is redacted, and a part of it is not enough") {
    test::Rehearsal r;
    auto vault = test::make_quick_vault(Vault::file_in(r.folder()));
    vault.set("BTIB-0001", {{{"Salim", TermKind::name, {}}}, "", ""});
    const auto clip = r.cut("said", 0s, 3s);
    archive::Transcript t;
    t.interview = "BTIB-0001";
    t.recording = r.recording.id;
    t.language = "en";
    r.archive.add_transcript(t, {cue_of({500ms, 1500ms}, {"they", "called", "Saleem", "there"})}, "amina");
    const auto said = [&] {
        std::vector<clip::Leftover> all;
        for (const auto& left : clip::leftovers(r.archive, r.archive.clip("said"), vault))
            if (left.said) all.push_back(left);
        return all;
    };
    REQUIRE(said().size() == 1);
    CHECK(*said()[0].said == Range{1000ms, 1250ms});
    CHECK(said()[0].likeness == captions::Likeness::exact);
    CHECK(clip::leftovers(r.archive, clip, vault).empty() == false);  // "Abu Salim" in the lower-third stays

    archive::Redaction redaction;
    redaction.interview = "BTIB-0001";
    redaction.recording = r.recording.id;
    redaction.range = {1000ms, 1050ms};
    redaction.reason = "half of a name";
    r.archive.add_redaction(redaction, "amina");
    CHECK(said().size() == 1);
    redaction.range = {1000ms, 1250ms};
    r.archive.add_redaction(redaction, "amina");
    CHECK(said().empty());
}

TEST_CASE("a redaction within a cue without times of words leaves its names to be listened to, one beside it nothing") {
    Told t;
    t.tell({{{0s, 2s}, "Salim went to Otherville"}});
    t.shelf.raw().exec("UPDATE recordings SET has_sound = 1");
    archive::Clip clip;
    clip.parts = {{"A-1", t.recording.id, {0s, 2s}, std::nullopt}};
    const auto said = [&](captions::Likeness likeness) {
        const auto all = clip::leftovers(t.shelf.again(), clip, t.vault);
        return std::count_if(all.begin(), all.end(),
                             [&](const auto& l) { return l.said.has_value() && l.likeness == likeness; });
    };
    CHECK(said(captions::Likeness::exact) == 2);
    t.redact({100ms, 300ms});
    t.redact({100ms, 320ms});  // the same once more
    CHECK(said(captions::Likeness::exact) == 2);
    t.redact({1200ms, 1500ms});
    CHECK(said(captions::Likeness::exact) == 0);
    CHECK(said(captions::Likeness::near) == 2);
    // What a later revision leaves out is said all the same.
    t.redact({0ms, 2s});
    CHECK(said(captions::Likeness::near) == 0);
}

TEST_CASE("a name that an earlier revision of a transcript holds is still to be listened for") {
    Told t;
    t.tell({{{0s, 2s}, "Salim went to Otherville"}});
    t.tell({{{0s, 2s}, "He went there"}});
    t.shelf.raw().exec("UPDATE recordings SET has_sound = 1");
    archive::Clip clip;
    clip.parts = {{"A-1", t.recording.id, {0s, 2s}, std::nullopt}};
    const auto all = clip::leftovers(t.shelf.again(), clip, t.vault);
    REQUIRE(all.size() == 2);
    CHECK(all[0].likeness == captions::Likeness::near);
    CHECK_THAT(all[0].place, Catch::Contains("in revision 1"));
}

namespace {

// Somebody is called Ali Hassan; neither word alone is in the vault, and "Ali" is an everyday one elsewhere.
struct ToldOfAli : Told {
    ToldOfAli() {
        vault.set("A-1", {{{"Ali Hassan", TermKind::name, {}}}, "", ""});
        shelf.raw().exec("UPDATE recordings SET has_sound = 1");
    }
    std::vector<clip::Leftover> heard_in(Range range) {
        archive::Clip clip;
        clip.parts = {{"A-1", recording.id, range, std::nullopt}};
        auto all = clip::leftovers(shelf.again(), clip, vault);
        std::erase_if(all, [](const auto& left) { return !left.said; });
        return all;
    }
    Texts captions_in(Range range) {
        Texts texts;
        for (const auto& one : clip::captions_of(shelf.archive, "c", "en", {{"A-1", recording.id, 1, range}}, &vault))
            texts.push_back(one.cue.text);
        return texts;
    }
};
const std::vector<captions::Cue> name_over_two{{{0s, 1s}, "It was Ali"}, {{1s, 2s}, "Hassan who came"}};

}  // namespace

TEST_CASE("half of a name does not stand in captions where the cue with its other half is redacted or not shown") {
    ToldOfAli t;
    const auto transcript = t.tell(name_over_two);
    CHECK(t.captions_in({0s, 1s}) == Texts{"It was Yusuf"});
    CHECK(t.captions_in({1s, 2s}) == Texts{"who came"});
    SECTION("the second half is silenced") {
        t.redact({1s, 2s});
        CHECK(t.leaving(transcript) == Texts{"It was Yusuf", "[...]"});
        CHECK(t.captions_in({0s, 2s}) == Texts{"It was Yusuf", "[...]"});
    }
    SECTION("the first half is replaced") {
        t.redact({0s, 1s}, archive::Removal::silence, "(a friend)");
        CHECK(t.leaving(transcript) == Texts{"(a friend)", "who came"});
    }
    SECTION("the second half is cut out") {
        t.redact({1s, 2s}, archive::Removal::cut);
        CHECK(t.leaving(transcript) == Texts{"It was Yusuf"});
    }
}

TEST_CASE("half of a name does not stand in a caption where the word that is its other half is redacted") {
    ToldOfAli t;
    const auto transcript = t.tell({cue_of({0s, 1s}, {"with", "Ali", "Hassan", "we", "left"})});
    t.redact({400ms, 600ms});
    CHECK(t.leaving(transcript) == Texts{"with [...] we left"});
}

TEST_CASE("half of a name that goes out is the name, whatever is done with the cue that says its other half") {
    ToldOfAli t;
    t.tell(name_over_two);
    const auto is_half = [](const std::vector<clip::Leftover>& all, Range range) {
        REQUIRE(all.size() == 1);
        CHECK(all[0].likeness == captions::Likeness::exact);
        CHECK(*all[0].said == range);
        CHECK_THAT(all[0].place, Contains("take this out as well"));
    };
    REQUIRE(t.heard_in({0s, 2s}).size() == 1);
    CHECK(*t.heard_in({0s, 2s})[0].said == Range{0s, 2s});
    SECTION("it is not shown") {
        is_half(t.heard_in({0s, 1s}), {0s, 1s});
        is_half(t.heard_in({1s, 2s}), {1s, 2s});
    }
    SECTION("it is silenced") {
        t.redact({1s, 2s});
        is_half(t.heard_in({0s, 2s}), {0s, 1s});
        t.redact({0s, 1s});
        CHECK(t.heard_in({0s, 2s}).empty());
    }
    SECTION("it is replaced") {
        t.redact({0s, 1s}, archive::Removal::silence, "(a friend)");
        is_half(t.heard_in({0s, 2s}), {1s, 2s});
    }
    SECTION("it is cut out") {
        t.redact({1s, 2s}, archive::Removal::cut);
        is_half(t.heard_in({0s, 2s}), {0s, 1s});
    }
    SECTION("a word of each is taken out, but nobody knows which") {
        t.redact({600ms, 800ms});
        CHECK(t.heard_in({0s, 2s})[0].likeness == captions::Likeness::exact);
        t.redact({1200ms, 1400ms});
        REQUIRE(t.heard_in({0s, 2s}).size() == 1);
        CHECK(t.heard_in({0s, 2s})[0].likeness == captions::Likeness::near);
    }
}

TEST_CASE("a cue that holds no word does not part a name") {
    ToldOfAli t;
    for (const std::string filler : {"[laughs]", "(pause)", "Eh", "eeehm...", "...", "♪", "*coughs*", "آه"}) {
        CAPTURE(filler);
        const std::vector<captions::Cue> cues{
            {{0s, 500ms}, "It was Ali"}, {{500ms, 1s}, filler}, {{1s, 2s}, "Hassan who came"}};
        const auto said = clip::said(cues, captions::TermSet({"Ali Hassan"}));
        REQUIRE(said.size() == 1);
        CHECK(said[0].found.likeness == captions::Likeness::exact);
        CHECK(said[0].pieces.size() == 2);
        CHECK(t.leaving(t.tell(cues)) == Texts{"It was Yusuf", filler, "who came"});
    }
    const std::vector<captions::Cue> word{
        {{0s, 500ms}, "It was Ali"}, {{500ms, 1s}, "Nobody else."}, {{1s, 2s}, "Hassan who came"}};
    CHECK(t.leaving(t.tell(word)) == Texts{"It was Ali", "Nobody else.", "Hassan who came"});
}

TEST_CASE("a name that begins in one cue and ends in the next is replaced, and found where it is said") {
    const captions::TermSet terms({"Salim Puppet", "Stringtown"});
    const std::vector<captions::Cue> cues{
        {{0s, 1s}, "I am Salim"}, {{1s, 2s}, "Puppet of Stri-"}, {{2s, 3s}, "ngtown, yes"}};
    const auto said = clip::said(cues, terms);
    CHECK(std::count_if(said.begin(), said.end(),
                        [](const auto& s) { return s.found.likeness == captions::Likeness::exact; }) == 2);
    const captions::Substitutes put({{"Salim Puppet", "Karim"}, {"Stringtown", "a town"}});
    auto first = cues[0].text;
    auto second = cues[1].text;
    auto third = cues[2].text;
    CHECK(put.across(std::vector<std::string*>{&first, &second}));
    CHECK(put.across(std::vector<std::string*>{&second, &third}));
    CHECK(first == "I am Karim");
    CHECK(second == "of a town");
    CHECK(third == ", yes");
}

TEST_CASE("a cue that begins in the middle of a sentence is read with the capitals of its transcript") {
    const captions::TermSet terms({"Lina", "Salim"});
    const std::vector<captions::Cue> cues{
        {{0s, 1s}, "We left our village."}, {{1s, 2s}, "and crossed the line"}, {{2s, 3s}, "with salim, I think."}};
    const auto said = clip::said(cues, terms);
    REQUIRE(said.size() == 2);
    CHECK(said[0].cue == 1);  // its caption, read alone, says the pseudonym: so the sound is looked at
    CHECK(said[0].found.likeness == captions::Likeness::near);
    CHECK(said[1].cue == 2);
    CHECK(said[1].found.likeness == captions::Likeness::exact);
    // Nobody wrote capitals here: what sounds like her name may be it.
    CHECK(clip::said({{{0s, 1s}, "we left our village"}, {{1s, 2s}, "and crossed the line"}}, terms).size() == 1);
    const captions::TermSet said_of({"Said"});
    const std::vector<captions::Cue> market{{{0s, 1s}, "Onda sam otišao."}, {{1s, 2s}, "vidio sam saida na pijaci"}};
    CHECK(clip::said(market, said_of).size() == 1);
}

TEST_CASE("speech that no cue covers is counted, breaths between cues are not") {
    const std::vector<captions::Cue> cues{{{0s, 2s}, "a"}, {{2400ms, 4s}, "b"}};
    CHECK(clip::unheard({{0s, 4s}}, {{{0s, 4s}, "[Music]"}}).size() == 1);
    CHECK(clip::unheard({{0s, 60s}}, {{{0s, 60s}, "a"}}) == std::vector<Range>{{2400ms, 60s}});
    CHECK(clip::unheard({{0s, 10s}}, cues) == std::vector<Range>{{4s, 10s}});
    CHECK(clip::unheard({{0s, 4s}}, cues).empty());
    CHECK(clip::unheard({{0s, 3s}, {5s, 5500ms}}, {}) == std::vector<Range>{{0s, 3s}});
}

TEST_CASE("a redaction silences with a guard, hides the picture whole, or splits the part, and changes the settings") {
    test::Rehearsal r;
    r.store_true_faces();
    r.cut("c", 0s, 3s);
    const auto before = clip::make_plan(r.archive, "c");
    archive::Redaction redaction;
    redaction.interview = "BTIB-0001";
    redaction.recording = r.recording.id;
    redaction.range = {1s, 1200ms};
    redaction.how = archive::Removal::bleep;
    redaction.hides_picture = true;
    redaction.reason = "a name";
    r.archive.add_redaction(redaction, "amina");
    const auto bleeped = clip::make_plan(r.archive, "c");
    REQUIRE(bleeped.parts.size() == 1);
    REQUIRE(bleeped.parts[0].redactions.size() == 1);
    CHECK(bleeped.parts[0].redactions[0].range == Range{850ms, 1350ms});
    CHECK(bleeped.parts[0].redactions[0].cover == voice::Cover::bleep);
    CHECK(clip::mask_at(bleeped.parts[0], 1100ms).whole);
    CHECK_FALSE(clip::mask_at(bleeped.parts[0], 2s).whole);
    CHECK(bleeped.settings_sha256 != before.settings_sha256);

    redaction.range = {2s, 2200ms};
    redaction.how = archive::Removal::cut;
    redaction.hides_picture = false;
    r.archive.add_redaction(redaction, "amina");
    const auto cut = clip::make_plan(r.archive, "c");
    REQUIRE(cut.parts.size() == 2);
    CHECK(cut.parts[0].range == Range{0s, 1850ms});
    CHECK(cut.parts[1].range == Range{2350ms, 3s});
    CHECK(cut.parts[1].at == 1850ms);
    redaction.range = {0s, 3s};
    r.archive.add_redaction(redaction, "amina");
    CHECK_THROWS_WITH(clip::make_plan(r.archive, "c"), Contains("cut out all of it"));
}

TEST_CASE("a new revision, redaction or pseudonym changes the captions of a clip and its settings") {
    test::Rehearsal r;
    r.store_true_faces();
    auto vault = test::make_quick_vault(Vault::file_in(r.folder()));
    vault.set("BTIB-0001", {{{"Omar Haddad", TermKind::name, {}}}, "", ""});
    auto clip = r.cut("c", 0s, 3s);
    clip.language = "en";
    clip.captions = archive::CaptionMode::burned;
    r.archive.change_clip(clip, "amina");
    CHECK_THROWS_WITH(clip::make_plan(r.archive, "c", &vault), Contains("no transcript in 'en'"));
    archive::Transcript t;
    t.interview = "BTIB-0001";
    t.recording = r.recording.id;
    t.language = "en";
    r.archive.add_transcript(t, {{{0s, 1s}, "I am Omar Haddad"}}, "amina");
    const auto first = clip::make_plan(r.archive, "c", &vault);
    REQUIRE(first.captions.size() == 1);
    CHECK(first.language == "en");
    CHECK(first.captions[0].text == "I am Abu Salim");
    CHECK_THROWS_WITH(clip::make_plan(r.archive, "c"), Contains("vault is not open"));

    auto interview = r.archive.interview("BTIB-0001");
    interview.pseudonym = "Abu Karim";
    r.archive.change_interview(interview, "amina");
    const auto renamed = clip::make_plan(r.archive, "c", &vault);
    CHECK(renamed.captions[0].text == "I am Abu Karim");
    CHECK(renamed.settings_sha256 != first.settings_sha256);
    r.archive.add_transcript(t, {{{0s, 1s}, "My name is Omar Haddad"}}, "amina");
    CHECK(clip::make_plan(r.archive, "c", &vault).captions[0].text == "My name is Abu Karim");
}

TEST_CASE("a dubbing track has to be heard, all of it, however well the recording was written down") {
    Told t;
    t.tell({{{0s, 2s}, "Salim went to Otherville"}});
    t.shelf.raw().exec("UPDATE recordings SET has_sound = 1");
    archive::Clip clip;
    clip.parts = {{"A-1", t.recording.id, {0s, 2s}, std::nullopt}};
    CHECK(clip::unheard_of_parts(t.shelf.again(), clip) == std::vector<Time>{0s});
    clip.treatments.disguise = voice::Disguise::dub;
    CHECK(clip::unheard_of_parts(t.shelf.again(), clip) == std::vector<Time>{2s});
}

TEST_CASE("a flagged stretch goes out of the sound with a little more on each side") {
    test::Rehearsal r;
    r.store_true_faces();
    archive::Segment flagged;
    flagged.interview = "BTIB-0001";
    flagged.recording = r.recording.id;
    flagged.range = {1s, 1500ms};
    flagged.incriminating = true;
    r.archive.add_segment(flagged, "amina");
    r.cut("c", 500ms, 3s);
    const auto plan = clip::make_plan(r.archive, "c");
    REQUIRE(plan.parts[0].redactions.size() == 1);
    CHECK(plan.parts[0].redactions[0].range == Range{350ms, 1150ms});  // on the part's clock
}
