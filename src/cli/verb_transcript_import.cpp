#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>

#include "captions/language.h"
#include "captions/read.h"
#include "cli/find.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/transcript_arguments.h"
#include "cli/verbs.h"
#include "cli/words_json.h"
#include "core/staged_file.h"

namespace counterclip::cli {

namespace {

struct Arguments {
    archive::Transcript transcript;
    std::string file;
    std::optional<int> recording;
    Time offset{};
    std::string encoding;
    std::vector<std::string> speakers;
};

// "Umm Ali=subject": what the file calls somebody, and who that is.
std::map<std::string, std::string> renamed_speakers(const std::vector<std::string>& pairs) {
    std::map<std::string, std::string> renamed;
    for (const auto& pair : pairs) {
        const auto equals = pair.rfind('=');
        if (equals == std::string::npos || equals == 0)
            throw Error(fmt::format("read the speaker '{}'", pair),
                        "expected what the file calls them and who they are, for example 'Voice 1=subject'",
                        ErrorKind::usage);
        renamed[pair.substr(0, equals)] = pair.substr(equals + 1);
    }
    return renamed;
}

// Roles are written as faces' labels are, so that what is asked of the subject's voice finds them.
std::string role_or_as_is(const std::string& speaker) {
    std::string small = speaker;
    std::ranges::transform(small, small.begin(),
                           [](unsigned char c) { return static_cast<char>(c < 0x80 ? std::tolower(c) : c); });
    return is_role(small) ? small : speaker;
}

void name_speakers(std::vector<captions::Cue>& cues, const std::vector<std::string>& pairs) {
    auto renamed = renamed_speakers(pairs);
    std::map<std::string, bool> used;
    for (auto& cue : cues) {
        const auto found = renamed.find(cue.speaker);
        if (found != renamed.end()) used[cue.speaker] = true;
        cue.speaker = found != renamed.end() ? found->second : role_or_as_is(cue.speaker);
    }
    for (const auto& [speaker, role] : renamed)
        if (!used.contains(speaker))
            throw Error(fmt::format("read the speaker '{}'", speaker), "nobody in the file is called so",
                        ErrorKind::usage);
}

void import(const Arguments& a, Context& context) {
    auto archive = context.open();
    auto transcript = a.transcript;
    transcript.language = captions::canonical_language(transcript.language);
    const auto recording = recording_at(archive, transcript.interview, a.recording);
    transcript.recording = recording.id;
    const auto name = std::filesystem::path(a.file).filename().string();
    constexpr std::size_t largest = std::size_t{512} << 20;
    auto text = captions::read(read_whole(a.file, largest), name,
                               {a.encoding, transcript.language, recording.duration - a.offset});
    text.cues = captions::moved(std::move(text.cues), a.offset);
    text = captions::fitted(std::move(text), recording.duration, name);
    name_speakers(text.cues, a.speakers);
    const auto stored = archive.add_transcript(transcript, text.cues, context.by());
    for (const auto& remark : text.remarks) context.remark(remark);
    if (context.json()) {
        auto json = with_revision_before(stored);
        json["format"] = to_string(text.format);
        json["encoding"] = text.encoding;
        json["remarks"] = text.remarks;
        return print_json(json);
    }
    print_line(fmt::format("added transcript {} of '{}': {}, revision {}, {}, {} cues (read as {}, {})", stored.id,
                           stored.interview, stored.language, stored.revision, to_string(stored.kind), stored.cues,
                           to_string(text.format), text.encoding));
}

Action declare(CLI::App& app) {
    auto arguments = std::make_shared<Arguments>();
    auto& t = arguments->transcript;
    app.add_option("CODE", t.interview, "The interview")->required();
    app.add_option("FILE", arguments->file, "SRT, WebVTT, ASS, lines with times, or a recogniser's JSON")->required();
    app.add_option("--language", t.language, "Its language as a BCP 47 tag: ar, ku-Arab, pt-BR")->required();
    app.add_option("--recording", arguments->recording, "Which recording, 1, 2 ...; needed when there are several");
    add_read_option(app, "--kind", t.kind, archive::transcript_kind_from,
                    "recogniser, on-site, professional or corrected (default: on-site)");
    add_read_option(app, "--offset", arguments->offset, signed_time_from,
                    "Added to every time, when the file counts from elsewhere; --offset=-0:00:05 for earlier")
        ->type_name("TIME");
    app.add_option("--encoding", arguments->encoding, "When it cannot be found out: windows-1256, KOI8-R ...");
    app.add_option("--speaker", arguments->speakers,
                   "Who a speaker of the file is: 'Voice 1=subject'; may be given several times")
        ->allow_extra_args(false);
    app.add_option("--note", t.note, "For colleagues; never published");
    return [arguments](Context& context) { import(*arguments, context); };
}

}  // namespace

Verb transcript_import_verb() {
    return {"transcript import",
            "Take in what was said, as timed text; one that is there already gets a new revision",
            {"transcript import BTIB-0042 on-site.srt --language ar",
             "transcript import BTIB-0042 final.txt --language en --kind professional --encoding windows-1252",
             "transcript import BTIB-0042 whisper.json --language ar --kind recogniser --speaker 'Voice 1=subject'"},
            declare};
}

}  // namespace counterclip::cli
