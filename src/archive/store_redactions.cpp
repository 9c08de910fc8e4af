// Redactions: intervals that must not go out, of whichever clip (P6). One that is taken back stays on record.
#include "archive/state.h"
#include "core/ids.h"

namespace counterclip::archive {

namespace {

constexpr const char* columns =
    "SELECT d.id, r.interview, d.recording, d.in_ns, d.out_ns, d.why, d.how, d.hides_picture, d.replacement, d.reason, "
    "d.by, d.at, d.removed_by, d.removed_at, d.removed_reason FROM redactions d JOIN recordings r ON r.id = "
    "d.recording ";

Redaction read_redaction(SQLite::Statement& row) {
    Columns c(row);
    Redaction r;
    r.id = c.integer();
    r.interview = c.text();
    r.recording = c.integer();
    r.range = c.range();
    r.why = danger_from(c.text());
    r.how = removal_from(c.text());
    r.hides_picture = c.flag();
    r.replacement = c.text();
    r.reason = c.text();
    r.by = c.text();
    r.at = c.text();
    r.removed_by = c.text();
    r.removed_at = c.text();
    r.removed_reason = c.text();
    return r;
}

std::vector<Redaction> read_redactions(SQLite::Database& db, const std::string& where, std::int64_t recording) {
    std::vector<Redaction> all;
    auto row = statement(db, columns + where, recording);
    while (row.executeStep()) all.push_back(read_redaction(row));
    return all;
}

void require_reason(const std::string& doing, const std::string& reason) {
    if (reason.find_first_not_of(" \t\r\n") == std::string::npos)
        throw Error(doing, "say why, in a sentence without names", ErrorKind::usage);
}

// What was said there, and why it must not be heard, could hold names: they stay out of the log.
Deed deed_of(const Redaction& r) {
    return {fmt::format("redaction {}", r.id),
            {{"interview", r.interview},
             {"recording", r.recording},
             {"in", r.range.in.count()},
             {"out", r.range.out.count()},
             {"why", to_string(r.why)},
             {"how", to_string(r.how)},
             {"hides_picture", r.hides_picture}}};
}

Redaction find_redaction(SQLite::Database& db, std::int64_t id) {
    auto found = read_redactions(db, "WHERE d.id = ?", id);
    if (found.empty())
        throw unknown("redaction", fmt::format("{}", id), "`counterclip redact list CODE` shows what there is");
    return std::move(found.front());
}

}  // namespace

Redaction Archive::add_redaction(Redaction redaction, const std::string& by) {
    auto& db = state_->db;
    const auto doing = fmt::format("redact a stretch of interview {}", redaction.interview);
    require_reason(doing, redaction.reason);
    redaction.by = by;
    redaction.removed_by = redaction.removed_at = redaction.removed_reason = {};
    state_->change(doing, "redact add", by, [&]() -> Deed {
        require_interview(db, redaction.interview);
        const auto recording = find_recording(db, redaction.recording);
        if (recording.interview != redaction.interview)
            throw Error(doing, fmt::format("recording {} belongs to interview {}", recording.id, recording.interview));
        require_not_purged(doing, recording);
        require_inside(doing, recording, redaction.range);
        redaction.at = utc_now();
        run(db,
            "INSERT INTO redactions (recording, in_ns, out_ns, why, how, hides_picture, replacement, reason, by, at) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            redaction.recording, redaction.range.in, redaction.range.out, to_string(redaction.why),
            to_string(redaction.how), redaction.hides_picture, redaction.replacement, redaction.reason, by,
            redaction.at);
        redaction.id = db.getLastInsertRowid();
        return deed_of(redaction);
    });
    return redaction;
}

void Archive::remove_redaction(std::int64_t id, const std::string& reason, const std::string& by) {
    auto& db = state_->db;
    const auto doing = fmt::format("take redaction {} back", id);
    require_reason(doing, reason);
    state_->change(doing, "redact remove", by, [&]() -> Deed {
        const auto redaction = find_redaction(db, id);
        if (!redaction.removed_by.empty())
            throw Error(doing,
                        fmt::format("{} did that on {}", redaction.removed_by, redaction.removed_at.substr(0, 10)));
        run(db, "UPDATE redactions SET removed_by = ?, removed_at = ?, removed_reason = ? WHERE id = ?", by, utc_now(),
            reason, id);
        return deed_of(redaction);
    });
}

void Archive::restore_redaction(std::int64_t id, const std::string& by) {
    auto& db = state_->db;
    const auto doing = fmt::format("restore redaction {}", id);
    state_->change(doing, "redact restore", by, [&]() -> Deed {
        const auto redaction = find_redaction(db, id);
        if (redaction.removed_by.empty()) throw Error(doing, "it was not taken back: it holds", ErrorKind::usage);
        run(db, "UPDATE redactions SET removed_by = '', removed_at = '', removed_reason = '' WHERE id = ?", id);
        return deed_of(redaction);
    });
}

std::vector<Redaction> Archive::redactions(std::int64_t recording) const {
    return state_->read("read redactions", [&] {
        return read_redactions(state_->db, "WHERE d.recording = ? AND d.removed_by = '' ORDER BY d.in_ns, d.id",
                               recording);
    });
}

std::vector<Redaction> Archive::redaction_history(std::int64_t recording) const {
    return state_->read("read redactions", [&] {
        return read_redactions(state_->db, "WHERE d.recording = ? ORDER BY d.in_ns, d.id", recording);
    });
}

}  // namespace counterclip::archive
