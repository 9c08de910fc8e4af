#include <fmt/format.h>

#include "cli/keys.h"
#include "cli/ledger_words.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/records_json.h"
#include "cli/vault.h"
#include "cli/verbs.h"
#include "core/ids.h"
#include "release/minisign.h"

namespace counterclip::cli {

namespace {

struct Arguments {
    std::string interview;
    std::string reason;
};

std::string signed_by(const archive::Archive& archive, const archive::Purge& purge, const std::string& by,
                      const Context& context) {
    return signer_of(archive, by, context)
        .sign(archive::purge_statement(purge), "counterclip destruction of originals");
}

// What would be gone.
void show_reach(const archive::Archive& archive, const std::string& interview) {
    const auto recordings = archive.recordings(interview);
    std::int64_t bytes = 0;
    for (const auto& r : recordings) bytes += r.purged_at.empty() ? r.bytes : 0;
    const auto reached = archive.takedown_of(interview);
    print_line(fmt::format(
        "  {} original{} ({} MB), {} render{} made from {}, and all that is known of their faces and "
        "segments",
        recordings.size(), recordings.size() == 1 ? "" : "s", (bytes + 500'000) / 1'000'000, reached.renders.size(),
        reached.renders.size() == 1 ? "" : "s", recordings.size() == 1 ? "it" : "them"));
}

void ask(const Arguments& a, Context& context) {
    auto archive = context.open();
    archive::Purge purge;
    purge.interview = a.interview;
    purge.reason = a.reason;
    purge.asked_by = context.by();
    purge.asked_at = utc_now();
    archive.interview(a.interview);
    purge.asked_signature = signed_by(archive, purge, purge.asked_by, context);
    const auto stored = archive.ask_purge(purge, purge.asked_by);
    if (context.json()) return print_json(as_json(stored));
    print_line(fmt::format("'{}' asked that interview '{}' is destroyed; nothing is yet. It would be:", stored.asked_by,
                           stored.interview));
    show_reach(archive, a.interview);
    context.remark(fmt::format("another auditor, with another key, does it: counterclip --as OPERATOR purge confirm {}",
                               stored.interview));
}

// The one that waits to be confirmed, or the one that was and did not reach the vault.
archive::Purge to_go_on_with(const archive::Archive& archive, const std::string& interview) {
    const auto all = archive.purges(interview);
    for (const auto& purge : all)
        if (purge.confirmed_at.empty()) return purge;
    for (const auto& purge : all)
        if (purge.vault_left || purge.done_at.empty()) return purge;
    const auto doing = fmt::format("destroy interview '{}'", interview);
    if (!all.empty()) throw Error(doing, "it was destroyed already; `counterclip purge list` says when and by whom");
    throw Error(doing,
                fmt::format("nobody asked for it; `counterclip purge ask {}` does, by another operator", interview));
}

void require_really_asked(const archive::Archive& archive, const archive::Purge& purge) {
    const auto key = archive.get_operator(purge.asked_by).public_key;
    if (!release::verify(archive::purge_statement(purge), purge.asked_signature, key))
        throw Error(fmt::format("destroy interview '{}'", purge.interview),
                    fmt::format("the request is not signed by '{}': somebody changed the catalog", purge.asked_by),
                    ErrorKind::refused);
}

enum class InVault { no_vault, nothing, forgotten, left };

// The purge is done by now: whatever is wrong with the vault is told as what is left, not as a failure of all.
InVault forget_in_vault(archive::Archive& archive, const std::string& interview, const std::string& by,
                        Context& context) {
    const auto look = archive::look_at_vault(archive::Vault::file_in(archive.folder()));
    if (!look.there) return look.previous_there ? InVault::left : InVault::no_vault;
    try {
        if (!vault_to_search(archive, context, Asking::yes)) return InVault::left;
        auto& vault = open_vault(archive, context);
        const bool held = vault.identities().contains(interview);
        vault.forget(interview);
        log_vault_change(
            archive, "vault purge", "interview " + interview, Json::object(), by,
            [&](const archive::BeforeChange& before) { vault.save_without_previous(before); },
            fmt::format("`counterclip purge confirm {}` once more has the log say so", interview));
        return held ? InVault::forgotten : InVault::nothing;
    } catch (const Error& error) {
        context.warn(error.what());
        return InVault::left;
    }
}

std::string word(InVault state) {
    switch (state) {
        case InVault::no_vault:
            return "no vault";
        case InVault::nothing:
            return "nothing";
        case InVault::forgotten:
            return "forgotten";
        case InVault::left:
            break;
    }
    return "left";
}

// What this program cannot reach stays until somebody goes there.
void warn_of_what_remains(const archive::Purge& purge, InVault vault, const Context& context) {
    if (vault == InVault::left)
        context.warn(
            fmt::format("THE VAULT WAS NOT OPENED and may hold who they are: `counterclip purge confirm {}` goes on",
                        purge.interview));
    context.warn("backups, and copies outside the archive, are not touched: destroy them too");
    context.warn("files were deleted, not overwritten: on a disk that is not encrypted they can be dug up for a while");
}

void answer(const archive::Archive& archive, const archive::Purge& purge, InVault vault, const Context& context) {
    const auto reached = archive.takedown_of(purge.interview);
    const auto orders = open_orders(archive, reached.releases, reached.places);
    if (context.json()) {
        auto json = as_json(purge);
        json["vault"] = word(vault);
        json["still_out"] = Json::array();
        for (const auto& order : orders) json["still_out"].push_back(as_json(order));
        print_json(json);
    } else {
        print_line(purge.done_at.empty()
                       ? fmt::format("interview '{}' is to be destroyed: confirmed, and not finished", purge.interview)
                       : fmt::format("interview '{}' is destroyed: its originals, their renders, and what was known of "
                                     "them. Its code, its consent and the log stay",
                                     purge.interview));
        if (!orders.empty()) print_line("what was given out still has to come down:");
        print_orders(orders, "nothing of it is out");
    }
    warn_of_what_remains(purge, vault, context);
}

void confirm(const Arguments& a, Context& context) {
    auto archive = context.open();
    const auto by = context.by();
    auto confirmed = to_go_on_with(archive, a.interview);
    if (confirmed.confirmed_at.empty()) {
        require_really_asked(archive, confirmed);
        confirmed.confirmed_signature = signed_by(archive, confirmed, by, context);
        confirmed = archive.confirm_purge(confirmed, by);
    } else {
        require_role(archive, by, "auditor");
    }
    const auto vault = forget_in_vault(archive, a.interview, by, context);
    confirmed.vault_left = vault == InVault::left;
    answer(archive, confirmed, vault, context);
    if (confirmed.done_at.empty())
        throw Error(fmt::format("destroy interview '{}'", a.interview),
                    fmt::format("NOT ALL FILES ARE GONE YET: {}; the next start of counterclip goes on",
                                confirmed.unfinished.empty() ? "something stands in the way" : confirmed.unfinished));
}

std::string state_of(const archive::Purge& p) {
    if (p.confirmed_at.empty()) return "asked, to be confirmed";
    if (p.done_at.empty()) return "CONFIRMED, FILES LEFT";
    return "destroyed " + p.done_at.substr(0, 10) + (p.vault_left ? ", LEFT IN THE VAULT" : "");
}

void list(Context& context) {
    const auto archive = context.open();
    const auto all = archive.purges();
    if (context.json()) return print_json(list_as_json(all));
    Table table{{"INTERVIEW", "ASKED BY", "ON", "CONFIRMED BY", "STATE", "REASON"}, {}};
    for (const auto& p : all)
        table.rows.push_back({p.interview, p.asked_by, p.asked_at.substr(0, 10),
                              p.confirmed_by.empty() ? "-" : p.confirmed_by, state_of(p), p.reason});
    print_table(table, "nothing was destroyed");
}

}  // namespace

Verb purge_ask_verb() {
    return {"purge ask",
            "Ask that an interview's originals, and all made from them, are destroyed; the subject's consent must be "
            "withdrawn",
            {"--as ruth purge ask BTIB-0042 --reason 'asked for it by letter'"},
            [](CLI::App& app) -> Action {
                auto a = std::make_shared<Arguments>();
                app.add_option("INTERVIEW", a->interview, "The interview")->required();
                app.add_option("--reason", a->reason, "Why, in a sentence without names")->required();
                return [a](Context& context) { ask(*a, context); };
            }};
}

Verb purge_confirm_verb() {
    return {"purge confirm",
            "Destroy what another operator asked to be destroyed; there is no way back",
            {"--as basim purge confirm BTIB-0042"},
            [](CLI::App& app) -> Action {
                auto a = std::make_shared<Arguments>();
                app.add_option("INTERVIEW", a->interview, "The interview")->required();
                return [a](Context& context) { confirm(*a, context); };
            }};
}

Verb purge_list_verb() {
    return {"purge list", "List what was asked to be destroyed, and by whom", {"purge list"}, [](CLI::App&) -> Action {
                return list;
            }};
}

}  // namespace counterclip::cli
