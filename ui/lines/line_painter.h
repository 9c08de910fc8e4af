// Paints one Line of a LineList: mirrored where the language is read from the right.
#pragma once

#include <QStyledItemDelegate>

namespace counterclip::ui {

class LinePainter : public QStyledItemDelegate {
    Q_OBJECT
  public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

}  // namespace counterclip::ui
