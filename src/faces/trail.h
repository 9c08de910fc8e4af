// A face being followed: what has been seen of it so far, and which detection belongs to which face. No pictures here.
#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <optional>
#include <vector>

#include "faces/detector.h"
#include "faces/track.h"

namespace counterclip::faces {

struct Mark {
    Box box;
    float roll = 0;
    float score = 0;
    Origin origin = Origin::detected;
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
    std::int64_t shot = 0;        // index of its shot's first frame

    std::int64_t first() const { return marks.begin()->first; }
    std::int64_t last() const { return marks.rbegin()->first; }
    const Mark& newest() const { return marks.rbegin()->second; }
};

// Where the face should be at `frame`: straight on for a quarter second, then waiting. `frames_per_second` > 0.
Box predicted(const Trail& trail, std::int64_t frame, float frames_per_second);
// Between two marks linearly; nothing outside first..last.
std::optional<Box> box_at(const Trail& trail, std::int64_t frame);

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

bool is_same_face(Box a, Box b);
// Takes out of `doubled` the marks from frame `from` on that lie on the face `of` follows; false when nothing is left.
bool erase_doubles(Trail& doubled, const Trail& of, std::int64_t from);

// For each detection the index of the place it belongs to, or -1: best agreement first, each place once. `seconds`
// since each place was last seen widens how far a face may have gone.
struct Place {
    Box box;
    float seconds = 0;
    bool is_sure = true;  // chooses first
};
std::vector<int> assign(const std::vector<Detection>& detections, const std::vector<Place>& places);

}  // namespace counterclip::faces
