// Regions: marked by hand, or carried through the recording from one drawn box.
#include <fmt/format.h>

#include "cli/faces_arguments.h"
#include "cli/find.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/records_json.h"
#include "cli/verbs.h"
#include "core/error.h"
#include "faces/carry.h"

namespace counterclip::cli {

namespace {

struct Arguments {
    FacesWhere where;
    faces::Region region;
    std::vector<std::string> keys;
    std::optional<Time> in;
    std::optional<Time> out;
    std::int64_t id = 0;
    std::string reason;
};

using Act = void (*)(const Arguments&, Context&);

std::vector<faces::RegionKey> keys_of(const Arguments& a) {
    std::vector<faces::RegionKey> keys;
    for (const auto& text : a.keys) keys.push_back(key_from(text));
    return keys;
}

void add(const Arguments& a, Context& context) {
    auto archive = context.open();
    const auto recording = recording_of(archive, a.where);
    auto region = a.region;
    region.keys = keys_of(a);
    region.out = a.out.value();
    const auto stored = archive.add_region(recording.id, region, context.by());
    if (context.json()) return print_json(as_json(stored));
    print_line(fmt::format("{}: {}, hidden {}", named("region", stored.id, recording), harmless(stored.what),
                           format_range(faces::range_of(stored))));
}

void list(const Arguments& a, Context& context) {
    const auto archive = context.open();
    const auto regions = archive.regions(recording_of(archive, a.where).id);
    if (context.json()) return print_json(list_as_json(regions));
    Table table{{"REGION", "WHAT", "RANGE", "SHAPE", "KEYS", "BY", "NOTE"}, {}};
    for (const auto& r : regions)
        table.rows.push_back({fmt::format("{}", r.id), r.what, format_range(faces::range_of(r)), to_string(r.shape),
                              fmt::format("{}", r.keys.size()), r.by, r.note});
    print_table(table, "no region is marked");
}

void remove(const Arguments& a, Context& context) {
    auto archive = context.open();
    const auto recording = recording_of(archive, a.where);
    archive.remove_region(recording.id, a.id, a.reason, context.by());
    if (context.json()) return print_json({{"id", a.id}, {"removed", true}});
    print_line(fmt::format("{}: removed, no longer hidden", named("region", a.id, recording)));
}

void restore(const Arguments& a, Context& context) {
    auto archive = context.open();
    const auto recording = recording_of(archive, a.where);
    const auto region = archive.restore_region(recording.id, a.id, context.by());
    context.remark("gaps that it had resolved stay open: `counterclip faces gaps` lists them");
    if (context.json()) return print_json(as_json(region));
    print_line(fmt::format("{}: {}, hidden again {}", named("region", region.id, recording), harmless(region.what),
                           format_range(faces::range_of(region))));
}

Json followed_as_json(const faces::Region& region, const faces::Carried& carried) {
    auto json = as_json(region);
    json["ends_before"] = to_string(carried.before);
    json["ends_after"] = to_string(carried.after);
    return json;
}

// People know recordings by their place, not by the name of their file.
faces::Carried carried_box(const archive::Archive& archive, const archive::Recording& recording,
                           const faces::RegionKey& drawn, Range within, Context& context) {
    const auto file = archive.path(recording.file);
    try {
        return faces::carry(file, drawn, within, {}, context.progress());
    } catch (const Error& error) {
        const std::string told = error.what();
        const auto name = file.filename().string() + ": ";
        const auto named = told.find(name);
        throw Error(fmt::format("follow a box in recording {} of '{}'", recording.position, recording.interview),
                    error.kind() == ErrorKind::cancelled ? "stopped; no region was made"
                    : named == std::string::npos         ? told
                                                         : told.substr(named + name.size()),
                    error.kind());
    }
}

void follow(const Arguments& a, Context& context) {
    auto archive = context.open();
    const auto by = context.by();
    const auto recording = recording_of(archive, a.where);
    const auto within = range_of(a.in.value_or(Time{}), a.out.value_or(recording.duration));
    require_within(recording, within);
    const auto drawn = keys_of(a).front();
    if (!contains(within, drawn.pts))
        throw Error(fmt::format("follow a box in recording {} of '{}'", recording.position, recording.interview),
                    fmt::format("it is drawn at {}, outside of {}", format_time(drawn.pts), format_range(within)),
                    ErrorKind::usage);
    const auto carried = carried_box(archive, recording, drawn, within, context);
    auto region = a.region;
    region.keys = carried.keys;
    region.out = carried.out;
    const auto stored = archive.add_region(recording.id, region, by);
    if (context.json()) return print_json(followed_as_json(stored, carried));
    print_line(fmt::format("{}: {}, hidden {}", named("region", stored.id, recording), harmless(stored.what),
                           format_range(faces::range_of(stored))));
    print_line(fmt::format("  begins there: {}; ends there: {}", to_string(carried.before), to_string(carried.after)));
    if (carried.before != faces::CarryEnd::range || carried.after != faces::CarryEnd::range)
        context.remark("look at both ends: where it was lost, draw it again and follow on");
}

std::shared_ptr<Arguments> declare_place(CLI::App& app) {
    auto a = std::make_shared<Arguments>();
    declare_where(app, a->where);
    app.add_option("WHAT", a->region.what, "tattoo, document, name plate, window, face ...")->required();
    add_read_option(app, "--shape", a->region.shape, faces::shape_from, "ellipse or rectangle (default: ellipse)");
    app.add_option("--note", a->region.note, "For colleagues; never published");
    return a;
}

Action action(std::shared_ptr<Arguments> a, Act act) {
    return [a = std::move(a), act](Context& context) { act(*a, context); };
}

constexpr const char* key_form =
    "TIME,X,Y,W,H[,ANGLE]: px from the picture's left and top, degrees clockwise; for a face draw round the whole head";

}  // namespace

Verb faces_region_add_verb() {
    return {"faces region add",
            "Mark a part of the picture to be hidden; between keys it moves evenly, after the last it rests",
            {"faces region add BTIB-0042 tattoo --key 0:00:10,300,200,80,60 --key 0:00:12,340,210,80,60 --out 0:00:15",
             "faces region add BTIB-0042 'name plate' --shape rectangle --key 0,20,400,180,40,-4 --out 0:02:00"},
            [](CLI::App& app) {
                auto a = declare_place(app);
                app.add_option("--key", a->keys, key_form)->required()->allow_extra_args(false);
                add_time(app, "--out", a->out, "The first instant at which it is no longer hidden")->required();
                return action(std::move(a), add);
            }};
}

Verb faces_region_list_verb() {
    return {"faces region list", "List what people marked", {"faces region list BTIB-0042"}, [](CLI::App& app) {
                auto a = std::make_shared<Arguments>();
                declare_where(app, a->where);
                return action(std::move(a), list);
            }};
}

Verb faces_region_remove_verb() {
    return {"faces region remove",
            "No longer hide a region; gaps that it had resolved are open again",
            {"faces region remove BTIB-0042 2 --reason 'drawn twice'"},
            [](CLI::App& app) {
                auto a = std::make_shared<Arguments>();
                declare_where(app, a->where);
                app.add_option("REGION", a->id, "From `faces region list`")->required();
                app.add_option("--reason", a->reason, "Why; kept in the archive")->required();
                return action(std::move(a), remove);
            }};
}

Verb faces_region_restore_verb() {
    return {"faces region restore",
            "Hide a region again that was removed; gaps that it had resolved stay open",
            {"faces region restore BTIB-0042 2"},
            [](CLI::App& app) {
                auto a = std::make_shared<Arguments>();
                declare_where(app, a->where);
                app.add_option("REGION", a->id, "Its number")->required();
                return action(std::move(a), restore);
            }};
}

Verb faces_follow_verb() {
    return {
        "faces follow",
        "Carry a drawn box forward and backward through the recording and hide it as a region",
        {"faces follow BTIB-0042 face --key 0:00:10.400,300,120,90,110",
         "faces follow BTIB-0042 document --shape rectangle --key 0:01:02,40,300,120,80 --in 0:01:00 --out 0:01:30"},
        [](CLI::App& app) {
            auto a = declare_place(app);
            app.add_option("--key", a->keys, key_form)->required()->expected(1);
            add_time(app, "--in", a->in, "Not before here (default: the recording's start)");
            add_time(app, "--out", a->out, "Not beyond here (default: its end)");
            return action(std::move(a), follow);
        }};
}

}  // namespace counterclip::cli
