#include "faces/obscure.h"

#include <limits>
#include <set>

#include "core/error.h"
#include "picture.h"

using namespace counterclip;
using namespace counterclip::faces;
using namespace counterclip::faces::test;
using media::Frame;
using media::PixelFormat;

namespace {

FrameMask mask_of(std::vector<Ellipse> ellipses) {
    return {false, std::move(ellipses)};
}

ObscureOptions with(Style style, Tone tone = Tone::neutral) {
    ObscureOptions o;
    o.style = style;
    o.tone = tone;
    return o;
}

// A film of masks: they move, turn, grow, meet, leave over the edges, cover all, or nothing.
std::vector<FrameMask> masks_of_a_film(int width, int height) {
    const auto w = static_cast<float>(width), h = static_cast<float>(height);
    std::vector<FrameMask> film;
    for (int t = 0; t < 8; ++t) {
        const auto s = static_cast<float>(t);
        film.push_back(mask_of({{w * 0.3F + 4 * s, h * 0.4F + s, w * 0.12F, h * 0.2F, 0.1F * s},
                                {w * 0.7F - 6 * s, h * 0.5F, w * 0.1F + s, h * 0.22F, -0.2F}}));
    }
    film.push_back(mask_of({{0, 0, w * 0.3F, h * 0.3F, 0}, {w, h * 0.6F, w * 0.2F, h * 0.2F, 0.5F}}));
    film.push_back(mask_of({{w * 0.5F, h * 0.98F, w * 0.2F, h * 0.3F, 0}, {w * 0.5F, h * 0.9F, 5, 7, 0}}));
    film.push_back(mask_of({{w * 0.5F, h * 0.5F, w, h, 0}}));
    film.push_back(mask_of({}));
    film.push_back(mask_of({{w * 0.5F, h * 0.5F, w * 0.45F, h * 0.7F, 0}, {w * 0.4F, h * 0.5F, 0.4F, 0.4F, 0}}));
    return film;
}

// Which samples of a plane a mask touches, row by row.
using Marks = std::array<std::vector<bool>, 3>;

std::vector<Marks> marks_of_a_film(int width, int height) {
    std::vector<Marks> all;
    for (const FrameMask& mask : masks_of_a_film(width, height)) {
        Marks marks;
        for (int p = 0; p < 3; ++p) {
            const int w = p == 0 ? width : (width + 1) / 2, h = p == 0 ? height : (height + 1) / 2;
            for (int i = 0; i < w * h; ++i) {
                marks[static_cast<std::size_t>(p)].push_back(sample_touches(mask, p, i % w, i / w));
            }
        }
        all.push_back(marks);
    }
    return all;
}

// The film obscured, every sample inside its masks first replaced by what `face` says (< 0 keeps it).
std::vector<Frame> obscured_film(int width, int height, PixelFormat format, const ObscureOptions& options,
                                 const std::vector<Marks>& marks, const std::function<int()>& face) {
    Obscurer obscurer(options);
    const std::vector<FrameMask> masks = masks_of_a_film(width, height);
    std::vector<Frame> out;
    for (std::size_t t = 0; t < masks.size(); ++t) {
        Frame f = scene(width, height, format, static_cast<int>(t));
        set_samples(f, [&](int p, int x, int y) {
            const int w = f.plane(p).width;
            return marks[t][static_cast<std::size_t>(p)]
                        [static_cast<std::size_t>(y) * static_cast<std::size_t>(w) + static_cast<std::size_t>(x)]
                       ? face()
                       : -1;
        });
        obscurer.apply(f, masks[t]);
        out.push_back(std::move(f));
    }
    return out;
}

// A face-like mask in the middle of a picture of 320 by 240.
constexpr Ellipse middle_mask{160, 120, 50, 66, 0};

double deviation_within(const Frame& f, int x, int y, int half) {
    const double mean = mean_around(f, 0, x, y, half);
    double sum = 0;
    for (int j = y - half; j <= y + half; ++j) {
        for (int i = x - half; i <= x + half; ++i) sum += std::pow(sample(f, 0, i, j) - mean, 2);
    }
    return std::sqrt(sum / ((2 * half + 1) * (2 * half + 1)));
}

}  // namespace

TEST_CASE("whatever is inside the masks, veil and solid give the same picture bit for bit") {
    const auto [width, height] = GENERATE(std::pair{160, 120}, std::pair{161, 119});
    const std::vector<Marks> marks = marks_of_a_film(width, height);
    const auto [style, format] =
        GENERATE(std::pair{Style::veil, PixelFormat::yuv420p8}, std::pair{Style::veil, PixelFormat::yuv420p10},
                 std::pair{Style::solid, PixelFormat::yuv420p8}, std::pair{Style::solid, PixelFormat::yuv420p10});
    const int white = format == PixelFormat::yuv420p8 ? 255 : 1023;
    const auto run = [&, style = style, format = format, width = width, height = height](auto face) {
        return obscured_film(width, height, format, with(style), marks, face);
    };
    const std::vector<Frame> as_filmed = run([] { return -1; });
    Dice dice{42};
    const std::vector<std::function<int()>> faces{[&] { return dice.below(white + 1); }, [] { return 0; },
                                                  [&] { return white; }};
    for (const auto& face : faces) {
        const std::vector<Frame> other = run(face);
        for (std::size_t i = 0; i < other.size(); ++i) {
            INFO("frame " << i);
            CHECK(differences(as_filmed[i], other[i]) == 0);
        }
    }
}

TEST_CASE("pixelate and gaussian are made from the face") {
    const Style style = GENERATE(Style::pixelate, Style::gaussian);
    const auto obscured_face = [&](int level) {
        Frame f = scene(320, 240, PixelFormat::yuv420p8);
        set_samples(f, [=](int p, int x, int y) { return sample_touches(middle_mask, p, x, y) ? level : -1; });
        Obscurer(with(style)).apply(f, mask_of({middle_mask}));
        return f;
    };
    CHECK(differences(obscured_face(0), obscured_face(255)) > 1000);
}

TEST_CASE("nothing of the source is left inside, in luma and in chroma") {
    const PixelFormat format = GENERATE(PixelFormat::yuv420p8, PixelFormat::yuv420p10);
    const FrameMask mask = mask_of({{80.3F, 60.7F, 21.4F, 30.2F, 0.3F}});
    Frame f(161, 121, format);
    Dice dice;
    set_samples(f, [&](int, int, int) { return dice.below(220) + 10; });
    Obscurer(with(Style::solid)).apply(f, mask);
    std::array<std::set<int>, 3> seen;
    for (int p = 0; p < 3; ++p) {
        for (int y = 0; y < f.plane(p).height; ++y) {
            for (int x = 0; x < f.plane(p).width; ++x) {
                if (sample_touches(mask, p, x, y)) seen[static_cast<std::size_t>(p)].insert(sample(f, p, x, y));
            }
        }
    }
    for (const auto& values : seen) CHECK(values.size() == 1);
}

TEST_CASE("only the mask and its feather are touched") {
    const Style style = GENERATE(Style::veil, Style::solid, Style::pixelate, Style::gaussian);
    const PixelFormat format = GENERATE(PixelFormat::yuv420p8, PixelFormat::yuv420p10);
    const FrameMask mask = mask_of({{100, 60, 20, 30, 0.4F}, {3, 100, 15, 15, 0}});
    const Frame before = scene(201, 141, format);
    Frame after = before;
    Obscurer(with(style)).apply(after, mask);
    int touched_outside = 0;
    for (int p = 0; p < 3; ++p) {
        const int step = p == 0 ? 1 : 2;
        for (int y = 0; y < before.plane(p).height; ++y) {
            for (int x = 0; x < before.plane(p).width; ++x) {
                if (sample(before, p, x, y) == sample(after, p, x, y)) continue;
                const bool near = std::any_of(mask.ellipses.begin(), mask.ellipses.end(), [&](Ellipse e) {
                    e.rx = (e.rx + 3) * 1.24F;
                    e.ry = (e.ry + 3) * 1.24F;
                    return distance(e, step * (x + 0.5), step * (y + 0.5)) <= 1;
                });
                touched_outside += !near;
            }
        }
    }
    CHECK(touched_outside == 0);
    CHECK(differences(before, after) > 0);
    CHECK(differences(before, scene(201, 141, format)) == 0);  // a shared picture is not written to
}

TEST_CASE("the feather fades outwards from the rim and the inside is whole") {
    Frame f(320, 240, PixelFormat::yuv420p8);
    set_samples(f, [](int p, int, int) { return p == 0 ? 220 : 128; });
    Obscurer(with(Style::solid, Tone::none)).apply(f, mask_of({middle_mask}));
    const int inside = sample(f, 0, 160, 120);
    for (int x = 110; x < 210; ++x) CHECK(sample(f, 0, x, 120) == inside);
    int last = inside;
    for (int x = 210; x < 225; ++x) {  // 0.12 of 100 px is 12 px
        CHECK(sample(f, 0, x, 120) >= last);
        last = sample(f, 0, x, 120);
    }
    CHECK(sample(f, 0, 212, 120) < 140);
    CHECK(sample(f, 0, 216, 120) > inside + 20);
    CHECK(last == 220);
}

TEST_CASE("a frame hidden whole is one flat grey that knows nothing of the frame") {
    const PixelFormat format = GENERATE(PixelFormat::yuv420p8, PixelFormat::yuv420p10);
    const bool full = GENERATE(false, true);
    media::Colour colour;
    colour.full_range = full;
    colour.range_known = true;
    FrameMask whole;
    SECTION("because the mask says so") {
        whole.whole = true;
    }
    SECTION("because a mask cannot be drawn") {
        whole.ellipses = {middle_mask, {std::numeric_limits<float>::quiet_NaN(), 1, 1, 1, 0}};
    }
    SECTION("because nothing lies outside the mask") {
        whole.ellipses = {{50, 40, 200, 200, 0}};
    }
    const int unit = format == PixelFormat::yuv420p8 ? 1 : 4;
    Frame a = scene(101, 81, format, 0, colour), b = scene(101, 81, format, 5, colour);
    Obscurer(with(Style::veil)).apply(a, whole);
    Obscurer(with(Style::veil)).apply(b, whole);
    CHECK(differences(a, b) == 0);
    std::set<int> luma;
    for (int y = 0; y < 81; ++y) {
        for (int x = 0; x < 101; ++x) luma.insert(sample(a, 0, x, y));
    }
    CHECK(luma.size() == 1);
    CHECK(*luma.begin() == Approx(full ? 102 * unit : 104 * unit).margin(unit));
    CHECK(sample(a, 1, 20, 20) == 128 * unit);
    CHECK(sample(a, 2, 50, 40) == 128 * unit);
}

TEST_CASE("the veil takes the light of its surroundings from all sides") {
    Frame f(320, 240, PixelFormat::yuv420p8);
    set_samples(f, [](int p, int x, int) { return p > 0 ? 128 : x < 160 ? 60 : 180; });
    Obscurer(with(Style::veil, Tone::none)).apply(f, mask_of({middle_mask}));
    double last = 0;
    for (int x = 118; x <= 202; x += 6) {
        const double here = mean_around(f, 0, x, 120, 3);
        CHECK(here > last - 0.5);
        CHECK(here - last < (x == 118 ? 100 : 24));  // no edge
        last = here;
    }
    CHECK(mean_around(f, 0, 118, 120, 3) < 85);
    CHECK(mean_around(f, 0, 202, 120, 3) > 155);
    CHECK(mean_around(f, 0, 160, 120, 3) == Approx(120).margin(6));
}

TEST_CASE("a mask over the frame's edge is filled from the sides that are in the frame") {
    const Ellipse e = GENERATE(Ellipse{0, 120, 50, 66, 0}, Ellipse{160, 230, 50, 66, 0}, Ellipse{320, 0, 60, 60, 0},
                               Ellipse{160, 120, 60, 400, 0});
    Dice dice;
    Frame f = grey_wall(320, 240, 200, 1, dice);
    Obscurer(with(Style::veil, Tone::none)).apply(f, mask_of({e}));
    for (int y = 4; y < 240; y += 8) {
        for (int x = 4; x < 320; x += 8) CHECK(mean_around(f, 0, x, y, 3) == Approx(200).margin(2));
    }
}

TEST_CASE("a small mask inside a large one is not seen") {
    const Ellipse small{150, 110, 15, 20, 0};
    Frame together = scene(320, 240, PixelFormat::yuv420p8), alone = scene(320, 240, PixelFormat::yuv420p8);
    Obscurer(with(Style::veil)).apply(together, mask_of({middle_mask, small}));
    Obscurer(with(Style::veil)).apply(alone, mask_of({middle_mask}));
    CHECK(differences(together, alone) == 0);
}

TEST_CASE("a small lamp at the rim makes no streak") {
    Dice dice;
    const Frame wall = grey_wall(320, 240, 80, 1, dice);
    Frame lamp = wall;
    set_samples(lamp,
                [](int p, int x, int y) { return p == 0 && x >= 213 && x < 216 && y >= 118 && y < 121 ? 235 : -1; });
    Frame plain = wall;
    Obscurer(with(Style::veil)).apply(plain, mask_of({middle_mask}));
    Obscurer(with(Style::veil)).apply(lamp, mask_of({middle_mask}));
    double most = 0;
    for (int y = 60; y < 180; y += 4) {
        for (int x = 116; x <= 204; x += 4) {
            if (distance(middle_mask, x, y) > 0.9) continue;
            most = std::max(most, std::abs(mean_around(plain, 0, x, y, 2) - mean_around(lamp, 0, x, y, 2)));
        }
    }
    CHECK(most < 1.5);
}

TEST_CASE("the veil does not flicker under the noise of the picture") {
    Dice dice;
    Obscurer obscurer(with(Style::veil));
    double last = 0, most = 0;
    for (int t = 0; t < 12; ++t) {
        Frame f = grey_wall(320, 240, 100, 4, dice);
        f.set_pts(Time(t * 40'000'000LL));
        obscurer.apply(f, mask_of({middle_mask}));
        const double here = mean_around(f, 0, 160, 120, 30);  // the grain goes in the mean of 61 by 61 samples
        if (t > 0) most = std::max(most, std::abs(here - last));
        last = here;
    }
    CHECK(most < 0.6);
}

TEST_CASE("the veil follows a slow change calmly, a great one at once, and forgets at a cut") {
    Dice dice;
    Obscurer obscurer(with(Style::veil, Tone::none));
    auto veil_on = [&, t = 0](int level) mutable {
        Frame f = grey_wall(320, 240, level, 1, dice);
        f.set_pts(Time(t++ * 40'000'000LL));
        obscurer.apply(f, mask_of({middle_mask}));
        return mean_around(f, 0, 160, 120, 12);
    };
    CHECK(veil_on(100) == Approx(100).margin(1));
    const double calm = veil_on(104);
    CHECK(calm > 100);
    CHECK(calm < 103);
    CHECK(veil_on(200) == Approx(200).margin(2));
    obscurer.forget();
    CHECK(veil_on(204) == Approx(204).margin(0.7));
}

TEST_CASE("a frame hidden whole or not at all does not disturb the veil's memory") {
    Obscurer obscurer(with(Style::veil));
    Frame a = scene(160, 120, PixelFormat::yuv420p8, 0);
    const Frame untouched = a;
    obscurer.apply(a, mask_of({}));
    CHECK(differences(a, untouched) == 0);
    obscurer.apply(a, {true, {}});
    CHECK(differences(a, untouched) > 0);
}

TEST_CASE("the grain is the seed's and the frame number's, and like the noise of the picture") {
    const auto veiled = [](std::uint64_t seed, double noise, int frames = 1) {
        ObscureOptions o = with(Style::veil);
        o.seed = seed;
        Obscurer obscurer(o);
        Frame f;
        for (int i = 0; i < frames; ++i) {
            Dice dice{3};
            f = grey_wall(320, 240, 100, noise, dice);
            obscurer.apply(f, mask_of({middle_mask}));
        }
        return f;
    };
    CHECK(differences(veiled(1, 2), veiled(1, 2)) == 0);
    CHECK(differences(veiled(1, 2), veiled(2, 2)) > 1000);
    CHECK(differences(veiled(1, 2), veiled(1, 2, 2)) > 1000);
    CHECK(deviation_within(veiled(1, 0), 160, 120, 5) < 1.2);
    CHECK(deviation_within(veiled(1, 3), 160, 120, 5) == Approx(3).margin(1));
    CHECK(deviation_within(veiled(1, 30), 160, 120, 5) < 7);
}

TEST_CASE("the tone grows towards the middle and is chosen, not found") {
    const auto blue_at = [](Tone tone, int x) {
        Dice dice;
        Frame f = grey_wall(320, 240, 120, 1, dice);
        Obscurer(with(Style::veil, tone)).apply(f, mask_of({middle_mask}));
        return mean_around(f, 1, x / 2, 60, 2) - 128;
    };
    CHECK(blue_at(Tone::none, 160) == Approx(0).margin(0.3));
    CHECK(blue_at(Tone::neutral, 160) < blue_at(Tone::neutral, 185) - 1);
    CHECK(blue_at(Tone::neutral, 185) < blue_at(Tone::neutral, 205) - 0.5);
    CHECK(blue_at(Tone::warm, 160) < blue_at(Tone::neutral, 160) - 2);
    CHECK(blue_at(Tone::cool, 160) > 1);
}

TEST_CASE("a presence is seen on white and on black") {
    const int wall = GENERATE(20, 230);
    Dice dice;
    Frame f = grey_wall(320, 240, wall, 1, dice);
    Obscurer(with(Style::veil)).apply(f, mask_of({middle_mask}));
    CHECK(std::abs(mean_around(f, 0, 160, 120, 5) - wall) > 8);
    CHECK(std::abs(mean_around(f, 0, 112, 120, 1) - wall) < 6);
}

TEST_CASE("pixelate leaves at most five cells across the face") {
    const float size = GENERATE(12.0F, 50.0F, 90.0F);
    const Ellipse e{160.4F, 120.6F, size, size * 1.3F, 0};
    Frame f = scene(320, 240, PixelFormat::yuv420p8);
    Obscurer(with(Style::pixelate)).apply(f, mask_of({e}));
    const auto cells = [&](int plane, int dx, int dy, int count) {
        const int step = plane == 0 ? 1 : 2;
        int runs = 1, last = -1;
        for (int i = -count / step; i <= count / step; ++i) {
            const int here = sample(f, plane, 160 / step + i * dx, 120 / step + i * dy);
            if (last >= 0 && here != last) ++runs;
            last = here;
        }
        return runs;
    };
    const int half_face = static_cast<int>(size / 1.4F),
              half_height = static_cast<int>(std::min(119.0F, size * 1.3F / 1.4F));
    for (int p = 0; p < 3; ++p) {
        CHECK(cells(p, 1, 0, half_face) <= 5);
        CHECK(cells(p, 0, 1, half_height) <= 5);
        CHECK(cells(p, 1, 0, half_face) >= 2);
    }
}

TEST_CASE("gaussian takes the detail away") {
    Frame f = scene(320, 240, PixelFormat::yuv420p8);
    const double before = deviation_within(f, 160, 120, 20);
    Obscurer(with(Style::gaussian)).apply(f, mask_of({middle_mask}));
    CHECK(before > 15);
    CHECK(deviation_within(f, 160, 120, 20) < before / 3);
}

TEST_CASE("tiny, huge, flat and far masks are drawn without harm") {
    const Style style = GENERATE(Style::veil, Style::solid, Style::pixelate, Style::gaussian);
    const Ellipse e = GENERATE(Ellipse{10, 10, 0, 0, 0}, Ellipse{10, 10, -5, 3, 0}, Ellipse{-500, 20, 30, 30, 0},
                               Ellipse{1e30F, 20, 30, 30, 0}, Ellipse{20, 20, 1e30F, 1, 0.7F},
                               Ellipse{20, 20, 1e6F, 1e6F, 0}, Ellipse{32, 0, 30, 0.5F, 0});
    const auto [width, height] = GENERATE(std::pair{64, 48}, std::pair{1, 1}, std::pair{3, 2});
    Frame f = scene(width, height, PixelFormat::yuv420p8);
    Obscurer obscurer(with(style));
    obscurer.apply(f, mask_of({e}));
    obscurer.apply(f, mask_of({e, e}));
    CHECK(f.width() == width);
}

TEST_CASE("styles and tones have words") {
    for (const Style s : {Style::veil, Style::solid, Style::pixelate, Style::gaussian})
        CHECK(style_from(to_string(s)) == s);
    for (const Tone t : {Tone::none, Tone::neutral, Tone::warm, Tone::cool}) CHECK(tone_from(to_string(t)) == t);
    CHECK_THROWS_WITH(style_from("blur"), "style 'blur': not one of veil, solid, pixelate, gaussian");
    try {
        tone_from("pink");
        FAIL("a word that is not known was taken");
    } catch (const Error& e) {
        CHECK(e.kind() == ErrorKind::usage);
    }
}
