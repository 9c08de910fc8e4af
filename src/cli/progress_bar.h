// Progress on stderr: a bar with rate and time left on a terminal, now and then a plain line elsewhere.
#pragma once

#include <chrono>
#include <cstdio>
#include <string>
#include <string_view>

#include "core/progress.h"

namespace counterclip::cli {

// How a stage counts, so that its rate can be told: "42 MB/s", "3.1x playing time".
enum class Unit { unknown, bytes, playing_time };
Unit unit_of(std::string_view stage);

struct StageState {
    std::string stage;
    std::int64_t done = 0;
    std::int64_t total = 0;  // 0 = not known
    std::chrono::duration<double> elapsed{};
};
// "render  [#####.....]  50 %  2.0x  0:12 left": `width` cells for the bar; 0 leaves it out.
std::string progress_line(const StageState& state, int width);

class ProgressBar : public Progress {
  public:
    explicit ProgressBar(std::FILE* out);  // finds out itself whether it is a terminal
    ProgressBar(std::FILE* out, bool terminal) : out_(out), terminal_(terminal) {}
    ~ProgressBar() override;
    ProgressBar(const ProgressBar&) = delete;
    ProgressBar& operator=(const ProgressBar&) = delete;

    void begin(std::string_view stage, std::int64_t total) override;
    void advance(std::int64_t done) override;
    void end() override;
    // Takes the bar off the screen, before an error is printed.
    void clear();

  private:
    using Clock = std::chrono::steady_clock;
    void draw_bar(Clock::time_point now);
    void print_now_and_then(Clock::time_point now);

    std::FILE* out_;
    bool terminal_;
    bool drawn_ = false;
    int lines_ = 0;
    double last_share_ = 0;
    Clock::time_point began_;
    Clock::time_point last_;
    StageState state_;
};

}  // namespace counterclip::cli
