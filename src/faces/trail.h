// A face being followed: what has been seen of it so far, and which detection belongs to which face.
#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <vector>

#include "faces/appearance.h"
#include "faces/detector.h"
#include "faces/track.h"

namespace counterclip::faces {

struct Mark {
    Box box;
    float roll = 0;
    float score = 0;
    Origin origin = Origin::detected;
    float nose = 0;  // Detection::nose
};

// Marks lie on the frames that were looked at; the frames between are filled in at the end.
struct Trail {
    std::int64_t number = 0;             // in order of appearance
    std::map<std::int64_t, Mark> marks;  // by frame index, never empty
    bool is_lost = false;                // not seen at the last look
    bool ended_by_cut = false;
    bool ended_by_range = false;
    bool became_another = false;  // its face is followed on by an older trail
    bool started_by_cut = false;  // or by the range's start
    bool parted = false;          // starts where two could not be told apart: continues neither
    std::int64_t shot = 0;        // index of its shot's first frame
    Appearance first_look;        // when it was first seen at a key
    Appearance look;              // lately, blended
    Appearance latest_look;       // at the last key it was seen at
    std::int64_t looked_at = -1;  // that key

    std::int64_t first() const { return marks.begin()->first; }
    std::int64_t last() const { return marks.rbegin()->first; }
    const Mark& newest() const { return marks.rbegin()->second; }
};

// Where the face should be at `frame`: straight on for a quarter second, then waiting. `frames_per_second` > 0.
Box predicted(const Trail& trail, std::int64_t frame, float frames_per_second);
// Between two marks linearly; nothing outside first..last.
std::optional<Box> box_at(const Trail& trail, std::int64_t frame);

constexpr std::size_t recent_marks = 64;  // that speak for a live face: a long track costs no more than a short one

struct Evidence {
    int detections = 0;
    float best = 0;  // score
    float mean = 0;
    float size = 0;  // mean, px
};
// Of the `newest` marks.
Evidence evidence(const Trail& trail, std::size_t newest = std::numeric_limits<std::size_t>::max());
// Seen often and surely enough to spend full effort on when it is lost.
bool is_sure(const Evidence& e);
// Neither strong nor confirmed by other frames. `picture_side`: the longer one, px.
bool is_noise(const Evidence& e, float picture_side);
// Noise so far, and so large that a face there would be seen better: not worth looks between keys.
bool is_likely_no_face(const Evidence& e, float picture_side);

// By how much a face may have grown or shrunk from one sighting to the next: what is seen weakly must look like what
// was seen before, or a trail wanders from a face to a sleeve and on to a whole coat.
float most_growth(float score);
// Whether a weak, much larger detection lies about a face that is seen surely: shoulders and hair, no second face.
bool wraps(const Detection& detection, Box face, const Evidence& of_face);
bool is_same_face(Box a, Box b);
// Takes out of `doubled` the marks from frame `from` on that lie on the face `of` follows; false when nothing is left.
bool erase_doubles(Trail& doubled, const Trail& of, std::int64_t from);

// For each detection the index of the place it belongs to, or -1: best agreement first, each place once. `seconds`
// since each place was last seen widens how far a face may have gone, and makes its look count: after a loss, who looks
// unlike is somebody else. `looks`: one a detection, or none at all.
struct Place {
    Box box;
    float seconds = 0;
    bool is_sure = true;  // chooses first
    Appearance look = {};
    bool has_met = false;  // another face lately: who looks unlike is somebody else at once
};
std::vector<int> assign(const std::vector<Detection>& detections, const std::vector<Place>& places,
                        const std::vector<Appearance>& looks = {});

}  // namespace counterclip::faces
