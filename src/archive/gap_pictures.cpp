#include "archive/gap_pictures.h"

#include <cmath>
#include <set>

#include <fmt/format.h>

#include "core/error.h"
#include "core/staged_file.h"
#include "media/image_file.h"
#include "media/reader.h"
#include "media/scale.h"

namespace fs = std::filesystem;

namespace counterclip::archive {

namespace {

constexpr const char* folder = "derived/gaps";
constexpr float longer_side = 480;

Time middle(Range range) {
    return range.in + duration(range) / 2;
}

// The first picture from the gap's middle on, or else the first of the gap.
media::Frame picture_of(const fs::path& file, const faces::Gap& gap) {
    media::Frame frame;
    for (const Time from : {middle(gap.range), gap.range.in}) {
        media::VideoReader::Options options;
        options.range = {from, std::max(gap.range.out, from + Time{1})};
        media::VideoReader reader(file, options);
        if (reader.next(frame)) return frame;
    }
    throw Error("make the picture of gap " + std::to_string(gap.id), "no picture can be decoded there");
}

struct Canvas {
    media::Image& image;

    void put(int x, int y, std::array<std::uint8_t, 3> bgr) {
        if (x < 0 || y < 0 || x >= image.width || y >= image.height) return;
        const auto at =
            (static_cast<std::size_t>(y) * static_cast<std::size_t>(image.width) + static_cast<std::size_t>(x)) * 3;
        std::copy(bgr.begin(), bgr.end(), image.pixels.begin() + static_cast<std::ptrdiff_t>(at));
    }
    void rectangle(int left, int top, int right, int bottom, std::array<std::uint8_t, 3> bgr) {
        for (int x = left; x <= right; ++x) put(x, top, bgr), put(x, bottom, bgr);
        for (int y = top; y <= bottom; ++y) put(left, y, bgr), put(right, y, bgr);
    }
};

// Yellow on black: seen on any picture.
void draw(media::Image& image, const faces::Box& box, float sx, float sy) {
    if (faces::area(box) <= 0) return;
    const auto px = [](float v) { return static_cast<int>(std::clamp(std::lround(v), -10'000L, 10'000L)); };
    const int left = px(box.x * sx), top = px(box.y * sy);
    const int right = px((box.x + box.w) * sx), bottom = px((box.y + box.h) * sy);
    Canvas canvas{image};
    for (const int d : {-1, 2}) canvas.rectangle(left - d, top - d, right + d, bottom + d, {0, 0, 0});
    for (const int d : {0, 1}) canvas.rectangle(left - d, top - d, right + d, bottom + d, {0, 230, 255});
}

media::Image drawn(const media::Frame& frame, const media::VideoTrack& track, const faces::Box& where) {
    // Shown as it is displayed: pixels need not be square.
    const float aspect = track.sample_aspect.num > 0 && track.sample_aspect.den > 0
                             ? static_cast<float>(track.sample_aspect.num) / static_cast<float>(track.sample_aspect.den)
                             : 1;
    const float width = static_cast<float>(frame.width()) * aspect;
    const auto height = static_cast<float>(frame.height());
    const float scale = std::min(1.F, longer_side / std::max(width, height));
    const int w = std::max(2, static_cast<int>(std::lround(width * scale)));
    const int h = std::max(2, static_cast<int>(std::lround(height * scale)));
    media::Scaler scaler(w, h);
    media::Image image = scaler.to_bgr(frame);
    draw(image, where, static_cast<float>(w) / static_cast<float>(frame.width()),
         static_cast<float>(h) / static_cast<float>(frame.height()));
    return image;
}

void remove_others(const fs::path& place, std::int64_t recording, const std::set<std::string>& wanted) {
    const auto mine = fmt::format("{}-", recording);
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(place, ignored)) {
        const auto name = entry.path().filename().string();
        if (name.starts_with(mine) && name.ends_with(".png") && !wanted.contains(name))
            fs::remove(entry.path(), ignored);
    }
}

}  // namespace

std::string gap_picture(std::int64_t recording, const faces::Gap& gap) {
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(middle(gap.range)).count();
    return fmt::format("{}/{}-{}-{}.png", folder, recording, gap.id, ms);
}

GapPictures refresh_gap_pictures(const Archive& archive, const Recording& recording, Progress& progress) {
    GapPictures done;
    try {
        const auto analysis = archive.analysis(recording.id, Range{});  // gaps, no tracks
        const std::vector<faces::Gap> gaps = analysis ? analysis->gaps : std::vector<faces::Gap>{};
        const auto place = archive.path(folder);
        make_private_folder(place);
        sweep_staging(place);
        std::set<std::string> wanted;
        for (const auto& gap : gaps) wanted.insert(fs::path(gap_picture(recording.id, gap)).filename().string());
        remove_others(place, recording.id, wanted);
        const auto file = archive.path(recording.file);
        std::optional<media::VideoTrack> track;
        progress.begin("gaps", static_cast<std::int64_t>(gaps.size()));
        std::int64_t seen = 0;
        for (const auto& gap : gaps) {
            progress.stop_if_cancelled("make pictures of gaps");
            progress.advance(++seen);
            const auto picture = archive.path(gap_picture(recording.id, gap));
            if (!gap.resolved_by.empty() || fs::exists(picture)) continue;
            try {
                if (!track) track = media::VideoReader(file).track();
                const auto image = drawn(picture_of(file, gap), *track, gap.where);
                Staged staged(picture);
                staged.write({}, 0600);
                media::write_image(staged.path(), image);
                archive.publish_derived({.recordings = {recording.id}}, [&] { staged.commit(Existing::replace); });
                ++done.made;
            } catch (const std::exception& error) {
                done.failures.push_back(fmt::format("gap {} has no picture: {}", gap.id, error.what()));
            }
        }
        progress.end();
    } catch (const Error& error) {
        if (error.kind() == ErrorKind::cancelled) throw;
        done.failures.emplace_back(error.what());
    } catch (const std::exception& error) {
        done.failures.emplace_back(error.what());
    }
    return done;
}

}  // namespace counterclip::archive
