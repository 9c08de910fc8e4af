#include "cli/command_line.h"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include "cli/cancel.h"
#include "cli/context.h"
#include "cli/output.h"
#include "cli/progress_bar.h"
#include "cli/progress_lines.h"
#include "cli/vault.h"
#include "cli/verb.h"
#include "core/error.h"
#include "release/manifest.h"

namespace counterclip::cli {

namespace {

int exit_code(ErrorKind kind) {
    switch (kind) {
        case ErrorKind::failed:
            return 1;
        case ErrorKind::usage:
            return 2;
        case ErrorKind::refused:
            return 3;
        case ErrorKind::cancelled:
            break;
    }
    return 130;
}

// One line, whatever the message held.
void complain(std::string message) {
    std::replace(message.begin(), message.end(), '\n', ' ');
    fmt::print(stderr, "counterclip: {}\n", harmless(message));
}

std::string word(ErrorKind kind) {
    switch (kind) {
        case ErrorKind::failed:
            return "failed";
        case ErrorKind::usage:
            return "usage";
        case ErrorKind::refused:
            return "refused";
        case ErrorKind::cancelled:
            break;
    }
    return "cancelled";
}

// To people in a line on stderr; to programs also as the document they wait for, where the verb gave none.
int fail(const std::string& message, ErrorKind kind, const Globals& globals) {
    if (globals.json && !has_answered()) print_json({{"error", message}, {"kind", word(kind)}});
    std::fflush(stdout);
    complain(message);
    return exit_code(kind);
}

// Stand before the verb or after it. Not in the help of each verb, which would be twice as long.
void add_globals(CLI::App& app, Globals& globals, const std::string& group) {
    app.add_option("--archive", globals.archive, "The archive's folder (or COUNTERCLIP_ARCHIVE)")->group(group);
    app.add_option("--as", globals.by, "The operator who does it (or COUNTERCLIP_OPERATOR)")->group(group);
    app.add_option("--passphrase-fd", globals.passphrase_fd, "Read the passphrase of the operator's key from here")
        ->type_name("N")
        ->group(group);
    app.add_option("--vault-passphrase-fd", globals.vault_passphrase_fd, "Read the passphrase of the vault from here")
        ->type_name("N")
        ->group(group);
    app.add_flag("--json", globals.json, "Answer as JSON")->group(group);
    app.add_option("--progress", globals.progress, "How to tell it: bar, or json for a program that watches")
        ->check(CLI::IsMember({"bar", "json"}))
        ->group(group);
    app.add_flag("-q,--quiet", globals.quiet, "No progress and no remarks")->group(group);
}

std::string examples_of(const Verb& verb) {
    std::string text = verb.examples.empty() ? "" : "Examples:\n";
    for (const auto& example : verb.examples) text += "  counterclip " + example + "\n";
    return text + "Also here: --archive DIR, --as OPERATOR, --json, --quiet and more; see `counterclip --help`.";
}

// The App that a verb's name belongs to: the whole, its group, or a group within a group. Leaves the last word.
CLI::App& parent_of(CLI::App& app, std::string& name) {
    auto* parent = &app;
    for (auto space = name.find(' '); space != std::string::npos; space = name.find(' ')) {
        parent = parent->get_subcommand(name.substr(0, space));
        name = name.substr(space + 1);
    }
    return *parent;
}

void add_groups(CLI::App& app) {
    for (const auto& group : groups()) {
        auto name = group.name;
        parent_of(app, name).add_subcommand(name, group.description)->require_subcommand(1);
    }
}

void add_verbs(CLI::App& app, Globals& globals, Action& chosen) {
    for (const auto& verb : verbs()) {
        auto name = verb.name;
        auto& command = *parent_of(app, name).add_subcommand(name, verb.description);
        const auto action = verb.declare(command);
        add_globals(command, globals, "");
        command.footer(examples_of(verb));
        command.callback([&chosen, action] { chosen = action; });
    }
}

// "consent set": the words of the verb that was being read when something was wrong.
std::string verb_being_read(const CLI::App& app) {
    std::string words;
    for (const auto* at = &app; !at->get_subcommands().empty();) {
        at = at->get_subcommands().front();
        words += at->get_name() + " ";
    }
    return words;
}

bool verb_is_complete(const CLI::App& app) {
    const auto chosen = app.get_subcommands();
    if (!chosen.empty()) return verb_is_complete(*chosen.front());
    return app.get_require_subcommand_min() == 0;
}

int answer_wrong_usage(const CLI::App& app, const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return app.exit(error);  // --help, --version
    const auto verb = verb_being_read(app);
    if (verb.starts_with("vault ")) {  // CLI11 repeats what it was given, and that may be a name
        complain(fmt::format("something in this line was not expected; see `counterclip {}--help`", verb));
        return exit_code(ErrorKind::usage);
    }
    // CLI11 says that a verb is missing even when there is a word it does not know.
    const auto unknown = app.remaining(true);
    const auto wrong = unknown.empty() || verb_is_complete(app) ? std::string(error.what())
                                                                : fmt::format("there is no verb '{}'", unknown.front());
    complain(fmt::format("{}; see `counterclip {}--help`", wrong, verb));
    return exit_code(ErrorKind::usage);
}

void require_apart(const Globals& globals) {
    if (globals.passphrase_fd && globals.passphrase_fd == globals.vault_passphrase_fd)
        throw Error("read the passphrases", "--passphrase-fd and --vault-passphrase-fd need a descriptor each",
                    ErrorKind::usage);
}

int perform(const Action& action, const Globals& globals) {
    Progress silent;
    ProgressBar bar(stderr);
    ProgressLines lines(stderr);
    Progress& told = globals.progress == "json" ? static_cast<Progress&>(lines) : bar;
    Progress& progress = globals.quiet ? silent : told;
    const CancelOnSignal cancel(progress);
    Context context(globals, progress);
    try {
        require_apart(globals);
        action(context);
        finish_output();
        return 0;
    } catch (const Error& error) {
        bar.clear();
        return fail(without_protected_terms(error.what(), context), error.kind(), globals);
    } catch (const std::exception& error) {
        bar.clear();
        const auto what = fmt::format("unexpected fault: {}", error.what());
        return fail(without_protected_terms(what, context), ErrorKind::failed, globals);
    }
}

}  // namespace

int run(int argc, const char* const* argv) {
    CLI::App app("counterclip turns recorded interviews into clips that are safe to publish.", "counterclip");
    Globals globals;
    Action chosen;
    app.set_version_flag("--version", fmt::format("counterclip {}", release::tool_version()));
    app.require_subcommand(1);
    add_globals(app, globals, "Options");
    add_groups(app);
    add_verbs(app, globals, chosen);
    app.footer("Start: counterclip hide IN OUT, or counterclip init DIR. Each verb explains itself with --help.");
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return answer_wrong_usage(app, error);
    } catch (const Error& error) {
        complain(error.what());
        return exit_code(error.kind());
    }
    return perform(chosen, globals);
}

}  // namespace counterclip::cli
