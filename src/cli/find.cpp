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
                "expected INTERVIEW:RECORDING:IN-OUT, for example BTIB-0042:1:0:12:30.000-0:13:05.500, a segment's id, "
                "or some of a segment: 3@0:12:31.000-0:13:02.000",
                ErrorKind::usage);
}

int position_from(std::string_view digits, const std::string& text) {
    int position = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), position);
    if (error != std::errc() || end != digits.data() + digits.size()) bad_part(text);
    return position;
}

std::int64_t id_from(std::string_view digits, const std::string& text) {
    std::int64_t id = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), id);
    if (error != std::errc() || end != digits.data() + digits.size()) bad_part(text);
    return id;
}

Range range_from(std::string_view times, const std::string& text) {
    const auto dash = times.find('-');
    if (dash == std::string_view::npos) bad_part(text);
    return range_of(parse_time(times.substr(0, dash)), parse_time(times.substr(dash + 1)));
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

archive::ClipPart part_of_segment(const archive::Archive& archive, std::int64_t id) {
    const auto segment = archive.segment(id);
    if (!segment.removed_by.empty())
        throw Error(fmt::format("show segment {}", id),
                    fmt::format("{} removed it on {}; `counterclip segment restore {}` brings it back",
                                segment.removed_by, segment.removed_at.substr(0, 10), id),
                    ErrorKind::usage);
    return {segment.interview, segment.recording, segment.range, segment.id};
}

archive::ClipPart part_from(const archive::Archive& archive, const std::string& text) {
    const auto at = text.find('@');
    if (at != std::string::npos || text.find(':') == std::string::npos) {
        auto part = part_of_segment(archive, id_from(std::string_view(text).substr(0, at), text));
        if (at == std::string::npos) return part;
        const auto whole = part.range;
        part.range = range_from(std::string_view(text).substr(at + 1), text);
        if (!contains(whole, part.range))
            throw Error(fmt::format("read the part '{}'", text),
                        fmt::format("segment {} is {}; name what lies beyond as INTERVIEW:RECORDING:IN-OUT",
                                    *part.segment, format_range(whole)),
                        ErrorKind::usage);
        return part;
    }
    const auto code_end = text.find(':');
    const auto position_end = code_end == std::string::npos ? code_end : text.find(':', code_end + 1);
    if (position_end == std::string::npos) bad_part(text);
    const auto position = position_from(std::string_view(text).substr(code_end + 1, position_end - code_end - 1), text);
    const auto range = range_from(std::string_view(text).substr(position_end + 1), text);
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
