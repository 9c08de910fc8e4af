// Draws a line of a transcript: its time, its words in one or two languages, each from the side it is written from.
#pragma once

#include <QStyledItemDelegate>

namespace counterclip::ui {

class TranscriptDelegate : public QStyledItemDelegate {
    Q_OBJECT
  public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace counterclip::ui
