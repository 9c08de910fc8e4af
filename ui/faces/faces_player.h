// The recording in three ways: the original, the original with what is hidden drawn on it, and as a clip renders it.
// Only who may see originals has the first two; for everybody else, and from the moment they sign out, there is the
// third alone.
#pragma once

#include <memory>
#include <optional>

#include <QWidget>

#include "clip/plan.h"
#include "ui/faces/faces_known.h"
#include "ui/faces/region_pencil.h"

class QButtonGroup;
class QLabel;

namespace counterclip::ui {

class Desk;
class Player;

enum class FacesWay { original, masks, rendered };

class FacesPlayer : public QWidget {
    Q_OBJECT
  public:
    explicit FacesPlayer(Desk& desk, QWidget* parent = nullptr);

    void show_recording(const std::optional<archive::Recording>& recording);
    void show_known(std::shared_ptr<const FacesKnown> known);
    void choose_gap(qint64 gap);
    void choose_track(qint64 track);
    FacesWay way() const { return way_; }
    void next_way();
    Player& player() { return *player_; }
    RegionPencil& pencil() { return *pencil_; }

  private:
    void open_film();
    void set_way(FacesWay way);
    FacesWay allowed(FacesWay way) const;
    const clip::PlannedPart* hidden_at(Time pts);
    void paint(QPainter& painter, const Picture& picture, const QTransform& to_widget);
    void paint_masks(QPainter& painter, const Picture& picture, const QTransform& to_widget);
    void paint_chosen(QPainter& painter, const Picture& picture, const QTransform& to_widget) const;
    Desk& desk_;
    Player* player_;
    RegionPencil* pencil_;
    QButtonGroup* ways_;
    QLabel* about_;
    std::optional<archive::Recording> recording_;
    std::shared_ptr<const FacesKnown> known_;
    std::optional<clip::PlannedPart> hidden_;  // about the picture on the screen
    FacesWay way_ = FacesWay::masks;
    FacesWay wanted_ = FacesWay::masks;
    qint64 gap_ = 0;
    qint64 track_ = 0;
};

}  // namespace counterclip::ui
