#include "archive/copy.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <exception>
#include <span>
#include <thread>

#include <fmt/format.h>

#include "core/bounded_queue.h"
#include "core/error.h"
#include "core/hash.h"
#include "core/staged_file.h"

namespace fs = std::filesystem;

namespace counterclip::archive {

namespace {

constexpr std::size_t piece_bytes = std::size_t{2} << 20;
constexpr int pieces_in_flight = 4;

[[noreturn]] void fail(std::string_view doing, const fs::path& file, int error) {
    if (error == ENOSPC || error == EDQUOT || error == EFBIG)
        throw Error(doing, fmt::format("there is no room on the disk for {}", file.parent_path().string()));
    throw Error(doing, fmt::format("{}: {}", known_place(file).string(), std::strerror(error)));
}

class Descriptor {
  public:
    Descriptor(std::string_view doing, const fs::path& file, int flags, mode_t mode = 0)
        : fd_(::open(file.c_str(), flags | O_CLOEXEC, mode)) {
        if (fd_ < 0) fail(doing, file, errno);
    }
    ~Descriptor() { ::close(fd_); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    operator int() const noexcept { return fd_; }

  private:
    int fd_;
};

// A stretch of the file in memory.
struct Piece {
    std::vector<std::byte> bytes;
    std::size_t filled = 0;
};

// Hashes pieces in its own thread and hands their memory back. The destructor stops it at once.
class HashingThread {
  public:
    HashingThread() {
        for (int i = 0; i < pieces_in_flight; ++i) empty_.push({std::vector<std::byte>(piece_bytes), 0});
        thread_ = std::thread([this] { work(); });
    }
    ~HashingThread() {
        full_.abandon();
        empty_.abandon();
        if (thread_.joinable()) thread_.join();
    }
    HashingThread(const HashingThread&) = delete;
    HashingThread& operator=(const HashingThread&) = delete;

    // Memory for the next piece. Throws what went wrong in the thread.
    Piece next() {
        if (auto piece = empty_.pop()) return std::move(*piece);
        thread_.join();
        std::rethrow_exception(failure_);
    }
    void take(Piece piece) { full_.push(std::move(piece)); }
    std::string finish() {
        full_.close();
        thread_.join();
        if (failure_) std::rethrow_exception(failure_);
        return hash_.finish();
    }

  private:
    void work() {
        try {
            while (auto piece = full_.pop()) {
                hash_.update(std::span(piece->bytes).first(piece->filled));
                empty_.push(std::move(*piece));
            }
        } catch (...) {
            failure_ = std::current_exception();
            full_.abandon();
            empty_.abandon();
        }
    }

    Sha256 hash_;
    BoundedQueue<Piece> full_{pieces_in_flight};
    BoundedQueue<Piece> empty_{pieces_in_flight};
    std::exception_ptr failure_;
    std::thread thread_;
};

// Fills the piece as far as the file goes.
void read_into(Piece& piece, int fd, std::string_view doing, const fs::path& file) {
    piece.filled = 0;
    while (piece.filled < piece.bytes.size()) {
        const auto n = ::read(fd, piece.bytes.data() + piece.filled, piece.bytes.size() - piece.filled);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) fail(doing, file, errno);
        if (n == 0) return;
        piece.filled += static_cast<std::size_t>(n);
    }
}

void write_out(const Piece& piece, int fd, std::string_view doing, const fs::path& file) {
    std::size_t done = 0;
    while (done < piece.filled) {
        const auto n = ::write(fd, piece.bytes.data() + done, piece.filled - done);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) fail(doing, file, errno);
        done += static_cast<std::size_t>(n);
    }
}

bool same_state(const struct stat& a, const struct stat& b) {
    return a.st_size == b.st_size && a.st_mtim.tv_sec == b.st_mtim.tv_sec && a.st_mtim.tv_nsec == b.st_mtim.tv_nsec;
}

}  // namespace

Copied copy_hashing(const fs::path& from, const fs::path& to, std::string_view doing, Progress& progress) {
    const Descriptor in(doing, from, O_RDONLY);
    ::posix_fadvise(in, 0, 0, POSIX_FADV_SEQUENTIAL);
    struct stat before {};
    if (::fstat(in, &before) != 0) fail(doing, from, errno);

    const Descriptor out(doing, to, O_WRONLY | O_CREAT | O_EXCL, 0600);
    // Claims the room at once where the file system can, so that a full disk is known before the copy begins.
    if (::fallocate(out, 0, 0, before.st_size) != 0 && errno != EOPNOTSUPP && errno != ENOSYS && errno != EINTR)
        fail(doing, to, errno);

    HashingThread hasher;
    std::int64_t done = 0;
    for (;;) {
        progress.stop_if_cancelled(doing);
        auto piece = hasher.next();
        read_into(piece, in, doing, from);
        if (piece.filled == 0) break;
        write_out(piece, out, doing, to);
        // Starts the way to the disk now; the fsync at the end has less to wait for.
        ::sync_file_range(out, done, static_cast<off_t>(piece.filled), SYNC_FILE_RANGE_WRITE);
        done += static_cast<std::int64_t>(piece.filled);
        hasher.take(std::move(piece));
        progress.advance(done);
    }
    auto sha256 = hasher.finish();
    if (::fsync(out) != 0) fail(doing, to, errno);

    struct stat after {};
    if (::fstat(in, &after) != 0) fail(doing, from, errno);
    if (!same_state(before, after) || done != before.st_size)
        throw Error(doing, "the file changed while it was copied; import it when it is complete");
    return {std::move(sha256), done};
}

}  // namespace counterclip::archive
