#include "cli/keys.h"

#include <fmt/format.h>

#include <cstdlib>

#include "core/error.h"
#include "core/staged_file.h"

namespace fs = std::filesystem;

namespace counterclip::cli {

std::string passphrase() {
    const char* value = std::getenv("COUNTERCLIP_PASSPHRASE");
    return value ? value : "";
}

fs::path key_file(const archive::Archive& archive, const std::string& code) {
    return archive.path("keys/" + code + ".key");
}

std::string secret_key_of(const archive::Archive& archive, const std::string& code) {
    const auto op = archive.get_operator(code);
    const auto file = key_file(archive, code);
    if (op.public_key.empty() || !fs::exists(file))
        throw Error(fmt::format("sign as '{}'", code),
                    fmt::format("there is no key {}; bring it back, or add an operator that has one: "
                                "`counterclip operator add`",
                                file.string()));
    return read_whole(file, 1 << 16);
}

}  // namespace counterclip::cli
