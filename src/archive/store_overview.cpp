// Lists and counts, read from the standing tables.
#include "archive/cue_index.h"
#include "archive/overview.h"

#include "archive/standing.h"
#include "archive/state.h"

namespace counterclip::archive {

namespace {

// ?1 is today in all of these. `twice` errs towards two auditors: the gate knows exactly.
constexpr const char* interview_state =
    "CASE WHEN s.withdrawn THEN 'withdrawn' WHEN s.until != '' AND s.until < ?1 THEN 'expired' ELSE s.use END";
constexpr const char* approvers_due = "(1 + twice)";
constexpr const char* stage = R"sql(
    CASE WHEN withdrawn THEN 'withdrawn'
         WHEN until != '' AND until < ?1 THEN 'expired'
         WHEN render = 0 THEN 'draft'
         WHEN stale THEN 'stale'
         WHEN releases > 0 THEN 'released'
         WHEN decision = 'refused' THEN 'refused'
         WHEN decision = 'approved' AND approvers < 1 + twice THEN 'second approval'
         WHEN decision = 'approved' THEN 'approved'
         WHEN verified THEN 'verified'
         ELSE 'rendered' END)sql";

// How badly a clip needs a careful look; age only decides between equals.
constexpr const char* worst_first =
    "(1000 * min(problems, 9) + 400 * minor + 300 * custody + 300 * watched + 50 * min(gaps, 20) "
    "+ 25 * min(deleted, 20) + max(visible, 0)) DESC, since, clip";

std::string clip_columns() {
    return fmt::format(
        "clip, title, purpose, parts, length_ns, {}, since, render, verified, problems, visible, decision, approvers, "
        "{}, custody, minor, watched, gaps, deleted, releases, published, due, until, stale",
        stage, approvers_due);
}

ClipLine read_clip_line(SQLite::Statement& row) {
    Columns c(row);
    ClipLine l;
    l.code = c.text();
    l.title = c.text();
    l.purpose = c.text();
    l.parts = c.small();
    l.length = c.time();
    l.stage = c.text();
    l.since = c.text();
    l.render = c.integer();
    l.verified = c.flag();
    l.problems = c.small();
    l.visible = c.small();
    l.decision = c.text();
    l.approvers = c.small();
    l.approvers_due = c.small();
    l.custody = c.flag();
    l.minor = c.flag();
    l.watched = c.flag();
    l.gaps = c.small();
    l.deleted = c.small();
    l.releases = c.small();
    l.published = c.small();
    l.due = c.text();
    l.until = c.text();
    l.stale = c.small();
    return l;
}

InterviewLine read_interview_line(SQLite::Statement& row) {
    Columns c(row);
    InterviewLine l;
    l.code = c.text();
    l.kind = c.text();
    l.date = c.text();
    l.pseudonym = c.text();
    l.custody = c.flag();
    l.minor = c.flag();
    l.recordings = c.small();
    l.clips = c.small();
    l.consent = c.text();
    l.revision = c.integer();
    l.until = c.text();
    return l;
}

void require_word(std::string_view what, const std::string& word, const std::vector<std::string>& words) {
    if (word.empty() || std::find(words.begin(), words.end(), word) != words.end()) return;
    throw Error(fmt::format("{} '{}'", what, word), fmt::format("is not one of {}", fmt::join(words, ", ")),
                ErrorKind::usage);
}

using Counts = std::vector<std::pair<std::string, std::int64_t>>;

// In the order of the words, those that nothing has included.
Counts counted(SQLite::Statement row, const std::vector<std::string>& words) {
    std::map<std::string, std::int64_t> found;
    while (row.executeStep()) {
        Columns c(row);
        const auto word = c.text();
        found[word] = c.integer();
    }
    Counts counts;
    for (const auto& word : words) counts.emplace_back(word, found[word]);
    return counts;
}

std::vector<TakedownDue> read_takedowns(SQLite::Database& db, const std::string& today) {
    std::vector<TakedownDue> all;
    auto row = statement(db, "SELECT clip, due FROM clip_standing WHERE due != '' ORDER BY due, clip");
    while (row.executeStep()) {
        Columns c(row);
        TakedownDue due;
        due.clip = c.text();
        due.due = c.text().substr(0, 10);
        due.overdue = due.due < today;
        all.push_back(std::move(due));
    }
    return all;
}

std::vector<OpenGaps> read_open_gaps(SQLite::Database& db) {
    std::vector<OpenGaps> all;
    auto row = statement(db,
                         "SELECT r.interview, r.position, g.open FROM (SELECT recording, count(*) AS open FROM gaps "
                         "WHERE resolved_by = '' GROUP BY recording) g JOIN recordings r ON r.id = g.recording "
                         "ORDER BY g.open DESC, r.interview, r.position");
    while (row.executeStep()) {
        Columns c(row);
        OpenGaps gaps;
        gaps.interview = c.text();
        gaps.position = c.small();
        gaps.gaps = c.small();
        all.push_back(std::move(gaps));
    }
    return all;
}

void read_checkpoint_age(SQLite::Database& db, Overview& overview) {
    overview.events_since_checkpoint = overview.log.sequence;
    auto row = statement(db, "SELECT at, sequence FROM checkpoints ORDER BY sequence DESC, at DESC LIMIT 1");
    if (!row.executeStep()) return;
    Columns c(row);
    overview.checkpoint_at = c.text();
    overview.events_since_checkpoint = overview.log.sequence - c.integer();
}

// One key is one person, under whatever codes. The gate asks the records anew (editors_of).
constexpr const char* no_hand_in_it =
    "clip NOT IN (SELECT clip FROM clip_hands WHERE operator IN (SELECT ?2 UNION SELECT o.code FROM operators p "
    "JOIN operators o ON o.public_key = p.public_key WHERE p.code = ?2 AND p.public_key <> ''))";

}  // namespace

const std::vector<std::string>& consent_states() {
    static const std::vector<std::string> words{"none", "withdrawn", "expired", "research", "training", "public"};
    return words;
}

const std::vector<std::string>& clip_stages() {
    static const std::vector<std::string> words{"draft",   "rendered", "verified", "second approval", "approved",
                                                "refused", "released", "stale",    "expired",         "withdrawn"};
    return words;
}

Overview Archive::overview(const std::string& today) const {
    return state_->read("look at how far the work is", [&] {
        auto& db = state_->db;
        Overview o;
        o.interviews_by_consent = counted(
            statement(db, fmt::format("SELECT {}, count(*) FROM interview_standing s GROUP BY 1", interview_state),
                      today),
            consent_states());
        o.interviews_by_kind =
            counted(statement(db, "SELECT kind, count(*) FROM interviews GROUP BY kind"), {"video", "audio", "none"});
        o.clips_by_stage =
            counted(statement(db, fmt::format("SELECT {}, count(*) FROM clip_standing GROUP BY 1", stage), today),
                    clip_stages());
        o.takedowns = read_takedowns(db, today);
        o.gaps = read_open_gaps(db);
        o.purges_waiting = number(db, 0, "SELECT count(*) FROM purges WHERE done_at = ''");
        o.purges_with_vault_left = std::ranges::count_if(purges(), &Purge::vault_left);
        o.log = log_head();
        read_checkpoint_age(db, o);
        return o;
    });
}

Page<ClipLine> Archive::clip_lines(const ClipFilter& f, const std::string& today) const {
    require_word("stage", f.stage, clip_stages());
    require_word("consent", f.consent, consent_states());
    const auto where = fmt::format(
        R"sql(
        FROM clip_standing WHERE (?2 = '' OR {} = ?2)
        AND (?3 = '' OR clip IN (SELECT clip FROM clip_interviews WHERE interview IN
             (SELECT interview FROM interview_standing s WHERE {} = ?3)))
        AND (?4 = '' OR clip IN (SELECT clip FROM clip_interviews WHERE interview = ?4))
        AND (?5 = '' OR clip IN (SELECT clip FROM clip_tags WHERE tag = ?5))
        AND (?6 = '' OR instr(lower(clip), lower(?6)) OR instr(lower(title), lower(?6))))sql",
        stage, interview_state);
    return state_->read("list clips", [&] {
        auto& db = state_->db;
        Page<ClipLine> page;
        page.total = number(db, 0, "SELECT count(*) " + where, today, f.stage, f.consent, f.interview, f.tag, f.text);
        auto row = statement(db, "SELECT " + clip_columns() + where + " ORDER BY clip LIMIT ?7 OFFSET ?8", today,
                             f.stage, f.consent, f.interview, f.tag, f.text, f.limit, f.offset);
        while (row.executeStep()) page.lines.push_back(read_clip_line(row));
        return page;
    });
}

Page<InterviewLine> Archive::interview_lines(const InterviewFilter& f, const std::string& today) const {
    require_word("consent", f.consent, consent_states());
    require_word("stage", f.stage, clip_stages());
    if (!f.kind.empty()) (void)recording_kind_from(f.kind);
    const auto where = fmt::format(
        R"sql(
        FROM interview_standing s JOIN interviews i ON i.code = s.interview WHERE (?2 = '' OR {} = ?2)
        AND (?3 = '' OR i.kind = ?3)
        AND (?4 = '' OR s.interview IN (SELECT interview FROM interview_tags WHERE tag = ?4))
        AND (?5 = '' OR instr(lower(i.code), lower(?5)) OR instr(lower(i.pseudonym), lower(?5)))
        AND (?6 = '' OR EXISTS (SELECT 1 FROM json_each(i.languages) WHERE lower(value) = lower(?6)
             OR instr(lower(value), lower(?6) || '-') = 1))
        AND (?7 = '' OR s.interview IN (SELECT interview FROM clip_interviews WHERE clip IN
             (SELECT clip FROM clip_standing WHERE {} = ?7))))sql",
        interview_state, stage);
    const auto columns = fmt::format(
        "SELECT i.code, i.kind, i.date, i.pseudonym, i.custody, i.minor, s.recordings, s.clips, {}, s.revision, "
        "s.until",
        interview_state);
    return state_->read("list interviews", [&] {
        auto& db = state_->db;
        Page<InterviewLine> page;
        page.total =
            number(db, 0, "SELECT count(*) " + where, today, f.consent, f.kind, f.tag, f.text, f.language, f.stage);
        auto row = statement(db, columns + where + " ORDER BY s.interview LIMIT ?8 OFFSET ?9", today, f.consent, f.kind,
                             f.tag, f.text, f.language, f.stage, f.limit, f.offset);
        while (row.executeStep()) page.lines.push_back(read_interview_line(row));
        return page;
    });
}

std::vector<std::string> Archive::wrong_lists() const {
    return state_->read("compare the lists with the records", [&] {
        auto wrong = wrong_standing(state_->db);
        for (auto& code : wrong_cue_index(state_->db)) wrong.push_back(std::move(code));
        return wrong;
    });
}

Page<ClipLine> Archive::audit_queue(const std::string& today, std::int64_t limit,
                                    const std::string& not_edited_by) const {
    const auto waiting = fmt::format(
        " FROM clip_standing WHERE ({0} IN ('verified', 'second approval') OR ({0} = 'stale' AND stale = 2 AND "
        "verified "
        "AND decision != 'refused' AND releases = 0 AND approvers < 1 + twice)) AND (?2 = '' OR {1})",
        stage, no_hand_in_it);
    return state_->read("list what waits for an auditor", [&] {
        auto& db = state_->db;
        Page<ClipLine> page;
        page.total = number(db, 0, "SELECT count(*)" + waiting, today, not_edited_by);
        auto row = statement(db, "SELECT " + clip_columns() + waiting + " ORDER BY " + worst_first + " LIMIT ?3", today,
                             not_edited_by, limit);
        while (row.executeStep()) page.lines.push_back(read_clip_line(row));
        return page;
    });
}

}  // namespace counterclip::archive
