#include "release/minisign.h"

#include <cstdio>

#include <fmt/format.h>

#include "core/error.h"
#include "release/minisign_keys.h"

namespace counterclip::release {

namespace {

constexpr std::string_view prehashed = "ED";
constexpr std::string_view untrusted_prefix = "untrusted comment: ";
constexpr std::string_view trusted_prefix = "trusted comment: ";
// As minisign's own limits, so that what we write it reads.
constexpr std::size_t longest_comment = 8000;

using Digest = std::array<Byte, crypto_generichash_BYTES_MAX>;  // BLAKE2b-512
using SignatureBytes = std::array<Byte, crypto_sign_BYTES>;

Digest digest(std::string_view bytes) {
    start_sodium();
    Digest hash{};
    crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const Byte*>(bytes.data()), bytes.size(), nullptr, 0);
    return hash;
}

Digest digest_of_file(const std::filesystem::path& file) {
    start_sodium();
    const auto doing = fmt::format("read {}", file.string());
    const std::unique_ptr<std::FILE, decltype(&std::fclose)> in(std::fopen(file.c_str(), "rb"), &std::fclose);
    if (!in) throw Error(doing, "cannot open the file");
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, Digest{}.size());
    std::vector<Byte> buffer(1 << 20);
    while (const auto n = std::fread(buffer.data(), 1, buffer.size(), in.get()))
        crypto_generichash_update(&state, buffer.data(), n);
    if (std::ferror(in.get())) throw Error(doing, "the file cannot be read to its end");
    Digest hash{};
    crypto_generichash_final(&state, hash.data(), hash.size());
    return hash;
}

SignatureBytes sign_detached(std::string_view bytes, const SecretKey& key) {
    SignatureBytes signature{};
    crypto_sign_detached(signature.data(), nullptr, reinterpret_cast<const Byte*>(bytes.data()), bytes.size(),
                         key.key.bytes.data());
    return signature;
}

template <std::size_t N>
std::string_view view(const std::array<Byte, N>& bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), N};
}

// The global signature's message: the signature, then the trusted comment's text.
std::string with_comment(const SignatureBytes& signature, std::string_view comment) {
    return std::string(view(signature)).append(comment);
}

std::string sign_digest(const Digest& hash, const SecretKey& key, std::string_view trusted_comment) {
    if (trusted_comment.size() > longest_comment || trusted_comment.find_first_of("\r\n") != std::string_view::npos)
        throw Error("sign", "the trusted comment must be one short line", ErrorKind::usage);
    const auto signature = sign_detached(view(hash), key);
    const auto global = sign_detached(with_comment(signature, trusted_comment), key);
    const auto line = std::string(prehashed).append(view(key.number)).append(view(signature));
    return fmt::format("{}signature from counterclip\n{}\n{}{}\n{}\n", untrusted_prefix,
                       base64(reinterpret_cast<const Byte*>(line.data()), line.size()), trusted_prefix, trusted_comment,
                       base64(global.data(), global.size()));
}

struct SignatureFile {
    KeyNumber number{};
    SignatureBytes signature{};
    std::string comment;
    SignatureBytes global{};
};

bool read_signature(std::string_view text, SignatureFile& file) {
    std::array<Byte, 2 + 8 + crypto_sign_BYTES> raw{};
    if (!take_line(text).starts_with(untrusted_prefix)) return false;
    if (!from_base64(take_line(text), raw.data(), raw.size())) return false;
    // The old "Ed" signs the file itself; nothing counterclip reads is signed so.
    if (std::string_view(view(raw)).substr(0, 2) != prehashed) return false;
    const auto comment = take_line(text);
    if (!comment.starts_with(trusted_prefix)) return false;
    if (!from_base64(take_line(text), file.global.data(), file.global.size()) || !text.empty()) return false;
    std::copy_n(raw.data() + 2, file.number.size(), file.number.begin());
    std::copy_n(raw.data() + 10, file.signature.size(), file.signature.begin());
    file.comment = comment.substr(trusted_prefix.size());
    return true;
}

bool is_signed_by(const SignatureBytes& signature, std::string_view bytes, const PublicKey& key) {
    return crypto_sign_verify_detached(signature.data(), reinterpret_cast<const Byte*>(bytes.data()), bytes.size(),
                                       key.key.data()) == 0;
}

bool verify_digest(const Digest& hash, std::string_view signature, std::string_view public_key) {
    PublicKey key;
    SignatureFile file;
    if (!read_public_key(public_key, key) || !read_signature(signature, file)) return false;
    return file.number == key.number && is_signed_by(file.signature, view(hash), key) &&
           is_signed_by(file.global, with_comment(file.signature, file.comment), key);
}

}  // namespace

KeyPair make_keys(std::string_view passphrase) {
    start_sodium();
    PublicKey public_key;
    SecretKey secret_key;
    randombytes_buf(secret_key.number.data(), secret_key.number.size());
    crypto_sign_keypair(public_key.key.data(), secret_key.key.bytes.data());
    public_key.number = secret_key.number;
    return {write_public_key(public_key), write_secret_key(secret_key, passphrase)};
}

bool is_encrypted(std::string_view secret_key) {
    return secret_key_is_encrypted(secret_key);
}

std::string with_passphrase(std::string_view secret_key, std::string_view passphrase, std::string_view new_passphrase) {
    return write_secret_key(read_secret_key(secret_key, passphrase), new_passphrase);
}

Signer::Signer(std::string_view secret_key, std::string_view passphrase)
    : key_(std::make_shared<const SecretKey>(read_secret_key(secret_key, passphrase))) {}

std::string Signer::sign(std::string_view bytes, std::string_view trusted_comment) const {
    return sign_digest(digest(bytes), *key_, trusted_comment);
}

std::string Signer::sign_file(const std::filesystem::path& file, std::string_view trusted_comment) const {
    return sign_digest(digest_of_file(file), *key_, trusted_comment);
}

std::string sign(std::string_view bytes, std::string_view secret_key, std::string_view passphrase,
                 std::string_view trusted_comment) {
    return Signer(secret_key, passphrase).sign(bytes, trusted_comment);
}

std::string sign_file(const std::filesystem::path& file, std::string_view secret_key, std::string_view passphrase,
                      std::string_view trusted_comment) {
    return Signer(secret_key, passphrase).sign_file(file, trusted_comment);
}

bool verify(std::string_view bytes, std::string_view signature, std::string_view public_key) {
    return verify_digest(digest(bytes), signature, public_key);
}

bool verify_file(const std::filesystem::path& file, std::string_view signature, std::string_view public_key) {
    return verify_digest(digest_of_file(file), signature, public_key);
}

std::string public_key_file(std::string_view public_key) {
    PublicKey key;
    if (!read_public_key(public_key, key)) throw Error("write a public key", "the text is no minisign public key");
    std::uint64_t number = 0;  // little endian; minisign writes it without leading zeros
    for (auto i = key.number.rbegin(); i != key.number.rend(); ++i) number = number << 8U | *i;
    return fmt::format("untrusted comment: minisign public key {:X}\n{}\n", number, public_key);
}

}  // namespace counterclip::release
