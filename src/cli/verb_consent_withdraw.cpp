#include <fmt/chrono.h>
#include <fmt/format.h>

#include "cli/options.h"
#include "cli/output.h"
#include "cli/records_json.h"
#include "cli/verbs.h"

namespace counterclip::cli {

namespace {

constexpr int days_for_takedown = 7;

struct Arguments {
    std::string interview;
    std::string person = "subject";
    std::string reason;
};

std::string day_in(int days) {
    const auto then = std::chrono::system_clock::now() + std::chrono::hours(24 * days);
    return fmt::format("{:%Y-%m-%d}", fmt::gmtime(std::chrono::system_clock::to_time_t(then)));
}

consent::Revision withdrawal(const archive::Archive& archive, const Arguments& a) {
    auto revision = archive.latest_consent(a.interview, a.person).value_or(consent::Revision{});
    revision.interview = a.interview;
    revision.person = a.person;
    revision.evidence = {};
    revision.withdrawn = true;
    revision.reason = a.reason;
    return revision;
}

void withdraw(const Arguments& a, Context& context) {
    auto archive = context.open();
    const auto by = context.by();
    archive.interview(a.interview);
    // The withdrawal first: if the program dies between the two, nothing more can be released.
    const auto stored = archive.append_consent(withdrawal(archive, a), by);
    const auto due = day_in(days_for_takedown);
    const auto published = archive.order_takedown(a.interview, due, by);
    if (context.json()) return print_json({{"revision", as_json(stored)}, {"takedown", list_as_json(published)}});

    print_line(
        fmt::format("consent of '{}', {} is withdrawn (revision {}): nothing made from it can be rendered, "
                    "approved or released",
                    stored.interview, stored.person, stored.id));
    if (published.empty()) return print_line("nothing was published");
    Table table{{"RELEASE", "CLIP", "DESTINATION", "RELEASED", "TAKE DOWN BY"}, {}};
    for (const auto& r : published)
        table.rows.push_back({fmt::format("{}", r.id), r.clip, r.destination, r.at, r.takedown_due});
    print_table(table, "");
    context.remark("take each down, then `counterclip ledger done RELEASE`");
}

}  // namespace

Verb consent_withdraw_verb() {
    return {"consent withdraw",
            "Record that a person took their consent back, and list what must be taken down",
            {"consent withdraw BTIB-0042 --reason 'called on 3 March'"},
            [](CLI::App& app) -> Action {
                auto arguments = std::make_shared<Arguments>();
                app.add_option("CODE", arguments->interview, "The interview")->required();
                app.add_option("--person", arguments->person, "subject, interviewer, translator, guard ...")
                    ->capture_default_str();
                app.add_option("--reason", arguments->reason, "Why, in a sentence without names")->required();
                return [arguments](Context& context) { withdraw(*arguments, context); };
            }};
}

}  // namespace counterclip::cli
