#include <fmt/format.h>

#include "cli/find.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/records_json.h"
#include "cli/verbs.h"

namespace counterclip::cli {

namespace {

struct Where {
    std::string interview;
    std::optional<int> recording;
};

void declare_where(CLI::App& app, Where& where) {
    app.add_option("CODE", where.interview, "The interview")->required();
    app.add_option("--recording", where.recording, "Which recording, 1, 2 ...; needed when there are several");
}

faces::Analysis analysis_of(const archive::Archive& archive, const archive::Recording& recording) {
    auto analysis = archive.analysis(recording.id);
    if (!analysis)
        throw Error(
            fmt::format("recording {} of '{}'", recording.position, recording.interview),
            fmt::format("its faces are not analysed yet; `counterclip faces analyze {}` does it", recording.interview));
    return std::move(*analysis);
}

void tracks(const Where& where, Context& context) {
    const auto archive = context.open();
    const auto analysis = analysis_of(archive, recording_at(archive, where.interview, where.recording));
    if (context.json()) return print_json(list_as_json(analysis.tracks));
    Table table{{"TRACK", "LABEL", "FROM", "TO", "FRAMES"}, {}};
    for (const auto& t : analysis.tracks) {
        if (t.sightings.empty()) continue;
        table.rows.push_back({fmt::format("{}", t.id), to_string(t.label), format_time(t.sightings.front().pts),
                              format_time(t.sightings.back().pts), fmt::format("{}", t.sightings.size())});
    }
    print_table(table, "no face was found");
}

void gaps(const Where& where, Context& context) {
    const auto archive = context.open();
    const auto analysis = analysis_of(archive, recording_at(archive, where.interview, where.recording));
    if (context.json()) return print_json(list_as_json(analysis.gaps));
    Table table{{"GAP", "RANGE", "REASON", "TRACK", "RESOLVED"}, {}};
    for (const auto& g : analysis.gaps)
        table.rows.push_back({fmt::format("{}", g.id), format_range(g.range), to_string(g.reason),
                              g.track ? fmt::format("{}", g.track) : "-",
                              g.resolved_by.empty() ? "open: hidden whole" : g.resolution + ", by " + g.resolved_by});
    print_table(table, "no gap: every face was followed without doubt");
}

struct LabelArguments {
    Where where;
    std::int64_t track = 0;
    faces::Label label = faces::Label::unlabelled;
};

void label(const LabelArguments& a, Context& context) {
    auto archive = context.open();
    const auto recording = recording_at(archive, a.where.interview, a.where.recording);
    archive.label_track(recording.id, a.track, a.label, context.by());
    print_line(fmt::format("track {} of '{}', recording {}: {}", a.track, recording.interview, recording.position,
                           to_string(a.label)));
}

struct ResolveArguments {
    Where where;
    std::vector<std::int64_t> gaps;
    std::string resolution;
};

void resolve(const ResolveArguments& a, Context& context) {
    auto archive = context.open();
    const auto recording = recording_at(archive, a.where.interview, a.where.recording);
    const auto by = context.by();
    for (const auto gap : a.gaps) {
        archive.resolve_gap(recording.id, gap, a.resolution, by);
        print_line(fmt::format("gap {} of '{}', recording {}: {}", gap, recording.interview, recording.position,
                               harmless(a.resolution)));
    }
}

Action declare(CLI::App& app, void (*act)(const Where&, Context&)) {
    auto where = std::make_shared<Where>();
    declare_where(app, *where);
    return [where, act](Context& context) { act(*where, context); };
}

}  // namespace

Verb faces_tracks_verb() {
    return {"faces tracks",
            "List the faces that were followed",
            {"faces tracks BTIB-0042 --recording 1"},
            [](CLI::App& app) { return declare(app, tracks); }};
}

Verb faces_gaps_verb() {
    return {"faces gaps",
            "List where the machine is in doubt; these frames are hidden whole until somebody looked",
            {"faces gaps BTIB-0042"},
            [](CLI::App& app) { return declare(app, gaps); }};
}

Verb faces_label_verb() {
    return {"faces label",
            "Say who a face is; a face without a label is hidden",
            {"faces label BTIB-0042 3 interviewer", "faces label BTIB-0042 7 not-a-face --recording 2"},
            [](CLI::App& app) -> Action {
                auto a = std::make_shared<LabelArguments>();
                declare_where(app, a->where);
                app.add_option("TRACK", a->track, "From `faces tracks`")->required();
                add_read_option(app, "LABEL", a->label, faces::label_from,
                                "subject, interviewer, translator, guard, bystander, not-a-face, unlabelled")
                    ->required();
                return [a](Context& context) { label(*a, context); };
            }};
}

Verb faces_resolve_verb() {
    return {"faces resolve",
            "Say what you saw in a gap: its frames are then shown with the masks of the tracks",
            {"faces resolve BTIB-0042 2 --resolution 'no face'"},
            [](CLI::App& app) -> Action {
                auto a = std::make_shared<ResolveArguments>();
                declare_where(app, a->where);
                app.add_option("GAP", a->gaps, "From `faces gaps`")->required();
                app.add_option("--resolution", a->resolution, "What you saw, for example 'no face'")->required();
                return [a](Context& context) { resolve(*a, context); };
            }};
}

}  // namespace counterclip::cli
