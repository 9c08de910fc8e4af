#include "cli/progress_lines.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace counterclip::cli {

void ProgressLines::begin(std::string_view stage, std::int64_t total) {
    stage_ = stage;
    done_ = 0;
    total_ = total;
    print();
}

void ProgressLines::advance(std::int64_t done) {
    done_ = std::max(done_, done);
    if (Clock::now() - last_ >= std::chrono::milliseconds(100)) print();
}

void ProgressLines::end() {
    if (total_ > 0) done_ = total_;
    print();
}

void ProgressLines::print() {
    const nlohmann::ordered_json line{{"progress", stage_}, {"done", done_}, {"total", total_}};
    fmt::print(out_, "{}\n", line.dump());
    std::fflush(out_);
    last_ = Clock::now();
}

}  // namespace counterclip::cli
