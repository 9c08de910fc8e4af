#include <fmt/format.h>

#include "captions/layout.h"
#include "cli/output.h"
#include "cli/transcript_arguments.h"
#include "cli/verbs.h"
#include "cli/words_json.h"
#include "core/error.h"

namespace counterclip::cli {

namespace {

using namespace std::chrono_literals;

// A cue says that its words are spoken throughout. Over a longer silence that is not so, and what somebody says in it
// would count as written down.
constexpr Time longest_pause = 1s;

struct Arguments {
    TranscriptArguments transcript;
    std::string cues;
    std::string note;
};

using Cues = std::vector<captions::Cue>;

void require_no_pause(const std::string& doing, const Cues& cues, std::int64_t first) {
    Time until = cues.front().range.out;
    for (std::size_t n = 1; n < cues.size(); ++n) {
        const Time pause = cues[n].range.in - until;
        const auto number = first + static_cast<std::int64_t>(n);
        if (pause > longest_pause)
            throw Error(doing,
                        fmt::format("between cues {} and {} nothing is written down for {:.1f} s, more than {:g}",
                                    number - 1, number, seconds(pause), seconds(longest_pause)),
                        ErrorKind::usage);
        until = std::max(until, cues[n].range.out);
    }
}

bool have_one_speaker(const Cues& cues) {
    return std::ranges::all_of(cues, [&](const auto& cue) { return cue.speaker == cues.front().speaker; });
}

void merge(const Arguments& a, Context& context) {
    auto archive = context.open();
    const auto [first, last] = cue_numbers_from(a.cues);
    const auto before = transcript_for(archive, a.transcript);
    auto cues = archive.cues(before.id);
    const auto doing = fmt::format("merge cues {}-{} of the transcript of '{}'", first, last, before.interview);
    if (first == last)
        throw Error(doing, fmt::format("it takes two or more: --cue {}-{}", first, first + 1), ErrorKind::usage);
    require_cue(doing, last, cues);
    const auto from = cues.begin() + static_cast<std::ptrdiff_t>(first - 1);
    const auto to = cues.begin() + static_cast<std::ptrdiff_t>(last);
    const Cues parts(from, to);
    require_no_pause(doing, parts, first);
    *from = captions::merged(parts);
    cues.erase(from + 1, to);
    const auto stored = add_corrected(archive, before, cues, a.note, context.by());
    if (!have_one_speaker(parts))
        context.remark(
            fmt::format("they have several speakers: whose words cue {} holds is not known any more, and "
                        "nobody is spared in it",
                        first));
    if (context.json()) return print_json(with_revision_before(stored));
    print_line(fmt::format("added transcript {} of '{}': {}, revision {}, cues {}-{} as one", stored.id,
                           stored.interview, stored.language, stored.revision, first, last));
}

Action declare(CLI::App& app) {
    auto arguments = std::make_shared<Arguments>();
    auto& a = *arguments;
    declare_transcript(app, a.transcript, false);
    app.add_option("--cue,--cues", a.cues, "Their numbers in the latest revision: 12-13")->required();
    app.add_option("--note", a.note, "For colleagues; never published");
    return [arguments](Context& context) { merge(*arguments, context); };
}

}  // namespace

Verb transcript_merge_verb() {
    return {"transcript merge",
            "Make one cue of several that follow each other: a new revision, `transcript revert` takes it back",
            {"transcript merge BTIB-0042 --language ar --cue 12-13"},
            declare};
}

}  // namespace counterclip::cli
