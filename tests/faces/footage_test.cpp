// The whole way on real footage, where it is present.
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "faces/analysis.h"
#include "faces/mask.h"
#include "media/reader.h"

using namespace counterclip;
using namespace counterclip::faces;

namespace {

std::filesystem::path footage() {
    if (const char* chosen = std::getenv("COUNTERCLIP_FOOTAGE"); chosen != nullptr) return chosen;
    return std::filesystem::path(COUNTERCLIP_SOURCE_DIR) / "../shared/footage";
}

// Models and footage, or a word about why the test is skipped.
std::optional<std::vector<DetectorModel>> models_for(const std::filesystem::path& file) {
    if (!std::filesystem::exists(file)) {
        WARN("skipped: no footage at " + file.string());
        return std::nullopt;
    }
    const auto models = find_models(model_folders());
    if (models.front().name == "cascades") {
        WARN("skipped: no face models; run scripts/fetch-models");
        return std::nullopt;
    }
    return models;
}

struct TruthBox {
    std::int64_t frame;
    Box box;
};

std::vector<TruthBox> truth_of(const std::filesystem::path& csv) {
    std::vector<TruthBox> boxes;
    std::ifstream in(csv);
    std::string line;
    std::getline(in, line);
    while (std::getline(in, line)) {
        std::replace(line.begin(), line.end(), ',', ' ');
        std::istringstream words(line);
        TruthBox t{};
        int track = 0;
        int ignore = 0;
        words >> t.frame >> track >> t.box.x >> t.box.y >> t.box.w >> t.box.h >> ignore;
        if (ignore == 0) boxes.push_back(t);
    }
    return boxes;
}

}  // namespace

TEST_CASE("no face of real footage leaks from the masks") {
    const auto file = footage() / "book.mkv";
    const auto models = models_for(file);
    if (!models) return;
    Progress progress;
    const Analysis analysis = analyse(file, {}, *models, {}, progress);
    const Masks masks(analysis.tracks, analysis.gaps, analysis.shot_changes, analysis.ranges, {});
    std::vector<FrameMask> frames;
    media::VideoReader reader(file);
    media::Frame frame;
    while (reader.next(frame)) frames.push_back(masks.at(frame.pts()));
    CHECK(static_cast<std::int64_t>(frames.size()) == analysis.frames);
    for (const TruthBox& t : truth_of(footage() / "../truth/book.csv")) {
        REQUIRE(covered_share(scaled_about_centre(t.box, 0.8F), frames.at(static_cast<std::size_t>(t.frame))) >= 0.9F);
    }
    CHECK(std::none_of(frames.begin(), frames.end(), [](const FrameMask& m) { return m.whole; }));
}

TEST_CASE("a range is analysed with a margin, says what it covers, and does not depend on the number of threads") {
    const auto file = footage() / "book.mkv";
    const auto models = models_for(file);
    if (!models) return;
    Progress progress;
    const Range range{std::chrono::milliseconds(1500), std::chrono::milliseconds(2000)};
    AnalysisOptions one;
    one.threads = 1;
    AnalysisOptions three;
    three.threads = 2;
    const Analysis a = analyse(file, {range}, *models, one, progress);
    const Analysis b = analyse(file, {range}, *models, three, progress);
    REQUIRE(a.ranges.size() == 1);
    CHECK(a.ranges[0].in <= range.in - std::chrono::milliseconds(500));
    CHECK(a.ranges[0].out >= range.out + std::chrono::milliseconds(500));
    REQUIRE(a.tracks.size() == 1);
    REQUIRE(b.tracks.size() == 1);
    REQUIRE(a.tracks[0].sightings.size() == b.tracks[0].sightings.size());
    for (std::size_t i = 0; i < a.tracks[0].sightings.size(); ++i) {
        CHECK(a.tracks[0].sightings[i].box == b.tracks[0].sightings[i].box);
    }
}
