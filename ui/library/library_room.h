// Library: every interview, filtered and searched; the chosen one is what all rooms show. Recordings come in here.
#pragma once

#include "ui/shell/room.h"

class QLabel;
class QMimeData;
class QPushButton;
class QStackedWidget;
class QTableView;

namespace counterclip::ui {

class ClipList;
class FilterBar;
class HitList;
class ImportBar;
class InterviewTable;
class Player;
class InterviewThumbnails;

class LibraryRoom : public Room {
    Q_OBJECT
  public:
    explicit LibraryRoom(const Studio& studio, QWidget* parent = nullptr);
    void find(bool in_words = false);  // puts the cursor into the search field

    void leave() override;

  protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    QWidget* make_left();
    QWidget* make_right();
    void make_view();
    void add_keys();
    QString interview_at(QPoint place) const;  // of the room; empty: none there
    void choose_files();
    void read_filter();
    void read_count();
    void choose(const QModelIndex& index);
    void show_interview();
    void go_to_result();
    Studio studio_;
    Desk& desk_;
    InterviewTable* table_;
    InterviewThumbnails* thumbnails_;
    FilterBar* filters_;
    QTableView* view_;
    HitList* hits_;
    QStackedWidget* results_;
    QPushButton* import_;
    QLabel* count_;
    ImportBar* import_bar_;
    Player* player_;
    ClipList* clips_;
};

}  // namespace counterclip::ui
