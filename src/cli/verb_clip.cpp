#include <fmt/format.h>

#include "cli/clip_answer.h"
#include "cli/clip_arguments.h"
#include "cli/gate.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/records_json.h"
#include "cli/vault.h"
#include "cli/verbs.h"
#include "clip/decisions.h"
#include "core/ids.h"
#include "release/minisign.h"

namespace counterclip::cli {

namespace {

void make(const ClipArguments& a, Context& context) {
    if (a.segments.empty() && a.parts.empty())
        throw Error("make a clip",
                    "it needs something to show: --segment ID or --part "
                    "INTERVIEW:RECORDING:IN-OUT",
                    ErrorKind::usage);
    auto archive = context.open();
    require_no_terms_in("clip", a.code, archive, context);
    require_code("clip", a.code);
    archive::Clip clip;
    apply(a, archive, clip);
    substitute_typed(clip, archive, context);
    archive.add_clip(clip, context.by());
    answer_changed(archive.clip(a.code), 0, "made", context);
}

void change(const ClipArguments& a, Context& context) {
    auto archive = context.open();
    auto clip = archive.clip(a.code);
    const auto before = clip.version;
    apply(a, archive, clip);
    substitute_typed(clip, archive, context);
    archive.change_clip(clip, context.by());
    answer_changed(archive.clip(a.code), before, "changed", context);
}

void show_texts(const archive::Clip& c) {
    const auto& t = c.treatments;
    const std::vector<std::pair<std::string, std::string>> lines{
        {"clip", c.code},
        {"title", c.title},
        {"card", c.card},
        {"lower third", c.lower_third},
        {"end card", c.end_card},
        {"preset", c.preset},
        {"framing", to_string(c.framing)},
        {"look", c.look},
        {"captions",
         c.captions == archive::CaptionMode::none ? "" : fmt::format("{}, {}", c.language, to_string(c.captions))},
        {"variant of", c.variant_of},
        {"purpose", c.purpose},
        {"faces", t.hide_faces ? fmt::format("hidden, {}, tone {}", to_string(t.style), to_string(t.tone)) : "shown"},
        {"voice", voice_in_words(t)},
        {"length", format_time(length_of(c))},
    };
    if (!c.discarded_by.empty()) print_line(fmt::format("{:<12} {}", "DISCARDED", harmless(discarded_in_words(c))));
    for (const auto& [key, value] : lines)
        print_line(fmt::format("{:<12} {}", key, value.empty() ? "-" : harmless(value)));
}

void show_parts(const archive::Archive& archive, const archive::Clip& clip) {
    Table table{{"PART", "INTERVIEW", "RECORDING", "RANGE", "SEGMENT"}, {}};
    for (const auto& p : clip.parts)
        table.rows.push_back({fmt::format("{}", table.rows.size() + 1), p.interview,
                              fmt::format("{}", archive.recording(p.recording).position), format_range(p.range),
                              p.segment ? fmt::format("{}", *p.segment) : "-"});
    print_line("");
    print_table(table, "no parts");
}

std::vector<archive::Clip> variants_of(const archive::Archive& archive, const std::string& clip) {
    auto all = archive.clips();
    std::erase_if(all, [&](const archive::Clip& c) { return c.variant_of != clip; });
    return all;
}

void show_variants(const std::vector<archive::Clip>& variants) {
    if (variants.empty()) return;
    Table table{{"VARIANT", "LANGUAGE", "CAPTIONS", "TITLE"}, {}};
    for (const auto& v : variants) table.rows.push_back({v.code, v.language, to_string(v.captions), v.title});
    print_line("");
    print_table(table, "");
}

void show_renders(const std::vector<archive::Render>& renders) {
    Table table{{"RENDER", "FILE", "FRAMES", "LENGTH", "MADE", "BY"}, {}};
    for (const auto& r : renders)
        table.rows.push_back(
            {fmt::format("{}", r.id), r.file, fmt::format("{}", r.frames), format_time(r.duration), r.at, r.by});
    print_line("");
    print_table(table, "not rendered yet");
}

// Nothing is hashed for it: whether files are as they were, `clip check` finds.
std::vector<clip::PastDecision> decisions_on(const archive::Archive& archive,
                                             const std::vector<archive::Render>& renders, const Context& context) {
    std::vector<clip::PastDecision> all;
    if (renders.empty()) return all;
    const auto facts = facts_of(archive, renders.front().clip, context, {}, false);
    for (const auto& render : renders)
        for (auto& decision : clip::history_of(archive, render, facts, release::verify))
            all.push_back(std::move(decision));
    return all;
}

void show_decisions(const std::vector<clip::PastDecision>& decisions) {
    if (decisions.empty()) return;
    Table table{{"DECISION", "RENDER", "BY", "AT", "SAID", "STANDS", "REASON"}, {}};
    for (const auto& [a, void_because] : decisions)
        table.rows.push_back({fmt::format("{}", a.id), fmt::format("{}", a.render), a.by, a.at,
                              a.approved ? "approved" : "refused", void_because.empty() ? "yes" : "no", a.reason});
    print_line("");
    print_table(table, "");
    for (const auto& [a, void_because] : decisions)
        for (const auto& why : void_because)
            print_line(fmt::format("decision {} does not stand: {}", a.id, harmless(why)));
}

void show(const std::string& code, Context& context) {
    const auto archive = context.open();
    const auto clip = archive.clip_on_record(code);
    const auto renders = archive.renders(code);
    const auto decisions = decisions_on(archive, renders, context);
    if (context.json()) {
        auto json = as_json(clip);
        json["variants"] = Json::array();
        for (const auto& variant : variants_of(archive, code)) json["variants"].push_back(variant.code);
        json["renders"] = Json::array();
        for (const auto& render : renders) {
            auto item = as_json(render);
            const auto approval = archive.latest_approval(render.id);
            item["approval"] = approval ? as_json(*approval) : Json();
            json["renders"].push_back(item);
        }
        json["decisions"] = Json::array();
        for (const auto& [decision, void_because] : decisions) {
            auto item = as_json(decision);
            item["stands"] = void_because.empty();
            item["void_because"] = void_because;
            json["decisions"].push_back(item);
        }
        json["releases"] = list_as_json(archive.releases(code));
        return print_json(json);
    }
    show_texts(clip);
    show_parts(archive, clip);
    show_variants(variants_of(archive, code));
    show_renders(renders);
    show_decisions(decisions);
}

Action declare_with(CLI::App& app, void (*act)(const ClipArguments&, Context&)) {
    auto arguments = std::make_shared<ClipArguments>();
    declare(app, *arguments);
    return [arguments, act](Context& context) { act(*arguments, context); };
}

}  // namespace

Verb clip_new_verb() {
    return {"clip new",
            "Make a clip of segments or ranges",
            {"clip new courage --segment 3 --segment 5 --title 'Why I left' --lower-third Layla",
             "clip new courage --part BTIB-0042:1:0:12:30.000-0:13:05.500 --preset small --tone warm"},
            [](CLI::App& app) { return declare_with(app, make); }};
}

Verb clip_change_verb() {
    return {"clip change",
            "Change what is named of a clip; its renders and approvals no longer count",
            {"clip change courage --tone cool", "clip change courage --segment 5 --segment 3",
             "clip change courage --part 5 --part BTIB-0042:1:0:20:01-0:20:09 --part 3@0:12:31.000-0:13:02.000"},
            [](CLI::App& app) { return declare_with(app, change); }};
}

Verb clip_show_verb() {
    return {"clip show",
            "Show a clip, its parts, renders and decisions",
            {"clip show courage", "--json clip show courage"},
            [](CLI::App& app) -> Action {
                auto code = std::make_shared<std::string>();
                app.add_option("CODE", *code, "The clip")->required();
                return [code](Context& context) { show(*code, context); };
            }};
}

}  // namespace counterclip::cli
