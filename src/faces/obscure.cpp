#include "faces/obscure.h"

#include <array>
#include <cmath>
#include <numeric>
#include <string>

#include "core/error.h"
#include "faces/obscure_blocks.h"
#include "faces/obscure_fill.h"
#include "faces/obscure_grain.h"
#include "faces/obscure_levels.h"
#include "faces/obscure_paint.h"
#include "faces/obscure_rim.h"
#include "faces/obscure_shape.h"
#include "faces/obscure_veil.h"

namespace counterclip::faces {

namespace {

template <class Value, std::size_t N>
using Words = std::array<std::pair<Value, std::string_view>, N>;

constexpr Words<Style, 4> style_words{
    {{Style::veil, "veil"}, {Style::solid, "solid"}, {Style::pixelate, "pixelate"}, {Style::gaussian, "gaussian"}}};
constexpr Words<Tone, 4> tone_words{
    {{Tone::none, "none"}, {Tone::neutral, "neutral"}, {Tone::warm, "warm"}, {Tone::cool, "cool"}}};

template <class Value, std::size_t N>
std::string word_of(const Words<Value, N>& words, Value value) {
    for (const auto& [v, word] : words) {
        if (v == value) return std::string(word);
    }
    return "?";
}

template <class Value, std::size_t N>
Value value_of(const Words<Value, N>& words, std::string_view what, std::string_view text) {
    std::string known;
    for (const auto& [v, word] : words) {
        if (word == text) return v;
        known += (known.empty() ? "" : ", ") + std::string(word);
    }
    throw Error(std::string(what) + " '" + std::string(text) + "'", "not one of " + known, ErrorKind::usage);
}

// What is remembered of the surroundings of one mask, so that its veil is calm.
struct Kept {
    Ellipse where;
    Time pts{};
    Rim rim;
    float rank = 0;  // the mask's size when it last changed much: decides who is drawn over whom
};

// Whether two ellipses of neighbouring frames can be the same mask.
bool is_same_mask(const Ellipse& a, const Ellipse& b) {
    const float size_a = a.rx + a.ry, size_b = b.rx + b.ry;
    const float apart = std::hypot(a.cx - b.cx, a.cy - b.cy);
    return apart < 0.375F * std::min(size_a, size_b) && size_a < 2 * size_b && size_b < 2 * size_a;
}

float size_of(const Ellipse& e) {
    return e.rx * e.ry;
}

// Sizes that come and go by a few px must not make two heads that overlap take turns in front.
float rank_after(float rank, float size) {
    constexpr float much = 1.4F;
    return size > rank * much || size * much < rank ? size : rank;
}

// Share of the way towards what is seen now, after `passed` since the last frame.
float share_after(Time passed) {
    constexpr double memory = 0.18;  // s in which the past fades to 1/e
    constexpr double usual = 1.0 / 30;
    const double s = passed > Time::zero() ? seconds(passed) : usual;
    return static_cast<float>(1 - std::exp(-s / memory));
}

}  // namespace

std::string to_string(Style style) {
    return word_of(style_words, style);
}
std::string to_string(Tone tone) {
    return word_of(tone_words, tone);
}
Style style_from(std::string_view text) {
    return value_of(style_words, "style", text);
}
Tone tone_from(std::string_view text) {
    return value_of(tone_words, "tone", text);
}

struct Obscurer::State {
    ObscureOptions options;
    Grain grain;
    std::uint64_t frame_number = 0;
    std::vector<Shape> shapes;  // of the frame at hand
    std::vector<Kept> kept;     // one for each shape of the last frame that had any
    std::array<Fill, 3> fills;

    explicit State(const ObscureOptions& o) : options(o), grain(o.seed) {}

    void lay_out_shapes(const media::Frame& frame, const FrameMask& mask);
    std::vector<Kept> remember(const media::Frame& frame, const Levels& levels);
    std::vector<std::size_t> drawing_order() const;
    void fill(const media::Frame& frame, const Levels& levels, std::size_t index);
    GrainOver grain_over(std::size_t index, int plane, const Levels& levels) const;
};

Obscurer::Obscurer(const ObscureOptions& options) : state_(std::make_unique<State>(options)) {}
Obscurer::~Obscurer() = default;
Obscurer::Obscurer(Obscurer&&) noexcept = default;

void Obscurer::forget() {
    state_->kept.clear();
}

void Obscurer::apply(media::Frame& frame, const FrameMask& mask) {
    State& s = *state_;
    ++s.frame_number;
    const Levels levels = levels_of(frame);
    if (mask.whole || !std::all_of(mask.ellipses.begin(), mask.ellipses.end(), is_usable)) {
        const Colour3 grey = neutral_grey(levels);
        for (int p = 0; p < 3; ++p) flood(frame.writable(p), levels, grey[static_cast<std::size_t>(p)]);
        return;
    }
    s.lay_out_shapes(frame, mask);
    if (s.shapes.empty()) return;
    // All surroundings are measured before anything is painted: a veil is no surrounding.
    if (s.options.style == Style::veil) s.kept = s.remember(frame, levels);
    const std::array<media::Plane, 3> planes{frame.writable(0), frame.writable(1), frame.writable(2)};
    for (const std::size_t i : s.drawing_order()) {
        s.fill(frame, levels, i);
        for (int p = 0; p < 3; ++p) {
            const auto at = static_cast<std::size_t>(p);
            paint(planes[at], p, levels, s.shapes[i], s.fills[at], s.grain_over(i, p, levels));
        }
    }
}

void Obscurer::State::lay_out_shapes(const media::Frame& frame, const FrameMask& mask) {
    std::size_t count = 0;
    shapes.resize(std::max(shapes.size(), mask.ellipses.size()));
    for (const Ellipse& e : mask.ellipses) {
        Shape& shape = shapes[count];
        lay_out(shape, e, options.feather, frame.width(), frame.height());
        const auto& touched = shape.luma.touched;
        if (std::any_of(touched.begin(), touched.end(), [](Span span) { return !span.empty(); })) ++count;
    }
    shapes.resize(count);
}

std::vector<Kept> Obscurer::State::remember(const media::Frame& frame, const Levels& levels) {
    std::vector<Kept> now;
    for (const Shape& shape : shapes) {
        const Rim seen = measure_rim(frame, levels, shape, shapes);
        const auto before =
            std::find_if(kept.begin(), kept.end(), [&](const Kept& k) { return is_same_mask(k.where, shape.ellipse); });
        if (before == kept.end()) {
            now.push_back({shape.ellipse, frame.pts(), seen, size_of(shape.ellipse)});
            continue;
        }
        Kept k = *before;
        kept.erase(before);
        follow(k.rim, seen, share_after(frame.pts() - k.pts), levels);
        k.rank = rank_after(k.rank, size_of(shape.ellipse));
        k.where = shape.ellipse;
        k.pts = frame.pts();
        now.push_back(k);
    }
    return now;
}

// Large veils last: a small one knows little where a large one surrounds it.
std::vector<std::size_t> Obscurer::State::drawing_order() const {
    std::vector<std::size_t> order(shapes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    if (options.style == Style::veil) {
        std::stable_sort(order.begin(), order.end(),
                         [this](std::size_t a, std::size_t b) { return kept[a].rank < kept[b].rank; });
    }
    return order;
}

void Obscurer::State::fill(const media::Frame& frame, const Levels& levels, std::size_t index) {
    const Shape& shape = shapes[index];
    switch (options.style) {
        case Style::veil:
            weave_veil(fills, shape, kept[index].rim, options.tone, levels);
            return;
        case Style::solid:
            lay_flat(fills, shape, solid_colour(options.tone, levels));
            return;
        case Style::pixelate:
            for (int p = 0; p < 3; ++p) {
                pixelate(fills[static_cast<std::size_t>(p)], frame, p, shape, levels, options.seed);
            }
            return;
        case Style::gaussian:
            for (int p = 0; p < 3; ++p) blur(fills[static_cast<std::size_t>(p)], frame, p, shape);
            return;
    }
}

GrainOver Obscurer::State::grain_over(std::size_t index, int plane, const Levels& levels) const {
    float strength = 0;
    if (options.style == Style::veil && kept[index].rim.known) {
        // At least what breaks up the bands of a gradient, at most what still looks like a camera's.
        constexpr float least = 0.5F, most = 5;
        const Rim& rim = kept[index].rim;
        strength = std::clamp(rim.noise_known ? rim.noise : least, least, most) * levels.unit;
        if (plane > 0) strength *= 0.35F;
    }
    return {grain, grain.place(frame_number, index, plane), strength};
}

}  // namespace counterclip::faces
