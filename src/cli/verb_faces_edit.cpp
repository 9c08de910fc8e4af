// What a person does to tracks: show, merge, split, lengthen, delete.
#include <fmt/format.h>

#include "cli/faces_arguments.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/verbs.h"
#include "consent/terms.h"

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

faces::Label label_of(const archive::Archive& archive, const archive::Recording& recording, std::int64_t track) {
    const auto analysis = archive.analysis(recording.id);
    if (analysis)
        for (const auto& t : analysis->tracks)
            if (t.id == track) return t.label;
    throw Error(named("track", track, recording), "there is none; `counterclip faces tracks` lists them");
}

// Whose face stays visible is decided by the consent of that person and by nothing else.
void require_consent_to_show(const archive::Archive& archive, const archive::Recording& recording, std::int64_t track,
                             faces::Label person) {
    const auto doing = "show the face of " + named("track", track, recording);
    if (person == faces::Label::unlabelled || person == faces::Label::not_a_face)
        throw Error(doing,
                    "nobody said whose it is; name the person: subject, interviewer, translator, guard, bystander",
                    ErrorKind::refused);
    const auto word = to_string(person);
    if (person == faces::Label::guard || person == faces::Label::bystander)
        throw Error(doing, fmt::format("there can be several in the role of {}, and none of them is shown", word),
                    ErrorKind::refused);
    if (consent::shows_face(archive.latest_consent(recording.interview, word), consent::Use::research)) return;
    throw Error(doing,
                fmt::format("no consent of the {} with evidence and a use shows it; `counterclip consent set {} "
                            "--person {} --face show ...` "
                            "records one",
                            word, recording.interview, word),
                ErrorKind::refused);
}

void show_face(const Arguments& a, Context& context) {
    auto archive = context.open();
    const auto recording = recording_of(archive, a.where);
    const auto person = a.person.value_or(label_of(archive, recording, a.track));
    require_consent_to_show(archive, recording, a.track, person);
    archive.label_track(recording.id, a.track, person, context.by());
    print_line(
        fmt::format("{}: shown, as consent of the {} says", named("track", a.track, recording), to_string(person)));
    if (person == faces::Label::subject)
        context.remark("a clip hides the subject all the same unless it is made with --show-faces");
}

void merge(const Arguments& a, Context& context) {
    auto archive = context.open();
    const auto recording = recording_of(archive, a.where);
    archive.merge_tracks(recording.id, a.track, a.other, context.by());
    const auto label = label_of(archive, recording, a.track);
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
    print_line(fmt::format("{}: held over {}", named("track", a.track, recording), format_range(range)));
}

void remove(const Arguments& a, Context& context) {
    auto archive = context.open();
    const auto recording = recording_of(archive, a.where);
    archive.delete_track(recording.id, a.track, a.reason, context.by());
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
            "Let a face be seen, where the consent of that person says so",
            {"faces show-face BTIB-0042 3 interviewer", "faces show-face BTIB-0042 3"},
            [](CLI::App& app) {
                auto a = declare_track(app);
                add_read_option(app, "PERSON", a->person, label_from_typed,
                                "Whose it is: subject, interviewer, translator, guard, bystander (default: its label)");
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

}  // namespace counterclip::cli
