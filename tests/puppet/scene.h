// A scene for puppets: who is in the picture, how they move, what light and camera do. Plain data.
//
// Choreography is written in seconds of the scene (doubles: nobody measures by it); frame times are exact. Lengths are
// px of the displayed picture, origin top left; angles are radians. Everything drawn from a scene is the same on every
// run: noise comes from the seed.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/time.h"
#include "media/frame.h"

namespace counterclip::puppet {

struct Rgb {
    double r = 0;  // 0..255
    double g = 0;
    double b = 0;
};

enum class Cover { bald, short_hair, long_hair, scarf };

struct Look {
    Rgb skin{214, 168, 138};
    Rgb hair{52, 40, 34};  // of the scarf where there is one
    Rgb clothes{70, 84, 110};
    Cover cover = Cover::short_hair;
    bool beard = false;
    bool glasses = false;
};

// Where a head is at one moment; between two moments it moves smoothly, before the first and after the last it rests.
struct Pose {
    double at = 0;  // s
    double x = 0;   // centre of the head
    double y = 0;
    double head = 0;   // height from crown to chin
    double yaw = 0;    // > 0: the nose turns to the picture's right; pi/2 is full profile
    double roll = 0;   // > 0: tilted clockwise
    double pitch = 0;  // > 0: looks down
    double mouth = 0;  // 0 closed .. 1 wide open
};

// A hand that comes up in front of the face, rests there and goes again.
struct Hand {
    double from = 0;  // s
    double to = 0;
    enum class Over { mouth, face } over = Over::mouth;
};

struct Person {
    Look look;
    std::vector<Pose> poses;  // rising `at`, at least one
    double from = 0;          // in the picture during [from, to), s
    double to = 1e9;
    bool speaks = false;  // the mouth follows the scene's sound
    std::vector<Hand> hands;
};

struct Room {
    Rgb wall{176, 170, 158};
    bool window = true;
    bool shelf = true;
    bool bright_window = false;  // the sun is in it: for back light
};

// A camera position, from its time on. The picture's middle shows the point (x, y) of the scene, enlarged by `zoom`.
struct Shot {
    double from = 0;  // s
    Room room = {};
    double zoom = 1;
    double x = 0;  // px from the scene's middle
    double y = 0;
};

// The light at one moment, linear between two.
struct Light {
    double at = 0;
    double all = 1;     // gain of the whole picture; 0 is black
    double people = 1;  // gain of the people alone
};

// What is special about how the file is coded; the picture drawn and the truth stay as displayed.
struct Coding {
    int rotation = 0;              // degrees clockwise that the player turns the coded picture: 0, 90, 180, 270
    bool interlaced = false;       // two moments a frame, top field first
    Rational sample_aspect{1, 1};  // the coded picture, and the truth with it, is narrower by this
};

struct Scene {
    std::string name;
    std::string about;  // a sentence
    int width = 320;    // even
    int height = 240;
    Rational frame_rate{25, 1};
    std::vector<Time> frame_durations;  // variable frame rate: used in turn, over and over; empty = frame_rate
    double duration = 2;                // s
    std::vector<Person> people;         // later ones stand in front
    std::vector<Shot> shots{Shot{}};    // rising `from`, the first at 0
    std::vector<Light> lights;
    double noise = 1.2;  // standard deviation, grey levels of 256
    double blur = 0;     // standard deviation of the lens blur
    double shutter = 0;  // share of the frame time the shutter is open: motion blur
    double shake = 0;    // camera shake, largest jump from the middle
    media::PixelFormat format = media::PixelFormat::yuv420p8;
    Coding coding;
    std::optional<std::string> speech;                // English, repeated to the end; no sound track without it
    std::map<std::string, std::string> translations;  // of it by language tag, sentence by sentence
    bool source_metadata = false;                     // GPS place, device, date, a chapter, a timecode stream
    std::uint64_t seed = 1;
};

// One face as a person would mark it: forehead to chin, ear to ear, not clipped at the picture's edge.
struct FaceBox {
    int person = 0;  // index into Scene::people
    float x = 0;
    float y = 0;
    float w = 0;
    float h = 0;
    bool ignore = false;  // less than half of it can be seen, or hardly any light: counts neither way
};

}  // namespace counterclip::puppet
