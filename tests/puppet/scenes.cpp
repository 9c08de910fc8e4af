#include "puppet/scenes.h"

#include "puppet/story.h"

#include <cmath>
#include <numbers>

#include "core/error.h"

namespace counterclip::puppet {
namespace {

constexpr double quarter = std::numbers::pi / 2;
constexpr const char* few_words =
    "I was nineteen years old when they came to our village. Nobody told us where we would be taken.";

Person sitting(const Look& look, double x, double y, double head) {
    Person person;
    person.look = look;
    person.poses = {{.x = x, .y = y, .head = head}};
    return person;
}

// One person in the middle of a small picture who goes through `poses` (place and size are filled in where not given).
Scene single(const char* name, const char* about, const Look& look, std::vector<Pose> poses = {{}}) {
    Scene s;
    s.name = name;
    s.about = about;
    Person person;
    person.look = look;
    for (Pose& pose : poses) {
        if (pose.head == 0) pose.head = 112;
        if (pose.x == 0) pose.x = 160;
        if (pose.y == 0) pose.y = 112;
    }
    person.poses = std::move(poses);
    s.people = {person};
    return s;
}

Scene interview() {
    Scene s;
    s.name = "interview";
    s.about = "The demo's recording: a speaker who moves and turns, a translator who comes in and sits down";
    s.width = 1280;
    s.height = 720;
    s.duration = 44;
    s.shots = {{.room = {.wall = {182, 174, 158}}}};
    s.source_metadata = true;
    s.speech = village_story;
    s.translations = {{"ar", village_story_ar}, {"ru", village_story_ru}};
    s.lights = {{.at = 0}, {.at = 24}, {.at = 27, .all = 0.86}, {.at = 33, .all = 0.86}, {.at = 36}};  // a cloud

    Person speaker = sitting(olive_skin(), 560, 322, 262);
    speaker.speaks = true;
    speaker.poses = {{.at = 0, .x = 560, .y = 322, .head = 262, .yaw = 0.15},
                     {.at = 3, .x = 566, .y = 320, .head = 262, .yaw = 0.05, .roll = 0.05},
                     {.at = 6, .x = 548, .y = 326, .head = 264, .yaw = 0.45, .roll = -0.06},
                     {.at = 8, .x = 560, .y = 320, .head = 264, .yaw = 0.10, .pitch = -0.08},
                     {.at = 11, .x = 572, .y = 334, .head = 270, .yaw = -0.40, .roll = 0.08, .pitch = 0.20},
                     {.at = 13, .x = 560, .y = 322, .head = 266, .yaw = 0.10},
                     {.at = 17, .x = 545, .y = 318, .head = 262, .yaw = 0.20, .roll = -0.04},
                     {.at = 19, .x = 552, .y = 320, .head = 262, .yaw = 0.95},  // who is at the door?
                     {.at = 22, .x = 552, .y = 320, .head = 262, .yaw = 0.90},
                     {.at = 24, .x = 560, .y = 322, .head = 264, .yaw = 0.10},
                     {.at = 27, .x = 575, .y = 330, .head = 270, .yaw = -0.15, .roll = 0.07, .pitch = 0.12},
                     {.at = 30, .x = 556, .y = 320, .head = 264, .yaw = 0.55},
                     {.at = 33, .x = 560, .y = 324, .head = 266, .yaw = 0.05, .roll = -0.05},
                     {.at = 36, .x = 552, .y = 338, .head = 268, .yaw = -0.05, .pitch = 0.30},
                     {.at = 39, .x = 560, .y = 322, .head = 264, .yaw = 0.12},
                     {.at = 44, .x = 562, .y = 320, .head = 262, .yaw = 0.02, .pitch = -0.05}};
    speaker.hands = {{.from = 37, .to = 39.5, .over = Hand::Over::mouth}};

    Look translator_look = light_skin();
    translator_look.cover = Cover::scarf;
    translator_look.hair = {88, 104, 122};
    translator_look.clothes = {120, 104, 92};
    Person translator = sitting(translator_look, 1010, 350, 220);
    translator.from = 18;
    translator.poses = {{.at = 18, .x = 1460, .y = 250, .head = 226, .yaw = -1.1},
                        {.at = 21.5, .x = 1030, .y = 262, .head = 224, .yaw = -0.85},
                        {.at = 23.5, .x = 1010, .y = 356, .head = 220, .yaw = -0.50, .pitch = 0.15},
                        {.at = 27, .x = 1012, .y = 350, .head = 220, .yaw = -0.30},
                        {.at = 31, .x = 1006, .y = 352, .head = 220, .yaw = -0.75, .roll = -0.05},
                        {.at = 35, .x = 1012, .y = 350, .head = 220, .yaw = -0.20, .pitch = 0.25},
                        {.at = 40, .x = 1010, .y = 348, .head = 220, .yaw = -0.60},
                        {.at = 44, .x = 1010, .y = 350, .head = 220, .yaw = -0.35}};
    s.people = {speaker, translator};
    return s;
}

std::vector<Scene> movements() {
    std::vector<Scene> out;
    out.push_back(single("turn", "Turns to full profile and back", light_skin(),
                         {{.at = 0.2}, {.at = 1.2, .yaw = quarter}, {.at = 1.8, .yaw = quarter}, {.at = 2.8}}));
    out.back().duration = 3;
    out.push_back(single(
        "nod", "Nods, twice", light_skin(),
        {{.at = 0.2}, {.at = 0.6, .pitch = 0.5}, {.at = 1.0, .pitch = -0.3}, {.at = 1.4, .pitch = 0.5}, {.at = 1.8}}));
    out.push_back(single("tilt", "Tilts the head by 45 degrees to both sides", olive_skin(),
                         {{.at = 0.2},
                          {.at = 0.9, .roll = quarter / 2},
                          {.at = 1.3, .roll = quarter / 2},
                          {.at = 2.3, .roll = -quarter / 2},
                          {.at = 2.8}}));
    out.back().duration = 3;
    out.push_back(single("hand-mouth", "A hand over the mouth", light_skin()));
    out.back().people[0].hands = {{.from = 0.5, .to = 1.6, .over = Hand::Over::mouth}};
    out.push_back(single("hands-face", "Both hands over the whole face", olive_skin()));
    out.back().people[0].hands = {{.from = 0.8, .to = 2.0, .over = Hand::Over::face}};
    out.back().duration = 3;
    out.push_back(single("motion-blur", "Sways fast with the shutter open long", light_skin(),
                         {{.at = 0.3, .x = 110},
                          {.at = 0.7, .x = 210},
                          {.at = 1.1, .x = 110},
                          {.at = 1.5, .x = 210},
                          {.at = 1.9, .x = 110}}));
    out.back().shutter = 0.8;
    return out;
}

std::vector<Scene> looks() {
    std::vector<Scene> out;
    const std::vector<Pose> glance{{.at = 0.2, .yaw = -0.5}, {.at = 1.0, .yaw = 0.5}, {.at = 1.8, .yaw = -0.2}};
    Look look = light_skin();
    look.glasses = true;
    look.cover = Cover::long_hair;
    out.push_back(single("glasses", "Glasses and long hair", look, glance));
    look = light_skin();
    look.cover = Cover::scarf;
    look.hair = {70, 84, 112};
    out.push_back(single("scarf", "A headscarf", look, glance));
    look = olive_skin();
    look.beard = true;
    out.push_back(single("beard", "A full beard", look, glance));
    out.push_back(single("dark-skin", "Dark skin", dark_skin(), glance));
    out.push_back(single("light-skin", "Light skin", light_skin(), glance));
    return out;
}

std::vector<Scene> lights() {
    std::vector<Scene> out;
    out.push_back(single("back-light", "A person before a window with the sun in it", olive_skin(), {{.x = 100}}));
    out.back().lights = {{.people = 0.40}};
    out.back().shots = {{.room = {.wall = {206, 200, 188}, .shelf = false, .bright_window = true}}};
    out.push_back(single("low-light", "Low light with noise", light_skin(), {{.yaw = -0.3}, {.at = 2, .yaw = 0.3}}));
    out.back().lights = {{.all = 0.26}};
    out.back().noise = 6;
    out.push_back(single("fade", "Fades in from black and out to black", light_skin()));
    out.back().lights = {{.at = 0, .all = 0}, {.at = 0.8, .all = 1}, {.at = 2.2, .all = 1}, {.at = 3, .all = 0}};
    out.back().duration = 3;
    return out;
}

std::vector<Scene> places() {
    std::vector<Scene> out;
    out.push_back(single("small", "A face 24 px high", light_skin(),
                         {{.x = 120, .y = 100, .head = 31}, {.at = 2, .x = 180, .y = 96, .head = 31}}));
    out.push_back(single("close-up", "A face that the frame cuts at crown and chin", olive_skin(),
                         {{.y = 118, .head = 300, .yaw = -0.2}, {.at = 2, .y = 124, .head = 300, .yaw = 0.3}}));
    out.push_back(single("edge", "A face half out of the picture, in and out again", light_skin(),
                         {{.at = 0, .x = 110}, {.at = 1, .x = 6}, {.at = 1.6, .x = 6}, {.at = 2.6, .x = 120}}));
    out.back().duration = 3;
    out.push_back(single("shake", "A camera that shakes", light_skin()));
    out.back().shake = 18;
    return out;
}

std::vector<Scene> companies() {
    std::vector<Scene> out;
    Scene s;
    s.name = "cross";
    s.about = "Two people cross";
    s.duration = 3;
    s.people = {sitting(light_skin(), 70, 100, 84), sitting(dark_skin(), 250, 112, 96)};
    s.people[0].poses = {{.at = 0.3, .x = 70, .y = 100, .head = 84, .yaw = 0.5},
                         {.at = 2.7, .x = 250, .y = 100, .head = 84, .yaw = 0.5}};
    s.people[1].poses = {{.at = 0.3, .x = 250, .y = 112, .head = 96, .yaw = -0.5},
                         {.at = 2.7, .x = 70, .y = 112, .head = 96, .yaw = -0.5}};
    out.push_back(s);

    s = {};
    s.name = "four";
    s.about = "Four people in a row";
    Look scarf = olive_skin();
    scarf.cover = Cover::scarf;
    scarf.hair = {120, 60, 64};
    Look beard = dark_skin();
    beard.beard = true;
    s.people = {sitting(light_skin(), 44, 112, 62), sitting(dark_skin(), 122, 108, 64), sitting(scarf, 200, 114, 60),
                sitting(beard, 278, 108, 64)};
    s.people[1].poses.push_back({.at = 1.5, .x = 122, .y = 108, .head = 64, .yaw = 0.6});
    s.people[3].poses.push_back({.at = 1.5, .x = 278, .y = 108, .head = 64, .yaw = -0.6});
    out.push_back(s);

    s = {};
    s.name = "enter-leave";
    s.about = "Enters at the left, stays a moment, leaves at the right";
    s.duration = 4;
    s.people = {sitting(olive_skin(), 0, 110, 104)};
    s.people[0].poses = {{.at = 0.3, .x = -90, .y = 110, .head = 104, .yaw = 0.7},
                         {.at = 1.6, .x = 160, .y = 110, .head = 104},
                         {.at = 2.2, .x = 160, .y = 110, .head = 104},
                         {.at = 3.7, .x = 410, .y = 110, .head = 104, .yaw = 0.7}};
    out.push_back(s);

    s = {};
    s.name = "walk-behind";
    s.about = "Someone walks past behind the speaker";
    s.duration = 4;
    s.people = {sitting(dark_skin(), 0, 70, 56), sitting(light_skin(), 160, 122, 118)};
    s.people[0].poses = {{.at = 0.2, .x = -40, .y = 62, .head = 56, .yaw = 0.8},
                         {.at = 3.8, .x = 360, .y = 62, .head = 56, .yaw = 0.8}};
    out.push_back(s);
    return out;
}

std::vector<Scene> cameras() {
    std::vector<Scene> out;
    Scene s = single("shot-change", "Cut from one person to another in another room", light_skin());
    s.people.push_back(sitting(dark_skin(), 210, 100, 92));
    s.people[0].to = 1;
    s.people[1].from = 1;
    s.shots = {{}, {.from = 1, .room = {.wall = {118, 130, 122}, .window = false}}};
    out.push_back(s);
    s = single("jump-zoom", "The camera jumps closer, and back", olive_skin());
    s.shots = {{}, {.from = 0.8, .zoom = 1.9, .x = 10, .y = -16}, {.from = 1.5}};
    out.push_back(s);
    s = single("rotated", "Filmed upright with a phone: 240x320, turned by a flag", light_skin(),
               {{.x = 120, .y = 150, .yaw = -0.4}, {.at = 2, .x = 120, .y = 150, .yaw = 0.4}});
    std::swap(s.width, s.height);
    s.coding.rotation = 90;
    out.push_back(s);
    s = single("interlaced", "Interlaced, top field first, swaying", light_skin(),
               {{.at = 0.2, .x = 120}, {.at = 1.0, .x = 200}, {.at = 1.8, .x = 120}});
    s.coding.interlaced = true;
    out.push_back(s);
    s = single("anamorphic", "Samples wider than high (4:3)", light_skin(), {{.yaw = -0.4}, {.at = 2, .yaw = 0.4}});
    s.coding.sample_aspect = {4, 3};
    out.push_back(s);
    s = single("variable-rate", "Variable frame rate", light_skin(),
               {{.at = 0.2, .x = 120}, {.at = 1.0, .x = 200}, {.at = 1.8, .x = 120}});
    for (const int ms : {33, 34, 33, 67, 20, 120, 33, 40}) s.frame_durations.push_back(std::chrono::milliseconds(ms));
    out.push_back(s);
    s = single("ten-bit", "10 bits a sample", dark_skin(), {{.yaw = 0.4}, {.at = 2, .yaw = -0.4}});
    s.format = media::PixelFormat::yuv420p10;
    out.push_back(s);
    s = single("talk", "Someone talks: sound, source metadata, two seconds", light_skin(),
               {{.yaw = -0.2}, {.at = 2, .yaw = 0.2}});
    s.people[0].speaks = true;
    s.speech = few_words;
    s.source_metadata = true;
    out.push_back(s);
    s = {};
    s.name = "empty";
    s.about = "A room with nobody in it";
    out.push_back(s);
    return out;
}

}  // namespace

Look light_skin() {
    return {};
}

Look dark_skin() {
    Look look;
    look.skin = {112, 74, 54};
    look.hair = {26, 22, 20};
    look.clothes = {150, 132, 96};
    return look;
}

Look olive_skin() {
    Look look;
    look.skin = {190, 142, 108};
    look.hair = {36, 30, 28};
    look.clothes = {86, 98, 84};
    return look;
}

const std::vector<Scene>& scenes() {
    static const std::vector<Scene> all = [] {
        std::vector<Scene> out{interview()};
        for (const auto& group : {movements(), looks(), lights(), places(), companies(), cameras()}) {
            out.insert(out.end(), group.begin(), group.end());
        }
        return out;
    }();
    return all;
}

const Scene& scene(std::string_view name) {
    std::string names;
    for (const Scene& s : scenes()) {
        if (s.name == name) return s;
        names += (names.empty() ? "" : ", ") + s.name;
    }
    throw Error("puppet scene '" + std::string(name) + "'", "there is none of that name; there are " + names,
                ErrorKind::usage);
}

Scene resized(const Scene& scene, int width, int height) {
    Scene out = scene;
    const double grow = double(height) / scene.height;
    out.width = width;
    out.height = height;
    out.shake *= grow;
    out.blur *= grow;
    for (Person& person : out.people) {
        for (Pose& pose : person.poses) {
            pose.x = width / 2.0 + (pose.x - scene.width / 2.0) * grow;
            pose.y *= grow;
            pose.head *= grow;
        }
    }
    for (Shot& shot : out.shots) shot.x *= grow, shot.y *= grow;
    return out;
}

}  // namespace counterclip::puppet
