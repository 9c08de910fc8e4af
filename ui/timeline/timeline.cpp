#include "ui/timeline/timeline.h"

#include <algorithm>

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolButton>

#include "ui/look/roles.h"
#include "ui/timeline/paint.h"

namespace counterclip::ui {

namespace {

using namespace std::chrono_literals;

// px
constexpr int ruler_height = 26;
constexpr int bar_width = 12;
constexpr int narrowest_titles = 96;
constexpr int widest_titles = 168;

// Scroll bars count in whole numbers of 32 bits.
constexpr auto bar_unit = std::chrono::duration_cast<Time>(1ms);

int bar_value(Time t) {
    return static_cast<int>(t / bar_unit);
}

QToolButton* button(QWidget* parent, const QString& sign, const QString& name) {
    auto* made = new QToolButton(parent);
    made->setText(sign);
    made->setAccessibleName(name);
    made->setToolTip(name);
    made->setFocusPolicy(Qt::NoFocus);
    made->setAutoRaise(true);
    return made;
}

}  // namespace

Timeline::Timeline(QWidget* parent)
    : QWidget(parent),
      along_(new QScrollBar(Qt::Horizontal, this)),
      down_(new QScrollBar(Qt::Vertical, this)),
      closer_(button(this, QStringLiteral("+"), tr("Zoom in"))),
      wider_(button(this, QStringLiteral("−"), tr("Zoom out"))),
      all_(button(this, QStringLiteral("↔"), tr("Show all"))) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setAccessibleName(tr("Timeline"));
    along_->setAccessibleName(tr("Scroll in time"));
    along_->setLayoutDirection(Qt::LeftToRight);
    down_->setAccessibleName(tr("Scroll the lanes"));
    for (auto* bar : {along_, down_}) bar->setFocusPolicy(Qt::NoFocus);
    connect(along_, &QScrollBar::valueChanged, this,
            [this](int at) { set_visible(scrolled(visible_, whole(), at * bar_unit - visible_.in)); });
    connect(down_, &QScrollBar::valueChanged, this, qOverload<>(&QWidget::update));
    connect(closer_, &QToolButton::clicked, this, [this] { zoom(1.6); });
    connect(wider_, &QToolButton::clicked, this, [this] { zoom(1 / 1.6); });
    connect(all_, &QToolButton::clicked, this, [this] { set_visible(whole()); });
}

void Timeline::set_duration(Time duration) {
    duration_ = std::max(Time(0), duration);
    playhead_ = std::clamp(playhead_, Time(0), duration_);
    set_visible(whole());
    update();
}

void Timeline::set_lanes(std::vector<Lane> lanes) {
    const auto count = lanes_.size();
    lanes_ = Lanes(std::move(lanes));
    if (drag_ && drag_->kind == Drag::Kind::item) {
        const auto* held = lanes_.find(drag_->lane, drag_->item.id);
        if (!held || held->range != drag_->item.range) {  // gone or another under the hand
            drag_.reset();
            snapped_.reset();
        }
    }
    if (!lanes_.find(chosen_lane_, chosen_id_)) {
        chosen_id_ = 0;
        also_.clear();
        tell_chosen();
    }
    std::erase_if(also_, [this](qint64 id) { return !lanes_.find(chosen_lane_, id); });
    if (count != lanes_.size()) updateGeometry();
    place_children();
    update();
}

// Only the two stripes that change are painted: this comes with every picture.
void Timeline::set_playhead(Time t) {
    const auto before = playhead_;
    playhead_ = t;
    if (!drag_) {
        const auto view = following(visible_, whole(), before, t);
        if (view != visible_) return set_visible(view);
    }
    for (const auto at : {before, t}) update(QRect(x_of(at) - 7, 0, 14, height()));
}

void Timeline::set_marks(std::optional<Time> in, std::optional<Time> out) {
    mark_in_ = in;
    mark_out_ = out;
    update();
}

void Timeline::select(const QString& lane, qint64 id) {
    chosen_lane_ = lane;
    chosen_id_ = lane.isEmpty() ? 0 : id;
    also_.clear();
    tell_chosen();
    update();
}

void Timeline::select_also(std::vector<qint64> ids) {
    also_ = std::move(ids);
    update();
}

void Timeline::show_range(Range range) {
    const auto margin = duration(range) / 8;
    set_visible(zoomed({range.in - margin, range.out + margin}, whole(), 1, range.in));
}

void Timeline::repaint_lane(const QString& lane) {
    if (const auto n = lanes_.find(lane)) update(lane_place(*n));
}

Time Timeline::edge_before(Time t) const {
    return lanes_.edge_before(t).value_or(Time(0));
}

Time Timeline::edge_after(Time t) const {
    return lanes_.edge_after(t).value_or(duration_);
}

QRect Timeline::place_of(const QString& lane, qint64 id) const {
    const auto n = lanes_.find(lane);
    const auto* item = lanes_.find(lane, id);
    if (!n || !item || !overlaps(item->range, visible_)) return {};
    return ui::place_of(*item, lane_place(*n), scale()) & lanes_place();
}

int Timeline::x_of(Time t) const {
    return static_cast<int>(ui::x_of(scale(), t));
}

std::optional<Range> Timeline::drag_preview() const {
    if (!drag_ || drag_->kind == Drag::Kind::scrub || !drag_->has_moved) return std::nullopt;
    return drag_->now;
}

QRect Timeline::titles_place() const {
    int widest = narrowest_titles;
    for (const auto& lane : lanes_.all()) widest = std::max(widest, fontMetrics().horizontalAdvance(lane.title) + 24);
    const int wide = std::min(widest, widest_titles);
    return {is_mirrored() ? width() - wide : 0, ruler_height, wide, height() - ruler_height - bar_width};
}

QRect Timeline::lanes_place() const {
    const auto titles = titles_place();
    const int wide = std::max(1, width() - titles.width() - bar_width);
    return {is_mirrored() ? bar_width : titles.right() + 1, ruler_height, wide, titles.height()};
}

QRect Timeline::ruler_place() const {
    const auto lanes = lanes_place();
    return {lanes.left(), 0, lanes.width(), ruler_height};
}

QRect Timeline::lane_place(std::size_t lane) const {
    const auto place = lanes_place();
    int top = place.top() - down_->value();
    for (std::size_t n = 0; n < lane; ++n) top += lanes_.at(n).height;
    return {place.left(), top, place.width(), lanes_.at(lane).height};
}

Scale Timeline::scale() const {
    const auto place = lanes_place();
    return {visible_, static_cast<double>(place.left()), static_cast<double>(place.width())};
}

QSize Timeline::sizeHint() const {
    int high = ruler_height + bar_width;
    for (const auto& lane : lanes_.all()) high += lane.height;
    return {640, high};
}

QSize Timeline::minimumSizeHint() const {
    return {320, ruler_height + bar_width + 48};
}

void Timeline::place_children() {
    const auto lanes = lanes_place();
    const auto titles = titles_place();
    along_->setGeometry(lanes.left(), height() - bar_width, lanes.width(), bar_width);
    down_->setGeometry(is_mirrored() ? 0 : width() - bar_width, ruler_height, bar_width, lanes.height());
    int at = titles.left() + 8;
    for (auto* each : {wider_, closer_, all_}) {
        each->setGeometry(at, 2, 26, ruler_height - 4);
        at += 28;
    }
    const int hidden = std::max(0, sizeHint().height() - height());
    down_->setRange(0, hidden);
    down_->setPageStep(std::max(1, lanes.height()));
    down_->setVisible(hidden > 0);
    read_bars();
}

void Timeline::read_bars() {
    const QSignalBlocker quiet(along_);
    along_->setRange(0, bar_value(duration_ - duration(visible_)));
    along_->setPageStep(std::max(1, bar_value(duration(visible_))));
    along_->setSingleStep(std::max(1, along_->pageStep() / 10));
    along_->setValue(bar_value(visible_.in));
}

void Timeline::set_visible(Range visible) {
    if (visible == visible_) return;
    visible_ = visible;
    read_bars();
    update();
    Q_EMIT visible_changed(visible_.in.count(), visible_.out.count());
}

bool Timeline::is_chosen(std::size_t lane, const LaneItem& item) const {
    if (lanes_.at(lane).id != chosen_lane_) return false;
    return item.id == chosen_id_ || std::ranges::find(also_, item.id) != also_.end();
}

void Timeline::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto dirty = event->rect();
    painter.fillRect(dirty, roles().panel);
    const auto lanes = lanes_place();
    const auto ruler = ruler_place();
    const auto scale = this->scale();
    const auto needed = dirty & lanes;
    const Range shown{time_at(scale, needed.left() - 1), time_at(scale, needed.right() + 2)};
    QFont small = font();
    small.setPixelSize(12);

    for (std::size_t n = 0; n < lanes_.size(); ++n) {
        const auto place = lane_place(n);
        if (!place.intersects(lanes) || !QRect(0, place.top(), width(), place.height()).intersects(dirty)) continue;
        painter.setFont(small);
        painter.setClipRect(titles_place() & dirty);
        const auto titles = titles_place();
        paint_title(painter, {titles.left(), place.top(), titles.width(), place.height()}, lanes_.at(n).title,
                    hasFocus() && lanes_.at(n).id == chosen_lane_);
        if (needed.isEmpty() || is_empty(visible_)) continue;
        painter.setClipRect(needed & place);
        paint_lane(painter, lanes_, n, {place, scale, shown, [&](const LaneItem& item) { return is_chosen(n, item); }});
        if (const auto held = drag_preview();
            held && drag_->kind == Drag::Kind::item && drag_->lane == lanes_.at(n).id) {
            auto item = drag_->item;
            item.range = *held;
            paint_held(painter, item, place, scale);
        }
    }
    painter.setClipRect(ruler.adjusted(0, 0, 0, lanes.height()) & dirty);
    paint_ruler(painter, ruler, scale);
    if (is_empty(visible_)) return;
    paint_marks(painter, ruler, lanes.bottom() + 1, scale, mark_in_, mark_out_);
    if (snapped_) paint_snap(painter, ruler.bottom(), lanes.bottom() + 1, ui::x_of(scale, *snapped_));
    paint_playhead(painter, ruler, lanes.bottom() + 1, ui::x_of(scale, playhead_));
    painter.setClipping(false);
    painter.fillRect(QRect(titles_place().left(), 0, titles_place().width(), ruler_height) & dirty, roles().window);
    if (!hasFocus()) return;
    painter.setBrush(Qt::NoBrush);
    painter.setPen(roles().safe);
    painter.drawLine(0, 0, width(), 0);
}

void Timeline::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    place_children();
}

void Timeline::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange || event->type() == QEvent::FontChange) {
        place_children();
        update();
    }
}

}  // namespace counterclip::ui
