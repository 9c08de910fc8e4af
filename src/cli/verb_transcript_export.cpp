#include <fmt/format.h>

#include <filesystem>
#include <fstream>

#include "captions/write.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/transcript_arguments.h"
#include "cli/vault.h"
#include "cli/verbs.h"
#include "cli/words_json.h"
#include "clip/wording.h"
#include "core/hash.h"
#include "core/staged_file.h"

namespace counterclip::cli {

namespace {

struct Arguments {
    TranscriptArguments transcript;
    std::string file;
    std::optional<captions::Format> format;
    bool original = false;
};

// Redacted and with pseudonyms. Who a file's own word for a speaker means nobody checked: only roles go out.
std::vector<captions::Cue> words_to_leave(const archive::Archive& archive, const archive::Transcript& transcript,
                                          Context& context) {
    const auto* vault = clip::has_vault(archive) ? &open_vault(archive, context) : nullptr;
    if (vault == nullptr)
        context.warn("the archive has no vault: names were not looked for; `counterclip vault init` makes one");
    auto cues = clip::transcript_to_leave(archive, transcript, vault);
    for (auto& cue : cues)
        if (!is_role(cue.speaker)) cue.speaker.clear();
    return cues;
}

void write(const std::string& file, const std::string& bytes) {
    write_private(file, [&](const std::filesystem::path& place) {
        std::ofstream stream(place, std::ios::binary);
        stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        stream.close();
        if (!stream)
            throw Error(fmt::format("write {}", file), "the file could not be written whole: is the disk full?");
    });
}

// That somebody took the names out of the archive stands in the log, before they lie in the file.
void log_original(archive::Archive& archive, const archive::Transcript& transcript, const std::string& bytes,
                  Context& context) {
    const nlohmann::json details{{"interview", transcript.interview},
                                 {"language", transcript.language},
                                 {"revision", transcript.revision},
                                 {"sha256", sha256(bytes)}};
    archive.append_event("transcript export", fmt::format("transcript {}", transcript.id), details.dump(),
                         context.by());
}

void export_transcript(const Arguments& a, Context& context) {
    auto archive = context.open();
    const auto format = a.format ? *a.format : captions::format_of_file(a.file);
    const auto transcript = transcript_for(archive, a.transcript);
    const auto cues = a.original ? archive.cues(transcript.id) : words_to_leave(archive, transcript, context);
    const auto bytes = captions::written(cues, format);
    if (a.original) log_original(archive, transcript, bytes, context);
    write(a.file, bytes);
    if (a.original)
        context.warn(fmt::format("{} holds everything that was said, names too: it is as secret as the originals",
                                 harmless(a.file)));
    if (context.json())
        return print_json({{"file", a.file},
                           {"transcript", transcript.id},
                           {"format", to_string(format)},
                           {"original", a.original},
                           {"cues", cues.size()}});
    print_line(fmt::format("{}: {} cues of '{}', {}, revision {}", harmless(a.file), cues.size(), transcript.interview,
                           transcript.language, transcript.revision));
}

Action declare(CLI::App& app) {
    auto arguments = std::make_shared<Arguments>();
    declare_transcript(app, arguments->transcript, true);
    app.add_option("FILE", arguments->file, "Its ending says the format: .srt, .vtt, .ass, .txt or .json")->required();
    add_read_option(app, "--format", arguments->format, captions::format_from, "srt, vtt, ass, plain or json");
    app.add_flag("--original", arguments->original,
                 "As it was said, names and all: for translators who may see the originals; the log says so");
    return [arguments](Context& context) { export_transcript(*arguments, context); };
}

}  // namespace

Verb transcript_export_verb() {
    return {"transcript export",
            "Write a transcript into a file: redacted and with pseudonyms, or as it was said",
            {"transcript export BTIB-0042 --language en public.vtt",
             "transcript export BTIB-0042 --language ar to-correct.srt --original"},
            declare};
}

}  // namespace counterclip::cli
