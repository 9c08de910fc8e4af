#include "ui/cut/palette.h"

#include <algorithm>
#include <array>

#include "ui/look/roles.h"

namespace counterclip::ui {

namespace {

bool has(const std::vector<std::string>& all, const std::string& one) {
    return std::ranges::find(all, one) != all.end();
}

}  // namespace

void TagPalette::begin(const Material& material) {
    tags_.clear();
    keep_up(material);
    for (const auto& code : material.codebook)
        if (tags_.size() < keys && !has(tags_, code.tag)) tags_.push_back(code.tag);
}

void TagPalette::keep_up(const Material& material) {
    for (const auto& tag : material.tags_in_use) take_in(tag, material);
}

// A tag that nobody used yet gives way, from the end.
std::optional<std::size_t> TagPalette::take_in(const std::string& tag, const Material& material) {
    const auto found = std::ranges::find(tags_, tag);
    if (found != tags_.end()) return static_cast<std::size_t>(found - tags_.begin());
    if (tags_.size() < keys) {
        tags_.push_back(tag);
        return tags_.size() - 1;
    }
    for (auto at = tags_.size(); at-- > 0;)
        if (!has(material.tags_in_use, tags_[at])) {
            tags_[at] = tag;
            return at;
        }
    return std::nullopt;
}

QColor TagPalette::colour_of(const std::string& tag) const {
    // Apart from each other and from the colours of states; violet, blue and green as in the mock first.
    static const std::array<QColor, keys> colours{QColor("#5a93d9"), QColor("#a274d1"), QColor("#4fae6a"),
                                                  QColor("#d9a13b"), QColor("#4fb3c4"), QColor("#d07aa8"),
                                                  QColor("#9aa84a"), QColor("#c98557"), QColor("#7f86e0")};
    const auto found = std::ranges::find(tags_, tag);
    return found == tags_.end() ? roles().dim : colours.at(static_cast<std::size_t>(found - tags_.begin()) % keys);
}

QColor TagPalette::colour_of(const archive::Segment& segment) const {
    return segment.tags.empty() ? roles().dim : colour_of(segment.tags.front());
}

}  // namespace counterclip::ui
