#include "core/hash.h"

#include <array>
#include <cstdio>

#include <fmt/format.h>
#include <openssl/evp.h>

#include "core/error.h"
#include "core/progress.h"

namespace counterclip {

struct Sha256::State {
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context{EVP_MD_CTX_new(), &EVP_MD_CTX_free};
};

Sha256::Sha256() : state_(std::make_unique<State>()) {
    if (!state_->context || EVP_DigestInit_ex(state_->context.get(), EVP_sha256(), nullptr) != 1)
        throw Error("hash", "OpenSSL offers no SHA-256");
}
Sha256::~Sha256() = default;
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;

void Sha256::update(std::span<const std::byte> bytes) {
    if (EVP_DigestUpdate(state_->context.get(), bytes.data(), bytes.size()) != 1)
        throw Error("hash", "OpenSSL could not take more bytes");
}

void Sha256::update(std::string_view text) {
    update(std::as_bytes(std::span(text)));
}

std::string Sha256::finish() {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned size = 0;
    if (EVP_DigestFinal_ex(state_->context.get(), digest.data(), &size) != 1)
        throw Error("hash", "OpenSSL could not finish");
    std::string hex;
    for (unsigned i = 0; i < size; ++i) hex += fmt::format("{:02x}", digest[i]);
    return hex;
}

std::string sha256(std::string_view text) {
    Sha256 hash;
    hash.update(text);
    return hash.finish();
}

std::string sha256_of_file(const std::filesystem::path& file, Progress& progress) {
    const auto doing = fmt::format("hash {}", file.string());
    std::unique_ptr<std::FILE, decltype(&std::fclose)> in(std::fopen(file.c_str(), "rb"), &std::fclose);
    if (!in) throw Error(doing, "cannot open the file");
    Sha256 hash;
    std::vector<std::byte> buffer(1 << 20);
    std::int64_t done = 0;
    while (const auto n = std::fread(buffer.data(), 1, buffer.size(), in.get())) {
        progress.stop_if_cancelled(doing);
        hash.update(std::span(buffer).first(n));
        progress.advance(done += static_cast<std::int64_t>(n));
    }
    if (std::ferror(in.get())) throw Error(doing, "the file cannot be read to its end");
    return hash.finish();
}

std::string sha256_of_file(const std::filesystem::path& file) {
    Progress silent;
    return sha256_of_file(file, silent);
}

}  // namespace counterclip
