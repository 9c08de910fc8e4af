// The log that cannot be rewritten unseen (P11): each event carries the hash of the one before.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace counterclip::archive {

struct Event {
    std::int64_t sequence = 0;  // 1, 2, ... without holes
    std::string at;             // UTC
    std::string by;             // operator
    std::string verb;           // "import", "consent set", "approve" ...
    std::string object;         // "interview BTIB-0042"
    std::string details;        // JSON; holds no protected term
    std::string previous;       // hash of the event before; 64 zeros for the first
    std::string hash;           // event_hash() of this one
};

// SHA-256 over the fields, each with its length before it, `previous` included.
std::string event_hash(const Event& event);

struct LogFault {
    std::int64_t sequence = 0;  // the first event that is wrong, or where one is missing
    std::string what;
};

// The first fault in a chain, or nothing. Catches edits, removals in the middle and reordering; that the newest events
// were cut off can only be seen against a copy of the last hash kept elsewhere (`log verify --expect HASH`).
std::optional<LogFault> find_fault(const std::vector<Event>& events);

}  // namespace counterclip::archive
