// The log: reading it, adding to it, checking it, and signatures under it.
#include "archive/record_check.h"
#include "archive/state.h"

namespace counterclip::archive {

namespace {

constexpr const char* event_columns = "SELECT sequence, at, by, verb, object, details, previous, hash FROM events ";

// Goes through the index of objects, a tenth of the log; instr() is quick to say no.
constexpr const char* of_object =
    "sequence IN (SELECT sequence FROM events WHERE instr(object, ?1) "
    "AND (object = ?1 OR substr(object, -length(?1) - 1) = ' ' || ?1))";

LogHead read_head(SQLite::Database& db) {
    LogHead head;
    auto id = statement(db, "SELECT id FROM identity");
    if (id.executeStep()) head.archive = Columns(id).text();
    auto row = statement(db, "SELECT sequence, hash, at FROM events ORDER BY sequence DESC LIMIT 1");
    if (row.executeStep()) {
        Columns c(row);
        head.sequence = c.integer();
        head.hash = c.text();
        head.at = c.text();
    }
    return head;
}

std::vector<Checkpoint> read_checkpoints(SQLite::Database& db) {
    std::vector<Checkpoint> all;
    auto row = statement(db, "SELECT sequence, hash, by, at, signature FROM checkpoints ORDER BY sequence, at, by");
    while (row.executeStep()) {
        Columns c(row);
        Checkpoint checkpoint;
        checkpoint.sequence = c.integer();
        checkpoint.hash = c.text();
        checkpoint.by = c.text();
        checkpoint.at = c.text();
        checkpoint.signature = c.text();
        all.push_back(std::move(checkpoint));
    }
    return all;
}

Deed deed_of(const std::string& doing, const std::string& object, const std::string& details_json) {
    auto details = nlohmann::json::parse(details_json.empty() ? "{}" : details_json, nullptr, false);
    if (!details.is_object()) throw Error(doing, "its details are no JSON object");
    return {object, std::move(details)};
}

std::string hash_of_event(SQLite::Database& db, std::int64_t sequence) {
    auto row = statement(db, "SELECT hash FROM events WHERE sequence = ?", sequence);
    return row.executeStep() ? Columns(row).text() : std::string();
}

}  // namespace

std::vector<Event> Archive::events(const EventFilter& f) const {
    return state_->read("read the log", [&] {
        std::vector<Event> all;
        auto row = statement(
            state_->db,
            fmt::format("SELECT * FROM ({}WHERE {} AND (?2 = '' OR by = ?2) "
                        "AND (?3 = '' OR verb = ?3 OR substr(verb, 1, length(?3) + 1) = ?3 || ' ') AND at >= ?4 "
                        "ORDER BY sequence DESC LIMIT CASE ?5 WHEN 0 THEN -1 ELSE ?5 END) ORDER BY sequence",
                        event_columns, f.object.empty() ? "?1 = ''" : of_object),
            f.object, f.by, f.verb, f.since, f.last);
        while (row.executeStep()) all.push_back(read_event(row));
        return all;
    });
}

bool Archive::has_event(std::int64_t sequence, const std::string& hash) const {
    return state_->read("read the log", [&] { return !hash.empty() && hash_of_event(state_->db, sequence) == hash; });
}

Event Archive::append_event(const std::string& verb, const std::string& object, const std::string& details_json,
                            const std::string& by) {
    const auto doing = fmt::format("log {}", verb);
    return state_->change(doing, verb, by, [&] { return deed_of(doing, object, details_json); });
}

Event Archive::append_event(const std::string& verb, const std::string& object,
                            const std::function<void(const Tell&)>& work, const std::string& by,
                            const std::string& unlogged) {
    const auto doing = fmt::format("log {}", verb);
    return state_->change_outside(
        doing, verb, by,
        [&](const auto& tell) { work([&](const std::string& text) { tell(deed_of(doing, object, text)); }); },
        unlogged);
}

std::optional<Event> Archive::last_vault_event() const {
    return state_->read("read the log", [&]() -> std::optional<Event> {
        auto row = statement(state_->db,
                             std::string(event_columns) + "WHERE verb GLOB 'vault *' ORDER BY sequence DESC LIMIT 1");
        if (!row.executeStep()) return std::nullopt;
        return read_event(row);
    });
}

std::optional<LogFault> Archive::verify_log() const {
    return state_->read("verify the log", [&] { return check_log(state_->db); });
}

LogHead Archive::log_head() const {
    return state_->read("read the log", [&] { return read_head(state_->db); });
}

void Archive::add_checkpoint(const Checkpoint& checkpoint, const std::string& by) {
    auto& db = state_->db;
    const auto doing = fmt::format("keep the checkpoint of event {}", checkpoint.sequence);
    if (checkpoint.by != by || checkpoint.at.empty() || checkpoint.signature.empty())
        throw Error(doing, "it must say by whom and when, and be signed");
    state_->change(doing, "log checkpoint", by, [&]() -> Deed {
        if (hash_of_event(db, checkpoint.sequence) != checkpoint.hash)
            throw Error(doing, "the log has no such event with that hash");
        run(db, "INSERT INTO checkpoints VALUES (?, ?, ?, ?, ?)", checkpoint.sequence, checkpoint.hash, checkpoint.by,
            checkpoint.at, checkpoint.signature);
        return {fmt::format("event {}", checkpoint.sequence), {{"hash", checkpoint.hash}}};
    });
}

std::vector<Checkpoint> Archive::checkpoints() const {
    return state_->read("read checkpoints", [&] { return read_checkpoints(state_->db); });
}

std::optional<LogFault> Archive::check_checkpoints(const SignatureCheck& signed_by, const std::string& key) const {
    return state_->read("check the checkpoints", [&]() -> std::optional<LogFault> {
        auto& db = state_->db;
        const auto head = read_head(db);
        std::map<std::string, std::string> keys;
        for (const auto& op : operators()) keys[op.code] = op.public_key;
        CheckpointCheck check(head, signed_by, key);
        for (const auto& c : read_checkpoints(db))
            if (auto fault = check.follow(c, hash_of_event(db, c.sequence), keys[c.by])) return fault;
        return check.end();
    });
}

}  // namespace counterclip::archive
