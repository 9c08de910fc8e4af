#include <fmt/format.h>

#include <algorithm>

#include "cli/options.h"
#include "cli/output.h"
#include "cli/verbs.h"
#include "cli/words_json.h"
#include "core/ids.h"
#include "core/staged_file.h"

namespace counterclip::cli {

namespace {

using archive::Code;

void list(bool with_retired, Context& context) {
    const auto archive = context.open();
    const auto codes = archive.codebook();
    const bool strict = archive.strict_codebook();
    auto json = Json::array();
    Table table{{"TAG", "WHAT IT IS FOR"}, {}};
    for (const auto& code : codes) {
        if (!code.retired_at.empty() && !with_retired) continue;
        json.push_back(as_json(code));
        table.rows.push_back({std::string(2 * static_cast<std::size_t>(archive::depth_of(codes, code.tag)), ' ') +
                                  code.tag + (code.retired_at.empty() ? "" : " (retired)"),
                              code.description});
    }
    if (context.json()) return print_json({{"strict", strict}, {"tags", std::move(json)}});
    print_table(table, "no tags");
    if (strict) print_line("segments may bear only these tags");
}

Code known(const std::vector<Code>& codes, const std::string& tag) {
    const auto found = std::ranges::find(codes, tag, &Code::tag);
    if (found != codes.end()) return *found;
    const auto near = archive::nearest_tags(codes, tag);
    throw Error(fmt::format("tag '{}'", tag),
                fmt::format("there is none{}; `counterclip codebook list` shows them",
                            near.empty() ? "" : fmt::format(" (near: {})", fmt::join(near, ", "))));
}

int last_position(const std::vector<Code>& codes, const std::string& parent) {
    int last = 0;
    for (const auto& code : codes)
        if (code.parent == parent) last = std::max(last, code.position);
    return last;
}

struct ChangeArguments {
    std::string tag;
    std::optional<std::string> under;
    std::optional<std::string> description;
    std::optional<int> position;
    bool retire = false;
    bool undo = false;
};

void store(archive::Archive& archive, const Code& code, const char* done, Context& context) {
    archive.change_codebook({code}, context.by());
    if (context.json()) return print_json(as_json(code));
    print_line(fmt::format("{} tag '{}'", done, harmless(code.tag)));
}

void apply(Code& code, const ChangeArguments& a, const std::vector<Code>& codes) {
    if (a.under && *a.under != code.parent) {
        code.parent = *a.under;
        code.position = last_position(codes, code.parent) + 1;
    }
    if (a.description) code.description = *a.description;
    if (a.position) code.position = *a.position;
}

void add(const ChangeArguments& a, Context& context) {
    auto archive = context.open();
    const auto codes = archive.codebook();
    if (std::ranges::find(codes, a.tag, &Code::tag) != codes.end())
        throw Error(fmt::format("tag '{}'", a.tag), "it is there already; `counterclip codebook change` changes it",
                    ErrorKind::usage);
    Code code;
    code.tag = a.tag;
    code.position = last_position(codes, "") + 1;
    apply(code, a, codes);
    store(archive, code, "added", context);
}

void change(const ChangeArguments& a, Context& context) {
    auto archive = context.open();
    const auto codes = archive.codebook();
    auto code = known(codes, a.tag);
    apply(code, a, codes);
    store(archive, code, "changed", context);
}

void retire(const ChangeArguments& a, Context& context) {
    auto archive = context.open();
    auto code = known(archive.codebook(), a.tag);
    if (code.retired_at.empty() == a.undo)
        throw Error(fmt::format("tag '{}'", a.tag), a.undo ? "it is not retired" : "it is retired already",
                    ErrorKind::usage);
    code.retired_at = a.undo ? "" : utc_now();
    store(archive, code, a.undo ? "took back" : "retired", context);
}

void import(const std::string& file, Context& context) {
    auto archive = context.open();
    const auto codes = archive::codebook_from_csv(read_whole(file), file);
    archive.change_codebook(codes, context.by());
    const auto now = archive.codebook();
    if (context.json()) return print_json({{"read", codes.size()}, {"tags", now.size()}});
    print_line(fmt::format("read {} tags; the codebook has {}", codes.size(), now.size()));
}

void export_to(const std::string& file, Context& context) {
    const auto archive = context.open();
    const auto codes = archive.codebook();
    write_whole(file, archive::codebook_csv(codes));
    if (context.json()) return print_json({{"file", file}, {"tags", codes.size()}});
    print_line(fmt::format("{}: {} tags", harmless(file), codes.size()));
}

void set_strict(bool strict, Context& context) {
    auto archive = context.open();
    archive.set_strict_codebook(strict, context.by());
    if (context.json()) return print_json({{"strict", strict}});
    print_line(strict ? "segments may bear only tags of the codebook" : "segments may bear other tags too");
}

void declare_texts(CLI::App& app, ChangeArguments& a) {
    app.add_option("TAG", a.tag, "One word")->required();
    app.add_option("--under", a.under, "The tag above it; '' for none");
    app.add_option("--description", a.description, "What it is for");
    app.add_option("--position", a.position, "Among its siblings: 1, 2 ...");
}

std::function<Action(CLI::App&)> with_file(const std::string& help, void (*act)(const std::string&, Context&)) {
    return [help, act](CLI::App& app) -> Action {
        auto file = std::make_shared<std::string>();
        app.add_option("FILE", *file, help)->required();
        return [file, act](Context& context) { act(*file, context); };
    };
}

}  // namespace

Verb codebook_list_verb() {
    return {"codebook list", "List the tags as a tree", {"codebook list"}, [](CLI::App& app) -> Action {
                auto retired = std::make_shared<bool>(false);
                app.add_flag("--retired", *retired, "With those that are retired");
                return [retired](Context& context) { list(*retired, context); };
            }};
}

Verb codebook_add_verb() {
    return {"codebook add",
            "Add a tag",
            {"codebook add music --under videos-seen --description 'Songs and chants'"},
            [](CLI::App& app) -> Action {
                auto a = std::make_shared<ChangeArguments>();
                declare_texts(app, *a);
                return [a](Context& context) { add(*a, context); };
            }};
}

Verb codebook_change_verb() {
    return {"codebook change",
            "Change what a tag is for, and where it stands; segments keep it",
            {"codebook change doubt --description 'First doubts' --under change"},
            [](CLI::App& app) -> Action {
                auto a = std::make_shared<ChangeArguments>();
                declare_texts(app, *a);
                return [a](Context& context) { change(*a, context); };
            }};
}

Verb codebook_retire_verb() {
    return {"codebook retire",
            "No new segment gets the tag; those that have it keep it",
            {"codebook retire adventure", "codebook retire adventure --undo"},
            [](CLI::App& app) -> Action {
                auto a = std::make_shared<ChangeArguments>();
                app.add_option("TAG", a->tag, "The tag")->required();
                app.add_flag("--undo", a->undo, "It may be used again");
                return [a](Context& context) { retire(*a, context); };
            }};
}

Verb codebook_import_verb() {
    return {"codebook import",
            "Add and change tags from a CSV file; what is not in it stays",
            {"codebook import codebook.csv"},
            with_file("With a head: tag,parent,description,position,retired; tag is needed", import)};
}

Verb codebook_export_verb() {
    return {"codebook export",
            "Write the tags into a CSV file",
            {"codebook export codebook.csv"},
            with_file("The file to write; replaced when it is there", export_to)};
}

Verb codebook_strict_verb() {
    return {"codebook strict",
            "Whether segments may bear only tags of the codebook",
            {"codebook strict yes", "codebook strict no"},
            [](CLI::App& app) -> Action {
                auto word = std::make_shared<std::string>();
                app.add_option("YES|NO", *word, "yes or no")->required()->check(CLI::IsMember({"yes", "no"}));
                return [word](Context& context) { set_strict(*word == "yes", context); };
            }};
}

}  // namespace counterclip::cli
