#include "ui/timeline/scale.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace counterclip::ui {

namespace {

using namespace std::chrono_literals;

constexpr Time shortest_view = 200ms;
// Where the playhead comes to lie when a page is turned: most of what follows is seen.
constexpr int page_margin = 16;  // a sixteenth of the view

double share(const Scale& scale, Time t) {
    const auto length = static_cast<double>(std::max<std::int64_t>(1, duration(scale.visible).count()));
    return static_cast<double>((t - scale.visible.in).count()) / length;
}

// Steps of a ruler, and how many small ones lie between two texts.
struct Step {
    Time text;
    int parts;
};
constexpr std::array steps{
    Step{40ms, 1}, Step{100ms, 5}, Step{200ms, 5}, Step{500ms, 5}, Step{1s, 5},   Step{2s, 4},
    Step{5s, 5},   Step{10s, 5},   Step{15s, 3},   Step{30s, 6},   Step{1min, 6}, Step{2min, 4},
    Step{5min, 5}, Step{10min, 5}, Step{15min, 3}, Step{30min, 6}, Step{1h, 6},   Step{2h, 4},
    Step{4h, 4},   Step{6h, 6},    Step{12h, 4},   Step{24h, 6},
};

QString text_of(Time t, Time step) {
    const auto text = QString::fromStdString(format_time(t));
    return step < 1s ? text : text.left(text.indexOf(QLatin1Char('.')));
}

}  // namespace

double x_of(const Scale& scale, Time t) {
    return scale.left + share(scale, t) * scale.width;
}

Time time_at(const Scale& scale, double x) {
    return scale.visible.in + length_of(scale, x - scale.left);
}

Time length_of(const Scale& scale, double px) {
    const auto length = static_cast<double>(duration(scale.visible).count());
    return Time(std::llround(px / std::max(1.0, scale.width) * length));
}

Range scrolled(Range visible, Range whole, Time by) {
    const auto length = std::min(duration(visible), duration(whole));
    const auto in = std::clamp(visible.in + by, whole.in, whole.out - length);
    return {in, in + length};
}

Range zoomed(Range visible, Range whole, double factor, Time about) {
    const auto wish = Time(std::llround(static_cast<double>(duration(visible).count()) / factor));
    const auto length = std::clamp(wish, std::min(shortest_view, duration(whole)), duration(whole));
    const auto share = static_cast<double>((about - visible.in).count()) /
                       static_cast<double>(std::max(Time(1), duration(visible)).count());
    const auto in = about - Time(std::llround(share * static_cast<double>(length.count())));
    return scrolled({in, in + length}, whole, 0s);
}

Range following(Range visible, Range whole, Time before, Time now) {
    if (contains(visible, now) || is_empty(visible)) return visible;
    const auto step = now > before ? now - before : before - now;
    if (!contains(visible, before) && step < 1s) return visible;
    const auto margin = duration(visible) / page_margin;
    const auto in = now >= visible.out ? now - margin : now - duration(visible) + margin;
    return scrolled({in, in + duration(visible)}, whole, 0s);
}

std::vector<Tick> ticks(const Scale& scale, double apart) {
    std::vector<Tick> all;
    if (is_empty(scale.visible)) return all;
    const auto least = length_of(scale, apart);
    const auto found = std::ranges::find_if(steps, [&](const Step& step) { return step.text >= least; });
    const auto step = found == steps.end() ? steps.back() : *found;
    const auto small = step.text / step.parts;
    for (auto n = scale.visible.in / small; small * n <= scale.visible.out; ++n) {
        const auto at = small * n;
        all.push_back({at, n % step.parts == 0 ? text_of(at, step.text) : QString()});
    }
    return all;
}

}  // namespace counterclip::ui
