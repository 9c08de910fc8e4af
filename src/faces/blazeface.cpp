// BlazeFace of MediaPipe for back cameras, 256 x 256. Anchors: 16 x 16 cells with two each, then 8 x 8 with six each.
#include <array>
#include <cmath>
#include <opencv2/dnn.hpp>
#include <opencv2/imgproc.hpp>

#include "core/error.h"
#include "faces/detectors.h"
#include "faces/head.h"
#include "faces/suppress.h"

namespace counterclip::faces {

namespace {

constexpr int side = 256;
constexpr int values_a_face = 16;  // x, y, w, h, six key points
constexpr float wide = 1.25F;      // from this aspect on, tiles are looked at too: letterboxing shrinks faces

// BlazeFace's box is a square from the brows to the lips; YuNet's goes from forehead to chin. Medians measured on five
// people in ../footage: docs/faces.md.
constexpr float widen = 0.92F;
constexpr float heighten = 1.25F;
constexpr float raise = 0.10F;

struct Grid {
    int cells;
    int anchors;
    int scores;  // index of the output
    int boxes;
};
constexpr std::array<Grid, 2> grids{{{16, 2, 0, 2}, {8, 6, 1, 3}}};

const std::vector<cv::String>& output_names() {
    static const std::vector<cv::String> names{"Identity:0", "Identity_1:0", "Identity_2:0", "Identity_3:0"};
    return names;
}

Box at_yunet_size(float cx, float cy, float w, float h) {
    const float new_w = w * widen;
    const float new_h = h * heighten;
    return {cx - new_w / 2, cy - raise * h - new_h / 2, new_w, new_h};
}

class BlazeFace final : public Detector {
  public:
    explicit BlazeFace(const std::filesystem::path& weights) {
        try {
            net_ = cv::dnn::readNet(weights.string());
            net_.setPreferableBackend(cv::dnn::DNN_BACKEND_OPENCV);
        } catch (const cv::Exception& e) {
            throw Error("load face detector " + weights.string(), e.what());
        }
    }

    std::string_view name() const override { return "blazeface"; }

    std::vector<Detection> detect(const media::Image& bgr, float threshold) override {
        if (bgr.width <= 0 || bgr.height <= 0) return {};
        const cv::Mat picture(bgr.height, bgr.width, CV_8UC3, const_cast<std::uint8_t*>(bgr.pixels.data()));
        std::vector<Detection> found;
        for (const cv::Rect& part : parts(picture.size())) look(picture, part, threshold, found);
        return suppress(std::move(found));
    }

  private:
    static std::vector<cv::Rect> parts(cv::Size size) {
        std::vector<cv::Rect> all{{0, 0, size.width, size.height}};
        const int shorter = std::min(size.width, size.height);
        const int longer = std::max(size.width, size.height);
        if (static_cast<float>(longer) < wide * static_cast<float>(shorter)) return all;
        const int last = longer - shorter;
        for (const int at : {0, last}) {
            all.push_back(size.width > size.height ? cv::Rect(at, 0, shorter, shorter)
                                                   : cv::Rect(0, at, shorter, shorter));
        }
        return all;
    }

    void look(const cv::Mat& picture, const cv::Rect& part, float threshold, std::vector<Detection>& found) {
        const int longer = std::max(part.width, part.height);
        const float scale = static_cast<float>(side) / static_cast<float>(longer);
        const cv::Size scaled(std::max(1, cvRound(static_cast<float>(part.width) * scale)),
                              std::max(1, cvRound(static_cast<float>(part.height) * scale)));
        cv::Mat square(side, side, CV_8UC3, cv::Scalar::all(0));
        const cv::Rect inner((side - scaled.width) / 2, (side - scaled.height) / 2, scaled.width, scaled.height);
        cv::Mat target = square(inner);
        cv::resize(picture(part), target, scaled, 0, 0, scale < 1 ? cv::INTER_AREA : cv::INTER_LINEAR);
        cv::cvtColor(square, square, cv::COLOR_BGR2RGB);
        const std::array<int, 4> shape{1, side, side, 3};
        cv::Mat input(4, shape.data(), CV_32F);
        cv::Mat flat(side, side, CV_32FC3, input.ptr<float>());
        square.convertTo(flat, CV_32FC3, 1 / 127.5, -1);
        net_.setInput(input);
        std::vector<cv::Mat> outputs;
        net_.forward(outputs, output_names());

        const float back = 1 / scale;
        const auto left = static_cast<float>(part.x) - static_cast<float>(inner.x) * back;
        const auto top = static_cast<float>(part.y) - static_cast<float>(inner.y) * back;
        for (Detection d : candidates(outputs, threshold)) {
            d.box = {left + d.box.x * back, top + d.box.y * back, d.box.w * back, d.box.h * back};
            found.push_back(d);
        }
    }

    // In px of the square.
    static std::vector<Detection> candidates(const std::vector<cv::Mat>& outputs, float threshold) {
        const float logit = std::log(threshold / (1 - threshold));
        std::vector<Detection> found;
        for (const Grid& grid : grids) {
            const float* scores = outputs[static_cast<std::size_t>(grid.scores)].ptr<float>();
            const float* boxes = outputs[static_cast<std::size_t>(grid.boxes)].ptr<float>();
            const float cell_side = static_cast<float>(side) / static_cast<float>(grid.cells);
            for (int i = 0; i < grid.cells * grid.cells * grid.anchors; ++i) {
                if (scores[i] < logit) continue;
                const int cell = i / grid.anchors;
                const float* v = boxes + values_a_face * static_cast<std::ptrdiff_t>(i);
                const float cx = (static_cast<float>(cell % grid.cells) + 0.5F) * cell_side + v[0];
                const float cy = (static_cast<float>(cell / grid.cells) + 0.5F) * cell_side + v[1];
                if (v[2] <= 0 || v[3] <= 0) continue;
                const float roll = std::atan2(v[7] - v[5], v[6] - v[4]);  // right eye first: left in the picture
                const float nose = nose_offset({v[4], v[5]}, {v[6], v[7]}, {v[8], v[9]}, roll) / (v[2] * widen);
                found.push_back({at_yunet_size(cx, cy, v[2], v[3]), 1 / (1 + std::exp(-scores[i])), roll, nose});
            }
        }
        return found;
    }

    cv::dnn::Net net_;
};

}  // namespace

std::unique_ptr<Detector> make_blazeface(const std::filesystem::path& weights) {
    return std::make_unique<BlazeFace>(weights);
}

}  // namespace counterclip::faces
