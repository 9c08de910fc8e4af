// Operators after they were added: their roles, their passphrase, their leave.
#include <fmt/format.h>

#include <filesystem>

#include "cli/keys.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/records_json.h"
#include "cli/verbs.h"
#include "core/staged_file.h"
#include "release/minisign.h"

namespace fs = std::filesystem;

namespace counterclip::cli {

namespace {

struct ChangeArguments {
    std::string code;
    std::vector<std::string> roles;
};

void change(const ChangeArguments& a, Context& context) {
    auto archive = context.open();
    archive.change_operator(a.code, a.roles, context.by());
    const auto op = archive.get_operator(a.code);
    if (context.json()) return print_json(as_json(op));
    print_line(fmt::format("operator '{}' is now: {}", op.code, joined(op.roles)));
}

// The key goes with them: nobody is to sign as them again. What they signed is checked with the public one.
void retire(const std::string& code, Context& context) {
    auto archive = context.open();
    archive.retire_operator(code, context.by());
    std::error_code error;
    fs::remove(key_file(archive, code), error);
    if (error)
        context.warn(fmt::format("the key {} cannot be removed ({}): remove it", key_file(archive, code).string(),
                                 error.message()));
    if (context.json()) return print_json(as_json(archive.get_operator(code)));
    print_line(
        fmt::format("operator '{}' retired: they can do and sign nothing any more; what they signed stands", code));
}

struct PassphraseArguments {
    std::string code;
    std::optional<int> new_descriptor;
    bool none = false;
};

SecretText passphrase_for(const PassphraseArguments& a, Context& context) {
    if (!a.none)
        return new_passphrase_from({fmt::format("the key of '{}'", a.code), a.new_descriptor, "--new-passphrase-fd",
                                    "COUNTERCLIP_NEW_PASSPHRASE"});
    context.warn(
        fmt::format("the key of '{}' is not encrypted: whoever reads its file can sign in their name", a.code));
    return {};
}

void change_passphrase(PassphraseArguments a, Context& context) {
    auto archive = context.open();
    const auto by = context.by();
    if (a.code.empty()) a.code = by;
    if (a.code != by)
        throw Error(fmt::format("change the passphrase of '{}'", a.code), "only they themself do it: --as " + a.code,
                    ErrorKind::refused);
    const auto key = signing_key_of(archive, a.code, context);
    const auto passphrase = passphrase_for(a, context);
    // Before the archive is kept from others: it takes seconds.
    const SecretText changed(release::with_passphrase(key.secret_key, key.passphrase.view(), passphrase.view()));
    Staged staged(key_file(archive, a.code));
    staged.write(changed.view(), 0600);
    archive.append_event(
        "operator passphrase", "operator " + a.code,
        [&](const archive::Archive::Tell& tell) {
            tell(Json{{"encrypted", !passphrase.empty()}}.dump());
            staged.commit(Existing::replace);
        },
        by,
        "the key IS changed, and the log does not say so yet; make room on the disk, then change it once more, from "
        "the new passphrase");
    if (context.json()) return print_json({{"code", a.code}, {"encrypted", !passphrase.empty()}});
    print_line(fmt::format("the key of '{}' has {}", a.code, a.none ? "no passphrase any more" : "a new passphrase"));
}

}  // namespace

Verb operator_change_verb() {
    return {"operator change",
            "Give an operator other roles, instead of those they have; by an admin",
            {"--as ruth operator change amina --role editor --role auditor"},
            [](CLI::App& app) -> Action {
                auto arguments = std::make_shared<ChangeArguments>();
                app.add_option("CODE", arguments->code, "The operator")->required();
                app.add_option("--role", arguments->roles, "What they may do; may be given several times")
                    ->required()
                    ->allow_extra_args(false)
                    ->check(CLI::IsMember({"editor", "auditor", "distributor", "admin"}));
                return [arguments](Context& context) { change(*arguments, context); };
            }};
}

Verb operator_retire_verb() {
    return {"operator retire",
            "Somebody leaves: they can do and sign nothing any more; what they signed stands. By an admin",
            {"--as ruth operator retire amina"},
            [](CLI::App& app) -> Action {
                auto code = std::make_shared<std::string>();
                app.add_option("CODE", *code, "The operator")->required();
                return [code](Context& context) { retire(*code, context); };
            }};
}

Verb operator_passphrase_verb() {
    return {
        "operator passphrase",
        "Change the passphrase of your own signing key",
        {"--as amina operator passphrase", "--as amina --passphrase-fd 3 operator passphrase --new-passphrase-fd 4"},
        [](CLI::App& app) -> Action {
            auto arguments = std::make_shared<PassphraseArguments>();
            app.add_option("CODE", arguments->code, "The operator; default: --as");
            auto* descriptor =
                app.add_option("--new-passphrase-fd", arguments->new_descriptor, "Read the new passphrase from here")
                    ->type_name("N");
            app.add_flag("--no-passphrase", arguments->none, "Leave the key unencrypted")->excludes(descriptor);
            return [arguments](Context& context) { change_passphrase(*arguments, context); };
        }};
}

}  // namespace counterclip::cli
