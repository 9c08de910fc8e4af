#include <fmt/format.h>

#include "cli/output.h"
#include "cli/transcript_arguments.h"
#include "cli/verbs.h"
#include "cli/words_json.h"

namespace counterclip::cli {

namespace {

struct Arguments {
    TranscriptArguments transcript;
    int to = 0;
    std::string note;
};

void revert(const Arguments& a, Context& context) {
    auto archive = context.open();
    const auto latest = transcript_for(archive, a.transcript);
    const auto stored = archive.revert_transcript(latest.recording, latest.language, a.to, a.note, context.by());
    if (context.json()) return print_json(with_revision_before(stored));
    print_line(fmt::format("added transcript {} of '{}': {}, revision {}, as revision {} was", stored.id,
                           stored.interview, stored.language, stored.revision, a.to));
}

}  // namespace

Verb transcript_revert_verb() {
    return {"transcript revert",
            "Make a transcript what it was: a new revision equal to an old one",
            {"transcript revert BTIB-0042 --language ar --to 2"},
            [](CLI::App& app) -> Action {
                auto a = std::make_shared<Arguments>();
                declare_transcript(app, a->transcript, false);
                app.add_option("--to", a->to, "The revision, from `transcript list`")
                    ->required()
                    ->check(CLI::PositiveNumber);
                app.add_option("--note", a->note, "For colleagues (default: that revision's)");
                return [a](Context& context) { revert(*a, context); };
            }};
}

}  // namespace counterclip::cli
