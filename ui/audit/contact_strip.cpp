#include "ui/audit/contact_strip.h"

#include <QGuiApplication>
#include <QPainter>
#include <QScrollBar>

#include "ui/look/roles.h"
#include "ui/player/film.h"

namespace counterclip::ui {

namespace {

constexpr QSize tile_size{144, 81};
constexpr std::size_t most_tiles = 24;

// One pass through the file for each tile: seeking is quick in what we write.
std::vector<QImage> read_tiles(const std::filesystem::path& file, const std::vector<WorthALook>& frames) {
    std::vector<QImage> tiles(frames.size());
    try {
        FileFilm film(file);
        film.fit_into(tile_size.width() * 2, tile_size.height() * 2);
        for (std::size_t n = 0; n < frames.size(); ++n)
            if (auto picture = film.at(frames[n].at)) tiles[n] = picture->image;
    } catch (const std::exception&) {
        // The player says what is wrong with the file.
    }
    return tiles;
}

// Without an image, the place of one that comes.
QPixmap tile_of(const QImage& image, bool is_bad) {
    QPixmap tile(tile_size * 2);
    tile.fill(image.isNull() ? roles().raised : QColor(Qt::black));
    QPainter painter(&tile);
    const auto fits = image.size().scaled(tile.size(), Qt::KeepAspectRatio);
    painter.drawImage(QRect({(tile.width() - fits.width()) / 2, (tile.height() - fits.height()) / 2}, fits), image);
    painter.setPen(QPen(is_bad ? roles().stop : roles().line, is_bad ? 6 : 2));
    painter.drawRect(tile.rect().adjusted(1, 1, -2, -2));
    painter.end();
    tile.setDevicePixelRatio(2);
    return tile;
}

// Over the pictures of before, at the end where there are fewest.
void paint_being_made(QPainter& painter, const QRect& all) {
    const auto words = ContactStrip::tr("◔ the sheet is being made …");
    const QSize size = painter.fontMetrics().size(Qt::TextSingleLine, words) + QSize(16, 6);
    const auto at = QGuiApplication::layoutDirection() == Qt::RightToLeft
                        ? all.topLeft() + QPoint(8, 8)
                        : all.topRight() - QPoint(size.width() + 8, -8);
    const QRect place(at, size);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(roles().panel);
    painter.setPen(roles().warn);
    painter.drawRoundedRect(place, 10, 10);
    painter.setPen(roles().text);
    painter.drawText(place, Qt::AlignCenter, words);
    painter.restore();
}

}  // namespace

ContactStrip::ContactStrip(QWidget* parent) : QListWidget(parent) {
    setObjectName(QStringLiteral("sheet"));
    setAccessibleName(tr("Contact sheet, worst frames first"));
    setViewMode(QListView::IconMode);
    setFlow(QListView::LeftToRight);
    setWrapping(false);
    setMovement(QListView::Static);
    setIconSize(tile_size);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    QFont small = font();
    small.setPixelSize(11);
    setFont(small);
    const auto go = [this](const QListWidgetItem* item) {
        if (item) Q_EMIT asked_for(item->data(Qt::UserRole).toLongLong());
    };
    connect(this, &QListWidget::itemClicked, this, go);
    connect(this, &QListWidget::itemActivated, this, go);
}

void ContactStrip::show_frames(const std::filesystem::path& file, const std::vector<WorthALook>& frames) {
    std::vector<WorthALook> shown(frames.begin(),
                                  frames.begin() + static_cast<std::ptrdiff_t>(std::min(frames.size(), most_tiles)));
    if (file == file_ && shown == frames_) return;
    file_ = file;
    frames_ = std::move(shown);
    why_ = frames_.empty() ? tr("The verification names no frame.") : QString();
    is_being_made_ = !frames_.empty();
    if (count() == 0 || frames_.empty()) lay_out(std::vector<QImage>(frames_.size()));
    viewport()->update();
    away_.run([file, asked = frames_] { return read_tiles(file, asked); },
              [this](const std::vector<QImage>& tiles) {
                  is_being_made_ = false;
                  lay_out(tiles);
              });
}

void ContactStrip::lay_out(const std::vector<QImage>& tiles) {
    const int scrolled = horizontalScrollBar()->value();
    const int chosen = currentRow();
    clear();
    for (std::size_t n = 0; n < frames_.size(); ++n) {
        const auto& frame = frames_[n];
        const auto at = QString::fromStdString(format_time(frame.at));
        auto* item = new QListWidgetItem(
            QStringLiteral("%1%2 · %3").arg(frame.is_bad ? QStringLiteral("✕ ") : QString(), at, frame.why));
        item->setData(Qt::UserRole, static_cast<qint64>(frame.at.count()));
        item->setToolTip(item->text());
        // Its place is fixed before the picture comes: the list would keep the place of its words alone.
        item->setSizeHint(tile_size + QSize(12, 24));
        item->setIcon(tile_of(tiles[n], frame.is_bad));
        addItem(item);
    }
    if (chosen >= 0 && chosen < count()) setCurrentRow(chosen);
    doItemsLayout();
    horizontalScrollBar()->setValue(scrolled);
    viewport()->update();
}

void ContactStrip::show_nothing(const QString& why) {
    away_.forget();
    clear();
    file_.clear();
    frames_.clear();
    is_being_made_ = false;
    why_ = why;
    viewport()->update();
}

void ContactStrip::paintEvent(QPaintEvent* event) {
    QListWidget::paintEvent(event);
    QPainter painter(viewport());
    painter.setPen(roles().dim);
    if (is_being_made_) paint_being_made(painter, viewport()->rect());
    if (count() > 0) return;
    painter.drawText(viewport()->rect().adjusted(16, 8, -16, -8), Qt::AlignTop | Qt::TextWordWrap, why_);
}

}  // namespace counterclip::ui
