// Cut: the transcript beside the veiled picture, tags and the clip at the other side, the timeline below. Reads the
// archive anew whenever something changes; every change is an edit or a job.
#pragma once

#include "ui/cut/marking.h"
#include "ui/cut/material.h"
#include "ui/cut/palette.h"
#include "ui/derived/veil_watch.h"
#include "ui/shell/room.h"

class QComboBox;
class QLabel;

namespace counterclip::ui {

class ClipPanel;
class FaceSpans;
class Player;
class AskLine;
class TagPanel;
class Thumbnails;
class Timeline;
class TranscriptPanel;
class TransportRow;
class Waveform;

class CutRoom : public Room {
    Q_OBJECT
  public:
    explicit CutRoom(const Studio& studio, QWidget* parent = nullptr);
    ~CutRoom() override;

    void enter() override;
    void leave() override;
    void go_to(qint64 pts) override;

  private:
    void lay_out();
    void connect_parts();
    void add_keys();

    // Reading.
    void open_recording();  // another one is chosen
    void read();            // the same one, anew
    void read_lanes();
    void read_choice();
    void show_empty_state();
    void fill_recordings();

    // What people do.
    void seek(Time t);
    void tag_number(std::size_t n);
    void tag(const QString& tag);
    void put_on_key(const std::string& tag, std::size_t key);
    void ask_danger(archive::Danger danger);
    void remove_chosen();
    void choose_item(const QString& lane, qint64 id, bool also);
    void open_item(const QString& lane, qint64 id);
    void item_menu(const QString& lane, qint64 id, const QPoint& global);
    void carry_out(const QString& lane, qint64 id);

    Studio studio_;
    Material material_;
    TagPalette palette_;
    Marking marking_;
    VeilWatch veil_;
    Thumbnails* thumbnails_;
    Waveform* waveform_;
    FaceSpans* faces_;
    TranscriptPanel* transcript_;
    Player* player_;
    TransportRow* transport_;
    AskLine* line_;
    QComboBox* how_;  // beside the line that asks: how a stretch is taken out
    TagPanel* tags_;
    ClipPanel* clip_;
    Timeline* timeline_;
    QComboBox* recordings_;
    QLabel* state_;
    std::int64_t open_ = 0;  // the recording that is open; 0 = none
};

}  // namespace counterclip::ui
