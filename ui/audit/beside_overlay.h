// Paints the recording's picture over, or beside, the finished file's: a wipe whose line is dragged, both side by side,
// or the file alone.
#pragma once

#include <memory>

#include <QObject>
#include <QTransform>

#include "ui/audit/beside_film.h"

class QPainter;

namespace counterclip::ui {

class PictureView;

enum class BesideWay { wipe, side_by_side, render_only };

class BesideOverlay : public QObject {
    Q_OBJECT
  public:
    // Takes the view's overlay and its mouse.
    explicit BesideOverlay(PictureView& view, QObject* parent = nullptr);

    void show(std::shared_ptr<const BesidePictures> pictures, BesideKind kind);
    void show_nothing();
    void set_way(BesideWay way);
    BesideWay way() const { return way_; }
    void set_share(double share);  // of the picture left of the wipe's line, 0..1
    double share() const { return share_; }

  private:
    void paint(QPainter& painter, const Picture& picture, const QTransform& to_widget) const;
    void paint_wipe(QPainter& painter, const QImage& beside, const QRectF& place) const;
    void paint_both(QPainter& painter, const Picture& picture, const QImage& beside) const;
    QString name_of_source() const;
    PictureView& view_;
    std::shared_ptr<const BesidePictures> pictures_;
    BesideKind kind_ = BesideKind::veiled;
    BesideWay way_ = BesideWay::wipe;
    double share_ = 0.5;
};

}  // namespace counterclip::ui
