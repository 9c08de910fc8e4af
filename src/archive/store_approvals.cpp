// Decisions on renders, each signed on the file, the consent and the history it was made with.
#include "archive/state.h"
#include "archive/text_limits.h"
#include "core/hash.h"
#include "core/ids.h"

namespace counterclip::archive {

namespace {

constexpr const char* approval_columns =
    "SELECT id, render, approved, reason, sha256, consent_revisions, gate_sha256, by, at, signature, log_sequence, "
    "log_hash, listened, looked_at_names FROM approvals ";

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
    a.log_sequence = c.integer();
    a.log_hash = c.text();
    a.listened = c.flag();
    a.looked_at_names = c.small();
    return a;
}

bool is_in_log(SQLite::Database& db, std::int64_t sequence, const std::string& hash) {
    return number(db, 0, "SELECT count(*) FROM events WHERE sequence = ? AND hash = ?", sequence, hash) > 0;
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
    require_text(doing, limit::reason, approval.reason);
    // The signature covers who and when: they are the signer's to say.
    if (!approval.signature.empty() && (approval.by != by || approval.at.empty()))
        throw Error(doing, "a signed decision must say by whom and when before it is signed");
    approval.by = by;
    if (approval.at.empty()) approval.at = utc_now();
    state_->change(doing, approval.approved ? "approve" : "refuse", by, [&]() -> Deed {
        const auto render = find_render(db, approval.render);
        if (!approval.log_hash.empty() && !is_in_log(db, approval.log_sequence, approval.log_hash))
            throw Error(doing, "the log is not the one it was signed on; check it with `counterclip log verify`");
        if (approval.sha256 != render.sha256)
            throw Error(doing, "it was made on another file than the one rendered; look at the render again");
        approval.id = number(db, 0, "SELECT coalesce(max(id), 0) + 1 FROM approvals");
        run(db, "INSERT INTO approvals VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", approval.id, approval.render,
            approval.approved, approval.reason, approval.sha256, approval.consent_revisions, approval.gate_sha256,
            approval.by, approval.at, approval.signature, approval.log_sequence, approval.log_hash, approval.listened,
            approval.looked_at_names);
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

std::vector<Approval> Archive::approvals(std::int64_t render) const {
    return state_->read("read approvals", [&] {
        (void)find_render(state_->db, render);
        std::vector<Approval> all;
        auto row = statement(state_->db, std::string(approval_columns) + "WHERE render = ? ORDER BY id", render);
        while (row.executeStep()) all.push_back(read_approval(row));
        return all;
    });
}

}  // namespace counterclip::archive
