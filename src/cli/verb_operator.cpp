#include <fmt/format.h>

#include <filesystem>

#include "cli/keys.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/records_json.h"
#include "cli/vault.h"
#include "cli/verbs.h"
#include "core/ids.h"
#include "core/staged_file.h"
#include "release/minisign.h"

namespace fs = std::filesystem;

namespace counterclip::cli {

namespace {

struct Arguments {
    std::string code;
    std::vector<std::string> roles;
    bool no_passphrase = false;
};

// The key first, then the record: an operator in the archive always has the key that the archive names.
void add_with_key(archive::Archive& archive, archive::Operator op, const std::string& by,
                  const release::KeyPair& keys) {
    const auto file = key_file(archive, op.code);
    op.public_key = keys.public_key;
    write_whole(file, keys.secret_key, 0600);
    try {
        archive.add_operator(op, by);
    } catch (...) {
        std::error_code ignored;
        fs::remove(file, ignored);
        throw;
    }
}

// Asked for, unless they say that they want none.
SecretText passphrase_for_new_key(const Arguments& arguments, const archive::Archive& archive, const Context& context) {
    auto source = context.key_passphrase(arguments.code);
    source.instead = "--no-passphrase to leave the key unencrypted";
    if (!arguments.no_passphrase) return new_passphrase_from(source);
    context.warn(fmt::format("the key of '{}' is not encrypted: whoever reads {} can sign in their name",
                             arguments.code, key_file(archive, arguments.code).string()));
    return {};
}

void add(const Arguments& arguments, Context& context) {
    auto archive = context.open();
    require_no_terms_in("operator", arguments.code, archive, context);
    require_code("operator", arguments.code);
    const auto known = archive.operators();
    if (std::any_of(known.begin(), known.end(), [&](const auto& op) { return op.code == arguments.code; }))
        throw Error(fmt::format("operator '{}'", arguments.code), "there is one already");
    // The first operator adds themself.
    const auto by = known.empty() && context.by_if_named().empty() ? arguments.code : context.by();
    const auto passphrase = passphrase_for_new_key(arguments, archive, context);
    add_with_key(archive, {arguments.code, arguments.roles, {}, {}}, by, release::make_keys(passphrase.view()));
    const auto added = archive.get_operator(arguments.code);
    if (context.json()) return print_json(as_json(added));
    print_line(
        fmt::format("added operator '{}' ({}), public key {}", added.code, joined(added.roles), added.public_key));
}

void list(Context& context) {
    const auto operators = context.open().operators();
    if (context.json()) return print_json(list_as_json(operators));
    Table table{{"CODE", "ROLES", "PUBLIC KEY"}, {}};
    for (const auto& op : operators)
        table.rows.push_back({op.code,
                              op.retired_at.empty() ? joined(op.roles) : "retired " + op.retired_at.substr(0, 10),
                              op.public_key});
    print_table(table, "no operators yet; `counterclip operator add CODE --role editor` adds one");
}

// As a .pub file, for who receives releases; whole as it is, so that `> basim.pub` makes one.
void show_key(const std::string& code, Context& context) {
    const auto op = context.open().get_operator(code);
    if (op.public_key.empty())
        throw Error(fmt::format("operator '{}'", code), "has no key; `counterclip operator add` makes one");
    if (context.json()) return print_json({{"code", op.code}, {"public_key", op.public_key}});
    auto text = release::public_key_file(op.public_key);
    text.pop_back();  // print_line() ends it
    print_line(text);
}

}  // namespace

Verb operator_add_verb() {
    return {"operator add",
            "Add a person who works with the archive, and make their signing key",
            {"operator add amina --role editor", "--as amina operator add basim --role auditor --role distributor"},
            [](CLI::App& app) -> Action {
                auto arguments = std::make_shared<Arguments>();
                app.add_option("CODE", arguments->code, "A code for the person, not their name")->required();
                app.add_option("--role", arguments->roles, "What they may do; may be given several times")
                    ->required()
                    ->allow_extra_args(false)
                    ->check(CLI::IsMember({"editor", "auditor", "distributor", "admin"}));
                app.add_flag("--no-passphrase", arguments->no_passphrase,
                             "Leave the key unencrypted: whoever reads its file can sign in their name");
                return [arguments](Context& context) { add(*arguments, context); };
            }};
}

Verb operator_list_verb() {
    return {"operator list",
            "List the operators with their roles and public keys",
            {"operator list"},
            [](CLI::App&) -> Action { return list; }};
}

Verb operator_key_verb() {
    return {"operator key",
            "Print an operator's public key as a .pub file: receivers check releases with it",
            {"operator key basim > basim.pub"},
            [](CLI::App& app) -> Action {
                auto code = std::make_shared<std::string>();
                app.add_option("CODE", *code, "The operator")->required();
                return [code](Context& context) { show_key(*code, context); };
            }};
}

}  // namespace counterclip::cli
