#include "cli/context.h"

#include <fmt/format.h>

#include <cstdlib>

#include "core/error.h"

namespace counterclip::cli {

namespace {

std::string given_or_environment(const std::string& given, const char* variable) {
    if (!given.empty()) return given;
    const char* value = std::getenv(variable);
    return value ? value : "";
}

}  // namespace

std::string Context::archive_folder() const {
    return given_or_environment(globals_.archive, "COUNTERCLIP_ARCHIVE");
}

archive::Archive Context::open() const {
    const auto folder = archive_folder();
    if (folder.empty())
        throw Error("open the archive", "none is named; use --archive DIR or set COUNTERCLIP_ARCHIVE",
                    ErrorKind::usage);
    return archive::Archive::open(folder);
}

std::string Context::by() const {
    auto by = by_if_named();
    if (by.empty())
        throw Error("change the archive", "nobody is named to do it; use --as OPERATOR or set COUNTERCLIP_OPERATOR",
                    ErrorKind::usage);
    return by;
}

std::string Context::by_if_named() const {
    return given_or_environment(globals_.by, "COUNTERCLIP_OPERATOR");
}

PassphraseSource Context::key_passphrase(const std::string& code) const {
    return {fmt::format("the key of '{}'", code), globals_.passphrase_fd, "--passphrase-fd", "COUNTERCLIP_PASSPHRASE"};
}

PassphraseSource Context::vault_passphrase() const {
    return {"the vault", globals_.vault_passphrase_fd, "--vault-passphrase-fd", "COUNTERCLIP_VAULT_PASSPHRASE"};
}

void Context::remark(const std::string& text) const {
    if (!quiet()) warn(text);
}

void Context::warn(const std::string& text) const {
    fmt::print(stderr, "counterclip: {}\n", text);
}

void require_role(const archive::Archive& archive, const std::string& by, const std::string& role) {
    const auto all = archive.operators();
    const auto found = std::find_if(all.begin(), all.end(), [&](const auto& one) { return one.code == by; });
    if (found == all.end())
        throw Error(fmt::format("operator '{}'", by),
                    "is no operator of this archive; `counterclip operator add` makes one", ErrorKind::refused);
    const auto& op = *found;
    const auto& roles = op.roles;
    if (!op.retired_at.empty())
        throw Error(fmt::format("operator '{}'", by), fmt::format("retired on {}", op.retired_at.substr(0, 10)),
                    ErrorKind::refused);
    const auto has = [&](const std::string& one) { return std::find(roles.begin(), roles.end(), one) != roles.end(); };
    if (!role.empty() && !has(role) && !has("admin"))
        throw Error(
            fmt::format("operator '{}'", by),
            fmt::format("lacks the role '{}' that this takes; `counterclip operator list` shows who has it", role),
            ErrorKind::refused);
}

}  // namespace counterclip::cli
