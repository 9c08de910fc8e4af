#include "ui/cut/palette.h"

#include <algorithm>

#include <QSettings>

#include "ui/look/roles.h"

namespace counterclip::ui {

namespace {

template <class Tags>
bool has(const Tags& all, const std::string& one) {
    return std::ranges::find(all, one) != all.end();
}

// Apart from each other and, as far as twelve can be, from the colours of states; violet, blue and green as in the mock
// first.
const std::array<QColor, 12>& colours() {
    static const std::array<QColor, 12> all{QColor("#5a93d9"), QColor("#a274d1"), QColor("#4fae6a"), QColor("#c9a24a"),
                                            QColor("#4fb3c4"), QColor("#d07aa8"), QColor("#9aa84a"), QColor("#c98557"),
                                            QColor("#7f86e0"), QColor("#8fa9b8"), QColor("#b58f7a"), QColor("#6fbf9f")};
    return all;
}

QString setting(const std::string& archive, const char* what) {
    return QStringLiteral("tags/%1/%2").arg(QString::fromStdString(archive), QLatin1String(what));
}

template <class Tags>
QStringList as_list(const Tags& tags) {
    QStringList list;
    for (const auto& tag : tags) list << QString::fromStdString(tag);
    return list;
}

std::vector<std::string> stored(const std::string& archive, const char* what) {
    std::vector<std::string> tags;
    for (const auto& tag : QSettings().value(setting(archive, what)).toStringList()) tags.push_back(tag.toStdString());
    return tags;
}

}  // namespace

void TagPalette::load(const std::string& archive) {
    archive_ = archive;
    tags_ = {};
    const auto kept = stored(archive, "keys");
    std::copy_n(kept.begin(), std::min(kept.size(), keys), tags_.begin());
    used_ = stored(archive, "used");
    coloured_ = stored(archive, "coloured");
}

// Only what is otherwise than it lies there: reading the archive anew is no reason to write to the disk.
void TagPalette::save() const {
    if (archive_.empty()) return;
    QSettings settings;
    const auto put = [&](const char* what, const QStringList& tags) {
        if (settings.value(setting(archive_, what)).toStringList() != tags)
            settings.setValue(setting(archive_, what), tags);
    };
    put("keys", as_list(tags_));
    put("used", as_list(used_));
    put("coloured", as_list(coloured_));
}

void TagPalette::read(const Material& material) {
    if (material.archive != archive_) load(material.archive);
    for (auto& tag : tags_)
        if (has(material.retired, tag) && !has(material.tags_in_use, tag)) tag.clear();
    for (const auto& tag : material.tags_in_use) take_in(tag);
    auto next = material.codebook.begin();
    for (auto& tag : tags_) {
        if (!tag.empty()) continue;
        next = std::find_if(next, material.codebook.end(), [&](const archive::Code& c) { return !has(tags_, c.tag); });
        if (next == material.codebook.end()) break;
        tag = next->tag;
    }
    for (const auto& tag : tags_) give_colour(tag);
    save();
}

// A tag that nobody used yet gives way, from the end.
std::optional<std::size_t> TagPalette::take_in(const std::string& tag) {
    if (!has(used_, tag)) used_.push_back(tag);
    give_colour(tag);
    auto found = std::ranges::find(tags_, tag);
    if (found == tags_.end()) found = std::ranges::find(tags_, std::string());
    if (found == tags_.end()) {
        const auto unused = std::find_if(tags_.rbegin(), tags_.rend(), [&](const auto& t) { return !has(used_, t); });
        if (unused == tags_.rend()) return std::nullopt;
        found = unused.base() - 1;
    }
    *found = tag;
    save();
    return static_cast<std::size_t>(found - tags_.begin());
}

void TagPalette::put(const std::string& tag, std::size_t key) {
    if (!has(used_, tag)) used_.push_back(tag);
    give_colour(tag);
    const auto before = std::ranges::find(tags_, tag);
    if (before != tags_.end()) *before = tags_.at(key);
    tags_.at(key) = tag;
    save();
}

void TagPalette::give_colour(const std::string& tag) {
    if (!tag.empty() && !has(coloured_, tag)) coloured_.push_back(tag);
}

QColor TagPalette::colour_of(const std::string& tag) const {
    const auto found = std::ranges::find(coloured_, tag);
    if (found == coloured_.end()) return roles().dim;
    return colours().at(static_cast<std::size_t>(found - coloured_.begin()) % colours().size());
}

QColor TagPalette::colour_of(const archive::Segment& segment) const {
    return segment.tags.empty() ? roles().dim : colour_of(segment.tags.front());
}

}  // namespace counterclip::ui
