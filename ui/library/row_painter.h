// Paints the rows of the library: a veiled picture before the code, and the consent as a badge with a sign and a word.
#pragma once

#include <QStyledItemDelegate>

namespace counterclip::ui {

class InterviewTable;
class InterviewThumbnails;

class RowPainter : public QStyledItemDelegate {
    Q_OBJECT
  public:
    RowPainter(const InterviewTable& table, InterviewThumbnails& thumbnails, QObject* parent = nullptr);
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

  private:
    void paint_code(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paint_badge(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    const InterviewTable& table_;
    InterviewThumbnails& thumbnails_;
};

}  // namespace counterclip::ui
