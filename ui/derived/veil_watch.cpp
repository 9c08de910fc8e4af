#include "ui/derived/veil_watch.h"

#include <algorithm>
#include <array>
#include <utility>

namespace counterclip::ui {

namespace {

// Looking through more than these would take longer than reading anew.
constexpr std::int64_t most_looked_at = 100;

}  // namespace

bool may_change_the_veil(std::string_view verb) {
    using namespace std::string_view_literals;
    constexpr std::array harmless{"segment"sv, "clip"sv,   "transcript"sv, "redact"sv,
                                  "render"sv,  "verify"sv, "codebook"sv};
    const auto group = verb.substr(0, verb.find(' '));
    return std::ranges::find(harmless, group) == harmless.end();
}

bool VeilWatch::looks_otherwise(const archive::Archive& archive) {
    const auto head = archive.log_head().sequence;
    const auto news = head - std::exchange(seen_, head);
    if (news == 0) return false;
    if (news < 0 || news > most_looked_at || news == head + 1) return true;
    const auto events = archive.events({.last = news});
    return std::ranges::any_of(events, [](const archive::Event& event) { return may_change_the_veil(event.verb); });
}

}  // namespace counterclip::ui
