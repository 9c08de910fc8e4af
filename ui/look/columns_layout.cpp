#include "ui/look/columns_layout.h"

#include <algorithm>
#include <vector>

#include <QStyle>
#include <QWidget>

namespace counterclip::ui {

QSize ColumnsLayout::minimumSize() const {
    QSize widest;
    for (const auto* item : items())
        if (!item->isEmpty()) widest = widest.expandedTo(QSize(item->sizeHint().width(), 0));
    return widest.grownBy(contentsMargins());
}

int ColumnsLayout::laid(const QRect& place, bool placed) const {
    const auto inner = place.marginsRemoved(contentsMargins());
    const auto direction = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    const int gap = spacing();
    const int widest = std::max(1, minimumSize().width());
    const int columns = std::max(1, (inner.width() + gap) / (widest + gap));
    const int width = (inner.width() - (columns - 1) * gap) / columns;
    std::vector<int> ends(static_cast<std::size_t>(columns), inner.top());
    for (auto* item : items()) {
        if (item->isEmpty()) continue;  // hidden
        const auto first = std::ranges::min_element(ends);
        const QRect at(inner.left() + static_cast<int>(first - ends.begin()) * (width + gap), *first, width,
                       item->sizeHint().height());
        if (placed) item->setGeometry(QStyle::visualRect(direction, inner, at));
        *first = at.bottom() + 1 + gap / 2;
    }
    return *std::ranges::max_element(ends) - place.top() + contentsMargins().bottom();
}

}  // namespace counterclip::ui
