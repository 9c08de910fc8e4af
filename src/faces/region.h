// A part of the picture that a person marked to be hidden: a tattoo, a document, a name plate, the view from a window,
// a face the machine did not find. Drawn at key moments, interpolated between them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/time.h"
#include "faces/mask.h"

namespace counterclip::faces {

// Where a region is at one moment: an upright box turned about its centre.
struct RegionKey {
    Time pts{};   // on the recording's clock
    float x = 0;  // left, top and size before the turn; px of the displayed frame, may reach over its edge
    float y = 0;
    float w = 0;
    float h = 0;
    float angle = 0;  // rad, clockwise in the picture (y down)
    friend constexpr bool operator==(const RegionKey&, const RegionKey&) = default;
};

enum class Shape : std::uint8_t { ellipse, rectangle };
std::string to_string(Shape shape);
Shape shape_from(std::string_view text);  // Error(usage) listing the words

struct Region {
    std::int64_t id = 0;  // within its recording; 0 = not yet stored
    std::string what;     // "tattoo", "document", "name plate", "window", "face" ...
    Shape shape = Shape::ellipse;
    std::vector<RegionKey> keys;  // rising pts, at least one
    Time out{};                   // the region ends before this; from the last key on it stays where that key put it
    std::string note;
    std::string by;  // operator
};

// Throws Error(usage) that says what is wrong: no name, no key, keys that do not rise, an end that is not after the
// last key, a place without size. A region that passes hides something in every frame of range_of().
void require_sound(const Region& region);

// [first key, out): the region exists in these frames and in no other.
Range range_of(const Region& region) noexcept;

// Where the region is at `pts`: linear between the two keys around it, the angle the short way round. Nothing outside
// range_of().
std::optional<RegionKey> at(const Region& region, Time pts);

// What hides the region at `pts`: its ellipse, or for a rectangle the ellipse through its four corners, which has the
// same proportions and covers a little more than half as much again (pi / 2 of its area). Masks know ellipses only; a
// corner of a document that stays readable would be worse than a rim that did not need hiding.
std::optional<Ellipse> hiding(const Region& region, Time pts);

// Adds what hides each region at `pts` to what tracks hide.
void add_regions(FrameMask& mask, const std::vector<Region>& regions, Time pts);

}  // namespace counterclip::faces
