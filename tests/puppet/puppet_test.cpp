#include <array>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <memory>
#include <numeric>
#include <sstream>

#include "core/error.h"
#include "core/hash.h"
#include "core/staged_file.h"
#include "media/packets.h"
#include "media/probe.h"
#include "media/reader.h"
#include "puppet/film.h"
#include "puppet/performance.h"
#include "puppet/scenes.h"
#include "support/temporary_folder.h"

using namespace counterclip;
using puppet::Performance;

namespace {

std::string hash_of(const media::Frame& frame) {
    Sha256 hash;
    for (int i = 0; i < 3; ++i) {
        const media::ConstPlane plane = frame.plane(i);
        const int bytes = plane.width * (frame.format() == media::PixelFormat::yuv420p10 ? 2 : 1);
        for (int y = 0; y < plane.height; ++y) {
            hash.update(std::as_bytes(std::span(plane.data + y * plane.stride, static_cast<std::size_t>(bytes))));
        }
    }
    return hash.finish();
}

int sample(const media::Frame& frame, int plane, int x, int y) {
    const media::ConstPlane p = frame.plane(plane);
    return p.data[y * p.stride + x];
}

// Where two pictures of one size differ clearly: the smallest box around it, in px of the luma plane.
struct Span {
    int left = 1 << 20, top = 1 << 20, right = -1, bottom = -1;
};
Span difference(const media::Frame& a, const media::Frame& b) {
    Span span;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            if (std::abs(sample(a, 0, x, y) - sample(b, 0, x, y)) < 24) continue;
            span = {std::min(span.left, x), std::min(span.top, y), std::max(span.right, x), std::max(span.bottom, y)};
        }
    }
    return span;
}

puppet::Scene still_face(double head = 112) {
    puppet::Scene scene = puppet::scene("light-skin");
    scene.people[0].poses = {{.at = 0, .x = 160, .y = 112, .head = head}};
    scene.duration = 0.4;
    scene.noise = 0;
    return scene;
}

std::vector<std::string> lines_of(const std::filesystem::path& file) {
    std::istringstream text(read_whole(file));
    std::vector<std::string> lines;
    for (std::string line; std::getline(text, line);) lines.push_back(line);
    return lines;
}

}  // namespace

TEST_CASE("one scene is the same picture on every run, another seed is not") {
    puppet::Scene scene = puppet::scene("turn");
    const std::string first = hash_of(Performance(scene).draw(20));
    CHECK(hash_of(Performance(scene).draw(20)) == first);
    Performance other_order(scene);
    other_order.draw(30);
    CHECK(hash_of(other_order.draw(20)) == first);
    scene.seed = 2;
    CHECK(hash_of(Performance(scene).draw(20)) != first);
}

TEST_CASE("the truth box holds the skin of the face and little else") {
    const puppet::Scene scene = still_face();
    Performance performance(scene);
    const media::Frame frame = performance.draw(0);
    const auto truth = performance.truth(0);
    REQUIRE(truth.size() == 1);
    // Light skin in YCbCr: Cr well above, Cb below the middle.
    const auto is_skin = [&](int x, int y) {
        return sample(frame, 2, x / 2, y / 2) > 140 && sample(frame, 1, x / 2, y / 2) < 122;
    };
    const puppet::FaceBox box = truth[0];
    const float cx = box.x + box.w / 2, cy = box.y + box.h / 2;
    int skin = 0, points = 0;
    for (int y = 0; y < frame.height(); ++y) {
        for (int x = 0; x < frame.width(); ++x) {
            const float u = 2 * (float(x) - cx) / box.w, v = 2 * (float(y) - cy) / box.h;
            if (u * u + v * v > 0.8F) continue;
            ++points;
            skin += is_skin(x, y);
        }
    }
    CHECK(skin > points * 7 / 10);  // the rest is eyes, brows, hair
    CHECK_FALSE(is_skin(int(cx), int(box.y - 0.15F * box.h)));
    CHECK_FALSE(is_skin(int(box.x - 0.25F * box.w), int(cy)));
    CHECK_FALSE(is_skin(int(box.x + 1.25F * box.w), int(cy)));
    CHECK(box.h / box.w > 0.9F);
    CHECK(box.h / box.w < 1.4F);
}

TEST_CASE("the truth box follows a turned head to its nose, and a tilted one") {
    puppet::Scene scene = still_face();
    const auto box_for = [&](double yaw, double roll) {
        scene.people[0].poses[0].yaw = yaw;
        scene.people[0].poses[0].roll = roll;
        return Performance(scene).truth(0).at(0);
    };
    const auto centre = [](puppet::FaceBox b) { return b.x + b.w / 2; };
    const auto front = box_for(0, 0);
    CHECK(centre(front) == Approx(160).margin(1));
    CHECK(centre(box_for(1.2, 0)) > 170);
    CHECK(centre(box_for(-1.2, 0)) < 150);
    CHECK(box_for(1.5, 0).w < front.w);
    CHECK(box_for(0, 0.7).w > front.w);
}

TEST_CASE("a mouth that opens changes the picture inside the face alone") {
    puppet::Scene scene = still_face();
    const media::Frame closed = Performance(scene).draw(0);
    scene.people[0].poses[0].mouth = 1;
    Performance open(scene);
    const Span span = difference(closed, open.draw(0));
    const puppet::FaceBox box = open.truth(0).at(0);
    REQUIRE(span.right >= 0);
    CHECK(float(span.left) > box.x);
    CHECK(float(span.right) < box.x + box.w);
    CHECK(float(span.top) > box.y + box.h / 2);
    CHECK(float(span.bottom) < box.y + box.h);
}

TEST_CASE("a face that is hidden, half outside or in the dark is marked as one to ignore") {
    SECTION("behind both hands") {
        const Performance performance(puppet::scene("hands-face"));
        CHECK_FALSE(performance.truth(5).at(0).ignore);
        for (const auto& face : performance.truth(35)) CHECK(face.ignore);
    }
    SECTION("a hand over the mouth leaves more than half") {
        const Performance performance(puppet::scene("hand-mouth"));
        CHECK_FALSE(performance.truth(25).at(0).ignore);
    }
    SECTION("more than half outside the picture") {
        puppet::Scene scene = still_face();
        scene.people[0].poses[0].x = -12;
        CHECK(Performance(scene).truth(0).at(0).ignore);
        scene.people[0].poses[0].x = 12;
        const auto face = Performance(scene).truth(0).at(0);
        CHECK_FALSE(face.ignore);
        CHECK(face.x < 0);  // not clipped
    }
    SECTION("faded to black") {
        const Performance performance(puppet::scene("fade"));
        CHECK(performance.truth(0).at(0).ignore);
        CHECK_FALSE(performance.truth(35).at(0).ignore);
    }
    SECTION("behind another person") {
        const Performance performance(puppet::scene("walk-behind"));
        bool covered = false;
        for (std::int64_t i = 0; i < performance.frames(); ++i) {
            for (const auto& face : performance.truth(i)) covered |= face.person == 0 && face.ignore;
        }
        CHECK(covered);
    }
    SECTION("not in the picture at all") {
        CHECK(Performance(puppet::scene("enter-leave")).truth(0).empty());
        CHECK(Performance(puppet::scene("empty")).truth(0).empty());
    }
}

TEST_CASE("frames follow the scene's times, even or not") {
    const Performance even(puppet::scene("nod"));
    CHECK(even.frames() == 50);
    CHECK(even.pts(1) == std::chrono::milliseconds(40));
    CHECK(even.pts(even.frames()) == std::chrono::seconds(2));
    const Performance uneven(puppet::scene("variable-rate"));
    CHECK(uneven.pts(2) - uneven.pts(1) == std::chrono::milliseconds(34));
    CHECK(uneven.pts(6) - uneven.pts(5) == std::chrono::milliseconds(120));
}

TEST_CASE("every scene of the suite plays and shows somebody") {
    CHECK(puppet::scenes().size() >= 25);
    for (const puppet::Scene& scene : puppet::scenes()) {
        INFO(scene.name);
        if (scene.height > 320) continue;
        Performance performance(scene);
        CHECK(performance.draw(performance.frames() / 2));
        std::int64_t faces = 0;
        for (std::int64_t i = 0; i < performance.frames(); ++i) faces += std::ssize(performance.truth(i));
        CHECK((faces > 0) == (scene.name != "empty"));
    }
    CHECK_THROWS_WITH(puppet::scene("nobody"), Catch::Contains("'nobody'") && Catch::Contains("walk-behind"));
}

TEST_CASE("a scene in another size is the same scene") {
    const puppet::Scene small = puppet::scene("four"), large = puppet::resized(small, 1280, 720);
    const auto a = Performance(small).truth(10), b = Performance(large).truth(10);
    REQUIRE(a.size() == 4);
    REQUIRE(b.size() == 4);
    for (std::size_t i = 0; i < 4; ++i) CHECK(b[i].h == Approx(a[i].h * 3).epsilon(0.01));
    CHECK(b[0].x + b[0].w / 2 - 640 == Approx((a[0].x + a[0].w / 2 - 160) * 3).margin(0.5));
}

TEST_CASE("the film has every frame, sound as long as the picture, and its truth beside it") {
    test::TemporaryFolder folder;
    puppet::Scene scene = puppet::scene("talk");
    scene.source_metadata = false;
    puppet::write_film(scene, folder / "talk.mp4", folder / "talk.csv");

    const media::Carried carried = media::carried_in(folder / "talk.mp4");
    REQUIRE(carried.streams.size() == 2);
    CHECK(carried.streams[0].packets == 50);
    CHECK(media::probe(folder / "talk.mp4").video.at(0).duration == std::chrono::seconds(2));
    media::AudioReader sound(folder / "talk.mp4");
    std::int64_t samples = 0;
    float loudest = 0;
    for (media::AudioBlock block; sound.next(block);) {
        samples += block.frames();
        for (const float s : block.samples) loudest = std::max(loudest, std::abs(s));
    }
    CHECK(seconds(to_time(samples, {1, sound.sample_rate()})) == Approx(2.0).margin(0.04));
    CHECK(loudest > 0.1F);

    const auto table = lines_of(folder / "talk.csv");
    REQUIRE(table.size() == 51);
    CHECK(table[0] == "frame,person,x,y,w,h,track,ignore");
    CHECK(table[1].substr(0, 4) == "0,0,");
    CHECK(table[50].substr(0, 5) == "49,0,");
}

TEST_CASE("the picture read back from the film is the one drawn") {
    test::TemporaryFolder folder;
    for (const char* name : {"turn", "rotated", "ten-bit", "interlaced"}) {
        puppet::Scene scene = puppet::scene(name);
        if (scene.coding.rotation != 0 || scene.coding.interlaced) {
            if (!puppet::has_ffmpeg()) {
                WARN("skipped " << name << ": the ffmpeg program is not installed");
                continue;
            }
        }
        INFO(name);
        scene.duration = 0.4;
        puppet::write_film(scene, folder / "film.mp4");
        Performance performance(scene);
        media::VideoReader reader(folder / "film.mp4");
        const int shift = scene.format == media::PixelFormat::yuv420p10 ? 2 : 0;
        std::int64_t frames = 0;
        for (media::Frame frame; reader.next(frame); ++frames) {
            const media::Frame drawn = performance.draw(frames);
            REQUIRE(frame.width() == scene.width);
            REQUIRE(frame.height() == scene.height);
            CHECK(frame.format() == scene.format);
            std::int64_t off = 0;
            const media::ConstPlane a = frame.plane(0), b = drawn.plane(0);
            for (int y = 0; y < a.height; ++y) {
                for (int x = 0; x < a.width; ++x) {
                    const auto value = [&](const media::ConstPlane& p) {
                        const std::uint8_t* row = p.data + y * p.stride;
                        return shift ? reinterpret_cast<const std::uint16_t*>(row)[x] >> shift : row[x];
                    };
                    off += std::abs(value(a) - value(b));
                }
            }
            CHECK(double(off) / (scene.width * scene.height) < 2.5);
        }
        CHECK(frames == 10);
    }
}

TEST_CASE("a source's rotation, interlacing and sample aspect are in the file") {
    if (!puppet::has_ffmpeg()) {
        WARN("skipped: the ffmpeg program is not installed");
        return;
    }
    test::TemporaryFolder folder;
    const auto track_of = [&](const char* name) {
        puppet::Scene scene = puppet::scene(name);
        scene.duration = 0.4;
        puppet::write_film(scene, folder / "film.mp4", folder / "film.csv");
        return media::probe(folder / "film.mp4").video.at(0);
    };
    CHECK(track_of("rotated").rotation == 90);
    CHECK(track_of("interlaced").interlaced);
    CHECK(lines_of(folder / "film.csv").size() == 11);  // truth is by frame, not by field
    CHECK(track_of("variable-rate").variable_frame_rate);
    CHECK(track_of("ten-bit").bit_depth == 10);
    const media::VideoTrack wide = track_of("anamorphic");
    CHECK(wide.sample_aspect == Rational{4, 3});
    CHECK(wide.width == 240);
}

TEST_CASE("a source's metadata is in the file: place, device, date, chapter, timecode") {
    if (!puppet::has_ffmpeg()) {
        WARN("skipped: the ffmpeg program is not installed");
        return;
    }
    test::TemporaryFolder folder;
    puppet::Scene scene = puppet::scene("talk");
    scene.duration = 1.2;
    puppet::write_film(scene, folder / "source.mp4");
    const media::Carried carried = media::carried_in(folder / "source.mp4");
    CHECK(carried.tags.at("location").starts_with("+33.31"));
    CHECK(carried.tags.at("make") == "Puppet");
    CHECK(carried.tags.at("com.apple.quicktime.location.ISO6709").starts_with("+33.31"));
    CHECK(carried.tags.at("comment") == "Cell block 4, second floor");
    CHECK(carried.tags.count("creation_time") == 1);
    CHECK(carried.chapters == 1);
    CHECK(std::any_of(carried.streams.begin(), carried.streams.end(), [](const auto& s) { return s.kind == "data"; }));
    CHECK(std::any_of(carried.streams.begin(), carried.streams.end(),
                      [](const auto& s) { return s.tags.count("timecode") == 1; }));
    for (const auto& entry : std::filesystem::directory_iterator(folder.path()))
        CHECK(entry.path().filename() == "source.mp4");
}

TEST_CASE("what a puppet says is known sentence by sentence, in every language") {
    const auto& scene = puppet::scene("interview");
    const auto spoken = puppet::sentences(*scene.speech);
    CHECK(spoken.at(3) == "My brother said, Salim, do not open the door.");
    for (const auto& [language, text] : scene.translations) CHECK(puppet::sentences(text).size() == spoken.size());

    const auto speech = puppet::spoken("One. Two!", std::chrono::seconds(4));
    REQUIRE(speech.said.size() >= 2);
    CHECK(speech.said[0].sentence == 0);
    CHECK(speech.said[1].sentence == 1);
    CHECK(speech.said[0].range.out < speech.said[1].range.in);
    CHECK(speech.said.back().range.out <= std::chrono::seconds(4));
}

TEST_CASE("the mouth opens with the sound") {
    const puppet::Speech speech = puppet::spoken("Good morning, good morning, good morning.", std::chrono::seconds(4));
    CHECK(std::ssize(speech.samples) == std::int64_t{4} * speech.sample_rate);
    CHECK(puppet::loudness(speech, Time{0}) < 0.05);
    double loudest = 0;
    for (int i = 0; i < 100; ++i)
        loudest = std::max(loudest, puppet::loudness(speech, std::chrono::milliseconds(40) * i));
    CHECK(loudest > 0.4);
    CHECK(loudest <= 1);
}

TEST_CASE("a scene that makes no sense is an error that names it") {
    puppet::Scene scene = still_face();
    scene.width = 321;
    CHECK_THROWS_WITH(Performance(scene), Catch::Contains("light-skin"));
    scene = still_face();
    scene.people[0].poses.clear();
    CHECK_THROWS_AS(Performance(scene), Error);
}
