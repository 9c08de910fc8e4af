// SHA-256 (FIPS 180-4, by OpenSSL), written as 64 lower-case hex digits.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace counterclip {

class Progress;

// A running hash. Not thread-safe; one thread at a time.
class Sha256 {
  public:
    Sha256();
    ~Sha256();
    Sha256(Sha256&&) noexcept;
    Sha256& operator=(Sha256&&) noexcept;

    void update(std::span<const std::byte> bytes);
    void update(std::string_view text);
    std::string finish();  // hex; the object is spent afterwards

  private:
    struct State;
    std::unique_ptr<State> state_;
};

std::string sha256(std::string_view text);
// Hashes a whole file; throws Error naming the file when it cannot be read, Error(cancelled) when stopped.
std::string sha256_of_file(const std::filesystem::path& file, Progress& progress);
std::string sha256_of_file(const std::filesystem::path& file);

}  // namespace counterclip
