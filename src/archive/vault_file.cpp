#include "archive/vault_file.h"

#include <sodium.h>

#include <cstring>

#include <fmt/format.h>

#include "core/error.h"

namespace counterclip::archive {

namespace {

using Byte = unsigned char;

constexpr std::string_view magic = "counterclipvault";
constexpr std::uint32_t format_version = 1;
constexpr std::uint32_t argon2id = 2;
static_assert(argon2id == crypto_pwhash_ALG_ARGON2ID13);

constexpr std::size_t version_at = 16;
constexpr std::size_t derivation_at = 20;
constexpr std::size_t passes_at = 24;
constexpr std::size_t memory_at = 32;
constexpr std::size_t salt_at = 40;
constexpr std::size_t nonce_at = 56;
constexpr std::size_t length_at = 80;
constexpr std::size_t header_bytes = 88;
constexpr std::size_t salt_bytes = crypto_pwhash_SALTBYTES;
constexpr std::size_t nonce_bytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_bytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t checksum_bytes = 32;
static_assert(magic.size() == version_at && salt_at + salt_bytes == nonce_at && nonce_at + nonce_bytes == length_at);
static_assert(sizeof(Secret<32>::bytes) == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

constexpr std::size_t block = 4096;

// As much as this program ever asks for, and a little of a future: what a hostile file may cost.
constexpr VaultCost most{10, std::uint64_t{1} << 30};

const Byte* bytes_of(std::string_view text) {
    return reinterpret_cast<const Byte*>(text.data());
}
Byte* bytes_of(std::string& text) {
    return reinterpret_cast<Byte*>(text.data());
}

std::uint64_t read_number(std::string_view file, std::size_t at, int size) {
    std::uint64_t value = 0;
    for (int i = size - 1; i >= 0; --i) value = value << 8 | bytes_of(file)[at + static_cast<std::size_t>(i)];
    return value;
}

void write_number(std::string& file, std::size_t at, int size, std::uint64_t value) {
    for (int i = 0; i < size; ++i) bytes_of(file)[at + static_cast<std::size_t>(i)] = static_cast<Byte>(value >> 8 * i);
}

void start_sodium() {
    if (sodium_init() < 0) throw Error("start libsodium", "the system gives no random bytes");
}

std::array<Byte, checksum_bytes> checksum_of(std::string_view body) {
    std::array<Byte, checksum_bytes> sum{};
    crypto_generichash(sum.data(), sum.size(), bytes_of(body), body.size(), nullptr, 0);
    return sum;
}

void derive(VaultKey& key, std::string_view passphrase) {
    if (crypto_pwhash(key.key.bytes.data(), key.key.bytes.size(), passphrase.data(), passphrase.size(), key.salt.data(),
                      key.cost.passes, key.cost.memory, crypto_pwhash_ALG_ARGON2ID13) != 0)
        throw Error("derive the vault's key",
                    fmt::format("the machine has too little memory free: {} MiB are needed", key.cost.memory >> 20));
}

std::string header_of(const VaultKey& key, std::size_t sealed_bytes) {
    std::string header(header_bytes, '\0');
    std::memcpy(header.data(), magic.data(), magic.size());
    write_number(header, version_at, 4, format_version);
    write_number(header, derivation_at, 4, argon2id);
    write_number(header, passes_at, 8, key.cost.passes);
    write_number(header, memory_at, 8, key.cost.memory);
    std::memcpy(header.data() + salt_at, key.salt.data(), salt_bytes);
    randombytes_buf(header.data() + nonce_at, nonce_bytes);
    write_number(header, length_at, 8, sealed_bytes);
    return header;
}

std::string fault_in_length(std::string_view file) {
    const auto sealed = read_number(file, length_at, 8);
    // Compared without adding to what the file says: it may say anything.
    const auto room = file.size() < header_bytes + checksum_bytes ? 0 : file.size() - header_bytes - checksum_bytes;
    if (sealed < tag_bytes) return "it is damaged: its header makes no sense";
    if (sealed > room) return "it is cut short";
    if (sealed < room) return "it is damaged: something was added at its end";
    return "";
}

}  // namespace

VaultCost usual_vault_cost() {
    return {crypto_pwhash_OPSLIMIT_MODERATE, crypto_pwhash_MEMLIMIT_MODERATE};
}

VaultKey make_vault_key(std::string_view passphrase, const VaultCost& cost) {
    start_sodium();
    VaultKey key{cost, {}, {}};
    randombytes_buf(key.salt.data(), key.salt.size());
    derive(key, passphrase);
    return key;
}

std::string seal_vault(const VaultKey& key, std::string_view contents) {
    start_sodium();
    std::string padded;
    padded.reserve((contents.size() / block + 1) * block);
    padded.append(contents).append(padded.capacity() - contents.size(), ' ');
    padded.resize((contents.size() / block + 1) * block);
    const SecretText plain(std::move(padded));

    auto file = header_of(key, plain.view().size() + tag_bytes);
    file.resize(header_bytes + plain.view().size() + tag_bytes);
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytes_of(file) + header_bytes, nullptr, bytes_of(plain.view()),
                                               plain.view().size(), bytes_of(file), header_bytes, nullptr,
                                               bytes_of(file) + nonce_at, key.key.bytes.data());
    const auto sum = checksum_of(file);
    return file.append(reinterpret_cast<const char*>(sum.data()), sum.size());
}

std::string fault_in_vault(std::string_view file) {
    if (file.empty()) return "it is empty";
    if (!file.starts_with(magic.substr(0, file.size())))
        return "it is no vault of counterclip, or its start is damaged";
    if (file.size() < header_bytes) return "it is cut short";
    if (const auto version = read_number(file, version_at, 4); version != format_version)
        return fmt::format("it is of format {}, and this program knows format {}: use a newer counterclip", version,
                           format_version);
    if (auto fault = fault_in_length(file); !fault.empty()) return fault;
    const auto body = file.substr(0, file.size() - checksum_bytes);
    if (sodium_memcmp(checksum_of(body).data(), bytes_of(file) + body.size(), checksum_bytes) != 0)
        return "it is damaged: its checksum does not fit";
    const auto cost = vault_cost_of(file);
    if (read_number(file, derivation_at, 4) != argon2id || cost.passes < crypto_pwhash_OPSLIMIT_MIN ||
        cost.memory < crypto_pwhash_MEMLIMIT_MIN || cost.passes > most.passes || cost.memory > most.memory)
        return "its header asks for what no vault of counterclip needs: somebody changed it";
    return "";
}

VaultCost vault_cost_of(std::string_view file) {
    return {read_number(file, passes_at, 8), read_number(file, memory_at, 8)};
}

std::string vault_checksum(std::string_view file) {
    std::string hex;
    for (const char c : file.substr(file.size() - checksum_bytes)) hex += fmt::format("{:02x}", static_cast<Byte>(c));
    return hex;
}

std::optional<SecretText> unseal_vault(std::string_view file, const VaultKey& key) {
    start_sodium();
    const auto sealed = file.substr(header_bytes, file.size() - header_bytes - checksum_bytes);
    SecretText opened;
    auto& contents = opened.text();
    contents.resize(sealed.size() - tag_bytes);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(bytes_of(contents), nullptr, nullptr, bytes_of(sealed),
                                                   sealed.size(), bytes_of(file), header_bytes,
                                                   bytes_of(file) + nonce_at, key.key.bytes.data()) != 0)
        return std::nullopt;
    return opened;
}

std::optional<OpenedVault> unseal_vault(std::string_view file, std::string_view passphrase) {
    start_sodium();
    OpenedVault opened;
    opened.key.cost = vault_cost_of(file);
    std::memcpy(opened.key.salt.data(), file.data() + salt_at, salt_bytes);
    derive(opened.key, passphrase);
    auto contents = unseal_vault(file, opened.key);
    if (!contents) return std::nullopt;
    opened.contents = std::move(*contents);
    return opened;
}

}  // namespace counterclip::archive
