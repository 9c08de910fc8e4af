#include "archive/record_check.h"

#include <unordered_map>

#include "archive/record_kinds.h"
#include "archive/state.h"

namespace counterclip::archive {

namespace {

using nlohmann::json;

struct Recorded {
    std::string sha256;  // empty: the record was removed
    std::int64_t sequence = 0;
    bool seen = false;
};
using Records = std::unordered_map<std::string, Recorded>;

// Before version 4 only consent and decisions had hashes, each in a way of its own.
std::string consent_name(const std::string& object, const std::string& person, std::int64_t revision) {
    return fmt::format("revision {} of the consent of {} in {}", revision, person, object);
}
std::string decision_name(std::int64_t id) {
    return fmt::format("decision {}", id);
}

void note_old_record(const Event& event, const json& details, Records& old) {
    if (!details.contains("record_sha256")) return;
    const auto hash = details["record_sha256"].get<std::string>();
    if (event.verb == "consent set" || event.verb == "consent withdraw")
        old[consent_name(event.object, details.at("person"), details.at("revision"))] = {hash, event.sequence};
    if (event.verb == "approve" || event.verb == "refuse")
        old[decision_name(details.at("approval"))] = {hash, event.sequence};
}

// What the events say of the records, read from the first to the last.
class Account {
  public:
    explicit Account(std::int64_t newest_catalog) : newest_(newest_catalog) {}

    std::optional<LogFault> follow(const Event& event) {
        if (auto fault = chain_.follow(event)) return fault;
        const auto details = json::parse(event.details, nullptr, false);
        if (!details.is_object())
            return LogFault{event.sequence, fmt::format("event {} has no readable details", event.sequence)};
        if (!details.contains("records")) {
            // Only what was written before records had hashes may lack them.
            if (catalog_ != 0)
                return LogFault{event.sequence,
                                fmt::format("event {} says nothing of the records it changed", event.sequence)};
            note_old_record(event, details, old_);
            return std::nullopt;
        }
        const auto catalog = details.value("catalog", std::int64_t{0});
        // A log that goes back to an older catalog, or ahead of this one, would have nothing compared with it.
        if (catalog < catalog_ || catalog > newest_)
            return LogFault{event.sequence, fmt::format("event {} was written for catalog {}, which cannot be",
                                                        event.sequence, catalog)};
        catalog_ = catalog;
        for (const auto& [name, hash] : details["records"].items())
            records_[name] = {hash.is_string() ? hash.get<std::string>() : std::string(), event.sequence};
        return std::nullopt;
    }

    std::int64_t catalog() const noexcept { return catalog_; }
    std::int64_t length() const noexcept { return chain_.length(); }
    Records& records() noexcept { return records_; }
    Records& old() noexcept { return old_; }

  private:
    Chain chain_;
    std::int64_t newest_;
    std::int64_t catalog_ = 0;
    Records records_;
    Records old_;
};

// Keeps the fault that comes first in the log.
class First {
  public:
    void note(std::int64_t sequence, std::string what) {
        if (!fault_ || sequence < fault_->sequence) fault_ = {sequence, std::move(what)};
    }
    std::optional<LogFault> take() { return std::move(fault_); }

  private:
    std::optional<LogFault> fault_;
};

void compare(Records& recorded, std::int64_t length, const std::string& name, const std::string& sha256, First& first) {
    const auto found = recorded.find(name);
    if (found == recorded.end() || found->second.sha256.empty())
        return first.note(length + 1, fmt::format("the event that recorded {} is missing", name));
    found->second.seen = true;
    if (found->second.sha256 != sha256)
        first.note(found->second.sequence, fmt::format("{} is not what was recorded", name));
}

std::optional<LogFault> compared(Records& recorded, First& first) {
    for (const auto& [name, record] : recorded)
        if (!record.seen && !record.sha256.empty()) first.note(record.sequence, fmt::format("{} is gone", name));
    return first.take();
}

std::optional<LogFault> check_records(SQLite::Database& db, Account& account) {
    First first;
    for (const auto& kind : record_kinds())
        for_each_record(db, kind, [&](const RecordHash& record) {
            compare(account.records(), account.length(), record.name, record.sha256, first);
        });
    return compared(account.records(), first);
}

std::optional<LogFault> check_old_records(SQLite::Database& db, Account& account) {
    First first;
    for (const auto& r : all_consent(db))
        compare(account.old(), account.length(), consent_name("interview " + r.interview, r.person, r.id),
                record_sha256(r), first);
    for (const auto& a : all_approvals(db))
        compare(account.old(), account.length(), decision_name(a.id), record_sha256(a), first);
    return compared(account.old(), first);
}

// Without an event there is no record, but for the identity that a catalog is made with.
std::optional<LogFault> check_empty(SQLite::Database& db) {
    First first;
    for (const auto& kind : record_kinds())
        if (kind.word != "archive")
            for_each_record(db, kind, [&](const RecordHash& record) {
                first.note(1, fmt::format("the event that recorded {} is missing", record.name));
            });
    return first.take();
}

}  // namespace

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

void for_each_event(SQLite::Database& db, const std::function<void(Event)>& take) {
    auto row =
        statement(db, "SELECT sequence, at, by, verb, object, details, previous, hash FROM events ORDER BY sequence");
    while (row.executeStep()) take(read_event(row));
}

std::optional<LogFault> check_log(SQLite::Database& db) {
    const auto catalog = number(db, 0, "PRAGMA user_version");
    Account account(catalog);
    std::optional<LogFault> fault;
    for_each_event(db, [&](const Event& event) {
        if (!fault) fault = account.follow(event);
    });
    if (fault) return fault;
    if (account.length() == 0) return check_empty(db);
    if (account.catalog() == catalog) return check_records(db, account);
    // Migrated since the last event: the next one will vouch for everything. What was vouched for before is asked.
    if (account.catalog() == 0) return check_old_records(db, account);
    return std::nullopt;
}

}  // namespace counterclip::archive
