// Consent: what each person of the chosen interview allowed, how they said so, and how it changed. Nobody who is not
// signed in reads what was said and written; the promise strip has the terms.
#pragma once

#include "ui/shell/room.h"

class QPushButton;
class QStackedWidget;

namespace counterclip::ui {

class HistoryPanel;
class InterviewForm;
class Player;
class RevisionEditor;
class TranscriptPanel;

class ConsentRoom : public Room {
    Q_OBJECT
  public:
    explicit ConsentRoom(const Studio& studio, QWidget* parent = nullptr);
    void leave() override;
    void go_to(qint64 pts) override;

  private:
    enum Page { revision, description, nobody };
    QWidget* make_middle();
    QWidget* make_side();
    void connect_desk();
    void connect_evidence();
    void add_keys();
    void open_recording();
    void read();
    void take_operator();
    void show_page(Page page);
    void mark(bool begin);
    void mark_lines();
    void show_evidence();
    void look_at_lines();
    void withdraw();
    void new_interview();
    void describe();
    void save_interview();
    void show_revision();
    Studio studio_;
    HistoryPanel* history_;
    Player* player_;
    TranscriptPanel* transcript_;
    QPushButton* lines_ = nullptr;  // makes the lines chosen the evidence
    QStackedWidget* pages_;
    QWidget* foot_;
    RevisionEditor* editor_;
    InterviewForm* interview_;
    Page page_ = revision;  // of whoever may read it
    QString writer_;        // whose is what is being written
};

}  // namespace counterclip::ui
