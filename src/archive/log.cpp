#include "archive/log.h"

#include <fmt/format.h>

#include "core/hash.h"

namespace counterclip::archive {

namespace {

// "5:amina": the length tells where a field ends, so no two different events give the same bytes.
void add(Sha256& hash, std::string_view field) {
    hash.update(fmt::format("{}:", field.size()));
    hash.update(field);
}

}  // namespace

std::string event_hash(const Event& event) {
    Sha256 hash;
    add(hash, fmt::format("{}", event.sequence));
    for (const auto* field : {&event.at, &event.by, &event.verb, &event.object, &event.details, &event.previous})
        add(hash, *field);
    return hash.finish();
}

std::optional<LogFault> Chain::follow(const Event& event) {
    const auto expected = length_ + 1;
    if (event.sequence != expected)
        return LogFault{expected,
                        fmt::format("event {} is missing: event {} stands in its place", expected, event.sequence)};
    if (event.previous != last_)
        return LogFault{expected, fmt::format("event {} does not follow from the event before it", expected)};
    if (event.hash != event_hash(event))
        return LogFault{expected, fmt::format("event {} is not what was written", expected)};
    last_ = event.hash;
    length_ = expected;
    return std::nullopt;
}

std::optional<LogFault> find_fault(const std::vector<Event>& events) {
    Chain chain;
    for (const auto& event : events)
        if (auto fault = chain.follow(event)) return fault;
    return std::nullopt;
}

std::string checkpoint_statement(const std::string& archive, const Checkpoint& c) {
    return fmt::format("counterclip: log {} {} {} {}\n", archive, c.sequence, c.hash, c.at);
}

std::optional<LogFault> CheckpointCheck::follow(const Checkpoint& c, const std::string& hash,
                                                const std::string& public_key) {
    const auto name = fmt::format("the checkpoint that {} signed at {}", c.by, c.at);
    if (c.sequence > head_.sequence)
        return LogFault{head_.sequence + 1,
                        fmt::format("the end was cut off: {} is of event {}, and the log ends with event {}", name,
                                    c.sequence, head_.sequence)};
    if (hash != c.hash)
        return LogFault{c.sequence, fmt::format("event {} is another than the one under {}", c.sequence, name)};
    const auto statement = checkpoint_statement(head_.archive, c);
    if (!key_.empty() && signed_by_(statement, c.signature, key_)) by_key_ = true;
    if (public_key.empty() || !signed_by_(statement, c.signature, public_key))
        return LogFault{c.sequence, fmt::format("{} is not signed with the key of {}", name, c.by)};
    return std::nullopt;
}

std::optional<LogFault> CheckpointCheck::end() const {
    if (key_.empty() || by_key_) return std::nullopt;
    return LogFault{1, "no checkpoint is signed with the key you named: the log may have been written anew"};
}

}  // namespace counterclip::archive
