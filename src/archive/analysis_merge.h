// What is known of a recording's faces after some of it was analysed anew. Pure; store_faces.cpp stores the result.
//
// Inside what the new analysis decides (its core) everything is its own: tracks and gaps of before are cut there.
// Outside nothing changes. A face that crosses the border of both is one track (track_seams.h), and a doubt of one
// analysis at its edge that the other one answers is none. A new track keeps the label of the track it retraces, and
// fails closed where that is not clear: a face is shown only where a person said so of that very face. So a label that
// shows one, or may (no face, a person whose consent can), stays where it was given: what goes on in frames that were
// not looked at then is a track of its own, without a label.
#pragma once

#include "archive/ranges.h"
#include "faces/analysis.h"

namespace counterclip::archive {

// Tracks and gaps of `now` get ids above all ids of `before` and above `highest_track`, so that an id never comes to
// mean another face; one that is joined with a track of before takes that one's id. `asked`: what the new analysis was
// made for, without the margin it looks at around it (default: all it looked at).
faces::Analysis merged(const faces::Analysis& before, faces::Analysis now, std::int64_t highest_track = 0,
                       const std::vector<Range>& asked = {});

// The open gaps of before that `now` does not have any more, or not all of: frames that were hidden whole and are not.
std::vector<faces::Gap> gaps_gone(const faces::Analysis& before, const faces::Analysis& now);

// The core: what was asked for, and what nobody had looked at before.
std::vector<Range> decided_anew(const std::vector<Range>& before, const std::vector<Range>& now,
                                const std::vector<Range>& asked);

}  // namespace counterclip::archive
