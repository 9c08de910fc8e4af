#include "cli/options.h"

#include <fmt/format.h>

namespace counterclip::cli {

Range range_of(Time in, Time out) {
    const Range range{in, out};
    if (is_empty(range))
        throw Error("read the range", fmt::format("--out {} is not after --in {}", format_time(out), format_time(in)),
                    ErrorKind::usage);
    return range;
}

}  // namespace counterclip::cli
