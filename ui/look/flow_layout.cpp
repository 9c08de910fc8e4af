#include "ui/look/flow_layout.h"

#include <QStyle>
#include <QWidget>

namespace counterclip::ui {

QSize FlowLayout::minimumSize() const {
    QSize widest;
    for (const auto* item : items()) widest = widest.expandedTo(item->minimumSize());
    return widest;
}

int FlowLayout::laid(const QRect& place, bool placed) const {
    const auto direction = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    const int gap = spacing();
    QPoint at = place.topLeft();
    int line_height = 0;
    for (auto* item : items()) {
        const auto size = item->sizeHint();
        if (at.x() > place.left() && at.x() + size.width() > place.right() + 1) {
            at = {place.left(), at.y() + line_height + gap / 2};
            line_height = 0;
        }
        if (placed) item->setGeometry(QStyle::visualRect(direction, place, QRect(at, size)));
        at.rx() += size.width() + gap;
        line_height = std::max(line_height, size.height());
    }
    return at.y() + line_height - place.top();
}

}  // namespace counterclip::ui
