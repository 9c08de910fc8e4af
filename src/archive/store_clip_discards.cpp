// Clips that were made by mistake, and their way back. Nothing is deleted: what was discarded stays on record.
#include "archive/state.h"
#include "archive/text_limits.h"
#include "core/ids.h"

namespace fs = std::filesystem;

namespace counterclip::archive {

namespace {

void require_reason(std::string_view doing, const std::string& reason) {
    require_text(doing, limit::reason, reason);
    if (reason.find_first_not_of(" \t\r\n") == std::string::npos)
        throw Error(doing, "say why, in a sentence without names", ErrorKind::usage);
}

// What was made of it others may have seen, or will: that is judged and taken down, never forgotten.
void require_not_rendered(SQLite::Database& db, std::string_view doing, const std::string& clip) {
    auto row = statement(db,
                         "SELECT id, at, EXISTS (SELECT 1 FROM releases l JOIN renders r ON r.id = l.render "
                         "WHERE r.clip = ?1 AND l.state <> 'failed') FROM renders WHERE clip = ?1 "
                         "ORDER BY id DESC LIMIT 1",
                         clip);
    if (!row.executeStep()) return;
    Columns c(row);
    const auto render = c.integer();
    const auto day = c.text().substr(0, 10);
    const bool is_released = c.flag();
    const auto instead =
        is_released ? fmt::format(
                          "it was released: `counterclip ledger list --clip {0}` says where it is to come down from, "
                          "`counterclip ledger done` notes that it did; `counterclip refuse {0} --reason WHY` stops "
                          "further releases",
                          clip)
                    : fmt::format(
                          "`counterclip refuse {0} --reason WHY` keeps it from being released, `counterclip clip "
                          "change {0}` makes it otherwise",
                          clip);
    throw Error(doing, fmt::format("render {} was made of it on {}, and stays on record; {}", render, day, instead),
                ErrorKind::usage);
}

// Reports are files, named after the clip (`audit report`).
void require_no_report(const fs::path& archive, std::string_view doing, const std::string& clip) {
    for (const auto* ending : {".html", "-archive-only.html"}) {
        const auto report = archive / "derived" / "reports" / (clip + ending);
        std::error_code unreadable;
        if (fs::exists(report, unreadable) || unreadable)
            throw Error(doing,
                        fmt::format("an auditor has a report on it, {}; when they are done with it, remove that file "
                                    "first",
                                    report.string()),
                        ErrorKind::usage);
    }
}

void require_no_variant(SQLite::Database& db, std::string_view doing, const std::string& clip) {
    auto row = statement(
        db,
        "SELECT clip FROM clip_versions v WHERE variant_of = ? "
        "AND version = (SELECT max(version) FROM clip_versions WHERE clip = v.clip) "
        "AND NOT EXISTS (SELECT 1 FROM clip_discards WHERE clip = v.clip AND restored_at = '') ORDER BY clip LIMIT 1",
        clip);
    if (!row.executeStep()) return;
    const auto variant = Columns(row).text();
    throw Error(
        doing,
        fmt::format("clip {0} is a variant of it; discard that one first: `counterclip clip discard {0}`", variant),
        ErrorKind::usage);
}

// Why it was discarded is free text: it stays out of the log.
Deed deed_of(const Clip& clip) {
    return {"clip " + clip.code, {{"version", clip.version}}};
}

}  // namespace

void Archive::discard_clip(const std::string& code, const std::string& reason, const std::string& by) {
    auto& db = state_->db;
    const auto doing = fmt::format("discard clip {}", code);
    require_reason(doing, reason);
    state_->change(doing, "clip discard", by, [&] {
        const auto clip = find_kept_clip(db, doing, code);
        require_not_rendered(db, doing, code);
        require_no_report(state_->folder, doing, code);
        require_no_variant(db, doing, code);
        run(db, "INSERT INTO clip_discards (clip, discarded_by, discarded_at, discarded_reason) VALUES (?, ?, ?, ?)",
            code, by, utc_now(), reason);
        return deed_of(clip);
    });
}

void Archive::restore_clip(const std::string& code, const std::string& by) {
    auto& db = state_->db;
    const auto doing = fmt::format("restore clip {}", code);
    state_->change(doing, "clip restore", by, [&] {
        const auto clip = find_clip(db, code);
        if (clip.discarded_by.empty()) throw Error(doing, "it was not discarded", ErrorKind::usage);
        require_kept_base(db, doing, clip);
        for (const auto& part : clip.parts) require_not_purged(doing, find_recording(db, part.recording));
        run(db,
            "UPDATE clip_discards SET restored_by = ?, restored_at = ?, discarded_reason = '' "
            "WHERE clip = ? AND restored_at = ''",
            by, utc_now(), code);
        return deed_of(clip);
    });
}

}  // namespace counterclip::archive
