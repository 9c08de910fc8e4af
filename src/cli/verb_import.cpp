#include <fmt/format.h>

#include "cli/options.h"
#include "cli/output.h"
#include "cli/records_json.h"
#include "cli/verbs.h"

namespace counterclip::cli {

namespace {

struct Arguments {
    std::string interview;
    std::vector<std::string> files;
};

void import_files(const Arguments& arguments, Context& context) {
    auto archive = context.open();
    const auto by = context.by();
    std::vector<archive::Recording> imported;
    for (const auto& file : arguments.files) {
        imported.push_back(archive.import(arguments.interview, file, by, context.progress()));
        const auto& r = imported.back();
        if (!context.json())
            print_line(fmt::format("recording {} of '{}': {}, {}, SHA-256 {}", r.position, r.interview,
                                   format_time(r.duration), r.summary, r.sha256));
    }
    if (context.json()) print_json(list_as_json(imported));
}

}  // namespace

Verb import_verb() {
    return {"import",
            "Copy recordings into an interview, hashed on the way and read-only from then on",
            {"import BTIB-0042 /media/card/MVI_0001.MP4 /media/card/MVI_0002.MP4"},
            [](CLI::App& app) -> Action {
                auto arguments = std::make_shared<Arguments>();
                app.add_option("CODE", arguments->interview, "The interview")->required();
                app.add_option("FILE", arguments->files, "Recordings, in order")->required();
                return [arguments](Context& context) { import_files(*arguments, context); };
            }};
}

}  // namespace counterclip::cli
