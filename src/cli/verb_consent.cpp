#include <fmt/format.h>

#include "cli/consent_words.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/records_json.h"
#include "cli/verbs.h"
#include "core/error.h"

namespace counterclip::cli {

namespace {

struct Arguments {
    std::string interview;
    std::optional<std::string> person;
    std::vector<std::int64_t> revisions;  // to compare
};

using Lines = std::vector<std::pair<std::string, std::string>>;

void print_lines(const Lines& lines) {
    for (const auto& [key, value] : lines)
        print_line(fmt::format("{:<12} {}", key, value.empty() ? "-" : harmless(value)));
}

Lines purpose_lines(const consent::Revision& r) {
    Lines lines;
    for (const auto& [purpose, own] : r.purposes) {
        const auto differing = own_lines(own, r.terms);
        lines.emplace_back("for " + to_string(purpose), differing.empty() ? "the same, by terms of its own" : "");
        if (!differing.empty()) lines.back().second = "these instead:";
        for (const auto& [term, says] : differing) lines.emplace_back("  " + term, says);
    }
    return lines;
}

void show_revision(const archive::Archive& archive, const consent::Revision& r) {
    Lines lines{
        {"revision", fmt::format("{} of '{}', {}{}", r.id, r.interview, r.person, r.withdrawn ? ": WITHDRAWN" : "")}};
    const auto add = [&](const Lines& more) { lines.insert(lines.end(), more.begin(), more.end()); };
    add(term_lines(r.terms));
    add(purpose_lines(r));
    add({{"preferences", preferences_in_words(r.preferences)},
         {"evidence", evidence_in_words(archive, r.evidence)},
         {"reason", r.reason},
         {"recorded", fmt::format("{} by {}", r.at, r.author)}});
    print_lines(lines);
}

void say_none(const Arguments& a) {
    print_line(
        fmt::format("no consent of '{}', {} is recorded: nothing of it may be used. `counterclip consent set {}` "
                    "records one",
                    a.interview, a.person.value_or("subject"), a.interview));
}

// The person asked for, the subject if none is; with it everyone else of the interview.
void show(const Arguments& a, Context& context) {
    const auto archive = context.open();
    archive.interview(a.interview);
    const auto person = a.person.value_or("subject");
    auto everyone = archive.latest_consents(a.interview);
    std::optional<consent::Revision> latest;
    if (auto found = everyone.extract(person)) latest = std::move(found.mapped());
    if (a.person) everyone.clear();
    if (context.json()) {
        auto json = latest ? as_json(*latest) : Json();
        for (const auto& [other, revision] : everyone) json["others"][other] = as_json(revision);
        return print_json(json);
    }
    if (latest)
        show_revision(archive, *latest);
    else
        say_none(a);
    for (const auto& [other, revision] : everyone) {
        print_line("");
        show_revision(archive, revision);
    }
}

void show_history(const archive::Archive& archive, const std::vector<consent::Revision>& revisions) {
    consent::Revision before;
    for (const auto& r : revisions) {
        print_line(fmt::format("{}  {}  by {}{}{}", r.id, r.at, r.author, r.withdrawn ? "  WITHDRAWN" : "",
                               r.reason.empty() ? "" : "  " + harmless(r.reason)));
        for (const auto& line : consent::difference(before, r)) print_line("     " + harmless(line));
        if (r.evidence.method != consent::Method::none)
            print_line("     given: " + harmless(evidence_in_words(archive, r.evidence)));
        before = r;
    }
}

void history(const Arguments& a, Context& context) {
    const auto archive = context.open();
    archive.interview(a.interview);
    std::vector<std::string> people{a.person.value_or("subject")};
    if (!a.person)
        for (const auto& [person, latest] : archive.latest_consents(a.interview))
            if (person != "subject") people.push_back(person);
    std::vector<consent::Revision> all;
    for (const auto& person : people) {
        const auto revisions = archive.consent_history(a.interview, person);
        all.insert(all.end(), revisions.begin(), revisions.end());
        if (context.json()) continue;
        if (people.size() > 1) print_line(person);
        if (revisions.empty()) print_line("no consent is recorded");
        show_history(archive, revisions);
    }
    if (context.json()) print_json(list_as_json(all));
}

const consent::Revision& numbered(const std::vector<consent::Revision>& history, std::int64_t number,
                                  const Arguments& a) {
    const auto found = std::find_if(history.begin(), history.end(), [&](const auto& r) { return r.id == number; });
    if (found != history.end()) return *found;
    throw Error(
        fmt::format("revision {} of the consent of {} in '{}'", number, a.person.value_or("subject"), a.interview),
        fmt::format("there is none; there are {}", history.size()));
}

void compare(const Arguments& a, Context& context) {
    const auto archive = context.open();
    archive.interview(a.interview);
    const auto history = archive.consent_history(a.interview, a.person.value_or("subject"));
    if (a.revisions.size() != 2 && !a.revisions.empty())
        throw Error("compare consents", "name two revisions, or none for the last two", ErrorKind::usage);
    if (a.revisions.empty() && history.size() < 2)
        throw Error(fmt::format("compare the consents of '{}'", a.interview),
                    fmt::format("{} is recorded; two are needed", history.size()));
    const auto last = static_cast<std::int64_t>(history.size());
    const auto& before = numbered(history, a.revisions.empty() ? last - 1 : a.revisions[0], a);
    const auto& after = numbered(history, a.revisions.empty() ? last : a.revisions[1], a);
    const auto lines = consent::difference(before, after);
    if (context.json())
        return print_json({{"before", as_json(before)}, {"after", as_json(after)}, {"differences", lines}});
    print_line(fmt::format("revision {} ({} by {}) -> revision {} ({} by {})", before.id, before.at, before.author,
                           after.id, after.at, after.author));
    for (const auto& line : lines) print_line("  " + harmless(line));
    if (lines.empty()) print_line("  the same terms on the same evidence");
    if (!after.reason.empty()) print_line("  because: " + harmless(after.reason));
}

void declare_whose(CLI::App& app, Arguments& a) {
    app.add_option("CODE", a.interview, "The interview")->required();
    add_read_option(
        app, "--person", a.person, [](const std::string& text) { return text; },
        "subject, interviewer, translator, guard ...");
}

Action declare(CLI::App& app, void (*act)(const Arguments&, Context&)) {
    auto arguments = std::make_shared<Arguments>();
    declare_whose(app, *arguments);
    return [arguments, act](Context& context) { act(*arguments, context); };
}

}  // namespace

Verb consent_show_verb() {
    return {"consent show",
            "Show the consents that count now: the subject's and everyone else's",
            {"consent show BTIB-0042"},
            [](CLI::App& app) { return declare(app, show); }};
}

Verb consent_history_verb() {
    return {
        "consent history", "Show every revision and what it changed", {"consent history BTIB-0042"}, [](CLI::App& app) {
            return declare(app, history);
        }};
}

Verb consent_diff_verb() {
    return {"consent diff",
            "Compare two revisions of a consent",
            {"consent diff BTIB-0042", "consent diff BTIB-0042 1 3"},
            [](CLI::App& app) -> Action {
                auto arguments = std::make_shared<Arguments>();
                declare_whose(app, *arguments);
                app.add_option("REVISIONS", arguments->revisions, "Two numbers; default: the last two")->expected(0, 2);
                return [arguments](Context& context) { compare(*arguments, context); };
            }};
}

}  // namespace counterclip::cli
