// The one-shot: every face of a file hidden, everything else as it was.
#include "clip/hide.h"

#include <fstream>

#include "clip/rehearsal.h"
#include "core/error.h"
#include "core/staged_file.h"
#include "faces/visibility.h"
#include "media/packets.h"
#include "media/reader.h"
#include "puppet/film.h"
#include "puppet/scenes.h"

using namespace counterclip;
using namespace std::chrono_literals;

namespace {

namespace fs = std::filesystem;

struct Studio {
    test::TemporaryFolder folder;
    fs::path in = folder / "in.mp4";
    fs::path out = folder / "out.mp4";

    explicit Studio(const puppet::Scene& scene = test::small_interview()) { puppet::write_film(scene, in); }
    clip::HideResult hide(clip::HideRequest request) const {
        Progress silent;
        return clip::hide(request, test::detectors(), silent);
    }
    clip::HideRequest request() const {
        clip::HideRequest r;
        r.in = in;
        r.out = out;
        return r;
    }
};

std::vector<Time> times_of(const fs::path& file) {
    media::VideoReader reader(file);
    media::Frame frame;
    std::vector<Time> times;
    while (reader.next(frame)) times.push_back(frame.pts());
    return times;
}

// A head that turns to profile and back before a bare wall: all that is dark above the collar is hair.
puppet::Scene turning_head() {
    puppet::Scene scene = puppet::resized(puppet::scene("turn"), 640, 480);
    scene.shots[0].room.window = scene.shots[0].room.shelf = false;
    return scene;
}

// Share of the picture's upper half that is as dark as hair.
double dark_share(const media::Frame& frame) {
    constexpr std::uint8_t dark = 75;
    const auto plane = frame.plane(0);
    std::int64_t found = 0;
    for (int y = 0; y < plane.height / 2; ++y)
        found += std::count_if(plane.data + y * plane.stride, plane.data + y * plane.stride + plane.width,
                               [](std::uint8_t luma) { return luma < dark; });
    return static_cast<double>(found) / (plane.width * (plane.height / 2));
}

}  // namespace

TEST_CASE("P3: of a head that turns to profile and back neither face nor hair is left") {
    const Studio s(turning_head());
    const auto result = s.hide(s.request());
    media::VideoReader before(s.in), after(s.out);
    media::Frame a, b;
    while (before.next(a) && after.next(b)) {
        INFO(format_time(a.pts()));
        REQUIRE(dark_share(a) > 0.02);
        CHECK(dark_share(b) < 0.0005);
    }
    CHECK(result.hidden_whole == (test::detectors().front().name == "cascades" ? result.frames : 0));
}

TEST_CASE("hide keeps frames one to one with their times, size and sound, and hides the face in all of them") {
    const Studio s;
    auto request = s.request();
    request.masks_csv = s.folder / "masks.csv";
    const auto result = s.hide(request);
    CHECK(result.frames == 75);
    CHECK(times_of(s.out) == times_of(s.in));
    CHECK(test::loudness(s.out, {0s, 3s}) > 0.5 * test::loudness(s.in, {0s, 3s}));

    puppet::Performance performance(test::small_interview());
    media::VideoReader before(s.in), after(s.out);
    media::Frame a, b;
    for (std::int64_t i = 0; before.next(a) && after.next(b); ++i)
        for (const auto& face : performance.truth(i)) {
            CAPTURE(i);
            CHECK(faces::visible_share(a, b, {face.x, face.y, face.w, face.h}) <= 0.1F);
        }

    std::ifstream masks(s.folder / "masks.csv");
    std::string line;
    std::getline(masks, line);
    CHECK(line == "frame,x,y,w,h");
    std::int64_t lines = 0;
    while (std::getline(masks, line)) ++lines;
    CHECK(lines >= 75);
}

TEST_CASE("hide drops the source's metadata, chapters and other streams") {
    auto scene = test::small_interview();
    scene.source_metadata = true;
    if (!puppet::has_ffmpeg()) {
        WARN("skipped: the ffmpeg program is not here to add metadata");
        return;
    }
    const Studio s(scene);
    REQUIRE(media::carried_in(s.in).tags.contains("location"));
    s.hide(s.request());
    const auto carried = media::carried_in(s.out);
    CHECK(carried.streams.size() == 2);
    CHECK(carried.chapters == 0);
    for (const auto& [key, value] : carried.tags) {
        CAPTURE(key, value);
        CHECK((key == "major_brand" || key == "minor_version" || key == "compatible_brands" || key == "encoder"));
        CHECK(value.find("33.31") == std::string::npos);
    }
}

TEST_CASE("hide takes a range, half-open to the frame") {
    const Studio s;
    auto request = s.request();
    request.from = 1s;
    request.to = 2s;
    CHECK(s.hide(request).frames == 25);
}

TEST_CASE("variable frame rate and ten bits come out as they went in") {
    auto scene = test::small_interview();
    scene.frame_durations = {40ms, 20ms, 80ms};
    scene.format = media::PixelFormat::yuv420p10;
    const Studio s(scene);
    s.hide(s.request());
    CHECK(times_of(s.out) == times_of(s.in));
    media::VideoReader reader(s.out);
    CHECK(reader.track().bit_depth == 10);
}

TEST_CASE("what cannot be hidden is one clear error and leaves nothing behind") {
    const Studio s;
    auto request = s.request();
    SECTION("the target is the source") {
        request.out = s.in;
        CHECK_THROWS_WITH(s.hide(request), Catch::Contains("source itself"));
        CHECK(fs::exists(s.in));
        return;
    }
    SECTION("the masks would take the source's place") {
        const auto before = std::filesystem::file_size(s.in);
        request.masks_csv = s.in;
        request.replace = true;
        CHECK_THROWS_WITH(s.hide(request), Catch::Contains("--masks"));
        CHECK(std::filesystem::file_size(s.in) == before);
    }
    SECTION("the masks would take the target's place") {
        request.masks_csv = s.out;
        CHECK_THROWS_WITH(s.hide(request), Catch::Contains("--masks"));
    }
    SECTION("the target exists") {
        write_whole(s.out, "mine");
        CHECK_THROWS_WITH(s.hide(request), Catch::Contains("exists"));
        CHECK(read_whole(s.out) == "mine");
        return;
    }
    SECTION("no such folder") {
        request.out = "/nowhere/out.mp4";
        CHECK_THROWS_WITH(s.hide(request), Catch::Contains("/nowhere"));
    }
    SECTION("another kind of file") {
        request.out = s.folder / "out.avi";
        CHECK_THROWS_WITH(s.hide(request), Catch::Contains(".mp4 or .webm"));
    }
    SECTION("out before in") {
        request.from = 2s;
        request.to = 1s;
        CHECK_THROWS_WITH(s.hide(request), Catch::Contains("not after"));
    }
    SECTION("beyond the end") {
        request.to = 1h;
        CHECK_THROWS_WITH(s.hide(request), Catch::Contains("beyond its end"));
    }
    SECTION("text named .mp4") {
        write_whole(s.folder / "text.mp4", "this is no film");
        request.in = s.folder / "text.mp4";
        CHECK_THROWS_WITH(s.hide(request), Catch::Contains("text.mp4"));
    }
    SECTION("no such file") {
        request.in = s.folder / "nothing.mp4";
        CHECK_THROWS_WITH(s.hide(request), Catch::Contains("nothing.mp4"));
    }
    CHECK_FALSE(fs::exists(s.out));
    for (const auto& name : test::names_in(s.folder.path())) CHECK_FALSE(name.starts_with(staging_prefix));
}

TEST_CASE("a cancelled hide leaves nothing behind") {
    const Studio s;
    struct Impatient : Progress {
        void begin(std::string_view stage, std::int64_t) override {
            if (stage == "render") cancel();
        }
    } impatient;
    CHECK_THROWS_AS(clip::hide(s.request(), test::detectors(), impatient), Error);
    CHECK(test::names_in(s.folder.path()) == std::vector<std::string>{"in.mp4"});
}
