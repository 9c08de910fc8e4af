#include "cli/options.h"
#include "cli/output.h"
#include "cli/verbs.h"

namespace counterclip::cli {

namespace {

struct Arguments {
    std::string folder;
};

void init(const Arguments& arguments, Context& context) {
    const auto folder = arguments.folder.empty() ? context.archive_folder() : arguments.folder;
    if (folder.empty())
        throw Error("make an archive", "no folder is named; use `counterclip init DIR`", ErrorKind::usage);
    const auto archive = archive::Archive::create(folder);
    if (context.json()) return print_json({{"archive", archive.folder().string()}});
    print_line("made the archive " + archive.folder().string());
    context.remark("next: counterclip --archive " + archive.folder().string() +
                   " operator add CODE --role admin\n"
                   "  who then adds an editor, an auditor and a distributor: what one cuts, another approves");
}

}  // namespace

Verb init_verb() {
    return {"init",
            "Make an archive: the folder that holds everything of one project",
            {"init ~/interviews", "--archive ~/interviews init"},
            [](CLI::App& app) -> Action {
                auto arguments = std::make_shared<Arguments>();
                app.add_option("DIR", arguments->folder, "The folder to make, new or empty; default: --archive");
                return [arguments](Context& context) { init(*arguments, context); };
            }};
}

}  // namespace counterclip::cli
