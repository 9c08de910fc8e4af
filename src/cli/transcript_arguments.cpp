#include "cli/transcript_arguments.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "captions/language.h"
#include "cli/find.h"
#include "core/error.h"

namespace counterclip::cli {

namespace {

std::vector<archive::Transcript> of_recording(const archive::Archive& archive, const archive::Recording& recording) {
    auto all = archive.transcripts(recording.interview);
    std::erase_if(all, [&](const auto& t) { return t.recording != recording.id; });
    return all;
}

std::string languages_of(const std::vector<archive::Transcript>& transcripts) {
    std::vector<std::string> languages;
    for (const auto& t : transcripts)
        if (std::ranges::find(languages, t.language) == languages.end()) languages.push_back(t.language);
    return fmt::format("{}", fmt::join(languages, ", "));
}

}  // namespace

void declare_transcript(CLI::App& app, TranscriptArguments& a, bool with_revision) {
    app.add_option("CODE", a.interview, "The interview")->required();
    app.add_option("--recording", a.recording, "Which recording, 1, 2 ...; needed when there are several");
    app.add_option("--language", a.language, "Its language (BCP 47: ar, ku-Arab); needed when there are several");
    if (with_revision)
        app.add_option("--revision", a.revision, "An older revision (default: the latest)")->check(CLI::PositiveNumber);
}

archive::Transcript transcript_for(const archive::Archive& archive, const TranscriptArguments& a) {
    const auto recording = recording_at(archive, a.interview, a.recording);
    auto all = of_recording(archive, recording);
    const auto what = fmt::format("transcript of '{}'", a.interview);
    if (all.empty())
        throw Error(what, fmt::format("recording {} has none; `counterclip transcript import {} FILE` adds one",
                                      recording.position, a.interview));
    const auto languages = languages_of(all);
    if (a.language.empty() && languages.find(", ") != std::string::npos)
        throw Error(what, fmt::format("there are several; say which with --language: {}", languages), ErrorKind::usage);
    const auto language = a.language.empty() ? all.front().language : captions::canonical_language(a.language);
    std::erase_if(all, [&](const auto& t) { return t.language != language; });
    if (all.empty())
        throw Error(what, fmt::format("there is none in the language '{}'; there is: {}", language, languages));
    if (!a.revision) return all.back();
    const auto found = std::ranges::find(all, *a.revision, &archive::Transcript::revision);
    if (found == all.end())
        throw Error(what, fmt::format("there is no revision {}; the latest is {}", *a.revision, all.back().revision));
    return *found;
}

CueNumbers cue_numbers_from(const std::string& text) {
    const auto number = [&](std::string_view digits) {
        std::int64_t value = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        if (error != std::errc() || end != digits.data() + digits.size() || value < 1)
            throw Error(fmt::format("read the cues '{}'", text), "expected a number or two: 12 or 12-15",
                        ErrorKind::usage);
        return value;
    };
    const auto dash = text.find('-');
    const auto first = number(std::string_view(text).substr(0, dash));
    const auto last = dash == std::string::npos ? first : number(std::string_view(text).substr(dash + 1));
    if (last < first)
        throw Error(fmt::format("read the cues '{}'", text), "the last comes before the first", ErrorKind::usage);
    return {first, last};
}

void require_cue(const std::string& doing, std::int64_t number, const std::vector<captions::Cue>& cues) {
    if (number < 1 || number > static_cast<std::int64_t>(cues.size()))
        throw Error(doing, fmt::format("there is no cue {}; the last is {}", number, cues.size()), ErrorKind::usage);
}

archive::Transcript add_corrected(archive::Archive& archive, const archive::Transcript& before,
                                  const std::vector<captions::Cue>& cues, const std::string& note,
                                  const std::string& by) {
    auto corrected = before;
    corrected.kind = archive::TranscriptKind::corrected;
    corrected.note = note;
    return archive.add_transcript(corrected, cues, by);
}

Time signed_time_from(const std::string& text) {
    return text.starts_with('-') ? -parse_time(std::string_view(text).substr(1)) : parse_time(text);
}

bool is_role(const std::string& speaker) {
    constexpr std::array<std::string_view, 5> roles{"subject", "interviewer", "translator", "guard", "bystander"};
    return std::ranges::find(roles, speaker) != roles.end();
}

std::string on_one_line(const std::string& text) {
    std::string line;
    for (const char c : text) {
        if (c == '\n')
            line += " / ";
        else
            line += c;
    }
    return line;
}

}  // namespace counterclip::cli
