#include <fmt/format.h>

#include "cli/consent_words.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/records_json.h"
#include "cli/verbs.h"

namespace counterclip::cli {

namespace {

struct Arguments {
    std::string interview;
    std::string person = "subject";
};

// Recordings as people count them, not as the catalog does.
std::string evidence_in_words(const archive::Archive& archive, const consent::Evidence& e) {
    switch (e.method) {
        case consent::Method::verbal_on_recording:
            return fmt::format("verbal, on recording {} at {}", archive.recording(e.recording).position,
                               e.range ? format_range(*e.range) : "?");
        case consent::Method::verbal_before_witnesses:
            return "verbal, before " + joined(e.witnesses);
        case consent::Method::written:
            return "written, document SHA-256 " + e.document_sha256;
        case consent::Method::none:
            break;
    }
    return "none";
}

void show_revision(const archive::Archive& archive, const consent::Revision& r) {
    std::vector<std::pair<std::string, std::string>> lines{
        {"revision", fmt::format("{} of '{}', {}{}", r.id, r.interview, r.person, r.withdrawn ? ": WITHDRAWN" : "")},
    };
    for (const auto& line : term_lines(r.terms)) lines.push_back(line);
    lines.insert(lines.end(), {
                                  {"evidence", evidence_in_words(archive, r.evidence)},
                                  {"reason", r.reason},
                                  {"recorded", fmt::format("{} by {}", r.at, r.author)},
                              });
    for (const auto& [key, value] : lines)
        print_line(fmt::format("{:<12} {}", key, value.empty() ? "-" : harmless(value)));
}

void show(const Arguments& a, Context& context) {
    const auto archive = context.open();
    archive.interview(a.interview);
    const auto latest = archive.latest_consent(a.interview, a.person);
    if (context.json()) return print_json(latest ? as_json(*latest) : Json());
    if (latest) return show_revision(archive, *latest);
    print_line(
        fmt::format("no consent of '{}', {} is recorded: nothing of it may be used. `counterclip consent set {}` "
                    "records one",
                    a.interview, a.person, a.interview));
}

void history(const Arguments& a, Context& context) {
    const auto archive = context.open();
    archive.interview(a.interview);
    const auto revisions = archive.consent_history(a.interview, a.person);
    if (context.json()) return print_json(list_as_json(revisions));
    if (revisions.empty()) return print_line("no consent is recorded");
    consent::Revision before;
    for (const auto& r : revisions) {
        print_line(fmt::format("{}  {}  by {}{}{}", r.id, r.at, r.author, r.withdrawn ? "  WITHDRAWN" : "",
                               r.reason.empty() ? "" : "  " + harmless(r.reason)));
        for (const auto& line : consent::difference(before, r)) print_line("     " + harmless(line));
        before = r;
    }
}

Action declare(CLI::App& app, void (*act)(const Arguments&, Context&)) {
    auto arguments = std::make_shared<Arguments>();
    app.add_option("CODE", arguments->interview, "The interview")->required();
    app.add_option("--person", arguments->person, "subject, interviewer, translator, guard ...")->capture_default_str();
    return [arguments, act](Context& context) { act(*arguments, context); };
}

}  // namespace

Verb consent_show_verb() {
    return {"consent show", "Show the consent that counts now", {"consent show BTIB-0042"}, [](CLI::App& app) {
                return declare(app, show);
            }};
}

Verb consent_history_verb() {
    return {
        "consent history", "Show every revision and what it changed", {"consent history BTIB-0042"}, [](CLI::App& app) {
            return declare(app, history);
        }};
}

}  // namespace counterclip::cli
