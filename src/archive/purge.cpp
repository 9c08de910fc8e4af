#include "archive/purge.h"

#include <fcntl.h>
#include <unistd.h>

#include "archive/cue_index.h"
#include "archive/ledger_rows.h"
#include "archive/records.h"
#include "core/durable.h"
#include "core/ids.h"

namespace fs = std::filesystem;

namespace counterclip::archive {

namespace {

using Ids = std::vector<std::int64_t>;

constexpr const char* recordings_of = "(SELECT id FROM recordings WHERE interview = ?1) ";
// Versions of clips that draw from it: a later one that leaves it out keeps its words.
constexpr const char* versions_of =
    "(SELECT p.clip, p.version FROM clip_parts p JOIN recordings o ON o.id = p.recording WHERE o.interview = ?1) ";

Ids ids(SQLite::Statement row) {
    Ids all;
    while (row.executeStep()) all.push_back(Columns(row).integer());
    return all;
}

Texts texts(SQLite::Statement row) {
    Texts all;
    while (row.executeStep()) all.push_back(Columns(row).text());
    return all;
}

void forget_faces(SQLite::Database& db, const std::string& interview) {
    for (const auto* table : {"tracks", "gaps", "analyses", "analysed", "track_edits", "regions"})
        run(db, fmt::format("DELETE FROM {} WHERE recording IN {}", table, recordings_of), interview);
}

// What was said, in every revision, and what of it was marked: the places of redactions tell where names were.
void forget_transcripts(SQLite::Database& db, const std::string& interview) {
    forget_in_cue_index(db, interview);
    run(db,
        fmt::format("DELETE FROM cues WHERE transcript IN (SELECT id FROM transcripts WHERE recording IN {})",
                    recordings_of),
        interview);
    for (const auto* table : {"transcripts", "redactions"})
        run(db, fmt::format("DELETE FROM {} WHERE recording IN {}", table, recordings_of), interview);
}

void forget_words(SQLite::Database& db, const std::string& interview) {
    // Clips speak of their segments by number: where they were stays, what was said of them goes.
    run(db,
        std::string("UPDATE segments SET tags = '[]', note = '', incriminating = 0, identifying = 0, third_party = 0, "
                    "distress = 0, removed_reason = '' WHERE recording IN ") +
            recordings_of,
        interview);
    run(db,
        std::string("UPDATE clip_versions SET title = '', card = '', lower_third = '', end_card = '' WHERE (clip, "
                    "version) IN ") +
            versions_of,
        interview);
    run(db,
        fmt::format("UPDATE clip_discards SET discarded_reason = '' WHERE clip IN (SELECT clip FROM {})", versions_of),
        interview);
    run(db,
        "UPDATE interviews SET date = '', place = '', setting = '', languages = '[]', present = '[]', pseudonym = '', "
        "pseudonyms = '{}', "
        "gender = '', age_band = '', nationality = '', ethnicity = '', role = '' WHERE code = ?",
        interview);
}

// Packages that lie in the archive itself.
bool lies_inside(const std::string& folder) {
    const auto path = fs::path(folder).lexically_normal();
    return path.is_relative() && path.parent_path() == "releases" && !path.filename().empty() &&
           path.filename() != "..";
}

void destroy(const fs::path& path) {
    std::error_code error;
    fs::remove_all(path, error);
    if (error)
        throw Error("destroy what was asked for",
                    fmt::format("{} cannot be removed: {}; set its rights right, the next "
                                "start of counterclip goes on",
                                path.string(), error.message()));
}

// Derived files are named after what they are about: a SHA-256, or the recording's number.
void remove_derived(const fs::path& folder, const Texts& beginnings) {
    std::error_code ignored;
    std::vector<fs::path> found;
    for (const auto& entry : fs::recursive_directory_iterator(folder, ignored)) {
        const auto name = entry.path().filename().string();
        if (std::any_of(beginnings.begin(), beginnings.end(),
                        [&](const std::string& beginning) { return name.starts_with(beginning); }))
            found.push_back(entry.path());
    }
    for (const auto& path : found) destroy(path);
}

void destroy_reports(const fs::path& archive, const Texts& clips) {
    for (const auto& clip : clips)
        for (const auto* ending : {".html", "-archive-only.html"})
            destroy(archive / "derived" / "reports" / (clip + ending));
}

void remove_files(Archive::State& state, const std::string& interview) {
    auto& db = state.db;
    for (const auto& file : texts(statement(db, "SELECT file FROM recordings WHERE interview = ?", interview)))
        destroy(state.folder / file);
    for (const auto& file :
         texts(statement(db, std::string("SELECT file FROM dubs WHERE recording IN ") + recordings_of, interview)))
        destroy(state.folder / file);
    auto about = texts(statement(db, "SELECT sha256 FROM recordings WHERE interview = ?", interview));
    const auto of_renders = std::string("FROM renders r WHERE r.purged_at <> '' AND ") + render_draws_from;
    for (const auto& file : texts(statement(db, "SELECT r.file " + of_renders, interview)))
        destroy(state.folder / file);
    for (auto& sha256 : texts(statement(db, "SELECT r.sha256 " + of_renders, interview)))
        about.push_back(std::move(sha256));
    remove_derived(state.folder / "derived", about);
    // Reports for auditors are named after the clip (`audit report`).
    destroy_reports(
        state.folder,
        texts(statement(
            db,
            "SELECT DISTINCT p.clip FROM clip_parts p JOIN recordings o ON o.id = p.recording WHERE o.interview = ?",
            interview)));
    Texts gaps;
    for (const auto id : ids(statement(db, "SELECT id FROM recordings WHERE interview = ?", interview)))
        gaps.push_back(fmt::format("{}-", id));
    remove_derived(state.folder / "derived" / "gaps", gaps);
    const auto packages = texts(statement(
        db, "SELECT folder FROM releases WHERE state = 'written' AND render IN (SELECT r.id " + of_renders + ")",
        interview));
    for (const auto& folder : packages)
        if (lies_inside(folder)) destroy(state.folder / folder);
    for (const auto* name :
         {"originals", "derived", "derived/gaps", "derived/proof", "derived/reports", "renders", "releases"})
        force_to_disk(state.folder / name);
}

// What was deleted is zeroed in the catalog (secure_delete); what its pages held before lies in the write-ahead log
// until that is emptied, and in pages that rows moved away from until the catalog is written anew.
void clean_pages(SQLite::Database& db) {
    const auto empty_log = [&] {
        auto row = statement(db, "PRAGMA wal_checkpoint(TRUNCATE)");
        if (row.executeStep() && row.getColumn(0).getInt() != 0)
            throw Error("clean the catalog",
                        "another process has the archive open; close it, the next start of counterclip goes on");
    };
    empty_log();
    db.exec("VACUUM");
    empty_log();
}

// Clips of which the words, as they are now, still draw from somebody who was destroyed.
constexpr const char* destroyed_clips =
    "SELECT DISTINCT p.clip FROM clip_parts p JOIN recordings o ON o.id = p.recording WHERE o.purged_at <> '' "
    "AND p.version = (SELECT max(version) FROM clip_versions v WHERE v.clip = p.clip)";

}  // namespace

void sweep_destroyed(Archive::State& state) {
    auto& db = state.db;
    auto gaps = texts(statement(db, "SELECT id || '-' FROM recordings WHERE purged_at <> ''"));
    auto proofs = texts(statement(db, "SELECT sha256 FROM renders WHERE purged_at <> ''"));
    if (!gaps.empty()) remove_derived(state.folder / "derived" / "gaps", gaps);
    if (!proofs.empty()) remove_derived(state.folder / "derived" / "proof", proofs);
    destroy_reports(state.folder, texts(statement(db, destroyed_clips)));
}

nlohmann::json forget_in_catalog(SQLite::Database& db, const Purge& purge) {
    const auto now = utc_now();
    const auto& interview = purge.interview;
    run(db, "UPDATE recordings SET purged_at = ?, summary = '' WHERE interview = ? AND purged_at = ''", now, interview);
    const auto renders = ids(statement(
        db, std::string("SELECT r.id FROM renders r WHERE r.purged_at = '' AND ") + render_draws_from, interview));
    for (const auto render : renders)
        run(db, "UPDATE renders SET purged_at = ?, verification = '' WHERE id = ?", now, render);
    forget_faces(db, interview);
    forget_transcripts(db, interview);
    forget_words(db, interview);
    auto originals = nlohmann::json::object();
    auto row = statement(db, "SELECT id, sha256 FROM recordings WHERE interview = ?", interview);
    while (row.executeStep()) {
        Columns c(row);
        const auto id = c.integer();
        originals[fmt::format("{}", id)] = c.text();
    }
    return {{"purge", purge.id}, {"asked_by", purge.asked_by}, {"originals", originals}, {"renders", renders}};
}

void finish_purges(Archive::State& state) {
    auto& db = state.db;
    struct Open {
        std::int64_t id;
        std::string interview;
        std::string by;
    };
    std::vector<Open> open;
    {
        auto row = statement(db,
                             "SELECT id, interview, confirmed_by FROM purges WHERE confirmed_at <> '' AND done_at = '' "
                             "ORDER BY id");
        while (row.executeStep()) {
            Columns c(row);
            const auto id = c.integer();
            auto interview = c.text();
            open.push_back({id, std::move(interview), c.text()});
        }
    }
    if (open.empty()) return;
    for (const auto& purge : open) remove_files(state, purge.interview);
    clean_pages(db);
    for (const auto& purge : open)
        state.change(fmt::format("finish purge {}", purge.id), "purge done", purge.by, [&]() -> Deed {
            run(db, "UPDATE purges SET done_at = ? WHERE id = ? AND done_at = ''", utc_now(), purge.id);
            return {"interview " + purge.interview, {{"purge", purge.id}}};
        });
}

}  // namespace counterclip::archive
