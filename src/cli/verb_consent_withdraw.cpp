#include <fmt/format.h>

#include "cli/ledger_words.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/records_json.h"
#include "cli/verbs.h"

namespace counterclip::cli {

namespace {

struct Arguments {
    std::string interview;
    std::string person = "subject";
    std::string reason;
};

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
    const auto stored = archive.append_consent(withdrawal(archive, a), by);
    // Ordered in the same step as the withdrawal.
    const auto reached = archive.takedown_of(a.interview, a.person);
    const auto orders = open_orders(archive, reached.releases, reached.places);
    if (context.json()) {
        Json json{{"revision", as_json(stored)},
                  {"renders", reached.renders},
                  {"takedown", list_as_json(reached.releases)},
                  {"places", list_as_json(reached.places)},
                  {"orders", Json::array()}};
        for (const auto& order : orders) json["orders"].push_back(as_json(order));
        return print_json(json);
    }
    print_line(
        fmt::format("consent of '{}', {} is withdrawn (revision {}): nothing made from it can be rendered, "
                    "approved or released",
                    stored.interview, stored.person, stored.id));
    print_orders(orders, "nothing of it is out");
    if (!orders.empty()) context.remark("take each down, then `counterclip ledger done ID`");
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
