#include "ui/cut/parts_list.h"

#include <algorithm>

#include <QDropEvent>
#include <QKeyEvent>
#include <QMimeData>

namespace counterclip::ui {

namespace {

const QString segments_type = QStringLiteral("application/x-counterclip-segments");
constexpr int part_role = Qt::UserRole;

std::vector<qint64> ids_in(const QMimeData& carried) {
    std::vector<qint64> ids;
    for (const auto& word : carried.data(segments_type).split(' ')) ids.push_back(word.toLongLong());
    return ids;
}

// Keys that the room has a use for, and this list another while it has the focus.
bool is_own(const QKeyEvent& key) {
    switch (key.key()) {
        case Qt::Key_Up:
        case Qt::Key_Down:
        case Qt::Key_Delete:
            return true;
        case Qt::Key_I:
        case Qt::Key_O:
            return key.modifiers() == Qt::ShiftModifier;
        default:
            return false;
    }
}

}  // namespace

QMimeData* carried_segments(const std::vector<qint64>& ids) {
    QByteArrayList words;
    for (const auto id : ids) words << QByteArray::number(id);
    auto* carried = new QMimeData;
    carried->setData(segments_type, words.join(' '));
    return carried;
}

PartsList::PartsList(QWidget* parent) : QListWidget(parent) {
    setAccessibleName(tr("Parts of the clip"));
    setSelectionMode(QAbstractItemView::SingleSelection);
    setDragDropMode(QAbstractItemView::DragDrop);
    setDefaultDropAction(Qt::MoveAction);
    setFrameShape(QFrame::NoFrame);
    setTextElideMode(Qt::ElideRight);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setToolTip(tr("Alt+Up/Down move a part, Delete removes it, Shift+I and Shift+O trim it to the playhead"));
}

void PartsList::show_parts(const std::vector<Line>& lines) {
    const int row = currentRow();
    clear();
    for (std::size_t n = 0; n < lines.size(); ++n) {
        auto* item = new QListWidgetItem(lines[n].text, this);
        item->setData(part_role, static_cast<int>(n));
        item->setToolTip(lines[n].tip);
    }
    setCurrentRow(std::min(row, count() - 1));
}

bool PartsList::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && is_own(*static_cast<QKeyEvent*>(event))) event->accept();
    return QListWidget::event(event);
}

void PartsList::keyPressEvent(QKeyEvent* event) {
    const int row = currentRow();
    const bool alt = event->modifiers().testFlag(Qt::AltModifier);
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    const auto go = [&](int by) {
        const int to = row + by;
        if (row < 0 || to < 0 || to >= count()) return;
        Q_EMIT move_asked(row, to);
        setCurrentRow(to);  // the part keeps the choice when it is there
    };
    switch (event->key()) {
        case Qt::Key_Up:
            if (alt) return go(-1);
            break;
        case Qt::Key_Down:
            if (alt) return go(1);
            break;
        case Qt::Key_Delete:
            if (row >= 0) Q_EMIT remove_asked(row);
            return;
        case Qt::Key_I:
        case Qt::Key_O:
            if (shift && row >= 0) Q_EMIT trim_asked(row, event->key() == Qt::Key_I);
            return;
        default:
            break;
    }
    QListWidget::keyPressEvent(event);
}

void PartsList::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasFormat(segments_type)) return event->acceptProposedAction();
    QListWidget::dragEnterEvent(event);
}

void PartsList::dragMoveEvent(QDragMoveEvent* event) {
    if (event->mimeData()->hasFormat(segments_type)) return event->acceptProposedAction();
    QListWidget::dragMoveEvent(event);
}

void PartsList::dropEvent(QDropEvent* event) {
    if (event->mimeData()->hasFormat(segments_type)) {
        event->acceptProposedAction();
        Q_EMIT segments_dropped(ids_in(*event->mimeData()));
        return;
    }
    if (event->source() != this || currentRow() < 0) return event->ignore();
    const auto below = indexAt(event->position().toPoint());
    const int from = currentRow();
    int to = below.isValid() ? below.row() : count() - 1;
    // In the upper half of a row: before it; in the lower one: behind it.
    if (below.isValid() && event->position().y() > visualRect(below).center().y()) ++to;
    if (below.isValid() && to > from) --to;
    event->setDropAction(Qt::IgnoreAction);  // the list is written anew when the edit is done
    event->accept();
    if (to != from) Q_EMIT move_asked(from, to);
}

}  // namespace counterclip::ui
