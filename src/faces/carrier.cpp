#include "faces/carrier.h"

#include <cmath>
#include <opencv2/imgproc.hpp>

#include "faces/flow.h"

namespace counterclip::faces {

namespace {

constexpr float view_factor = 3;  // of the box's longer side: it may move by its own size from frame to frame
constexpr int view_side = 192;    // px; the box's longer side is 64 in it
constexpr int patch_longer = 48;  // px of the patch that looks are compared by
constexpr int patch_least = 12;
constexpr int slack = 4;             // px of the patch: how far flow may have missed
constexpr int wide_slack = 36;       // px of the patch: where flow failed, how far to search
constexpr float same = 0.6F;         // correlation; below it the box is lost
constexpr float same_far = 0.8F;     // where it was searched for
constexpr float still_known = 0.9F;  // below it the look has changed, and is learnt while it is above `learnt`
constexpr float learnt = 0.75F;
constexpr float like_drawn = 0.5F;  // what is learnt must still look so much like what was drawn
constexpr std::size_t most_looks = 8;
constexpr float most_scale = 1.15F;   // from one frame to the next
constexpr float most_turn = 0.3F;     // rad
constexpr float least_inside = 0.5F;  // of the box must lie in the picture, else its look cannot be compared
constexpr double flat = 3;            // grey levels of deviation

Box box_of(const RegionKey& k) {
    return {k.x, k.y, k.w, k.h};
}

cv::Point2f centre_of(const RegionKey& k) {
    return {k.x + k.w / 2, k.y + k.h / 2};
}

// The square about the box in `picture`, on whole px so that two views of one geometry compare exactly.
View grey_view(const Picture& picture, const RegionKey& about) {
    const float side = std::round(view_factor * std::max({about.w, about.h, 8.F}));
    const cv::Point2f centre = centre_of(about);
    const Box part{std::round(centre.x - side / 2), std::round(centre.y - side / 2), side, side};
    View view = view_of(picture, part, {view_side, view_side});
    cv::Mat grey;
    cv::cvtColor(view.bgr, grey, cv::COLOR_BGR2GRAY);
    cv::GaussianBlur(grey, view.bgr, {3, 3}, 0);
    return view;
}

// 255 where the view shows the picture, 0 where it reaches over its edge.
cv::Mat inside_picture(const View& view, const Picture& picture) {
    const Box b =
        view.to_view({0, 0, static_cast<float>(picture.frame.width()), static_cast<float>(picture.frame.height())});
    cv::Mat mask(view_side, view_side, CV_8UC1, cv::Scalar(0));
    const cv::Rect rect(cv::Point(static_cast<int>(std::ceil(b.x)) + 1, static_cast<int>(std::ceil(b.y)) + 1),
                        cv::Point(static_cast<int>(b.x + b.w) - 1, static_cast<int>(b.y + b.h) - 1));
    mask(rect & cv::Rect(0, 0, view_side, view_side)).setTo(255);
    return mask;
}

// 255 inside the turned box.
cv::Mat inside_box(const View& view, const RegionKey& place) {
    const Box b = view.to_view(box_of(place));
    cv::Mat mask(view_side, view_side, CV_8UC1, cv::Scalar(0));
    cv::ellipse(
        mask,
        cv::RotatedRect({b.x + b.w / 2, b.y + b.h / 2}, {b.w, b.h}, place.angle * 180 / static_cast<float>(CV_PI)),
        cv::Scalar(255), cv::FILLED);
    return mask;
}

// From px of the patch (its middle at the box's centre, upright, `more` px added at each side) to px of the view.
cv::Matx23f patch_to_view(const View& view, const RegionKey& place, cv::Size patch, int more) {
    const Box b = view.to_view(box_of(place));
    const float sx = b.w / static_cast<float>(patch.width);
    const float sy = b.h / static_cast<float>(patch.height);
    const float c = std::cos(place.angle);
    const float s = std::sin(place.angle);
    const float mx = static_cast<float>(patch.width) / 2 + static_cast<float>(more) - 0.5F;
    const float my = static_cast<float>(patch.height) / 2 + static_cast<float>(more) - 0.5F;
    const float cx = b.x + b.w / 2 - 0.5F;
    const float cy = b.y + b.h / 2 - 0.5F;
    return {c * sx, -s * sy, cx - c * sx * mx + s * sy * my, s * sx, c * sy, cy - s * sx * mx - c * sy * my};
}

cv::Mat patch_of(const cv::Mat& of, const View& view, const RegionKey& place, cv::Size patch, int more) {
    cv::Mat out;
    cv::warpAffine(of, out, patch_to_view(view, place, patch, more), patch + cv::Size(2 * more, 2 * more),
                   cv::INTER_LINEAR | cv::WARP_INVERSE_MAP, cv::BORDER_CONSTANT);
    return out;
}

// The place whose centre lies `offset` px of the patch from that of `place`.
RegionKey shifted(RegionKey place, cv::Point2f offset, cv::Size patch) {
    const float ox = offset.x * place.w / static_cast<float>(patch.width);
    const float oy = offset.y * place.h / static_cast<float>(patch.height);
    const float c = std::cos(place.angle);
    const float s = std::sin(place.angle);
    place.x += c * ox - s * oy;
    place.y += s * ox + c * oy;
    return place;
}

RegionKey moved(RegionKey place, const Motion& motion, const View& view) {
    const cv::Point2f centre = centre_of(place) + cv::Point2f(motion.dx * view.px_wide, motion.dy * view.px_high);
    place.w *= motion.scale;
    place.h *= motion.scale;
    place.x = centre.x - place.w / 2;
    place.y = centre.y - place.h / 2;
    place.angle += motion.turn;
    return place;
}

// Where between the samples at -1, 0, 1 the peak of the parabola through them lies.
float peak_between(float before, float at, float after) {
    const float bend = before - 2 * at + after;
    return bend < 0 ? std::clamp((before - after) / (2 * bend), -0.5F, 0.5F) : 0;
}

// Correlation of two patches where `valid`.
float correlation(const cv::Mat& a, const cv::Mat& b, const cv::Mat& valid) {
    cv::Scalar mean_a, mean_b, dev_a, dev_b;
    cv::meanStdDev(a, mean_a, dev_a, valid);
    cv::meanStdDev(b, mean_b, dev_b, valid);
    if (dev_a[0] < flat || dev_b[0] < flat) return 0;
    cv::Mat product;
    cv::multiply(a, b, product, 1, CV_32F);
    return static_cast<float>((cv::mean(product, valid)[0] - mean_a[0] * mean_b[0]) / (dev_a[0] * dev_b[0]));
}

float share_inside(const cv::Mat& valid) {
    return static_cast<float>(cv::countNonZero(valid)) / static_cast<float>(valid.total());
}

}  // namespace

Carrier::Carrier(const Picture& drawn, const RegionKey& place) {
    const float longer = std::max(place.w, place.h);
    const auto side = [&](float of) {
        return std::max(patch_least, static_cast<int>(std::lround(patch_longer * of / longer)));
    };
    patch_ = {side(place.w), side(place.h)};
    const View view = grey_view(drawn, place);
    looks_.push_back(patch_of(view.bgr, view, place, patch_, 0));
}

bool Carrier::can_tell() const {
    cv::Scalar mean, deviation;
    cv::meanStdDev(looks_.front(), mean, deviation);
    return deviation[0] >= flat;
}

// The look that fits best, within the room that `around` leaves about the patch. Where the patch lies partly out of the
// picture, only the place that flow gave is compared, and only what lies inside.
Carrier::Match Carrier::best_match(const cv::Mat& around, const cv::Mat& valid) const {
    const cv::Rect middle((around.cols - patch_.width) / 2, (around.rows - patch_.height) / 2, patch_.width,
                          patch_.height);
    Match best;
    for (const cv::Mat& look : looks_) {
        Match match;
        if (share_inside(valid(middle)) < 1) {
            match.likeness = correlation(around(middle), look, valid(middle));
        } else {
            cv::Mat scores;
            cv::matchTemplate(around, look, scores, cv::TM_CCOEFF_NORMED);
            double top = 0;
            cv::Point at;
            cv::minMaxLoc(scores, nullptr, &top, nullptr, &at);
            match.likeness = static_cast<float>(top);
            match.offset = cv::Point2f(at - middle.tl());
            if (at.x > 0 && at.y > 0 && at.x + 1 < scores.cols && at.y + 1 < scores.rows) {
                const auto score = [&](int dx, int dy) { return scores.at<float>(at.y + dy, at.x + dx); };
                match.offset.x += peak_between(score(-1, 0), score(0, 0), score(1, 0));
                match.offset.y += peak_between(score(0, -1), score(0, 0), score(0, 1));
            }
        }
        // The drawn look does not drift: it decides where it still fits.
        if (&look == &looks_.front() && match.likeness >= still_known) return match;
        if (match.likeness > best.likeness) best = match;
    }
    return best;
}

std::optional<RegionKey> Carrier::carried(const Picture& from, const RegionKey& place, const Picture& next) {
    const View before = grey_view(from, place);
    const View after = grey_view(next, place);
    const cv::Mat in_picture = inside_picture(before, from);
    const cv::Mat points_from = inside_box(before, place) & in_picture;
    const auto motion = median_flow(before.bgr, after.bgr, points_from);
    RegionKey guess = place;
    const bool flows =
        motion && motion->scale < most_scale && motion->scale > 1 / most_scale && std::abs(motion->turn) < most_turn;
    if (flows) guess = moved(place, *motion, before);
    guess.pts = next.pts;
    const cv::Mat valid = patch_of(in_picture, after, guess, patch_, 0);
    if (share_inside(valid) < least_inside) return std::nullopt;
    const int room = flows ? slack : wide_slack;
    cv::Mat valid_around = patch_of(in_picture, after, guess, patch_, room);
    cv::threshold(valid_around, valid_around, 254, 255, cv::THRESH_BINARY);
    const Match match = best_match(patch_of(after.bgr, after, guess, patch_, room), valid_around);
    if (match.likeness < (flows ? same : same_far)) return std::nullopt;
    const RegionKey found = shifted(guess, match.offset, patch_);
    if (match.likeness < still_known && match.likeness >= learnt && share_inside(valid_around) == 1) {
        const cv::Mat look = patch_of(after.bgr, after, found, patch_, 0);
        // What slides over the box bit by bit must not be learnt bit by bit.
        const cv::Mat everywhere(look.size(), CV_8UC1, cv::Scalar(255));
        if (correlation(look, looks_.front(), everywhere) >= like_drawn) {
            // The oldest but the drawn one makes room.
            if (looks_.size() == most_looks) looks_.erase(looks_.begin() + 1);
            looks_.push_back(look);
        }
    }
    return found;
}

}  // namespace counterclip::faces
