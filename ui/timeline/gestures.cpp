// What people do with a timeline: pointer, wheel and keys.
#include <algorithm>
#include <array>
#include <cmath>

#include <QApplication>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMouseEvent>
#include <QScrollBar>
#include <QToolTip>
#include <QWheelEvent>

#include "ui/timeline/paint.h"
#include "ui/timeline/timeline.h"

namespace counterclip::ui {

namespace {

using namespace std::chrono_literals;

constexpr int grip_reach = 6;  // px from an edge that still take hold of it
constexpr int snap_reach = 8;  // px
constexpr double wheel_turn = 120;
constexpr double zoom_a_turn = 1.25;
constexpr Time shortest_item = 40ms;  // about a frame

}  // namespace

Timeline::Place Timeline::under(QPoint at) const {
    Place found;
    if (!lanes_place().contains(at)) return found;
    for (std::size_t n = 0; n < lanes_.size(); ++n)
        if (lane_place(n).contains(at)) found.lane = n;
    if (!found.lane) return found;
    const auto scale = this->scale();
    const Range near{time_at(scale, at.x() - grip_reach), time_at(scale, at.x() + grip_reach)};
    const Range here{time_at(scale, at.x()), time_at(scale, at.x() + 1)};
    found.item = lanes_.at(*found.lane, here);
    if (!found.item) found.item = lanes_.at(*found.lane, near);
    if (!found.item || !found.item->can_trim) return found;
    const auto place = ui::place_of(*found.item, lane_place(*found.lane), scale);
    // Of a narrow item a third at each side, so that its middle can still be pressed.
    const int reach = std::min(grip_reach, std::max(1, place.width() / 3));
    if (at.x() <= place.left() + reach)
        found.edge = Grip::in;
    else if (at.x() >= place.right() - reach)
        found.edge = Grip::out;
    return found;
}

void Timeline::choose(std::size_t lane, const LaneItem& item) {
    select(lanes_.at(lane).id, item.id);
    Q_EMIT chosen(chosen_lane_, chosen_id_);
}

void Timeline::tell_chosen() {
    const auto* item = lanes_.find(chosen_lane_, chosen_id_);
    const auto lane = lanes_.find(chosen_lane_);
    if (!item) return setAccessibleDescription({});
    setAccessibleDescription(tr("%1: %2, %3 to %4")
                                 .arg(lanes_.at(*lane).title, item->text.isEmpty() ? item->tip : item->text,
                                      QString::fromStdString(format_time(item->range.in)),
                                      QString::fromStdString(format_time(item->range.out))));
}

void Timeline::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || is_empty(visible_)) return QWidget::mousePressEvent(event);
    const auto at = event->position().toPoint();
    if (!lanes_place().contains(at) && !ruler_place().contains(at)) return;
    const auto place = under(at);
    if (place.item && event->modifiers() == Qt::ControlModifier) {
        Q_EMIT chosen_also(lanes_.at(*place.lane).id, place.item->id);
        return;
    }
    begin_drag(*event, place);
}

void Timeline::begin_drag(QMouseEvent& event, const Place& place) {
    Drag drag;
    drag.pressed = event.position().toPoint();
    drag.from = time_at(scale(), event.position().x());
    if (event.modifiers().testFlag(Qt::ShiftModifier)) {
        drag.kind = Drag::Kind::mark;
        drag.now = {drag.from, drag.from};
        drag_ = drag;
        return;
    }
    const bool slips = place.item && place.item->can_trim && event.modifiers().testFlag(Qt::AltModifier);
    if (place.item) {
        drag.item = *place.item;
        drag.lane = lanes_.at(*place.lane).id;
        drag.now = place.item->range;
    }
    if (place.item && (place.edge || slips)) {
        drag.kind = Drag::Kind::item;
        drag.grip = slips ? Grip::slip : *place.edge;
    }
    drag_ = drag;
    // Listeners may hand in other lanes: nothing of `place` is touched after this.
    const auto goes_to = std::clamp(drag.from, Time(0), duration_);
    if (place.item) choose(*place.lane, *place.item);
    if (drag.kind == Drag::Kind::scrub) Q_EMIT seek_asked(goes_to.count());
}

void Timeline::mouseMoveEvent(QMouseEvent* event) {
    const auto at = event->position().toPoint();
    if (!drag_ || !event->buttons().testFlag(Qt::LeftButton)) {
        const auto place = under(at);
        setCursor(place.edge ? Qt::SizeHorCursor : Qt::ArrowCursor);
        return;
    }
    if (!drag_->has_moved && (at - drag_->pressed).manhattanLength() < QApplication::startDragDistance()) return;
    drag_->has_moved = true;
    switch (drag_->kind) {
        case Drag::Kind::item:
            return drag_item(*event);
        case Drag::Kind::mark:
            return drag_mark(at);
        case Drag::Kind::scrub:
            break;
    }
    if (!drag_->lane.isEmpty() && !rect().contains(at)) {
        const auto carried = *std::exchange(drag_, std::nullopt);
        Q_EMIT carried_out(carried.lane, carried.item.id);
        return;
    }
    const auto t =
        std::clamp(time_at(scale(), event->position().x()), Time(0), duration_ - std::min(Time(1), duration_));
    Q_EMIT seek_asked(t.count());
}

// How far the item's held edge (its beginning, where it slips) moves: to what it snaps to, where that is near.
Time Timeline::wished(Time by) {
    const std::array also{playhead_, mark_in_.value_or(playhead_), mark_out_.value_or(playhead_)};
    const auto& range = drag_->item.range;
    const auto reach = length_of(scale(), snap_reach);
    const auto snap = [&](Time edge) -> std::optional<Time> {
        const auto found = lanes_.nearest_edge(edge + by, reach, drag_->item, also);
        if (found) snapped_ = found;
        return found ? std::optional(*found - edge) : std::nullopt;
    };
    if (drag_->grip == Grip::out) return snap(range.out).value_or(by);
    if (const auto found = snap(range.in)) return *found;
    return drag_->grip == Grip::slip ? snap(range.out).value_or(by) : by;
}

void Timeline::drag_item(QMouseEvent& event) {
    snapped_.reset();
    auto by = time_at(scale(), event.position().x()) - drag_->from;
    if (!event.modifiers().testFlag(Qt::ControlModifier)) by = wished(by);
    drag_->now = moved(drag_->item.range, drag_->grip, by, whole(), shortest_item);
    update();
}

void Timeline::drag_mark(QPoint at) {
    const auto t = std::clamp(time_at(scale(), at.x()), Time(0), duration_);
    drag_->now = {std::min(t, drag_->from), std::max(t, drag_->from)};
    set_marks(drag_->now.in, drag_->now.out);
}

void Timeline::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || !drag_) return;
    const auto drag = *std::exchange(drag_, std::nullopt);
    snapped_.reset();
    update();
    if (!drag.has_moved) return;
    if (drag.kind == Drag::Kind::mark && !is_empty(drag.now)) Q_EMIT marked(drag.now.in.count(), drag.now.out.count());
    if (drag.kind == Drag::Kind::item && drag.now != drag.item.range)
        Q_EMIT trimmed(drag.lane, drag.item.id, drag.now.in.count(), drag.now.out.count());
}

void Timeline::mouseDoubleClickEvent(QMouseEvent* event) {
    const auto place = under(event->position().toPoint());
    if (place.item) Q_EMIT opened(lanes_.at(*place.lane).id, place.item->id);
}

void Timeline::contextMenuEvent(QContextMenuEvent* event) {
    if (event->reason() == QContextMenuEvent::Keyboard) {
        if (!lanes_.find(chosen_lane_, chosen_id_)) return;
        const auto place = place_of(chosen_lane_, chosen_id_);
        Q_EMIT menu_asked(chosen_lane_, chosen_id_, mapToGlobal(place.isEmpty() ? rect().center() : place.center()));
        return;
    }
    const auto place = under(event->pos());
    if (!place.item) return;
    const auto lane = lanes_.at(*place.lane).id;
    const auto id = place.item->id;
    choose(*place.lane, *place.item);
    Q_EMIT menu_asked(lane, id, event->globalPos());
}

void Timeline::zoom(double factor) {
    const auto about = contains(visible_, playhead_) ? playhead_ : visible_.in + duration(visible_) / 2;
    set_visible(zoomed(visible_, whole(), factor, about));
}

void Timeline::wheelEvent(QWheelEvent* event) {
    const auto turned = event->angleDelta();
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        const auto about = time_at(scale(), event->position().x());
        set_visible(zoomed(visible_, whole(), std::pow(zoom_a_turn, turned.y() / wheel_turn), about));
    } else if (event->modifiers().testFlag(Qt::ShiftModifier) || titles_place().contains(event->position().toPoint())) {
        down_->setValue(down_->value() - (turned.y() ? turned.y() : turned.x()) / 4);
    } else {
        const auto turn = turned.x() ? turned.x() : turned.y();
        const auto by = static_cast<double>(duration(visible_).count()) * -turn / wheel_turn / 10;
        set_visible(scrolled(visible_, whole(), Time(std::llround(by))));
    }
    event->accept();
}

void Timeline::choose_beside(int way) {
    const auto lane = lanes_.find(chosen_lane_);
    if (!lane) return choose_lane(1);
    const auto& items = lanes_.at(*lane).items;
    if (items.empty()) return;
    const auto found = std::ranges::find(items, chosen_id_, &LaneItem::id);
    auto next = found;
    if (found == items.end())
        next = std::ranges::find_if(items, [&](const LaneItem& item) { return item.range.out > playhead_; });
    else if (way < 0 && found != items.begin())
        next = std::prev(found);
    else if (way > 0 && std::next(found) != items.end())
        next = std::next(found);
    if (next == items.end()) next = std::prev(items.end());
    const auto to = next->range.in;
    choose(*lane, *next);
    Q_EMIT seek_asked(to.count());
}

// Lanes without items are passed over.
void Timeline::choose_lane(int way) {
    const auto from = lanes_.find(chosen_lane_);
    const auto count = static_cast<int>(lanes_.size());
    int n = from ? static_cast<int>(*from) + way : way > 0 ? 0 : count - 1;
    for (; n >= 0 && n < count; n += way) {
        const auto& lane = lanes_.at(static_cast<std::size_t>(n));
        if (lane.items.empty()) continue;
        chosen_lane_ = lane.id;
        chosen_id_ = 0;
        return choose_beside(0);
    }
}

void Timeline::keyPressEvent(QKeyEvent* event) {
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    switch (event->key()) {
        case Qt::Key_Left:
        case Qt::Key_Right:
            if (!control) break;
            return choose_beside(event->key() == Qt::Key_Left ? -1 : 1);
        case Qt::Key_Up:
        case Qt::Key_Down:
            if (!control) break;
            return choose_lane(event->key() == Qt::Key_Up ? -1 : 1);
        case Qt::Key_PageUp:
        case Qt::Key_PageDown: {
            const auto page = duration(visible_) * 9 / 10;
            return set_visible(scrolled(visible_, whole(), event->key() == Qt::Key_PageUp ? -page : page));
        }
        case Qt::Key_Plus:
        case Qt::Key_Equal:
            return zoom(zoom_a_turn);
        case Qt::Key_Minus:
            return zoom(1 / zoom_a_turn);
        case Qt::Key_Return:
        case Qt::Key_Enter:
            if (!lanes_.find(chosen_lane_, chosen_id_)) break;
            Q_EMIT opened(chosen_lane_, chosen_id_);
            return;
        case Qt::Key_Escape:
            if (!drag_) break;
            drag_.reset();
            snapped_.reset();
            return update();
        default:
            break;
    }
    QWidget::keyPressEvent(event);
}

bool Timeline::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    show_tip(*static_cast<QHelpEvent*>(event));
    return true;
}

void Timeline::show_tip(QHelpEvent& event) {
    const auto place = under(event.pos());
    if (!place.item) return QToolTip::hideText();
    const auto& item = *place.item;
    const auto times = QString::fromStdString(format_time(item.range.in)) + QStringLiteral(" – ") +
                       QString::fromStdString(format_time(item.range.out));
    QToolTip::showText(event.globalPos(), (item.tip.isEmpty() ? item.text : item.tip) + QStringLiteral("\n") + times,
                       this);
}

}  // namespace counterclip::ui
