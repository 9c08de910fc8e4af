// Protected terms are found in whatever leaves, and never repeated (P5).
#include "clip/protected_terms.h"

#include "archive/shelf.h"
#include "archive/vault_cases.h"
#include "clip/gate_facts.h"

using namespace counterclip;
using archive::TermKind;
using archive::Vault;

namespace {

struct Guarded {
    test::Shelf shelf;
    Vault vault = test::make_quick_vault(Vault::file_in(shelf.folder()));

    Guarded() {
        vault.set("A-1", test::layla());
        // Of somebody who is in no clip.
        vault.set("Z-9", {{{"Zubaydah", TermKind::alias}, {"Unit 731-B", TermKind::other}}, "", ""});
    }
    archive::Clip clip() {
        archive::Clip clip;
        clip.code = "c1";
        clip.title = "Why I left";
        clip.parts.push_back({"A-1", 1, {}, std::nullopt});
        return clip;
    }
    std::vector<std::string> places(const archive::Clip& clip) const {
        return clip::places_with_terms(clip::texts_that_leave(clip, std::nullopt), vault);
    }
};

using Places = std::vector<std::string>;

}  // namespace

TEST_CASE("a protected term is found in every text that leaves, with its kind and its place, and not repeated") {
    Guarded g;
    auto clip = g.clip();
    CHECK(g.places(clip).empty());
    SECTION("title") {
        clip.title = "QAMARUNNISA  Zyxwv speaks";
        CHECK(g.places(clip) == Places{"a protected name in the title"});
    }
    SECTION("card, in Arabic with its vowels and a prefix") {
        clip.card = "قالت وأُمّ قَمَرالنِّساء";
        CHECK(g.places(clip) == Places{"a protected alias in the card"});
    }
    SECTION("lower-third, with another accent") {
        clip.lower_third = "from tell qórtubeh";
        CHECK(g.places(clip) == Places{"a protected place in the lower-third"});
    }
    SECTION("code") {
        clip.code = "zubaydah-01";
        CHECK(g.places(clip) == Places{"a protected alias in the clip's code, which names the file"});
    }
    SECTION("interview's code, once however many parts") {
        clip.parts.front().interview = "unit-731-b";
        clip.parts.push_back(clip.parts.front());
        CHECK(g.places(clip) == Places{"a protected term in the code of an interview it shows"});
    }
    SECTION("destination") {
        consent::DestinationFacts destination;
        destination.code = "zubaydah";
        CHECK(clip::places_with_terms(clip::texts_that_leave(clip, destination), g.vault) ==
              Places{"a protected alias in the destination's code"});
    }
}

TEST_CASE("a place that holds a term itself is masked too") {
    const Guarded g;
    CHECK(clip::places_with_terms({{"the note of clip zubaydah-01", "Zubaydah"}}, g.vault) ==
          Places{"a protected alias in the note of clip [alias]-01"});
}

TEST_CASE("texts can be had without the terms in them") {
    const Guarded g;
    CHECK(clip::without_terms("Qamarunnisa Zyxwv of Tell Qortubeh met Zubaydah of unit 731-b.", g.vault) ==
          "[name] of [place] met [alias] of [term].");
    CHECK(clip::without_terms("nothing in it", g.vault) == "nothing in it");
}

TEST_CASE("where there is a vault that nobody opened, or was one, the texts count as not searched") {
    Guarded g;
    const auto clip = g.clip();
    const auto facts = [&](const Vault* vault) {
        return clip::protected_terms_that_leave(g.shelf.archive, clip, vault, std::nullopt);
    };
    CHECK(facts(&g.vault) == Places{});
    CHECK_FALSE(facts(nullptr));

    g.vault.save();
    std::filesystem::remove(Vault::file_in(g.shelf.folder()));
    CHECK_FALSE(facts(nullptr));  // the generation before is there
    std::filesystem::remove(Vault::previous_of(Vault::file_in(g.shelf.folder())));
    CHECK(facts(nullptr) == Places{});  // nobody ever made one here, as far as the log knows
    g.shelf.archive.append_event("vault init", "vault", std::string("{}"), "ruth");
    CHECK_FALSE(facts(nullptr));  // somebody took it away
}

TEST_CASE("what is written in the archive is looked through, codes and notes and reasons") {
    Guarded g;
    const auto recording = g.shelf.import();
    archive::Segment segment;
    segment.interview = "A-1";
    segment.recording = recording.id;
    segment.range = {Time::zero(), Time(std::chrono::seconds(1))};
    segment.note = "says that Zubaydah was there";
    g.shelf.archive.add_segment(segment, "amina");
    auto interview = g.shelf.archive.interview("A-1");
    interview.pseudonym = "Zubaydah";
    g.shelf.archive.change_interview(interview, "amina");
    CHECK(clip::places_with_terms(clip::texts_that_stay(g.shelf.archive), g.vault) ==
          Places{"a protected alias in the pseudonym of interview A-1", "a protected alias in the note of segment 1"});
}

TEST_CASE("a term of signs only is told from one that can be found") {
    CHECK(clip::can_be_found({"Layla", TermKind::name}));
    CHECK(clip::can_be_found({"ليلى", TermKind::name}));
    CHECK_FALSE(clip::can_be_found({"--", TermKind::name}));
}
