#include <fmt/format.h>

#include "captions/layout.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/transcript_arguments.h"
#include "cli/verbs.h"
#include "cli/words_json.h"
#include "clip/wording.h"

namespace counterclip::cli {

namespace {

struct Arguments {
    TranscriptArguments transcript;
    std::int64_t cue = 0;
    std::optional<Time> at;
    std::string note;
};

// A redaction hides the whole of a cue of which nobody knows when its words are spoken. Of two halves it would hide
// one, and the other may hold the word.
void require_nothing_shown(const std::string& doing, const archive::Archive& archive, std::int64_t recording,
                           const captions::Cue& cue, Time at) {
    const auto interview = archive.recording(recording).interview;
    if (clip::may_be_split(cue, at, clip::unsaid(archive, recording, true))) return;
    throw Error(
        doing,
        fmt::format("a redaction or a flagged segment hides something of it, and it is not known whether that is said "
                    "before or after {}: one of the two new cues could show it. `counterclip redact list {}` and "
                    "`counterclip segment list {}` tell what is hidden; split where the times of the words are known "
                    "and no hidden word lies on both sides, or write the two cues yourself: `counterclip transcript "
                    "correct`",
                    format_time(at), interview, interview),
        ErrorKind::refused);
}

void split(const Arguments& a, Context& context) {
    auto archive = context.open();
    const auto before = transcript_for(archive, a.transcript);
    auto cues = archive.cues(before.id);
    const auto doing = fmt::format("split cue {} of the transcript of '{}'", a.cue, before.interview);
    require_cue(doing, a.cue, cues);
    const auto place = cues.begin() + static_cast<std::ptrdiff_t>(a.cue - 1);
    auto [first, second] = captions::split(*place, *a.at);
    require_nothing_shown(doing, archive, before.recording, *place, *a.at);
    *place = std::move(first);
    cues.insert(place + 1, std::move(second));
    const auto stored = add_corrected(archive, before, cues, a.note, context.by());
    if (context.json()) return print_json(with_revision_before(stored));
    print_line(fmt::format("added transcript {} of '{}': {}, revision {}, cue {} split at {}", stored.id,
                           stored.interview, stored.language, stored.revision, a.cue, format_time(*a.at)));
}

Action declare(CLI::App& app) {
    auto arguments = std::make_shared<Arguments>();
    auto& a = *arguments;
    declare_transcript(app, a.transcript, false);
    app.add_option("--cue", a.cue, "Its number in the latest revision")->required();
    add_time(app, "--at", a.at, "When the second one begins, on the recording's clock")->required();
    app.add_option("--note", a.note, "For colleagues; never published");
    return [arguments](Context& context) { split(*arguments, context); };
}

}  // namespace

Verb transcript_split_verb() {
    return {"transcript split",
            "Make two cues of one: a new revision, `transcript revert` takes it back",
            {"transcript split BTIB-0042 --language ar --cue 12 --at 0:01:02.300"},
            declare};
}

}  // namespace counterclip::cli
