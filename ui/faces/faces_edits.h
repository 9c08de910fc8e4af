// Everything the room of faces changes, each with its way back.
#pragma once

#include <vector>

#include "faces/region.h"
#include "faces/track.h"
#include "ui/work/edits.h"

namespace counterclip::ui {

// The recording that is meant: by interview and its position in it.
struct FacesAt {
    QString interview;
    int recording = 1;
};

Edit say_no_face(const FacesAt& at, const faces::Gap& gap, const QString& why);
Edit extend_over_gap(const FacesAt& at, const faces::Gap& gap);
Edit cover_gap(const FacesAt& at, const faces::Gap& gap, qint64 region);
Edit reopen_gap(const FacesAt& at, const faces::Gap& gap);

Edit label_track(const FacesAt& at, const faces::Track& track, faces::Label label);
// By consent; refused where there is none.
Edit show_face(const FacesAt& at, const faces::Track& track, faces::Label person);
Edit merge_tracks(const FacesAt& at, qint64 kept, qint64 other);
Edit split_track(const FacesAt& at, qint64 track, Time when);
Edit extend_track(const FacesAt& at, qint64 track, Range range);
Edit delete_track(const FacesAt& at, qint64 track, const QString& why);

Edit add_region(const FacesAt& at, const faces::Region& region);
// The new one is there before the old one goes: nothing is uncovered in between.
Edit change_region(const FacesAt& at, const faces::Region& old, const faces::Region& changed);
Edit remove_region(const FacesAt& at, const faces::Region& region, const QString& why);
// Carries the box of `drawn` through `within`; `instead_of` (0 = none) goes when that is done.
Edit follow_region(const FacesAt& at, const faces::Region& drawn, Range within, qint64 instead_of);

Ask analyse_faces(const FacesAt& at, bool segments_only);

// "0:00:01.040000000": what a frame is found by again.
QString exact_time(Time t);

}  // namespace counterclip::ui
