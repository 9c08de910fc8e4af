// Who had a hand in what a clip shows (P8), as SQL: the gate asks it for one clip, lists keep the answer.
#pragma once

namespace counterclip::archive {

// `WITH ... hands(code)`, to be followed by a SELECT; ?1 is the clip. Operators who share a key are not joined here.
//
// What the clip shows now, and the faces seen in it: a track that was split or merged counts with what it came from.
// Whoever labelled or edited a face that is seen in the clip counts wherever it was then. Work on segments, redactions,
// gaps and regions counts where it touches what is shown, or touched it: who made a segment narrower, or took it away,
// shows again what it had taken out, so the log is asked too. A description (custody, minor, pseudonym ...) and a
// consent count for the whole interview: each decides what must be hidden. Who only noted a withdrawal allowed nothing.
inline constexpr const char* hands_of_clip = R"sql(
    WITH RECURSIVE
    shown AS (SELECT recording, in_ns, out_ns FROM clip_parts
              WHERE clip = ?1 AND version = (SELECT max(version) FROM clip_versions WHERE clip = ?1)),
    seen(recording, track) AS (
        SELECT t.recording, t.id FROM shown CROSS JOIN tracks t ON t.recording = shown.recording
            AND (t.in_ns IS NULL OR (t.in_ns < shown.out_ns AND shown.in_ns < t.out_ns))
        UNION SELECT e.recording, e.track FROM seen CROSS JOIN track_edits e
            ON e.recording = seen.recording AND e.other = seen.track),
    work AS (SELECT e.by, e.details, r.id AS recording FROM (SELECT DISTINCT recording FROM shown)
             JOIN recordings r ON r.id = recording
             CROSS JOIN events e ON e.object = 'recording ' || r.position || ' of interview ' || r.interview
             WHERE e.verb LIKE 'faces %'),
    of AS (SELECT DISTINCT r.interview FROM shown JOIN recordings r ON r.id = shown.recording),
    hands(code) AS (
        SELECT by FROM clip_versions WHERE clip = ?1
        UNION SELECT by FROM renders WHERE clip = ?1
        UNION SELECT discarded_by FROM clip_discards WHERE clip = ?1
        UNION SELECT restored_by FROM clip_discards WHERE clip = ?1 AND restored_by <> ''
        UNION SELECT s.by FROM shown CROSS JOIN segments s
            ON s.recording = shown.recording AND s.in_ns < shown.out_ns AND shown.in_ns < s.out_ns
        UNION SELECT e.by FROM shown CROSS JOIN segments s ON s.recording = shown.recording
            CROSS JOIN events e ON e.object = 'segment ' || s.id
            WHERE (json_extract(e.details, '$.in') < shown.out_ns AND shown.in_ns < json_extract(e.details, '$.out'))
               OR (json_extract(e.details, '$.was.in') < shown.out_ns
                   AND shown.in_ns < json_extract(e.details, '$.was.out'))
        UNION SELECT d.by FROM shown CROSS JOIN redactions d
            ON d.recording = shown.recording AND d.in_ns < shown.out_ns AND shown.in_ns < d.out_ns
        UNION SELECT d.removed_by FROM shown CROSS JOIN redactions d
            ON d.recording = shown.recording AND d.in_ns < shown.out_ns AND shown.in_ns < d.out_ns
            WHERE d.removed_by <> ''
        UNION SELECT e.by FROM shown CROSS JOIN redactions d
            ON d.recording = shown.recording AND d.in_ns < shown.out_ns AND shown.in_ns < d.out_ns
            CROSS JOIN events e ON e.object = 'redaction ' || d.id
        UNION SELECT t.by FROM shown CROSS JOIN transcripts t ON t.recording = shown.recording
        UNION SELECT d.by FROM shown CROSS JOIN dubs d ON d.recording = shown.recording
        UNION SELECT g.resolved_by FROM shown CROSS JOIN gaps g
            ON g.recording = shown.recording AND g.in_ns < shown.out_ns AND shown.in_ns < g.out_ns
            WHERE g.resolved_by <> ''
        UNION SELECT w.by FROM work w JOIN shown ON shown.recording = w.recording
            AND json_extract(w.details, '$.in') < shown.out_ns AND shown.in_ns < json_extract(w.details, '$.out')
        UNION SELECT w.by FROM work w JOIN seen ON seen.recording = w.recording
            AND seen.track = json_extract(w.details, '$.track')
        UNION SELECT c.author FROM of CROSS JOIN consent c ON c.interview = of.interview AND c.withdrawn = 0
        UNION SELECT e.by FROM of CROSS JOIN events e ON e.object = 'interview ' || of.interview
            WHERE e.verb IN ('interview add', 'interview change')))sql";

}  // namespace counterclip::archive
