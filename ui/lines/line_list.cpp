#include "ui/lines/line_list.h"

#include <algorithm>

#include <QKeyEvent>
#include <QPainter>

#include "ui/lines/line_painter.h"
#include "ui/look/roles.h"

namespace counterclip::ui {

void LineModel::set_lines(std::vector<Line> lines) {
    beginResetModel();
    lines_ = std::move(lines);
    endResetModel();
}

void LineModel::set_picture(qint64 id, const QImage& picture) {
    const int row = row_of(id);
    if (row < 0) return;
    lines_[static_cast<std::size_t>(row)].picture = picture;
    Q_EMIT dataChanged(index(row), index(row));
}

int LineModel::row_of(qint64 id) const {
    const auto found =
        std::ranges::find_if(lines_, [&](const Line& line) { return !line.is_heading && line.id == id; });
    return found == lines_.end() ? -1 : static_cast<int>(found - lines_.begin());
}

int LineModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(lines_.size());
}

QVariant LineModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const auto& line = lines_.at(static_cast<std::size_t>(index.row()));
    switch (role) {
        case Qt::DisplayRole:
            return line.title;
        case Qt::ToolTipRole:
            return line.below;
        case Qt::AccessibleTextRole:
            return QStringList{line.title, line.below, line.aside}.join(QStringLiteral(", "));
        default:
            return {};
    }
}

Qt::ItemFlags LineModel::flags(const QModelIndex& index) const {
    if (!index.isValid() || line(index.row()).is_heading) return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

LineList::LineList(const QString& name, QWidget* parent) : QListView(parent), model_(new LineModel(this)) {
    setModel(model_);
    setItemDelegate(new LinePainter(this));
    setAccessibleName(name);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setResizeMode(QListView::Adjust);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setMinimumHeight(56);
    connect(selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& now) {
        if (!quiet_ && now.isValid() && !model_->line(now.row()).is_heading) Q_EMIT chosen(model_->line(now.row()).id);
    });
    connect(this, &QListView::doubleClicked, this,
            [this](const QModelIndex& at) { Q_EMIT opened(model_->line(at.row()).id); });
    connect(this, &QWidget::customContextMenuRequested, this, [this](const QPoint& at) {
        const auto index = indexAt(at);
        if (index.isValid() && !model_->line(index.row()).is_heading)
            Q_EMIT menu_asked(model_->line(index.row()).id, viewport()->mapToGlobal(at));
    });
}

void LineList::set_lines(std::vector<Line> lines) {
    const auto id = chosen_id();
    const auto before = currentIndex().row();
    quiet_ = true;
    model_->set_lines(std::move(lines));
    quiet_ = false;
    choose(id);
    // What was chosen is gone: its place is where a person looks on.
    if (id != 0 && chosen_id() == 0 && before >= 0 && before < model_->rowCount() && !model_->line(before).is_heading)
        choose(model_->line(before).id);
    viewport()->update();
}

void LineList::set_picture(qint64 id, const QImage& picture) {
    model_->set_picture(id, picture);
    scheduleDelayedItemsLayout();
}

void LineList::set_empty_text(const QString& text) {
    empty_text_ = text;
    viewport()->update();
}

void LineList::choose(qint64 id) {
    const int row = id == 0 ? -1 : model_->row_of(id);
    quiet_ = true;
    setCurrentIndex(row < 0 ? QModelIndex() : model_->index(row));
    quiet_ = false;
    if (row >= 0) scrollTo(model_->index(row));
}

qint64 LineList::chosen_id() const {
    const auto now = currentIndex();
    return now.isValid() && !model_->line(now.row()).is_heading ? model_->line(now.row()).id : 0;
}

void LineList::step(int by) {
    const int rows = model_->rowCount();
    int row = currentIndex().isValid() ? currentIndex().row() : (by > 0 ? -1 : rows);
    for (int tried = 0; tried < rows; ++tried) {
        row = ((row + by) % rows + rows) % rows;
        if (model_->line(row).is_heading) continue;
        if (row == currentIndex().row()) return Q_EMIT chosen(model_->line(row).id);
        return setCurrentIndex(model_->index(row));
    }
}

QString LineList::text() const {
    QStringList all;
    for (int row = 0; row < model_->rowCount(); ++row)
        all << model_->data(model_->index(row), Qt::AccessibleTextRole).toString();
    return all.isEmpty() ? empty_text_ : all.join(QStringLiteral("\n"));
}

void LineList::paintEvent(QPaintEvent* event) {
    QListView::paintEvent(event);
    if (model_->rowCount() > 0 || empty_text_.isEmpty()) return;
    QPainter painter(viewport());
    painter.setPen(roles().dim);
    painter.drawText(viewport()->rect().adjusted(16, 16, -16, -16), Qt::AlignTop | Qt::TextWordWrap, empty_text_);
}

// Lines wrap: their heights follow the width.
void LineList::resizeEvent(QResizeEvent* event) {
    QListView::resizeEvent(event);
    scheduleDelayedItemsLayout();
}

void LineList::keyPressEvent(QKeyEvent* event) {
    const bool opens = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (opens && event->modifiers() == Qt::NoModifier && chosen_id() != 0) return Q_EMIT opened(chosen_id());
    // Letters are the room's keys, not a search in the list.
    const bool moves = event->key() == Qt::Key_Up || event->key() == Qt::Key_Down || event->key() == Qt::Key_Home ||
                       event->key() == Qt::Key_End || event->key() == Qt::Key_PageUp ||
                       event->key() == Qt::Key_PageDown;
    if (moves) return QListView::keyPressEvent(event);
    event->ignore();
}

}  // namespace counterclip::ui
