#include "consent/gate.h"

#include <set>

#include "gate_cases.h"

using namespace counterclip;
using namespace counterclip::consent;
using namespace counterclip::consent::test;
using namespace std::chrono_literals;

namespace {

std::set<std::string> codes(const std::vector<Finding>& findings) {
    std::set<std::string> found;
    for (const Finding& f : findings) found.insert(f.code);
    return found;
}

// The row that judges a case: of its code, the one of the latest stage reached.
RuleText row_for(const GateCase& c) {
    std::optional<RuleText> row;
    for (const RuleText& rule : rules())
        if (rule.code == c.code && rule.from <= c.stage && (!row || row->from < rule.from)) row = rule;
    REQUIRE(row);
    return *row;
}

std::set<std::string> with_what_goes_along(const GateCase& c, std::set<std::string> codes) {
    if (*c.along != 0) codes.insert(c.along);
    return codes;
}

GateFacts changed(const GateCase& c) {
    GateFacts facts = releasable();
    c.change(facts);
    return facts;
}

}  // namespace

TEST_CASE("a clip that does all that was asked for may be rendered, approved and released") {
    for (const Stage stage : {Stage::render, Stage::approve, Stage::release}) {
        const auto findings = check(releasable(), stage);
        CHECK(codes(findings).empty());
        CHECK_FALSE(blocked(findings));
    }
}

TEST_CASE("every rule finds what breaks it, and no other rule does") {
    for (const GateCase& c : blocking_cases()) {
        CAPTURE(c.code, c.when);
        const auto findings = check(changed(c), c.stage);
        CHECK(codes(findings) == with_what_goes_along(c, {c.code}));
        for (const Finding& f : findings) {
            if (f.code != c.code) continue;
            CHECK(f.severity == row_for(c).severity);
            CHECK_FALSE(f.what.empty());
            CHECK_FALSE(f.mend.empty());
        }
        CHECK(blocked(findings) == (row_for(c).severity == Severity::blocks));
    }
}

TEST_CASE("what comes close to breaking a rule passes") {
    for (const GateCase& c : passing_cases()) {
        CAPTURE(c.code, c.when);
        CHECK(codes(check(changed(c), c.stage)) == with_what_goes_along(c, {}));
    }
}

TEST_CASE("every row of the rule table has a case that breaks it and one that passes") {
    const auto is_tried = [](const std::vector<GateCase>& cases, const RuleText& rule, bool row_must_match) {
        return std::ranges::any_of(cases, [&](const GateCase& c) {
            return c.code == rule.code && (!row_must_match || row_for(c).from == rule.from);
        });
    };
    for (const RuleText& rule : rules()) {
        CAPTURE(rule.code, static_cast<int>(rule.from));
        CHECK(is_tried(blocking_cases(), rule, true));
        CHECK(is_tried(passing_cases(), rule, false));
    }
}

TEST_CASE("a later stage never forgives what an earlier one blocked") {
    for (const GateCase& c : blocking_cases()) {
        CAPTURE(c.code, c.when);
        if (!blocked(check(changed(c), c.stage))) continue;
        CHECK(blocked(check(changed(c), Stage::release)));
    }
}

TEST_CASE("a rule is not asked before its stage") {
    for (const GateCase& c : blocking_cases()) {
        CAPTURE(c.code, c.when);
        const RuleText row = row_for(c);
        if (row.from == Stage::render) continue;
        const auto before = static_cast<Stage>(static_cast<int>(row.from) - 1);
        for (const Finding& f : check(changed(c), before)) CHECK((f.code != row.code || f.severity == Severity::warns));
    }
}

TEST_CASE("an open gap warns before rendering and blocks from approval on, once each") {
    GateFacts facts = releasable();
    facts.parts[0].open_gaps = 1;
    const auto at_render = check(facts, Stage::render);
    REQUIRE(at_render.size() == 1);
    CHECK(at_render[0].severity == Severity::warns);
    const auto at_release = check(facts, Stage::release);
    REQUIRE(at_release.size() == 1);
    CHECK(at_release[0].severity == Severity::blocks);
}

TEST_CASE("findings that block come before findings that warn") {
    GateFacts facts = releasable();
    facts.parts[0].open_gaps = 1;
    facts.parts[0].identifying = true;
    const auto findings = check(facts, Stage::render);
    REQUIRE(findings.size() == 2);
    CHECK(findings[0].code == "DETAILS-IDENTIFYING");
    CHECK(findings[1].code == "GAP-OPEN");
}

TEST_CASE("facts of which nothing is known are blocked at every stage") {
    for (const Stage stage : {Stage::render, Stage::approve, Stage::release}) CHECK(blocked(check(GateFacts{}, stage)));

    // One part and nothing else known: everything that could be asked of the subject is asked.
    GateFacts facts;
    facts.parts.push_back({.interview = "BTIB-0042", .range = {0s, 1s}});
    facts.treatments.shows_name = true;
    const auto found = codes(check(facts, Stage::release));
    for (const char* code :
         {"PART-OUTSIDE", "NO-CONSENT", "ORIGINAL-CHANGED", "FACE-SHOWN", "FACES-NOT-ANALYSED", "PSEUDONYM-MISSING",
          "NAME-SHOWN-NOT-PSEUDONYM", "NAMES-NOT-SEARCHED", "VOICE-NOT-ALTERED", "NOT-RENDERED", "NOT-APPROVED",
          "DETAILS-INCRIMINATING", "DETAILS-IDENTIFYING", "GAP-OPEN", "SECOND-APPROVAL"}) {
        CAPTURE(code);
        CHECK(found.contains(code));
    }
    facts.render.emplace();
    facts.render->verification.emplace();
    facts.decisions.emplace_back().by.clear();
    facts.decisions.push_back({.approved = true});
    const auto with_blanks = codes(check(facts, Stage::release));
    for (const char* code : {"RENDER-STALE", "RENDER-CHANGED", "NOT-VERIFIED", "REFUSED", "APPROVED-BY-EDITOR"}) {
        CAPTURE(code);
        CHECK(with_blanks.contains(code));
    }
}

TEST_CASE("a render, a verification and an approval without a SHA-256 are of no file") {
    GateFacts facts = releasable();
    facts.render->sha256.clear();
    facts.render->verification->sha256.clear();
    facts.decisions[0].sha256.clear();
    CHECK(codes(check(facts, Stage::release)) ==
          std::set<std::string>{"RENDER-CHANGED", "NOT-VERIFIED", "APPROVAL-VOID"});
}

TEST_CASE("a withdrawn consent blocks a release approved before, in one sentence") {
    GateFacts facts = releasable();
    facts.interviews[0].subject->id = 3;
    facts.interviews[0].subject->withdrawn = true;
    for (const Stage stage : {Stage::render, Stage::approve, Stage::release}) {
        const auto findings = check(facts, stage);
        REQUIRE(findings.size() == 1);
        CHECK(findings[0].code == "WITHDRAWN");
    }
    CHECK_THAT(void_reasons(facts, facts.decisions[0]).back(), Catch::Contains("withdrawn"));
}

TEST_CASE("what voids an approval is told for each reason") {
    GateFacts facts = releasable();
    CHECK(void_reasons(facts, facts.decisions[0]).empty());
    CHECK(standing_approvals(facts) == 1);
    facts.interviews[0].subject->id = 3;
    facts.render->settings_current = false;
    facts.editors.push_back("noor");
    const auto reasons = void_reasons(facts, facts.decisions[0]);
    REQUIRE(reasons.size() == 3);
    CHECK(reasons[0] == "it was given under consent revision 2 of interview BTIB-0042, now it is 3");
    CHECK(reasons[1] == "the clip, its tracks or its gaps were changed since");
    CHECK(reasons[2] == "operator noor edited what the clip shows");
    CHECK(standing_approvals(facts) == 0);
    facts.decisions[0].approved = false;
    CHECK(void_reasons(facts, facts.decisions[0]).empty());
}

TEST_CASE("each reason for a second auditor is a sentence of its own") {
    GateFacts facts = releasable();
    CHECK(second_approval_reasons(facts).empty());
    auto& interview = facts.interviews[0];
    interview.custody = interview.minor = true;
    interview.present = {"minder", "interviewer:man"};
    interview.subject->terms.risk = Risk::acquaintances;
    interview.subject->preferences = {Preference::woman_interviewer};
    facts.treatments.alters_voice = false;
    facts.parts[0].deleted_tracks = 1;
    CHECK(second_approval_reasons(facts) ==
          std::vector<std::string>{
              "interview BTIB-0042: the subject is under age", "interview BTIB-0042: the subject is in custody",
              "interview BTIB-0042: consent was given aloud while a guard or minder was present",
              "interview BTIB-0042: acquaintances must not know the subject, and the voice is kept",
              "interview BTIB-0042: the face must be hidden, and somebody said of a track that it is no face",
              "interview BTIB-0042: the wish 'woman-interviewer' is not known to have been kept"});
}

TEST_CASE("where a dubbing track holds the recording another one is asked for, elsewhere a render") {
    GateFacts facts = releasable();
    facts.render->verification->sound_left = {"0:00:01.000 to 0:00:02.000: the recording is played again"};
    CHECK_THAT(check(facts, Stage::approve).front().mend, !Catch::Contains("dub"));
    facts.treatments.voice_is_dubbed = true;
    CHECK_THAT(check(facts, Stage::approve).front().mend,
               Catch::Contains("another dubbing track") && Catch::Contains("counterclip dub import BTIB-0042"));
}

TEST_CASE("a finding never repeats a name that may be the real one") {
    GateFacts facts = releasable();
    facts.treatments.names_shown = {"Somebody"};
    facts.treatments.texts = {"Somebody"};
    for (const Finding& f : check(facts, Stage::release)) {
        CHECK(f.what.find("Somebody") == std::string::npos);
        CHECK(f.mend.find("Somebody") == std::string::npos);
    }
}

TEST_CASE("findings name the interview, the clip and the operator") {
    GateFacts facts = releasable();
    facts.interviews[0].subject->terms.use = Use::research;
    facts.decisions[0].by = "rami";
    const auto findings = check(facts, Stage::release);
    REQUIRE(findings.size() == 2);
    CHECK_THAT(findings[0].what, Catch::Contains("BTIB-0042") && Catch::Contains("'public'"));
    CHECK_THAT(findings[1].what, Catch::Contains("rami") && Catch::Contains("courage"));
}
