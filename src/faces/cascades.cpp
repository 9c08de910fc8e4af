// The Haar cascades of opencv-data: frontal, and profile both ways (the profile cascade knows one side; the other is
// seen in the mirror).
#include <opencv2/imgproc.hpp>
#include <opencv2/objdetect.hpp>

#include "core/error.h"
#include "faces/detectors.h"
#include "faces/suppress.h"

namespace counterclip::faces {

namespace {

constexpr double pyramid_step = 1.1;
constexpr int neighbours = 3;         // rectangles that must agree: OpenCV's own default
constexpr float smallest_share = 16;  // of the picture's height: below, cascades see faces in every wall
constexpr float sure_weight = 30;     // of neighbours: saturates the score

// A cascade's square is wider than a face and ends above the chin.
constexpr float widen = 0.82F;
constexpr float heighten = 1.10F;

class Cascades final : public Detector {
  public:
    explicit Cascades(const std::filesystem::path& folder)
        : frontal_(open(folder / "haarcascade_frontalface_alt2.xml")),
          profile_(open(folder / "haarcascade_profileface.xml")) {}

    std::string_view name() const override { return "cascades"; }

    std::vector<Detection> detect(const media::Image& bgr, float threshold) override {
        if (bgr.width <= 0 || bgr.height <= 0) return {};
        const cv::Mat picture(bgr.height, bgr.width, CV_8UC3, const_cast<std::uint8_t*>(bgr.pixels.data()));
        cv::Mat grey;
        cv::cvtColor(picture, grey, cv::COLOR_BGR2GRAY);
        cv::equalizeHist(grey, grey);
        cv::Mat mirrored;
        cv::flip(grey, mirrored, 1);
        std::vector<Detection> found;
        look(frontal_, grey, false, found);
        look(profile_, grey, false, found);
        look(profile_, mirrored, true, found);
        std::erase_if(found, [&](const Detection& d) { return d.score < threshold; });
        return suppress(std::move(found));
    }

  private:
    static cv::CascadeClassifier open(const std::filesystem::path& file) {
        cv::CascadeClassifier cascade;
        try {
            if (cascade.load(file.string())) return cascade;
        } catch (const cv::Exception& e) {
            throw Error("load face detector " + file.string(), e.what());
        }
        throw Error("load face detector " + file.string(), "not a cascade; install the package opencv-data");
    }

    static void look(cv::CascadeClassifier& cascade, const cv::Mat& grey, bool is_mirrored,
                     std::vector<Detection>& found) {
        const int smallest = std::max(20, static_cast<int>(static_cast<float>(grey.rows) / smallest_share));
        std::vector<cv::Rect> boxes;
        std::vector<int> weights;
        cascade.detectMultiScale(grey, boxes, weights, pyramid_step, neighbours, 0, {smallest, smallest});
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            const cv::Rect& b = boxes[i];
            const auto w = static_cast<float>(b.width);
            const auto h = static_cast<float>(b.height);
            const auto x = static_cast<float>(is_mirrored ? grey.cols - b.x - b.width : b.x);
            const float score = 0.4F + 0.5F * std::min(1.F, static_cast<float>(weights[i]) / sure_weight);
            const float top = static_cast<float>(b.y) + h * (1.06F - heighten) / 2;
            found.push_back({{x + w * (1 - widen) / 2, top, w * widen, h * heighten}, score, 0});
        }
    }

    cv::CascadeClassifier frontal_;
    cv::CascadeClassifier profile_;
};

}  // namespace

std::unique_ptr<Detector> make_cascades(const std::filesystem::path& folder) {
    return std::make_unique<Cascades>(folder);
}

}  // namespace counterclip::faces
