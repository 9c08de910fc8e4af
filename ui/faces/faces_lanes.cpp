#include "ui/faces/faces_lanes.h"

#include <algorithm>

#include <QPainter>

#include "ui/faces/faces_lines.h"
#include "ui/look/roles.h"
#include "ui/words/tr.h"

namespace counterclip::ui {

namespace {

constexpr std::size_t most_rows = 6;
constexpr float doubtful = 0.4F;

// Faces that are seen at once lie in rows of their own; the last row takes what is left.
std::vector<std::vector<const faces::Track*>> rows_of(const FacesKnown& known) {
    std::vector<const faces::Track*> tracks;
    for (const auto& track : known.tracks)
        if (!track.sightings.empty()) tracks.push_back(&track);
    std::ranges::stable_sort(tracks, {}, [](const auto* t) { return t->sightings.front().pts; });
    std::vector<std::vector<const faces::Track*>> rows;
    for (const auto* track : tracks) {
        auto row = std::ranges::find_if(
            rows, [&](const auto& r) { return r.back()->sightings.back().pts < track->sightings.front().pts; });
        if (row == rows.end()) row = rows.size() < most_rows ? rows.emplace(rows.end()) : rows.end() - 1;
        row->push_back(track);
    }
    return rows;
}

LaneItem item_of(const FacesKnown& known, const faces::Track& track) {
    LaneItem item;
    item.id = track.id;
    item.range = range_of_track(track);
    item.text = tr("person %1 · %2").arg(track.id).arg(in_words(track.label));
    item.tip = item.text + QStringLiteral(", ") + fate(known, track);
    item.mood = track.label == faces::Label::not_a_face   ? Mood::stop
                : track.label == faces::Label::unlabelled ? Mood::warn
                : known.shown.contains(track.id)          ? Mood::plain
                                                          : Mood::safe;
    item.can_trim = track.label != faces::Label::not_a_face;
    return item;
}

void paint_scores(QPainter& painter, QRect place, Range visible, const faces::Track& track) {
    const auto& all = track.sightings;
    auto from = std::ranges::lower_bound(all, visible.in, {}, &faces::Sighting::pts);
    if (from != all.begin()) --from;
    const auto x = [&](Time t) {
        return place.left() + place.width() * seconds(t - visible.in) / std::max(1e-9, seconds(duration(visible)));
    };
    const auto y = [&](float score) {
        return place.bottom() - place.height() * static_cast<double>(std::clamp(score, 0.0F, 1.0F));
    };
    painter.setPen(QPen(roles().line, 1, Qt::DashLine));
    painter.drawLine(QPointF(place.left(), y(doubtful)), QPointF(place.right(), y(doubtful)));
    // As many points as there are columns: more is not seen.
    const auto to = std::ranges::lower_bound(all, visible.out, {}, &faces::Sighting::pts);
    const auto stride = std::max<std::ptrdiff_t>(1, (to - from) / std::max(1, place.width()));
    QPolygonF line;
    for (auto s = from; s < to;) {
        auto worst = s->score;
        const auto end = to - s > stride ? s + stride : to;
        for (auto k = s; k < end; ++k) worst = std::min(worst, k->score);
        line << QPointF(x(s->pts), y(worst));
        s = end;
    }
    painter.setPen(QPen(roles().safe, 1.5));
    painter.drawPolyline(line);
}

template <class T, class Make>
std::vector<LaneItem> by_time(const std::vector<T>& all, Make&& make) {
    std::vector<LaneItem> items;
    for (const auto& one : all) items.push_back(make(one));
    std::ranges::stable_sort(items, {}, [](const LaneItem& item) { return item.range.in; });
    return items;
}

QString people_lane(std::size_t row) {
    return QStringLiteral("people %1").arg(row + 1);
}

}  // namespace

bool is_people_lane(const QString& lane) {
    return lane.startsWith(QStringLiteral("people "));
}

QString lane_of_track(const FacesKnown& known, qint64 track) {
    const auto rows = rows_of(known);
    for (std::size_t row = 0; row < rows.size(); ++row)
        for (const auto* t : rows[row])
            if (t->id == track) return people_lane(row);
    return {};
}

std::vector<Lane> face_lanes(const std::shared_ptr<const FacesKnown>& known, qint64 chosen_track) {
    std::vector<Lane> lanes;
    Lane gaps{QStringLiteral("gaps"), tr("gaps"), by_time(known->gaps, [](const faces::Gap& gap) {
                  LaneItem item;
                  item.id = gap.id;
                  item.range = gap.range;
                  const bool is_open = gap.resolved_by.empty();
                  item.text = is_open ? tr("gap") : tr("resolved");
                  item.tip = in_words(gap.reason);
                  item.mood = is_open ? Mood::stop : Mood::plain;
                  return item;
              })};
    lanes.push_back(std::move(gaps));
    const auto rows = rows_of(*known);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        Lane lane{people_lane(row), row == 0 ? tr("people") : QString(), {}};
        for (const auto* track : rows[row]) lane.items.push_back(item_of(*known, *track));
        lanes.push_back(std::move(lane));
    }
    if (const auto* track = track_of(*known, chosen_track); track && !track->sightings.empty()) {
        Lane score{QStringLiteral("score"), tr("score of %1").arg(chosen_track), {}};
        score.height = 32;
        score.paint = [known, chosen_track](QPainter& painter, QRect place, Range visible) {
            if (const auto* t = track_of(*known, chosen_track)) paint_scores(painter, place, visible, *t);
        };
        lanes.push_back(std::move(score));
    }
    Lane regions{QStringLiteral("regions"), tr("regions"), by_time(known->regions, [](const faces::Region& region) {
                     LaneItem item;
                     item.id = region.id;
                     item.range = faces::range_of(region);
                     item.text = QString::fromStdString(region.what);
                     item.tip = tr("%n key(s)", nullptr, static_cast<int>(region.keys.size()));
                     item.mood = Mood::plain;
                     item.can_trim = true;
                     return item;
                 })};
    lanes.push_back(std::move(regions));
    return lanes;
}

}  // namespace counterclip::ui
