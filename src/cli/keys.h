// The operators' signing keys: secret ones in ARCHIVE/keys/CODE.key, readable by their owner only.
#pragma once

#include <string>

#include "archive/archive.h"
#include "cli/context.h"
#include "release/minisign.h"

namespace counterclip::cli {

// What it takes to sign as somebody.
struct SigningKey {
    std::string secret_key;  // the text of the .key file
    SecretText passphrase;   // empty when the key is not encrypted
};
// Asks for the passphrase when the key needs one. Error when the operator retired, has no key here, or no source has
// the passphrase; it says how to give it.
SigningKey signing_key_of(const archive::Archive& archive, const std::string& code, const Context& context);
// The same, opened: whoever signs more than once asks for it once. Error(refused) when it is not the key whose public
// key the archive knows.
release::Signer signer_of(const archive::Archive& archive, const std::string& code, const Context& context);

std::filesystem::path key_file(const archive::Archive& archive, const std::string& code);
// As it lies there. Throws Error saying how to get one when the operator has none here.
std::string secret_key_of(const archive::Archive& archive, const std::string& code);

}  // namespace counterclip::cli
