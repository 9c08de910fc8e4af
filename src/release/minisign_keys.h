// The bytes of minisign's keys, and how they become text and back. Inside the release room only.
//
//   public key, 42 bytes   "Ed"  key number (8)  Ed25519 public key (32)
//   secret key, 158 bytes  "Ed"  kdf ("Sc" or zeros)  "B2"  salt (32)  opslimit (8, LE)  memlimit (8, LE)
//                          then 104 bytes, XORed with scrypt's stream when the kdf is "Sc":
//                          key number (8)  Ed25519 seed and public key (64)  checksum (32)
//
// The checksum is BLAKE2b-256 of "Ed", key number and secret key; minisign leaves it zero in an unencrypted key.
#pragma once

#include <sodium.h>

#include <array>
#include <string>
#include <string_view>

#include "core/secret.h"

namespace counterclip::release {

using Byte = unsigned char;

using KeyNumber = std::array<Byte, 8>;

struct PublicKey {
    KeyNumber number{};
    std::array<Byte, crypto_sign_PUBLICKEYBYTES> key{};
};

struct SecretKey {
    KeyNumber number{};
    Secret<crypto_sign_SECRETKEYBYTES> key;
};

// Throws Error once when libsodium cannot start.
void start_sodium();

std::string base64(const Byte* bytes, std::size_t size);
// False unless `text` is base64 of exactly `size` bytes.
bool from_base64(std::string_view text, Byte* bytes, std::size_t size);
// The line without its end ("\n" or "\r\n"), taken off the front of `text`.
std::string_view take_line(std::string_view& text);

// False when the text is not a public key's base64 line.
bool read_public_key(std::string_view line, PublicKey& key);
std::string write_public_key(const PublicKey& key);

// Throws Error when the text is damaged or the passphrase wrong.
SecretKey read_secret_key(std::string_view text, std::string_view passphrase);
bool secret_key_is_encrypted(std::string_view text);
// An empty passphrase leaves the key unencrypted.
std::string write_secret_key(const SecretKey& key, std::string_view passphrase);

}  // namespace counterclip::release
