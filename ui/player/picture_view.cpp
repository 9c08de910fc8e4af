#include "ui/player/picture_view.h"

#include <algorithm>
#include <cmath>

#include <QMouseEvent>
#include <QPainter>

#include "ui/look/roles.h"

namespace counterclip::ui {

namespace {

constexpr double largest_zoom = 8;

}  // namespace

PictureView::PictureView(QWidget* parent) : QWidget(parent) {
    setMinimumSize(320, 180);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Picture"));
}

void PictureView::show_picture(const Picture& picture) {
    picture_ = picture;
    message_.clear();
    update();
}

void PictureView::show_message(const QString& text) {
    picture_ = {};
    message_ = text;
    update();
}

void PictureView::set_overlay(Overlay overlay) {
    overlay_ = std::move(overlay);
    update();
}

void PictureView::set_zoom(double zoom, QPointF centre) {
    zoom_ = std::clamp(zoom, 1.0, largest_zoom);
    const QSizeF source = picture_.source;
    centre_ = zoom_ > 1 && !source.isEmpty() ? QPointF(centre.x() / source.width(), centre.y() / source.height())
                                             : QPointF(0.5, 0.5);
    update();
}

QRectF PictureView::place() const {
    const QSizeF size = QSizeF(picture_.image.size()).scaled(QSizeF(this->size()), Qt::KeepAspectRatio) * zoom_;
    if (zoom_ <= 1) return {QPointF((width() - size.width()) / 2, (height() - size.height()) / 2), size};
    return {QPointF(width() / 2.0 - centre_.x() * size.width(), height() / 2.0 - centre_.y() * size.height()), size};
}

QTransform PictureView::to_widget() const {
    const auto at = place();
    if (picture_.source.isEmpty()) return {};
    QTransform t;
    t.translate(at.x(), at.y());
    t.scale(at.width() / picture_.source.width(), at.height() / picture_.source.height());
    return t;
}

QPointF PictureView::to_source(QPointF widget) const {
    return to_widget().inverted().map(widget);
}

void PictureView::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.fillRect(rect(), Qt::black);
    if (picture_.image.isNull()) {
        painter.setPen(dark_roles().dim);  // on black, whatever the window's colours
        painter.drawText(rect().adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap, message_);
        return;
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform, zoom_ > 1);
    painter.drawImage(place(), picture_.image);
    if (!overlay_) return;
    painter.setRenderHint(QPainter::Antialiasing);
    overlay_(painter, picture_, to_widget());
}

void PictureView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const auto ratio = devicePixelRatioF();
    Q_EMIT resized(static_cast<int>(width() * ratio), static_cast<int>(height() * ratio));
}

void PictureView::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && !picture_.image.isNull())
        Q_EMIT pressed(to_source(event->position()), event->modifiers());
    QWidget::mousePressEvent(event);
}

void PictureView::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons().testFlag(Qt::LeftButton) && !picture_.image.isNull())
        Q_EMIT dragged(to_source(event->position()));
}

void PictureView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && !picture_.image.isNull()) Q_EMIT released(to_source(event->position()));
}

void PictureView::wheelEvent(QWheelEvent* event) {
    if (!event->modifiers().testFlag(Qt::ControlModifier)) return QWidget::wheelEvent(event);
    set_zoom(zoom_ * std::pow(1.2, event->angleDelta().y() / 120.0), to_source(event->position()));
}

}  // namespace counterclip::ui
