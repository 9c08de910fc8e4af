#include "archive/standing.h"

#include <array>
#include <set>

#include <fmt/format.h>

#include "archive/hands.h"
#include "archive/sql.h"

namespace counterclip::archive {

namespace {

constexpr const char* interview_row = R"sql(
SELECT i.code, coalesce(c.revision, 0), coalesce(c.use, 'none'), coalesce(c.withdrawn, 0), coalesce(c.until, ''),
       (SELECT count(*) FROM recordings WHERE interview = i.code),
       (SELECT count(DISTINCT p.clip) FROM recordings r JOIN clip_parts p ON p.recording = r.id WHERE r.interview = i.code)
FROM interviews i
LEFT JOIN consent c ON c.interview = i.code AND c.person = 'subject' AND c.revision =
     (SELECT max(revision) FROM consent WHERE interview = i.code AND person = 'subject')
)sql";

// Parts of another place in the recording are none of the clip's business; what is near enough to reach into a mask is.
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
            AND EXISTS (SELECT 1 FROM part p JOIN tracks t ON t.recording = p.recording AND t.label = 'not_a_face'
                        WHERE p.interview = a.interview AND (t.in_ns IS NULL OR (t.in_ns < p.out_ns AND p.in_ns < t.out_ns))))
        OR EXISTS (SELECT 1 FROM consent o WHERE o.interview = a.interview AND o.person != 'subject'
                   AND (o.withdrawn OR o.voice = 'alter') AND o.revision =
                       (SELECT max(revision) FROM consent WHERE interview = o.interview AND person = o.person))),
    (SELECT count(*) FROM (SELECT DISTINCT g.recording, g.id FROM part p JOIN gaps g ON g.recording = p.recording
        AND g.resolved_by = '' AND g.in_ns < p.out_ns AND p.in_ns < g.out_ns)),
    (SELECT count(*) FROM (SELECT DISTINCT t.recording, t.rowid FROM part p JOIN tracks t ON t.recording = p.recording
        AND t.label = 'not_a_face' AND (t.in_ns IS NULL OR (t.in_ns < p.out_ns AND p.in_ns < t.out_ns)))),
    (SELECT count(*) FROM releases WHERE render = (SELECT id FROM render) AND state != 'failed'),
    (SELECT count(*) FROM out),
    coalesce((SELECT min(due) FROM (
        SELECT takedown_due AS due FROM out WHERE takedown_due != ''
        UNION ALL SELECT p.takedown_due FROM renders r JOIN releases l ON l.render = r.id JOIN places p ON p.release = l.id
            WHERE r.clip = ?1 AND p.takedown_due != '' AND p.takedown_done = '')), '')
FROM latest l
)sql";

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

void renew_interview(SQLite::Database& db, const std::string& code) {
    run(db, "DELETE FROM interview_standing WHERE interview = ?", code);
    run(db, std::string("INSERT INTO interview_standing ") + interview_row + "WHERE i.code = ?", code);
}
void renew_clip(SQLite::Database& db, const std::string& code) {
    run(db, "DELETE FROM clip_standing WHERE clip = ?", code);
    run(db, std::string("INSERT INTO clip_standing ") + clip_row, code);
    run(db, "DELETE FROM clip_hands WHERE clip = ?", code);
    run(db, std::string("INSERT INTO clip_hands ") + hands_of_clip + " SELECT code, ?1 FROM hands", code);
}

std::vector<std::string> texts_of(SQLite::Database& db, const std::string& sql) {
    std::vector<std::string> all;
    SQLite::Statement row(db, sql);
    while (row.executeStep()) all.push_back(row.getColumn(0).getString());
    return all;
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
    for (const auto& code : interviews) renew_interview(db, code);
    for (const auto& code : clips) renew_clip(db, code);
}

void rebuild_standing(SQLite::Database& db) {
    db.exec("DELETE FROM interview_standing; DELETE FROM clip_standing; DELETE FROM clip_hands");
    db.exec(std::string("INSERT INTO interview_standing ") + interview_row);
    SQLite::Statement standing(db, std::string("INSERT INTO clip_standing ") + clip_row);
    SQLite::Statement hands(db, std::string("INSERT INTO clip_hands ") + hands_of_clip + " SELECT code, ?1 FROM hands");
    for (const auto& code : texts_of(db, "SELECT DISTINCT clip FROM clip_versions"))
        for (auto* insert : {&standing, &hands}) {
            insert->bind(1, code);
            insert->exec();
            insert->reset();
        }
}

std::vector<std::string> wrong_standing(SQLite::Database& db) {
    auto wrong = texts_of(db, fmt::format("SELECT interview FROM (SELECT * FROM interview_standing EXCEPT {0}) "
                                          "UNION SELECT code FROM ({0} EXCEPT SELECT * FROM interview_standing)",
                                          interview_row));
    SQLite::Statement same(db, fmt::format("SELECT count(*) FROM (SELECT * FROM clip_standing WHERE clip = ?1 "
                                           "INTERSECT SELECT * FROM ({}))",
                                           clip_row));
    SQLite::Statement same_hands(
        db, std::string(hands_of_clip) +
                " SELECT NOT EXISTS (SELECT code FROM hands EXCEPT SELECT operator FROM clip_hands WHERE clip = ?1) "
                "AND NOT EXISTS (SELECT operator FROM clip_hands WHERE clip = ?1 EXCEPT SELECT code FROM hands)");
    for (const auto& code : texts_of(db,
                                     "SELECT clip FROM clip_versions UNION SELECT clip FROM clip_standing "
                                     "UNION SELECT clip FROM clip_hands"))
        for (auto* question : {&same, &same_hands}) {
            question->bind(1, code);
            const bool right = question->executeStep() && question->getColumn(0).getInt() == 1;
            question->reset();
            if (right) continue;
            wrong.push_back(code);
            break;
        }
    return wrong;
}

}  // namespace counterclip::archive
