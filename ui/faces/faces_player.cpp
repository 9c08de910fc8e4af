#include "ui/faces/faces_player.h"

#include <algorithm>
#include <numbers>

#include <QButtonGroup>
#include <QLabel>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/desk/desk.h"
#include "ui/look/roles.h"
#include "ui/player/picture_view.h"
#include "ui/player/player.h"
#include "ui/player/veiled_film.h"

namespace counterclip::ui {

namespace {

using namespace std::chrono_literals;

constexpr Time reach = 5s;  // of tracks read at once about the picture on the screen

QRectF rect_of(const faces::Box& box) {
    return {box.x, box.y, box.w, box.h};
}

// The sighting of the frame at `pts`, where the track has one.
const faces::Sighting* sighting_at(const faces::Track& track, Time pts) {
    const auto found = std::ranges::lower_bound(track.sightings, pts, {}, &faces::Sighting::pts);
    return found != track.sightings.end() && found->pts == pts ? &*found : nullptr;
}

void paint_ellipse(QPainter& painter, const faces::Ellipse& e, const QTransform& to_widget) {
    painter.save();
    painter.setTransform(to_widget, true);
    painter.translate(e.cx, e.cy);
    painter.rotate(e.angle * 180 / std::numbers::pi);
    painter.drawEllipse(QPointF(), e.rx, e.ry);
    painter.restore();
}

QPen pen(const QColor& colour, Qt::PenStyle style = Qt::SolidLine) {
    QPen pen(colour, 2, style);
    pen.setCosmetic(true);
    return pen;
}

}  // namespace

FacesPlayer::FacesPlayer(Desk& desk, QWidget* parent)
    : QWidget(parent),
      desk_(desk),
      player_(new Player(desk, this)),
      pencil_(new RegionPencil(player_->view(), this)),
      ways_(new QButtonGroup(this)),
      about_(new QLabel(this)) {
    about_->setObjectName(QStringLiteral("heading"));
    auto* head = new QHBoxLayout;
    head->addWidget(about_);
    head->addStretch();
    const auto add = [&](const QString& text, FacesWay way) {
        auto* button = new QToolButton(this);
        button->setText(text);
        button->setToolTip(tr("%1  (V: next)").arg(text));
        button->setAccessibleName(text);
        button->setCheckable(true);
        ways_->addButton(button, static_cast<int>(way));
        head->addWidget(button);
    };
    add(tr("original"), FacesWay::original);
    add(tr("masks"), FacesWay::masks);
    add(tr("as rendered"), FacesWay::rendered);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(head);
    column->addWidget(player_, 1);
    player_->view().set_overlay([this](QPainter& painter, const Picture& picture, const QTransform& to_widget) {
        paint(painter, picture, to_widget);
    });
    connect(ways_, &QButtonGroup::idClicked, this, [this](int way) {
        wanted_ = static_cast<FacesWay>(way);
        set_way(wanted_);
    });
    connect(&desk_, &Desk::changed, this, [this] { hidden_.reset(); });
    // At once: what is on the screen goes before anything else is read.
    connect(&desk_, &Desk::signed_in, this, [this] {
        const auto at = player_->position();
        player_->close();
        player_->view().show_message(tr("Opening …"));
        wanted_ = FacesWay::masks;  // what somebody else looked at is not what the next one asked for
        way_ = allowed(wanted_);
        if (!recording_) return show_recording(std::nullopt);
        open_film();
        player_->seek(at);
    });
    setFocusProxy(player_);
    show_recording(std::nullopt);
}

FacesWay FacesPlayer::allowed(FacesWay way) const {
    return desk_.may_see_originals() ? way : FacesWay::rendered;
}

void FacesPlayer::show_recording(const std::optional<archive::Recording>& recording) {
    recording_ = recording;
    known_.reset();
    hidden_.reset();
    gap_ = track_ = 0;
    pencil_->stop();
    pencil_->set_regions({});
    way_ = allowed(wanted_);
    about_->setText(recording ? tr("RECORDING %1").arg(recording->position) : QString());
    player_->close();
    if (recording) open_film();
    for (auto* button : ways_->buttons()) button->setEnabled(recording && recording->has_picture);
}

void FacesPlayer::open_film() {
    ways_->button(static_cast<int>(way_))->setChecked(true);
    const auto& recording = recording_.value();
    if (way_ == FacesWay::rendered || !recording.has_picture) return player_->open(recording);
    std::optional<SoundFile> sound;
    if (recording.has_sound) sound = SoundFile{desk_.archive().path(recording.file)};
    player_->open([file = desk_.archive().path(recording.file)] { return std::make_unique<FileFilm>(file); },
                  recording.duration, std::move(sound));
}

void FacesPlayer::set_way(FacesWay way) {
    if (allowed(way) != way)
        desk_.say(Desk::Tone::advice,
                  tr("The original is shown to editors and auditors. Sign in as one of them to see it."));
    const auto before = way_;
    way_ = allowed(way);
    ways_->button(static_cast<int>(way_))->setChecked(true);
    if (!recording_ || !recording_->has_picture || way_ == before) return player_->view().update();
    const bool same_film = way_ != FacesWay::rendered && before != FacesWay::rendered;
    if (same_film) return player_->view().update();
    const auto folder = desk_.archive_folder();
    if (way_ == FacesWay::rendered)
        player_->replace_film([folder, id = recording_->id] { return std::make_unique<VeiledFilm>(folder, id); });
    else
        player_->replace_film(
            [file = desk_.archive().path(recording_->file)] { return std::make_unique<FileFilm>(file); });
}

void FacesPlayer::next_way() {
    wanted_ = static_cast<FacesWay>((static_cast<int>(way_) + 1) % 3);
    set_way(wanted_);
}

void FacesPlayer::show_known(std::shared_ptr<const FacesKnown> known) {
    known_ = std::move(known);
    hidden_.reset();
    pencil_->set_regions(known_->regions);
    player_->view().update();
}

void FacesPlayer::choose_gap(qint64 gap) {
    gap_ = gap;
    player_->view().update();
}

void FacesPlayer::choose_track(qint64 track) {
    track_ = track;
    player_->view().update();
}

const clip::PlannedPart* FacesPlayer::hidden_at(Time pts) {
    if (hidden_ && contains(hidden_->range, pts)) return &*hidden_;
    try {
        hidden_ =
            clip::plan_stretch(desk_.archive(), recording_.value().id, {std::max(Time(), pts - reach), pts + reach});
    } catch (const std::exception&) {
        hidden_.reset();
    }
    return hidden_ ? &*hidden_ : nullptr;
}

void FacesPlayer::paint(QPainter& painter, const Picture& picture, const QTransform& to_widget) {
    if (way_ == FacesWay::masks && recording_) paint_masks(painter, picture, to_widget);
    if (way_ != FacesWay::original && known_) paint_chosen(painter, picture, to_widget);
    pencil_->paint(painter, picture, to_widget);
}

// By the picture's own pts, asked where the renderer asks: what is drawn is what would be hidden of this very frame.
void FacesPlayer::paint_masks(QPainter& painter, const Picture& picture, const QTransform& to_widget) {
    const auto& r = dark_roles();
    const auto* hidden = hidden_at(picture.pts);
    const auto all = to_widget.mapRect(QRectF(QPointF(), QSizeF(picture.source)));
    const auto mask = hidden ? clip::mask_at(*hidden, picture.pts) : faces::FrameMask{true, {}};
    painter.setBrush(Qt::NoBrush);
    if (mask.whole) {
        painter.setPen(pen(r.stop));
        painter.drawRect(all.adjusted(1, 1, -1, -1));
        painter.drawText(all.adjusted(12, 12, -12, -12), Qt::AlignHCenter | Qt::AlignBottom,
                         tr("this frame is hidden whole"));
    }
    painter.setPen(pen(r.safe));
    for (const auto& ellipse : mask.ellipses) paint_ellipse(painter, ellipse, to_widget);
    if (!hidden) return;
    const auto write = [&](const QString& text, QPointF over) {
        const auto size = QSizeF(painter.fontMetrics().size(Qt::TextSingleLine, text)) + QSizeF(12, 4);
        const QRectF place(over - QPointF(size.width() / 2, size.height()), size);
        painter.fillRect(place, QColor(0, 0, 0, 150));
        painter.drawText(place, Qt::AlignCenter, text);
    };
    const auto name = [&](const std::vector<faces::Track>& tracks, const QString& what, const QColor& colour) {
        painter.setPen(colour);
        for (const auto& track : tracks)
            if (const auto* seen = sighting_at(track, picture.pts)) {
                const auto box = to_widget.mapRect(rect_of(seen->box));
                write(tr("person %1 · %2 · %3").arg(track.id).arg(in_words(track.label), what),
                      QPointF(box.center().x(), std::max(box.top() - box.height() * 0.3, all.top() + 24)));
            }
    };
    name(hidden->faces_to_hide, tr("hidden"), r.safe);
    name(hidden->faces_shown, tr("shown"), r.info);
    name(hidden->faces_deleted, tr("not hidden"), r.warn);
}

void FacesPlayer::paint_chosen(QPainter& painter, const Picture& picture, const QTransform& to_widget) const {
    const auto& r = dark_roles();
    painter.setBrush(Qt::NoBrush);
    if (const auto* track = track_of(*known_, track_))
        if (const auto* seen = sighting_at(*track, picture.pts)) {
            painter.setPen(pen(r.info, Qt::DotLine));
            painter.drawRect(to_widget.mapRect(rect_of(seen->box)));
        }
    const auto* gap = gap_of(*known_, gap_);
    if (gap && faces::area(gap->where) > 0 && contains(gap->range, picture.pts)) {
        painter.setPen(pen(r.warn, Qt::DashLine));
        painter.drawEllipse(to_widget.mapRect(rect_of(gap->where)));
    }
}

}  // namespace counterclip::ui
