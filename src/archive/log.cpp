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

std::optional<LogFault> find_fault(const std::vector<Event>& events) {
    std::string previous(64, '0');
    std::int64_t expected = 1;
    for (const auto& event : events) {
        if (event.sequence != expected)
            return LogFault{expected,
                            fmt::format("event {} is missing: event {} stands in its place", expected, event.sequence)};
        if (event.previous != previous)
            return LogFault{expected, fmt::format("event {} does not follow from the event before it", expected)};
        if (event.hash != event_hash(event))
            return LogFault{expected, fmt::format("event {} is not what was written", expected)};
        previous = event.hash;
        ++expected;
    }
    return std::nullopt;
}

}  // namespace counterclip::archive
