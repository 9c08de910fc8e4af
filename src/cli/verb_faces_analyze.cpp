#include <fmt/format.h>

#include "archive/analyse_in_pieces.h"
#include "archive/analysis_merge.h"
#include "archive/gap_pictures.h"
#include "archive/ranges.h"
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
    bool again = false;
};

// Looked at around each segment, so that a face that comes in just before it is no surprise.
constexpr Time margin = std::chrono::seconds(1);

std::vector<Range> ranges_of_segments(const archive::Archive& archive, const archive::Recording& recording) {
    std::vector<Range> ranges;
    for (const auto& s : archive.segments(recording.interview))
        if (s.recording == recording.id)
            ranges.push_back(
                {std::max(s.range.in - margin, Time::zero()), std::min(s.range.out + margin, recording.duration)});
    return archive::joined(std::move(ranges));
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

std::string counted(std::size_t n, const std::string& what) {
    return fmt::format("{} {}{}", n, what, n == 1 ? "" : "s");
}

Json summary_of(const archive::Recording& recording, const faces::Analysis& analysis,
                const archive::AnalysisPlan& plan) {
    return {{"recording", recording.position},
            {"frames", analysis.frames},
            {"tracks", analysis.tracks.size()},
            {"gaps", analysis.gaps.size()},
            {"shot_changes", analysis.shot_changes.size()},
            {"detectors", faces::describe(analysis.detectors)},
            {"looked_at", format_time(archive::length(plan.to_do))},
            {"known_before", format_time(archive::length(plan.known))},
            {"work_replaced", plan.work_replaced}};
}

void show(const archive::Recording& recording, const faces::Analysis& analysis) {
    print_line(fmt::format("recording {} of '{}': {}, {}, {} in doubt, {}", recording.position, recording.interview,
                           counted(static_cast<std::size_t>(analysis.frames), "frame"),
                           counted(analysis.tracks.size(), "face track"), counted(analysis.gaps.size(), "gap"),
                           counted(analysis.shot_changes.size(), "shot change")));
}

// What is left alone and what is replaced, before the work begins.
void tell(const archive::Recording& recording, const archive::AnalysisPlan& plan, bool again, const Context& context) {
    const auto where = fmt::format("recording {} of '{}'", recording.position, recording.interview);
    const auto known = format_time(archive::length(plan.known));
    if (plan.to_do.empty())
        context.remark(fmt::format("{}: {} analysed already, nothing to do; --again starts anew", where, known));
    else if (!plan.known.empty())
        context.remark(fmt::format("{}: {} analysed already, going on with the {} that are missing", where, known,
                                   format_time(archive::length(plan.to_do))));
    if (!plan.released.empty() && !again)
        context.remark(fmt::format("{}: other detectors looked at {} of it before; these look again", where,
                                   format_time(archive::length(plan.released))));
    if (plan.work_replaced.empty()) return;
    context.warn(
        fmt::format("{}: this replaces what people did there (labels stay with the faces they were given to):", where));
    for (const auto& work : plan.work_replaced) context.warn("  " + harmless(work));
}

// What was hidden whole before and is not now, because the look at it was whole this time.
void tell_gone(const archive::Recording& recording, const std::optional<faces::Analysis>& before,
               const faces::Analysis& now, const Context& context) {
    if (!before) return;
    for (const auto& gap : archive::gaps_gone(*before, now))
        context.remark(
            fmt::format("recording {} of '{}': gap {} ({}) is no longer in doubt; its frames are not hidden "
                        "whole any more",
                        recording.position, recording.interview, gap.id, format_range(gap.range)));
}

void make_pictures(const archive::Archive& archive, const archive::Recording& recording, const Context& context) {
    for (const auto& failure : archive::refresh_gap_pictures(archive, recording, context.progress()).failures)
        context.remark(failure);
}

void analyze(const Arguments& a, Context& context) {
    auto archive = context.open();
    const auto by = context.by();
    require_role(archive, by, "editor");  // told before the long work, not after it
    const auto models = faces::find_models(faces::model_folders());
    tell_detectors(models, context);
    archive::PieceOptions options;
    options.exhaustive = a.exhaustive;
    options.again = a.again;
    auto summaries = Json::array();
    for (const auto& recording : recordings_of(archive, a)) {
        if (!recording.has_picture) continue;
        const auto ranges = ranges_of(archive, recording, a);
        if (ranges.empty() && !whole(a)) continue;
        const auto plan = archive::plan_analysis(archive, recording, ranges, models, options);
        tell(recording, plan, a.again, context);
        const auto before = archive.analysis(recording.id);
        archive::analyse_in_pieces(archive, recording, plan, models, options, by, context.progress());
        make_pictures(archive, recording, context);
        const auto analysis = archive.analysis(recording.id).value_or(faces::Analysis{});
        tell_gone(recording, before, analysis, context);
        if (const auto end = archive::end_of_picture(analysis, recording))
            context.warn(fmt::format(
                "recording {} of '{}': its picture ends at {}, though it is said to last {}; parts "
                "beyond that have nothing to show",
                recording.position, recording.interview, format_time(*end), format_time(recording.duration)));
        summaries.push_back(summary_of(recording, analysis, plan));
        if (!context.json()) show(recording, analysis);
    }
    if (context.json()) return print_json(summaries);
    if (summaries.empty()) return print_line(fmt::format("nothing to look at in '{}'", a.interview));
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
    app.add_flag("--again", arguments->again,
                 "Anew, also what was analysed already: replaces what people did to tracks and gaps there");
    return [arguments](Context& context) { analyze(*arguments, context); };
}

}  // namespace

Verb faces_analyze_verb() {
    return {"faces analyze",
            "Find and follow every face in the recordings of an interview; a stop loses at most five minutes of it",
            {"faces analyze BTIB-0042", "faces analyze BTIB-0042 --segments",
             "faces analyze BTIB-0042 --recording 2 --in 0:10:00 --out 0:12:00", "faces analyze BTIB-0042 --again"},
            declare};
}

}  // namespace counterclip::cli
