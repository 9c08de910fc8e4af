// The log that cannot be rewritten unseen (P11): each event carries the hash of the one before.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
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

// Follows a chain event by event, first to last.
class Chain {
  public:
    std::optional<LogFault> follow(const Event& event);
    std::int64_t length() const noexcept { return length_; }
    const std::string& last_hash() const noexcept { return last_; }  // 64 zeros before the first

  private:
    std::int64_t length_ = 0;
    std::string last_ = std::string(64, '0');
};

// The first fault in a chain, or nothing. Catches edits, removals in the middle and reordering; that the newest events
// were cut off can be seen against a checkpoint, or a copy of the last hash kept elsewhere (`log verify --expect
// HASH`).
std::optional<LogFault> find_fault(const std::vector<Event>& events);

// How far the log is.
struct LogHead {
    std::string archive;  // its identity: 32 hex digits, made with it
    std::int64_t sequence = 0;
    std::string hash = std::string(64, '0');
    std::string at;  // of the last event
};

// An operator's signature under the log up to an event. Who rewrites the log from its start can hash it anew, but not
// sign it.
struct Checkpoint {
    std::int64_t sequence = 0;
    std::string hash;  // of that event
    std::string by;
    std::string at;
    std::string signature;  // minisign, over checkpoint_statement()
};
// "counterclip: log <archive> <sequence> <hash> <at>" and a line feed.
std::string checkpoint_statement(const std::string& archive, const Checkpoint& checkpoint);

// Whether `signature` is `public_key`'s over `text`: release::verify, handed in because signing lies in a room above.
using SignatureCheck =
    std::function<bool(std::string_view text, std::string_view signature, std::string_view public_key)>;

// Compares checkpoints, one after the other, with the log they are about.
class CheckpointCheck {
  public:
    CheckpointCheck(LogHead head, SignatureCheck signed_by, std::string key)
        : head_(std::move(head)), signed_by_(std::move(signed_by)), key_(std::move(key)) {}
    // `hash` of the event it is about, as the log has it (empty: gone); `public_key` of who signed (empty: none).
    std::optional<LogFault> follow(const Checkpoint& checkpoint, const std::string& hash,
                                   const std::string& public_key);
    // After the last: with a key from elsewhere, that none of them is signed by it.
    std::optional<LogFault> end() const;

  private:
    LogHead head_;
    SignatureCheck signed_by_;
    std::string key_;
    bool by_key_ = false;
};

// What events `log show` lists; empty = all.
struct EventFilter {
    std::string object{};  // as a whole, or its end: "interview BTIB-0042", "BTIB-0042"
    std::string by{};
    std::string verb{};     // "approve", or a group: "faces"
    std::string since{};    // UTC, may be the day only
    std::int64_t last = 0;  // the newest so many; 0 = all
};

}  // namespace counterclip::archive
