#include "ui/player/picture_view.h"

#include <QPainter>

#include "ui/look/roles.h"

namespace counterclip::ui {

PictureView::PictureView(QWidget* parent) : QWidget(parent) {
    setMinimumSize(320, 180);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Picture, veiled where somebody is hidden"));
}

void PictureView::show_picture(const QImage& image) {
    image_ = image;
    message_.clear();
    update();
}

void PictureView::show_message(const QString& text) {
    image_ = {};
    message_ = text;
    update();
}

void PictureView::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.fillRect(rect(), Qt::black);
    if (image_.isNull()) {
        painter.setPen(roles().dim);
        painter.drawText(rect().adjusted(24, 24, -24, -24), Qt::AlignCenter | Qt::TextWordWrap, message_);
        return;
    }
    const QSize size = image_.size().scaled(this->size(), Qt::KeepAspectRatio);
    const QRect place(QPoint((width() - size.width()) / 2, (height() - size.height()) / 2), size);
    painter.drawImage(place, image_);
}

void PictureView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const auto ratio = devicePixelRatioF();
    Q_EMIT resized(static_cast<int>(width() * ratio), static_cast<int>(height() * ratio));
}

}  // namespace counterclip::ui
