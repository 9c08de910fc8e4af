#include "ui/transcript/transcript_delegate.h"

#include <QListView>
#include <QPainter>

#include "ui/look/roles.h"
#include "ui/transcript/transcript_model.h"

namespace counterclip::ui {

namespace {

// px
constexpr int edge = 8;
constexpr int above = 5;
constexpr int time_width = 64;
constexpr int between = 2;

const TranscriptLine& line_of(const QModelIndex& index) {
    return static_cast<const TranscriptModel*>(index.model())->line(index.row());
}

Qt::Alignment side_of(const QString& text) {
    return text.isRightToLeft() ? Qt::AlignRight | Qt::AlignAbsolute : Qt::AlignLeft | Qt::AlignAbsolute;
}

int height_of(const QString& text, const QFontMetrics& metrics, int width) {
    if (text.isEmpty()) return 0;
    return metrics.boundingRect(QRect(0, 0, width, 10'000), Qt::TextWordWrap, text).height();
}

QString shown(const TranscriptLine& line) {
    return line.hidden ? TranscriptModel::tr("▮▮▮ redacted") : line.text;
}

int text_width(const QStyleOptionViewItem& option) {
    const auto* view = qobject_cast<const QListView*>(option.widget);
    const int wide = view ? view->viewport()->width() : option.rect.width();
    return std::max(80, wide - time_width - 2 * edge - 8);
}

void draw(QPainter& painter, const QRect& place, const QString& text) {
    QTextOption how(side_of(text));
    how.setTextDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    how.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    painter.drawText(QRectF(place), text, how);
}

}  // namespace

QSize TranscriptDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto& line = line_of(index);
    const int wide = text_width(option);
    const QFontMetrics metrics(option.font);
    int high = 2 * above + height_of(shown(line), metrics, wide);
    if (!line.second.isEmpty() && !line.hidden) high += between + height_of(line.second, metrics, wide);
    return {wide, high};
}

void TranscriptDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto* model = static_cast<const TranscriptModel*>(index.model());
    const auto& line = line_of(index);
    const bool current = model->current() == index.row();
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    const bool mirrored = option.direction == Qt::RightToLeft;
    const auto& all = option.rect;
    painter->save();
    if (chosen)
        painter->fillRect(all, option.palette.highlight());
    else if (current)
        painter->fillRect(all, roles().raised);
    const auto bar = [&](int width, int at, const QColor& colour) {
        painter->fillRect(
            QRect(mirrored ? all.right() + 1 - at - width : all.left() + at, all.top() + 1, width, all.height() - 2),
            colour);
    };
    if (const auto* stretch = model->stretch_of(index.row())) bar(3, 0, stretch->colour);

    QFont fixed(QStringLiteral("Noto Sans Mono"));
    fixed.setPixelSize(11);
    painter->setFont(fixed);
    painter->setPen(current ? roles().safe : roles().dim);
    auto time = QString::fromStdString(format_time(line.range.in));
    time.truncate(time.indexOf(QLatin1Char('.')));
    if (current) time.prepend(QStringLiteral("▸"));
    const QRect time_place(mirrored ? all.right() - edge - time_width : all.left() + edge, all.top() + above,
                           time_width, 20);
    painter->drawText(time_place, Qt::AlignTop | (mirrored ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute, time);

    const int wide = text_width(option);
    QRect words(mirrored ? all.left() + edge : all.left() + edge + time_width, all.top() + above, wide,
                all.height() - 2 * above);
    painter->setFont(option.font);
    painter->setPen(line.hidden ? roles().stop : roles().text);
    const auto first = shown(line);
    draw(*painter, words, first);
    if (!line.second.isEmpty() && !line.hidden) {
        words.setTop(words.top() + height_of(first, QFontMetrics(option.font), wide) + between);
        painter->setPen(roles().dim);
        draw(*painter, words, line.second);
    }
    painter->restore();
}

}  // namespace counterclip::ui
