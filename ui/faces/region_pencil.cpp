#include "ui/faces/region_pencil.h"

#include <algorithm>
#include <array>

#include <QPainter>

#include "ui/look/roles.h"
#include "ui/player/picture_view.h"

namespace counterclip::ui {

namespace {

constexpr double handle = 10;   // px of the widget
constexpr double smallest = 4;  // px of the picture: less is a click

QRectF rect_of(const faces::RegionKey& key) {
    return {key.x, key.y, key.w, key.h};
}

}  // namespace

RegionPencil::RegionPencil(PictureView& view, QObject* parent) : QObject(parent), view_(view) {
    connect(&view_, &PictureView::pressed, this, [this](QPointF at) { press(at); });
    connect(&view_, &PictureView::dragged, this, &RegionPencil::drag);
    connect(&view_, &PictureView::released, this, &RegionPencil::release);
}

void RegionPencil::set_regions(std::vector<faces::Region> regions) {
    regions_ = std::move(regions);
    if (std::ranges::find(regions_, chosen_, &faces::Region::id) == regions_.end()) chosen_ = 0;
    view_.update();
}

void RegionPencil::choose(qint64 region) {
    chosen_ = region;
    view_.update();
}

void RegionPencil::begin() {
    is_drawing_ = true;
    view_.setCursor(Qt::CrossCursor);
    view_.update();
}

void RegionPencil::stop() {
    is_drawing_ = false;
    hold_ = Hold::none;
    view_.unsetCursor();
    view_.update();
}

std::optional<QRectF> RegionPencil::box_of(const faces::Region& region) const {
    const auto key = faces::at(region, view_.shown().pts);
    return key ? std::optional(rect_of(*key)) : std::nullopt;
}

void RegionPencil::press(QPointF at) {
    if (view_.picture().isNull()) return;
    pts_ = view_.shown().pts;
    from_ = at;
    if (is_drawing_) {
        hold_ = Hold::draw;
        box_ = {at, at};
        return;
    }
    const double reach = handle / std::max(0.01, view_.to_widget().m11());
    for (const auto& region : regions_) {
        const auto box = box_of(region);
        if (!box || region.id != chosen_) continue;
        const std::array corners{box->topLeft(), box->topRight(), box->bottomRight(), box->bottomLeft()};
        for (std::size_t n = 0; n < corners.size(); ++n)
            if ((corners[n] - at).manhattanLength() <= reach) {
                hold_ = Hold::resize;
                anchor_ = corners[(n + 2) % 4];
                before_ = box_ = *box;
                return;
            }
        if (box->contains(at)) {
            hold_ = Hold::move;
            before_ = box_ = *box;
            return;
        }
    }
    for (const auto& region : regions_)
        if (const auto box = box_of(region); box && box->contains(at)) return Q_EMIT chosen(region.id);
}

void RegionPencil::drag(QPointF at) {
    switch (hold_) {
        case Hold::none:
            return;
        case Hold::draw:
            box_ = QRectF(from_, at).normalized();
            break;
        case Hold::move:
            box_ = before_.translated(at - from_);
            break;
        case Hold::resize:
            box_ = QRectF(anchor_, at).normalized();
            break;
    }
    view_.update();
}

void RegionPencil::release(QPointF at) {
    drag(at);
    const auto held = std::exchange(hold_, Hold::none);
    view_.update();
    if (held == Hold::none || box_.width() < smallest || box_.height() < smallest) return;
    if (held == Hold::draw) {
        stop();
        return Q_EMIT drawn(box_, pts_.count());
    }
    if (box_ != before_) Q_EMIT changed(chosen_, box_, pts_.count());
}

void RegionPencil::paint(QPainter& painter, const Picture& picture, const QTransform& to_widget) const {
    const auto& r = dark_roles();  // on pictures, whatever the window's colours
    painter.setBrush(Qt::NoBrush);
    for (const auto& region : regions_) {
        const auto key = faces::at(region, picture.pts);
        if (!key) continue;
        const bool is_chosen = region.id == chosen_;
        const bool is_held = is_chosen && hold_ != Hold::none && hold_ != Hold::draw;
        const auto box = to_widget.mapRect(is_held ? box_ : rect_of(*key));
        painter.setPen(QPen(r.info, is_chosen ? 2 : 1));
        if (region.shape == faces::Shape::rectangle)
            painter.drawRect(box);
        else
            painter.drawEllipse(box);
        painter.drawText(box.topLeft() - QPointF(0, 4), tr("region: %1").arg(QString::fromStdString(region.what)));
        if (!is_chosen) continue;
        painter.fillRect(QRectF(box.topLeft() - QPointF(3, 3), QSizeF(6, 6)), r.info);
        painter.fillRect(QRectF(box.topRight() - QPointF(3, 3), QSizeF(6, 6)), r.info);
        painter.fillRect(QRectF(box.bottomLeft() - QPointF(3, 3), QSizeF(6, 6)), r.info);
        painter.fillRect(QRectF(box.bottomRight() - QPointF(3, 3), QSizeF(6, 6)), r.info);
    }
    if (hold_ == Hold::draw) {
        painter.setPen(QPen(r.info, 2, Qt::DashLine));
        painter.drawEllipse(to_widget.mapRect(box_));
    }
    if (is_drawing_) {
        painter.setPen(r.text);
        painter.drawText(view_.rect().adjusted(16, 16, -16, -16), Qt::AlignHCenter | Qt::AlignTop,
                         tr("Drag over what is to be hidden; round the whole head for a face. Esc: not now"));
    }
}

faces::Region with_key(faces::Region region, const QRectF& box, Time pts) {
    faces::RegionKey key{pts, static_cast<float>(box.x()), static_cast<float>(box.y()), static_cast<float>(box.width()),
                         static_cast<float>(box.height())};
    if (const auto before = faces::at(region, pts)) key.angle = before->angle;
    auto& keys = region.keys;
    const auto at = std::ranges::lower_bound(keys, pts, {}, &faces::RegionKey::pts);
    if (at != keys.end() && at->pts == pts)
        *at = key;
    else
        keys.insert(at, key);
    return region;
}

}  // namespace counterclip::ui
