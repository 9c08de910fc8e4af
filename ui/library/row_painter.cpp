#include "ui/library/row_painter.h"

#include <QApplication>
#include <QPainter>

#include "ui/library/interview_table.h"
#include "ui/library/interview_thumbnails.h"
#include "ui/look/roles.h"
#include "ui/promise/stages.h"

namespace counterclip::ui {

namespace {

constexpr int margin = 4;  // px

// The cell as the style draws it, selected or not, without its text.
void paint_ground(QPainter& painter, QStyleOptionViewItem option) {
    option.text.clear();
    const auto* style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &option, &painter, option.widget);
}

}  // namespace

RowPainter::RowPainter(const InterviewTable& table, InterviewThumbnails& thumbnails, QObject* parent)
    : QStyledItemDelegate(parent), table_(table), thumbnails_(thumbnails) {}

void RowPainter::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    painter->save();
    if (index.column() == InterviewTable::code)
        paint_code(*painter, option, index);
    else if (index.column() == InterviewTable::consent)
        paint_badge(*painter, option, index);
    else
        QStyledItemDelegate::paint(painter, option, index);
    painter->restore();
}

void RowPainter::paint_code(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    auto cell = option;
    initStyleOption(&cell, index);
    const auto text = cell.text;
    paint_ground(painter, cell);
    const auto direction = option.direction;
    const QRect inner = option.rect.adjusted(margin, 0, -margin, 0);
    const QRect place = QStyle::alignedRect(direction, Qt::AlignLeading | Qt::AlignVCenter,
                                            {InterviewThumbnails::width, InterviewThumbnails::height}, inner);
    painter.fillRect(place, roles().raised);
    const auto image = thumbnails_.of(QString::fromStdString(table_.line(index.row()).code));
    if (!image.isNull()) painter.drawImage(QStyle::alignedRect(direction, Qt::AlignCenter, image.size(), place), image);
    painter.setPen(roles().text);
    const int beside = InterviewThumbnails::width + 2 * margin;
    const QRect words =
        inner.adjusted(direction == Qt::LeftToRight ? beside : 0, 0, direction == Qt::LeftToRight ? 0 : -beside, 0);
    painter.drawText(words, Qt::AlignVCenter | QStyle::visualAlignment(direction, Qt::AlignLeading),
                     painter.fontMetrics().elidedText(text, Qt::ElideRight, words.width()));
}

void RowPainter::paint_badge(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    auto cell = option;
    initStyleOption(&cell, index);
    const auto text = cell.text;
    paint_ground(painter, cell);
    const bool stop = mood_of_consent(table_.line(index.row()).consent) == Mood::stop;
    const auto colour = stop ? roles().stop : roles().safe;
    const auto metrics = painter.fontMetrics();
    const QSize size(std::min(metrics.horizontalAdvance(text) + 4 * margin, option.rect.width() - 2 * margin),
                     metrics.height() + margin);
    const QRect badge = QStyle::alignedRect(option.direction, Qt::AlignLeading | Qt::AlignVCenter, size,
                                            option.rect.adjusted(margin, 0, -margin, 0));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colour);
    painter.drawRoundedRect(QRectF(badge).adjusted(0.5, 0.5, -0.5, -0.5), badge.height() / 2.0, badge.height() / 2.0);
    painter.drawText(badge, Qt::AlignCenter, metrics.elidedText(text, Qt::ElideRight, badge.width() - 2 * margin));
}

}  // namespace counterclip::ui
