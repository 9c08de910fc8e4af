#include <fmt/format.h>

#include "cli/find.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/records_json.h"
#include "cli/segment_words.h"
#include "cli/transcript_arguments.h"
#include "cli/verbs.h"

namespace counterclip::cli {

namespace {

struct Arguments {
    archive::Segment segment;
    std::optional<int> recording;
    std::optional<Time> in;
    std::optional<Time> out;
    std::optional<CueNumbers> cues;
    std::string language;
};

// From the first instant of the first cue to the last of the last.
Range range_of_cues(const archive::Archive& archive, const Arguments& a) {
    const auto transcript = transcript_for(archive, {a.segment.interview, a.recording, a.language, {}});
    const auto cues = archive.cues(transcript.id);
    const auto doing = fmt::format("add segment to interview {}", a.segment.interview);
    if (a.cues->last > static_cast<std::int64_t>(cues.size()))
        throw Error(doing, fmt::format("there is no cue {}; the last is {}", a.cues->last, cues.size()),
                    ErrorKind::usage);
    Range range = cues[static_cast<std::size_t>(a.cues->first - 1)].range;
    for (auto n = a.cues->first; n < a.cues->last; ++n)
        range.out = std::max(range.out, cues[static_cast<std::size_t>(n)].range.out);
    return range;
}

void require_place(const Arguments& a) {
    const bool by_cues = a.cues && !a.in && !a.out;
    const bool by_times = !a.cues && a.in && a.out;
    if (!by_cues && !by_times)
        throw Error(fmt::format("add segment to interview {}", a.segment.interview),
                    "say where it is: --in and --out, or --cues", ErrorKind::usage);
}

Range range_for(const archive::Archive& archive, const Arguments& a) {
    return a.cues ? range_of_cues(archive, a) : range_of(a.in.value(), a.out.value());
}

void add(const Arguments& a, Context& context) {
    require_place(a);
    auto archive = context.open();
    auto segment = a.segment;
    const auto recording = recording_at(archive, segment.interview, a.recording);
    segment.recording = recording.id;
    segment.range = range_for(archive, a);
    require_within(recording, segment.range);
    const auto stored = archive.add_segment(segment, context.by());
    remark_on_tags(archive, stored.tags, context);
    if (context.json()) return print_json(as_json(stored));
    print_line(fmt::format("added segment {} of '{}': {}", stored.id, stored.interview, format_range(stored.range)));
}

std::string flags(const archive::Segment& s) {
    std::vector<std::string> words;
    if (s.incriminating) words.emplace_back("incriminating");
    if (s.identifying) words.emplace_back("identifying");
    if (s.third_party) words.emplace_back("third-party");
    if (s.distress) words.emplace_back("distress");
    return joined(words);
}

std::string removal_in_words(const archive::Segment& s) {
    if (s.removed_by.empty()) return "-";
    const auto when = fmt::format("{} {}", s.removed_by, s.removed_at.substr(0, 10));
    return s.removed_reason.empty() ? when : fmt::format("{}: {}", when, s.removed_reason);
}

struct ListArguments {
    std::string interview;
    bool all = false;
};

void list(const ListArguments& a, Context& context) {
    const auto archive = context.open();
    const auto segments = a.all ? archive.segment_history(a.interview) : archive.segments(a.interview);
    if (context.json()) return print_json(list_as_json(segments));
    Table table{{"ID", "RECORDING", "RANGE", "TAGS", "FLAGS", "NOTE"}, {}};
    if (a.all) table.head.emplace_back("REMOVED");
    for (const auto& s : segments) {
        table.rows.push_back({fmt::format("{}", s.id), fmt::format("{}", archive.recording(s.recording).position),
                              format_range(s.range), joined(s.tags), flags(s), s.note});
        if (a.all) table.rows.back().push_back(removal_in_words(s));
    }
    print_table(table, fmt::format("no segments yet; `counterclip segment add {}` adds one", a.interview));
}

Action declare_add(CLI::App& app) {
    auto arguments = std::make_shared<Arguments>();
    auto& s = arguments->segment;
    app.add_option("CODE", s.interview, "The interview")->required();
    app.add_option("--recording", arguments->recording, "Which recording, 1, 2 ...; needed when there are several");
    add_time(app, "--in", arguments->in, "The first instant");
    add_time(app, "--out", arguments->out, "The first instant after it");
    add_read_option(app, "--cues,--cue", arguments->cues, cue_numbers_from,
                    "Instead of times: cues of the latest transcript, 12 or 12-15");
    app.add_option("--language", arguments->language, "Of which transcript the cues are");
    app.add_option("--tag", s.tags, "A word of the codebook; may be given several times")->allow_extra_args(false);
    app.add_option("--note", s.note, "For colleagues; never published");
    app.add_flag("--incriminating", s.incriminating, "It could be used against somebody");
    app.add_flag("--identifying", s.identifying, "It tells who is speaking");
    app.add_flag("--third-party", s.third_party, "It tells of somebody who was not asked");
    app.add_flag("--distress", s.distress, "The speaker is in distress");
    return [arguments](Context& context) { add(*arguments, context); };
}

}  // namespace

void remark_on_tags(const archive::Archive& archive, const std::vector<std::string>& tags, const Context& context) {
    const auto codes = archive.codebook();
    for (const auto& tag : tags) {
        if (std::ranges::find(codes, tag, &archive::Code::tag) != codes.end()) continue;
        const auto near = archive::nearest_tags(codes, tag);
        context.remark(fmt::format("the tag '{}' is not in the codebook{}", harmless(tag),
                                   near.empty() ? "" : fmt::format("; near: {}", fmt::join(near, ", "))));
    }
}

Verb segment_add_verb() {
    return {"segment add",
            "Mark a stretch of a recording",
            {"segment add BTIB-0042 --in 0:12:30.000 --out 0:13:05.500 --tag recruitment --tag doubt",
             "segment add BTIB-0042 --cues 12-15 --language ar --tag doubt",
             "segment add BTIB-0042 --recording 2 --in 0:40 --out 0:52 --identifying --note 'names the village'"},
            declare_add};
}

Verb segment_list_verb() {
    return {"segment list",
            "List the segments of an interview",
            {"segment list BTIB-0042", "segment list BTIB-0042 --all"},
            [](CLI::App& app) -> Action {
                auto a = std::make_shared<ListArguments>();
                app.add_option("CODE", a->interview, "The interview")->required();
                app.add_flag("--all", a->all, "Those that were removed, too");
                return [a](Context& context) { list(*a, context); };
            }};
}

}  // namespace counterclip::cli
