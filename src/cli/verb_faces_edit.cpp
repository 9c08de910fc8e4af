// What a person does to tracks: show, merge, split, lengthen, delete, take back.
#include <fmt/format.h>

#include "cli/faces_arguments.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/records_json.h"
#include "cli/verbs.h"

namespace counterclip::cli {

namespace {

struct Arguments {
    FacesWhere where;
    std::int64_t track = 0;
    std::int64_t other = 0;
    std::optional<faces::Label> person;
    std::optional<Time> at;
    std::optional<Time> in;
    std::optional<Time> out;
    std::string reason;
};

using Act = void (*)(const Arguments&, Context&);

// Whose face stays visible is decided by the consent of that person and by nothing else: the archive asks it.
void show_face(const Arguments& a, Context& context) {
    auto archive = context.open();
    const auto recording = recording_of(archive, a.where);
    const auto person = a.person.value_or(label_of(archive, recording, a.track));
    const auto before = label_of(archive, recording, a.track);
    archive.show_face(recording.id, a.track, person, context.by());
    if (context.json()) return print_json(labelled_as_json(a.track, before, person));
    print_line(
        fmt::format("{}: shown, as consent of the {} says", named("track", a.track, recording), to_string(person)));
    if (person == faces::Label::subject)
        context.remark("a clip hides the subject all the same unless it is made with --show-faces");
}

void undo(const Arguments& a, Context& context) {
    auto archive = context.open();
    const auto recording = recording_of(archive, a.where);
    const auto undone = archive.undo_edit(recording.id, a.track, context.by());
    if (context.json()) return print_json({{"track", a.track}, {"undone", undone}});
    print_line(fmt::format("{}: as before `{}`, {}", named("track", a.track, recording), undone,
                           to_string(label_of(archive, recording, a.track))));
}

void merge(const Arguments& a, Context& context) {
    auto archive = context.open();
    const auto recording = recording_of(archive, a.where);
    archive.merge_tracks(recording.id, a.track, a.other, context.by());
    const auto label = label_of(archive, recording, a.track);
    if (context.json()) return print_json({{"track", a.track}, {"merged", a.other}, {"label", to_string(label)}});
    print_line(
        fmt::format("{}: holds track {} now, {}", named("track", a.track, recording), a.other, to_string(label)));
    if (label == faces::Label::unlabelled) context.remark("it is hidden; `counterclip faces label` says whose it is");
}

void split(const Arguments& a, Context& context) {
    auto archive = context.open();
    const auto recording = recording_of(archive, a.where);
    const auto second = archive.split_track(recording.id, a.track, a.at.value(), context.by());
    if (context.json()) return print_json({{"track", a.track}, {"second", second}});
    print_line(
        fmt::format("{}: from {} on it is track {}", named("track", a.track, recording), format_time(*a.at), second));
}

void extend(const Arguments& a, Context& context) {
    auto archive = context.open();
    const auto recording = recording_of(archive, a.where);
    const auto range = range_of(a.in.value(), a.out.value());
    archive.extend_track(recording.id, a.track, range, context.by());
    if (context.json()) return print_json({{"track", a.track}, {"range", as_json(range)}});
    print_line(fmt::format("{}: held over {}", named("track", a.track, recording), format_range(range)));
}

void remove(const Arguments& a, Context& context) {
    auto archive = context.open();
    const auto recording = recording_of(archive, a.where);
    const auto before = label_of(archive, recording, a.track);
    archive.delete_track(recording.id, a.track, a.reason, context.by());
    if (context.json()) return print_json(labelled_as_json(a.track, before, faces::Label::not_a_face));
    print_line(fmt::format("{}: not a face, no longer hidden", named("track", a.track, recording)));
}

std::shared_ptr<Arguments> declare_track(CLI::App& app) {
    auto a = std::make_shared<Arguments>();
    declare_where(app, a->where);
    app.add_option("TRACK", a->track, "From `faces tracks`")->required();
    return a;
}

Action action(std::shared_ptr<Arguments> a, Act act) {
    return [a = std::move(a), act](Context& context) { act(*a, context); };
}

}  // namespace

Verb faces_show_face_verb() {
    return {"faces show-face",
            "Let a face be seen, where the latest consent of that person shows it to the public",
            {"faces show-face BTIB-0042 3 interviewer"},
            [](CLI::App& app) {
                auto a = declare_track(app);
                add_read_option(app, "PERSON", a->person, label_from_typed,
                                "Whose it is: subject, interviewer or translator (default: its label)");
                return action(std::move(a), show_face);
            }};
}

Verb faces_merge_verb() {
    return {"faces merge",
            "Make one track of two of the same face; the time between them is filled",
            {"faces merge BTIB-0042 3 8"},
            [](CLI::App& app) {
                auto a = declare_track(app);
                app.add_option("OTHER", a->other, "The track that becomes part of it")->required();
                return action(std::move(a), merge);
            }};
}

Verb faces_split_verb() {
    return {"faces split",
            "Cut a track in two where it went from one face to another",
            {"faces split BTIB-0042 3 --at 0:00:12.480"},
            [](CLI::App& app) {
                auto a = declare_track(app);
                add_time(app, "--at", a->at, "The first instant of the second")->required();
                return action(std::move(a), split);
            }};
}

Verb faces_extend_verb() {
    return {"faces extend",
            "Hold a track's first and last place over a longer time",
            {"faces extend BTIB-0042 3 --in 0:00:11 --out 0:00:19.500"},
            [](CLI::App& app) {
                auto a = declare_track(app);
                add_time(app, "--in", a->in, "From here")->required();
                add_time(app, "--out", a->out, "Up to here")->required();
                return action(std::move(a), extend);
            }};
}

Verb faces_delete_verb() {
    return {"faces delete",
            "Say that a track is no face; it is no longer hidden",
            {"faces delete BTIB-0042 7 --reason 'a poster of nobody'"},
            [](CLI::App& app) {
                auto a = declare_track(app);
                app.add_option("--reason", a->reason, "What it is; kept in the archive")->required();
                return action(std::move(a), remove);
            }};
}

Verb faces_undo_verb() {
    return {"faces undo",
            "Take back the last merge, split, extension or deletion of a track",
            {"faces undo BTIB-0042 3"},
            [](CLI::App& app) { return action(declare_track(app), undo); }};
}

}  // namespace counterclip::cli
