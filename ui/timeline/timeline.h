// The timeline: lanes by kind over one scale with one playhead, the same in Cut and Faces. Wheel scrolls in time,
// Ctrl+wheel zooms about the pointer, a click goes there, edges drag to trim, Alt+drag slips; edges snap to others and
// to the playhead, with a line that shows it.
//
// It draws what it is given and tells what people do with it; it changes nothing itself. Only what is visible is drawn,
// so lanes may hold tens of thousands of items; give them in the order of time.
#pragma once

#include <functional>
#include <optional>
#include <vector>

#include <QImage>
#include <QString>
#include <QWidget>

#include "core/time.h"
#include "ui/promise/promises.h"

class QPainter;

namespace counterclip::ui {

struct LaneItem {
    qint64 id = 0;  // the room's own: a segment, a track, a cue's number
    Range range;
    QString text;
    QString tip;
    Mood mood = Mood::plain;
    QColor colour{};        // instead of the mood's, where items are told apart by it (tags); never the only sign
    bool can_trim = false;  // its edges can be dragged
};

struct Lane {
    QString id;  // "segments", "cues", "track 3"
    QString title;
    std::vector<LaneItem> items;
    int height = 24;  // px
    // Paints the lane's own background over `visible` into `place` instead of items: thumbnails, waveform, scores.
    std::function<void(QPainter& painter, QRect place, Range visible)> paint{};
};

class Timeline : public QWidget {
    Q_OBJECT
  public:
    explicit Timeline(QWidget* parent = nullptr);

    void set_duration(Time duration);         // shows all of it
    void set_lanes(std::vector<Lane> lanes);  // keeps scale, place and, where it is still there, the selection
    void set_playhead(Time t);                // scrolls along while it leaves the view
    void set_marks(std::optional<Time> in, std::optional<Time> out);
    void select(const QString& lane, qint64 id);  // nothing selected: an empty lane
    void show_range(Range range);                 // zooms to it
    Range visible() const;
    // The edge of any item that lies before or after `t`, or the beginning or end.
    Time edge_before(Time t) const;
    Time edge_after(Time t) const;
    // Where the item is drawn, for tests and menus; empty when it is not visible.
    QRect place_of(const QString& lane, qint64 id) const;

  Q_SIGNALS:
    void seek_asked(qint64 pts);
    void chosen(const QString& lane, qint64 id);
    void opened(const QString& lane, qint64 id);                          // double click, Return
    void trimmed(const QString& lane, qint64 id, qint64 in, qint64 out);  // by an edge, or slipped
    void menu_asked(const QString& lane, qint64 id, const QPoint& global);
    void visible_changed(qint64 in, qint64 out);
};

}  // namespace counterclip::ui
