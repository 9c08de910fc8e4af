// Widgets in lines like words in a paragraph: what does not fit beside the others begins a new line, from the side on
// which the language is read. Longer words of another language, or a narrow window, hide no answer.
#pragma once

#include <QLayout>

namespace counterclip::ui {

class FlowLayout : public QLayout {
  public:
    using QLayout::QLayout;
    FlowLayout(const FlowLayout&) = delete;
    FlowLayout& operator=(const FlowLayout&) = delete;
    ~FlowLayout() override;

    void addItem(QLayoutItem* item) override { items_.append(item); }
    int count() const override { return static_cast<int>(items_.size()); }
    QLayoutItem* itemAt(int at) const override { return items_.value(at); }
    QLayoutItem* takeAt(int at) override;
    Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override { return laid({0, 0, width, 0}, false); }
    QSize sizeHint() const override { return minimumSize(); }
    QSize minimumSize() const override;
    void setGeometry(const QRect& place) override;

  private:
    // The height that the lines take in `place`; moves the widgets there when they are `placed`.
    int laid(const QRect& place, bool placed) const;

    QList<QLayoutItem*> items_;
};

}  // namespace counterclip::ui
