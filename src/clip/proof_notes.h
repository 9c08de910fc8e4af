// Judges proved frames one after the other and writes down what is to be said of them: counts for the gate, problems,
// the worst frames with a picture of each.
#pragma once

#include <vector>

#include "clip/second_look.h"
#include "clip/verify.h"
#include "faces/contact_sheet.h"

namespace counterclip::clip {

class ProofNotes {
  public:
    // Both must outlive this.
    ProofNotes(const Plan& plan, Verification& verification);

    // Frames in order.
    void judge(const ProofFrame& frame);
    // Puts the worst in order and draws the sheet.
    void finish();

  private:
    template <class Note>
    struct Pictured {
        Note note;
        float severity = 0;
        media::Image picture{};
    };
    struct Found {
        const Find* seen = nullptr;
        const FaceMeasure* where = nullptr;  // the hidden face, or none
    };

    std::vector<Found> finds(const ProofFrame& frame);
    bool is_the_veil(faces::Box found, const ProofFrame& frame, media::Frame& veil) const;
    void note_hidden(const ProofFrame& frame, const FaceMeasure& face, const Find* seen);
    void note_uneventful(const ProofFrame& frame, const HiddenFace& face);
    void note_elsewhere(const ProofFrame& frame, const Find& seen);
    void note_deleted(const ProofFrame& frame);
    void note_run(const ProofFrame& frame, std::int64_t found);
    void add_worst(const ProofFrame& frame, HiddenFace face, float severity);
    media::Image pictured(const ProofFrame& frame, faces::Box about, bool bad) const;

    const Plan& plan_;
    Verification& v_;
    float pixel_aspect_ = 1;
    std::vector<Pictured<HiddenFace>> worst_;
    std::vector<Pictured<FaceElsewhere>> elsewhere_;
    std::vector<Pictured<DeletedFace>> deleted_;
    std::vector<Pictured<HiddenFace>> uneventful_;  // by time
    std::int64_t uneventful_slot_ = 0;
    std::vector<faces::Tile> opening_;  // the first frame
};

}  // namespace counterclip::clip
