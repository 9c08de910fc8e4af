// Finds faces in one picture. Three detectors of different make stand behind one interface: YuNet and BlazeFace
// (neural, through cv::dnn) and the Haar cascades of OpenCV, the last resort.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "faces/box.h"
#include "media/frame.h"

namespace counterclip::faces {

struct Detection {
    Box box;          // px of the picture given; may reach over its edge
    float score = 0;  // 0..1, as the detector says
    float roll = 0;   // rad, the head's turn in the picture plane from the line of the eyes; 0 where unknown
    // How far the nose lies from the middle of the eyes, along their line, in widths of the box: > 0 to the picture's
    // right. A frontal face has 0, a profile about 0.3; 0 where unknown.
    float nose = 0;
};

// One detector, used by one thread at a time (make one a thread; weights are small).
class Detector {
  public:
    virtual ~Detector() = default;
    virtual std::string_view name() const = 0;  // "yunet", "blazeface", "cascades"
    // All faces with at least `threshold`, best first, overlapping ones suppressed. BGR in. The boxes of all three
    // detectors are brought to one size, that of YuNet's (forehead to chin, ear to ear).
    virtual std::vector<Detection> detect(const media::Image& bgr, float threshold) = 0;
};

// What the machine has, in the order of choice. Recorded with every analysis.
struct DetectorModel {
    std::string name;            // as Detector::name()
    std::filesystem::path file;  // the weights; the folder of cascades
    std::string sha256;          // of the weights
};

// Looks in `folders` in order, then for the cascades of opencv-data. A file whose SHA-256 is not the one
// models/models.json names is an Error: other weights would detect something else than what was measured.
std::vector<DetectorModel> find_models(const std::vector<std::filesystem::path>& folders);
// COUNTERCLIP_MODEL_DIR, models/ beside the source tree this program was built from, /usr/share/counterclip/models.
std::vector<std::filesystem::path> model_folders();

// Throws Error naming the file when it cannot be loaded.
std::unique_ptr<Detector> load(const DetectorModel& model);

// One line for doctor, analyses and warnings: which detectors serve and what that costs in recall.
std::string describe(const std::vector<DetectorModel>& models);

}  // namespace counterclip::faces
