#include "ui/lines/line_painter.h"

#include <QAbstractItemView>
#include <QPainter>

#include "ui/lines/line_list.h"
#include "ui/look/roles.h"

namespace counterclip::ui {

namespace {

constexpr int pad = 8;
constexpr int sign_width = 24;
constexpr QSize picture_size{56, 40};

const Line& line_of(const QModelIndex& index) {
    return static_cast<const LineModel*>(index.model())->line(index.row());
}

QFont title_font(const QStyleOptionViewItem& option, const Line& line) {
    QFont font = option.font;
    if (line.is_heading) {
        font.setPixelSize(11);
        font.setBold(true);
        font.setCapitalization(QFont::AllUppercase);
    }
    return font;
}

QFont small_font(const QStyleOptionViewItem& option) {
    QFont font = option.font;
    font.setPixelSize(11);
    return font;
}

int before_text(const Line& line) {
    return (line.picture.isNull() ? 0 : picture_size.width() + pad) + (line.sign.isEmpty() ? 0 : sign_width);
}

struct Places {
    QRect sign, picture, title, aside, below;
    int height = 0;
};

// As read from the left; the painter mirrors.
Places places_of(const QStyleOptionViewItem& option, const Line& line, int width) {
    Places p;
    const QFontMetrics title(title_font(option, line));
    const QFontMetrics small(small_font(option));
    const int left = pad + before_text(line);
    const int room = std::max(40, width - left - pad);
    const int aside = line.aside.isEmpty() ? 0 : small.horizontalAdvance(line.aside) + pad;
    const int title_room = std::max(40, room - aside);
    const int title_height = title.boundingRect(QRect(0, 0, title_room, 1'000), Qt::TextWordWrap, line.title).height();
    p.title = QRect(left, pad, title_room, title_height);
    p.aside = QRect(left + room - aside, pad, aside, title.height());
    int bottom = p.title.bottom() + 1;
    if (!line.below.isEmpty()) {
        const int height = small.boundingRect(QRect(0, 0, room, 1'000), Qt::TextWordWrap, line.below).height();
        p.below = QRect(left, bottom + 2, room, height);
        bottom = p.below.bottom() + 1;
    }
    int at = pad;
    if (!line.sign.isEmpty()) {
        p.sign = QRect(at, pad - 1, sign_width - 4, sign_width - 4);
        at += sign_width;
        bottom = std::max(bottom, p.sign.bottom() + 1);
    }
    if (!line.picture.isNull()) {
        p.picture = QRect({at, pad}, picture_size);
        bottom = std::max(bottom, p.picture.bottom() + 1);
    }
    p.height = bottom + (line.is_heading ? 4 : pad);
    return p;
}

}  // namespace

QSize LinePainter::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    return {100, places_of(option, line_of(index), width).height};
}

void LinePainter::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    const auto& line = line_of(index);
    const auto& r = roles();
    const auto places = places_of(option, line, option.rect.width());
    const auto at = [&](QRect place) {
        return QStyle::visualRect(option.direction, option.rect, place.translated(option.rect.topLeft()));
    };
    const auto lead = QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignTop;
    painter->save();
    if (option.state & QStyle::State_Selected && !line.is_heading) {
        painter->fillRect(option.rect, r.raised);
        painter->fillRect(at(QRect(0, 0, 2, option.rect.height())), r.safe);
    }
    if (!line.picture.isNull()) {
        const auto place = at(places.picture);
        const auto fits = line.picture.scaled(place.size() * painter->device()->devicePixelRatioF(),
                                              Qt::KeepAspectRatioByExpanding, Qt::SmoothTransformation);
        painter->setClipRect(place);
        const QRect shown(QPoint(0, 0), (QSizeF(fits.size()) / painter->device()->devicePixelRatioF()).toSize());
        painter->drawImage(shown.translated(place.center() - shown.center()), fits);
        painter->setClipping(false);
        painter->setPen(r.line);
        painter->drawRect(place.adjusted(0, 0, -1, -1));
    }
    if (!line.sign.isEmpty()) {
        const auto colour = colour_of(line.mood);
        const auto place = at(places.sign);
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(colour);
        auto ground = colour;
        ground.setAlpha(48);
        painter->setBrush(ground);
        painter->drawEllipse(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5));
        painter->setFont(small_font(option));
        painter->drawText(place, Qt::AlignCenter, line.sign);
    }
    painter->setFont(title_font(option, line));
    painter->setPen(line.is_heading ? r.dim : r.text);
    painter->drawText(at(places.title), static_cast<int>(lead) | Qt::TextWordWrap, line.title);
    painter->setFont(small_font(option));
    painter->setPen(r.dim);
    if (!line.aside.isEmpty())
        painter->drawText(
            at(places.aside),
            static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignRight) | Qt::AlignVCenter), line.aside);
    if (!line.below.isEmpty())
        painter->drawText(at(places.below), static_cast<int>(lead) | Qt::TextWordWrap, line.below);
    if (option.state & QStyle::State_HasFocus && !line.is_heading) {
        painter->setPen(r.safe);
        painter->setBrush(Qt::NoBrush);
        painter->drawRect(option.rect.adjusted(0, 0, -1, -1));
    }
    painter->restore();
}

}  // namespace counterclip::ui
