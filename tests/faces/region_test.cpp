#include "faces/region.h"
#include "core/error.h"

using namespace counterclip;
using namespace counterclip::faces;
using namespace std::chrono_literals;

namespace {

Region plate() {
    Region region;
    region.what = "name plate";
    region.shape = Shape::rectangle;
    region.keys = {{1s, 10, 20, 40, 30, 0}, {3s, 50, 60, 80, 50, 0.4F}};
    region.out = 4s;
    return region;
}

}  // namespace

TEST_CASE("a region moves evenly between its keys and rests after the last") {
    const Region region = plate();
    CHECK(at(region, 1s) == RegionKey{1s, 10, 20, 40, 30, 0});
    const RegionKey middle = *at(region, 2s);
    CHECK(middle.x == Approx(30));
    CHECK(middle.y == Approx(40));
    CHECK(middle.w == Approx(60));
    CHECK(middle.h == Approx(40));
    CHECK(middle.angle == Approx(0.2));
    CHECK(at(region, 3500ms)->x == Approx(50));
}

TEST_CASE("a region exists from its first key up to its end, which is not in it") {
    const Region region = plate();
    CHECK_FALSE(at(region, 1s - 1ns));
    CHECK(at(region, 4s - 1ns));
    CHECK_FALSE(at(region, 4s));
    CHECK(range_of(region) == Range{1s, 4s});
}

TEST_CASE("a region of one key stays in its place") {
    Region region = plate();
    region.keys.resize(1);
    CHECK(at(region, 2s)->w == 40);
    CHECK_FALSE(at(region, 4s));
}

TEST_CASE("angles turn the short way round") {
    Region region = plate();
    region.keys[0].angle = 3.0F;
    region.keys[1].angle = -3.0F;
    CHECK(std::abs(at(region, 2s)->angle) == Approx(3.14159).margin(0.001));
}

TEST_CASE("every point of a region lies inside what hides it, whatever its shape and turn") {
    for (const Shape shape : {Shape::ellipse, Shape::rectangle}) {
        for (const float angle : {0.F, 0.3F, 1.2F, 2.9F}) {
            Region region = plate();
            region.shape = shape;
            region.keys = {{1s, 10, 20, 90, 30, angle}};
            const Ellipse e = *hiding(region, 1s);
            for (int i = 0; i < 360; i += 5) {
                // Points on the region's rim, in px about its centre.
                const double t = i * 3.14159265358979 / 180;
                const double reach =
                    shape == Shape::ellipse ? 1 : 1 / std::max(std::abs(std::cos(t)), std::abs(std::sin(t)));
                const double u = 45 * reach * std::cos(t), v = 15 * reach * std::sin(t);
                const double x = 55 + u * std::cos(angle) - v * std::sin(angle);
                const double y = 35 + u * std::sin(angle) + v * std::cos(angle);
                const double dx = x - e.cx, dy = y - e.cy;
                const double along = (dx * std::cos(e.angle) + dy * std::sin(e.angle)) / e.rx;
                const double across = (dy * std::cos(e.angle) - dx * std::sin(e.angle)) / e.ry;
                INFO(to_string(shape) << " turned " << angle << " at " << i);
                CHECK(std::hypot(along, across) <= 1.0001);
            }
        }
    }
}

TEST_CASE("regions are added to what tracks hide, only while they exist") {
    FrameMask mask;
    mask.ellipses.push_back({1, 1, 1, 1, 0});
    add_regions(mask, {plate(), plate()}, 2s);
    CHECK(mask.ellipses.size() == 3);
    CHECK(mask.ellipses.back() == *hiding(plate(), 2s));
    FrameMask later;
    add_regions(later, {plate()}, 4s);
    CHECK(later.ellipses.empty());
}

TEST_CASE("a region that would hide nothing is refused") {
    CHECK_NOTHROW(require_sound(plate()));
    const auto refused = [](auto change) {
        Region region = plate();
        change(region);
        CHECK_THROWS_AS(require_sound(region), Error);
    };
    refused([](Region& r) { r.what.clear(); });
    refused([](Region& r) { r.keys.clear(); });
    refused([](Region& r) { r.keys[1].w = 0; });
    refused([](Region& r) { r.keys[0].x = std::nanf(""); });
    refused([](Region& r) { r.keys[1].pts = 1s; });
    refused([](Region& r) { r.out = 3s; });
}

TEST_CASE("shapes have the words people type") {
    CHECK(shape_from(to_string(Shape::rectangle)) == Shape::rectangle);
    CHECK(shape_from("ellipse") == Shape::ellipse);
    CHECK_THROWS_AS(shape_from("star"), Error);
}
