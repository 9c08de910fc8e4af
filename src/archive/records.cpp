#include "archive/records.h"

#include <fmt/format.h>

#include "core/words.h"

namespace counterclip::archive {

namespace {

constexpr Words<3> recording_kinds{"recording kind", {"video", "audio", "none"}};
constexpr Words<3> sides{"side of the sound", {"all", "left", "right"}};
constexpr Words<4> caption_modes{"way of captions", {"none", "burned", "beside", "inside"}};
constexpr Words<3> framings{"framing", {"preset", "fit", "follow"}};

// A value that could hold a line break would let one field pretend to be the next.
std::string on_one_line(std::string_view text) {
    std::string line;
    for (const char c : text) {
        if (c == '\\')
            line += "\\\\";
        else if (c == '\n')
            line += "\\n";
        else if (c == '\r')
            line += "\\r";
        else
            line += c;
    }
    return line;
}

}  // namespace

std::string to_string(RecordingKind kind) {
    return word(recording_kinds, kind);
}
RecordingKind recording_kind_from(std::string_view text) {
    return value<RecordingKind>(recording_kinds, text);
}
std::string to_string(Side side) {
    return word(sides, side);
}
Side side_from(std::string_view text) {
    return value<Side>(sides, text);
}
std::string to_string(CaptionMode mode) {
    return word(caption_modes, mode);
}
std::string to_string(Framing framing) {
    return word(framings, framing);
}
Framing framing_from(std::string_view text) {
    return value<Framing>(framings, text);
}
CaptionMode caption_mode_from(std::string_view text) {
    return value<CaptionMode>(caption_modes, text);
}

std::string approval_statement(const Approval& approval) {
    std::string consents;
    for (const auto& [interview, revision] : approval.consent_revisions)
        consents += fmt::format("{}{}={}", consents.empty() ? "" : " ", interview, revision);
    std::string text;
    const auto line = [&](std::string_view key, std::string_view value) {
        text += fmt::format("{}: {}\n", key, on_one_line(value));
    };
    const bool names_log = !approval.log_hash.empty();
    line("counterclip", approval.looked_at_names > 0 ? "approval 4"
                        : approval.listened          ? "approval 3"
                        : names_log                  ? "approval 2"
                                                     : "approval 1");
    line("render", fmt::format("{}", approval.render));
    line("decision", approval.approved ? "approved" : "refused");
    line("file-sha256", approval.sha256);
    line("consent", consents);
    line("gate-sha256", approval.gate_sha256);
    if (approval.listened) line("listened", "to all of it");
    if (approval.looked_at_names > 0) line("looked-at-names", fmt::format("{}", approval.looked_at_names));
    if (names_log) line("log", fmt::format("{} {}", approval.log_sequence, approval.log_hash));
    line("reason", approval.reason);
    line("by", approval.by);
    line("at", approval.at);
    return text;
}

std::string purge_statement(const Purge& purge) {
    return fmt::format("counterclip: purge 1\ninterview: {}\nreason: {}\nasked-by: {}\nasked-at: {}\n", purge.interview,
                       on_one_line(purge.reason), purge.asked_by, purge.asked_at);
}

}  // namespace counterclip::archive
