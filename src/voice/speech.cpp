#include "voice/speech.h"

#include <algorithm>

#include <fmt/format.h>

#include "media/resample.h"
#include "voice/disguise.h"

namespace counterclip::voice {

namespace {

using namespace std::chrono_literals;

constexpr Time together = 200ms;
constexpr Time pause = 30ms;  // before the next line
constexpr double at_ease = 1.3;
constexpr double hard_to_follow = 1.8;

// In order, without those that say nothing, and those that begin at once joined.
std::vector<Line> in_order(std::vector<Line> lines) {
    std::stable_sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) { return a.range.in < b.range.in; });
    std::vector<Line> joined;
    for (auto& line : lines) {
        if (line.text.find_first_not_of(" \t\r\n.[]-_*") == std::string::npos) continue;
        if (!joined.empty() && line.range.in - joined.back().range.in < together) {
            joined.back().text += "\n" + line.text;
            joined.back().range.out = std::max(joined.back().range.out, line.range.out);
        } else {
            joined.push_back(std::move(line));
        }
    }
    return joined;
}

}  // namespace

Speech::Speech(std::vector<Line> lines, const std::string& voice, const std::string& language, Time end,
               int sample_rate)
    : lines_(in_order(std::move(lines))), speaker_(voice, language), end_(end), sample_rate_(sample_rate) {}

std::vector<float> Speech::spoken(std::size_t line) {
    const auto& [range, text] = lines_[line];
    const Time until = line + 1 < lines_.size() ? lines_[line + 1].range.in - pause : end_;
    const Time room = std::max(until - range.in, Time(100ms));
    const auto lasts = [&](const std::vector<float>& samples) {
        return to_time(static_cast<std::int64_t>(samples.size()), {1, speaker_.sample_rate()});
    };
    auto samples = speaker_.say(text, 1);
    double speed = std::min(at_ease, seconds(lasts(samples)) / std::max(0.1, seconds(duration(range))));
    if (seconds(lasts(samples)) / std::max(speed, 1.0) > seconds(room)) speed = seconds(lasts(samples)) / seconds(room);
    const double wanted = speed;
    // Pauses do not shrink as the words do: a little more until it fits.
    for (int n = 0; n < 3 && speed > 1 && speed <= Speaker::max_speed; ++n, speed *= 1.06) {
        samples = speaker_.say(text, speed);
        if (lasts(samples) <= room) break;
    }
    if (lasts(samples) > room) {
        samples = speaker_.say(text, std::min(wanted, Speaker::max_speed));
        samples = stretched(samples, speaker_.sample_rate(), 0.99 * seconds(room) / seconds(lasts(samples)));
    }
    if (wanted > hard_to_follow)
        remarks_.push_back(
            fmt::format("the caption at {} is spoken {:.1f} times as fast as usual; give it more time, "
                        "or fewer words",
                        format_time(range.in), wanted));
    auto heard = media::resampled(samples, speaker_.sample_rate(), sample_rate_);
    const auto longest = static_cast<std::size_t>(std::max<std::int64_t>(0, to_pts(room, {1, sample_rate_})));
    heard.resize(std::min(heard.size(), longest));
    return heard;
}

void Speech::add_to(media::AudioBlock& block) {
    const auto sample_of = [&](Time t) { return to_pts(t, {1, sample_rate_}); };
    for (std::int64_t n = 0; n < block.frames(); ++n) {
        const std::int64_t at = block.first_sample + n;
        while (next_ < lines_.size() && sample_of(lines_[next_].range.in) <= at) {
            begins_ = sample_of(lines_[next_].range.in);
            samples_ = spoken(next_++);
        }
        const std::int64_t of_line = at - begins_;
        if (of_line < 0 || of_line >= static_cast<std::int64_t>(samples_.size())) continue;
        for (int c = 0; c < block.channels; ++c)
            block.samples[static_cast<std::size_t>(n * block.channels + c)] +=
                samples_[static_cast<std::size_t>(of_line)];
    }
}

}  // namespace counterclip::voice
