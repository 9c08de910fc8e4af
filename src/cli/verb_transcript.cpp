#include <fmt/format.h>

#include "captions/measure.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/transcript_arguments.h"
#include "cli/verbs.h"
#include "cli/words_json.h"

namespace counterclip::cli {

namespace {

void list(const std::string& interview, Context& context) {
    const auto archive = context.open();
    const auto transcripts = archive.transcripts(interview);
    if (context.json()) {
        auto all = Json::array();
        for (const auto& t : transcripts) all.push_back(as_json(t));
        return print_json(all);
    }
    Table table{{"ID", "RECORDING", "LANGUAGE", "REVISION", "KIND", "CUES", "BY", "AT", "NOTE"}, {}};
    for (const auto& t : transcripts)
        table.rows.push_back({fmt::format("{}", t.id), fmt::format("{}", archive.recording(t.recording).position),
                              t.language, fmt::format("{}", t.revision), to_string(t.kind), fmt::format("{}", t.cues),
                              t.by, t.at, t.note});
    print_table(table, fmt::format("no transcripts yet; `counterclip transcript import {} FILE` adds one", interview));
}

struct ShowArguments {
    TranscriptArguments transcript;
    std::optional<Time> from;
    std::optional<Time> to;
};

void show(const ShowArguments& a, Context& context) {
    const auto archive = context.open();
    const auto transcript = transcript_for(archive, a.transcript);
    const auto cues = archive.cues(transcript.id);
    const Range near{a.from.value_or(Time{}), a.to.value_or(Time::max())};
    auto json = as_json(transcript);
    json["cues"] = Json::array();
    Table table{{"CUE", "TIME", "SPEAKER", "TEXT"}, {}};
    for (std::size_t n = 0; n < cues.size(); ++n) {
        const auto& cue = cues[n];
        if (!overlaps(cue.range, near)) continue;
        json["cues"].push_back(as_json(cue, static_cast<std::int64_t>(n) + 1));
        table.rows.push_back({fmt::format("{}", n + 1), format_range(cue.range),
                              cue.speaker.empty() ? "-" : cue.speaker, on_one_line(cue.text)});
    }
    if (context.json()) return print_json(json);
    print_table(table, "nothing is said there");
}

std::string in_words(const captions::Unreadable& trouble) {
    using captions::Trouble;
    switch (trouble.what) {
        case Trouble::too_fast:
            return fmt::format("{:.1f} characters a second, more than {:g}", trouble.measured, trouble.limit);
        case Trouble::line_too_long:
            return fmt::format("a line of {:g} characters, more than {:g}", trouble.measured, trouble.limit);
        case Trouble::too_many_lines:
            return fmt::format("{:g} lines, more than {:g}", trouble.measured, trouble.limit);
        case Trouble::too_short:
            return fmt::format("{:.2f} s, less than {:.2f}", trouble.measured, trouble.limit);
        case Trouble::too_long:
            return fmt::format("{:.1f} s, more than {:g}", trouble.measured, trouble.limit);
        case Trouble::small_gap:
            return fmt::format("{:.3f} s after the cue before, less than {:g}", trouble.measured, trouble.limit);
        case Trouble::overlap:
            return fmt::format("begins {:.3f} s before the cue before ends", trouble.measured);
    }
    return {};
}

void check(const TranscriptArguments& a, Context& context) {
    const auto archive = context.open();
    const auto transcript = transcript_for(archive, a);
    const auto cues = archive.cues(transcript.id);
    const auto troubles = captions::unreadable(cues);
    auto json = Json::array();
    Table table{{"CUE", "TIME", "WHAT", "MEASURED", "TEXT"}, {}};
    for (const auto& t : troubles) {
        const auto& cue = cues[t.cue];
        auto one = as_json(cue, static_cast<std::int64_t>(t.cue) + 1);
        one.erase("words");
        one["what"] = to_string(t.what);
        one["measured"] = t.measured;
        one["limit"] = t.limit;
        json.push_back(std::move(one));
        table.rows.push_back({fmt::format("{}", t.cue + 1), format_range(cue.range), to_string(t.what), in_words(t),
                              on_one_line(cue.text)});
    }
    if (context.json()) return print_json(json);
    print_table(table, fmt::format("all {} cues can be read", cues.size()));
}

}  // namespace

Verb transcript_list_verb() {
    return {"transcript list",
            "List the transcripts of an interview, with all revisions",
            {"transcript list BTIB-0042"},
            [](CLI::App& app) -> Action {
                auto code = std::make_shared<std::string>();
                app.add_option("CODE", *code, "The interview")->required();
                return [code](Context& context) { list(*code, context); };
            }};
}

Verb transcript_show_verb() {
    return {"transcript show",
            "Show what is said, cue by cue",
            {"transcript show BTIB-0042 --language ar", "transcript show BTIB-0042 --from 0:12:00 --to 0:14:00",
             "--json transcript show BTIB-0042 --language en --revision 1"},
            [](CLI::App& app) -> Action {
                auto a = std::make_shared<ShowArguments>();
                declare_transcript(app, a->transcript, true);
                add_time(app, "--from", a->from, "Only cues after this instant");
                add_time(app, "--to", a->to, "Only cues before it");
                return [a](Context& context) { show(*a, context); };
            }};
}

Verb transcript_check_verb() {
    return {"transcript check",
            "List cues that are hard to read as captions: too fast, too long, too short, overlapping",
            {"transcript check BTIB-0042 --language ar"},
            [](CLI::App& app) -> Action {
                auto a = std::make_shared<TranscriptArguments>();
                declare_transcript(app, *a, true);
                return [a](Context& context) { check(*a, context); };
            }};
}

}  // namespace counterclip::cli
