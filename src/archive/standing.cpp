#include "archive/standing.h"

#include <array>
#include <set>
#include <span>

#include <fmt/format.h>

#include "archive/hands.h"
#include "archive/sql.h"

namespace counterclip::archive {

namespace {

constexpr const char* interview_row = R"sql(
SELECT i.code, coalesce(c.revision, 0), coalesce(c.use, 'none'), coalesce(c.withdrawn, 0), coalesce(c.until, ''),
       (SELECT count(*) FROM recordings WHERE interview = i.code),
       (SELECT count(DISTINCT p.clip) FROM recordings r JOIN clip_parts p ON p.recording = r.id WHERE r.interview = i.code
        AND NOT EXISTS (SELECT 1 FROM clip_discards WHERE clip = p.clip AND restored_at = ''))
FROM interviews i
LEFT JOIN consent c ON c.interview = i.code AND c.person = 'subject' AND c.revision =
     (SELECT max(revision) FROM consent WHERE interview = i.code AND person = 'subject')
WHERE i.code = ?1)sql";

constexpr const char* tags_of_interview = R"sql(
SELECT DISTINCT tag.value, ?1 FROM recordings r CROSS JOIN segments g ON g.recording = r.id AND g.removed_by = ''
JOIN json_each(g.tags) tag WHERE r.interview = ?1)sql";

constexpr const char* interviews_of_clip = R"sql(
SELECT DISTINCT r.interview, ?1 FROM clip_parts p CROSS JOIN recordings r ON r.id = p.recording
WHERE p.clip = ?1 AND p.version = (SELECT max(version) FROM clip_versions WHERE clip = ?1))sql";

// Of the segments that reach into what the clip shows now.
constexpr const char* tags_of_clip = R"sql(
SELECT DISTINCT tag.value, ?1 FROM clip_parts p CROSS JOIN segments g ON g.recording = p.recording
    AND g.in_ns < p.out_ns AND p.in_ns < g.out_ns AND g.removed_by = '' JOIN json_each(g.tags) tag
WHERE p.clip = ?1 AND p.version = (SELECT max(version) FROM clip_versions WHERE clip = ?1))sql";

// Parts of another place in the recording are none of the clip's business; what is near enough to reach into a mask is.
// CROSS JOIN keeps the order: without statistics SQLite takes the few rows of `part` for many, and reads all faces
// there are for one clip.
constexpr const char* clip_row = R"sql(
WITH latest AS MATERIALIZED (SELECT * FROM clip_versions WHERE clip = ?1 ORDER BY version DESC LIMIT 1),
part AS MATERIALIZED (
    SELECT p.recording, p.in_ns, p.out_ns, r.interview FROM clip_parts p JOIN recordings r ON r.id = p.recording
    WHERE p.clip = ?1 AND p.version = (SELECT version FROM latest)),
who AS MATERIALIZED (SELECT DISTINCT interview FROM part),
agreed AS MATERIALIZED (
    SELECT w.interview, coalesce(c.revision, 0) AS revision, coalesce(c.withdrawn, 0) AS withdrawn,
           coalesce(json_extract(c.purposes, '$.' || (SELECT purpose FROM latest) || '.until'), c.until, '') AS until,
           i.custody, i.minor,
           EXISTS (SELECT 1 FROM json_each(i.present), json_each('["guard","minder","police","officer","official","soldier"]') w
                   WHERE lower(json_each.value) LIKE '%' || w.value || '%' AND lower(json_each.value) NOT LIKE '%guardian%')
               AS watched,
           coalesce(json_extract(c.purposes, '$.' || (SELECT purpose FROM latest) || '.risk'), c.risk, 'acquaintances')
               AS risk,
           EXISTS (SELECT 1 FROM json_each(coalesce(c.preferences, '[]')) WHERE value IN ('woman-interviewer', 'no-men-present'))
               AND (i.present = '[]' OR EXISTS (SELECT 1 FROM json_each(i.present) WHERE value NOT LIKE '%:woman')) AS wishes
    FROM who w JOIN interviews i ON i.code = w.interview
    LEFT JOIN consent c ON c.interview = w.interview AND c.person = 'subject' AND c.revision =
         (SELECT max(revision) FROM consent WHERE interview = w.interview AND person = 'subject')),
render AS MATERIALIZED (SELECT * FROM renders WHERE clip = ?1 ORDER BY id DESC LIMIT 1),
word AS MATERIALIZED (
    SELECT id, approved, by, at FROM approvals a WHERE render = (SELECT id FROM render)),
yes AS (
    SELECT by FROM word a WHERE approved = 1 AND id = (SELECT max(id) FROM word WHERE by = a.by)),
out AS MATERIALIZED (
    SELECT l.id, l.takedown_due FROM renders r JOIN releases l ON l.render = r.id
    WHERE r.clip = ?1 AND l.state != 'failed' AND l.takedown_done = '')
SELECT l.clip, l.version, l.title, l.purpose,
    (SELECT count(*) FROM part), (SELECT coalesce(sum(out_ns - in_ns), 0) FROM part),
    coalesce((SELECT at FROM word ORDER BY id DESC LIMIT 1), (SELECT at FROM render), l.at),
    coalesce((SELECT id FROM render), 0),
    coalesce((SELECT verification != '' FROM render), 0),
    coalesce((SELECT json_array_length(verification, '$.problems') FROM render WHERE json_valid(verification)), 0),
    coalesce((SELECT CAST(round(1000 * json_extract(verification, '$."worst visible"')) AS INTEGER)
              FROM render WHERE json_valid(verification)), -1),
    CASE WHEN NOT EXISTS (SELECT 1 FROM word) THEN ''
         WHEN EXISTS (SELECT 1 FROM word a WHERE approved = 0 AND id = (SELECT max(id) FROM word WHERE by = a.by))
         THEN 'refused' ELSE 'approved' END,
    (SELECT count(*) FROM yes),
    coalesce((SELECT CASE WHEN clip_version < l.version
        OR EXISTS (SELECT 1 FROM json_each(consent_revisions) pinned JOIN agreed a ON a.interview = pinned.key
                   WHERE a.revision > pinned.value) THEN 1 ELSE
          2 * (EXISTS (SELECT 1 FROM json_each(made_from) m JOIN recordings o ON o.id = CAST(m.key AS INTEGER)
                        WHERE o.changes > m.value)
             OR EXISTS (SELECT 1 FROM who w JOIN consent c ON c.interview = w.interview
                        WHERE c.person != 'subject' AND c.at > render.at)) END
      FROM render), 0),
    (SELECT coalesce(max(withdrawn), 0) FROM agreed),
    coalesce((SELECT min(until) FROM agreed WHERE until != ''), ''),
    (SELECT coalesce(max(custody), 0) FROM agreed), (SELECT coalesce(max(minor), 0) FROM agreed),
    (SELECT coalesce(max(watched), 0) FROM agreed),
    EXISTS (SELECT 1 FROM agreed a WHERE a.custody OR a.minor OR a.watched OR a.wishes
        OR (a.risk = 'acquaintances'
            AND ((NOT l.hide_faces AND EXISTS (SELECT 1 FROM part p JOIN recordings r ON r.id = p.recording
                                               WHERE p.interview = a.interview AND r.has_picture))
                 OR (l.disguise = 'none' AND EXISTS (SELECT 1 FROM part p JOIN recordings r ON r.id = p.recording
                                                     WHERE p.interview = a.interview AND r.has_sound))))
        OR (a.risk IN ('strangers', 'acquaintances')
            AND EXISTS (SELECT 1 FROM part p CROSS JOIN tracks t ON t.recording = p.recording AND t.label = 'not_a_face'
                        WHERE p.interview = a.interview AND (t.in_ns IS NULL OR (t.in_ns < p.out_ns AND p.in_ns < t.out_ns))))
        OR EXISTS (SELECT 1 FROM consent o WHERE o.interview = a.interview AND o.person != 'subject'
                   AND (o.withdrawn OR o.voice = 'alter') AND o.revision =
                       (SELECT max(revision) FROM consent WHERE interview = o.interview AND person = o.person))),
    (SELECT count(*) FROM (SELECT DISTINCT g.recording, g.id FROM part p CROSS JOIN gaps g ON g.recording = p.recording
        AND g.resolved_by = '' AND g.in_ns < p.out_ns AND p.in_ns < g.out_ns)),
    (SELECT count(*) FROM (SELECT DISTINCT t.recording, t.rowid FROM part p CROSS JOIN tracks t ON t.recording = p.recording
        AND t.label = 'not_a_face' AND (t.in_ns IS NULL OR (t.in_ns < p.out_ns AND p.in_ns < t.out_ns)))),
    (SELECT count(*) FROM releases WHERE render = (SELECT id FROM render) AND state != 'failed'),
    (SELECT count(*) FROM out),
    coalesce((SELECT min(due) FROM (
        SELECT takedown_due AS due FROM out WHERE takedown_due != ''
        UNION ALL SELECT p.takedown_due FROM renders r JOIN releases l ON l.render = r.id JOIN places p ON p.release = l.id
            WHERE r.clip = ?1 AND p.takedown_due != '' AND p.takedown_done = '')), '')
FROM latest l WHERE 1)sql";

// A discarded clip has no row: lists read nothing else.
const std::string of_kept_clip = " AND NOT EXISTS (SELECT 1 FROM clip_discards WHERE clip = ?1 AND restored_at = '')";
const std::string standing_row = clip_row + of_kept_clip;
const std::string hands_row = std::string(hands_of_clip) + " SELECT code, ?1 FROM hands WHERE 1" + of_kept_clip;
const std::string tags_row = tags_of_clip + of_kept_clip;
const std::string interviews_row = interviews_of_clip + of_kept_clip;

// A table that is kept: whose rows they are, and what they must be for ?1, in the order of the columns.
struct Kept {
    const char* table;
    const char* owner;
    const char* rows;
};
constexpr std::array of_interviews{Kept{"interview_standing", "interview", interview_row},
                                   Kept{"interview_tags", "interview", tags_of_interview}};
const std::array of_clips{Kept{"clip_standing", "clip", standing_row.c_str()},
                          Kept{"clip_hands", "clip", hands_row.c_str()}, Kept{"clip_tags", "clip", tags_row.c_str()},
                          Kept{"clip_interviews", "clip", interviews_row.c_str()}};
constexpr const char* all_interviews = "SELECT code FROM interviews";
constexpr const char* all_clips = "SELECT DISTINCT clip FROM clip_versions";

// What a record of each kind bears on, by its key as a JSON array (?1). A recording counts every change of its
// segments, tracks, gaps and regions, so those need no row of their own.
struct Reach {
    std::string_view word;
    const char* interviews;
    const char* clips;
};
constexpr const char* none = "SELECT 1 WHERE 0";
constexpr const char* first_key = "SELECT json_extract(?1, '$[0]')";
constexpr const char* clips_of_interview =
    "SELECT DISTINCT p.clip FROM recordings r JOIN clip_parts p ON p.recording = r.id "
    "WHERE r.interview = json_extract(?1, '$[0]')";
constexpr std::array reaches{
    Reach{"interview", first_key, clips_of_interview},
    Reach{"consent", first_key, clips_of_interview},
    Reach{"recording", "SELECT interview FROM recordings WHERE id = json_extract(?1, '$[0]')",
          "SELECT DISTINCT clip FROM clip_parts WHERE recording = json_extract(?1, '$[0]')"},
    Reach{"clip", none, first_key},
    Reach{"clip parts",
          "SELECT DISTINCT r.interview FROM clip_parts p JOIN recordings r ON r.id = p.recording "
          "WHERE p.clip = json_extract(?1, '$[0]') AND p.version = json_extract(?1, '$[1]')",
          first_key},
    Reach{"discard",
          "SELECT DISTINCT r.interview FROM clip_discards d JOIN clip_parts p ON p.clip = d.clip "
          "JOIN recordings r ON r.id = p.recording WHERE d.id = json_extract(?1, '$[0]')",
          "SELECT clip FROM clip_discards WHERE id = json_extract(?1, '$[0]')"},
    Reach{"render", none, "SELECT clip FROM renders WHERE id = json_extract(?1, '$[0]')"},
    Reach{"decision", none,
          "SELECT r.clip FROM approvals a JOIN renders r ON r.id = a.render WHERE a.id = json_extract(?1, '$[0]')"},
    Reach{"release", none,
          "SELECT r.clip FROM releases l JOIN renders r ON r.id = l.render WHERE l.id = json_extract(?1, '$[0]')"},
    Reach{"place", none,
          "SELECT r.clip FROM places p JOIN releases l ON l.id = p.release JOIN renders r ON r.id = l.render "
          "WHERE p.id = json_extract(?1, '$[0]')"},
};

void collect(SQLite::Database& db, const char* sql, const std::string& key, std::set<std::string>& codes) {
    if (sql == none) return;
    auto row = statement(db, sql, key);
    while (row.executeStep()) codes.insert(Columns(row).text());
}

// Compiling such statements takes longer than running them: once for any number of codes.
void renew(SQLite::Database& db, std::span<const Kept> tables, const std::set<std::string>& codes) {
    if (codes.empty()) return;
    for (const auto& kept : tables) {
        SQLite::Statement remove(db, fmt::format("DELETE FROM {} WHERE {} = ?1", kept.table, kept.owner));
        SQLite::Statement insert(db, fmt::format("INSERT INTO {} {}", kept.table, kept.rows));
        for (const auto& code : codes)
            for (auto* step : {&remove, &insert}) {
                step->bind(1, code);
                step->exec();
                step->reset();
            }
    }
}

std::set<std::string> texts_of(SQLite::Database& db, const std::string& sql) {
    std::set<std::string> all;
    SQLite::Statement row(db, sql);
    while (row.executeStep()) all.insert(row.getColumn(0).getString());
    return all;
}

// Codes whose rows in one of the tables are not what they must be; those that nothing has are among `codes` too.
void find_wrong(SQLite::Database& db, const Kept& kept, std::set<std::string> codes, std::set<std::string>& wrong) {
    codes.merge(texts_of(db, fmt::format("SELECT DISTINCT {} FROM {}", kept.owner, kept.table)));
    SQLite::Statement same(
        db, fmt::format("WITH due AS MATERIALIZED ({}), kept AS MATERIALIZED (SELECT * FROM {} WHERE {} = ?1) "
                        "SELECT NOT EXISTS (SELECT * FROM due EXCEPT SELECT * FROM kept) "
                        "AND NOT EXISTS (SELECT * FROM kept EXCEPT SELECT * FROM due)",
                        kept.rows, kept.table, kept.owner));
    for (const auto& code : codes) {
        same.bind(1, code);
        if (!same.executeStep() || same.getColumn(0).getInt() != 1) wrong.insert(code);
        same.reset();
    }
}

}  // namespace

void refresh_standing(SQLite::Database& db, const std::vector<Touched>& touched) {
    std::set<std::string> interviews;
    std::set<std::string> clips;
    for (const auto& t : touched)
        for (const auto& reach : reaches) {
            if (reach.word != t.kind->word) continue;
            collect(db, reach.interviews, t.key, interviews);
            collect(db, reach.clips, t.key, clips);
        }
    renew(db, of_interviews, interviews);
    renew(db, of_clips, clips);
}

void rebuild_standing(SQLite::Database& db) {
    for (const auto& tables : {std::span<const Kept>(of_interviews), std::span<const Kept>(of_clips)})
        for (const auto& kept : tables) db.exec(fmt::format("DELETE FROM {}", kept.table));
    renew(db, of_interviews, texts_of(db, all_interviews));
    renew(db, of_clips, texts_of(db, all_clips));
}

std::vector<std::string> wrong_standing(SQLite::Database& db) {
    std::set<std::string> wrong;
    for (const auto& kept : of_interviews) find_wrong(db, kept, texts_of(db, all_interviews), wrong);
    for (const auto& kept : of_clips) find_wrong(db, kept, texts_of(db, all_clips), wrong);
    return {wrong.begin(), wrong.end()};
}

std::vector<std::string> standing_statements() {
    std::vector<std::string> all;
    for (const auto& tables : {std::span<const Kept>(of_interviews), std::span<const Kept>(of_clips)})
        for (const auto& kept : tables) all.emplace_back(kept.rows);
    return all;
}

}  // namespace counterclip::archive
