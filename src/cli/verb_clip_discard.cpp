// A clip that was made by mistake: out of everything, and its way back.
#include <fmt/format.h>

#include "cli/output.h"
#include "cli/records_json.h"
#include "cli/verbs.h"

namespace counterclip::cli {

namespace {

struct DiscardArguments {
    std::string code;
    std::string reason;
};

void discard(const DiscardArguments& a, Context& context) {
    auto archive = context.open();
    archive.discard_clip(a.code, a.reason, context.by());
    if (context.json()) return print_json(as_json(archive.clip_on_record(a.code)));
    print_line(fmt::format("discarded clip '{}'; it stays on record", a.code));
    context.remark(fmt::format("its code stays taken; `counterclip clip restore {}` brings it back", a.code));
}

void restore(const std::string& code, Context& context) {
    auto archive = context.open();
    archive.restore_clip(code, context.by());
    if (context.json()) return print_json(as_json(archive.clip(code)));
    print_line(fmt::format("clip '{}' is there again, as it was", code));
}

}  // namespace

Verb clip_discard_verb() {
    return {"clip discard",
            "Take back a clip that nobody rendered: it stays on record, is in no list and can be brought back",
            {"clip discard courage --reason 'made twice'"},
            [](CLI::App& app) -> Action {
                auto a = std::make_shared<DiscardArguments>();
                app.add_option("CODE", a->code, "The clip")->required();
                app.add_option("--reason", a->reason, "Why, in a sentence without names")->required();
                return [a](Context& context) { discard(*a, context); };
            }};
}

Verb clip_restore_verb() {
    return {
        "clip restore", "Bring a discarded clip back as it was", {"clip restore courage"}, [](CLI::App& app) -> Action {
            auto code = std::make_shared<std::string>();
            app.add_option("CODE", *code, "The clip, from `clip list --discarded`")->required();
            return [code](Context& context) { restore(*code, context); };
        }};
}

}  // namespace counterclip::cli
