// Progress for programs that watch this one, as the desktop application does: a line of JSON on stderr for each step,
// {"progress":"render","done":1200,"total":5000}, at most ten a second and always the first of a stage and its end.
#pragma once

#include <chrono>
#include <cstdio>
#include <string>

#include "core/progress.h"

namespace counterclip::cli {

class ProgressLines : public Progress {
  public:
    explicit ProgressLines(std::FILE* out) : out_(out) {}
    void begin(std::string_view stage, std::int64_t total) override;
    void advance(std::int64_t done) override;
    void end() override;

  private:
    using Clock = std::chrono::steady_clock;
    void print();
    std::FILE* out_;
    std::string stage_;
    std::int64_t done_ = 0;
    std::int64_t total_ = 0;
    Clock::time_point last_;
};

}  // namespace counterclip::cli
