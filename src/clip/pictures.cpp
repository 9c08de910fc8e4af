#include "clip/pictures.h"

#include <cmath>

namespace counterclip::clip {

namespace {

// Studio range, 8 bits. The matrix is the clip's; where it is unknown, what players take it for.
media::Frame plain_of(const Plan& plan, const captions::Colour& c) {
    const bool is_601 =
        plan.colour.matrix == 5 || plan.colour.matrix == 6 || (plan.colour.matrix == 2 && plan.height < 720);
    const double kr = is_601 ? 0.299 : 0.2126, kb = is_601 ? 0.114 : 0.0722;  // ITU-R BT.601, BT.709
    const double y = kr * c.red + (1 - kr - kb) * c.green + kb * c.blue;
    const auto level = [](double v) { return static_cast<int>(std::lround(v)); };
    return plain(plan.width, plan.height, plan.format, plan.colour, level(16 + y * 219 / 255),
                 level(128 + (c.blue - y) / (2 * (1 - kb)) * 224 / 255),
                 level(128 + (c.red - y) / (2 * (1 - kr)) * 224 / 255));
}

}  // namespace

media::Frame background(const Plan& plan) {
    if (plan.look.card_background) return plain_of(plan, *plan.look.card_background);
    return plain(plan.width, plan.height, plan.format, plan.colour, 34, 131, 125);
}

Placement place(const Plan& plan, const PlannedPart& part, const media::VideoTrack& track, Time source_pts) {
    if (part.crop.width > 0)
        return {0, 0, plan.width, plan.height, at(part.crop, source_pts, track.width, track.height)};
    return place(track.width, track.height, track.sample_aspect, plan.width, plan.height, plan.sample_aspect);
}

std::optional<Time> SteadyTimes::next() {
    const Time t = range_.in + to_time(count_, {rate_.den, rate_.num});
    if (t >= range_.out) return std::nullopt;
    ++count_;
    return t;
}

std::size_t pieces(const Plan& plan) {
    return plan.parts.size() + 2;
}

std::optional<Range> steady_piece(const Plan& plan, std::size_t piece) {
    if (piece == 0) return Range{Time::zero(), plan.card_length};
    if (piece > plan.parts.size()) return Range{end_of_parts(plan), duration(plan)};
    const auto& part = plan.parts[piece - 1];
    if (part.has_picture) return std::nullopt;
    return Range{part.at, part.at + duration(part.range)};
}

SourceFrames::SourceFrames(const PlannedPart& part)
    : part_(part),
      reader_(part.file,
              media::VideoReader::Options{.range = part.whole_file ? std::nullopt : std::optional<Range>(part.range)}) {
}

std::optional<SourceFrames::Next> SourceFrames::next() {
    Next n;
    if (!reader_.next(n.frame)) return std::nullopt;
    n.source_pts = n.frame.pts();
    n.frame.set_pts(std::exchange(first_, false) ? part_.at : part_.at + (n.source_pts - part_.range.in));
    return n;
}

Pictures::Pictures(const Plan& plan, const MaskObserver& observe)
    : plan_(plan), observe_(observe), obscurer_(plan.obscure), background_(background(plan)) {
    open(0);
}

Pictures::~Pictures() = default;

void Pictures::open(std::size_t piece) {
    piece_ = piece;
    source_.reset();
    steady_.reset();
    if (const auto steady = steady_piece(plan_, piece)) {
        steady_.emplace(*steady, plan_.frame_rate);
    } else if (piece <= plan_.parts.size()) {
        source_ = std::make_unique<SourceFrames>(plan_.parts[piece - 1]);
        obscurer_.forget();
    }
}

std::optional<media::Frame> Pictures::next() {
    for (; piece_ < pieces(plan_); open(piece_ + 1))
        if (auto frame = next_of_part()) {
            ++frame_;
            return frame;
        }
    return std::nullopt;
}

std::optional<media::Frame> Pictures::next_of_part() {
    if (steady_) {
        const auto t = steady_->next();
        if (!t) return std::nullopt;
        auto frame = background_;
        frame.set_pts(*t);
        if (observe_) observe_(frame_, {});
        return frame;
    }
    auto source = source_->next();
    if (!source) return std::nullopt;
    const auto& part = plan_.parts[piece_ - 1];
    const auto mask = mask_at(part, source->source_pts);
    if (mask.whole)
        ++hidden_whole_;
    else if (!mask.ellipses.empty())
        ++masked_;
    if (observe_) observe_(frame_, mask);
    obscurer_.apply(source->frame, mask);
    // Cut out of what is hidden already: wherever a crop lies, it uncovers nothing.
    return fitted(source->frame, place(plan_, part, source_->track(), source->source_pts), plan_.width, plan_.height,
                  plan_.format, plan_.colour);
}

}  // namespace counterclip::clip
