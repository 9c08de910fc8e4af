// What people do to tracks: merge, split, lengthen, take away. What a track was before stays in track_edits.
#include "archive/face_records.h"
#include "archive/text_limits.h"
#include "core/ids.h"
#include "faces/edit.h"
#include "faces/track_codec.h"

namespace counterclip::archive {

namespace {

using faces::Track;

Range enclosing(Range a, Range b) {
    return {std::min(a.in, b.in), std::max(a.out, b.out)};
}

// Keeps what the track was before the change. `reason` is free text and so stays out of the log. `other` is the track
// that became part of it, or that came out of it.
void keep_before(SQLite::Database& db, std::int64_t recording, const Track& before, const std::string& verb,
                 const std::string& reason, const std::string& by, std::int64_t other = 0) {
    run(db,
        "INSERT INTO track_edits (recording, track, verb, reason, label, sightings, by, at, other) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        recording, before.id, verb, reason, to_string(before.label), Blob{faces::encode(before.sightings)}, by,
        utc_now(), other);
}

}  // namespace

void Archive::merge_tracks(std::int64_t recording, std::int64_t kept, std::int64_t other, const std::string& by) {
    auto& db = state_->db;
    const auto doing = fmt::format("merge tracks {} and {} of recording {}", kept, other, recording);
    const std::string verb = "faces merge";
    state_->change(doing, verb, by, [&]() -> Deed {
        const auto where = find_recording(db, recording);
        const auto a = find_track(db, recording, kept);
        const auto b = find_track(db, recording, other);
        const auto one = faces::merge(a, b);
        keep_before(db, recording, b, verb, {}, by, kept);
        keep_before(db, recording, a, verb, {}, by, other);
        update_track(db, recording, one);
        run(db, "DELETE FROM tracks WHERE recording = ? AND id = ?", recording, other);
        run(db, "UPDATE gaps SET track = ? WHERE recording = ? AND track = ?", kept, recording, other);
        auto details = place(recording, range_of(one));
        details["track"] = kept;
        details["merged"] = other;
        details["label"] = to_string(one.label);
        return {object_of(where), std::move(details)};
    });
}

std::int64_t Archive::split_track(std::int64_t recording, std::int64_t track, Time at, const std::string& by) {
    auto& db = state_->db;
    const auto doing = fmt::format("split track {} of recording {}", track, recording);
    const std::string verb = "faces split";
    std::int64_t id = 0;
    state_->change(doing, verb, by, [&]() -> Deed {
        const auto where = find_recording(db, recording);
        const auto whole = find_track(db, recording, track);
        auto [first, second] = faces::split(whole, at);
        second.id = id = highest_track(db, recording) + 1;
        keep_before(db, recording, whole, verb, {}, by, second.id);
        update_track(db, recording, first);
        insert_track(db, recording, second);
        // What is in doubt after the cut is in doubt about the second.
        run(db, "UPDATE gaps SET track = ? WHERE recording = ? AND track = ? AND in_ns >= ?", second.id, recording,
            track, at);
        auto details = place(recording, range_of(whole));
        details["track"] = track;
        details["second"] = second.id;
        details["at"] = at.count();
        return {object_of(where), std::move(details)};
    });
    return id;
}

void Archive::extend_track(std::int64_t recording, std::int64_t track, Range range, const std::string& by) {
    auto& db = state_->db;
    const auto doing = fmt::format("extend track {} of recording {}", track, recording);
    const std::string verb = "faces extend";
    state_->change(doing, verb, by, [&]() -> Deed {
        const auto where = find_recording(db, recording);
        require_inside(doing, where, range);
        const auto before = find_track(db, recording, track);
        const auto longer = faces::extend(before, range.in, range.out);
        keep_before(db, recording, before, verb, {}, by);
        update_track(db, recording, longer);
        auto details = place(recording, enclosing(range_of(longer), range));
        details["track"] = track;
        return {object_of(where), std::move(details)};
    });
}

void Archive::delete_track(std::int64_t recording, std::int64_t track, const std::string& reason,
                           const std::string& by) {
    auto& db = state_->db;
    const auto doing = fmt::format("delete track {} of recording {}", track, recording);
    const std::string verb = "faces delete";
    if (reason.empty()) throw Error(doing, "say why it is not a face, for example \"a poster\"", ErrorKind::usage);
    require_text(doing, limit::reason, reason);
    state_->change(doing, verb, by, [&]() -> Deed {
        const auto where = find_recording(db, recording);
        auto gone = find_track(db, recording, track);
        keep_before(db, recording, gone, verb, reason, by);
        auto details = place(recording, range_of(gone));
        details["track"] = track;
        details["from"] = to_string(gone.label);
        gone.label = faces::Label::not_a_face;
        update_track(db, recording, gone);
        return {object_of(where), std::move(details)};
    });
}

std::map<std::int64_t, Deletion> Archive::deletions(std::int64_t recording) const {
    return state_->read("read why tracks were deleted", [&] {
        std::map<std::int64_t, Deletion> found;
        auto row = statement(state_->db,
                             "SELECT track, by, at, reason FROM track_edits WHERE recording = ? AND verb = ? "
                             "ORDER BY rowid",
                             recording, std::string("faces delete"));
        while (row.executeStep()) {
            Columns c(row);
            const auto track = c.integer();
            auto& deletion = found[track];
            deletion.by = c.text();
            deletion.at = c.text();
            deletion.reason = c.text();
        }
        return found;
    });
}

void Archive::extend_over_gap(std::int64_t recording, std::int64_t gap, const std::string& by,
                              const std::string& note) {
    auto& db = state_->db;
    const auto doing = fmt::format("resolve gap {} of recording {}", gap, recording);
    require_text(doing, limit::note, note);
    state_->change(doing, "faces resolve", by, [&]() -> Deed {
        const auto where = find_recording(db, recording);
        const auto doubt = find_gap(db, recording, gap);
        if (doubt.track == 0)
            throw Error(doing,
                        "it is about no track that could be extended; mark a region or say that there is no face",
                        ErrorKind::usage);
        const auto before = find_track(db, recording, doubt.track);
        // One that is not hidden would leave the gap's frames in the open.
        if (before.label == faces::Label::not_a_face)
            throw Error(doing, fmt::format("track {} was marked as not a face and hides nothing", before.id),
                        ErrorKind::usage);
        keep_before(db, recording, before, "faces resolve", {}, by);
        update_track(db, recording, faces::extended_by_gap(before, doubt));
        mark_resolved(db, recording, gap, with_note(fmt::format("extended: track {}", before.id), note), by);
        auto details = place(recording, doubt.range);
        details["gap"] = gap;
        details["as"] = "extended";
        details["track"] = before.id;
        return {object_of(where), std::move(details)};
    });
}

}  // namespace counterclip::archive
