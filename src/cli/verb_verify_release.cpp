#include <fmt/format.h>

#include "cli/options.h"
#include "cli/output.h"
#include "cli/verbs.h"
#include "core/staged_file.h"
#include "release/package.h"

namespace fs = std::filesystem;

namespace counterclip::cli {

namespace {

struct Arguments {
    std::string folder;
    std::string key;
};

std::string key_text(const std::string& key) {
    std::error_code ignored;
    return fs::exists(key, ignored) ? read_whole(key, 1 << 16) : key;
}

void verify_release(const Arguments& a, Context& context) {
    const auto key = a.key.empty() ? "" : key_text(a.key);
    const auto faults = release::faults_in_package(a.folder, key);
    if (context.json()) {
        print_json({{"folder", a.folder}, {"good", faults.empty()}, {"faults", faults}});
    } else {
        for (const auto& fault : faults) print_line("fault  " + harmless(fault));
        if (faults.empty()) print_line("good: " + a.folder);
    }
    if (!faults.empty())
        throw Error(fmt::format("verify the release {}", a.folder),
                    fmt::format("{} fault{} found; do not use it, ask the sender", faults.size(),
                                faults.size() == 1 ? "" : "s"));
    if (a.key.empty())
        context.remark(
            "the key that lies in the package was used: its files belong together, but who made it is not "
            "shown; give --key with the sender's public key for that");
}

}  // namespace

Verb verify_release_verb() {
    return {"verify-release",
            "Check a received package: every file's SHA-256, the signature, that nothing else lies there",
            {"verify-release ~/in/courage --key partner.pub",
             "verify-release ~/in/courage --key RWTKFPRYkN0wyIOiM0qo8SmAMUUkvW1Q/4dH5Bjq8D1twfD49e/2jh9f"},
            [](CLI::App& app) -> Action {
                auto arguments = std::make_shared<Arguments>();
                app.add_option("DIR", arguments->folder, "The package")->required();
                app.add_option("--key", arguments->key, "The sender's public key: a .pub file, or its second line");
                return [arguments](Context& context) { verify_release(*arguments, context); };
            }};
}

}  // namespace counterclip::cli
