// The timeline: lanes by kind over one scale with one playhead, the same in Cut and Faces. Wheel scrolls in time,
// Ctrl+wheel zooms about the pointer, a click goes there, edges drag to trim, Alt+drag slips; edges snap to others and
// to the playhead, with a line that shows it (not while Ctrl is held). Shift+drag marks a stretch. With the keyboard:
// Ctrl+Left/Right choose the item before or after, Ctrl+Up/Down another lane, Return opens, Page Up/Down scroll, + and
// - zoom, Shift+F10 asks for the menu.
//
// It draws what it is given and tells what people do with it; it changes nothing itself. Only what is visible is drawn,
// so lanes may hold tens of thousands of items; give them in the order of time. Window's thread.
#pragma once

#include <optional>
#include <vector>

#include <QWidget>

#include "core/time.h"
#include "ui/timeline/lanes.h"
#include "ui/timeline/scale.h"

class QScrollBar;
class QToolButton;

namespace counterclip::ui {

class Timeline : public QWidget {
    Q_OBJECT
  public:
    explicit Timeline(QWidget* parent = nullptr);

    void set_duration(Time duration);         // shows all of it
    void set_lanes(std::vector<Lane> lanes);  // keeps scale, place and, where it is still there, the selection
    void set_playhead(Time t);                // scrolls along while it leaves the view
    void set_marks(std::optional<Time> in, std::optional<Time> out);
    void select(const QString& lane, qint64 id);  // nothing selected: an empty lane
    // Others of the same lane that are chosen too (Ctrl+click); select() forgets them.
    void select_also(std::vector<qint64> ids);
    void show_range(Range range);  // zooms to it
    Range visible() const { return visible_; }
    // A lane's own background has something new to show (thumbnails, a waveform that grows).
    void repaint_lane(const QString& lane);
    // The edge of any item that lies before or after `t`, or the beginning or end.
    Time edge_before(Time t) const;
    Time edge_after(Time t) const;
    // Where the item is drawn, for tests and menus; empty when it is not visible.
    QRect place_of(const QString& lane, qint64 id) const;
    // Where a time lies, px of this widget.
    int x_of(Time t) const;
    // What a drag that is under way would make of the item, and the time it snapped to.
    std::optional<Range> drag_preview() const;
    std::optional<Time> snapped_to() const { return snapped_; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  Q_SIGNALS:
    void seek_asked(qint64 pts);
    void chosen(const QString& lane, qint64 id);
    void chosen_also(const QString& lane, qint64 id);                     // Ctrl+click
    void opened(const QString& lane, qint64 id);                          // double click, Return
    void trimmed(const QString& lane, qint64 id, qint64 in, qint64 out);  // by an edge, or slipped
    void marked(qint64 in, qint64 out);                                   // Shift+drag
    void carried_out(const QString& lane, qint64 id);                     // an item was dragged out of the timeline
    void menu_asked(const QString& lane, qint64 id, const QPoint& global);
    void visible_changed(qint64 in, qint64 out);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

  private:
    struct Place {  // what lies under the pointer
        std::optional<std::size_t> lane;
        const LaneItem* item = nullptr;
        std::optional<Grip> edge;
    };
    struct Drag {
        enum class Kind { scrub, item, mark } kind = Kind::scrub;
        Grip grip = Grip::slip;
        QString lane;
        LaneItem item;
        Time from{};  // where the pointer took hold
        Range now{};
        bool has_moved = false;
        QPoint pressed;
    };
    // Geometry, px of this widget.
    bool is_mirrored() const { return layoutDirection() == Qt::RightToLeft; }
    Range whole() const { return {Time(0), duration_}; }
    Scale scale() const;
    QRect ruler_place() const;
    QRect titles_place() const;
    QRect lane_place(std::size_t lane) const;  // under the ruler when it is scrolled away
    QRect lanes_place() const;
    void place_children();
    void set_visible(Range visible);
    void read_bars();
    Place under(QPoint at) const;

    bool is_chosen(std::size_t lane, const LaneItem& item) const;
    void choose(std::size_t lane, const LaneItem& item);
    void choose_beside(int way);
    void choose_lane(int way);
    void tell_chosen();
    void begin_drag(QMouseEvent& event, const Place& place);
    void drag_item(QMouseEvent& event);
    void drag_mark(QPoint at);
    Time wished(Time by);
    void zoom(double factor);
    void show_tip(QHelpEvent& event);

    Lanes lanes_;
    Time duration_{};
    Range visible_{};
    Time playhead_{};
    std::optional<Time> mark_in_;
    std::optional<Time> mark_out_;
    QString chosen_lane_;
    qint64 chosen_id_ = 0;
    std::vector<qint64> also_;
    std::optional<Drag> drag_;
    std::optional<Time> snapped_;
    QScrollBar* along_;
    QScrollBar* down_;
    QToolButton* closer_;
    QToolButton* wider_;
    QToolButton* all_;
};

}  // namespace counterclip::ui
