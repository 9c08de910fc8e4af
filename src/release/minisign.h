// Keys and signatures in minisign's format, so that anyone can check them with `minisign -V` (Ed25519 over BLAKE2b-512
// of the file, by libsodium; format: https://jedisct1.github.io/minisign/).
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace counterclip::release {

struct KeyPair {
    std::string public_key;  // the base64 line of a .pub file
    std::string secret_key;  // the whole text of a .key file, readable by minisign
};

// A new pair. An empty passphrase gives an unencrypted secret key (as `minisign -G -W`), else scrypt as minisign does.
KeyPair make_keys(std::string_view passphrase);

// Whether signing with it takes a passphrase. Error when the text is no secret key.
bool is_encrypted(std::string_view secret_key);
// The same key under another passphrase. Error when the text is damaged or the passphrase wrong.
std::string with_passphrase(std::string_view secret_key, std::string_view passphrase, std::string_view new_passphrase);

struct SecretKey;

// A secret key, opened once: with a passphrase that takes seconds, and each signature after it nothing. Wiped when the
// last copy goes. Throws Error when the text is damaged or the passphrase wrong; the message never holds either.
class Signer {
  public:
    Signer(std::string_view secret_key, std::string_view passphrase);
    // As the functions below.
    std::string sign(std::string_view bytes, std::string_view trusted_comment) const;
    std::string sign_file(const std::filesystem::path& file, std::string_view trusted_comment) const;

  private:
    std::shared_ptr<const SecretKey> key_;
};

// The text of a .minisig file over `bytes` (`file`). `trusted_comment` is signed too: one line, no names of people.
// Throws Error when the key's text is damaged or the passphrase wrong; the message never holds either.
std::string sign(std::string_view bytes, std::string_view secret_key, std::string_view passphrase,
                 std::string_view trusted_comment);
std::string sign_file(const std::filesystem::path& file, std::string_view secret_key, std::string_view passphrase,
                      std::string_view trusted_comment);

// True when `signature` is the key's over exactly these bytes, its trusted comment included. Malformed input is false.
bool verify(std::string_view bytes, std::string_view signature, std::string_view public_key);
bool verify_file(const std::filesystem::path& file, std::string_view signature, std::string_view public_key);

// The whole text of a .pub file for a public key's base64 line.
std::string public_key_file(std::string_view public_key);

}  // namespace counterclip::release
