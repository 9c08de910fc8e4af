// Paints one picture, as large as fits, with what lies over it, in one paint event: picture and overlay can never be
// apart.
#pragma once

#include <QImage>
#include <QWidget>

namespace counterclip::ui {

class PictureView : public QWidget {
    Q_OBJECT
  public:
    explicit PictureView(QWidget* parent = nullptr);
    void show_picture(const QImage& image);
    void show_message(const QString& text);  // instead of a picture
    const QImage& picture() const { return image_; }
    QSize sizeHint() const override { return {960, 540}; }

  Q_SIGNALS:
    void resized(int width, int height);  // in device pixels

  protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    QImage image_;
    QString message_;
};

}  // namespace counterclip::ui
