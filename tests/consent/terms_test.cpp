#include "consent/terms.h"

#include "consent/changes.h"
#include "consent/people.h"
#include "consent/scope.h"
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
    const Requirements asked = requirements(Revision{.terms = terms}, Use::research);
    CHECK(asked.hide_face);
    CHECK(asked.change_name);
    CHECK(asked.alter_voice);
    CHECK(asked.omit_details);
}

TEST_CASE("a person may allow each thing by itself") {
    Revision said{.terms = {.face = FaceTerm::show}};
    CHECK_FALSE(requirements(said, Use::public_).hide_face);
    CHECK(requirements(said, Use::public_).change_name);
    said.terms = {.name = NameTerm::real};
    CHECK_FALSE(requirements(said, Use::public_).change_name);
    CHECK(requirements(said, Use::public_).hide_face);
    said.terms = {.voice = VoiceTerm::keep};
    CHECK_FALSE(requirements(said, Use::public_).alter_voice);
    CHECK(requirements(said, Use::public_).omit_details);
    said.terms = {.details = DetailsTerm::keep};
    CHECK_FALSE(requirements(said, Use::public_).omit_details);
    CHECK(requirements(said, Use::public_).alter_voice);
}

TEST_CASE("no consent and a withdrawn one require everything") {
    const Terms open{
        .face = FaceTerm::show, .name = NameTerm::real, .voice = VoiceTerm::keep, .details = DetailsTerm::keep};
    for (const auto& latest :
         {std::optional<Revision>{}, std::optional<Revision>{{.terms = open, .withdrawn = true}}}) {
        const Requirements asked = requirements(latest, Use::public_);
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
                   .languages = {"en"},
                   .until = "2027-12-31",
                   .risk = Risk::strangers,
                   .risk_note = "her brother must not know"};
    after.purposes[Use::training] = after.terms;
    after.purposes[Use::training].name = NameTerm::changed;
    after.preferences = {Preference::told_may_stop};
    after.evidence = {.method = Method::written, .document_sha256 = "cc33"};
    CHECK(difference(before, after) == std::vector<std::string>{"consent: given -> withdrawn",
                                                                "use: public -> research",
                                                                "face: hide -> show",
                                                                "name: changed -> real",
                                                                "voice: alter -> keep",
                                                                "details: omit -> keep",
                                                                "audiences: any -> schools, courts",
                                                                "territories: any -> SE",
                                                                "languages: any -> en",
                                                                "until: without end -> 2027-12-31",
                                                                "risk: acquaintances -> strangers",
                                                                "risk note: changed",
                                                                "for training, use: public -> research",
                                                                "for training, face: hide -> show",
                                                                "for training, voice: alter -> keep",
                                                                "for training, details: omit -> keep",
                                                                "for training, audiences: any -> schools, courts",
                                                                "for training, territories: any -> SE",
                                                                "for training, languages: any -> en",
                                                                "for training, until: without end -> 2027-12-31",
                                                                "for training, risk: acquaintances -> strangers",
                                                                "for training, risk note: changed",
                                                                "for training: as for all -> terms of its own",
                                                                "preferences: none -> told-may-stop",
                                                                "evidence: none -> written"});
}

TEST_CASE("terms of a purpose hold for it and for no other") {
    Revision said{.terms = {.use = Use::public_}};
    change_for(said, Use::training, {.face = FaceTerm::show, .voice = VoiceTerm::keep});
    said.evidence = {.method = Method::written, .document_sha256 = "cc33"};
    CHECK_FALSE(requirements(said, Use::training).hide_face);
    CHECK_FALSE(requirements(said, Use::training).alter_voice);
    CHECK(requirements(said, Use::training).change_name);
    CHECK(shows_face(said, Use::training));
    for (const Use other : {Use::research, Use::public_}) {
        CHECK(requirements(said, other).hide_face);
        CHECK(requirements(said, other).alter_voice);
        CHECK_FALSE(shows_face(said, other));
        CHECK(grants(said, other));
    }
}

TEST_CASE("terms of a purpose grant it only when somebody said so") {
    Revision said{.terms = {.use = Use::research}};
    change_for(said, Use::training, {.face = FaceTerm::show});
    CHECK_FALSE(grants(said, Use::training));
    change_for(said, Use::training, {.use = Use::training});
    CHECK(grants(said, Use::training));
    CHECK_FALSE(grants(said, Use::public_));
    CHECK(said.purposes.at(Use::training).face == FaceTerm::show);
    CHECK_THROWS_WITH(change_for(said, Use::training, {.use = Use::public_}), Catch::Contains("without --for"));
    CHECK_THROWS_AS(change_for(said, Use::none, {}), Error);
}

TEST_CASE("what is asked for everything is asked for every purpose, what is allowed only where nothing else was said") {
    Revision said{.terms = {.use = Use::public_, .territories = {"SE"}}};
    change_for(said, Use::training, {.face = FaceTerm::show, .territories = std::vector<std::string>{"NO"}});
    change_for(said, Use::research, {.voice = VoiceTerm::alter});
    change_all(said, {.face = FaceTerm::hide, .voice = VoiceTerm::keep, .until = "2027-01-31"});
    CHECK(said.purposes.at(Use::training).face == FaceTerm::hide);
    CHECK(said.purposes.at(Use::training).until == "2027-01-31");
    CHECK(said.purposes.at(Use::research).voice == VoiceTerm::alter);
    CHECK(said.terms.voice == VoiceTerm::keep);
    CHECK(said.purposes.at(Use::training).territories == std::vector<std::string>{"NO"});
    change_all(said, {.use = Use::research, .territories = std::vector<std::string>{"DK"}});
    CHECK(said.purposes.at(Use::training).territories == std::vector<std::string>{"DK"});
    CHECK_FALSE(grants(said, Use::training));
    CHECK(grants(said, Use::research));
}

TEST_CASE("a minor can allow neither face nor name") {
    const Requirements asked =
        for_a_minor({.hide_face = false, .change_name = false, .alter_voice = false, .omit_details = false});
    CHECK(asked.hide_face);
    CHECK(asked.change_name);
    CHECK_FALSE(asked.alter_voice);
}

TEST_CASE("days, countries, languages and audiences are read or refused") {
    CHECK(day_from("2028-02-29") == "2028-02-29");
    for (const char* no : {"2027-02-29", "2027-13-01", "2027-1-1", "27-01-01", "2027/01/01", ""})
        CHECK_THROWS_AS(day_from(no), Error);
    CHECK(territory_from("se") == "SE");
    for (const char* no : {"UK", "E ", "", "SWE", "D A"}) CHECK_THROWS_AS(territory_from(no), Error);
    CHECK(language_from("AR-sy") == "ar-SY");
    CHECK(language_from("zh-hant-tw") == "zh-Hant-TW");
    for (const char* no : {"a", "arabic", "ar_SY", "ar-", "", "1a"}) CHECK_THROWS_AS(language_from(no), Error);
    CHECK(audience_from("Partner-Schools") == "partner-schools");
    CHECK_THROWS_AS(audience_from("the press"), Error);
    CHECK(witness_from("W-07") == "W-07");
    CHECK_THROWS_WITH(witness_from("Fatima"), !Catch::Contains("Fatima"));
}

TEST_CASE("who was there is a role, perhaps with a gender") {
    CHECK(present_entry_from("Interviewer:Woman") == "interviewer:woman");
    CHECK(present_entry_from("prison-guards") == "prison-guards");
    for (const char* no : {"", ":man", "guard:tall", "guard 2"}) CHECK_THROWS_AS(present_entry_from(no), Error);
    CHECK(watched({"interviewer", "Guard:man"}));
    CHECK_FALSE(watched({"guardian", "mother:woman"}));
    CHECK(interviewed_by_women({"interviewer:woman", "guard:man"}) == Kept::yes);
    CHECK(interviewed_by_women({"interviewer:woman", "interviewer"}) == Kept::unknown);
    CHECK(without_men({"interviewer:woman", "guard:man"}) == Kept::no);
    CHECK(without_men({}) == Kept::unknown);
}
