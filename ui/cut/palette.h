// The tags under the keys 1 to 9, and the colour each is told by (beside its word).
//
// Fingers and eyes learn them, so both belong to the archive, are the same in all its interviews, and are kept from
// start to start (QSettings). A key changes only by hand, or when its tag was never used and another is; a colour
// never does. At first the tags of the interview that is opened come first, in the codebook's order.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include <QColor>

#include "ui/cut/material.h"

namespace counterclip::ui {

class TagPalette {
  public:
    static constexpr std::size_t keys = 9;

    // Tags used since get a key, as long as there is one that nobody used; those of another archive have their own.
    void read(const Material& material);
    // Under which key it is from now on; nothing when all nine are in use.
    std::optional<std::size_t> take_in(const std::string& tag);
    // By hand, for good. What was there goes to the key that the tag had before; without one it has none from now on.
    void put(const std::string& tag, std::size_t key);
    const std::array<std::string, keys>& tags() const { return tags_; }  // empty: the key has no tag
    // Of a segment: its first tag's; grey without one.
    QColor colour_of(const archive::Segment& segment) const;
    QColor colour_of(const std::string& tag) const;

  private:
    void load(const std::string& archive);
    void save() const;
    void give_colour(const std::string& tag);
    std::string archive_;
    std::array<std::string, keys> tags_;
    std::vector<std::string> used_;      // somebody used them, or put them on a key
    std::vector<std::string> coloured_;  // in the order in which they were met: each takes the next colour
};

}  // namespace counterclip::ui
