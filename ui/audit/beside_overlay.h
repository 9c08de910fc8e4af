// Paints the recording's picture over, or beside, the finished file's: a wipe whose line is dragged, both side by side,
// or the file alone. A file that is out of date is never shown without saying so.
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
    // Across the top of every picture, and in the render's name; empty: nothing.
    void set_out_of_date(const QString& warning);
    const QString& out_of_date() const { return warning_; }
    void set_way(BesideWay way);
    BesideWay way() const { return way_; }
    void set_share(double share);  // of the picture left of the wipe's line, 0..1
    double share() const { return share_; }

  private:
    void paint(QPainter& painter, const Picture& picture, const QTransform& to_widget) const;
    void paint_wipe(QPainter& painter, const QImage& beside, const QRectF& place) const;
    void paint_both(QPainter& painter, const Picture& picture, const QImage& beside) const;
    void paint_beside(QPainter& painter, const Picture& picture, const QTransform& to_widget) const;
    void paint_warning(QPainter& painter) const;
    QRectF warning_place() const;
    QPointF below_warning(QPointF corner) const;
    QString name_of_source() const;
    QString name_of_render() const;
    PictureView& view_;
    std::shared_ptr<const BesidePictures> pictures_;
    BesideKind kind_ = BesideKind::veiled;
    BesideWay way_ = BesideWay::wipe;
    double share_ = 0.5;
    QString warning_;
};

}  // namespace counterclip::ui
