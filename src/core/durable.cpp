#include "core/durable.h"

#include <fcntl.h>
#include <unistd.h>

namespace counterclip {

void force_to_disk(const std::filesystem::path& path) noexcept {
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) return;
    ::fsync(fd);
    ::close(fd);
}

}  // namespace counterclip
