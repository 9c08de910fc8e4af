#include "ui/audit/contact_strip.h"

#include <QPainter>

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

QPixmap tile_of(const QImage& image, bool is_bad) {
    QPixmap tile(tile_size * 2);
    tile.fill(Qt::black);
    QPainter painter(&tile);
    const auto fits = image.size().scaled(tile.size(), Qt::KeepAspectRatio);
    painter.drawImage(QRect({(tile.width() - fits.width()) / 2, (tile.height() - fits.height()) / 2}, fits), image);
    painter.setPen(QPen(is_bad ? roles().stop : roles().line, is_bad ? 6 : 2));
    painter.drawRect(tile.rect().adjusted(1, 1, -2, -2));
    painter.end();
    tile.setDevicePixelRatio(2);
    return tile;
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
    const std::vector<WorthALook> shown(
        frames.begin(), frames.begin() + static_cast<std::ptrdiff_t>(std::min(frames.size(), most_tiles)));
    clear();
    why_ = shown.empty() ? tr("The verification names no frame.") : QString();
    for (const auto& frame : shown) {
        const auto at = QString::fromStdString(format_time(frame.at));
        auto* item = new QListWidgetItem(
            QStringLiteral("%1%2 · %3").arg(frame.is_bad ? QStringLiteral("✕ ") : QString(), at, frame.why));
        item->setData(Qt::UserRole, static_cast<qint64>(frame.at.count()));
        item->setToolTip(item->text());
        // Its place is fixed before the picture comes: the list would keep the place of its words alone.
        item->setSizeHint(tile_size + QSize(12, 24));
        item->setIcon(tile_of({}, frame.is_bad));
        addItem(item);
    }
    away_.run([file, shown] { return read_tiles(file, shown); },
              [this, shown](const std::vector<QImage>& tiles) {
                  for (std::size_t n = 0; n < tiles.size(); ++n)
                      if (!tiles[n].isNull()) item(static_cast<int>(n))->setIcon(tile_of(tiles[n], shown[n].is_bad));
              });
}

void ContactStrip::show_nothing(const QString& why) {
    away_.forget();
    clear();
    why_ = why;
    viewport()->update();
}

void ContactStrip::paintEvent(QPaintEvent* event) {
    QListWidget::paintEvent(event);
    if (count() > 0) return;
    QPainter painter(viewport());
    painter.setPen(roles().dim);
    painter.drawText(viewport()->rect().adjusted(16, 8, -16, -8), Qt::AlignTop | Qt::TextWordWrap, why_);
}

}  // namespace counterclip::ui
