// Decisions on renders, packages made from them, and their takedown.
#include "archive/state.h"
#include "core/hash.h"
#include "core/ids.h"

namespace counterclip::archive {

namespace {

constexpr const char* approval_columns =
    "SELECT id, render, approved, reason, sha256, consent_revisions, gate_sha256, by, at, signature FROM approvals ";

Approval read_approval(SQLite::Statement& row) {
    Columns c(row);
    Approval a;
    a.id = c.integer();
    a.render = c.integer();
    a.approved = c.flag();
    a.reason = c.text();
    a.sha256 = c.text();
    a.consent_revisions = c.revisions();
    a.gate_sha256 = c.text();
    a.by = c.text();
    a.at = c.text();
    a.signature = c.text();
    return a;
}

constexpr const char* release_columns =
    "SELECT l.id, l.render, r.clip, l.folder, l.destination, l.sha256, l.by, l.at, l.takedown_due, l.takedown_done "
    "FROM releases l JOIN renders r ON r.id = l.render ";

Release read_release(SQLite::Statement& row) {
    Columns c(row);
    Release r;
    r.id = c.integer();
    r.render = c.integer();
    r.clip = c.text();
    r.folder = c.text();
    r.destination = c.text();
    r.sha256 = c.text();
    r.by = c.text();
    r.at = c.text();
    r.takedown_due = c.text();
    r.takedown_done = c.text();
    return r;
}

std::vector<Release> read_releases(SQLite::Statement row) {
    std::vector<Release> all;
    while (row.executeStep()) all.push_back(read_release(row));
    return all;
}

// Releases still out that show the interview: by the consent their render pins and by the parts it was made from.
std::vector<Release> still_out(SQLite::Database& db, const std::string& interview) {
    return read_releases(statement(db, std::string(release_columns) + R"sql(
        WHERE l.takedown_done = '' AND (
            EXISTS (SELECT 1 FROM json_each(r.consent_revisions) WHERE key = ?1)
            OR EXISTS (SELECT 1 FROM clip_parts p JOIN recordings o ON o.id = p.recording
                       WHERE p.clip = r.clip AND p.version = r.clip_version AND o.interview = ?1))
        ORDER BY l.id)sql",
                                   interview));
}

}  // namespace

std::string record_sha256(const Approval& a) {
    return sha256(fmt::format("{}\n{}{}", a.id, approval_statement(a), a.signature));
}

std::vector<Approval> all_approvals(SQLite::Database& db) {
    std::vector<Approval> all;
    auto row = statement(db, std::string(approval_columns) + "ORDER BY id");
    while (row.executeStep()) all.push_back(read_approval(row));
    return all;
}

Approval Archive::add_approval(Approval approval, const std::string& by) {
    auto& db = state_->db;
    const auto doing = fmt::format("record the decision on render {}", approval.render);
    // The signature covers who and when: they are the signer's to say.
    if (!approval.signature.empty() && (approval.by != by || approval.at.empty()))
        throw Error(doing, "a signed decision must say by whom and when before it is signed");
    approval.by = by;
    if (approval.at.empty()) approval.at = utc_now();
    state_->change(doing, approval.approved ? "approve" : "refuse", by, [&]() -> Deed {
        const auto render = find_render(db, approval.render);
        if (approval.sha256 != render.sha256)
            throw Error(doing, "it was made on another file than the one rendered; look at the render again");
        approval.id = number(db, 0, "SELECT coalesce(max(id), 0) + 1 FROM approvals");
        run(db, "INSERT INTO approvals VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", approval.id, approval.render,
            approval.approved, approval.reason, approval.sha256, approval.consent_revisions, approval.gate_sha256,
            approval.by, approval.at, approval.signature);
        return {fmt::format("render {} of clip {}", render.id, render.clip),
                {{"approval", approval.id},
                 {"sha256", approval.sha256},
                 {"gate_sha256", approval.gate_sha256},
                 {"consent_revisions", approval.consent_revisions},
                 {"record_sha256", record_sha256(approval)}}};
    });
    return approval;
}

std::optional<Approval> Archive::latest_approval(std::int64_t render) const {
    return state_->read("read approvals", [&]() -> std::optional<Approval> {
        auto row =
            statement(state_->db, std::string(approval_columns) + "WHERE render = ? ORDER BY id DESC LIMIT 1", render);
        if (!row.executeStep()) return std::nullopt;
        return read_approval(row);
    });
}

Release Archive::add_release(Release release, const std::string& by) {
    auto& db = state_->db;
    const auto doing = fmt::format("record the release of render {}", release.render);
    release.by = by;
    state_->change(doing, "release", by, [&]() -> Deed {
        release.clip = find_render(db, release.render).clip;
        release.at = utc_now();
        run(db,
            "INSERT INTO releases (render, folder, destination, sha256, by, at, takedown_due, takedown_done) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            release.render, release.folder, release.destination, release.sha256, by, release.at, release.takedown_due,
            release.takedown_done);
        release.id = db.getLastInsertRowid();
        return {fmt::format("release {} of clip {}", release.id, release.clip),
                {{"render", release.render}, {"sha256", release.sha256}, {"destination", release.destination}}};
    });
    return release;
}

std::vector<Release> Archive::releases(const std::string& clip) const {
    return state_->read("read releases", [&] {
        if (clip.empty()) return read_releases(statement(state_->db, std::string(release_columns) + "ORDER BY l.id"));
        (void)find_clip(state_->db, clip);
        return read_releases(
            statement(state_->db, std::string(release_columns) + "WHERE r.clip = ? ORDER BY l.id", clip));
    });
}

std::vector<Release> Archive::order_takedown(const std::string& interview, const std::string& due,
                                             const std::string& by) {
    auto& db = state_->db;
    const auto doing = fmt::format("order the takedown of interview {}", interview);
    if (due.empty()) throw Error(doing, "say until when, for example 2026-12-01", ErrorKind::usage);
    std::vector<Release> out;
    state_->change(doing, "takedown order", by, [&]() -> Deed {
        require_interview(db, interview);
        out = still_out(db, interview);
        auto ids = nlohmann::json::array();
        for (auto& release : out) {
            ids.push_back(release.id);
            // An earlier order stays: a second one gives no more time.
            if (release.takedown_due.empty() || due < release.takedown_due) release.takedown_due = due;
            run(db, "UPDATE releases SET takedown_due = ? WHERE id = ?", release.takedown_due, release.id);
        }
        return {"interview " + interview, {{"releases", std::move(ids)}, {"due", due}}};
    });
    return out;
}

void Archive::takedown_done(std::int64_t id, const std::string& by) {
    auto& db = state_->db;
    const auto doing = fmt::format("note the takedown of release {}", id);
    state_->change(doing, "takedown done", by, [&]() -> Deed {
        auto row = statement(db, std::string(release_columns) + "WHERE l.id = ?", id);
        if (!row.executeStep()) throw unknown("release", fmt::format("{}", id), "`counterclip release` lists them");
        const auto release = read_release(row);
        if (!release.takedown_done.empty()) throw Error(doing, "it was taken down on " + release.takedown_done);
        run(db, "UPDATE releases SET takedown_done = ? WHERE id = ?", utc_now(), id);
        return {fmt::format("release {} of clip {}", id, release.clip), {{"render", release.render}}};
    });
}

}  // namespace counterclip::archive
