#include "ui/timeline/paint.h"

#include <algorithm>

#include <QPainter>
#include <QPolygonF>

#include "ui/look/roles.h"

namespace counterclip::ui {

namespace {

constexpr double tick_apart = 88;   // px; a time with milliseconds fits
constexpr int narrowest_text = 20;  // px
constexpr int gap_above_items = 2;  // px
constexpr int radius = 4;           // px

QColor mixed(const QColor& a, const QColor& b, double share) {
    const auto of = [&](int x, int y) { return static_cast<int>(x * share + y * (1 - share)); };
    return {of(a.red(), b.red()), of(a.green(), b.green()), of(a.blue(), b.blue())};
}

bool is_dark() {
    return roles().window.lightness() < 128;
}

QColor body_of(const LaneItem& item) {
    const bool quiet = !item.colour.isValid() && item.mood == Mood::plain;
    return mixed(colour_of(item), roles().panel, quiet ? 0.30 : is_dark() ? 0.48 : 0.34);
}

// Hatched: what stops; dotted: what is to be thought about. So that moods are told apart without their colour.
void paint_sign(QPainter& painter, const QRectF& body, const LaneItem& item) {
    if (item.mood != Mood::stop && item.mood != Mood::warn) return;
    QColor line = colour_of(item);
    line.setAlpha(item.mood == Mood::stop ? 150 : 120);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QBrush(line, item.mood == Mood::stop ? Qt::BDiagPattern : Qt::Dense6Pattern));
    painter.drawRoundedRect(body, radius, radius);
}

void paint_grips(QPainter& painter, const QRectF& body) {
    if (body.width() < 16) return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(roles().text);
    painter.drawRoundedRect(QRectF(body.left() + 2, body.top() + 4, 3, body.height() - 8), 1, 1);
    painter.drawRoundedRect(QRectF(body.right() - 5, body.top() + 4, 3, body.height() - 8), 1, 1);
}

void paint_item(QPainter& painter, const LaneItem& item, const QRectF& place, QRect lane, bool chosen) {
    // What begins or ends far outside is cut to what is seen: its text stays in sight.
    const auto body = place.intersected(QRectF(lane).adjusted(-2 * radius, 0, 2 * radius, 0));
    painter.setPen(Qt::NoPen);
    painter.setBrush(body_of(item));
    if (body.width() < 3) {
        painter.fillRect(body, colour_of(item));
        return;
    }
    painter.drawRoundedRect(body, radius, radius);
    paint_sign(painter, body, item);
    if (chosen) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(roles().text, 1.5));
        painter.drawRoundedRect(body.adjusted(0.75, 0.75, -0.75, -0.75), radius, radius);
        if (item.can_trim) paint_grips(painter, body);
    }
    if (body.width() < narrowest_text || item.text.isEmpty()) return;
    const auto words = body.intersected(QRectF(lane)).adjusted(7, 0, -6, 0);
    painter.setPen(roles().text);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine,
                     painter.fontMetrics().elidedText(item.text, Qt::ElideRight, static_cast<int>(words.width())));
}

}  // namespace

QColor colour_of(const LaneItem& item) {
    return item.colour.isValid() ? item.colour : colour_of(item.mood);
}

QRect place_of(const LaneItem& item, QRect lane, const Scale& scale) {
    const int left = static_cast<int>(x_of(scale, item.range.in));
    const int right = static_cast<int>(x_of(scale, item.range.out));
    return {left, lane.top() + gap_above_items, std::max(2, right - left - 1), lane.height() - 2 * gap_above_items};
}

void paint_ruler(QPainter& painter, QRect place, const Scale& scale) {
    painter.fillRect(place, roles().window);
    painter.setPen(roles().line);
    painter.drawLine(place.bottomLeft(), place.bottomRight());
    QFont font(QStringLiteral("Noto Sans Mono"));
    font.setPixelSize(11);
    painter.setFont(font);
    for (const auto& tick : ticks(scale, tick_apart)) {
        const auto x = x_of(scale, tick.at);
        painter.setPen(roles().line);
        painter.drawLine(QPointF(x, place.bottom()), QPointF(x, place.bottom() - (tick.text.isEmpty() ? 3 : 8)));
        painter.setPen(roles().dim);
        if (!tick.text.isEmpty())
            painter.drawText(QRectF(x + 4, place.top(), tick_apart, place.height() - 4),
                             Qt::AlignVCenter | Qt::AlignLeft | Qt::AlignAbsolute, tick.text);
    }
}

void paint_lane(QPainter& painter, const Lanes& lanes, std::size_t n, const LaneLook& look) {
    const auto& lane = lanes.at(n);
    painter.setPen(mixed(roles().line, roles().panel, 0.5));
    painter.drawLine(look.place.bottomLeft(), look.place.bottomRight());
    if (lane.paint) lane.paint(painter, look.place.adjusted(0, 1, 0, -1), look.scale.visible);
    int drawn_to = look.place.left() - 1;
    for (const auto& item : lanes.near(n, look.shown)) {
        if (!overlaps(item.range, look.shown)) continue;
        const auto place = place_of(item, look.place, look.scale);
        // A whole recording of cues: one line a px says as much as a hundred.
        if (place.width() <= 2 && place.right() <= drawn_to) continue;
        drawn_to = place.right();
        paint_item(painter, item, place, look.place, look.is_chosen(item));
    }
}

void paint_held(QPainter& painter, const LaneItem& item, QRect lane, const Scale& scale) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(roles().text, 1.5, Qt::DashLine));
    painter.drawRoundedRect(QRectF(place_of(item, lane, scale)).adjusted(0.75, 0.75, -0.75, -0.75), radius, radius);
}

void paint_title(QPainter& painter, QRect place, const QString& title, bool current) {
    painter.setPen(mixed(roles().line, roles().panel, 0.5));
    painter.drawLine(place.bottomLeft(), place.bottomRight());
    painter.setPen(current ? roles().text : roles().dim);
    const auto words = place.adjusted(12, 0, -8, 0);
    painter.drawText(words, static_cast<int>(Qt::AlignVCenter | Qt::AlignLeading),
                     painter.fontMetrics().elidedText(title, Qt::ElideRight, words.width()));
}

void paint_marks(QPainter& painter, QRect ruler, int bottom, const Scale& scale, std::optional<Time> in,
                 std::optional<Time> out) {
    if (!in && !out) return;
    const double from = in ? x_of(scale, *in) : ruler.left();
    const double to = out ? x_of(scale, *out) : ruler.right() + 1;
    QColor wash = roles().safe;
    wash.setAlpha(36);
    if (in && out && to > from) {
        painter.fillRect(QRectF(from, ruler.bottom() + 1, to - from, bottom - ruler.bottom() - 1), wash);
        wash.setAlpha(90);
        painter.fillRect(QRectF(from, ruler.top(), to - from, 4), wash);
    }
    const auto bracket = [&](double x, int way) {
        painter.setPen(QPen(roles().safe, 2));
        painter.drawPolyline(QPolygonF{{x + 6 * way, ruler.top() + 2.0}, {x, ruler.top() + 2.0}, {x, double(bottom)}});
    };
    if (in) bracket(from, 1);
    if (out) bracket(to, -1);
}

void paint_playhead(QPainter& painter, QRect ruler, int bottom, double x) {
    const auto line = is_dark() ? QColor(Qt::white) : QColor(Qt::black);
    painter.fillRect(QRectF(x - 0.75, ruler.top() + 6, 1.5, bottom - ruler.top() - 6), line);
    painter.setPen(Qt::NoPen);
    painter.setBrush(line);
    painter.drawPolygon(QPolygonF{{x - 5, ruler.top() + 1.0}, {x + 5, ruler.top() + 1.0}, {x, ruler.top() + 9.0}});
}

void paint_snap(QPainter& painter, int top, int bottom, double x) {
    painter.setPen(QPen(roles().warn, 1, Qt::DashLine));
    painter.drawLine(QPointF(x, top), QPointF(x, bottom));
}

}  // namespace counterclip::ui
