#include <fmt/format.h>

#include "cli/faces_arguments.h"
#include "cli/find.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/verbs.h"
#include "faces/analysis.h"

namespace counterclip::cli {

namespace {

struct Arguments {
    std::string interview;
    std::optional<int> recording;
    std::optional<Time> in;
    std::optional<Time> out;
    bool segments = false;
    bool exhaustive = false;
};

// Looked at around each segment, so that a face that comes in just before it is no surprise.
constexpr Time margin = std::chrono::seconds(1);

// Rising and apart.
std::vector<Range> merged(std::vector<Range> ranges) {
    std::sort(ranges.begin(), ranges.end(), [](Range a, Range b) { return a.in < b.in; });
    std::vector<Range> apart;
    for (const auto r : ranges) {
        if (apart.empty() || apart.back().out < r.in)
            apart.push_back(r);
        else
            apart.back().out = std::max(apart.back().out, r.out);
    }
    return apart;
}

std::vector<Range> ranges_of_segments(const archive::Archive& archive, const archive::Recording& recording) {
    std::vector<Range> ranges;
    for (const auto& s : archive.segments(recording.interview))
        if (s.recording == recording.id)
            ranges.push_back(
                {std::max(s.range.in - margin, Time::zero()), std::min(s.range.out + margin, recording.duration)});
    return merged(std::move(ranges));
}

bool whole(const Arguments& a) {
    return !a.segments && !a.in && !a.out;
}

// Empty = the whole recording.
std::vector<Range> ranges_of(const archive::Archive& archive, const archive::Recording& recording, const Arguments& a) {
    if (whole(a)) return {};
    if (a.segments) return ranges_of_segments(archive, recording);
    const auto range = range_of(a.in.value_or(Time::zero()), a.out.value_or(recording.duration));
    require_within(recording, range);
    return {range};
}

std::vector<archive::Recording> recordings_of(const archive::Archive& archive, const Arguments& a) {
    if (a.recording || a.in || a.out) return {recording_at(archive, a.interview, a.recording)};
    recording_at(archive, a.interview, 1);  // tells when there is none
    return archive.recordings(a.interview);
}

Json summary_of(const archive::Recording& recording, const faces::Analysis& analysis) {
    return {{"recording", recording.position},
            {"frames", analysis.frames},
            {"tracks", analysis.tracks.size()},
            {"gaps", analysis.gaps.size()},
            {"shot_changes", analysis.shot_changes.size()},
            {"detectors", faces::describe(analysis.detectors)}};
}

void show(const archive::Recording& recording, const faces::Analysis& analysis) {
    print_line(fmt::format("recording {} of '{}': {} frames, {} face track{}, {} gap{} in doubt, {} shot change{}",
                           recording.position, recording.interview, analysis.frames, analysis.tracks.size(),
                           analysis.tracks.size() == 1 ? "" : "s", analysis.gaps.size(),
                           analysis.gaps.size() == 1 ? "" : "s", analysis.shot_changes.size(),
                           analysis.shot_changes.size() == 1 ? "" : "s"));
}

void analyze(const Arguments& a, Context& context) {
    auto archive = context.open();
    const auto by = context.by();
    require_role(archive, by, "editor");  // told before the long work, not after it
    const auto models = faces::find_models(faces::model_folders());
    tell_detectors(models, context);
    auto summaries = Json::array();
    for (const auto& recording : recordings_of(archive, a)) {
        if (!recording.has_picture) continue;
        const auto ranges = ranges_of(archive, recording, a);
        if (ranges.empty() && !whole(a)) continue;
        const auto analysis = faces::analyse(archive.path(recording.file), ranges, models, {.exhaustive = a.exhaustive},
                                             context.progress());
        archive.store_analysis(recording.id, analysis, by);
        summaries.push_back(summary_of(recording, analysis));
        if (!context.json()) show(recording, analysis);
    }
    if (context.json()) return print_json(summaries);
    if (summaries.empty()) print_line(fmt::format("nothing to look at in '{}'", a.interview));
    context.remark(fmt::format("next: counterclip faces gaps {}", a.interview));
}

Action declare(CLI::App& app) {
    auto arguments = std::make_shared<Arguments>();
    app.add_option("CODE", arguments->interview, "The interview")->required();
    app.add_option("--recording", arguments->recording, "Only this recording, 1, 2 ...");
    auto* in = add_time(app, "--in", arguments->in, "Only from here");
    auto* out = add_time(app, "--out", arguments->out, "Only up to here");
    app.add_flag("--segments", arguments->segments, "Only the segments, with a second around them")
        ->excludes(in)
        ->excludes(out);
    app.add_flag("--exhaustive", arguments->exhaustive, "Every frame through every detector: slow, to compare with");
    return [arguments](Context& context) { analyze(*arguments, context); };
}

}  // namespace

Verb faces_analyze_verb() {
    return {"faces analyze",
            "Find and follow every face in the recordings of an interview",
            {"faces analyze BTIB-0042", "faces analyze BTIB-0042 --segments",
             "faces analyze BTIB-0042 --recording 2 --in 0:10:00 --out 0:12:00"},
            declare};
}

}  // namespace counterclip::cli
