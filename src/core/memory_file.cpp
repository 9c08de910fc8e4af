#include "core/memory_file.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include <fmt/format.h>

#include "core/error.h"

namespace counterclip {

MemoryFile::MemoryFile(std::string_view bytes) : fd_(::memfd_create("counterclip", MFD_CLOEXEC)) {
    int error = fd_ < 0 ? errno : 0;
    while (!error && !bytes.empty()) {
        const auto n = ::write(fd_, bytes.data(), bytes.size());
        if (n >= 0)
            bytes.remove_prefix(static_cast<std::size_t>(n));
        else if (errno != EINTR)
            error = errno;
    }
    if (!error) return;
    if (fd_ >= 0) ::close(fd_);
    throw Error("keep a file in memory", std::strerror(error));
}

MemoryFile::~MemoryFile() {
    ::close(fd_);
}

std::string MemoryFile::path() const {
    return fmt::format("/proc/self/fd/{}", fd_);
}

}  // namespace counterclip
