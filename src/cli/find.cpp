#include "cli/find.h"

#include <fmt/format.h>

#include <charconv>

#include "cli/options.h"
#include "cli/output.h"
#include "core/error.h"

namespace counterclip::cli {

namespace {

[[noreturn]] void bad_part(const std::string& text) {
    throw Error(fmt::format("read the part '{}'", text),
                "expected INTERVIEW:RECORDING:IN-OUT, for example BTIB-0042:1:0:12:30.000-0:13:05.500",
                ErrorKind::usage);
}

int position_from(std::string_view digits, const std::string& text) {
    int position = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), position);
    if (error != std::errc() || end != digits.data() + digits.size()) bad_part(text);
    return position;
}

}  // namespace

archive::Recording recording_at(const archive::Archive& archive, const std::string& interview,
                                std::optional<int> position) {
    if (archive.interview(interview).kind == archive::RecordingKind::none)
        throw Error(fmt::format("interview '{}'", interview),
                    "it was held without recording: there is nothing to mark, cut or look at");
    const auto recordings = archive.recordings(interview);
    if (recordings.empty())
        throw Error(fmt::format("interview '{}'", interview),
                    fmt::format("it has no recording yet; `counterclip import {} FILE` adds one", interview));
    if (!position && recordings.size() > 1)
        throw Error(fmt::format("interview '{}'", interview),
                    fmt::format("it has {} recordings; say which with --recording", recordings.size()),
                    ErrorKind::usage);
    const int wanted = position.value_or(recordings.front().position);
    const auto found =
        std::find_if(recordings.begin(), recordings.end(), [&](const auto& r) { return r.position == wanted; });
    if (found == recordings.end())
        throw Error(fmt::format("recording {} of '{}'", wanted, interview),
                    fmt::format("there is none; it has {}", recordings.size()));
    return *found;
}

archive::ClipPart part_from(const archive::Archive& archive, const std::string& text) {
    const auto code_end = text.find(':');
    const auto position_end = code_end == std::string::npos ? code_end : text.find(':', code_end + 1);
    const auto dash = position_end == std::string::npos ? position_end : text.find('-', position_end);
    if (dash == std::string::npos) bad_part(text);
    const auto position = position_from(std::string_view(text).substr(code_end + 1, position_end - code_end - 1), text);
    const auto range = range_of(parse_time(std::string_view(text).substr(position_end + 1, dash - position_end - 1)),
                                parse_time(std::string_view(text).substr(dash + 1)));
    const auto recording = recording_at(archive, text.substr(0, code_end), position);
    require_within(recording, range);
    return {recording.interview, recording.id, range, std::nullopt};
}

void require_within(const archive::Recording& recording, Range range) {
    if (range.in >= Time::zero() && range.out <= recording.duration) return;
    throw Error(fmt::format("recording {} of '{}'", recording.position, recording.interview),
                fmt::format("{} lies outside; it ends at {}", format_range(range), format_time(recording.duration)));
}

}  // namespace counterclip::cli
