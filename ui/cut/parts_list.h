// The parts of a clip in their order: dragged or moved with Alt+Up/Down, removed with Delete, trimmed to where the
// playhead stands. Segments that are dragged out of the timeline can be dropped here.
#pragma once

#include <vector>

#include <QListWidget>

#include "archive/records.h"

namespace counterclip::ui {

// What a drag of segments carries: their numbers, separated by blanks. No picture of anybody travels along.
QMimeData* carried_segments(const std::vector<qint64>& ids);

class PartsList : public QListWidget {
    Q_OBJECT
  public:
    explicit PartsList(QWidget* parent = nullptr);
    struct Line {
        QString text;
        QString tip;
    };
    void show_parts(const std::vector<Line>& lines);  // keeps the row chosen

  Q_SIGNALS:
    void move_asked(int from, int to);
    void remove_asked(int row);
    void trim_asked(int row, bool in);  // to the playhead: where it begins, or ends
    void segments_dropped(const std::vector<qint64>& ids);

  protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragMoveEvent(QDragMoveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
};

}  // namespace counterclip::ui
