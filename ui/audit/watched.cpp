#include "ui/audit/watched.h"

#include <algorithm>

#include <QAudioDevice>
#include <QMediaDevices>
#include <QPainter>

#include "ui/look/roles.h"

namespace counterclip::ui {

namespace {

using namespace std::chrono_literals;

// A slow machine drops pictures; a longer hole was not seen.
constexpr Time longest_hole = 250ms;
constexpr Time at_the_ends = 200ms;

void add(std::vector<Range>& ranges, Range range) {
    ranges.push_back(range);
    std::ranges::sort(ranges, {}, &Range::in);
    std::vector<Range> joined;
    for (const auto& r : ranges)
        if (!joined.empty() && r.in <= joined.back().out)
            joined.back().out = std::max(joined.back().out, r.out);
        else
            joined.push_back(r);
    ranges = std::move(joined);
}

QString minutes(Time t) {
    const auto s = std::chrono::round<std::chrono::seconds>(t).count();
    return QStringLiteral("%1:%2").arg(s / 60).arg(s % 60, 2, 10, QLatin1Char('0'));
}

}  // namespace

void Watched::note(Time pts, Time length, Noticed noticed) {
    const bool goes_on = is_running_ && pts >= last_ && pts - last_ <= longest_hole;
    if (noticed.seen) add(seen_, {goes_on && was_.seen ? last_ : pts, pts + length});
    if (noticed.heard) add(heard_, {goes_on && was_.heard ? last_ : pts, pts + length});
    is_running_ = true;
    was_ = noticed;
    last_ = pts;
}

Time length_of(const std::vector<Range>& ranges) {
    Time sum{};
    for (const auto& range : ranges) sum += duration(range);
    return sum;
}

bool is_all(const std::vector<Range>& ranges, Time duration) {
    return ranges.size() == 1 && ranges.front().in <= at_the_ends && ranges.front().out >= duration - at_the_ends;
}

WatchedBar::WatchedBar(QWidget* parent) : QWidget(parent) {
    setFixedHeight(24);
    setMinimumWidth(200);
    show_watched({}, {});
}

void WatchedBar::show_watched(const Watched& watched, Time duration) {
    watched_ = watched;
    duration_ = duration;
    text_ = tr("watched %1 of %2 · heard %3")
                .arg(minutes(std::min(length_of(watched.seen()), duration)), minutes(duration),
                     minutes(std::min(length_of(watched.heard()), duration)));
    static const bool has_device = !QMediaDevices::defaultAudioOutput().isNull();
    if (!has_device) text_ += QStringLiteral(" · ") + tr("this machine has no sound device");
    setAccessibleName(text_);
    setToolTip(text_ + QLatin1Char('\n') +
               tr("In this sitting. Heard counts only what was played with sound, at its own pace."));
    update();
}

void WatchedBar::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    const auto& r = roles();
    constexpr int least_bar = 48;
    const int words = std::min(painter.fontMetrics().horizontalAdvance(text_) + 8, std::max(0, width() - least_bar));
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const QRect text(mirrored ? width() - words : 0, 0, words, height());
    const QRect bar(mirrored ? 0 : words, 6, std::max(16, width() - words), 12);
    painter.setPen(r.dim);
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
                     painter.fontMetrics().elidedText(text_, Qt::ElideRight, text.width() - 8));
    painter.fillRect(bar, r.raised);
    if (duration_ <= Time()) return;
    const auto paint = [&](const std::vector<Range>& ranges, int top, int bottom, const QColor& colour) {
        for (const auto& range : ranges) {
            const auto x = [&](Time t) {
                return bar.left() +
                       static_cast<int>(bar.width() * std::clamp(seconds(t) / seconds(duration_), 0.0, 1.0));
            };
            painter.fillRect(QRect(QPoint(x(range.in), top), QPoint(std::max(x(range.in), x(range.out) - 1), bottom)),
                             colour);
        }
    };
    paint(watched_.seen(), bar.top(), bar.center().y(), r.info);
    paint(watched_.heard(), bar.center().y() + 1, bar.bottom(), r.safe);
}

}  // namespace counterclip::ui
