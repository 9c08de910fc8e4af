#include "consent/terms.h"

#include "core/error.h"

using namespace counterclip;
using namespace counterclip::consent;

TEST_CASE("every term is read back from its own word") {
    for (const char* word : {"none", "research", "training", "public"}) CHECK(to_string(use_from(word)) == word);
    for (const char* word : {"show", "hide"}) CHECK(to_string(face_from(word)) == word);
    for (const char* word : {"real", "changed"}) CHECK(to_string(name_from(word)) == word);
    for (const char* word : {"keep", "alter"}) CHECK(to_string(voice_from(word)) == word);
    for (const char* word : {"keep", "omit"}) CHECK(to_string(details_from(word)) == word);
    for (const char* word : {"none", "verbal", "witnesses", "written"}) CHECK(to_string(method_from(word)) == word);
    CHECK(use_from("public") == Use::public_);
    CHECK(face_from("hide") == FaceTerm::hide);
    CHECK(name_from("changed") == NameTerm::changed);
    CHECK(voice_from("alter") == VoiceTerm::alter);
    CHECK(details_from("omit") == DetailsTerm::omit);
    CHECK(method_from("verbal") == Method::verbal_on_recording);
}

TEST_CASE("a word that is no term is a usage error that lists the words") {
    CHECK_THROWS_WITH(face_from("hidden"), Catch::Contains("'hidden'") && Catch::Contains("show, hide"));
    CHECK_THROWS_WITH(use_from(""), Catch::Contains("none, research, training, public"));
    CHECK_THROWS_AS(method_from("Verbal"), Error);
    try {
        name_from("pseudonym");
        FAIL("accepted");
    } catch (const Error& e) {
        CHECK(e.kind() == ErrorKind::usage);
    }
}

TEST_CASE("what nobody asked about is hidden and not used") {
    const Terms terms;
    CHECK(terms.use == Use::none);
    const Requirements asked = requirements(Revision{.terms = terms});
    CHECK(asked.hide_face);
    CHECK(asked.change_name);
    CHECK(asked.alter_voice);
    CHECK(asked.omit_details);
}

TEST_CASE("a person may allow each thing by itself") {
    Revision said{.terms = {.face = FaceTerm::show}};
    CHECK_FALSE(requirements(said).hide_face);
    CHECK(requirements(said).change_name);
    said.terms = {.name = NameTerm::real};
    CHECK_FALSE(requirements(said).change_name);
    CHECK(requirements(said).hide_face);
    said.terms = {.voice = VoiceTerm::keep};
    CHECK_FALSE(requirements(said).alter_voice);
    CHECK(requirements(said).omit_details);
    said.terms = {.details = DetailsTerm::keep};
    CHECK_FALSE(requirements(said).omit_details);
    CHECK(requirements(said).alter_voice);
}

TEST_CASE("no consent and a withdrawn one require everything") {
    const Terms open{
        .face = FaceTerm::show, .name = NameTerm::real, .voice = VoiceTerm::keep, .details = DetailsTerm::keep};
    for (const auto& latest :
         {std::optional<Revision>{}, std::optional<Revision>{{.terms = open, .withdrawn = true}}}) {
        const Requirements asked = requirements(latest);
        CHECK(asked.hide_face);
        CHECK(asked.change_name);
        CHECK(asked.alter_voice);
        CHECK(asked.omit_details);
    }
}

TEST_CASE("the difference of two revisions is a line for each term that changed") {
    Revision before{.id = 1, .terms = {.use = Use::public_}};
    Revision after = before;
    after.id = 2;
    CHECK(difference(before, after).empty());
    after.withdrawn = true;
    after.terms = {.use = Use::research,
                   .face = FaceTerm::show,
                   .name = NameTerm::real,
                   .voice = VoiceTerm::keep,
                   .details = DetailsTerm::keep,
                   .audiences = {"schools", "courts"},
                   .territories = {"SE"},
                   .risk_note = "her brother must not know"};
    CHECK(difference(before, after) ==
          std::vector<std::string>{"consent: given -> withdrawn", "use: public -> research", "face: hide -> show",
                                   "name: changed -> real", "voice: alter -> keep", "details: omit -> keep",
                                   "audiences: any -> schools, courts", "territories: any -> SE",
                                   "risk note: changed"});
}
