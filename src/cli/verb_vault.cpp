// The vault as a whole: made, looked after, brought back.
#include <fmt/format.h>

#include "cli/options.h"
#include "cli/output.h"
#include "cli/vault.h"
#include "cli/verbs.h"
#include "clip/protected_terms.h"

namespace counterclip::cli {

namespace {

using archive::BeforeChange;

// After a save that was cut off: what lies there opens with the passphrase, and the log says from now on that it does.
void note_in_the_log(const archive::Vault& vault, archive::Archive& archive, const Context& context) {
    if (is_in_the_log(vault, archive)) return;
    const auto by = context.by_if_named();
    if (by.empty())
        return context.warn(
            "it is not the vault that the log last tells of: a save was cut off, or somebody put another in its place; "
            "with --as OPERATOR, `counterclip vault check` has the log say that this one is right");
    archive.append_event("vault check", "vault", Json{{"vault", vault.checksum()}}.dump(), by);
    context.remark("it was not the vault that the log last told of; the log says so now");
}

void init(Context& context) {
    auto archive = context.open();
    const auto by = context.by();
    const auto file = archive::Vault::file_in(archive.folder());
    if (archive::look_at_vault(file).there)
        throw Error(fmt::format("make the vault {}", file.string()), "there is one already");
    const auto passphrase = new_passphrase_from(context.vault_passphrase());
    log_vault_change(archive, "vault init", "vault", Json::object(), by,
                     [&](const BeforeChange& before) { archive::Vault::create(file, passphrase.view(), before); });
    if (context.json()) return print_json({{"vault", file.string()}});
    print_line("made the vault " + file.string());
    context.remark(
        "nobody can open it without the passphrase, and nobody can bring the passphrase back\n"
        "  next: counterclip vault set CODE --from FILE, for each interview");
}

void check(Context& context) {
    auto archive = context.open();
    const auto& vault = open_vault(archive, context);
    note_in_the_log(vault, archive, context);
    const auto look = archive::look_at_vault(archive::Vault::file_in(archive.folder()));
    const auto places = clip::places_with_terms(clip::texts_that_stay(archive), vault);
    const auto people = vault.identities().size();
    const auto terms = vault.terms().size();
    if (context.json())
        return print_json({{"people", people},
                           {"terms", terms},
                           {"previous", look.previous_there},
                           {"private", look.private_mode},
                           {"places_with_terms", places}});
    print_line(fmt::format("the vault opens: {} people, {} protected terms{}", people, terms,
                           look.previous_there ? "; the generation before lies beside it" : ""));
    if (places.empty()) return print_line("none of them stands in what is written in the archive");
    print_line("they stand in the archive, outside the vault:");
    for (const auto& place : places) print_line("  " + harmless(place));
}

void restore(Context& context) {
    auto archive = context.open();
    const auto by = context.by();
    const auto file = archive::Vault::file_in(archive.folder());
    const auto source = context.vault_passphrase();
    const auto passphrase = passphrase_from(source);
    if (!passphrase)
        throw Error(fmt::format("bring back the vault {}", archive::Vault::previous_of(file).string()),
                    "its passphrase is not given; " + how_to_give(source), ErrorKind::usage);
    std::size_t people = 0;
    log_vault_change(archive, "vault restore", "vault", Json::object(), by, [&](const BeforeChange& before) {
        people = archive::Vault::restore_previous(file, passphrase->view(), before).identities().size();
    });
    if (context.json()) return print_json({{"people", people}});
    print_line(fmt::format("the vault is as it was before the last save: {} people in it", people));
    context.remark("what lay in its place was kept; `counterclip vault restore` once more takes this back");
}

void change_passphrase(std::optional<int> new_descriptor, Context& context) {
    auto archive = context.open();
    const auto by = context.by();
    auto& vault = open_vault(archive, context);
    const auto passphrase =
        new_passphrase_from({"the vault", new_descriptor, "--new-passphrase-fd", "COUNTERCLIP_NEW_PASSPHRASE"});
    log_vault_change(
        archive, "vault passphrase", "vault", Json::object(), by,
        [&](const BeforeChange& before) { vault.change_passphrase(passphrase.view(), before); },
        "`counterclip vault check`, with the new passphrase, has the log say so");
    if (context.json()) return print_json({{"changed", true}});
    print_line("the vault has a new passphrase; the old one opens nothing in this archive any more");
    context.remark("it still opens copies and backups that were made before");
}

}  // namespace

Verb vault_init_verb() {
    return {"vault init",
            "Make the vault; its passphrase is asked for twice",
            {"--as ruth vault init"},
            [](CLI::App&) -> Action { return init; }};
}

Verb vault_check_verb() {
    return {"vault check",
            "Open the vault, count what is in it, and say where in the archive protected terms stand; never which",
            {"vault check", "--vault-passphrase-fd 3 vault check 3< passphrase"},
            [](CLI::App&) -> Action { return check; }};
}

Verb vault_restore_verb() {
    return {"vault restore",
            "Bring back the vault as it was before the last save, when the one that lies there is damaged or gone",
            {"--as ruth vault restore"},
            [](CLI::App&) -> Action { return restore; }};
}

Verb vault_passphrase_verb() {
    return {"vault passphrase",
            "Change the vault's passphrase; the generation that the old one opens is destroyed",
            {"--as ruth vault passphrase",
             "--as ruth --vault-passphrase-fd 3 vault passphrase --new-passphrase-fd 3 3< two-lines"},
            [](CLI::App& app) -> Action {
                auto descriptor = std::make_shared<std::optional<int>>();
                app.add_option("--new-passphrase-fd", *descriptor, "Read the new passphrase from here")->type_name("N");
                return [descriptor](Context& context) { change_passphrase(*descriptor, context); };
            }};
}

}  // namespace counterclip::cli
