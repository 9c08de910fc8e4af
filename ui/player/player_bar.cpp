#include "ui/player/player_bar.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QSlider>
#include <QToolButton>

#include "ui/words/tr.h"

namespace counterclip::ui {

namespace {

QString written(Time t) {
    return QString::fromStdString(format_time(t));
}

// The arrow tells the way: a minus before a speed is read as a subtraction.
QString speed_in_signs(double rate) {
    return ends(begins((rate < 0 ? QStringLiteral("◀ %1×") : QStringLiteral("▶ %1×")).arg(std::abs(rate))));
}

}  // namespace

PlayerBar::PlayerBar(QWidget* parent)
    : QWidget(parent),
      play_(new QToolButton(this)),
      time_(new QLabel(this)),
      bar_(new QSlider(Qt::Horizontal, this)),
      speed_(new QToolButton(this)) {
    QFont fixed(QStringLiteral("Noto Sans Mono"));
    fixed.setPixelSize(12);
    play_->setObjectName(QStringLiteral("play"));
    time_->setFont(fixed);
    time_->setObjectName(QStringLiteral("position"));
    time_->setAccessibleName(tr("Position and length"));
    bar_->setAccessibleName(tr("Position in the recording"));
    bar_->setLayoutDirection(Qt::LeftToRight);  // time runs as in the timeline, in every language
    bar_->setRange(0, 10'000);
    bar_->setMinimumWidth(40);
    speed_->setObjectName(QStringLiteral("speed"));
    speed_->setToolTip(tr("Speed: J backwards, L forwards, again: faster"));
    speed_->setPopupMode(QToolButton::InstantPopup);
    // A click gives the keys to the player, not to what was clicked.
    bar_->setFocusPolicy(Qt::NoFocus);
    for (auto* button : {play_, speed_}) button->setFocusPolicy(Qt::NoFocus);
    make_speeds();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(play_);
    row->addWidget(time_);
    row->addWidget(bar_, 1);
    row->addWidget(speed_);
    connect(play_, &QToolButton::clicked, this, &PlayerBar::toggle_asked);
    connect(bar_, &QSlider::sliderMoved, this,
            [this](int at) { Q_EMIT seek_asked((duration_ / bar_->maximum() * at).count()); });
    show_position({}, {});
    show_rate(0);
    // The widest of what they say: nothing moves while it plays.
    speed_->setFixedWidth(speed_->fontMetrics().horizontalAdvance(speed_in_signs(-8)) + 32);
}

// Those that J and L step through.
void PlayerBar::make_speeds() {
    auto* menu = new QMenu(speed_);
    for (const double rate : {1, 2, 4, 8, -1, -2, -4, -8})
        menu->addAction(speed_in_signs(rate), this, [this, rate] { Q_EMIT rate_asked(rate); });
    speed_->setMenu(menu);
}

void PlayerBar::show_position(Time at, Time duration) {
    duration_ = duration;
    const auto length = written(duration);
    time_->setText(begins(written(at)) + QStringLiteral(" / ") + ends(length.left(length.indexOf(QLatin1Char('.')))));
    setEnabled(duration > Time(0));
    if (duration > Time(0) && !bar_->isSliderDown()) bar_->setValue(static_cast<int>(at * bar_->maximum() / duration));
}

void PlayerBar::show_rate(double rate) {
    const bool plays = rate != 0;
    play_->setText(plays ? QStringLiteral("▮▮") : QStringLiteral("▶"));
    const auto what = plays ? tr("Pause") : tr("Play");
    play_->setAccessibleName(what);
    play_->setToolTip(tr("%1  (Space)").arg(what));
    speed_->setText(speed_in_signs(plays ? rate : 1));
    speed_->setAccessibleName(tr("Speed: %1").arg(speed_->text()));
}

}  // namespace counterclip::ui
