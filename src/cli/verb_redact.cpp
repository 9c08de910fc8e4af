// Intervals that must not go out of whichever clip: marked, listed, taken back.
#include <fmt/format.h>

#include "cli/find.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/records_json.h"
#include "cli/redaction_words.h"
#include "cli/verbs.h"
#include "clip/spoken.h"

namespace counterclip::cli {

namespace {

struct Arguments {
    archive::Redaction redaction;
    std::optional<int> recording;
    std::optional<Time> in;
    std::optional<Time> out;
    std::optional<std::size_t> cue;
    std::string word;  // CUE:WORD
    std::string language;
};

const char* const how_to_name_it = "name the stretch by --in and --out, or by --cue N or --word N:M with --language";

std::size_t number_from(const std::string& text, const std::string& form) {
    if (text.empty() || text.find_first_not_of("0123456789") != std::string::npos || text.size() > 6)
        throw Error(fmt::format("read '{}'", text), "expected " + form, ErrorKind::usage);
    const auto number = std::stoul(text);
    if (number == 0) throw Error(fmt::format("read '{}'", text), "they count from 1", ErrorKind::usage);
    return number;
}

captions::Cue cue_at(const std::vector<captions::Cue>& cues, std::size_t number) {
    if (number == 0 || number > cues.size())
        throw Error(fmt::format("find cue {}", number), fmt::format("the transcript has {}", cues.size()),
                    ErrorKind::usage);
    return cues[number - 1];
}

// By the times of a cue, or of a word of it, in the latest transcript of that language.
Range range_of_words(const archive::Archive& archive, const archive::Recording& recording, const Arguments& a) {
    const auto transcript = archive.latest_transcript(recording.id, a.language);
    if (!transcript)
        throw Error("find a cue", fmt::format("recording {} of interview {} has no transcript in '{}'",
                                              recording.position, recording.interview, a.language));
    const auto cues = archive.cues(transcript->id);
    if (a.cue) return cue_at(cues, *a.cue).range;
    const auto colon = a.word.find(':');
    const auto cue = cue_at(cues, number_from(a.word.substr(0, colon), "CUE:WORD, as in 12:3"));
    const auto word = number_from(colon == std::string::npos ? "" : a.word.substr(colon + 1), "CUE:WORD, as in 12:3");
    if (word > cue.words.size())
        throw Error(fmt::format("find word {}", word),
                    cue.words.empty() ? "the times of its words are not known; redact the --cue, or by --in and --out"
                                      : fmt::format("the cue has {}", cue.words.size()),
                    ErrorKind::usage);
    return cue.words[word - 1].range;
}

Range range_of(const archive::Archive& archive, const archive::Recording& recording, const Arguments& a) {
    const bool by_time = a.in || a.out;
    const int ways = (by_time ? 1 : 0) + (a.cue ? 1 : 0) + (a.word.empty() ? 0 : 1);
    if (ways != 1 || (by_time && !(a.in && a.out)) || (!by_time && a.language.empty()))
        throw Error("redact a stretch", how_to_name_it, ErrorKind::usage);
    return by_time ? cli::range_of(*a.in, *a.out) : range_of_words(archive, recording, a);
}

void add(const Arguments& a, Context& context) {
    auto archive = context.open();
    auto redaction = a.redaction;
    const auto recording = recording_at(archive, redaction.interview, a.recording);
    redaction.recording = recording.id;
    redaction.range = range_of(archive, recording, a);
    require_within(recording, redaction.range);
    const auto stored = archive.add_redaction(redaction, context.by());
    if (context.json()) return print_json(as_json(stored));
    print_line(fmt::format("redaction {} of '{}': {}, {}; it holds for every clip", stored.id, stored.interview,
                           format_range(stored.range), to_string(stored.how)));
    context.remark("renders that show it are stale from here on");
}

struct ListArguments {
    std::string interview;
    bool all = false;
};

void list(const ListArguments& a, Context& context) {
    const auto archive = context.open();
    archive.interview(a.interview);
    std::vector<archive::Redaction> found;
    for (const auto& recording : archive.recordings(a.interview))
        for (auto& r : a.all ? archive.redaction_history(recording.id) : archive.redactions(recording.id))
            found.push_back(std::move(r));
    if (context.json()) {
        auto json = Json::array();
        for (const auto& r : found) json.push_back(as_json(r));
        return print_json(json);
    }
    print_redactions(archive, found,
                     fmt::format("nothing is redacted; `counterclip redact add {}` does it", a.interview));
}

struct RemoveArguments {
    std::int64_t id = 0;
    std::string reason;
};

void remove(const RemoveArguments& a, Context& context) {
    auto archive = context.open();
    archive.remove_redaction(a.id, a.reason, context.by());
    if (context.json()) return print_json({{"id", a.id}, {"removed", true}});
    print_line(fmt::format("redaction {} is taken back; it stays on record", a.id));
}

void restore(std::int64_t id, Context& context) {
    auto archive = context.open();
    archive.restore_redaction(id, context.by());
    if (context.json()) return print_json({{"id", id}, {"removed", false}});
    print_line(fmt::format("redaction {} holds again, for every clip", id));
}

Action declare_add(CLI::App& app) {
    auto arguments = std::make_shared<Arguments>();
    auto& a = *arguments;
    auto& r = a.redaction;
    app.add_option("CODE", r.interview, "The interview")->required();
    app.add_option("--recording", a.recording, "Which recording, 1, 2 ...; needed when there are several");
    add_time(app, "--in", a.in, "The first instant");
    add_time(app, "--out", a.out, "The first instant after it");
    app.add_option("--cue", a.cue, "Instead: a cue of the latest transcript, 1, 2 ...");
    app.add_option("--word", a.word, "Instead: a word of a cue, as CUE:WORD, where the times of words are known");
    app.add_option("--language", a.language, "Of that transcript");
    add_read_option(app, "--why", r.why, archive::danger_from, "identifying or incriminating")->required();
    add_read_option(app, "--how", r.how, archive::removal_from,
                    "silence, bleep, or cut: the stretch is left out (default: silence)");
    app.add_flag("--hide-picture", r.hides_picture, "Nothing of the picture is shown there either");
    app.add_option("--replacement", r.replacement, "What captions and transcripts say instead (default: [...])");
    app.add_option("--reason", r.reason, "Why, in a sentence without names")->required();
    return [arguments](Context& context) { add(*arguments, context); };
}

}  // namespace

Verb redact_add_verb() {
    return {
        "redact add",
        "Take a stretch out of the sound, captions and transcripts of every clip; 150 ms more on each side",
        {"redact add BTIB-0042 --in 0:12:30.000 --out 0:12:31.200 --why identifying --reason 'names the village'",
         "redact add BTIB-0042 --word 12:3 --language ar --why identifying --how bleep --reason 'a name'",
         "redact add BTIB-0042 --cue 14 --language en --why incriminating --how cut --reason 'tells of the border'"},
        declare_add};
}

Verb redact_list_verb() {
    return {"redact list",
            "List what is redacted of an interview",
            {"redact list BTIB-0042", "redact list BTIB-0042 --all"},
            [](CLI::App& app) -> Action {
                auto a = std::make_shared<ListArguments>();
                app.add_option("CODE", a->interview, "The interview")->required();
                app.add_flag("--all", a->all, "Those that were taken back, too");
                return [a](Context& context) { list(*a, context); };
            }};
}

Verb redact_remove_verb() {
    return {"redact remove",
            "Take a redaction back; that it was there stays on record",
            {"redact remove 3 --reason 'it was somebody else who was meant'"},
            [](CLI::App& app) -> Action {
                auto a = std::make_shared<RemoveArguments>();
                app.add_option("ID", a->id, "Its number")->required();
                app.add_option("--reason", a->reason, "Why, in a sentence without names")->required();
                return [a](Context& context) { remove(*a, context); };
            }};
}

Verb redact_restore_verb() {
    return {"redact restore",
            "Bring back a redaction that was taken back",
            {"redact restore 3"},
            [](CLI::App& app) -> Action {
                auto id = std::make_shared<std::int64_t>();
                app.add_option("ID", *id, "Its number, from `redact list --all`")->required();
                return [id](Context& context) { restore(*id, context); };
            }};
}

}  // namespace counterclip::cli
