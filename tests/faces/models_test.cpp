#include <nlohmann/json.hpp>

#include "core/error.h"
#include "core/staged_file.h"
#include "faces/detector.h"
#include "support/temporary_folder.h"

using namespace counterclip;
using namespace counterclip::faces;

TEST_CASE("weights other than the ones measured are refused, naming file and both hashes") {
    const test::TemporaryFolder folder;
    write_whole(folder.path() / "face_detection_yunet_2023mar.onnx", "not the weights");
    CHECK_THROWS_WITH(find_models({folder.path()}), Catch::Contains("face_detection_yunet_2023mar.onnx") &&
                                                        Catch::Contains("8f2383e4") && Catch::Contains("fetch-models"));
}

TEST_CASE("without weights the cascades serve, and the description says what that costs") {
    const test::TemporaryFolder folder;
    if (!std::filesystem::exists("/usr/share/opencv4/haarcascades/haarcascade_frontalface_alt2.xml")) {
        WARN("skipped: the package opencv-data is not installed");
        return;
    }
    const auto models = find_models({folder.path()});
    REQUIRE(models.size() == 1);
    CHECK(models[0].name == "cascades");
    CHECK_THAT(describe(models), Catch::Contains("cascades") && Catch::Contains("miss"));
    CHECK(load(models[0])->name() == "cascades");
}

TEST_CASE("a file that is no net is an error that names it") {
    const test::TemporaryFolder folder;
    const auto file = folder.path() / "broken.onnx";
    write_whole(file, "garbage");
    for (const char* name : {"yunet", "blazeface", "unknown"}) {
        CHECK_THROWS_WITH(load({name, file, ""}), Catch::Contains("broken.onnx"));
    }
}

TEST_CASE("models.json names every model with hash, size, licence and where to get it") {
    const auto known =
        nlohmann::json::parse(read_whole(std::filesystem::path(COUNTERCLIP_SOURCE_DIR) / "models/models.json"));
    CHECK(known.size() == 2);
    for (const auto& entry : known) {
        CHECK(entry.at("sha256").get<std::string>().size() == 64);
        CHECK(entry.at("bytes").get<int>() > 100'000);
        CHECK_FALSE(entry.at("licence").get<std::string>().empty());
        CHECK_FALSE(entry.at("sources").empty());
    }
}
