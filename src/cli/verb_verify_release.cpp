#include <fmt/format.h>

#include "cli/options.h"
#include "cli/output.h"
#include "cli/verbs.h"
#include "core/staged_file.h"
#include "release/minisign.h"
#include "release/package.h"

namespace fs = std::filesystem;

namespace counterclip::cli {

namespace {

struct Arguments {
    std::string folder;
    std::string key;
};

bool is_public_key(const std::string& line) {
    try {
        release::public_key_file(line);
        return true;
    } catch (const Error&) {
        return false;
    }
}

std::string last_line(std::string text) {
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
    const auto end = text.rfind('\n');
    return end == std::string::npos ? text : text.substr(end + 1);
}

// The base64 line. A key that cannot be read is the caller's mistake: it must not look as if the package were forged.
std::string key_line(const std::string& key) {
    std::error_code ignored;
    const bool is_file = fs::exists(key, ignored);
    auto line = is_file ? last_line(read_whole(key, 1 << 16)) : key;
    if (!is_public_key(line))
        throw Error(fmt::format("read the key {}", key),
                    is_file ? "the file holds no public key; a .pub file does, `counterclip operator key` prints one"
                            : "there is no such file, and it is no public key either",
                    ErrorKind::usage);
    return line;
}

void verify_release(const Arguments& a, Context& context) {
    const auto doing = fmt::format("verify the release {}", a.folder);
    const auto key = a.key.empty() ? "" : key_line(a.key);
    std::error_code ignored;
    if (!fs::is_directory(a.folder, ignored)) throw Error(doing, "there is no such folder");
    const auto faults = release::faults_in_package(a.folder, key);
    if (context.json()) {
        print_json({{"folder", a.folder}, {"good", faults.empty()}, {"faults", faults}});
    } else {
        for (const auto& fault : faults) print_line("fault  " + harmless(fault));
        if (faults.empty()) print_line("good: " + a.folder);
    }
    if (!faults.empty())
        throw Error(doing, fmt::format("{} fault{} found; do not use it, ask the sender", faults.size(),
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
