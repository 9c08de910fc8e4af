// Faces: what the machine is in doubt about, the worst first; who the people are; what else is to be hidden.
#pragma once

#include <map>
#include <memory>

#include <QImage>

#include "ui/faces/faces_known.h"
#include "ui/shell/room.h"
#include "ui/work/away.h"

class QLabel;
class QPushButton;

namespace counterclip::ui {

class KeyHints;
class FacesHands;
class FacesPlayer;
class LineList;
class AskLine;
class Timeline;

class FacesRoom : public Room {
    Q_OBJECT
  public:
    explicit FacesRoom(const Studio& studio, QWidget* parent = nullptr);

    void enter() override;
    void leave() override;
    void go_to(qint64 pts) override;

  protected:
    void keyPressEvent(QKeyEvent* event) override;

  private:
    QWidget* make_left();
    QWidget* make_right();
    void make_keys();
    void connect_lists();
    void connect_timeline();
    void read_recording();
    void read();
    void take(std::shared_ptr<const FacesKnown> known);
    void show_lists();
    void show_meter();
    void read_pictures(bool anew);
    void step_gap(int by);
    void choose_gap(qint64 gap);
    void choose_gap_sent_to();
    void choose_track(qint64 track);
    void choose_region(qint64 region);
    void seek(Time at);
    void open_people_menu(qint64 track, const QPoint& global);

    Studio studio_;
    FacesPlayer* player_;
    AskLine* line_;
    FacesHands* hands_;
    LineList* gaps_;
    LineList* people_;
    LineList* regions_;
    Timeline* timeline_;
    KeyHints* hints_;
    QLabel* meter_;
    QLabel* gaps_title_;
    QPushButton* analyse_segments_;
    QPushButton* analyse_all_;
    std::vector<QAction*> people_actions_;
    std::shared_ptr<const FacesKnown> known_;
    std::map<std::int64_t, QImage> pictures_;  // of people
    std::optional<Time> sent_to_;              // from another room
    bool is_here_ = false;
    bool is_stale_ = true;
    Away reading_;
    Away looking_;
};

}  // namespace counterclip::ui
