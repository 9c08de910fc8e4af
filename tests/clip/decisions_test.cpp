#include "clip/decisions.h"

#include "archive/shelf.h"

using namespace counterclip;
using clip::PastDecision;
using test::Shelf;

namespace {

bool all_signed(std::string_view, std::string_view, std::string_view) {
    return true;
}

archive::Approval decide(Shelf& shelf, const archive::Render& render, const std::string& by, bool approved = true) {
    archive::Approval a;
    a.render = render.id;
    a.approved = approved;
    a.sha256 = render.sha256;
    a.consent_revisions = render.consent_revisions;
    return shelf.archive.add_approval(a, by);
}

std::vector<std::string> people(const std::vector<consent::DecisionFacts>& decisions) {
    std::vector<std::string> codes;
    for (const auto& d : decisions) codes.push_back(d.by + (d.approved ? " yes" : " no"));
    return codes;
}

// Facts under which the render is as it should be.
consent::GateFacts facts_of(const archive::Render& render) {
    consent::GateFacts facts;
    facts.clip = render.clip;
    facts.editors = {"amina"};
    facts.render.emplace();
    facts.render->id = render.id;
    facts.render->sha256 = render.sha256;
    facts.render->file_unchanged = facts.render->settings_current = true;
    consent::Revision said;
    said.id = 1;
    said.interview = "A-1";
    facts.interviews.push_back({.code = "A-1", .subject = said});
    return facts;
}

}  // namespace

TEST_CASE("each person's latest decision counts, and two codes with one key are one person") {
    Shelf shelf;
    shelf.archive.add_operator({"noor", {"auditor"}, "key of noor", ""}, "ruth");
    shelf.archive.add_operator({"noor2", {"auditor"}, "key of noor", ""}, "ruth");
    shelf.clip("c1", shelf.import());
    const auto render = shelf.render("c1");
    decide(shelf, render, "noor");
    decide(shelf, render, "samir", false);
    CHECK(people(clip::latest_decisions(shelf.archive, render.id, all_signed)) ==
          std::vector<std::string>{"noor yes", "samir no"});
    decide(shelf, render, "noor2");
    CHECK(people(clip::latest_decisions(shelf.archive, render.id, all_signed)) ==
          std::vector<std::string>{"samir no", "noor2 yes"});
    decide(shelf, render, "samir");
    CHECK(people(clip::latest_decisions(shelf.archive, render.id, all_signed)) ==
          std::vector<std::string>{"noor2 yes", "samir yes"});
}

TEST_CASE("the history of decisions says of each whether it stands, and why not") {
    Shelf shelf;
    shelf.clip("c1", shelf.import());
    const auto first = shelf.render("c1");
    decide(shelf, first, "samir", false);
    const auto render = shelf.render("c1");
    decide(shelf, render, "samir", false);
    decide(shelf, render, "samir");
    decide(shelf, render, "ruth");
    auto facts = facts_of(render);
    const auto replaced = clip::history_of(shelf.archive, first, facts, all_signed);
    REQUIRE(replaced.size() == 1);
    CHECK(replaced[0].void_because == std::vector<std::string>{"render 2 took its place"});

    facts.editors.push_back("ruth");
    const auto history = clip::history_of(shelf.archive, render, facts, all_signed);
    REQUIRE(history.size() == 3);
    CHECK(history[0].void_because == std::vector<std::string>{"samir decided anew (decision 3)"});
    CHECK(history[1].void_because.empty());
    CHECK(history[2].void_because == std::vector<std::string>{"operator ruth edited what the clip shows"});
    const auto nobody = [](std::string_view, std::string_view, std::string_view) { return false; };
    CHECK(clip::history_of(shelf.archive, render, facts, nobody)[1].void_because.front() ==
          "it has no valid signature");
}
