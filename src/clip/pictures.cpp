#include "clip/pictures.h"

namespace counterclip::clip {

media::Frame background(const Plan& plan) {
    return plain(plan.width, plan.height, plan.format, plan.colour, 34, 131, 125);
}

std::optional<Time> SteadyTimes::next() {
    const Time t = range_.in + to_time(count_, {rate_.den, rate_.num});
    if (t >= range_.out) return std::nullopt;
    ++count_;
    return t;
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
    if (plan.card_length > Time::zero()) {
        on_card_ = true;
        steady_.emplace(Range{Time::zero(), plan.card_length}, plan.frame_rate);
    } else if (!plan.parts.empty()) {
        open_part(0);
    }
}

Pictures::~Pictures() = default;

void Pictures::open_part(std::size_t index) {
    on_card_ = false;
    part_ = index;
    source_.reset();
    steady_.reset();
    if (index == plan_.parts.size()) return;
    const auto& part = plan_.parts[index];
    if (!part.has_picture) {
        steady_.emplace(Range{part.at, part.at + duration(part.range)}, plan_.frame_rate);
        return;
    }
    source_ = std::make_unique<SourceFrames>(part);
    const auto& track = source_->track();
    placement_ = place(track.width, track.height, track.sample_aspect, plan_.width, plan_.height, plan_.sample_aspect);
    obscurer_.forget();
}

std::optional<media::Frame> Pictures::next() {
    while (on_card_ || part_ < plan_.parts.size()) {
        if (auto frame = next_of_part()) {
            ++frame_;
            return frame;
        }
        open_part(on_card_ ? 0 : part_ + 1);
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
    const auto mask = plan_.parts[part_].masks->at(source->source_pts);
    if (mask.whole)
        ++hidden_whole_;
    else if (!mask.ellipses.empty())
        ++masked_;
    if (observe_) observe_(frame_, mask);
    obscurer_.apply(source->frame, mask);
    return fitted(source->frame, placement_, plan_.width, plan_.height, plan_.format, plan_.colour);
}

}  // namespace counterclip::clip
