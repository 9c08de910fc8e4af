// What a person's keys and mouse do to gaps, people and regions: asks what has to be asked, in place, and makes the
// edits. It knows what is chosen and shows nothing itself.
#pragma once

#include <memory>

#include <QObject>

#include "ui/faces/faces_edits.h"
#include "ui/faces/faces_known.h"
#include "ui/shell/room.h"

class QRectF;

namespace counterclip::ui {

class FacesPlayer;
class AskLine;

struct FacesChosen {
    qint64 gap = 0;
    qint64 track = 0;
    qint64 region = 0;
};

class FacesHands : public QObject {
    Q_OBJECT
  public:
    FacesHands(const Studio& studio, FacesPlayer& player, AskLine& line, QObject* parent);

    void set_known(std::shared_ptr<const FacesKnown> known);
    FacesChosen chosen;
    bool is_merging() const { return merging_ != 0; }

    // Gaps.
    void no_face();
    void extend();
    void reopen();
    // Regions.
    void draw();
    void follow();
    void remove_region();
    // People.
    void label(faces::Label label);
    void show_face();
    void begin_merge();
    bool take_other(qint64 track);  // while merging: the other one; false when nothing is merged
    void split();
    void remove_track();
    // Of the timeline: an edge was dragged.
    void trim_track(qint64 track, Range range);
    void trim_region(qint64 region, Range range);

    void give_up();  // what was begun
    void analyse(bool segments_only);

  private:
    FacesAt at() const;
    const faces::Gap* gap();
    const faces::Track* track();
    void advise(const QString& text);
    void make(Edit edit) { studio_.edits.make(std::move(edit)); }
    void take_drawn(const QRectF& box, qint64 pts);
    void add(faces::Region region, qint64 gap);
    void move_region(qint64 region, const QRectF& box, qint64 pts);
    Studio studio_;
    FacesPlayer& player_;
    AskLine& line_;
    std::shared_ptr<const FacesKnown> known_;
    qint64 merging_ = 0;
};

}  // namespace counterclip::ui
