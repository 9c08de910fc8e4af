#include "ui/audit/beside_overlay.h"

#include <algorithm>

#include <QPainter>

#include "ui/look/roles.h"
#include "ui/player/picture_view.h"

namespace counterclip::ui {

namespace {

QRectF fitted(QSizeF size, const QRectF& into) {
    const auto fits = size.scaled(into.size(), Qt::KeepAspectRatio);
    return {into.center() - QPointF(fits.width() / 2, fits.height() / 2), fits};
}

// On pictures, whatever the window's colours.
void paint_chip(QPainter& painter, const QString& text, QPointF corner, Qt::Alignment side) {
    const auto size = QSizeF(painter.fontMetrics().size(Qt::TextSingleLine, text)) + QSizeF(16, 6);
    const QRectF place(side == Qt::AlignRight ? corner - QPointF(size.width(), 0) : corner, size);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, 170));
    painter.drawRoundedRect(place, 10, 10);
    painter.setPen(dark_roles().text);
    painter.drawText(place, Qt::AlignCenter, text);
}

}  // namespace

BesideOverlay::BesideOverlay(PictureView& view, QObject* parent) : QObject(parent), view_(view) {
    view_.set_overlay([this](QPainter& painter, const Picture& picture, const QTransform& to_widget) {
        paint(painter, picture, to_widget);
    });
    const auto draw_line_to = [this](QPointF at) {
        const auto width = view_.shown().source.width();
        if (way_ == BesideWay::wipe && width > 0) set_share(at.x() / width);
    };
    connect(&view_, &PictureView::pressed, this, draw_line_to);
    connect(&view_, &PictureView::dragged, this, draw_line_to);
}

void BesideOverlay::show(std::shared_ptr<const BesidePictures> pictures, BesideKind kind) {
    pictures_ = std::move(pictures);
    kind_ = kind;
    view_.update();
}

void BesideOverlay::show_nothing() {
    pictures_.reset();
    view_.update();
}

void BesideOverlay::set_way(BesideWay way) {
    way_ = way;
    view_.update();
}

void BesideOverlay::set_share(double share) {
    share_ = std::clamp(share, 0.0, 1.0);
    view_.update();
}

void BesideOverlay::set_out_of_date(const QString& warning) {
    warning_ = warning;
    view_.setAccessibleDescription(warning);
    view_.update();
}

QRectF BesideOverlay::warning_place() const {
    if (warning_.isEmpty()) return {};
    const auto text =
        view_.fontMetrics().boundingRect(view_.rect().adjusted(16, 0, -16, 0), Qt::TextWordWrap, warning_);
    return {0.0, 0.0, static_cast<double>(view_.width()), text.height() + 16.0};
}

QPointF BesideOverlay::below_warning(QPointF corner) const {
    return {corner.x(), std::max(corner.y(), warning_place().bottom() + 8)};
}

void BesideOverlay::paint_warning(QPainter& painter) const {
    if (warning_.isEmpty()) return;
    const auto place = warning_place();
    painter.fillRect(place, dark_roles().warn);
    painter.setPen(dark_roles().window);
    painter.drawText(place.adjusted(16, 8, -16, -8), Qt::AlignCenter | Qt::TextWordWrap, warning_);
}

QString BesideOverlay::name_of_render() const {
    return warning_.isEmpty() ? tr("render") : tr("render, out of date");
}

QString BesideOverlay::name_of_source() const {
    return kind_ == BesideKind::original ? tr("original") : tr("recording, veiled");
}

void BesideOverlay::paint(QPainter& painter, const Picture& picture, const QTransform& to_widget) const {
    paint_beside(painter, picture, to_widget);
    paint_warning(painter);
}

void BesideOverlay::paint_beside(QPainter& painter, const Picture& picture, const QTransform& to_widget) const {
    if (!pictures_ || way_ == BesideWay::render_only) return;
    const auto beside = pictures_->at(picture.pts);
    if (beside.isNull()) return;  // a card, or nothing that may be shown
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    if (way_ == BesideWay::side_by_side) return paint_both(painter, picture, beside);
    paint_wipe(painter, beside, to_widget.mapRect(QRectF(QPointF(), QSizeF(picture.source))));
}

void BesideOverlay::paint_wipe(QPainter& painter, const QImage& beside, const QRectF& place) const {
    const double line = place.left() + place.width() * share_;
    painter.save();
    painter.setClipRect(QRectF(place.left(), place.top(), line - place.left(), place.height()));
    painter.fillRect(place, Qt::black);
    painter.drawImage(fitted(beside.size(), place), beside);
    painter.restore();
    painter.setPen(QPen(Qt::white, 2));
    painter.drawLine(QPointF(line, place.top()), QPointF(line, place.bottom()));
    paint_chip(painter, name_of_source(), below_warning(place.topLeft() + QPointF(8, 8)), Qt::AlignLeft);
    paint_chip(painter, name_of_render(), below_warning(place.topRight() + QPointF(-8, 8)), Qt::AlignRight);
}

void BesideOverlay::paint_both(QPainter& painter, const Picture& picture, const QImage& beside) const {
    const QRectF all(view_.rect());
    painter.fillRect(all, Qt::black);
    const QRectF left(all.left(), all.top(), all.width() / 2 - 4, all.height());
    const QRectF right = left.translated(all.width() / 2 + 4, 0);
    painter.drawImage(fitted(beside.size(), left), beside);
    const auto place = fitted(picture.image.size(), right);
    painter.drawImage(place, picture.image);
    paint_chip(painter, name_of_source(), below_warning(fitted(beside.size(), left).topLeft() + QPointF(8, 8)),
               Qt::AlignLeft);
    paint_chip(painter, name_of_render(), below_warning(place.topRight() + QPointF(-8, 8)), Qt::AlignRight);
}

}  // namespace counterclip::ui
