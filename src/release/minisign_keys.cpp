#include "release/minisign_keys.h"

#include <cstring>

#include <fmt/format.h>

#include "core/error.h"

namespace counterclip::release {

namespace {

constexpr std::string_view signature_algorithm = "Ed";
constexpr std::string_view checksum_algorithm = "B2";
constexpr std::string_view scrypt = "Sc";
constexpr std::string_view no_kdf{"\0\0", 2};

constexpr std::size_t salt_bytes = crypto_pwhash_scryptsalsa208sha256_SALTBYTES;
constexpr std::size_t checksum_bytes = 32;
constexpr std::size_t sealed_bytes = 8 + crypto_sign_SECRETKEYBYTES + checksum_bytes;
constexpr std::size_t secret_bytes = 6 + salt_bytes + 16 + sealed_bytes;
constexpr std::size_t public_bytes = 2 + 8 + crypto_sign_PUBLICKEYBYTES;
static_assert(salt_bytes == 32 && secret_bytes == 158 && public_bytes == 42);

using Sealed = Secret<sealed_bytes>;

std::uint64_t read_le64(const Byte* bytes) {
    std::uint64_t value = 0;
    for (int i = 7; i >= 0; --i) value = value << 8 | bytes[i];
    return value;
}

void write_le64(Byte* bytes, std::uint64_t value) {
    for (int i = 0; i < 8; ++i) bytes[i] = static_cast<Byte>(value >> (8 * i));
}

std::array<Byte, checksum_bytes> checksum(const SecretKey& key) {
    crypto_generichash_state state;
    std::array<Byte, checksum_bytes> sum{};
    crypto_generichash_init(&state, nullptr, 0, sum.size());
    crypto_generichash_update(&state, reinterpret_cast<const Byte*>(signature_algorithm.data()),
                              signature_algorithm.size());
    crypto_generichash_update(&state, key.number.data(), key.number.size());
    crypto_generichash_update(&state, key.key.bytes.data(), key.key.bytes.size());
    crypto_generichash_final(&state, sum.data(), sum.size());
    return sum;
}

struct Limits {
    std::uint64_t operations = crypto_pwhash_scryptsalsa208sha256_OPSLIMIT_SENSITIVE;
    std::uint64_t memory = crypto_pwhash_scryptsalsa208sha256_MEMLIMIT_SENSITIVE;
};

// XORs scrypt's stream over `sealed`: seals it, or opens it. False when the machine lacks the memory.
bool apply_scrypt(Sealed& sealed, std::string_view passphrase, const Byte* salt, const Limits& limits) {
    Sealed stream;
    if (crypto_pwhash_scryptsalsa208sha256(stream.bytes.data(), stream.bytes.size(), passphrase.data(),
                                           passphrase.size(), salt, limits.operations, limits.memory) != 0)
        return false;
    for (std::size_t i = 0; i < sealed.bytes.size(); ++i) sealed.bytes[i] ^= stream.bytes[i];
    return true;
}

// As minisign does on a small machine: halve the cost until the memory suffices.
Limits seal(Sealed& sealed, std::string_view passphrase, const Byte* salt) {
    Limits limits;
    while (!apply_scrypt(sealed, passphrase, salt, limits)) {
        limits = {limits.operations / 2, limits.memory / 2};
        if (limits.operations < crypto_pwhash_scryptsalsa208sha256_OPSLIMIT_MIN ||
            limits.memory < crypto_pwhash_scryptsalsa208sha256_MEMLIMIT_MIN)
            throw Error("encrypt the secret key", "the machine has too little memory free");
    }
    return limits;
}

void open(Sealed& sealed, std::string_view passphrase, const Byte* salt, const Limits& limits) {
    constexpr std::string_view doing = "open the secret key";
    if (passphrase.empty())
        throw Error(doing, "it is encrypted; run it on a terminal, or give --passphrase-fd or COUNTERCLIP_PASSPHRASE");
    // A damaged or hostile key must not ask for more memory than any key that minisign writes.
    if (limits.operations > Limits{}.operations || limits.memory > Limits{}.memory)
        throw Error(doing, "the key's text is damaged");
    if (!apply_scrypt(sealed, passphrase, salt, limits)) throw Error(doing, "the machine has too little memory free");
}

// The public half stored in the secret key must be the one its seed makes.
bool halves_belong_together(const SecretKey& key) {
    std::array<Byte, crypto_sign_PUBLICKEYBYTES> made{};
    Secret<crypto_sign_SECRETKEYBYTES> whole;
    crypto_sign_seed_keypair(made.data(), whole.bytes.data(), key.key.bytes.data());
    return sodium_memcmp(made.data(), key.key.bytes.data() + crypto_sign_SEEDBYTES, made.size()) == 0;
}

bool is(const Byte* bytes, std::string_view what) {
    return std::memcmp(bytes, what.data(), what.size()) == 0;
}

constexpr std::string_view opening = "open the secret key";

// The bytes of the key's line; true when they are encrypted.
bool read_raw(std::string_view text, Secret<secret_bytes>& raw) {
    take_line(text);  // the untrusted comment
    const Byte* at = raw.bytes.data();
    if (!from_base64(take_line(text), raw.bytes.data(), raw.bytes.size()) || !is(at, signature_algorithm) ||
        !is(at + 4, checksum_algorithm))
        throw Error(opening, "the text is no minisign secret key, or damaged");
    const bool encrypted = is(at + 2, scrypt);
    if (!encrypted && !is(at + 2, no_kdf)) throw Error(opening, "it is encrypted in a way this program does not know");
    return encrypted;
}

}  // namespace

void start_sodium() {
    if (sodium_init() < 0) throw Error("start libsodium", "the system gives no random bytes");
}

std::string base64(const Byte* bytes, std::size_t size) {
    std::string text(sodium_base64_encoded_len(size, sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes, size, sodium_base64_VARIANT_ORIGINAL);
    text.pop_back();  // libsodium's closing zero
    return text;
}

bool from_base64(std::string_view text, Byte* bytes, std::size_t size) {
    std::size_t got = 0;
    const char* end = nullptr;
    return sodium_base642bin(bytes, size, text.data(), text.size(), nullptr, &got, &end,
                             sodium_base64_VARIANT_ORIGINAL) == 0 &&
           got == size && end == text.data() + text.size();
}

std::string_view take_line(std::string_view& text) {
    const auto end = text.find('\n');
    auto line = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

bool read_public_key(std::string_view line, PublicKey& key) {
    std::array<Byte, public_bytes> raw{};
    if (!from_base64(line, raw.data(), raw.size()) || !is(raw.data(), signature_algorithm)) return false;
    std::copy_n(raw.data() + 2, key.number.size(), key.number.begin());
    std::copy_n(raw.data() + 10, key.key.size(), key.key.begin());
    return true;
}

std::string write_public_key(const PublicKey& key) {
    std::array<Byte, public_bytes> raw{};
    std::memcpy(raw.data(), signature_algorithm.data(), 2);
    std::copy(key.number.begin(), key.number.end(), raw.data() + 2);
    std::copy(key.key.begin(), key.key.end(), raw.data() + 10);
    return base64(raw.data(), raw.size());
}

SecretKey read_secret_key(std::string_view text, std::string_view passphrase) {
    start_sodium();
    Secret<secret_bytes> raw;
    const bool encrypted = read_raw(text, raw);
    const Byte* at = raw.bytes.data();

    Sealed sealed;
    std::copy_n(at + 6 + salt_bytes + 16, sealed_bytes, sealed.bytes.begin());
    if (encrypted)
        open(sealed, passphrase, at + 6, {read_le64(at + 6 + salt_bytes), read_le64(at + 6 + salt_bytes + 8)});

    SecretKey key;
    std::copy_n(sealed.bytes.data(), key.number.size(), key.number.begin());
    std::copy_n(sealed.bytes.data() + 8, key.key.bytes.size(), key.key.bytes.begin());
    const Byte* stored = sealed.bytes.data() + 8 + crypto_sign_SECRETKEYBYTES;
    if (encrypted && sodium_memcmp(checksum(key).data(), stored, checksum_bytes) != 0)
        throw Error(opening, "the passphrase is wrong, or the key's text is damaged");
    if (!halves_belong_together(key)) throw Error(opening, "the key's text is damaged");
    return key;
}

bool secret_key_is_encrypted(std::string_view text) {
    start_sodium();
    Secret<secret_bytes> raw;
    return read_raw(text, raw);
}

std::string write_secret_key(const SecretKey& key, std::string_view passphrase) {
    Secret<secret_bytes> raw;
    Byte* at = raw.bytes.data();
    std::memcpy(at, signature_algorithm.data(), 2);
    std::memcpy(at + 4, checksum_algorithm.data(), 2);
    Sealed sealed;
    std::copy(key.number.begin(), key.number.end(), sealed.bytes.begin());
    std::copy(key.key.bytes.begin(), key.key.bytes.end(), sealed.bytes.begin() + 8);
    if (!passphrase.empty()) {
        const auto sum = checksum(key);
        std::copy(sum.begin(), sum.end(), sealed.bytes.begin() + 8 + crypto_sign_SECRETKEYBYTES);
        std::memcpy(at + 2, scrypt.data(), 2);
        randombytes_buf(at + 6, salt_bytes);
        const auto limits = seal(sealed, passphrase, at + 6);
        write_le64(at + 6 + salt_bytes, limits.operations);
        write_le64(at + 6 + salt_bytes + 8, limits.memory);
    }
    std::copy(sealed.bytes.begin(), sealed.bytes.end(), at + 6 + salt_bytes + 16);
    return fmt::format("untrusted comment: minisign encrypted secret key\n{}\n", base64(at, secret_bytes));
}

}  // namespace counterclip::release
