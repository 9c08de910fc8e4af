#include "ui/audit/audit_player.h"

#include <QButtonGroup>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/desk/desk.h"
#include "ui/player/picture_view.h"
#include "ui/player/player.h"

namespace counterclip::ui {

namespace {

constexpr double fastest_seen = 2;

}  // namespace

AuditPlayer::AuditPlayer(Desk& desk, QWidget* parent)
    : QWidget(parent),
      desk_(desk),
      player_(new Player(desk, this)),
      overlay_(new BesideOverlay(player_->view(), this)),
      bar_(new WatchedBar(this)),
      ways_(new QButtonGroup(this)) {
    auto* head = new QHBoxLayout;
    auto* title = new QLabel(tr("WHAT THE WORLD WILL SEE"), this);
    title->setObjectName(QStringLiteral("heading"));
    head->addStretch();
    const auto add = [&](const QString& text, BesideWay way) {
        auto* button = new QToolButton(this);
        button->setText(text);
        button->setToolTip(tr("%1  (W: next)").arg(text));
        button->setAccessibleName(text);
        button->setCheckable(true);
        ways_->addButton(button, static_cast<int>(way));
        head->addWidget(button);
    };
    add(tr("◧ wipe"), BesideWay::wipe);
    add(tr("◫ side by side"), BesideWay::side_by_side);
    add(tr("▣ render only"), BesideWay::render_only);
    set_way(static_cast<int>(BesideWay::render_only));  // what is judged; the original comes when it is asked for
    connect(ways_, &QButtonGroup::idClicked, this, &AuditPlayer::set_way);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(title);
    column->addLayout(head);
    column->addWidget(player_, 1);
    column->addWidget(bar_);
    connect(player_, &Player::moved, this, &AuditPlayer::note);
    connect(player_, &Player::playing_changed, this, [this](bool playing) {
        if (!playing) sittings_[shown_render_].interrupt();
    });
    connect(&desk_, &Desk::signed_in, this, [this] {
        const auto audit = audit_;
        sittings_.clear();  // what somebody else watched
        set_way(static_cast<int>(BesideWay::render_only));
        take_off(tr("Opening …"));
        if (audit) show_audit(audit);
    });
    setFocusProxy(player_);
}

void AuditPlayer::show_nothing(const QString& why) {
    audit_.reset();
    take_off(why);
}

void AuditPlayer::close_beside() {
    overlay_->show_nothing();
    if (beside_) beside_->close();
    beside_.reset();
}

// At once, whatever is still being read.
void AuditPlayer::take_off(const QString& why) {
    close_beside();
    overlay_->set_out_of_date({});
    player_->close();
    player_->view().show_message(why);
    shown_render_ = 0;
    bar_->show_watched({}, {});
}

void AuditPlayer::show_audit(std::shared_ptr<const ClipAudit> audit) {
    const auto before = std::exchange(audit_, std::move(audit));
    const bool lies_as_before = before && before->plan.has_value() == audit_->plan.has_value();
    if (!audit_->trouble.isEmpty()) return take_off(audit_->trouble);
    if (!audit_->render) return take_off(tr("%1 is not rendered yet: an editor renders it in Cut.").arg(audit_->clip));
    const auto& render = *audit_->render;
    if (!render.purged_at.empty()) return take_off(tr("This render was destroyed on request."));
    if (!desk_.may_see_originals() && !audit_->withheld.isEmpty())
        return take_off(tr("Nobody can say yet that nothing to hide is in this file (%1). Editors and auditors may "
                           "look at it: sign in.")
                            .arg(audit_->withheld));
    overlay_->set_out_of_date(audit_->out_of_date.isEmpty()
                                  ? QString()
                                  : tr("! Out of date: %1 after this render was made. It is not what would go out now; "
                                       "an editor renders it again.")
                                        .arg(audit_->out_of_date));
    // What plays goes on; the player reads masks anew by itself.
    if (render.id == shown_render_) return lies_as_before ? void() : open_film();
    close_beside();
    shown_render_ = render.id;
    player_->open(FilmMaker(), render.duration, SoundFile{desk_.archive().path(render.file)});
    open_film();
    bar_->show_watched(watched(), render.duration);
}

void AuditPlayer::open_film() {
    close_beside();
    const auto folder = desk_.archive_folder();
    if (!audit_->plan) {
        player_->replace_film(
            [file = folder / audit_->render.value().file] { return std::make_unique<FileFilm>(file); });
        return;
    }
    const auto kind = desk_.may_see_originals() ? BesideKind::original : BesideKind::veiled;
    beside_ = std::make_shared<BesidePictures>();
    overlay_->show(beside_, kind);
    player_->replace_film([folder, audit = audit_, kind, beside = beside_] {
        return std::make_unique<BesideFilm>(folder, audit, kind, beside);
    });
}

const Watched& AuditPlayer::watched() const {
    static const Watched none;
    const auto found = sittings_.find(shown_render_);
    return found == sittings_.end() ? none : found->second;
}

bool AuditPlayer::watched_all() const {
    return shown_render_ != 0 && is_all(watched().seen(), player_->duration());
}

bool AuditPlayer::heard_all() const {
    return shown_render_ != 0 && is_all(watched().heard(), player_->duration());
}

void AuditPlayer::note(qint64 pts) {
    Q_EMIT moved(pts);
    if (shown_render_ == 0 || player_->rate() <= 0 || player_->rate() > fastest_seen) return;
    const bool heard = player_->rate() == 1 && player_->sound().is_heard() && player_->sound().volume() > 0;
    const bool half_covered = beside_ && overlay_->way() == BesideWay::wipe;
    sittings_[shown_render_].note(Time(pts), player_->frame_length(), {.seen = !half_covered, .heard = heard});
    if (half_covered && !std::exchange(told_of_wipe_, true))
        desk_.say(Desk::Tone::advice,
                  tr("The wipe covers a half of the render: it does not count as watched. W goes on to "
                     "side by side, which does."));
    bar_->show_watched(watched(), player_->duration());
}

void AuditPlayer::set_way(int way) {
    overlay_->set_way(static_cast<BesideWay>(way));
    ways_->button(way)->setChecked(true);
}

void AuditPlayer::next_way() {
    set_way((static_cast<int>(overlay_->way()) + 1) % 3);
}

}  // namespace counterclip::ui
