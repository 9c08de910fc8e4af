// Looks for faces in the finished pictures as the world will see them, with every detector that is at hand.
//
// What is done on each frame: every place where a face is hidden gets a small square look (YuNet, 64 px: the face is
// about 36 px of it). What is done every few: a closer look at it (192 px) and BlazeFace's; a look at the whole
// picture, at its tiles and with its contrast stretched; a look at the part that changed. What looks suspicious is
// looked at closer at once. The frames are chosen by time and by what they show, never by the number of threads.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "clip/proof.h"
#include "clip/rejections.h"
#include "faces/crew.h"

namespace counterclip::clip {

// A face that a detector claims to see in one frame.
struct Find {
    faces::Box box;  // px of the output
    float score = 0;
    std::string by;       // detector
    bool zoomed = false;  // in a small square, where hands and plants look more like faces than in the whole
    // The original shows a face there too. What only the finished picture shows is a veil beside an edge or a shelf.
    bool in_source = true;
    faces::Light light = faces::Light::as_it_is;  // of the view it was found in
};

// One frame on its way through the proof.
struct ProofFrame {
    ExpectedFrame expected;
    media::Frame shown;
    FrameMeasures measures;
    std::vector<Find> seen;  // best first, one a face
};

class SecondLook {
  public:
    // `threads` 0: one a processor. `plan` must outlive this.
    SecondLook(const Plan& plan, const std::vector<faces::DetectorModel>& models, int threads);

    // Measures and looks at frames in order, filling `measures` and `seen`; a batch is worked on by all threads.
    void look(std::vector<ProofFrame>& batch);

    struct Looks {
        std::int64_t squares = 0;  // small ones, at places where a face is hidden
        std::int64_t closer = 0;
        std::int64_t wholes = 0;  // whole pictures, tiles and changed parts
    };
    const Looks& looks() const noexcept { return looks_; }

  private:
    struct Task;
    void run(std::vector<ProofFrame>& batch, std::vector<Task>& tasks);
    void plan_places(const ProofFrame& frame, std::size_t index, std::vector<Task>& tasks);
    void plan_wholes(const ProofFrame& frame, std::size_t index, std::vector<Task>& tasks);
    void plan_closer(const std::vector<ProofFrame>& batch, std::vector<Task>& done, std::vector<Task>& tasks);
    void add_closer(std::size_t index, faces::Box place, bool with_second, bool is_place, std::vector<Task>& tasks);
    void add_whole(const ProofFrame& frame, std::size_t index, faces::Box part, int side, std::vector<Task>& tasks);
    void add_blazeface(const ProofFrame& frame, std::size_t index, std::int64_t square, std::vector<Task>& tasks);
    void look_at_source(std::vector<ProofFrame>& batch);
    void reject(const std::vector<ProofFrame>& batch, const std::vector<Task>& tasks);

    const Plan& plan_;
    faces::Crew crew_;
    float pixel_aspect_ = 1;
    std::string first_;  // detectors by name; the second may be none
    std::string second_;
    Looks looks_;

    // What was done when: numbers of the stretches of time begun, on the clip's clock.
    std::int64_t frames_ = 0;
    std::int64_t slot_ = -1;
    std::int64_t closer_slot_ = -1;
    std::int64_t second_slot_ = -1;
    std::optional<Time> last_full_;
    Cells before_;     // of the frame before
    Cells looked_at_;  // what each cell was when it was last looked at
    Rejections rejected_;
};

}  // namespace counterclip::clip
