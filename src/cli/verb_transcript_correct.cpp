#include <fmt/format.h>

#include "cli/options.h"
#include "cli/output.h"
#include "cli/transcript_arguments.h"
#include "cli/verbs.h"
#include "cli/words_json.h"

namespace counterclip::cli {

namespace {

struct Arguments {
    TranscriptArguments transcript;
    std::optional<std::int64_t> cue;
    std::optional<std::string> text;
    std::optional<std::string> speaker;
    std::optional<Time> in;
    std::optional<Time> out;
    bool remove = false;
    std::string note;
};

// A line end cannot be typed easily: "\n" stands for it.
std::string with_line_ends(std::string text) {
    for (auto at = text.find("\\n"); at != std::string::npos; at = text.find("\\n", at + 1)) text.replace(at, 2, "\n");
    return text;
}

void correct(captions::Cue& cue, const Arguments& a) {
    cue.range = range_of(a.in.value_or(cue.range.in), a.out.value_or(cue.range.out));
    if (a.speaker) cue.speaker = *a.speaker;
    if (a.text) {
        // When each of the new words is spoken nobody heard.
        cue.text = with_line_ends(*a.text);
        cue.words.clear();
    }
    if (!std::ranges::all_of(cue.words, [&](const captions::Word& w) { return contains(cue.range, w.range); }))
        cue.words.clear();
}

void apply(std::vector<captions::Cue>& cues, const Arguments& a, const std::string& doing) {
    if (!a.cue) {
        if (!a.in || !a.out || !a.text || a.remove)
            throw Error(doing, "say which cue with --cue; a new one needs --in, --out and --text", ErrorKind::usage);
        cues.emplace_back();
        return correct(cues.back(), a);
    }
    require_cue(doing, *a.cue, cues);
    const auto at = cues.begin() + static_cast<std::ptrdiff_t>(*a.cue - 1);
    const bool changes = a.text || a.speaker || a.in || a.out;
    if (changes == a.remove)
        throw Error(doing, "say what is right with --text, --speaker, --in or --out, or --remove it", ErrorKind::usage);
    if (a.remove)
        cues.erase(at);
    else
        correct(*at, a);
}

void correct(const Arguments& a, Context& context) {
    auto archive = context.open();
    const auto before = transcript_for(archive, a.transcript);
    auto cues = archive.cues(before.id);
    apply(cues, a, fmt::format("correct the transcript of '{}'", before.interview));
    const auto stored = add_corrected(archive, before, cues, a.note, context.by());
    if (context.json()) return print_json(with_revision_before(stored));
    print_line(fmt::format("added transcript {} of '{}': {}, revision {}, corrected", stored.id, stored.interview,
                           stored.language, stored.revision));
}

Action declare(CLI::App& app) {
    auto arguments = std::make_shared<Arguments>();
    auto& a = *arguments;
    declare_transcript(app, a.transcript, false);
    app.add_option("--cue", a.cue, "Its number in the latest revision; without it a cue is added");
    app.add_option("--text", a.text, "What is said; \\n begins a new line");
    app.add_option("--speaker", a.speaker, "subject, interviewer, translator ...; '' for not known");
    add_time(app, "--in", a.in, "When it begins");
    add_time(app, "--out", a.out, "When it ends");
    app.add_flag("--remove", a.remove, "It was not said");
    app.add_option("--note", a.note, "For colleagues; never published");
    return [arguments](Context& context) { correct(*arguments, context); };
}

}  // namespace

Verb transcript_correct_verb() {
    return {"transcript correct",
            "Correct one cue: a new revision, the one before is kept",
            {"transcript correct BTIB-0042 --language ar --cue 12 --text 'ما قيل'",
             "transcript correct BTIB-0042 --language en --cue 12 --in 0:01:02.300 --speaker translator",
             "transcript correct BTIB-0042 --language en --in 0:02:00 --out 0:02:03 --text 'I do not know'"},
            declare};
}

}  // namespace counterclip::cli
