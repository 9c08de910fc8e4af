// Looking for faces in a long recording: in pieces, each stored when it is done, so that a stop loses at most one.
//
// What was looked at already is left alone; the next call goes on with what is missing. A face that crosses from one
// piece into the next is one track (track_seams.h). What people did to faces is never replaced without a word: a plan
// says what would be.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "archive/archive.h"

namespace counterclip::archive {

struct PieceOptions {
    Time length = std::chrono::minutes(5);
    bool exhaustive = false;
    bool again = false;  // anew, whatever is known; what people did there is replaced
};

struct AnalysisPlan {
    std::vector<Range> known;                // left alone
    std::vector<Range> to_do;                // looked at: rising, apart
    std::vector<Range> released;             // of these, the ones that were known until now
    std::vector<std::string> work_replaced;  // what people did in `to_do`, a sentence each
    bool whole = false;                      // all of the recording in one go
};

// What is to be done of `wanted` (all of the recording when empty) with these detectors. Throws Error(refused) when
// something that people worked on was looked at by other detectors and would be analysed again, unless options.again.
AnalysisPlan plan_analysis(const Archive& archive, const Recording& recording, const std::vector<Range>& wanted,
                           const std::vector<faces::DetectorModel>& models, const PieceOptions& options);

// Where the picture ends before the recording does, because the file was cut off or only its sound goes on. What lies
// beyond is a gap: it holds no picture, and should one come out of it all the same it is hidden whole.
std::optional<Time> end_of_picture(const faces::Analysis& analysis, const Recording& recording);

// The pieces of `to_do`: no longer than `length` and a fifth; short stretches share one.
std::vector<std::vector<Range>> pieces_of(const std::vector<Range>& to_do, Time length);

// Looks at ranges of the file (all of it when empty), as faces::analyse does.
using LookAtFaces = std::function<faces::Analysis(const std::vector<Range>& ranges, Progress& progress)>;

// Does what is planned. Progress: one stage "faces" over all of it, in nanoseconds of recording. Throws what looking
// throws; pieces done before are stored then.
void analyse_in_pieces(Archive& archive, const Recording& recording, const AnalysisPlan& plan,
                       const std::vector<faces::DetectorModel>& models, const PieceOptions& options,
                       const std::string& by, Progress& progress, const LookAtFaces& look = {});

}  // namespace counterclip::archive
