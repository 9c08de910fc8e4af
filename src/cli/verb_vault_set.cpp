// What the vault holds of one person: put in, shown, forgotten.
#include <fmt/format.h>

#include <iostream>
#include <iterator>

#include "cli/options.h"
#include "cli/output.h"
#include "cli/vault.h"
#include "cli/vault_lines.h"
#include "cli/verbs.h"
#include "clip/protected_terms.h"
#include "core/staged_file.h"

namespace counterclip::cli {

namespace {

using archive::Identity;
using archive::ProtectedTerm;
using archive::TermKind;

struct Arguments {
    std::string code;
    std::vector<std::string> names;
    std::vector<std::string> aliases;
    std::vector<std::string> places;
    std::vector<std::string> terms;
    std::optional<std::string> contact;
    std::optional<std::string> note;
    std::string from;
    bool replace = false;

    bool on_the_command_line() const {
        return !names.empty() || !aliases.empty() || !places.empty() || !terms.empty() || contact || note;
    }
};

std::string text_from(const std::string& from) {
    if (from.empty()) return "";
    if (from != "-") return read_whole(from, 1 << 20);
    return {std::istreambuf_iterator<char>(std::cin), {}};
}

VaultLines lines_of(const Arguments& a) {
    const SecretText text(text_from(a.from));
    auto lines = read_vault_lines(text.view());
    const auto add = [&](const std::vector<std::string>& texts, TermKind kind) {
        for (const auto& one : texts) lines.terms.push_back({one, kind, {}});
    };
    add(a.names, TermKind::name);
    add(a.aliases, TermKind::alias);
    add(a.places, TermKind::place);
    add(a.terms, TermKind::other);
    if (a.contact) lines.contact = a.contact;
    if (a.note) lines.note = a.note;
    return lines;
}

void require_findable(const std::string& doing, const std::vector<ProtectedTerm>& terms) {
    for (const auto& term : terms)
        if (!clip::can_be_found(term))
            throw Error(
                doing,
                fmt::format("one of kind {} has no letter or digit, and could never be found", to_string(term.kind)),
                ErrorKind::usage);
}

// How many terms are new.
std::size_t add_to(Identity& identity, const VaultLines& lines) {
    std::size_t added = 0;
    for (const auto& term : lines.terms) {
        const auto known = std::find_if(identity.terms.begin(), identity.terms.end(), [&](const auto& one) {
            return one.text == term.text && one.kind == term.kind;
        });
        if (known != identity.terms.end()) {
            if (!term.substitute.empty()) known->substitute = term.substitute;
            continue;
        }
        identity.terms.push_back(term);
        ++added;
    }
    // Real names first.
    std::stable_sort(identity.terms.begin(), identity.terms.end(),
                     [](const auto& a, const auto& b) { return a.kind < b.kind; });
    if (lines.contact) identity.contact = *lines.contact;
    if (lines.note) identity.note = *lines.note;
    return added;
}

void set(const Arguments& a, Context& context) {
    const auto doing = fmt::format("put into the vault what belongs to interview {}", a.code);
    auto archive = context.open();
    const auto by = context.by();
    require_role(archive, by, "editor");
    if (a.from.empty() && !a.on_the_command_line() && !a.replace)
        throw Error(doing, "nothing is given; --from FILE, --name TEXT ...", ErrorKind::usage);
    auto& vault = open_vault(archive, context);  // from here on, errors repeat no protected term
    archive.interview(a.code);
    const auto lines = lines_of(a);
    require_findable(doing, lines.terms);
    const auto known = vault.identities().find(a.code);
    Identity identity = a.replace || known == vault.identities().end() ? Identity{} : known->second;
    const auto added = add_to(identity, lines);
    const auto terms = identity.terms.size();
    vault.set(a.code, std::move(identity));
    log_vault_change(archive, "vault change", "interview " + a.code, {{"terms", terms}, {"added", added}}, by,
                     [&](const archive::BeforeChange& before) { vault.save(before); });
    if (context.json()) return print_json({{"interview", a.code}, {"terms", terms}, {"added", added}});
    print_line(fmt::format("the vault holds {} protected terms of interview {}, {} of them new", terms, a.code, added));
    if (a.on_the_command_line())
        context.remark(
            "what was given on the command line stands in the shell's history; --from FILE or --from - "
            "keeps it out");
    context.remark("next: counterclip vault check, which says where in the archive they stand already");
}

void forget(const std::string& code, Context& context) {
    auto archive = context.open();
    const auto by = context.by();
    require_role(archive, by, "editor");
    auto& vault = open_vault(archive, context);
    // Somebody who was killed, or whose disk was full, may have left the generation before, or the log behind.
    if (!vault.identities().contains(code) && !vault.previous_may_hold(code) && is_in_the_log(vault, archive))
        throw Error(fmt::format("forget what belongs to interview {}", code), "the vault holds nothing of it");
    vault.forget(code);
    log_vault_change(
        archive, "vault forget", "interview " + code, Json::object(), by,
        [&](const archive::BeforeChange& before) { vault.save_without_previous(before); },
        fmt::format("`counterclip vault forget {}` once more has the log say so", code));
    if (context.json()) return print_json({{"interview", code}, {"forgotten", true}});
    print_line(fmt::format("the vault holds nothing of interview {} any more, nor does the generation before", code));
    context.remark("their names are no longer looked for in clips; copies and backups made before still hold them");
}

void list(Context& context) {
    const auto archive = context.open();
    const auto& vault = open_vault(archive, context);
    if (context.json()) {
        auto json = Json::array();
        for (const auto& [code, identity] : vault.identities())
            json.push_back({{"interview", code}, {"terms", identity.terms.size()}});
        return print_json(json);
    }
    Table table{{"INTERVIEW", "TERMS", "CONTACT", "NOTE"}, {}};
    for (const auto& [code, identity] : vault.identities())
        table.rows.push_back({code, fmt::format("{}", identity.terms.size()), yes_no(!identity.contact.empty()),
                              yes_no(!identity.note.empty())});
    print_table(table, "nobody is in the vault yet; `counterclip vault set CODE --from FILE` adds somebody");
}

Json as_json(const std::string& code, const Identity& identity) {
    auto terms = Json::array();
    for (const auto& term : identity.terms)
        terms.push_back({{"kind", to_string(term.kind)}, {"text", term.text}, {"substitute", term.substitute}});
    return {{"interview", code}, {"terms", terms}, {"contact", identity.contact}, {"note", identity.note}};
}

// Who looked at whom is an event like a change.
void show(const std::string& code, Context& context) {
    if (code.empty()) return list(context);
    auto archive = context.open();
    const auto by = context.by();
    require_role(archive, by, "editor");
    const auto& vault = open_vault(archive, context);
    const auto found = vault.identities().find(code);
    if (found == vault.identities().end())
        throw Error(fmt::format("show what belongs to interview {}", code), "the vault holds nothing of it");
    archive.append_event("vault show", "interview " + code, Json{{"vault", vault.checksum()}}.dump(), by);
    if (context.json()) return print_json(as_json(code, found->second));
    const SecretText text(write_vault_lines(found->second));
    auto rest = text.view();
    for (auto end = rest.find('\n'); end != std::string_view::npos; end = rest.find('\n')) {
        print_line(harmless(std::string(rest.substr(0, end))));
        rest.remove_prefix(end + 1);
    }
}

Action declare_set(CLI::App& app) {
    auto arguments = std::make_shared<Arguments>();
    auto& a = *arguments;
    app.add_option("CODE", a.code, "The interview")->required();
    app.add_option("--from", a.from,
                   "A file with lines 'name: ...', 'alias: ...', 'place: ...', 'term: ...', 'contact: ...', 'note: "
                   "...'; - for stdin. Keeps them out of the shell's history");
    const auto several = [&](const std::string& name, std::vector<std::string>& target, const std::string& help) {
        app.add_option(name, target, help)->allow_extra_args(false);
    };
    several("--name", a.names, "A real name, as it is spelt somewhere; may be given several times");
    several("--alias", a.aliases, "A nickname, a kunya, a name of war");
    several("--place", a.places, "A village, a street: what would tell where they are from");
    several("--term", a.terms, "Anything else that must not be read anywhere: a phone number, an employer");
    app.add_option("--contact", a.contact, "How to reach them with questions of consent");
    app.add_option("--note", a.note, "What else whoever reaches them should know");
    app.add_flag("--replace", a.replace, "Instead of what the vault holds of them; else it is added");
    return [arguments](Context& context) { set(*arguments, context); };
}

template <class Act>
std::function<Action(CLI::App&)> of_one_interview(bool required, Act act) {
    return [required, act](CLI::App& app) -> Action {
        auto code = std::make_shared<std::string>();
        app.add_option("CODE", *code, "The interview")->required(required);
        return [code, act](Context& context) { act(*code, context); };
    };
}

}  // namespace

Verb vault_set_verb() {
    return {"vault set",
            "Keep who somebody is: names, aliases, places that must appear nowhere, and how to reach them",
            {"--as amina vault set BTIB-0042 --from names.txt", "--as amina vault set BTIB-0042 --from - < names.txt"},
            declare_set};
}

Verb vault_show_verb() {
    return {"vault show",
            "List for whom the vault holds something, or show what it holds of one; who looked is logged",
            {"vault show", "--as amina vault show BTIB-0042"},
            of_one_interview(false, show)};
}

Verb vault_forget_verb() {
    return {"vault forget",
            "Forget who somebody is, also in the generation before",
            {"--as amina vault forget BTIB-0042"},
            of_one_interview(true, forget)};
}

}  // namespace counterclip::cli
