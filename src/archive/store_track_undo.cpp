// Taking back what people did to tracks and gaps: what each track was before is in track_edits.
#include "archive/face_records.h"
#include "archive/text_limits.h"
#include "core/ids.h"
#include "faces/track_codec.h"

namespace counterclip::archive {

namespace {

using faces::Track;

struct Edit {
    std::int64_t id = 0;
    std::string verb;
    std::int64_t other = 0;
    Track before;
};

std::optional<Edit> last_edit(SQLite::Database& db, std::int64_t recording, std::int64_t track) {
    auto row = statement(db,
                         "SELECT id, verb, other, label, sightings FROM track_edits "
                         "WHERE recording = ?1 AND track = ?2 AND undoes = 0 "
                         "AND id NOT IN (SELECT undoes FROM track_edits WHERE recording = ?1) "
                         "AND id > (SELECT edits_seen FROM analyses WHERE recording = ?1) ORDER BY id DESC LIMIT 1",
                         recording, track);
    if (!row.executeStep()) return std::nullopt;
    Columns c(row);
    Edit edit;
    edit.id = c.integer();
    edit.verb = c.text();
    edit.other = c.integer();
    edit.before.id = track;
    edit.before.label = faces::label_from(c.text());
    edit.before.sightings = faces::decode(c.text());
    return edit;
}

// What is undone stays in the history too.
void note_undone(SQLite::Database& db, std::int64_t recording, const Track& now, std::int64_t undoes,
                 const std::string& by) {
    run(db,
        "INSERT INTO track_edits (recording, track, verb, reason, label, sightings, by, at, undoes) "
        "VALUES (?, ?, 'faces undo', '', ?, ?, ?, ?, ?)",
        recording, now.id, to_string(now.label), Blob{faces::encode(now.sightings)}, by, utc_now(), undoes);
}

Time distance(Range a, Range b) {
    if (overlaps(a, b)) return Time{};
    return a.in >= b.out ? a.in - b.out : b.in - a.out;
}

// The other of a merge comes back, with the doubts that lie nearer to it. Both get their labels back unless the whole
// was given another one since: then nobody knows whose it was meant for, and both are hidden.
faces::Label part_again(SQLite::Database& db, std::int64_t recording, const Edit& merge, faces::Label now,
                        const std::string& by, const std::string& doing) {
    auto edit = last_edit(db, recording, merge.other);
    if (!edit || edit->verb != merge.verb || edit->other != merge.before.id)
        throw Error(doing, fmt::format("track {} cannot come back", merge.other), ErrorKind::usage);
    const auto merged = edit->before.label == merge.before.label ? merge.before.label : faces::Label::unlabelled;
    if (now != merged) edit->before.label = faces::Label::unlabelled;
    insert_track(db, recording, edit->before);
    note_undone(db, recording, edit->before, edit->id, by);
    const auto kept = range_of(merge.before);
    const auto other = range_of(edit->before);
    auto gap = statement(db, "SELECT id, in_ns, out_ns FROM gaps WHERE recording = ? AND track = ?", recording,
                         merge.before.id);
    std::vector<std::int64_t> nearer;
    while (gap.executeStep()) {
        Columns c(gap);
        const auto id = c.integer();
        const auto range = c.range();
        if (distance(range, other) < distance(range, kept)) nearer.push_back(id);
    }
    for (const auto id : nearer)
        run(db, "UPDATE gaps SET track = ? WHERE recording = ? AND id = ?", merge.other, recording, id);
    return now == merged ? merge.before.label : faces::Label::unlabelled;
}

// The second of a split goes, if nothing was done to it since.
void take_second_back(SQLite::Database& db, std::int64_t recording, const Edit& split, const Track& first,
                      const std::string& doing) {
    const auto second = find_track(db, recording, split.other);
    if (last_edit(db, recording, split.other))
        throw Error(doing, fmt::format("track {} was changed since; undo that first", split.other), ErrorKind::usage);
    if (second.label != first.label)
        throw Error(
            doing,
            fmt::format("tracks {} and {} have different labels now; give both the same first", first.id, second.id),
            ErrorKind::usage);
    run(db, "DELETE FROM tracks WHERE recording = ? AND id = ?", recording, split.other);
    run(db, "UPDATE gaps SET track = ? WHERE recording = ? AND track = ?", first.id, recording, split.other);
}

struct Resolution {
    std::string by;
    std::string text;
};

Resolution resolution_of(SQLite::Database& db, std::int64_t recording, std::int64_t gap) {
    auto row = statement(db, "SELECT resolved_by, resolution FROM gaps WHERE recording = ? AND id = ?", recording, gap);
    if (!row.executeStep()) return {};
    Columns c(row);
    auto by = c.text();
    return {std::move(by), c.text()};
}

// The track whose last edit was to be lengthened over the gap; 0 = none.
std::int64_t lengthened_over(SQLite::Database& db, std::int64_t recording, const std::string& resolution) {
    auto row = statement(db, "SELECT id FROM tracks WHERE recording = ?", recording);
    while (row.executeStep()) {
        const auto track = Columns(row).integer();
        const auto extended = fmt::format("extended: track {}", track);
        if (resolution != extended && !resolution.starts_with(extended + "; ")) continue;
        const auto edit = last_edit(db, recording, track);
        return edit && edit->verb == "faces resolve" ? track : 0;
    }
    return 0;
}

}  // namespace

void Archive::reopen_gap(std::int64_t recording, std::int64_t gap, const std::string& reason, const std::string& by) {
    auto& db = state_->db;
    const auto doing = fmt::format("reopen gap {} of recording {}", gap, recording);
    require_text(doing, limit::reason, reason);
    state_->change(doing, "faces reopen", by, [&]() -> Deed {
        const auto where = find_recording(db, recording);
        auto details = place(recording, find_gap(db, recording, gap).range);
        const auto resolution = resolution_of(db, recording, gap);
        if (resolution.by.empty()) throw Error(doing, "it is open: hidden whole", ErrorKind::usage);
        if (const auto track = lengthened_over(db, recording, resolution.text); track != 0)
            throw Error(
                doing,
                fmt::format("track {0} was lengthened over it; `counterclip faces undo {1} {0}` takes both back", track,
                            where.interview),
                ErrorKind::usage);
        mark_resolved(db, recording, gap, reason, {});  // resolved by nobody: open, and why
        details["gap"] = gap;
        details["resolved_by"] = resolution.by;
        details["with_reason"] = !reason.empty();  // people's words stay out of the log
        return {object_of(where), std::move(details)};
    });
}

std::string Archive::undo_edit(std::int64_t recording, std::int64_t track, const std::string& by) {
    auto& db = state_->db;
    const auto doing = fmt::format("undo the last change of track {} of recording {}", track, recording);
    std::string verb;
    state_->change(doing, "faces undo", by, [&]() -> Deed {
        const auto where = find_recording(db, recording);
        const auto now = find_track(db, recording, track);
        const auto edit = last_edit(db, recording, track);
        if (!edit)
            throw Error(doing, "nothing was done to it by hand since the recording was last analysed",
                        ErrorKind::usage);
        verb = edit->verb;
        Track then = edit->before;
        // A label that somebody gave since is not taken back with a change of boxes.
        if (verb == "faces split" || verb == "faces extend" || verb == "faces resolve") then.label = now.label;
        if (verb == "faces delete" && now.label != faces::Label::not_a_face) then.label = now.label;
        if (verb == "faces merge") then.label = part_again(db, recording, *edit, now.label, by, doing);
        if (verb == "faces split") take_second_back(db, recording, *edit, now, doing);
        std::int64_t opened = 0;
        if (verb == "faces resolve") opened = open_again(db, recording, fmt::format("extended: track {}", track));
        update_track(db, recording, then);
        note_undone(db, recording, now, edit->id, by);
        const auto a = range_of(now);
        const auto b = range_of(then);
        auto details = place(recording, {std::min(a.in, b.in), std::max(a.out, b.out)});
        details["track"] = track;
        details["undone"] = verb;
        if (opened > 0) details["gaps_opened"] = opened;
        return {object_of(where), std::move(details)};
    });
    return verb;
}

}  // namespace counterclip::archive
