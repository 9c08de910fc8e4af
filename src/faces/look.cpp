#include "faces/look.h"

#include <cmath>
#include <numbers>
#include <opencv2/imgproc.hpp>

#include "faces/shots.h"
#include "faces/suppress.h"
#include "faces/trail.h"

namespace counterclip::faces {

namespace {

// First thresholds are low: a track confirms a weak face, and nothing confirms one that was never seen.
constexpr float yunet_threshold = 0.3F;
constexpr float blazeface_threshold = 0.4F;

// BlazeFace is sure of itself: beside YuNet it gives 0.4 to 0.65 to plants and curtains and above 0.75 to faces that it
// sees well, where YuNet gives below 0.45 and above 0.6. This line brings the one to the other; alone it is trusted
// more.
constexpr float second_opinion_at_threshold = 0.25F;
constexpr float second_opinion_slope = 1.05F;
constexpr float alone_weight = 0.9F;
// Turned or with its shadows open a room shows large faces that are not in it.
constexpr float altered_weight = 0.8F;
constexpr float large_face_share = 0.15F;  // of the longer side

constexpr int whole_side = 640;
constexpr int light_side = 448;  // at 0.4 of the price; faces from 1/40 of the picture's side
constexpr float tile_share =
    0.54F;  // of width and height: four tiles that overlap by a twelfth, each as large a picture
constexpr int blazeface_side = 256;
constexpr float wide = 1.25F;           // aspect from which squares see more than the letterboxed whole
constexpr float place_factor = 2.6F;    // of the face's longer side: room to move half a face between looks
constexpr int place_side = 192;         // makes the face about 74 px: where YuNet sees best
constexpr float lift_below = 140;       // grey levels of contrast
constexpr float tilt = 0.6F;            // rad, about 35 degrees: YuNet itself sees tilts of about 25
constexpr float sure_enough = 0.6F;     // below it the other detector is asked too, where the face is large: half faces
constexpr float upright_below = 0.35F;  // rad; a face tilted more is turned upright before it is looked at
constexpr float upside_down_from = 1.3F;  // no head is tilted like this: a roll taken from points of the wrong places

// Contrast stretched to the full range, noise first averaged away where the stretch would blow it up.
cv::Mat lifted(const cv::Mat& bgr) {
    constexpr double blur_from_gain = 2;
    constexpr double most_gain = 8;
    cv::Mat grey;
    cv::cvtColor(bgr, grey, cv::COLOR_BGR2GRAY);
    cv::resize(grey, grey, {32, 32}, 0, 0, cv::INTER_AREA);
    std::vector<std::uint8_t> sorted(grey.begin<std::uint8_t>(), grey.end<std::uint8_t>());
    std::sort(sorted.begin(), sorted.end());
    const double low = sorted[sorted.size() / 50];
    const double high = sorted[sorted.size() - 1 - sorted.size() / 50];
    const double gain = std::min(most_gain, 255 / std::max(1.0, high - low));
    cv::Mat out;
    if (gain > blur_from_gain) {
        cv::GaussianBlur(bgr, out, {5, 5}, 0);
    } else {
        out = bgr;
    }
    out.convertTo(out, CV_8U, gain, -low * gain);
    return out;
}

// What a viewer does who wants to see into the dark: a gamma that brings a tenth of the light to four tenths.
cv::Mat with_shadows_open(const cv::Mat& bgr) {
    constexpr double gamma = 0.4;
    cv::Mat table(1, 256, CV_8U);
    for (int i = 0; i < 256; ++i)
        table.at<std::uint8_t>(i) = cv::saturate_cast<std::uint8_t>(255 * std::pow(i / 255.0, gamma));
    cv::Mat out;
    cv::LUT(bgr, table, out);
    return out;
}

float contrast_of(const cv::Mat& bgr) {
    cv::Mat grey;
    cv::cvtColor(bgr, grey, cv::COLOR_BGR2GRAY);
    cv::resize(grey, grey, {32, 18}, 0, 0, cv::INTER_AREA);
    return contrast(grey);
}

bool is_large(Box face, const Picture& picture) {
    const auto side = static_cast<float>(std::max(picture.frame.width(), picture.frame.height()));
    return std::max(face.w, face.h) > large_face_share * side;
}

// BlazeFace's squares reach over the picture's edges: half a face at an edge scores 0.5 without room about it, 0.75
// with.
std::vector<Box> squares_of(const Picture& picture, unsigned wanted) {
    constexpr float whole_room = 1.2F;
    constexpr float square_room = 1.3F;
    const float px_aspect = picture.pixel_aspect;
    const auto h = static_cast<float>(picture.frame.height());
    const float shown = static_cast<float>(picture.frame.width()) * px_aspect;
    const float longer = std::max(shown, h);
    const float shorter = std::min(shown, h);
    std::vector<Box> squares;
    const auto square = [&](float centre_x, float centre_y, float side) {
        squares.push_back({(centre_x - side / 2) / px_aspect, centre_y - side / 2, side / px_aspect, side});
    };
    const bool tiles = longer >= wide * shorter;
    if ((wanted & 1U) != 0 || !tiles) square(shown / 2, h / 2, whole_room * longer);
    if (!tiles) return squares;
    const float side = square_room * shorter;
    const bool lies = shown > h;
    if ((wanted & 2U) != 0) square(shorter / 2, shorter / 2, side);
    if ((wanted & 4U) != 0) square(lies ? shown - shorter / 2 : shorter / 2, lies ? h / 2 : h - shorter / 2, side);
    return squares;
}

// For BlazeFace where it is alone: it sees faces from an eighth of a square's side, and half faces only with some room
// about them, so the squares reach over the picture's edges.
std::vector<Box> small_squares_of(const Picture& picture) {
    constexpr float side_share = 0.6F;  // of the shorter side
    constexpr float over_edge = 0.15F;  // of the square
    constexpr float most_step = 0.7F;
    const float px_aspect = picture.pixel_aspect;
    const float shown = static_cast<float>(picture.frame.width()) * px_aspect;
    const auto h = static_cast<float>(picture.frame.height());
    const float side = side_share * std::min(shown, h);
    const auto starts = [&](float length) {
        const float first = -over_edge * side, last = length + over_edge * side - side;
        const int steps = std::max(1, static_cast<int>(std::ceil((last - first) / (most_step * side))));
        std::vector<float> all;
        for (int i = 0; i <= steps; ++i) {
            all.push_back(first + (last - first) * static_cast<float>(i) / static_cast<float>(steps));
        }
        return all;
    };
    std::vector<Box> squares;
    for (const float x : starts(shown)) {
        for (const float y : starts(h)) squares.push_back({x / px_aspect, y, side / px_aspect, side});
    }
    return squares;
}

std::vector<Box> tiles_of(const Picture& picture) {
    const auto w = static_cast<float>(picture.frame.width());
    const auto h = static_cast<float>(picture.frame.height());
    std::vector<Box> tiles;
    for (const float x : {0.F, 1 - tile_share}) {
        for (const float y : {0.F, 1 - tile_share}) tiles.push_back({x * w, y * h, tile_share * w, tile_share * h});
    }
    return tiles;
}

// A view turned (and mirrored) for a detector that sees upright faces only, and the way back.
struct Turned {
    cv::Mat bgr;
    cv::Mat back;  // 2 x 3: from its px to the view's
    float angle = 0;
    bool mirrored = false;

    // The centre turns back, the size along the face's own axes stays.
    Detection in_view(Detection d, int view_width) const {
        const double x = d.box.x + d.box.w / 2, y = d.box.y + d.box.h / 2;
        const auto* m = back.ptr<double>();
        d.box.x = static_cast<float>(m[0] * x + m[1] * y + m[2]) - d.box.w / 2;
        d.box.y = static_cast<float>(m[3] * x + m[4] * y + m[5]) - d.box.h / 2;
        d.roll += angle;
        if (mirrored) {
            d.box.x = static_cast<float>(view_width) - d.box.x - d.box.w;
            d.roll = -d.roll;
            d.nose = -d.nose;
        }
        return d;
    }
};

// A face of roll `angle` stands upright in it. `all`: nothing of the view is cut off, the picture grows.
Turned turned(const View& view, float angle, bool mirrored, bool all) {
    Turned out{view.bgr, {}, angle, mirrored};
    if (mirrored) cv::flip(view.bgr, out.bgr, 1);
    const auto w = static_cast<float>(view.bgr.cols), h = static_cast<float>(view.bgr.rows);
    cv::Mat turn = cv::getRotationMatrix2D({w / 2, h / 2}, angle * 180 / std::numbers::pi, 1);
    cv::Size size = view.bgr.size();
    if (all) {
        const float c = std::abs(std::cos(angle)), s = std::abs(std::sin(angle));
        size = {static_cast<int>(w * c + h * s), static_cast<int>(w * s + h * c)};
        turn.at<double>(0, 2) += (size.width - w) / 2.0;
        turn.at<double>(1, 2) += (size.height - h) / 2.0;
    }
    cv::Mat target;
    cv::warpAffine(out.bgr, target, turn, size);
    out.bgr = target;
    cv::invertAffineTransform(turn, out.back);
    return out;
}

// A face that a part's inner edge cuts in half is seen as a flat one of its own. It is larger than the parts' overlap,
// so the look at the whole picture sees all of it.
bool is_cut_by_part(Box face, Box part, const Picture& picture) {
    constexpr float close = 0.02F;  // of the part's side
    const auto w = static_cast<float>(picture.frame.width());
    const auto h = static_cast<float>(picture.frame.height());
    const float near_x = close * part.w, near_y = close * part.h;
    return (part.x > 0 && face.x < part.x + near_x) || (part.y > 0 && face.y < part.y + near_y) ||
           (part.x + part.w < w && face.x + face.w > part.x + part.w - near_x) ||
           (part.y + part.h < h && face.y + face.h > part.y + part.h - near_y);
}

}  // namespace

bool is_near(const Detection& detection, Box place) {
    constexpr float reach = 0.6F;  // of the face's size
    const Box box = detection.box;
    const float growth = most_growth(detection.score);
    const float size = std::sqrt(area(place));
    const float other = std::sqrt(area(box));
    const float dx = box.x + box.w / 2 - place.x - place.w / 2;
    const float dy = box.y + box.h / 2 - place.y - place.h / 2;
    return std::hypot(dx, dy) < reach * std::max(size, other) && other < growth * size && size < growth * other;
}

Looker::Looker(const std::vector<DetectorModel>& models) {
    for (const DetectorModel& model : models) {
        if (!first_) {
            first_ = load(model);
        } else if (!second_) {
            second_ = load(model);
        }
    }
    first_is_blazeface_ = first_ && first_->name() == "blazeface";
}

std::vector<Detection> Looker::detect(Detector& detector, const cv::Mat& bgr) {
    const bool is_blazeface = detector.name() == "blazeface";
    ++runs_;
    auto found = detector.detect(image_of(bgr), is_blazeface ? blazeface_threshold : yunet_threshold);
    if (!is_blazeface) return found;
    for (Detection& d : found) {
        d.score = &detector == first_.get()
                      ? alone_weight * d.score
                      : second_opinion_at_threshold + second_opinion_slope * (d.score - blazeface_threshold);
    }
    return found;
}

std::vector<Glance> Looker::glances(const Picture& picture, const WholeEffort& effort) const {
    std::vector<Glance> all;
    const auto add = [&](bool by_blazeface, const Box& part, cv::Size size, bool also_lifted) {
        all.push_back({by_blazeface, part, size, Light::as_it_is, 0});
        if (also_lifted) all.push_back({by_blazeface, part, size, Light::stretched, 0});
    };
    if (!first_is_blazeface_) {
        const auto w = static_cast<float>(picture.frame.width());
        const auto h = static_cast<float>(picture.frame.height());
        const cv::Size size = whole_size(picture, effort.light ? light_side : whole_side);
        add(false, {0, 0, w, h}, size, effort.lifted);
        if (effort.shadows) all.push_back({false, {0, 0, w, h}, size, Light::shadows_open, 0});
        if (effort.shadows && effort.crowded && std::max(w, h) > whole_side) {
            for (const Box& tile : tiles_of(picture)) all.push_back({false, tile, size, Light::shadows_open, 0});
        }
        if (effort.fine && std::max(w, h) > whole_side) {
            for (const Box& tile : tiles_of(picture)) add(false, tile, size, false);
        }
        for (const int side : {-1, 1}) {
            const float angle = static_cast<float>(side) * tilt;
            if ((effort.tilted & (side < 0 ? 1U : 2U)) == 0) continue;
            all.push_back({false, {0, 0, w, h}, whole_size(picture, light_side), Light::as_it_is, angle});
            if (!effort.crowded || std::max(w, h) <= whole_side) continue;
            for (const Box& tile : tiles_of(picture)) {
                all.push_back({false, tile, whole_size(picture, light_side), Light::as_it_is, angle});
            }
        }
    }
    if (first_is_blazeface_ || (second_ && effort.squares != 0)) {
        const unsigned squares = first_is_blazeface_ ? all_squares : effort.squares;
        for (const Box& square : squares_of(picture, squares)) {
            add(true, square, {blazeface_side, blazeface_side}, effort.lifted);
        }
        if (first_is_blazeface_ && (effort.fine || effort.squares != 0)) {
            for (const Box& square : small_squares_of(picture)) {
                add(true, square, {blazeface_side, blazeface_side}, effort.lifted);
            }
        }
    }
    return all;
}

std::vector<Detection> Looker::glance(const Picture& picture, const Glance& glance) {
    View view = view_of(picture, glance.part, glance.size);
    if (glance.light == Light::stretched) view.bgr = lifted(view.bgr);
    if (glance.light == Light::shadows_open) view.bgr = with_shadows_open(view.bgr);
    Detector& detector = glance.by_blazeface && !first_is_blazeface_ ? *second_ : *first_;
    std::vector<Detection> found;
    if (glance.angle == 0) {
        found = detect(detector, view.bgr);
    } else {
        const Turned seen = turned(view, glance.angle, false, true);
        found = detect(detector, seen.bgr);
        for (Detection& d : found) d = seen.in_view(d, view.bgr.cols);
    }
    const bool is_altered = glance.angle != 0 || glance.light == Light::shadows_open;
    for (Detection& d : found) {
        d.box = view.to_picture(d.box);
        if (is_altered && is_large(d.box, picture)) d.score *= altered_weight;
    }
    std::erase_if(found, [&](const Detection& d) { return is_cut_by_part(d.box, glance.part, picture); });
    return found;
}

std::optional<Detection> Looker::at_place(Detector& detector, const View& view, Box place, float angle, bool mirrored) {
    const bool as_it_is = angle == 0 && !mirrored;
    const Turned seen = as_it_is ? Turned{view.bgr, {}, 0, false} : turned(view, angle, mirrored, false);
    std::optional<Detection> best;
    float best_overlap = 0;
    for (Detection d : detect(detector, seen.bgr)) {
        if (!as_it_is) d = seen.in_view(d, view.bgr.cols);
        d.box = view.to_picture(d.box);
        if (!is_near(d, place)) continue;
        const float overlap = iou(d.box, place) + 0.1F * d.score;
        if (best && overlap <= best_overlap) continue;
        best = d;
        best_overlap = overlap;
    }
    return best;
}

std::optional<Detection> Looker::quick(const Picture& picture, Box place, float roll) {
    const View view = square_view(picture, place, place_factor, place_side);
    std::optional<Detection> found;
    if (std::abs(roll) > upright_below && std::abs(roll) < upside_down_from) {
        found = at_place(*first_, view, place, roll, false);
    }
    if (!found) found = at_place(*first_, view, place, 0, false);
    if (!second_ || !found || found->score >= sure_enough || !is_large(place, picture)) return found;
    const auto other = at_place(*second_, view, place, 0, false);
    return other && other->score > found->score ? other : found;
}

std::optional<Detection> Looker::hard(const Picture& picture, Box place) {
    View view = square_view(picture, place, place_factor, place_side);
    if (auto d = at_place(*first_, view, place, 0, false)) return d;
    if (second_) {
        if (auto d = at_place(*second_, view, place, 0, false)) return d;
    }
    if (contrast_of(view.bgr) < lift_below) {
        view.bgr = lifted(view.bgr);
        if (auto d = at_place(*first_, view, place, 0, false)) return d;
        if (second_) {
            if (auto d = at_place(*second_, view, place, 0, false)) return d;
        }
    }
    for (const float angle : {tilt, -tilt}) {
        if (auto d = at_place(*first_, view, place, angle, false)) return d;
    }
    return at_place(*first_, view, place, 0, true);
}

}  // namespace counterclip::faces
