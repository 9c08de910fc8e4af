#include "faces/carry.h"

#include <cmath>
#include <numbers>

#include "core/error.h"
#include "faces/carrier.h"
#include "faces/shots.h"
#include "media/reader.h"
#include "media/scale.h"

namespace counterclip::faces {

namespace {

constexpr float longest_side = 1920;               // px of a picture kept
constexpr Time stretch = std::chrono::seconds(1);  // decoded at once on the way back: bounds memory
constexpr float same_shot = 0.75F;                 // likeness of neighbours; on doubt a new shot: stop, not guess
constexpr float clearly_inside = 0.9F;             // of the box's area
constexpr float key_tolerance = 0.5F;              // px
constexpr float turn_tolerance = 0.02F;            // rad
constexpr std::size_t longest_stride = 250;        // keys; keeps thinning linear
constexpr float pi = std::numbers::pi_v<float>;

RegionKey scaled(RegionKey key, float factor) {
    return {key.pts, key.x * factor, key.y * factor, key.w * factor, key.h * factor, key.angle};
}

RegionKey with_margin(const RegionKey& key, float margin) {
    const Box b = scaled_about_centre({key.x, key.y, key.w, key.h}, 1 + 2 * margin);
    return {key.pts, b.x, b.y, b.w, b.h, key.angle};
}

// The recording's pictures of a range, no larger than it takes.
class Pictures {
  public:
    Pictures(std::filesystem::path file, int track) : file_(std::move(file)), track_(track) {}

    // Calls `take` for each picture of `range` in order until it returns false.
    template <class Take>
    void each(Range range, const Take& take) {
        media::VideoReader::Options options;
        options.range = range;
        options.track = track_;
        media::VideoReader reader(file_, options);
        media::Frame frame;
        while (reader.next(frame)) {
            const auto longer = static_cast<float>(std::max(frame.width(), frame.height()));
            shrink_ = std::max(1.F, longer / longest_side);
            Picture picture;
            picture.pts = frame.pts();
            picture.frame = shrink_ > 1 ? media::resized(frame, shrunk(frame.width()), shrunk(frame.height())) : frame;
            picture.thumb = thumb_of(picture.frame);
            if (!take(std::move(picture))) return;
        }
    }
    float shrink() const noexcept { return shrink_; }  // source px over picture px

  private:
    int shrunk(int side) const { return static_cast<int>(std::lround(static_cast<float>(side) / shrink_)); }

    std::filesystem::path file_;
    int track_;
    float shrink_ = 1;
};

bool reaches_over_edge(const RegionKey& key, const Picture& picture) {
    const Box whole{0, 0, static_cast<float>(picture.frame.width()), static_cast<float>(picture.frame.height())};
    const Box box{key.x, key.y, key.w, key.h};
    return area(intersection(box, whole)) < clearly_inside * area(box);
}

// The way from the drawn picture in one direction of time.
class Way {
  public:
    Way(Picture drawn, const RegionKey& place) : carrier_(drawn, place), last_(std::move(drawn)), keys_{place} {
        keys_.front().pts = last_.pts;
    }

    // Takes the next picture on the way; false where the way ends.
    bool take(Picture next) {
        ended_at_ = next.pts;
        if (likeness(last_.thumb, next.thumb) < same_shot) {
            end_ = CarryEnd::shot_change;
            return false;
        }
        const auto place = carrier_.carried(last_, keys_.back(), next);
        if (!place) {
            end_ = reaches_over_edge(keys_.back(), last_) ? CarryEnd::left_picture : CarryEnd::lost;
            return false;
        }
        keys_.push_back(*place);
        last_ = std::move(next);
        return true;
    }

    bool can_tell() const { return carrier_.can_tell(); }
    CarryEnd end() const noexcept { return end_; }
    Time ended_at() const noexcept { return ended_at_; }  // the picture that could not be taken
    const std::vector<RegionKey>& keys() const noexcept { return keys_; }

  private:
    Carrier carrier_;
    Picture last_;
    std::vector<RegionKey> keys_;
    CarryEnd end_ = CarryEnd::range;
    Time ended_at_{};
};

Picture picture_at(Pictures& pictures, Time pts, Time until, const std::string& doing) {
    Picture found;
    pictures.each({pts, until}, [&](Picture picture) {
        found = std::move(picture);
        return false;
    });
    if (!found.frame) throw Error(doing, "the recording has no picture at " + format_time(pts), ErrorKind::usage);
    return found;
}

void go_back(Pictures& pictures, Way& way, Time from, Time until, const std::string& doing, Progress& progress,
             Time done) {
    for (Time end = from; end > until;) {
        const Time start = std::max(until, end - stretch);
        std::vector<Picture> ahead;
        pictures.each({start, end}, [&](Picture picture) {
            progress.stop_if_cancelled(doing);
            ahead.push_back(std::move(picture));
            return true;
        });
        for (auto picture = ahead.rbegin(); picture != ahead.rend(); ++picture) {
            if (!way.take(std::move(*picture))) return;
        }
        end = start;
        progress.advance((done + from - end).count());
    }
}

bool is_held(CarryEnd end) {
    return end == CarryEnd::lost || end == CarryEnd::left_picture;
}

bool is_on_line(const RegionKey& a, const RegionKey& b, const RegionKey& key, float tolerance) {
    const float t = static_cast<float>(seconds(key.pts - a.pts) / seconds(b.pts - a.pts));
    const Box line = between({a.x, a.y, a.w, a.h}, {b.x, b.y, b.w, b.h}, t);
    const float angle = a.angle + std::remainder(b.angle - a.angle, 2 * pi) * t;
    return std::abs(line.x - key.x) <= tolerance && std::abs(line.y - key.y) <= tolerance &&
           std::abs(line.x + line.w - key.x - key.w) <= tolerance &&
           std::abs(line.y + line.h - key.y - key.h) <= tolerance &&
           std::abs(std::remainder(angle - key.angle, 2 * pi)) <= turn_tolerance;
}

// Both ways made one, in order of time, in px of the source, thinned, with what is held at the ends.
Carried joined(const Way& back, const Way& on, float shrink, Range within, const CarryOptions& options) {
    std::vector<RegionKey> keys(back.keys().rbegin(), back.keys().rend());
    keys.insert(keys.end(), on.keys().begin() + 1, on.keys().end());
    for (RegionKey& key : keys) key = with_margin(scaled(key, shrink), options.margin);
    Carried carried;
    carried.before = back.end();
    carried.after = on.end();
    carried.keys = thinned(keys, key_tolerance);
    if (is_held(carried.before) && within.in < carried.keys.front().pts) {
        RegionKey held = carried.keys.front();
        held.pts = std::max(within.in, held.pts - options.hold);
        carried.keys.insert(carried.keys.begin(), held);
    }
    switch (carried.after) {
        case CarryEnd::range:
            carried.out = within.out;
            break;
        case CarryEnd::shot_change:
            carried.out = on.ended_at();
            break;
        case CarryEnd::lost:
        case CarryEnd::left_picture:
            carried.out = std::min(within.out, on.ended_at() + options.hold);
            break;
    }
    return carried;
}

}  // namespace

std::string to_string(CarryEnd end) {
    switch (end) {
        case CarryEnd::range:
            return "end of the range";
        case CarryEnd::lost:
            return "lost";
        case CarryEnd::shot_change:
            return "shot change";
        case CarryEnd::left_picture:
            return "left the picture";
    }
    return "lost";
}

std::vector<RegionKey> thinned(const std::vector<RegionKey>& keys, float tolerance) {
    if (keys.size() < 3) return keys;
    std::vector<RegionKey> kept{keys.front()};
    for (std::size_t from = 0; from + 1 < keys.size();) {
        std::size_t to = from + 1;
        while (to + 1 < keys.size() && to - from < longest_stride) {
            const auto fits = [&](const RegionKey& key) {
                return is_on_line(keys[from], keys[to + 1], key, tolerance);
            };
            const auto first = keys.begin() + static_cast<std::ptrdiff_t>(from) + 1;
            if (!std::all_of(first, keys.begin() + static_cast<std::ptrdiff_t>(to) + 1, fits)) break;
            ++to;
        }
        kept.push_back(keys[to]);
        from = to;
    }
    return kept;
}

Carried carry(const std::filesystem::path& file, const RegionKey& drawn, Range within, const CarryOptions& options,
              Progress& progress) {
    const std::string doing = "follow the box at " + format_time(drawn.pts) + " in " + file.filename().string();
    if (!contains(within, drawn.pts)) throw Error(doing, "the range does not hold that time", ErrorKind::usage);
    if (drawn.w <= 0 || drawn.h <= 0) throw Error(doing, "width and height must be above 0", ErrorKind::usage);
    Pictures pictures(file, options.video_track);
    const Picture first = picture_at(pictures, drawn.pts, within.out, doing);
    const RegionKey place = scaled(drawn, 1 / pictures.shrink());
    const Box whole{0, 0, static_cast<float>(first.frame.width()), static_cast<float>(first.frame.height())};
    const Box box{place.x, place.y, place.w, place.h};
    if (area(intersection(box, whole)) < area(box) / 2) {
        throw Error(doing, "most of the box lies outside the picture", ErrorKind::usage);
    }
    Way on(first, place);
    if (!on.can_tell()) {
        throw Error(doing, "it shows nothing to follow; mark it with a region that stays in place", ErrorKind::usage);
    }
    Way back = on;
    progress.begin("follow", duration(within).count());
    pictures.each({first.pts + Time{1}, within.out}, [&](Picture picture) {
        progress.stop_if_cancelled(doing);
        progress.advance((picture.pts - first.pts).count());
        return on.take(std::move(picture));
    });
    go_back(pictures, back, drawn.pts, within.in, doing, progress, within.out - first.pts);
    progress.end();
    return joined(back, on, pictures.shrink(), within, options);
}

}  // namespace counterclip::faces
