// What layouts share whose height follows from their width: they hold widgets and lay them out in a way of their own.
#pragma once

#include <QLayout>

namespace counterclip::ui {

class ItemsLayout : public QLayout {
  public:
    using QLayout::QLayout;
    ItemsLayout(const ItemsLayout&) = delete;
    ItemsLayout& operator=(const ItemsLayout&) = delete;
    ~ItemsLayout() override { qDeleteAll(items_); }

    void addItem(QLayoutItem* item) override { items_.append(item); }
    int count() const override { return static_cast<int>(items_.size()); }
    QLayoutItem* itemAt(int at) const override { return items_.value(at); }
    QLayoutItem* takeAt(int at) override { return at >= 0 && at < items_.size() ? items_.takeAt(at) : nullptr; }
    Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return laid({0, 0, width, 0}, false); }
    QSize sizeHint() const override { return minimumSize(); }
    void setGeometry(const QRect& place) override {
        QLayout::setGeometry(place);
        laid(place, true);
    }

  protected:
    // The height that the items take in `place`; moves them there when they are `placed`.
    virtual int laid(const QRect& place, bool placed) const = 0;
    const QList<QLayoutItem*>& items() const { return items_; }

  private:
    QList<QLayoutItem*> items_;
};

}  // namespace counterclip::ui
