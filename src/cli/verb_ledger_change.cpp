#include <filesystem>

#include <fmt/format.h>

#include "cli/ledger_words.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/records_json.h"
#include "cli/verbs.h"

namespace counterclip::cli {

namespace {

const CLI::Range most_people(std::int64_t{0}, std::int64_t{1'000'000'000'000});

struct Arguments {
    std::string what;  // a release, a place
    std::string address;
    std::string on;
    std::optional<std::int64_t> reach;
    std::int64_t people = 0;
    std::string note;
};

void publish(const Arguments& a, Context& context) {
    auto archive = context.open();
    archive::Place place;
    place.release = release_from(a.what);
    place.address = a.address;
    place.since = a.on;
    place.reach = a.reach;
    const auto stored = archive.add_place(place, context.by());
    if (context.json()) return print_json(as_json(stored));
    print_line(fmt::format("place {} of release {}: {} since {}", place_code(stored.id), stored.release,
                           harmless(stored.address), stored.since));
}

void reach(const Arguments& a, Context& context) {
    auto archive = context.open();
    const auto place = place_from(a.what);
    archive.set_reach(place, a.people, context.by());
    if (context.json()) return print_json(as_json(archive.get_place(place)));
    print_line(fmt::format("place {} reached {}", place_code(place), a.people));
}

void place_done(const Arguments& a, archive::Archive& archive, Context& context) {
    const auto id = place_from(a.what);
    archive.place_done(id, context.by(), a.note);
    const auto place = archive.get_place(id);
    if (context.json()) return print_json(as_json(place));
    print_line(fmt::format("place {} is taken down", place_code(id)));
    const auto release = archive.release(place.release);
    if (!release.takedown_done.empty()) return;
    if (release.places_open > 0)
        context.remark(fmt::format("{} more of release {} to go", release.places_open, release.id));
    else
        context.remark(
            fmt::format("that was the last place of release {}; when its package is deleted too: "
                        "counterclip ledger done {}",
                        release.id, release.id));
}

void done(const Arguments& a, Context& context) {
    auto archive = context.open();
    if (is_place_code(a.what)) return place_done(a, archive, context);
    const auto id = release_from(a.what);
    archive.takedown_done(id, context.by(), a.note);
    const auto release = archive.release(id);
    const auto package = archive.path(release.folder);
    std::error_code unreachable;
    if (std::filesystem::exists(package, unreachable))
        context.remark(
            fmt::format("its package still lies at {}: delete it, or keep it where nobody takes it for what "
                        "may go out",
                        package.string()));
    if (context.json()) return print_json(as_json(release));
    print_line(fmt::format("release {} is taken down", id));
}

}  // namespace

Verb ledger_publish_verb() {
    return {"ledger publish",
            "Note where the public finds a release",
            {"ledger publish 2 --address https://example.org/watch/courage --on 2026-11-20 --reach 1200"},
            [](CLI::App& app) -> Action {
                auto a = std::make_shared<Arguments>();
                app.add_option("RELEASE", a->what, "From `ledger list`")->required();
                app.add_option("--address", a->address, "The address, or the place in a few letters")->required();
                app.add_option("--on", a->on, "The day it went up (2026-11-20); today where nothing is said");
                app.add_option("--reach", a->reach, "How many it reached, if known")->check(most_people);
                return [a](Context& context) { publish(*a, context); };
            }};
}

Verb ledger_reach_verb() {
    return {
        "ledger reach", "Note how many a place reached by now", {"ledger reach P3 5400"}, [](CLI::App& app) -> Action {
            auto a = std::make_shared<Arguments>();
            app.add_option("PLACE", a->what, "From `ledger list`, such as P3")->required();
            app.add_option("NUMBER", a->people, "People, views or copies")->required()->check(most_people);
            return [a](Context& context) { reach(*a, context); };
        }};
}

Verb ledger_done_verb() {
    return {"ledger done",
            "Note that a place or a release was taken down; a release is down when its places are",
            {"ledger done P3 --note 'removed by the host, ticket 4711'", "ledger done 2"},
            [](CLI::App& app) -> Action {
                auto a = std::make_shared<Arguments>();
                app.add_option("ID", a->what, "From `ledger list`: a place (P3) or a release (2)")->required();
                app.add_option("--note", a->note, "How, in a sentence without names");
                return [a](Context& context) { done(*a, context); };
            }};
}

}  // namespace counterclip::cli
