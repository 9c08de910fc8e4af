// Draws regions on the picture with the mouse: a new one after begin(), else the chosen one is moved, or resized by a
// corner; a click on another chooses it. It changes nothing itself.
#pragma once

#include <optional>
#include <vector>

#include <QObject>
#include <QRectF>
#include <QTransform>

#include "faces/region.h"
#include "ui/player/film.h"

class QPainter;

namespace counterclip::ui {

class PictureView;

class RegionPencil : public QObject {
    Q_OBJECT
  public:
    explicit RegionPencil(PictureView& view, QObject* parent = nullptr);

    void set_regions(std::vector<faces::Region> regions);
    void choose(qint64 region);  // 0 = none
    void begin();
    void stop();
    bool is_drawing() const { return is_drawing_; }
    void paint(QPainter& painter, const Picture& picture, const QTransform& to_widget) const;

  Q_SIGNALS:
    // In px of the recording's picture, at the pts of the picture that was on the screen.
    void drawn(const QRectF& box, qint64 pts);
    void changed(qint64 region, const QRectF& box, qint64 pts);
    void chosen(qint64 region);

  private:
    enum class Hold { none, draw, move, resize };
    void press(QPointF at);
    void drag(QPointF at);
    void release(QPointF at);
    std::optional<QRectF> box_of(const faces::Region& region) const;
    PictureView& view_;
    std::vector<faces::Region> regions_;
    qint64 chosen_ = 0;
    bool is_drawing_ = false;
    Hold hold_ = Hold::none;
    QPointF from_;
    QPointF anchor_;  // the corner that stays
    QRectF before_;
    QRectF box_;
    Time pts_{};
};

// The region with this place at that time: a new key, or another place for the one that is there.
faces::Region with_key(faces::Region region, const QRectF& box, Time pts);

}  // namespace counterclip::ui
