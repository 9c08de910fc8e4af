// The log, and the check that it and the records which must never change still say the same.
#include "archive/state.h"

namespace counterclip::archive {

namespace {

// What a record claims to be and the hash of what it is now.
struct Fact {
    std::string name;  // "revision 2 of the consent of subject in interview BTIB-0042"
    std::string sha256;
};

constexpr const char* event_columns = "SELECT sequence, at, by, verb, object, details, previous, hash FROM events ";

Event read_event(SQLite::Statement& row) {
    Columns c(row);
    Event e;
    e.sequence = c.integer();
    e.at = c.text();
    e.by = c.text();
    e.verb = c.text();
    e.object = c.text();
    e.details = c.text();
    e.previous = c.text();
    e.hash = c.text();
    return e;
}

std::string consent_name(const std::string& object, const std::string& person, std::int64_t revision) {
    return fmt::format("revision {} of the consent of {} in {}", revision, person, object);
}
std::string approval_name(std::int64_t id) {
    return fmt::format("decision {}", id);
}

std::vector<Fact> facts_stored(SQLite::Database& db) {
    std::vector<Fact> facts;
    for (const auto& r : all_consent(db))
        facts.push_back({consent_name("interview " + r.interview, r.person, r.id), record_sha256(r)});
    for (const auto& a : all_approvals(db)) facts.push_back({approval_name(a.id), record_sha256(a)});
    return facts;
}

// The record that an event speaks of, with the hash it had then.
std::optional<Fact> fact_in(const Event& event) {
    const auto details = nlohmann::json::parse(event.details);
    if (!details.contains("record_sha256")) return std::nullopt;
    const auto hash = details["record_sha256"].get<std::string>();
    if (event.verb == "consent set" || event.verb == "consent withdraw")
        return Fact{consent_name(event.object, details.at("person"), details.at("revision")), hash};
    if (event.verb == "approve" || event.verb == "refuse") return Fact{approval_name(details.at("approval")), hash};
    return std::nullopt;
}

std::optional<LogFault> fault_in_records(SQLite::Database& db, const std::vector<Event>& events) {
    std::map<std::string, std::string> stored;
    for (auto& fact : facts_stored(db)) stored.emplace(std::move(fact.name), std::move(fact.sha256));
    for (const auto& event : events) {
        const auto fact = fact_in(event);
        if (!fact) continue;
        const auto found = stored.find(fact->name);
        if (found == stored.end()) return LogFault{event.sequence, fmt::format("{} is gone", fact->name)};
        if (found->second != fact->sha256)
            return LogFault{event.sequence, fmt::format("{} is not what was recorded", fact->name)};
        stored.erase(found);
    }
    if (stored.empty()) return std::nullopt;
    return LogFault{static_cast<std::int64_t>(events.size()) + 1,
                    fmt::format("the event that recorded {} is missing", stored.begin()->first)};
}

}  // namespace

std::vector<Event> all_events(SQLite::Database& db) {
    std::vector<Event> all;
    auto row = statement(db, std::string(event_columns) + "ORDER BY sequence");
    while (row.executeStep()) all.push_back(read_event(row));
    return all;
}

std::vector<Event> Archive::events() const {
    return state_->read("read the log", [&] { return all_events(state_->db); });
}

Event Archive::append_event(const std::string& verb, const std::string& object, const std::string& details_json,
                            const std::string& by) {
    return append_event(
        verb, object, [&] { return details_json; }, by);
}

Event Archive::append_event(const std::string& verb, const std::string& object,
                            const std::function<std::string()>& work, const std::string& by) {
    const auto doing = fmt::format("log {}", verb);
    return state_->change(doing, verb, by, [&]() -> Deed {
        const auto text = work();
        auto details = nlohmann::json::parse(text.empty() ? "{}" : text, nullptr, false);
        if (!details.is_object()) throw Error(doing, "its details are no JSON object");
        return {object, std::move(details)};
    });
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
    return state_->read("verify the log", [&] {
        const auto events = all_events(state_->db);
        if (auto fault = find_fault(events)) return fault;
        return fault_in_records(state_->db, events);
    });
}

}  // namespace counterclip::archive
