#include "cli/keys.h"

#include <fmt/format.h>

#include "core/error.h"
#include "core/staged_file.h"
#include "release/minisign.h"

namespace fs = std::filesystem;

namespace counterclip::cli {

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

SigningKey signing_key_of(const archive::Archive& archive, const std::string& code, const Context& context) {
    const auto doing = fmt::format("sign as '{}'", code);
    if (const auto retired = archive.get_operator(code).retired_at; !retired.empty())
        throw Error(doing, fmt::format("they retired on {}", retired.substr(0, 10)), ErrorKind::refused);
    SigningKey key{secret_key_of(archive, code), {}};
    if (!release::is_encrypted(key.secret_key)) return key;
    const auto source = context.key_passphrase(code);
    auto passphrase = passphrase_from(source);
    if (!passphrase) throw Error(doing, "their key needs its passphrase; " + how_to_give(source), ErrorKind::usage);
    key.passphrase = std::move(*passphrase);
    return key;
}

release::Signer signer_of(const archive::Archive& archive, const std::string& code, const Context& context) {
    const auto key = signing_key_of(archive, code, context);
    release::Signer signer(key.secret_key, key.passphrase.view());
    // Whatever is signed with another key is nobody's word: found here, before it is told as done.
    const std::string_view trial = "is this the key of that operator?";
    if (!release::verify(trial, signer.sign(trial, "counterclip"), archive.get_operator(code).public_key))
        throw Error(fmt::format("sign as '{}'", code),
                    fmt::format("{} is not the secret key whose public key the archive knows; bring the right one back",
                                key_file(archive, code).string()),
                    ErrorKind::refused);
    return signer;
}

}  // namespace counterclip::cli
