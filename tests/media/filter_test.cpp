#include "media/filter.h"

#include <cmath>

#include "core/error.h"
#include "core/staged_file.h"
#include "media/image_file.h"
#include "media/probe.h"
#include "media/scale.h"
#include "media/versions.h"
#include "numbered_media.h"
#include "support/temporary_folder.h"

namespace fs = std::filesystem;
using namespace counterclip;
using namespace counterclip::media;
using namespace counterclip::test;
using namespace std::chrono_literals;

namespace {

// Half a second of silence, then a tone.
float tone_after_half_a_second(std::int64_t n) {
    return n < 24000 ? 0.0F : 0.5F * std::sin(2 * 3.14159265F * 500 * static_cast<float>(n) / 48000);
}

struct Sound {
    std::vector<float> samples;
    std::int64_t first = 0;
};
Sound filtered(const std::string& graph, std::int64_t first_sample = 0) {
    AudioFilter filter(graph, 48000, 1);
    Sound sound;
    bool begun = false;
    const auto take = [&](const std::vector<AudioBlock>& blocks) {
        for (const auto& block : blocks) {
            if (!begun) sound.first = block.first_sample;
            begun = true;
            CHECK(block.first_sample == sound.first + static_cast<std::int64_t>(sound.samples.size()));
            sound.samples.insert(sound.samples.end(), block.samples.begin(), block.samples.end());
        }
    };
    for (int i = 0; i < 47; ++i) {
        AudioBlock block = block_of(i * 1024, 1024, 1, 48000, tone_after_half_a_second);
        block.first_sample += first_sample;
        take(filter.apply(block));
    }
    take(filter.finish());
    return sound;
}

double onset(const std::vector<float>& samples) {
    for (std::size_t i = 0; i < samples.size(); ++i)
        if (std::abs(samples[i]) > 0.1F) return static_cast<double>(i);
    return -1;
}

constexpr std::string_view subtitles =
    "[Script Info]\nScriptType: v4.00+\nPlayResX: 320\nPlayResY: 240\n[V4+ Styles]\nFormat: Name, Fontname, Fontsize, "
    "PrimaryColour, Alignment\nStyle: Default,Sans,60,&H00FFFFFF,5\n[Events]\nFormat: Start, End, Style, "
    "Text\nDialogue: "
    "0:00:01.00,0:00:02.00,Default,{\\p1}m 0 0 l 100 0 100 100 0 100\n";

}  // namespace

TEST_CASE("a sound filter keeps sample n at sample n") {
    const auto louder = filtered("volume=0.5", 777);
    CHECK(louder.first == 777);
    REQUIRE(louder.samples.size() == 47 * 1024);
    CHECK(louder.samples[30000] == Approx(tone_after_half_a_second(30000) / 2).margin(1e-4));
    CHECK(onset(louder.samples) == Approx(24000).margin(10));
}

TEST_CASE("the delay of a pitch shifter is taken out") {
    for (const char* graph : {"rubberband=pitch=0.8", "rubberband=pitch=1.25", "rubberband=pitch=0.7:formant=preserved",
                              "highpass=200,rubberband=pitch=0.85,volume=0.9"}) {
        const auto shifted = filtered(graph);
        INFO(graph);
        CHECK(shifted.samples.size() == 47 * 1024);
        // Its windows smear a beginning by some milliseconds.
        CHECK(onset(shifted.samples) == Approx(24000).margin(720));
    }
}

TEST_CASE("subtitles are drawn on pictures of 8 and 10 bits, at their time only, and touch nothing else") {
    const TemporaryFolder folder;
    const auto file = folder / "it's a [file]; x:1,\\2.ass";
    write_whole(file, subtitles);
    for (const auto format : {PixelFormat::yuv420p8, PixelFormat::yuv420p10}) {
        VideoFilter filter("ass=filename=" + quoted_for_filter(file.string()), 320, 240, format, {});
        Frame frame = numbered_frame(0, 320, 240, format);
        const auto sample = [&](const Frame& f, int x, int y) {
            const auto* row = f.plane(0).data + y * f.plane(0).stride;
            return format == PixelFormat::yuv420p8 ? int(row[x]) : reinterpret_cast<const std::uint16_t*>(row)[x] / 4;
        };
        frame.set_pts(500ms);
        const Frame before = filter.apply(frame);
        CHECK(before.format() == format);
        CHECK(before.pts() == 500ms);
        CHECK(sample(before, 160, 120) == 50);
        frame.set_pts(1500ms);
        const Frame during = filter.apply(frame);
        CHECK(sample(during, 160, 120) > 200);
        CHECK(sample(during, 5, 5) == 50);
        CHECK(sample(frame, 160, 120) == 50);  // the picture put in stays as it was
    }
}

TEST_CASE("a picture filter may change the size") {
    VideoFilter filter("scale=160:120", 320, 240, PixelFormat::yuv420p8, Colour{1, 1, 1, false, true, 1});
    const Frame out =
        filter.apply(numbered_frame(77, 320, 240, PixelFormat::yuv420p8, Colour{1, 1, 1, false, true, 1}));
    CHECK(out.width() == 160);
    CHECK(number_in(out) == 77);
    CHECK(out.colour() == Colour{1, 1, 1, false, true, 1});
    CHECK(number_in(resized(numbered_frame(99), 200, 100)) == 99);
}

TEST_CASE("a graph that cannot be built is quoted") {
    CHECK_THROWS_WITH(VideoFilter("nosuchfilter=1", 320, 240, PixelFormat::yuv420p8, {}),
                      Catch::Contains("nosuchfilter=1"));
    CHECK_THROWS_WITH(AudioFilter("volume=loud:and:wrong=7", 48000, 1), Catch::Contains("volume=loud"));
}

TEST_CASE("the scaler gives BGR of the whole picture or a part") {
    Frame frame(320, 240, PixelFormat::yuv420p8, Colour{1, 1, 1, false, true, 1});
    const int luma[2] = {63, 173};  // BT.709 limited: left red, right green
    const int cb[2] = {102, 42};
    const int cr[2] = {240, 26};
    for (int plane = 0; plane < 3; ++plane) {
        const Plane p = frame.writable(plane);
        const int* values = plane == 0 ? luma : plane == 1 ? cb : cr;
        for (int y = 0; y < p.height; ++y)
            for (int x = 0; x < p.width; ++x)
                p.data[y * p.stride + x] = static_cast<std::uint8_t>(values[x >= p.width / 2]);
    }
    Scaler scaler(64, 48);
    const Image whole = scaler.to_bgr(frame);
    REQUIRE(whole.pixels.size() == 64 * 48 * 3);
    const auto pixel = [](const Image& image, int x, int y, int c) {
        return int(image.pixels[static_cast<std::size_t>((y * image.width + x) * 3 + c)]);
    };
    CHECK(pixel(whole, 10, 20, 2) > 240);
    CHECK(pixel(whole, 10, 20, 1) < 15);
    CHECK(pixel(whole, 50, 20, 1) > 240);
    CHECK(pixel(whole, 50, 20, 2) < 15);
    const Image& right = scaler.to_bgr(frame, 170, 11, 500, 100);
    CHECK(pixel(right, 2, 20, 1) > 240);
    CHECK(pixel(right, 2, 20, 2) < 15);
}

TEST_CASE("pictures are written as PNG and JPEG, and read back the same") {
    const TemporaryFolder folder;
    Image image{64, 48, 3, std::vector<std::uint8_t>(64 * 48 * 3)};
    for (std::size_t i = 0; i < image.pixels.size(); i += 3) image.pixels[i + 2] = 255;  // red
    for (const char* name : {"a.png", "a.jpg"}) {
        write_image(folder / name, image);
        VideoReader reader(folder / name);
        Frame frame;
        REQUIRE(reader.next(frame));
        const Image back = Scaler(64, 48).to_bgr(frame);
        INFO(name);
        CHECK(int(back.pixels[64 * 24 * 3 + 32 * 3 + 2]) > 240);
        CHECK(int(back.pixels[64 * 24 * 3 + 32 * 3]) < 15);
    }
    CHECK_THROWS_WITH(write_image(folder / "a.tiff", image), Catch::Contains("a.tiff"));
    CHECK_THROWS_WITH(write_image(folder / "none" / "a.png", image), Catch::Contains("a.png"));
}

TEST_CASE("what this libav can do is listed") {
    CHECK(libav_versions().find("libavcodec 59.") != std::string::npos);
    for (const auto& capability : capabilities()) {
        INFO(capability.name);
        CHECK(capability.present);
    }
}
