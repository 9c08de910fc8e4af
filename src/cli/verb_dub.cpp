#include <fmt/format.h>

#include "cli/find.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/records_json.h"
#include "cli/verbs.h"

namespace counterclip::cli {

namespace {

struct Arguments {
    std::string interview;
    std::string file;
    std::string language;
    std::optional<int> recording;
    std::optional<Time> offset;
    std::optional<Time> earlier;
};

Json as_json(const archive::Dub& d) {
    return {{"id", d.id},
            {"interview", d.interview},
            {"recording_id", d.recording},
            {"language", d.language},
            {"sha256", d.sha256},
            {"bytes", d.bytes},
            {"duration", format_time(d.duration)},
            {"offset_ns", d.offset.count()},
            {"by", d.by},
            {"at", d.at}};
}

std::string offset_in_words(Time offset) {
    if (offset == Time::zero()) return "from its start";
    return offset > Time::zero() ? "from " + format_time(offset) : format_time(-offset) + " into the track";
}

void import_dub(const Arguments& a, Context& context) {
    auto archive = context.open();
    const auto recording = recording_at(archive, a.interview, a.recording);
    archive::Dub dub;
    dub.recording = recording.id;
    dub.language = a.language;
    dub.offset = a.offset.value_or(Time::zero()) - a.earlier.value_or(Time::zero());
    const auto stored = archive.import_dub(dub, a.file, context.by(), context.progress());
    if (context.json()) return print_json(as_json(stored));
    print_line(fmt::format("dubbing track {} of recording {} of '{}', in {}: {}, SHA-256 {}", stored.id,
                           recording.position, stored.interview, stored.language, format_time(stored.duration),
                           stored.sha256));
    context.remark("a clip plays it with --disguise dub --language " + stored.language);
}

void list(const std::string& interview, Context& context) {
    const auto archive = context.open();
    const auto dubs = archive.dubs(interview);
    if (context.json()) {
        auto json = Json::array();
        for (const auto& dub : dubs) json.push_back(as_json(dub));
        return print_json(json);
    }
    Table table{{"ID", "RECORDING", "LANGUAGE", "DURATION", "PLAYED", "BY", "AT", "SHA-256"}, {}};
    for (const auto& d : dubs)
        table.rows.push_back({fmt::format("{}", d.id), fmt::format("{}", archive.recording(d.recording).position),
                              d.language, format_time(d.duration), offset_in_words(d.offset), d.by, d.at, d.sha256});
    print_table(table,
                fmt::format("no dubbing track yet; `counterclip dub import {} FILE --language L` adds one", interview));
}

Action declare_import(CLI::App& app) {
    auto a = std::make_shared<Arguments>();
    app.add_option("CODE", a->interview, "The interview")->required();
    app.add_option("FILE", a->file, "What is said in the place of the recording's voices, without them under it")
        ->required();
    app.add_option("--language", a->language, "Of what is said: ar, ku, ru ...")->required();
    app.add_option("--recording", a->recording, "Which recording, 1, 2 ...; needed when there are several");
    add_time(app, "--offset", a->offset, "Where in the recording its first sample belongs (default: at its start)");
    add_time(app, "--earlier", a->earlier, "How much of it lies before the recording's start")->excludes("--offset");
    return [a](Context& context) { import_dub(*a, context); };
}

}  // namespace

Verb dub_import_verb() {
    return {"dub import",
            "Copy a dubbing track in, hashed and read-only; a later one of the same language takes its place",
            {"dub import BTIB-0042 studio/btib-0042-ar.wav --language ar",
             "dub import BTIB-0042 studio/second-half.wav --language ar --recording 2 --offset 0:20:00"},
            declare_import};
}

Verb dub_list_verb() {
    return {"dub list", "List an interview's dubbing tracks", {"dub list BTIB-0042"}, [](CLI::App& app) -> Action {
                auto code = std::make_shared<std::string>();
                app.add_option("CODE", *code, "The interview")->required();
                return [code](Context& context) { list(*code, context); };
            }};
}

}  // namespace counterclip::cli
