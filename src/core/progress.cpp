#include "core/progress.h"

#include "core/error.h"

namespace counterclip {

void Progress::begin(std::string_view, std::int64_t) {}
void Progress::advance(std::int64_t) {}
void Progress::end() {}

void Progress::stop_if_cancelled(std::string_view doing) const {
    if (cancelled()) throw Error(doing, "stopped; nothing was changed", ErrorKind::cancelled);
}

}  // namespace counterclip
