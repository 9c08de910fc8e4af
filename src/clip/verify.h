// The proof on the finished file: it is decoded and compared with the plan and the originals, not with what the
// renderer meant to do.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "clip/plan.h"
#include "consent/gate.h"
#include "core/progress.h"
#include "faces/detector.h"

namespace counterclip::clip {

// A face to hide in one frame, as measured on the output.
struct HiddenFace {
    Time at{};                // on the clip's clock
    std::int64_t track = 0;   // 0: a mask held where its track has no sighting, or a region
    std::int64_t region = 0;  // what a person marked
    std::string what;         // and called it
    faces::Box box;           // px of the output
    float visible = 0;        // share that can be made out
    float covered = 1;        // share of the box's middle 80 % under the mask
    bool follows = false;     // its coarse shape or colour follows the original's
    float relief = 0;         // grey levels that stand out
    float score = 0;          // of a detector that sees a face there, 0 = none does
    std::string by;           // that detector
    bool is_bad = false;
};

// A face that no one asked to hide, over the time in which it was seen without a second's break.
struct FaceElsewhere {
    Time from{};  // on the clip's clock
    Time to{};    // the last frame it was seen in
    faces::Box box;
    float score = 0;  // the best, and where it was seen best
    std::string by;
    std::int64_t looks = 0;    // that saw it
    std::int64_t deleted = 0;  // the track that somebody deleted there, 0 = none
    std::size_t part = 0;      // of the plan
    Time source_from{};        // the same times on the recording's clock
    Time source_to{};
    faces::Box in_source;  // all that was seen of it, px of the recording; empty where no recording is shown
    std::string command;   // hides it by hand; ready to be typed
};

// A track that somebody said is no face and that reaches into the clip. The auditor must know.
struct DeletedFace {
    std::string interview;
    std::int64_t recording = 0;
    std::int64_t track = 0;
    Range range;      // on the clip's clock
    float score = 0;  // what the analysis gave it at best
    std::string by;   // operator; empty where the archive does not say
    std::string reason;
};

// Frames one after the other of which the same is to be said.
struct FrameRun {
    Time from{};
    std::int64_t frames = 0;
    std::int64_t to_hide = 0;  // faces
    bool whole = false;
    bool uncovered = false;
    std::int64_t found = 0;  // faces that detectors see and must not
};

struct Verification {
    consent::VerificationFacts facts;        // what the gate reads
    std::int64_t frames = 0;                 // decoded
    std::int64_t faces_to_hide = 0;          // face-frames measured
    std::int64_t veils_taken_for_faces = 0;  // detections under a mask in which nothing follows the original: no faces
    std::int64_t square_looks = 0;           // small ones, at places where a face is hidden
    std::int64_t closer_looks = 0;
    std::int64_t whole_looks = 0;    // whole pictures, tiles and changed parts
    float worst_visible = 0;         // largest share of a face that can be made out, 0..1
    Time worst_at{};                 // on the clip's clock
    std::int64_t windows_heard = 0;  // of sound that were compared with the recordings'
    double most_alike = 0;           // of them: 0 nothing in common, 1 the same (voice/likeness.h)
    Time most_alike_at{};            // on the clip's clock
    std::vector<FrameRun> runs;
    std::vector<HiddenFace> worst;         // worst first, at most twelve, of one track none within half a second
    std::vector<FaceElsewhere> elsewhere;  // by time, the first hundred
    std::vector<DeletedFace> deleted;
    std::vector<std::string> problems;  // one sentence each, the first twenty
    std::string detectors;              // that looked at the output
    media::Image sheet;                 // the worst frames as pictures; empty where no frame could be compared
    std::string sheet_sha256;           // of its file, once there is one
};

void add_problem(Verification& verification, std::string sentence);

// Throws Error only when the file cannot be read at all; everything else is in the facts. `threads` that measure and
// look, 0 = one a processor: they change how long it takes and nothing else.
Verification verify(const Plan& plan, const std::filesystem::path& file,
                    const std::vector<faces::DetectorModel>& detectors, Progress& progress, int threads = 0);

}  // namespace counterclip::clip
