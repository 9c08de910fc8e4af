#include <fmt/format.h>

#include "archive/gap_pictures.h"
#include "cli/faces_arguments.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/records_json.h"
#include "cli/verbs.h"

namespace counterclip::cli {

namespace {

using Where = FacesWhere;

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
    const auto analysis = analysis_of(archive, recording_of(archive, where));
    if (context.json()) return print_json(list_as_json(analysis.tracks));
    Table table{{"TRACK", "LABEL", "FROM", "TO", "FRAMES"}, {}};
    for (const auto& t : analysis.tracks) {
        if (t.sightings.empty()) continue;
        table.rows.push_back({fmt::format("{}", t.id), to_string(t.label), format_time(t.sightings.front().pts),
                              format_time(t.sightings.back().pts), fmt::format("{}", t.sightings.size())});
    }
    print_table(table, "no face was found");
}

// Where the picture of each gap lies, below the archive's folder; empty where there is none.
std::string picture_of(const archive::Archive& archive, const archive::Recording& recording, const faces::Gap& gap) {
    const auto picture = archive::gap_picture(recording.id, gap);
    return std::filesystem::exists(archive.path(picture)) ? picture : std::string();
}

void gaps(const Where& where, Context& context) {
    const auto archive = context.open();
    const auto recording = recording_of(archive, where);
    const auto analysis = analysis_of(archive, recording);
    for (const auto& failure : archive::refresh_gap_pictures(archive, recording, context.progress()).failures)
        context.remark(failure);
    if (context.json()) {
        auto list = Json::array();
        for (const auto& g : analysis.gaps) {
            auto json = as_json(g);
            const auto picture = picture_of(archive, recording, g);
            if (!picture.empty()) json["picture"] = archive.path(picture).string();
            list.push_back(std::move(json));
        }
        return print_json(list);
    }
    Table table{{"GAP", "RANGE", "REASON", "TRACK", "RESOLVED", "PICTURE"}, {}};
    for (const auto& g : analysis.gaps) {
        const auto picture = picture_of(archive, recording, g);
        table.rows.push_back({fmt::format("{}", g.id), format_range(g.range), to_string(g.reason),
                              g.track ? fmt::format("{}", g.track) : "-",
                              g.resolved_by.empty() ? "open: hidden whole" : g.resolution + ", by " + g.resolved_by,
                              picture.empty() ? "-" : picture});
    }
    print_table(table, "no gap: every face was followed without doubt");
    if (!analysis.gaps.empty())
        context.remark(fmt::format("pictures lie in the archive, {}", archive.folder().string()));
}

struct LabelArguments {
    Where where;
    std::int64_t track = 0;
    faces::Label label = faces::Label::unlabelled;
};

void label(const LabelArguments& a, Context& context) {
    auto archive = context.open();
    const auto recording = recording_of(archive, a.where);
    const auto before = label_of(archive, recording, a.track);
    archive.label_track(recording.id, a.track, a.label, context.by());
    if (context.json()) return print_json(labelled_as_json(a.track, before, a.label));
    print_line(fmt::format("track {} of '{}', recording {}: {}", a.track, recording.interview, recording.position,
                           to_string(a.label)));
}

struct ResolveArguments {
    Where where;
    std::vector<std::int64_t> gaps;
    bool no_face = false;
    bool extend = false;
    std::optional<std::int64_t> region;
    std::string resolution;
};

// Resolves one gap the way that was chosen; says what was done.
std::string resolve_one(const ResolveArguments& a, archive::Archive& archive, std::int64_t recording, std::int64_t gap,
                        const std::string& by) {
    if (a.extend) {
        archive.extend_over_gap(recording, gap, by, a.resolution);
        return "extended";
    }
    if (a.region) {
        archive.cover_gap(recording, gap, *a.region, by, a.resolution);
        return fmt::format("covered by region {}", *a.region);
    }
    if (a.no_face) {
        archive.resolve_gap(recording, gap, "no face", by, a.resolution);
        return "no face";
    }
    archive.resolve_gap(recording, gap, a.resolution, by);
    return harmless(a.resolution);
}

void resolve(const ResolveArguments& a, Context& context) {
    const int ways = (a.no_face ? 1 : 0) + (a.extend ? 1 : 0) + (a.region ? 1 : 0);
    if (ways > 1 || (ways == 0 && a.resolution.empty()))
        throw Error("resolve gaps",
                    "say one of --no-face, --extend or --region N, with --resolution TEXT as a note if you like, or "
                    "--resolution TEXT alone",
                    ErrorKind::usage);
    auto archive = context.open();
    const auto recording = recording_of(archive, a.where);
    const auto by = context.by();
    auto json = Json::array();
    for (const auto gap : a.gaps) {
        const auto done = resolve_one(a, archive, recording.id, gap, by);
        json.push_back({{"gap", gap}, {"resolution", done}});
        if (!context.json()) print_line(fmt::format("{}: {}", named("gap", gap, recording), done));
    }
    if (context.json()) print_json(json);
}

struct ReopenArguments {
    Where where;
    std::vector<std::int64_t> gaps;
    std::string reason;
};

void reopen(const ReopenArguments& a, Context& context) {
    auto archive = context.open();
    const auto recording = recording_of(archive, a.where);
    auto json = Json::array();
    for (const auto gap : a.gaps) {
        archive.reopen_gap(recording.id, gap, a.reason, context.by());
        json.push_back({{"gap", gap}, {"open", true}});
        if (!context.json()) print_line(fmt::format("{}: open, hidden whole", named("gap", gap, recording)));
    }
    if (context.json()) print_json(json);
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
            {"faces label BTIB-0042 3 interviewer", "faces label BTIB-0042 7 guard --recording 2"},
            [](CLI::App& app) -> Action {
                auto a = std::make_shared<LabelArguments>();
                declare_where(app, a->where);
                app.add_option("TRACK", a->track, "From `faces tracks`")->required();
                add_read_option(app, "LABEL", a->label, label_from_typed,
                                "subject, interviewer, translator, guard, bystander, unlabelled (no face: `faces "
                                "delete`)")
                    ->required();
                return [a](Context& context) { label(*a, context); };
            }};
}

Verb faces_resolve_verb() {
    return {"faces resolve",
            "Say what you saw in a gap: its frames are then shown with the masks of the tracks",
            {"faces resolve BTIB-0042 2 3 --no-face", "faces resolve BTIB-0042 4 --extend",
             "faces resolve BTIB-0042 5 --region 1 --resolution 'the back of the guard'"},
            [](CLI::App& app) -> Action {
                auto a = std::make_shared<ResolveArguments>();
                declare_where(app, a->where);
                app.add_option("GAP", a->gaps, "From `faces gaps`")->required();
                app.add_flag("--no-face", a->no_face, "No face is to be seen there that a mask does not cover");
                app.add_flag("--extend", a->extend, "The face stays where it was seen: its track is held over the gap");
                app.add_option("--region", a->region, "A region from `faces region list` covers it, all the time");
                app.add_option(
                    "--resolution", a->resolution,
                    "What you saw, in your words, for example 'a poster'; alone, or as a note to one of the others");
                return [a](Context& context) { resolve(*a, context); };
            }};
}

Verb faces_reopen_verb() {
    return {"faces reopen",
            "Open gaps again that somebody resolved: their frames are hidden whole",
            {"faces reopen BTIB-0042 2 --reason 'there was a face after all'"},
            [](CLI::App& app) -> Action {
                auto a = std::make_shared<ReopenArguments>();
                declare_where(app, a->where);
                app.add_option("GAP", a->gaps, "From `faces gaps`")->required();
                app.add_option("--reason", a->reason, "Why, in a sentence without names");
                return [a](Context& context) { reopen(*a, context); };
            }};
}

}  // namespace counterclip::cli
