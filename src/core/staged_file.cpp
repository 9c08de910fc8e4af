#include "core/staged_file.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstring>
#include <fstream>

#include <fmt/format.h>

#include "core/error.h"
#include "core/ids.h"

namespace fs = std::filesystem;

namespace counterclip {

namespace {

[[noreturn]] void fail(std::string_view verb, const fs::path& path, int error) {
    throw Error(fmt::format("{} {}", verb, known_place(path).string()), std::strerror(error));
}

// What fails is said of `target`: nobody knows the staging place.
void force_to_disk(const fs::path& path, const fs::path& target) {
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) fail("write", target, errno);
    const int failed = ::fsync(fd) != 0 ? errno : 0;
    ::close(fd);
    // Some file systems cannot sync a folder; the rename is then as safe as they make it.
    if (failed && failed != EINVAL) fail("write", target, failed);
}

// ".counterclip-part-<pid>-<random>.<ending>": the pid tells whether the writer still lives; pids come again, and what
// a dead process left must not stand in the way of one that got its number.
fs::path staging_place(const fs::path& target) {
    return target.parent_path() /
           fmt::format("{}{}-{}{}", staging_prefix, ::getpid(), random_id(), target.extension().string());
}

fs::path folder_of(const fs::path& target) {
    return target.has_parent_path() ? target.parent_path() : fs::path(".");
}

}  // namespace

Staged::Staged(fs::path target) : target_(std::move(target)), staging_(staging_place(target_)) {
    const auto folder = folder_of(target_);
    std::error_code error;
    if (!fs::is_directory(folder, error))
        throw Error(fmt::format("write {}", target_.string()), fmt::format("there is no folder {}", folder.string()));
    if (::access(folder.c_str(), W_OK) != 0)
        throw Error(fmt::format("write {}", target_.string()),
                    fmt::format("the folder {} cannot be written: {}", folder.string(), std::strerror(errno)));
}

Staged::~Staged() {
    std::error_code ignored;
    if (!committed_) fs::remove_all(staging_, ignored);
}

void Staged::commit(Existing existing) {
    if (fs::is_directory(staging_))
        for (const auto& entry : fs::recursive_directory_iterator(staging_)) force_to_disk(entry.path(), target_);
    force_to_disk(staging_, target_);
    if (existing == Existing::refuse) {
        // RENAME_NOREPLACE: two processes that finish at once cannot both win.
        if (::renameat2(AT_FDCWD, staging_.c_str(), AT_FDCWD, target_.c_str(), RENAME_NOREPLACE) != 0) {
            if (errno == EEXIST) throw Error(fmt::format("write {}", target_.string()), "it exists already");
            if (errno != EINVAL) fail("write", target_, errno);
            if (fs::exists(target_)) throw Error(fmt::format("write {}", target_.string()), "it exists already");
            fs::rename(staging_, target_);
        }
    } else {
        std::error_code error;
        // A device or a pipe is not a file to take the place of.
        if (fs::exists(target_, error) && !fs::is_regular_file(target_, error))
            throw Error(fmt::format("write {}", target_.string()), "it is there and is not an ordinary file");
        fs::rename(staging_, target_, error);
        if (error) fail("write", target_, error.value());
    }
    committed_ = true;
    force_to_disk(folder_of(target_), target_);
}

void Staged::write(std::string_view bytes, unsigned mode) {
    const int fd = ::open(staging_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (fd < 0) fail("write", target_, errno);
    while (!bytes.empty()) {
        const auto n = ::write(fd, bytes.data(), bytes.size());
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) {
            const int error = errno;
            ::close(fd);
            fail("write", target_, error);
        }
        bytes.remove_prefix(static_cast<std::size_t>(n));
    }
    ::close(fd);
}

void write_whole(const fs::path& target, std::string_view bytes, unsigned mode) {
    Staged staged(target);
    staged.write(bytes, mode);
    staged.commit(Existing::replace);
}

void write_private(const fs::path& target, const std::function<void(const fs::path&)>& write) {
    Staged staged(target);
    const int fd = ::open(staged.path().c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0) fail("write", target, errno);
    ::close(fd);
    write(staged.path());
    staged.commit(Existing::replace);
}

void make_private_folder(const fs::path& folder) {
    std::error_code error;
    if (folder.has_parent_path()) fs::create_directories(folder.parent_path(), error);
    if (error) fail("make", folder, error.value());
    if (::mkdir(folder.c_str(), 0700) == 0) return;
    if (errno != EEXIST || ::chmod(folder.c_str(), 0700) != 0) fail("make", folder, errno);
}

std::string read_whole(const fs::path& file, std::size_t limit) {
    std::ifstream in(file, std::ios::binary);
    if (!in) throw Error(fmt::format("read {}", file.string()), std::strerror(errno));
    std::error_code error;
    if (fs::is_directory(file, error)) throw Error(fmt::format("read {}", file.string()), "it is a folder");
    const auto size = fs::file_size(file, error);
    if (!error && size > limit) throw Error(fmt::format("read {}", file.string()), "the file is too large");
    std::string text((std::istreambuf_iterator<char>(in)), {});
    if (in.bad()) throw Error(fmt::format("read {}", file.string()), "the file cannot be read to its end");
    return text;
}

fs::path known_place(const fs::path& path) {
    fs::path known;
    for (const auto& part : path) {
        if (part.string().starts_with(staging_prefix)) return known.empty() ? fs::path(".") : known;
        known /= part;
    }
    return path;
}

bool is_writer_alive(const fs::path& staging) {
    const auto name = staging.filename().string();
    if (!name.starts_with(staging_prefix)) return false;
    pid_t pid = 0;
    std::from_chars(name.data() + staging_prefix.size(), name.data() + name.size(), pid);
    return pid > 0 && (::kill(pid, 0) == 0 || errno == EPERM);
}

void sweep_staging(const fs::path& folder) {
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder, ignored)) {
        const auto name = entry.path().filename().string();
        if (!name.starts_with(staging_prefix)) continue;
        if (!is_writer_alive(entry.path())) fs::remove_all(entry.path(), ignored);
    }
}

}  // namespace counterclip
