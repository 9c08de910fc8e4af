#include "media/writer.h"

#include <cmath>
#include <fstream>

#include "core/error.h"
#include "core/staged_file.h"
#include "media/packets.h"
#include "media/probe.h"
#include "numbered_media.h"
#include "support/temporary_folder.h"

namespace fs = std::filesystem;
using namespace counterclip;
using namespace counterclip::media;
using namespace counterclip::test;
using namespace std::chrono_literals;

namespace {

// Where the sound first exceeds a quarter of its peak, in samples.
std::int64_t onset(const std::vector<float>& samples, int channels) {
    float peak = 0;
    for (const float s : samples) peak = std::max(peak, std::abs(s));
    for (std::size_t i = 0; i < samples.size(); ++i)
        if (std::abs(samples[i]) > peak / 4) return static_cast<std::int64_t>(i) / channels;
    return -1;
}

// Two seconds: a white picture and a beep that begin together at 1 s.
fs::path flash_and_beep(const fs::path& file, Container container) {
    VideoSettings video{.width = 160, .height = 120, .time_base = {1, 1000}};
    Writer writer(file, container, video, AudioSettings{});
    for (int n = 0; n < 50; ++n) {
        Frame frame = numbered_frame(n < 25 ? 0 : 1023, 160, 120);
        frame.set_pts(n * 40ms);
        writer.write(frame);
        writer.write(block_of(n * 1920, 1920, 2, 48000, [](std::int64_t i) {
            return i < 48000 ? 0.0F : 0.5F * std::sin(2 * 3.14159265F * 1000 * static_cast<float>(i - 48000) / 48000);
        }));
    }
    writer.finish();
    return file;
}

}  // namespace

TEST_CASE("each picture written is one packet and one picture shown, at its exact tick") {
    const TemporaryFolder folder;
    for (const Rational tick :
         {Rational{1, 11988}, Rational{1, 1000}, Rational{1, 100}, Rational{1, 90000}, Rational{1001, 30000}}) {
        const std::vector<std::int64_t> pts{0, 7, 8, 9, 30, 31, 55, 80, 81, 120};
        const auto file = record(folder / "a.mp4", {.frames = 10, .time_base = tick, .pts = pts, .sound = false});
        INFO(tick.num << "/" << tick.den);
        const auto seen = see(file);
        REQUIRE(seen.size() == 10);
        for (std::size_t n = 0; n < 10; ++n) CHECK(seen[n] == Seen{static_cast<int>(n), to_time(pts[n], tick)});
        const auto carried = carried_in(file);
        CHECK(carried.streams.at(0).packets == 10);
        CHECK_FALSE(carried.streams.at(0).discards);
        CHECK(carried.streams.at(0).first == 0ms);
    }
}

TEST_CASE("WebM keeps every picture too, to the millisecond") {
    const TemporaryFolder folder;
    const auto file = record(folder / "a.webm", {.frames = 40, .frame_rate = {30, 1}, .container = Container::webm});
    const auto seen = see(file);
    REQUIRE(seen.size() == 40);
    for (int n = 0; n < 40; ++n)
        CHECK(seen[static_cast<std::size_t>(n)] == Seen{n, to_time(to_pts(to_time(n, {1, 30}), {1, 1000}), {1, 1000})});
    CHECK(carried_in(file).streams.at(0).packets == 40);
}

TEST_CASE("a file carries nothing but what was written") {
    const TemporaryFolder folder;
    record(folder / "a.mp4");
    record(folder / "a.webm", {.container = Container::webm});
    for (const char* name : {"a.mp4", "a.webm"}) {
        INFO(name);
        const auto carried = carried_in(folder / name);
        CHECK(carried.streams.size() == 2);
        CHECK(carried.chapters == 0);
        for (const auto& stream : carried.streams) {
            CHECK_FALSE(stream.discards);
            for (const char* tag : {"encoder", "ENCODER", "creation_time"}) CHECK(stream.tags.count(tag) == 0);
        }
        CHECK(carried.tags.count("creation_time") == 0);
        const auto bytes = read_whole(folder / name);
        for (const char* trace : {"x264", "Lavc", "libvpx", "Lavf59"}) CHECK(bytes.find(trace) == std::string::npos);
    }
    // The index comes first.
    const auto bytes = read_whole(folder / "a.mp4");
    CHECK(bytes.find("moov") < bytes.find("mdat"));
}

TEST_CASE("the same pictures and sound make the same file") {
    const TemporaryFolder folder;
    CHECK(read_whole(record(folder / "a.mp4")) == read_whole(record(folder / "b.mp4")));
}

TEST_CASE("closed captions of the source do not ride along with its pictures") {
    const TemporaryFolder folder;
    record(folder / "a.mp4", {.frames = 20, .sound = false});
    // A user data message with a recognisable text in every picture.
    if (!ffmpeg(folder.path(),
                "-i a.mp4 -c copy -bsf:v h264_metadata=sei_user_data=086f3693-b7b3-4f2c-9653-21492feee5b8+SECRETPLACE "
                "s.mp4"))
        return;
    REQUIRE(read_whole(folder / "s.mp4").find("SECRETPLACE") != std::string::npos);
    VideoReader reader(folder / "s.mp4");
    Writer writer(folder / "out.mp4", Container::mp4, {.width = 320, .height = 240}, std::nullopt);
    Frame frame;
    while (reader.next(frame)) writer.write(frame);
    writer.finish();
    CHECK(read_whole(folder / "out.mp4").find("SECRETPLACE") == std::string::npos);
}

TEST_CASE("picture and sound stay together") {
    const TemporaryFolder folder;
    for (const auto container : {Container::mp4, Container::webm}) {
        const auto file = flash_and_beep(folder / (container == Container::mp4 ? "a.mp4" : "a.webm"), container);
        INFO(file.filename());
        const auto seen = see(file);
        REQUIRE(seen.size() == 50);
        CHECK(seen[24].number == 0);
        CHECK(seen[25] == Seen{1023, 1s});
        // Encoders soften the beep's beginning; Matroska rounds to a millisecond.
        CHECK(double(onset(hear(file), 2)) == Approx(48000).margin(container == Container::mp4 ? 24 : 72));
    }
    // The same seen by another reader.
    if (!ffmpeg(folder.path(), "-i a.mp4 -vn -c:a pcm_s16le -ar 48000 a.wav")) return;
    CHECK(double(onset(hear(folder / "a.wav"), 2)) == Approx(48000).margin(24));
    CHECK(ffprobe(folder / "a.mp4",
                  "-select_streams v -count_packets -count_frames -show_entries "
                  "stream=start_pts,nb_read_frames,nb_read_packets") ==
          "start_pts=0|nb_read_frames=50|nb_read_packets=50\n");
}

TEST_CASE("a picture track that begins later than its sound keeps its place") {
    const TemporaryFolder folder;
    const auto file = folder / "late.mp4";
    Writer writer(file, Container::mp4, {.width = 160, .height = 120, .time_base = {1, 11988}}, AudioSettings{});
    const std::int64_t late = 10118;
    for (int n = 0; n < 10; ++n) {
        Frame frame = numbered_frame(n, 160, 120);
        frame.set_pts(to_time(late + n * 400, {1, 11988}));
        writer.write(block_of(n * 6000, 6000, 2, 48000, [](std::int64_t) { return 0.1F; }));
        writer.write(frame);
    }
    writer.finish();
    const auto seen = see(file);
    REQUIRE(seen.size() == 10);
    CHECK(seen[0] == Seen{0, to_time(late, {1, 11988})});
    CHECK_FALSE(carried_in(file).streams.at(0).discards);
}

TEST_CASE("colour, range, aspect and depth are written into the file") {
    const TemporaryFolder folder;
    for (const auto container : {Container::mp4, Container::webm}) {
        const Colour colour{1, 1, 1, true, true, 1};
        const auto file =
            record(folder / (container == Container::mp4 ? "a.mp4" : "a.webm"), {.frames = 3,
                                                                                 .format = PixelFormat::yuv420p10,
                                                                                 .colour = colour,
                                                                                 .sample_aspect = {3, 2},
                                                                                 .sound = false,
                                                                                 .container = container});
        const auto track = probe(file).video.at(0);
        INFO(file.filename());
        CHECK(track.sample_aspect == Rational{3, 2});
        CHECK(track.bit_depth == 10);
        CHECK(track.colour.primaries == 1);
        CHECK(track.colour.matrix == 1);
        CHECK(track.colour.full_range);
        CHECK(see(file).at(2).number == 2);
    }
}

TEST_CASE("odd sizes fit WebM, and H.264 says that it cannot hold them") {
    const TemporaryFolder folder;
    const auto file =
        record(folder / "a.webm", {.frames = 2, .width = 321, .height = 241, .container = Container::webm});
    CHECK(probe(file).video.at(0).width == 321);
    CHECK(probe(file).video.at(0).height == 241);
    CHECK_THROWS_WITH(record(folder / "a.mp4", {.frames = 2, .width = 321, .height = 241}),
                      Catch::Contains("a.mp4") && Catch::Contains("321x241"));
}

TEST_CASE("what cannot be written is said with the file's name") {
    const TemporaryFolder folder;
    CHECK_THROWS_WITH(Writer(folder / "none" / "a.mp4", Container::mp4, {.width = 320, .height = 240}, std::nullopt),
                      Catch::Contains("a.mp4"));
    Writer writer(folder / "a.mp4", Container::mp4, {.width = 320, .height = 240}, AudioSettings{});
    Frame frame = numbered_frame(1);
    writer.write(frame);
    CHECK_THROWS_WITH(writer.write(frame), Catch::Contains("does not come after"));
    CHECK_THROWS_AS(writer.write(numbered_frame(1, 160, 120)), Error);
    writer.write(block_of(0, 100, 2, 48000, [](std::int64_t) { return 0.0F; }));
    CHECK_THROWS_WITH(writer.write(block_of(200, 100, 2, 48000, [](std::int64_t) { return 0.0F; })),
                      Catch::Contains("hole"));
    Writer empty(folder / "empty.mp4", Container::mp4, {.width = 320, .height = 240}, std::nullopt);
    CHECK_THROWS_WITH(empty.finish(), Catch::Contains("empty.mp4"));
}

TEST_CASE("a full disk is an error that names the file") {
    if (!fs::exists("/dev/full")) return;
    CHECK_THROWS_WITH(record("/dev/full", {.frames = 30, .container = Container::webm}), Catch::Contains("/dev/full"));
}

TEST_CASE("presets are found by name and an unknown one lists them") {
    CHECK(preset("webm").container == Container::webm);
    CHECK_THROWS_WITH(preset("imax"), Catch::Contains("web, webm, small"));
}
