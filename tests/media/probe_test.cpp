#include "media/probe.h"

#include <sys/stat.h>

#include <fstream>

#include "core/error.h"
#include "core/staged_file.h"
#include "media/packets.h"
#include "numbered_media.h"
#include "support/temporary_folder.h"

namespace fs = std::filesystem;
using namespace counterclip;
using namespace counterclip::media;
using namespace counterclip::test;
using namespace std::chrono_literals;

TEST_CASE("probe tells tracks, times and forms") {
    const TemporaryFolder folder;
    const auto info = probe(record(folder / "a.mp4", {.sample_aspect = {4, 3}}));
    REQUIRE(info.video.size() == 1);
    REQUIRE(info.audio.size() == 1);
    CHECK(info.video[0].codec == "h264");
    CHECK(info.video[0].frame_rate == Rational{25, 1});
    CHECK(info.video[0].time_base == Rational{1, 12800});
    CHECK(info.video[0].sample_aspect == Rational{4, 3});
    CHECK(info.video[0].frames == 50);
    CHECK(info.video[0].duration == Time(2s));
    CHECK(info.audio[0].layout == "stereo");
    CHECK(info.audio[0].sample_rate == 48000);
    CHECK(info.duration >= 2s);
    CHECK(info.duration < 2050ms);
}

TEST_CASE("a length that no header tells is measured") {
    const TemporaryFolder folder;
    record(folder / "a.mp4", {.sound = false});
    if (!ffmpeg(folder.path(), "-i a.mp4 -c copy -f matroska -live 1 live.mkv")) return;
    ffmpeg(folder.path(), "-i a.mp4 -c:v libx264 a.h264");
    CHECK(probe(folder / "live.mkv").duration == 2s);
    CHECK(probe(folder / "a.h264").duration == 2s);
}

TEST_CASE("covers, subtitles, chapters and tags are told apart from tracks") {
    const TemporaryFolder folder;
    record(folder / "a.mp4", {.frames = 25});
    write_whole(folder / "a.srt", "1\n00:00:00,000 --> 00:00:00,900\nhello\n");
    write_whole(folder / "meta.txt",
                ";FFMETADATA1\ntitle=secret\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=500\ntitle=one\n");
    if (!ffmpeg(folder.path(), "-i a.mp4 -frames:v 1 cover.png")) return;
    ffmpeg(folder.path(),
           "-i a.mp4 -i cover.png -i meta.txt -map 0 -map 1 -map_metadata 2 -c copy -disposition:v:1 attached_pic "
           "-metadata:s:a:0 language=fra cover.mp4");
    ffmpeg(folder.path(), "-i a.mp4 -i a.srt -map 0 -map 1 -c copy -c:s srt sub.mkv");
    const auto info = probe(folder / "cover.mp4");
    CHECK(info.video.size() == 1);
    CHECK(info.audio.at(0).language == "fra");
    CHECK(info.chapters == 1);
    CHECK(info.tags.at("title") == "secret");
    CHECK(info.tags.at("stream:1:language") == "fra");
    CHECK(std::any_of(info.other.begin(), info.other.end(), [](const auto& o) { return o.kind == "cover"; }));
    CHECK(probe(folder / "sub.mkv").other.at(0).kind == "subtitle");
}

TEST_CASE("bad input is one clear line that names the file") {
    const TemporaryFolder folder;
    write_whole(folder / "empty.mp4", "");
    write_whole(folder / "text.mp4", "This is a letter and not a recording.\n");
    write_whole(folder / "list.mp4", "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\nhttp://127.0.0.1:9/a.ts\n");
    write_whole(folder / "concat.mp4", "ffconcat version 1.0\nfile a.mp4\n");
    write_whole(folder / "letter.txt", "Dear reader,\n");
    write_whole(folder / "words.srt", "1\n00:00:00,000 --> 00:00:00,900\nhello\n");
    const auto whole = read_whole(record(folder / "a.mp4"));
    write_whole(folder / "stub.mp4", whole.substr(0, 600));
    struct Case {
        const char* file;
        const char* reason;
    };
    for (const auto& [name, reason] : std::vector<Case>{{"missing.mp4", "no such file"},
                                                        {"", "folder"},
                                                        {"empty.mp4", "empty"},
                                                        {"text.mp4", "not a media file"},
                                                        {"list.mp4", "a list"},
                                                        {"concat.mp4", "a list"},
                                                        {"letter.txt", "media file"},
                                                        {"words.srt", "neither picture nor sound"},
                                                        {"stub.mp4", "cut short"}}) {
        const auto file = folder / name;
        INFO(name);
        CHECK_THROWS_WITH(probe(file), Catch::StartsWith("read " + file.string() + ": ") && Catch::Contains(reason) &&
                                           !Catch::Contains("\n"));
    }
}

TEST_CASE("a file without a single packet has no length") {
    const TemporaryFolder folder;
    if (!ffmpeg(folder.path(), "-f lavfi -i anullsrc -t 0 none.wav")) return;
    CHECK_THROWS_WITH(probe(folder / "none.wav"), Catch::Contains("none.wav") && Catch::Contains("no length"));
}

TEST_CASE("what hides in a file cut without encoding is found") {
    const TemporaryFolder folder;
    record(folder / "a.mp4", {.frames = 100});
    CHECK_FALSE(carried_in(folder / "a.mp4").streams.at(0).discards);
    if (!ffmpeg(folder.path(), "-ss 1.5 -i a.mp4 -t 1 -c copy cut.mp4")) return;
    const auto cut = carried_in(folder / "cut.mp4");
    REQUIRE(cut.streams.size() == 2);
    CHECK(cut.streams[0].discards);
    CHECK(cut.streams[1].discards);
}

TEST_CASE("timecode, place and chapters that travel along are found") {
    const TemporaryFolder folder;
    record(folder / "a.mp4", {.frames = 25});
    write_whole(folder / "meta.txt", ";FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=500\ntitle=one\n");
    if (!ffmpeg(folder.path(),
                "-i a.mp4 -i meta.txt -map 0 -map_metadata 1 -c copy -timecode 00:01:00:00 -metadata "
                "location=+48.1+011.5/ b.mov"))
        return;
    const auto carried = carried_in(folder / "b.mov");
    CHECK(std::any_of(carried.streams.begin(), carried.streams.end(), [](const auto& s) { return s.kind == "data"; }));
    CHECK(carried.chapters == 1);
    CHECK(carried.tags.count("location") == 1);
}

TEST_CASE("a pipe or a device is refused at once, before anybody waits for it") {
    const TemporaryFolder folder;
    REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
    CHECK_THROWS_WITH(media::probe(folder / "pipe"), Catch::Contains("pipe or a device"));
    CHECK_THROWS_WITH(media::probe("/dev/zero"), Catch::Contains("pipe or a device"));
}
