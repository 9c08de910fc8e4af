#include "puppet/performance.h"

#include <cmath>
#include <opencv2/imgproc.hpp>

#include "core/error.h"
#include "puppet/body_draw.h"
#include "puppet/develop.h"
#include "puppet/face_paint.h"
#include "puppet/head_draw.h"
#include "puppet/room_draw.h"

namespace counterclip::puppet {
namespace {

constexpr int mouth_steps = 8;                            // painted faces are kept, one for each
constexpr double blink_every = 3.7, blink_length = 0.13;  // s

double smooth(double t) {
    return t * t * (3 - 2 * t);
}

Pose pose_at(const std::vector<Pose>& poses, double t) {
    if (t <= poses.front().at) return poses.front();
    if (t >= poses.back().at) return poses.back();
    std::size_t next = 1;
    while (poses[next].at <= t) ++next;
    const Pose &a = poses[next - 1], &b = poses[next];
    const double s = smooth((t - a.at) / (b.at - a.at));
    const auto between = [&](double Pose::*part) { return a.*part + (b.*part - a.*part) * s; };
    return {t,
            between(&Pose::x),
            between(&Pose::y),
            between(&Pose::head),
            between(&Pose::yaw),
            between(&Pose::roll),
            between(&Pose::pitch),
            between(&Pose::mouth)};
}

Light light_at(const std::vector<Light>& lights, double t) {
    if (lights.empty()) return {};
    if (t <= lights.front().at) return lights.front();
    if (t >= lights.back().at) return lights.back();
    std::size_t next = 1;
    while (lights[next].at <= t) ++next;
    const Light &a = lights[next - 1], &b = lights[next];
    const double s = (t - a.at) / (b.at - a.at);
    return {t, a.all + (b.all - a.all) * s, a.people + (b.people - a.people) * s};
}

std::size_t shot_at(const std::vector<Shot>& shots, double t) {
    std::size_t shot = 0;
    while (shot + 1 < shots.size() && shots[shot + 1].from <= t) ++shot;
    return shot;
}

// 0 below the picture .. 1 before the face; it takes a third of a second to come and to go.
double raised(const Hand& hand, double t) {
    constexpr double move = 0.33;
    if (t <= hand.from || t >= hand.to) return 0;
    return smooth(std::clamp(std::min(t - hand.from, hand.to - t) / move, 0.0, 1.0));
}

bool present(const Person& person, double t) {
    return person.from <= t && t < person.to;
}

void require(bool right, const Scene& scene, const char* what) {
    if (!right) throw Error("puppet scene " + scene.name, what);
}

void check(const Scene& scene) {
    require(scene.width > 0 && scene.height > 0 && scene.width % 2 == 0 && scene.height % 2 == 0, scene,
            "sizes are even");
    require(scene.duration > 0 && scene.frame_rate.num > 0, scene, "it has no frame");
    require(!scene.shots.empty(), scene, "no camera is on");
    for (const Person& person : scene.people) require(!person.poses.empty(), scene, "a person has no pose");
}

std::vector<Time> times_of(const Scene& scene) {
    std::vector<Time> times{Time{0}};
    const Time end = from_seconds(scene.duration);
    for (std::int64_t i = 1; times.back() < end; ++i) {
        times.push_back(
            scene.frame_durations.empty()
                ? to_time(i, {scene.frame_rate.den, scene.frame_rate.num})
                : times.back() + scene.frame_durations[static_cast<std::size_t>(i - 1) % scene.frame_durations.size()]);
    }
    return times;
}

}  // namespace

struct Performance::State {
    Scene scene;
    std::vector<Time> times;  // of the frames, and the end
    std::optional<Speech> speech;
    Grain grain;
    int face_unit = 16;                                             // px a unit of the painted faces
    std::map<std::size_t, cv::Mat3b> rooms;                         // by shot
    std::map<std::tuple<std::size_t, int, bool>, cv::Mat3b> faces;  // by person, mouth, blink

    explicit State(Scene s) : scene(std::move(s)), grain(scene.noise, scene.seed) {}

    Camera camera_at(double t, std::int64_t frame) const {
        const Shot& shot = scene.shots[shot_at(scene.shots, t)];
        const double w = scene.width / 2.0, h = scene.height / 2.0;
        Camera camera{shot.zoom, w - (w + shot.x) * shot.zoom, h - (h + shot.y) * shot.zoom};
        if (scene.shake > 0) {
            const std::uint64_t bits = scrambled(scene.seed, static_cast<std::uint64_t>(frame) + 77);
            camera.dx += std::round(scene.shake * (double(bits & 0xffff) / 32768 - 1));
            camera.dy += std::round(scene.shake * (double((bits >> 16) & 0xffff) / 32768 - 1));
        }
        return camera;
    }

    HeadPose head_at(const Pose& pose, const Camera& camera) const {
        const auto p = camera(pose.x, pose.y);
        return {p.x, p.y, pose.head / 2 * camera.zoom, pose.yaw, pose.roll, pose.pitch};
    }

    // Rooms are drawn once a shot, larger than the picture where the camera shakes.
    cv::Mat3b room_at(double t, const Camera& camera) {
        const std::size_t shot = shot_at(scene.shots, t);
        const int margin = static_cast<int>(std::ceil(scene.shake));
        const double w = scene.width / 2.0, h = scene.height / 2.0;
        const Shot& s = scene.shots[shot];
        const Camera rest{s.zoom, w - (w + s.x) * s.zoom + margin, h - (h + s.y) * s.zoom + margin};
        auto& room = rooms[shot];
        if (room.empty()) {
            room.create(scene.height + 2 * margin, scene.width + 2 * margin);
            draw_room(room, s.room, rest, scene.width, scene.height);
        }
        const int dx = static_cast<int>(std::lround(rest.dx - camera.dx)),
                  dy = static_cast<int>(std::lround(rest.dy - camera.dy));
        return room(cv::Rect(dx, dy, scene.width, scene.height)).clone();
    }

    const cv::Mat3b& face_of(std::size_t person, double mouth, bool blink) {
        const int step = static_cast<int>(std::lround(std::clamp(mouth, 0.0, 1.0) * mouth_steps));
        auto& face = faces[{person, step, blink}];
        if (face.empty())
            face = painted_face(scene.people[person].look, {double(step) / mouth_steps, blink}, face_unit);
        return face;
    }

    void draw_person(cv::Mat3b& picture, std::size_t index, double t, const Camera& camera) {
        const Person& person = scene.people[index];
        const Pose pose = pose_at(person.poses, t);
        const HeadPose head = head_at(pose, camera);
        const double light = light_at(scene.lights, t).people;
        const double said = person.speaks && speech ? loudness(*speech, from_seconds(t)) : 0;
        const bool blink = std::fmod(t + 1.3 * double(index) + 1.9, blink_every) < blink_length;
        draw_body(picture, head, person.look, light);
        if (person.look.cover == Cover::scarf) draw_drape(picture, head, person.look, light);
        draw_head(picture, head, person.look, face_of(index, std::max(pose.mouth, said), blink), light);
        for (const Hand& hand : person.hands) {
            if (const double up = raised(hand, t); up > 0) draw_hand(picture, head, person.look, hand.over, up, light);
        }
    }

    cv::Mat3b picture_at(double t, std::int64_t frame) {
        const Camera camera = camera_at(t, frame);
        cv::Mat3b picture = room_at(t, camera);
        for (std::size_t i = 0; i < scene.people.size(); ++i) {
            if (present(scene.people[i], t)) draw_person(picture, i, t, camera);
        }
        return picture;
    }

    // The moments a frame sees while the shutter is open.
    std::vector<double> moments(std::int64_t frame) const {
        const auto i = static_cast<std::size_t>(frame);
        const double from = seconds(times[i]);
        if (scene.shutter <= 0) return {from};
        const double open = scene.shutter * seconds(times[i + 1] - times[i]);
        std::vector<double> out;
        constexpr int looks = 6;
        out.reserve(looks);
        for (int k = 0; k < looks; ++k) out.push_back(from + open * k / (looks - 1));
        return out;
    }

    // Share of the face's box that can be seen.
    double seen_share(const Extent& e, std::size_t index, double t, const Camera& camera) const {
        constexpr int grid = 16;
        int free = 0;
        for (int k = 0; k < grid * grid; ++k) {
            const int column = k % grid, row = k / grid;
            const double x = e.left + (e.right - e.left) * (column + 0.5) / grid;
            const double y = e.top + (e.bottom - e.top) * (row + 0.5) / grid;
            if (x < 0 || y < 0 || x >= scene.width || y >= scene.height) continue;
            free += !hidden(x, y, index, t, camera);
        }
        return double(free) / (grid * grid);
    }

    bool hidden(double x, double y, std::size_t index, double t, const Camera& camera) const {
        const Person& person = scene.people[index];
        const HeadPose own = head_at(pose_at(person.poses, t), camera);
        for (const Hand& hand : person.hands) {
            const double up = raised(hand, t);
            if (up > 0 && hand_covers(own, hand.over, up, x, y)) return true;
        }
        for (std::size_t other = index + 1; other < scene.people.size(); ++other) {
            const Person& front = scene.people[other];
            if (present(front, t) && covers(head_at(pose_at(front.poses, t), camera), x, y)) return true;
        }
        return false;
    }
};

Performance::Performance(Scene scene) {
    check(scene);
    state_ = std::make_unique<State>(std::move(scene));
    State& s = *state_;
    s.times = times_of(s.scene);
    if (s.scene.speech) s.speech = spoken(*s.scene.speech, s.times.back());
    double largest = 0, zoom = 0;
    for (const Person& person : s.scene.people) {
        for (const Pose& pose : person.poses) largest = std::max(largest, pose.head);
    }
    for (const Shot& shot : s.scene.shots) zoom = std::max(zoom, shot.zoom);
    s.face_unit = std::clamp(static_cast<int>(largest * zoom * 0.6), 16, 400);
}

Performance::~Performance() = default;
Performance::Performance(Performance&&) noexcept = default;

const Scene& Performance::scene() const noexcept {
    return state_->scene;
}
std::int64_t Performance::frames() const noexcept {
    return static_cast<std::int64_t>(state_->times.size()) - 1;
}
Time Performance::pts(std::int64_t frame) const {
    return state_->times.at(static_cast<std::size_t>(frame));
}
const std::optional<Speech>& Performance::speech() const noexcept {
    return state_->speech;
}

media::Frame Performance::draw(std::int64_t frame) {
    State& s = *state_;
    cv::Mat3b picture;
    if (const auto moments = s.moments(frame); moments.size() == 1) {
        picture = s.picture_at(moments.front(), frame);
    } else {
        cv::Mat3f sum = cv::Mat3f::zeros(s.scene.height, s.scene.width);
        for (const double t : moments) cv::accumulate(s.picture_at(t, frame), sum);
        sum.convertTo(picture, CV_8U, 1.0 / double(moments.size()));
    }
    // A lens is never quite sharp; this takes the drawn edge off outlines.
    cv::GaussianBlur(picture, picture, {}, std::max(0.5, s.scene.blur));
    const double gain = light_at(s.scene.lights, seconds(pts(frame))).all;
    media::Frame out = developed(picture, s.scene.format, gain, s.grain, frame);
    out.set_pts(pts(frame));
    return out;
}

std::vector<FaceBox> Performance::truth(std::int64_t frame) const {
    constexpr double faint = 0.12;  // of the light: hardly any face left
    constexpr double half = 0.5, trace = 0.05;
    const State& s = *state_;
    const auto moments = s.moments(frame);
    const double t = moments[moments.size() / 2];
    const Camera camera = s.camera_at(t, frame);
    const Light light = light_at(s.scene.lights, t);
    std::vector<FaceBox> faces;
    for (std::size_t i = 0; i < s.scene.people.size(); ++i) {
        const Person& person = s.scene.people[i];
        if (!present(person, t)) continue;
        const Extent e = face_extent(s.head_at(pose_at(person.poses, t), camera));
        const double share = s.seen_share(e, i, t, camera);
        if (share < trace) continue;
        faces.push_back({static_cast<int>(i), float(e.left), float(e.top), float(e.right - e.left),
                         float(e.bottom - e.top), share < half || light.all * light.people < faint});
    }
    return faces;
}

}  // namespace counterclip::puppet
