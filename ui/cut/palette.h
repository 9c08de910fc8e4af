// The tags under the keys 1 to 9, and the colour each is told by (beside its word). Those of the interview come first,
// in the codebook's order; they stay where they are while it is cut, so that fingers learn them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <QColor>

#include "ui/cut/material.h"

namespace counterclip::ui {

class TagPalette {
  public:
    static constexpr std::size_t keys = 9;

    void begin(const Material& material);    // another interview
    void keep_up(const Material& material);  // tags used since get a key, as long as there are
    // Under which key it is from now on; nothing when all nine are in use.
    std::optional<std::size_t> take_in(const std::string& tag, const Material& material);
    const std::vector<std::string>& tags() const { return tags_; }
    // Of a segment: its first tag's; grey without one.
    QColor colour_of(const archive::Segment& segment) const;
    QColor colour_of(const std::string& tag) const;

  private:
    std::vector<std::string> tags_;
};

}  // namespace counterclip::ui
