// Looks at pictures in order and follows every face through them.
//
// The whole picture is looked at every quarter second, and at once when the picture changes; between, a small square
// about each face, as often as the face's motion asks. Full effort (every detector, turned, mirrored, brightened) goes
// where a face that was seen well is not seen any more, and backwards from where a face appears.
#pragma once

#include <deque>
#include <vector>

#include "faces/crew.h"
#include "faces/meeting.h"
#include "faces/picture.h"
#include "faces/trail.h"

namespace counterclip::faces {

class Analyst {
  public:
    Analyst(Crew& crew, float frames_per_second, bool exhaustive);

    // The next picture; worked on when enough have come together.
    void add(Picture picture);
    // After the last picture: every trail there was.
    std::vector<Trail> finish();

  private:
    struct Task;
    const Picture& at(std::int64_t index) const;
    std::int64_t oldest() const { return ring_.front().index; }
    std::int64_t frames(float seconds) const;
    float picture_side() const;

    void work();
    std::vector<std::int64_t> keys_to_look_at() const;
    bool is_calm(std::int64_t key) const;
    WholeEffort effort_for(std::int64_t key, std::size_t nth) const;
    void key_seen(std::int64_t key, const std::vector<Detection>& detections);
    std::vector<std::size_t> assign_at(std::int64_t key, const std::vector<Detection>& detections);
    void search_missing(std::int64_t key, const std::vector<std::size_t>& missing,
                        const std::vector<Detection>& detections);
    void walk_forward(Looker& looker, Trail& trail, std::int64_t to);
    void walk_back(Looker& looker, Trail& trail, std::int64_t to);
    void drop_doubles();
    void part(std::int64_t number, std::int64_t from);
    void retire(std::int64_t key);
    void look_between();
    void end_shot(std::int64_t first_of_next);

    Crew& crew_;
    float frames_per_second_;
    bool exhaustive_;
    std::int64_t key_step_;
    std::deque<Picture> ring_;  // the past kept for walks back, then the pictures not yet worked on
    std::int64_t done_ = 0;     // pictures below this index are worked on
    std::int64_t last_key_ = -1;
    std::int64_t shot_ = 0;
    std::int64_t keys_seen_ = 0;
    bool small_faces_ = false;
    std::vector<Trail> live_;
    std::vector<Trail> past_;
    Meetings meetings_;
    std::int64_t trails_ = 0;
};

}  // namespace counterclip::faces
