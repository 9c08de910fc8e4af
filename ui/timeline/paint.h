// How a timeline is drawn. Plain functions over a painter; each draws what lies in the stretch it is given and no more.
#pragma once

#include <functional>
#include <optional>

#include <QRect>

#include "ui/timeline/lanes.h"
#include "ui/timeline/scale.h"

class QPainter;

namespace counterclip::ui {

struct LaneLook {
    QRect place;  // of the lane, px
    Scale scale;
    Range shown;  // what is to be drawn of it
    std::function<bool(const LaneItem&)> is_chosen;
};

QColor colour_of(const LaneItem& item);
QRect place_of(const LaneItem& item, QRect lane, const Scale& scale);

void paint_ruler(QPainter& painter, QRect place, const Scale& scale);
void paint_lane(QPainter& painter, const Lanes& lanes, std::size_t lane, const LaneLook& look);
// While it is dragged: as it would be, over what it is.
void paint_held(QPainter& painter, const LaneItem& item, QRect lane, const Scale& scale);
void paint_title(QPainter& painter, QRect place, const QString& title, bool current);
// The stretch between the marks, or from the one that is set on; a bracket at each.
void paint_marks(QPainter& painter, QRect ruler, int bottom, const Scale& scale, std::optional<Time> in,
                 std::optional<Time> out);
void paint_playhead(QPainter& painter, QRect ruler, int bottom, double x);
void paint_snap(QPainter& painter, int top, int bottom, double x);

}  // namespace counterclip::ui
