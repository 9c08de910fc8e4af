#include <cstdlib>
#include <nlohmann/json.hpp>
#include <system_error>

#include "core/error.h"
#include "core/hash.h"
#include "faces/detector.h"
#include "faces/detectors.h"
#include "faces/models_json.h"

namespace counterclip::faces {

namespace {

namespace fs = std::filesystem;

const fs::path cascade_folder = "/usr/share/opencv4/haarcascades";
constexpr const char* frontal_cascade = "haarcascade_frontalface_alt2.xml";

struct KnownModel {
    std::string name;
    std::string file;
    std::string sha256;
};

std::vector<KnownModel> known_models() {
    std::vector<KnownModel> known;
    for (const auto& entry : nlohmann::json::parse(models_json)) {
        known.push_back({entry.at("name"), entry.at("file"), entry.at("sha256")});
    }
    return known;
}

bool is_there(const fs::path& file) {
    std::error_code ignored;
    return fs::is_regular_file(file, ignored);
}

std::optional<DetectorModel> find(const KnownModel& known, const std::vector<fs::path>& folders) {
    for (const fs::path& folder : folders) {
        const fs::path file = folder / known.file;
        if (!is_there(file)) continue;
        const std::string found = sha256_of_file(file);
        if (found != known.sha256) {
            throw Error("check face model " + file.string(), "its SHA-256 is " + found + ", models/models.json names " +
                                                                 known.sha256 +
                                                                 "; remove the file and run scripts/fetch-models");
        }
        return DetectorModel{known.name, file, found};
    }
    return std::nullopt;
}

}  // namespace

std::vector<DetectorModel> find_models(const std::vector<fs::path>& folders) {
    std::vector<DetectorModel> models;
    for (const KnownModel& known : known_models()) {
        if (auto model = find(known, folders)) models.push_back(std::move(*model));
    }
    if (!models.empty()) return models;
    if (is_there(cascade_folder / frontal_cascade)) {
        return {{"cascades", cascade_folder, sha256_of_file(cascade_folder / frontal_cascade)}};
    }
    throw Error("find a face detector",
                "no model in COUNTERCLIP_MODEL_DIR, models/ or /usr/share/counterclip/models and no cascades in " +
                    cascade_folder.string() + "; run scripts/fetch-models, or install the package opencv-data");
}

std::vector<fs::path> model_folders() {
    std::vector<fs::path> folders;
    if (const char* chosen = std::getenv("COUNTERCLIP_MODEL_DIR"); chosen != nullptr && *chosen != '\0') {
        folders.emplace_back(chosen);
    }
    folders.emplace_back(fs::path(COUNTERCLIP_SOURCE_DIR) / "models");
    folders.emplace_back("/usr/share/counterclip/models");
    return folders;
}

std::unique_ptr<Detector> load(const DetectorModel& model) {
    if (model.name == "yunet") return make_yunet(model.file);
    if (model.name == "blazeface") return make_blazeface(model.file);
    if (model.name == "cascades") return make_cascades(model.file);
    throw Error("load face detector " + model.file.string(), "no detector is called '" + model.name + "'");
}

std::string describe(const std::vector<DetectorModel>& models) {
    const auto has = [&](std::string_view name) {
        return std::any_of(models.begin(), models.end(), [&](const DetectorModel& m) { return m.name == name; });
    };
    if (has("yunet") && has("blazeface")) return "YuNet and BlazeFace";
    if (has("yunet")) return "YuNet alone: misses more faces in the dark, at the frame's edge and tilted";
    if (has("blazeface")) return "BlazeFace alone: slower, misses more small faces and profiles";
    if (has("cascades")) return "Haar cascades only: miss most faces that are not frontal; run scripts/fetch-models";
    return "no face detector";
}

}  // namespace counterclip::faces
