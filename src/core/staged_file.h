// Files and folders that become visible only when they are complete (invariant P10).
//
// Work is written beside the target under a hidden name that starts with staging_prefix, forced to disk, then renamed.
// A process that dies leaves only such hidden leftovers; sweep_staging() removes them at the next start.
#pragma once

#include <filesystem>
#include <functional>
#include <string_view>

namespace counterclip {

inline constexpr std::string_view staging_prefix = ".counterclip-part-";

enum class Existing { refuse, replace };

// A file or folder on its way. The destructor removes what was not committed.
class Staged {
  public:
    // The staging place for `target`, in the same folder; nothing is created yet. The name keeps the target's
    // extension, so that writers which choose by it work. Throws Error when the folder cannot be written.
    explicit Staged(std::filesystem::path target);
    ~Staged();
    Staged(const Staged&) = delete;
    Staged& operator=(const Staged&) = delete;

    const std::filesystem::path& path() const noexcept { return staging_; }
    const std::filesystem::path& target() const noexcept { return target_; }

    // Makes the file, with these bytes; mode as in chmod.
    void write(std::string_view bytes, unsigned mode = 0644);

    // fsync (a folder's files too), rename, fsync the parent. With Existing::refuse an existing target is an Error and
    // stays untouched.
    void commit(Existing existing = Existing::refuse);

  private:
    std::filesystem::path target_;
    std::filesystem::path staging_;
    bool committed_ = false;
};

// Writes `bytes` to `target` in one step, replacing what is there; mode as in chmod.
void write_whole(const std::filesystem::path& target, std::string_view bytes, unsigned mode = 0644);
// A file of its owner's alone, from the first byte on: readable by nobody else while `write` fills the place it is
// given (which exists, empty) and afterwards (0600). Replaces what is there; nothing changes when `write` throws.
void write_private(const std::filesystem::path& target, const std::function<void(const std::filesystem::path&)>& write);
// Makes the folder and what is missing above it (those as the umask says); its own rights are 0700, also where it was
// there already.
void make_private_folder(const std::filesystem::path& folder);
// Reads a whole small file; Error when it is missing or larger than `limit` bytes.
std::string read_whole(const std::filesystem::path& file, std::size_t limit = 64u << 20);
// The path as people know it, for messages: of what lies in a staging place, the folder that it is to be in.
std::filesystem::path known_place(const std::filesystem::path& path);
// Whether the process that began this staging file or folder still runs (on this machine).
bool is_writer_alive(const std::filesystem::path& staging);
// Removes staging leftovers directly inside `folder` whose process is no longer alive.
void sweep_staging(const std::filesystem::path& folder);

}  // namespace counterclip
