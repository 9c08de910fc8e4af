// What lies in the lanes of a timeline, and finding it among tens of thousands: by time, by number, by its edges.
// Plain functions; times are on the recording's or clip's clock.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <vector>

#include <QColor>
#include <QRect>
#include <QString>

#include "core/time.h"
#include "ui/promise/promises.h"

class QPainter;

namespace counterclip::ui {

struct LaneItem {
    qint64 id = 0;  // the room's own: a segment, a track, a cue's number
    Range range{};
    QString text{};
    QString tip{};
    Mood mood = Mood::plain;
    QColor colour{};        // instead of the mood's, where items are told apart by it (tags); never the only sign
    bool can_trim = false;  // its edges can be dragged
};

struct Lane {
    QString id{};  // "segments", "cues", "track 3"
    QString title{};
    std::vector<LaneItem> items{};
    int height = 24;  // px
    // Paints the lane's own background over `visible` into `place` instead of items: thumbnails, waveform, scores.
    // Called with the painter clipped to what is needed.
    std::function<void(QPainter& painter, QRect place, Range visible)> paint{};
};

// Lanes with what makes looking into them quick.
class Lanes {
  public:
    Lanes() = default;
    // Items come in the order of time; where they do not, they are put into it.
    explicit Lanes(std::vector<Lane> lanes);

    const std::vector<Lane>& all() const { return lanes_; }
    std::size_t size() const { return lanes_.size(); }
    const Lane& at(std::size_t n) const { return lanes_.at(n); }
    std::optional<std::size_t> find(const QString& lane) const;
    const LaneItem* find(const QString& lane, qint64 id) const;

    // Items [first, last) of the lane: all that overlap `range` are among them.
    std::span<const LaneItem> near(std::size_t lane, Range range) const;
    // The last one that lies there: the one that is drawn on top.
    const LaneItem* at(std::size_t lane, Range range) const;

    std::optional<Time> edge_before(Time t) const;
    std::optional<Time> edge_after(Time t) const;
    // The edge of another item than `but`, or one of `also`, that lies nearest to `t` and not farther than `reach`.
    std::optional<Time> nearest_edge(Time t, Time reach, const LaneItem& but, std::span<const Time> also) const;

  private:
    const std::vector<Time>& edges() const;
    std::vector<Lane> lanes_;
    std::vector<std::vector<Time>> reach_;  // by lane and item: the latest end of it and all before it
    mutable std::vector<Time> edges_;       // rising, each once; made when first asked for
    mutable bool edges_known_ = false;
};

// What of an item is held by the pointer.
enum class Grip { in, out, slip };

// `start` with the grip moved by `by`: inside `whole`, and never shorter than `shortest`.
Range moved(Range start, Grip grip, Time by, Range whole, Time shortest);

}  // namespace counterclip::ui
