#include <fmt/format.h>

#include "captions/diff.h"
#include "cli/output.h"
#include "cli/transcript_arguments.h"
#include "cli/verbs.h"
#include "cli/words_json.h"
#include "core/error.h"

namespace counterclip::cli {

namespace {

using captions::CueChange;
using captions::WordChange;

struct Arguments {
    TranscriptArguments transcript;
    std::optional<int> from;
    std::optional<int> to;
};

const char* kind_word(CueChange::Kind kind) {
    switch (kind) {
        case CueChange::Kind::added:
            return "added";
        case CueChange::Kind::removed:
            return "removed";
        case CueChange::Kind::changed:
            return "changed";
    }
    return "";
}

const char* kind_word(WordChange::Kind kind) {
    switch (kind) {
        case WordChange::Kind::same:
            return "same";
        case WordChange::Kind::added:
            return "added";
        case WordChange::Kind::removed:
            return "removed";
    }
    return "";
}

// "he came at [-nine-] {+five+}": as wdiff writes it.
std::string marked(const std::vector<WordChange>& words) {
    std::string line;
    for (const auto& w : words) {
        if (!line.empty()) line += ' ';
        switch (w.kind) {
            case WordChange::Kind::same:
                line += w.text;
                break;
            case WordChange::Kind::added:
                line += "{+" + w.text + "+}";
                break;
            case WordChange::Kind::removed:
                line += "[-" + w.text + "-]";
                break;
        }
    }
    return line;
}

std::string in_words(const CueChange& change, const captions::Cue* before, const captions::Cue* after) {
    if (before == nullptr) return on_one_line(after->text);
    if (after == nullptr) return on_one_line(before->text);
    std::vector<std::string> parts;
    if (change.time) parts.push_back(fmt::format("time {}", format_range(after->range)));
    if (change.speaker)
        parts.push_back(fmt::format("speaker {} -> {}", before->speaker.empty() ? "-" : before->speaker,
                                    after->speaker.empty() ? "-" : after->speaker));
    if (change.text) parts.push_back(marked(change.words));
    return fmt::format("{}", fmt::join(parts, "; "));
}

Json json_of(const CueChange& change, const captions::Cue* before, const captions::Cue* after) {
    Json json{{"what", kind_word(change.kind)}};
    json["before"] = before != nullptr ? as_json(*before, static_cast<std::int64_t>(change.before) + 1) : Json();
    json["after"] = after != nullptr ? as_json(*after, static_cast<std::int64_t>(change.after) + 1) : Json();
    if (change.kind != CueChange::Kind::changed) return json;
    json["time"] = change.time;
    json["speaker"] = change.speaker;
    json["text"] = change.text;
    json["words"] = Json::array();
    for (const auto& w : change.words) json["words"].push_back({{"what", kind_word(w.kind)}, {"text", w.text}});
    return json;
}

void diff(const Arguments& a, Context& context) {
    const auto archive = context.open();
    auto wanted = a.transcript;
    wanted.revision = a.to;
    const auto later = transcript_for(archive, wanted);
    wanted.revision = a.from.value_or(later.revision - 1);
    if (*wanted.revision < 1)
        throw Error(fmt::format("compare the transcripts of '{}'", later.interview),
                    fmt::format("in '{}' there is only one revision", later.language), ErrorKind::usage);
    const auto earlier = transcript_for(archive, wanted);
    const auto before = archive.cues(earlier.id);
    const auto after = archive.cues(later.id);
    auto json = Json::array();
    Table table{{"CUE", "TIME", "WHAT", "HOW"}, {}};
    for (const auto& change : captions::changes(before, after)) {
        const auto* old = change.kind == CueChange::Kind::added ? nullptr : &before[change.before];
        const auto* now = change.kind == CueChange::Kind::removed ? nullptr : &after[change.after];
        json.push_back(json_of(change, old, now));
        table.rows.push_back({fmt::format("{}", (now != nullptr ? change.after : change.before) + 1),
                              format_range((old != nullptr ? old : now)->range), kind_word(change.kind),
                              in_words(change, old, now)});
    }
    if (context.json()) return print_json(json);
    print_table(table, fmt::format("revisions {} and {} say the same", earlier.revision, later.revision));
}

}  // namespace

Verb transcript_diff_verb() {
    return {"transcript diff",
            "Show what a later revision says otherwise, word by word",
            {"transcript diff BTIB-0042 --language en", "transcript diff BTIB-0042 --language en --from 1 --to 3"},
            [](CLI::App& app) -> Action {
                auto a = std::make_shared<Arguments>();
                declare_transcript(app, a->transcript, false);
                app.add_option("--from", a->from, "The earlier revision (default: the one before)")
                    ->check(CLI::PositiveNumber);
                app.add_option("--to", a->to, "The later revision (default: the latest)")->check(CLI::PositiveNumber);
                return [a](Context& context) { diff(*a, context); };
            }};
}

}  // namespace counterclip::cli
