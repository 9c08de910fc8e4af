#include "cli/progress_bar.h"

#include <fmt/format.h>
#include <unistd.h>

#include <array>
#include <cmath>

namespace counterclip::cli {

namespace {

struct StageUnit {
    std::string_view stage;
    Unit unit;
};
// What the rooms call their stages and how each counts. A stage that is not here shows no rate.
constexpr std::array stage_units{
    StageUnit{"import", Unit::bytes},        StageUnit{"copy", Unit::bytes},
    StageUnit{"check", Unit::bytes},         StageUnit{"check original", Unit::bytes},
    StageUnit{"hash", Unit::bytes},          StageUnit{"faces", Unit::playing_time},
    StageUnit{"render", Unit::playing_time}, StageUnit{"verify", Unit::playing_time},
};

double share(const StageState& s) {
    return s.total > 0 ? std::clamp(static_cast<double>(s.done) / static_cast<double>(s.total), 0.0, 1.0) : 0;
}

std::string rate(const StageState& s) {
    const double each_second = static_cast<double>(s.done) / std::max(s.elapsed.count(), 1e-3);
    switch (unit_of(s.stage)) {
        case Unit::bytes:
            return fmt::format("  {:.0f} MB/s", each_second / 1e6);
        case Unit::playing_time:
            return fmt::format("  {:.1f}x", each_second / 1e9);
        case Unit::unknown:
            break;
    }
    return "";
}

std::string time_left(const StageState& s) {
    const double done = share(s);
    if (done <= 0.005 || s.elapsed.count() < 0.5) return "";
    const auto left = std::llround(s.elapsed.count() * (1 - done) / done);
    return left >= 3600 ? fmt::format("  {}:{:02}:{:02} left", left / 3600, left / 60 % 60, left % 60)
                        : fmt::format("  {}:{:02} left", left / 60, left % 60);
}

std::string bar(const StageState& s, int width) {
    if (width <= 0 || s.total <= 0) return "";
    const auto full = static_cast<int>(share(s) * width);
    return fmt::format("  [{:#>{}}{:.>{}}]", "", full, "", width - full);
}

}  // namespace

Unit unit_of(std::string_view stage) {
    const auto found =
        std::find_if(stage_units.begin(), stage_units.end(), [&](const StageUnit& u) { return u.stage == stage; });
    return found == stage_units.end() ? Unit::unknown : found->unit;
}

std::string progress_line(const StageState& state, int width) {
    const auto percent = state.total > 0 ? fmt::format("  {:3.0f} %", std::floor(share(state) * 100)) : "";
    return fmt::format("{:<8}{}{}{}{}", state.stage, bar(state, width), percent, rate(state), time_left(state));
}

ProgressBar::ProgressBar(std::FILE* out) : ProgressBar(out, ::isatty(::fileno(out)) == 1) {}

ProgressBar::~ProgressBar() {
    clear();
}

void ProgressBar::begin(std::string_view stage, std::int64_t total) {
    clear();
    state_ = {std::string(stage), 0, total, {}};
    began_ = last_ = Clock::now();
    last_share_ = 0;
    lines_ = 0;
}

void ProgressBar::advance(std::int64_t done) {
    const auto now = Clock::now();
    state_.done = std::max(state_.done, done);
    state_.elapsed = now - began_;
    terminal_ ? draw_bar(now) : print_now_and_then(now);
}

void ProgressBar::end() {
    clear();
    if (lines_ > 0) fmt::print(out_, "{}  done in {:.1f} s\n", state_.stage, (Clock::now() - began_).count() / 1e9);
}

void ProgressBar::clear() {
    if (drawn_) fmt::print(out_, "\r\033[K");
    drawn_ = false;
    std::fflush(out_);
}

void ProgressBar::draw_bar(Clock::time_point now) {
    if (drawn_ && now - last_ < std::chrono::milliseconds(100)) return;
    constexpr int bar_cells = 30;
    fmt::print(out_, "\r{}\033[K", progress_line(state_, bar_cells));
    std::fflush(out_);
    drawn_ = true;
    last_ = now;
}

// At most one line every few seconds, and one every tenth of the way where that is known.
void ProgressBar::print_now_and_then(Clock::time_point now) {
    if (now - last_ < std::chrono::seconds(3)) return;
    if (state_.total > 0 && share(state_) - last_share_ < 0.1) return;
    fmt::print(out_, "{}\n", progress_line(state_, 0));
    std::fflush(out_);
    last_ = now;
    last_share_ = share(state_);
    ++lines_;
}

}  // namespace counterclip::cli
