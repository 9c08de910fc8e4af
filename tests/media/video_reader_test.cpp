#include <fstream>

#include "core/error.h"
#include "media/probe.h"
#include "media/reader.h"
#include "numbered_media.h"
#include "support/temporary_folder.h"

namespace fs = std::filesystem;
using namespace counterclip;
using namespace counterclip::media;
using namespace counterclip::test;
using namespace std::chrono_literals;

namespace {

const std::vector<Range> ranges{{0ms, 400ms}, {500ms, 501ms}, {777ms, 1333ms}, {1s, 1s}, {1900ms, 10s}, {5s, 6s}};

// Whatever the range, the reader gives what a full decode gives there.
void check_ranges(const fs::path& file) {
    const auto all = see(file);
    REQUIRE_FALSE(all.empty());
    for (std::size_t i = 1; i < all.size(); ++i) REQUIRE(all[i].pts > all[i - 1].pts);
    for (const Range range : ranges) {
        INFO(file.filename() << " " << format_time(range.in) << " to " << format_time(range.out));
        CHECK(see(file, {.range = range}) == within(all, range));
    }
}

}  // namespace

TEST_CASE("every picture of a recording is read once, in order, at its time") {
    const TemporaryFolder folder;
    const auto seen = see(record(folder / "a.mp4"));
    REQUIRE(seen.size() == 50);
    for (int n = 0; n < 50; ++n) CHECK(seen[static_cast<std::size_t>(n)] == Seen{n, n * 40ms});
}

TEST_CASE("a range gives the pictures with in <= pts < out and no other") {
    const TemporaryFolder folder;
    const auto file = record(folder / "a.mp4");
    const auto seen = see(file, {.range = Range{400ms, 480ms}});
    CHECK(seen == std::vector<Seen>{{10, 400ms}, {11, 440ms}});
    check_ranges(file);
}

TEST_CASE("ranges are exact in containers and codecs that seek badly") {
    const TemporaryFolder folder;
    record(folder / "a.mp4");
    if (!ffmpeg(folder.path(), "-i a.mp4 -c:v mpeg2video -q:v 2 -bf 2 -g 12 -c:a mp2 a.ts")) return;
    ffmpeg(folder.path(), "-i a.mp4 -c:v libx264 -g 20 -bf 3 -x264-params open-gop=1 -an open.ts");
    ffmpeg(folder.path(), "-i a.mp4 -c:v libx264 -g 20 -bf 3 -an -f matroska -live 1 live.mkv");
    ffmpeg(folder.path(), "-i a.mp4 -c:v mpeg4 -q:v 2 -g 15 -bf 2 -an a.avi");
    ffmpeg(folder.path(), "-i a.mp4 -c:v libx264 -g 15 -bf 2 -an a.h264");
    ffmpeg(folder.path(), "-i a.mp4 -c:v libvpx -g 15 -b:v 1M -deadline realtime -c:a libopus a.webm");
    ffmpeg(folder.path(), "-i a.mp4 -c:v libx264 -g 15 -bf 2 -an b.mp4");
    ffmpeg(folder.path(), "-ss 0.9 -i b.mp4 -c copy cut.mp4");
    for (const char* name : {"a.ts", "open.ts", "live.mkv", "a.avi", "a.h264", "a.webm", "b.mp4", "cut.mp4"})
        check_ranges(folder / name);
}

TEST_CASE("far from a key frame the picture is the very same, though those that none needs were left out on the way") {
    const TemporaryFolder folder;
    record(folder / "a.mp4");
    if (!ffmpeg(folder.path(), "-i a.mp4 -c:v libx264 -g 250 -bf 3 -an long.mp4")) return;
    ffmpeg(folder.path(), "-i a.mp4 -c:v mpeg2video -q:v 2 -bf 2 -g 50 -an -f mpegts one.ts");
    std::ofstream joined(folder / "joined.ts", std::ios::binary);  // its clock begins anew half way
    for (int n = 0; n < 2; ++n) joined << std::ifstream(folder / "one.ts", std::ios::binary).rdbuf();
    joined.close();
    check_ranges(folder / "joined.ts");
    const auto pixels_from = [&](Time in) {
        VideoReader reader(folder / "long.mp4", {.range = Range{in, Time::max()}});
        std::vector<std::pair<Time, std::vector<std::uint8_t>>> all;
        for (Frame frame; reader.next(frame);) {
            std::vector<std::uint8_t> luma;
            const auto plane = frame.plane(0);
            for (int y = 0; y < plane.height; ++y)
                luma.insert(luma.end(), plane.data + y * plane.stride, plane.data + y * plane.stride + plane.width);
            all.emplace_back(frame.pts(), std::move(luma));
        }
        return all;
    };
    auto whole = pixels_from(0s);
    std::erase_if(whole, [](const auto& picture) { return picture.first < 1700ms; });
    REQUIRE(whole.size() == 7);
    CHECK((pixels_from(1700ms) == whole));
}

TEST_CASE("times count from the file's start, wherever its own clock begins") {
    const TemporaryFolder folder;
    record(folder / "a.mp4");
    if (!ffmpeg(folder.path(), "-i a.mp4 -c copy -copyts -output_ts_offset 3600 -avoid_negative_ts disabled late.ts"))
        return;
    const auto seen = see(folder / "late.ts");
    REQUIRE(seen.size() == 50);
    // The sound's encoder delay comes first in a transport stream.
    CHECK(seen[0].pts < 50ms);
    CHECK(seen[49].pts - seen[0].pts == 49 * 40ms);
    check_ranges(folder / "late.ts");
}

TEST_CASE("variable frame times are kept to the tick") {
    const TemporaryFolder folder;
    const auto file = record(folder / "vfr.mp4", {.frames = 6,
                                                  .time_base = {1, 11988},
                                                  .frame_rate = {2997, 100},
                                                  .pts = {0, 400, 799, 5000, 5001, 9999},
                                                  .sound = false});
    const auto seen = see(file);
    REQUIRE(seen.size() == 6);
    CHECK(seen[3] == Seen{3, to_time(5000, {1, 11988})});
    CHECK(seen[4] == Seen{4, to_time(5001, {1, 11988})});
    CHECK(seen[5] == Seen{5, to_time(9999, {1, 11988})});
    CHECK(probe(file).video.at(0).variable_frame_rate);
    CHECK_FALSE(probe(record(folder / "cfr.mp4")).video.at(0).variable_frame_rate);
}

TEST_CASE("a rotated recording is turned upright") {
    const TemporaryFolder folder;
    record(folder / "a.mp4", {.sound = false});
    if (!ffmpeg(folder.path(), "-i a.mp4 -vf transpose=cclock,setsar=4/3 -c:v libx264 side.mp4")) return;
    ffmpeg(folder.path(), "-i side.mp4 -c copy -metadata:s:v:0 rotate=-90 turned.mp4");
    const auto track = probe(folder / "turned.mp4").video.at(0);
    CHECK(track.rotation == 90);
    CHECK(track.width == 320);
    CHECK(track.height == 240);
    CHECK(track.sample_aspect == Rational{3, 4});
    const auto seen = see(folder / "turned.mp4");
    REQUIRE(seen.size() == 50);
    CHECK(seen[37] == Seen{37, 37 * 40ms});
    check_ranges(folder / "turned.mp4");
}

TEST_CASE("interlaced pictures become progressive, one for one") {
    const TemporaryFolder folder;
    record(folder / "a.mp4", {.sound = false});
    if (!ffmpeg(folder.path(), "-i a.mp4 -vf setfield=tff -flags +ildct+ilme -c:v mpeg2video -q:v 2 -top 1 i.mpg"))
        return;
    ffmpeg(folder.path(), "-i a.mp4 -vf setfield=tff -c:v libx264 -flags +ildct+ilme -g 10 i.mp4");
    for (const char* name : {"i.mpg", "i.mp4"}) {
        CHECK(probe(folder / name).video.at(0).interlaced);
        const auto seen = see(folder / name);
        REQUIRE(seen.size() == 50);
        for (int n = 0; n < 50; ++n) CHECK(seen[static_cast<std::size_t>(n)] == Seen{n, n * 40ms});
        check_ranges(folder / name);
    }
    CHECK_FALSE(probe(folder / "a.mp4").video.at(0).interlaced);
}

TEST_CASE("every kind of pixels comes out as 4:2:0 of 8 or 10 bits") {
    const TemporaryFolder folder;
    record(folder / "a.mp4", {.frames = 10, .sound = false});
    struct Kind {
        const char* arguments;
        const char* file;
        PixelFormat format;
        int bit_depth;
        bool full_range;
    };
    const std::vector<Kind> kinds{
        {"-c:v libx264 -pix_fmt yuv422p", "422.mp4", PixelFormat::yuv420p8, 8, false},
        {"-c:v libx264 -pix_fmt yuv444p", "444.mp4", PixelFormat::yuv420p8, 8, false},
        {"-c:v libx264 -pix_fmt yuv420p10le", "10.mp4", PixelFormat::yuv420p10, 10, false},
        {"-c:v libx264 -pix_fmt yuv422p10le", "422_10.mp4", PixelFormat::yuv420p10, 10, false},
        {"-c:v ffv1 -pix_fmt yuv420p12le", "12.mkv", PixelFormat::yuv420p10, 12, false},
        {"-c:v libx264rgb -crf 10", "rgb.mp4", PixelFormat::yuv420p8, 8, false},
        {"-c:v mjpeg -q:v 2 -pix_fmt yuvj420p", "j.mkv", PixelFormat::yuv420p8, 8, true},
        {"-c:v mjpeg -q:v 2 -pix_fmt yuvj422p", "j422.mkv", PixelFormat::yuv420p8, 8, true},
        {"-c:v ffv1 -pix_fmt gray", "gray.mkv", PixelFormat::yuv420p8, 8, true},
        {"-r 25", "a.gif", PixelFormat::yuv420p8, 8, false},
    };
    for (const auto& kind : kinds) {
        if (!ffmpeg(folder.path(), std::string("-i a.mp4 ") + kind.arguments + " " + kind.file)) return;
        INFO(kind.file);
        CHECK(probe(folder / kind.file).video.at(0).bit_depth == kind.bit_depth);
        VideoReader reader(folder / kind.file);
        Frame frame;
        for (int n = 0; n < 10; ++n) {
            REQUIRE(reader.next(frame));
            CHECK(number_in(frame) == n);
            CHECK(frame.format() == kind.format);
            CHECK(frame.colour().full_range == kind.full_range);
        }
        CHECK_FALSE(reader.next(frame));
    }
}

TEST_CASE("colour is carried as the stream says, and a matrix is named only where we chose one") {
    const TemporaryFolder folder;
    const Colour film{9, 16, 9, false, true, 1};
    const auto hdr =
        record(folder / "hdr.mp4", {.frames = 2, .format = PixelFormat::yuv420p10, .colour = film, .sound = false});
    Frame frame;
    REQUIRE(VideoReader(hdr).next(frame));
    CHECK(frame.colour() == film);
    CHECK(probe(hdr).video.at(0).colour == film);

    const auto plain = record(folder / "plain.mp4", {.frames = 2, .sound = false});
    REQUIRE(VideoReader(plain).next(frame));
    CHECK(frame.colour().matrix == 2);
    CHECK(frame.colour().primaries == 2);
    CHECK_FALSE(frame.colour().range_known);

    if (!ffmpeg(folder.path(), "-f lavfi -i color=red:s=320x240:d=0.1 -c:v libx264rgb -pix_fmt rgb24 red.mp4")) return;
    REQUIRE(VideoReader(folder / "red.mp4").next(frame));
    CHECK(frame.colour().matrix == 6);
    CHECK(frame.colour().range_known);
    CHECK(int(frame.plane(0).data[0]) == Approx(81).margin(2));  // BT.601 red, limited range
    CHECK(int(frame.plane(1).data[0]) == Approx(90).margin(2));
    CHECK(int(frame.plane(2).data[0]) == Approx(240).margin(2));
}

TEST_CASE("a size change on the way is scaled to the first size") {
    const TemporaryFolder folder;
    record(folder / "a.mp4", {.frames = 10, .sound = false});
    record(folder / "b.mp4", {.frames = 10, .width = 160, .height = 120, .sound = false});
    if (!ffmpeg(folder.path(), "-i a.mp4 -c copy a.h264")) return;
    ffmpeg(folder.path(), "-i b.mp4 -c copy b.h264");
    ffmpeg(folder.path(), "-i 'concat:a.h264|b.h264' -c copy -f h264 both.h264");
    VideoReader reader(folder / "both.h264");
    Frame frame;
    for (int n = 0; n < 20; ++n) {
        REQUIRE(reader.next(frame));
        CHECK(frame.width() == 320);
        CHECK(number_in(frame) == n % 10);
    }
}

TEST_CASE("odd sizes are read as they are") {
    const TemporaryFolder folder;
    const auto file =
        record(folder / "odd.webm", {.frames = 5, .width = 321, .height = 241, .container = Container::webm});
    VideoReader reader(file);
    Frame frame;
    REQUIRE(reader.next(frame));
    CHECK(frame.width() == 321);
    CHECK(frame.plane(1).width == 161);
    CHECK(frame.plane(2).height == 121);
}

TEST_CASE("a truncated recording gives the pictures that are there") {
    const TemporaryFolder folder;
    const auto file = record(folder / "a.mp4", {.frames = 100});
    fs::resize_file(file, fs::file_size(file) * 6 / 10);
    const auto seen = see(file);
    CHECK(seen.size() > 20);
    CHECK(seen.size() < 95);
    for (std::size_t n = 0; n < 20; ++n) CHECK(seen[n].number == static_cast<int>(n));
}

TEST_CASE("what lacks a picture, or the track asked for, is refused by name") {
    const TemporaryFolder folder;
    const auto file = record(folder / "a.mp4");
    CHECK_THROWS_WITH(VideoReader(file, {.track = 3}), Catch::Contains("a.mp4") && Catch::Contains("track 3"));
    if (!ffmpeg(folder.path(), "-i a.mp4 -vn -c copy sound.m4a")) return;
    CHECK_THROWS_WITH(VideoReader(folder / "sound.m4a"), Catch::Contains("sound.m4a") && Catch::Contains("no picture"));
}

TEST_CASE("writing into a picture leaves its copies as they are") {
    Frame one = numbered_frame(5);
    const Frame copy = one;
    CHECK(copy.plane(0).data == one.plane(0).data);
    one.writable(0).data[0] = 7;
    CHECK(int(copy.plane(0).data[0]) == 200);
    CHECK(int(one.plane(0).data[0]) == 7);
}
