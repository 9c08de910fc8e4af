// Paints one picture, as large as fits or larger, with what lies over it, in one paint event: picture and overlay can
// never be apart.
#pragma once

#include <functional>

#include <QImage>
#include <QTransform>
#include <QWidget>

#include "ui/player/film.h"

class QPainter;

namespace counterclip::ui {

class PictureView : public QWidget {
    Q_OBJECT
  public:
    explicit PictureView(QWidget* parent = nullptr);
    void show_picture(const Picture& picture);
    void show_message(const QString& text);  // instead of a picture
    const QImage& picture() const { return picture_.image; }
    const Picture& shown() const { return picture_; }
    QSize sizeHint() const override { return {960, 540}; }

    // Drawn over the picture; the transform brings px of the film's own picture to px of the widget.
    using Overlay = std::function<void(QPainter&, const Picture&, const QTransform&)>;
    void set_overlay(Overlay overlay);
    QTransform to_widget() const;
    // 1 = as large as fits; larger: about `centre` (px of the film's picture). Ctrl+wheel does it about the pointer.
    void set_zoom(double zoom, QPointF centre = {});
    double zoom() const { return zoom_; }

  Q_SIGNALS:
    void resized(int width, int height);  // in device pixels
    // In px of the film's own picture.
    void pressed(QPointF at, Qt::KeyboardModifiers modifiers);
    void dragged(QPointF at);
    void released(QPointF at);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

  private:
    QRectF place() const;
    QPointF to_source(QPointF widget) const;
    Picture picture_;
    QString message_;
    Overlay overlay_;
    double zoom_ = 1;
    QPointF centre_;  // share of the picture, 0..1, that lies in the middle while zoomed
};

}  // namespace counterclip::ui
