// Purges as records: asked by one, confirmed by another. purge.h says what goes.
#include "archive/purge.h"
#include "archive/text_limits.h"
#include "archive/vault.h"
#include "core/ids.h"

namespace counterclip::archive {

namespace {

constexpr const char* columns =
    "SELECT id, interview, reason, asked_by, asked_at, confirmed_by, confirmed_at, done_at, asked_signature, "
    "confirmed_signature FROM purges ";

Purge read_purge(SQLite::Statement& row) {
    Columns c(row);
    Purge p;
    p.id = c.integer();
    p.interview = c.text();
    p.reason = c.text();
    p.asked_by = c.text();
    p.asked_at = c.text();
    p.confirmed_by = c.text();
    p.confirmed_at = c.text();
    p.done_at = c.text();
    p.asked_signature = c.text();
    p.confirmed_signature = c.text();
    return p;
}

std::vector<Purge> read_purges(SQLite::Statement row) {
    std::vector<Purge> all;
    while (row.executeStep()) all.push_back(read_purge(row));
    return all;
}

// The log alone tells what became of the vault: its file cannot be part of the purge's transaction. A vault that was
// made after the purge never held them.
bool is_vault_left(Archive::State& state, const Purge& purge) {
    if (purge.confirmed_at.empty()) return false;
    const auto look = look_at_vault(Vault::file_in(state.folder));
    if (!look.there && !look.previous_there) return false;
    auto& db = state.db;
    const auto confirmed =
        number(db, 0, "SELECT max(sequence) FROM events WHERE object = 'interview ' || ? AND verb = 'purge confirm'",
               purge.interview);
    return number(db, 0,
                  "SELECT count(*) FROM events WHERE object = 'interview ' || ? AND sequence > ? "
                  "AND verb IN ('vault purge', 'vault forget')",
                  purge.interview, confirmed) == 0 &&
           number(db, 0,
                  "SELECT count(*) FROM events WHERE verb GLOB 'vault *' AND verb = 'vault init' AND sequence > ?",
                  confirmed) == 0;
}

Purge find_purge(SQLite::Database& db, std::int64_t id) {
    auto row = statement(db, std::string(columns) + "WHERE id = ?", id);
    if (!row.executeStep()) throw unknown("purge", fmt::format("{}", id), "`counterclip purge list` shows them");
    return read_purge(row);
}

// What is still allowed to be shown is not destroyed by mistake.
void require_withdrawn(SQLite::Database& db, std::string_view doing, const std::string& interview) {
    if (number(
            db, 0,
            "SELECT withdrawn FROM consent WHERE interview = ? AND person = 'subject' ORDER BY revision DESC LIMIT 1",
            interview) != 0)
        return;
    throw Error(doing,
                fmt::format("the subject's consent stands; only what a person took back is destroyed: "
                            "`counterclip consent withdraw {}` comes first",
                            interview),
                ErrorKind::refused);
}

void require_originals(SQLite::Database& db, std::string_view doing, const std::string& interview) {
    if (number(db, 0, "SELECT count(*) FROM recordings WHERE interview = ? AND purged_at = ''", interview) == 0 &&
        number(db, 0, "SELECT count(*) FROM purges WHERE interview = ? AND confirmed_at <> ''", interview) > 0)
        throw Error(doing, "it was destroyed already; `counterclip purge list` says when and by whom");
}

std::string key_of(SQLite::Database& db, std::string_view doing, const std::string& code) {
    auto row = statement(db, "SELECT public_key FROM operators WHERE code = ?", code);
    const auto key = row.executeStep() ? Columns(row).text() : "";
    if (key.empty())
        throw Error(doing, fmt::format("operator {} has no key to sign with; add an operator who has one", code),
                    ErrorKind::refused);
    return key;
}

// Two names of one person have one key.
void require_another_person(SQLite::Database& db, std::string_view doing, const Purge& purge, const std::string& by) {
    if (by == purge.asked_by)
        throw Error(doing, fmt::format("{} asked for it; somebody else has to confirm it", by), ErrorKind::refused);
    if (key_of(db, doing, by) == key_of(db, doing, purge.asked_by))
        throw Error(doing, fmt::format("{} and {} sign with the same key: they are one person", by, purge.asked_by),
                    ErrorKind::refused);
}

}  // namespace

Purge Archive::ask_purge(Purge purge, const std::string& by) {
    auto& db = state_->db;
    const auto doing = fmt::format("ask to destroy interview {}", purge.interview);
    require_text(doing, limit::reason, purge.reason);
    if (purge.reason.empty()) throw Error(doing, "say why, in a sentence without names", ErrorKind::usage);
    if (purge.asked_by != by || purge.asked_at.empty() || purge.asked_signature.empty())
        throw Error(doing, "a request must say by whom and when, and be signed");
    state_->change(doing, "purge ask", by, [&]() -> Deed {
        require_interview(db, purge.interview);
        require_withdrawn(db, doing, purge.interview);
        require_originals(db, doing, purge.interview);
        (void)key_of(db, doing, by);
        if (number(db, 0, "SELECT count(*) FROM purges WHERE interview = ? AND confirmed_at = ''", purge.interview) > 0)
            throw Error(doing, "it was asked for already; another operator confirms it: `counterclip purge confirm " +
                                   purge.interview + "`");
        run(db, "INSERT INTO purges (interview, reason, asked_by, asked_at, asked_signature) VALUES (?, ?, ?, ?, ?)",
            purge.interview, purge.reason, by, purge.asked_at, purge.asked_signature);
        purge.id = db.getLastInsertRowid();
        return {"interview " + purge.interview, {{"purge", purge.id}}};
    });
    return purge;
}

Purge Archive::confirm_purge(Purge purge, const std::string& by) {
    auto& db = state_->db;
    const auto doing = fmt::format("destroy interview {}", purge.interview);
    if (purge.confirmed_signature.empty()) throw Error(doing, "a confirmation must be signed");
    state_->change(doing, "purge confirm", by, [&]() -> Deed {
        const auto asked = find_purge(db, purge.id);
        // What was signed is what is asked for.
        if (purge_statement(asked) != purge_statement(purge))
            throw Error(doing, "it is not what was asked for", ErrorKind::refused);
        if (!asked.confirmed_at.empty()) throw Error(doing, "it was confirmed already");
        require_another_person(db, doing, asked, by);
        require_withdrawn(db, doing, asked.interview);
        run(db, "UPDATE purges SET confirmed_by = ?, confirmed_at = ?, confirmed_signature = ? WHERE id = ?", by,
            utc_now(), purge.confirmed_signature, purge.id);
        return {"interview " + asked.interview, forget_in_catalog(db, asked)};
    });
    std::string unfinished;
    try {
        finish_purges(*state_);
    } catch (const std::exception& e) {  // it is decided: the next open() goes on
        unfinished = e.what();
    }
    auto confirmed = state_->read("read purges", [&] { return find_purge(db, purge.id); });
    confirmed.vault_left = is_vault_left(*state_, confirmed);
    confirmed.unfinished =
        confirmed.done_at.empty() && unfinished.empty() ? "another process has the archive open" : unfinished;
    return confirmed;
}

std::vector<Purge> Archive::purges(const std::string& interview) const {
    return state_->read("read purges", [&] {
        if (!interview.empty()) require_interview(state_->db, interview);
        auto all = read_purges(
            statement(state_->db, std::string(columns) + "WHERE ?1 = '' OR interview = ?1 ORDER BY id", interview));
        for (auto& purge : all) purge.vault_left = is_vault_left(*state_, purge);
        return all;
    });
}

void Archive::publish_derived(const Shows& shows, const std::function<void()>& publish) const {
    constexpr auto doing = "keep what was made";
    try {
        // Nothing is written: it keeps out whoever would confirm a purge.
        const SQLite::Transaction transaction(state_->db, SQLite::TransactionBehavior::IMMEDIATE);
        for (const auto id : shows.recordings) require_not_purged(doing, find_recording(state_->db, id));
        for (const auto id : shows.renders) require_not_purged(doing, find_render(state_->db, id));
        publish();
    } catch (...) {
        rethrow_as_error(doing, state_->folder);
    }
}

}  // namespace counterclip::archive
