// Widgets in as many columns as there is room for, each below the others in the column that ends first: long lists of
// small things read without scrolling sideways, in any window. Columns run in the direction of the language.
#pragma once

#include <QLayout>

namespace counterclip::ui {

class ColumnsLayout : public QLayout {
  public:
    using QLayout::QLayout;
    ColumnsLayout(const ColumnsLayout&) = delete;
    ColumnsLayout& operator=(const ColumnsLayout&) = delete;
    ~ColumnsLayout() override;

    void addItem(QLayoutItem* item) override { items_.append(item); }
    int count() const override { return static_cast<int>(items_.size()); }
    QLayoutItem* itemAt(int at) const override { return items_.value(at); }
    QLayoutItem* takeAt(int at) override;
    Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return laid({0, 0, width, 0}, false); }
    QSize sizeHint() const override { return minimumSize(); }
    QSize minimumSize() const override;  // one column
    void setGeometry(const QRect& place) override;

  private:
    // The height that the columns take in `place`; moves the widgets there when they are `placed`.
    int laid(const QRect& place, bool placed) const;

    QList<QLayoutItem*> items_;
};

}  // namespace counterclip::ui
