// Secrets in memory: wiped when they are done with, so that they are not found in what the memory is used for next.
#pragma once

#include <string.h>  // explicit_bzero: a wipe that the compiler may not leave out

#include <array>
#include <string>
#include <string_view>
#include <utility>

namespace counterclip {

inline void wipe(std::string& text) noexcept {
    text.resize(text.capacity());  // never allocates: what was cut off before lies in there too
    ::explicit_bzero(text.data(), text.size());
    text.clear();
}

// `N` bytes: a key.
template <std::size_t N>
struct Secret {
    std::array<unsigned char, N> bytes{};
    Secret() = default;
    ~Secret() { ::explicit_bzero(bytes.data(), N); }
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;
    Secret(Secret&& other) noexcept : bytes(other.bytes) { ::explicit_bzero(other.bytes.data(), N); }
    Secret& operator=(Secret&& other) noexcept {
        bytes = other.bytes;
        if (this != &other) ::explicit_bzero(other.bytes.data(), N);
        return *this;
    }
};

// A text: a passphrase, what stands in the vault. Whoever fills it reserves first, since growing leaves copies behind.
class SecretText {
  public:
    SecretText() = default;
    explicit SecretText(std::string&& text) : text_(text) { wipe(text); }
    ~SecretText() { wipe(text_); }
    SecretText(const SecretText&) = delete;
    SecretText& operator=(const SecretText&) = delete;
    SecretText(SecretText&& other) noexcept : text_(std::move(other.text_)) { wipe(other.text_); }
    SecretText& operator=(SecretText&& other) noexcept {
        if (this == &other) return *this;
        wipe(text_);
        text_ = std::move(other.text_);
        wipe(other.text_);
        return *this;
    }

    std::string_view view() const noexcept { return text_; }
    bool empty() const noexcept { return text_.empty(); }
    std::string& text() noexcept { return text_; }

  private:
    std::string text_;
};

}  // namespace counterclip
