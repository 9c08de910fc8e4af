// YuNet, 2023 weights. cv::FaceDetectorYN of OpenCV 4.6 does not know their outputs, so they are decoded here as OpenCV
// 4.8 does: three grids of stride 8, 16 and 32, one candidate a cell.
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

constexpr std::array<int, 3> strides{8, 16, 32};
constexpr int side_step = 32;
constexpr std::size_t most_sizes = 8;  // of nets kept: a shape change in a net costs more than a small picture's run

const std::vector<cv::String>& output_names() {
    static const std::vector<cv::String> names{"cls_8",  "cls_16",  "cls_32",  "obj_8", "obj_16", "obj_32",
                                               "bbox_8", "bbox_16", "bbox_32", "kps_8", "kps_16", "kps_32"};
    return names;
}

int padded(int side) {
    return (side + side_step - 1) / side_step * side_step;
}

class YuNet final : public Detector {
  public:
    explicit YuNet(std::filesystem::path weights) : weights_(std::move(weights)) { sized_for({side_step, side_step}); }

    std::string_view name() const override { return "yunet"; }

    std::vector<Detection> detect(const media::Image& bgr, float threshold) override {
        if (bgr.width <= 0 || bgr.height <= 0) return {};
        const cv::Mat picture(bgr.height, bgr.width, CV_8UC3, const_cast<std::uint8_t*>(bgr.pixels.data()));
        const cv::Size size(padded(bgr.width), padded(bgr.height));
        Sized& sized = sized_for(size);
        fill(sized, picture);
        sized.net.setInput(sized.input);
        std::vector<cv::Mat> outputs;
        sized.net.forward(outputs, output_names());
        return suppress(candidates(outputs, size, threshold));
    }

  private:
    static std::vector<Detection> candidates(const std::vector<cv::Mat>& outputs, cv::Size size, float threshold) {
        std::vector<Detection> found;
        for (std::size_t level = 0; level < strides.size(); ++level) {
            const float* cls = outputs[level].ptr<float>();
            const float* obj = outputs[level + 3].ptr<float>();
            const float* bbox = outputs[level + 6].ptr<float>();
            const float* points = outputs[level + 9].ptr<float>();
            const auto stride = static_cast<float>(strides[level]);
            const int columns = size.width / strides[level];
            const int cells = columns * (size.height / strides[level]);
            for (int cell = 0; cell < cells; ++cell) {
                const float score = std::sqrt(std::clamp(cls[cell], 0.F, 1.F) * std::clamp(obj[cell], 0.F, 1.F));
                if (score < threshold) continue;
                const auto column = static_cast<float>(cell % columns);
                const auto row = static_cast<float>(cell / columns);
                const float* b = bbox + 4 * static_cast<std::ptrdiff_t>(cell);
                const float* p = points + 10 * static_cast<std::ptrdiff_t>(cell);
                const float w = std::exp(b[2]) * stride;
                const float h = std::exp(b[3]) * stride;
                const float roll = std::atan2(p[3] - p[1], p[2] - p[0]);  // right eye first: left in the picture
                const float nose = nose_offset({p[0], p[1]}, {p[2], p[3]}, {p[4], p[5]}, roll) * stride / w;
                found.push_back(
                    {{(column + b[0]) * stride - w / 2, (row + b[1]) * stride - h / 2, w, h}, score, roll, nose});
            }
        }
        return found;
    }

    // A net and its buffers for one size of picture: kept, since memory given back and asked for again costs a tenth of
    // the time (page faults).
    struct Sized {
        cv::dnn::Net net;
        cv::Mat padded;                 // BGR, black to the right and below
        std::array<cv::Mat, 3> planes;  // of it
        cv::Mat input;                  // 1 x 3 x height x width, 0..255
    };

    static void fill(Sized& sized, const cv::Mat& picture) {
        const cv::Size size = sized.padded.size();
        cv::copyMakeBorder(picture, sized.padded, 0, size.height - picture.rows, 0, size.width - picture.cols,
                           cv::BORDER_CONSTANT);
        cv::split(sized.padded, sized.planes.data());
        for (int c = 0; c < 3; ++c) {
            cv::Mat target(sized.padded.size(), CV_32F, sized.input.ptr<float>(0, c));
            sized.planes[static_cast<std::size_t>(c)].convertTo(target, CV_32F);
        }
    }

    Sized& sized_for(cv::Size size) {
        const auto key = std::make_pair(size.width, size.height);
        const auto known = nets_.find(key);
        if (known != nets_.end()) return known->second;
        if (nets_.size() >= most_sizes) nets_.clear();
        try {
            Sized sized;
            sized.net = cv::dnn::readNet(weights_.string());
            sized.net.setPreferableBackend(cv::dnn::DNN_BACKEND_OPENCV);
            sized.padded = cv::Mat(size, CV_8UC3, cv::Scalar::all(0));
            const std::array<int, 4> shape{1, 3, size.height, size.width};
            sized.input.create(4, shape.data(), CV_32F);
            return nets_.emplace(key, std::move(sized)).first->second;
        } catch (const cv::Exception& e) {
            throw Error("load face detector " + weights_.string(), e.what());
        }
    }

    std::filesystem::path weights_;
    std::map<std::pair<int, int>, Sized> nets_;
};

}  // namespace

std::unique_ptr<Detector> make_yunet(const std::filesystem::path& weights) {
    return std::make_unique<YuNet>(weights);
}

}  // namespace counterclip::faces
