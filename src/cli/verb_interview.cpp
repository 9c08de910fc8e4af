#include <fmt/format.h>

#include "cli/consent_words.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/records_json.h"
#include "cli/vault.h"
#include "cli/verbs.h"
#include "clip/plan_sound.h"
#include "consent/people.h"
#include "core/day.h"
#include "core/ids.h"
#include "media/probe.h"

namespace counterclip::cli {

namespace {

void add(archive::Interview interview, Context& context) {
    auto archive = context.open();
    require_no_terms_in("interview", interview.code, archive, context);
    require_code("interview", interview.code);
    archive.add_interview(interview, context.by());
    interview = archive.interview(interview.code);
    if (context.json()) return print_json(as_json(interview));
    print_line(fmt::format("added interview '{}'", interview.code));
}

void show_interview(const archive::Interview& i) {
    const std::vector<std::pair<std::string, std::string>> lines{
        {"interview", i.code},
        {"kind", to_string(i.kind)},
        {"date", i.date},
        {"place", i.place},
        {"setting", i.setting},
        {"languages", joined(i.languages)},
        {"present", joined(i.present)},
        {"custody", yes_no(i.custody)},
        {"minor", yes_no(i.minor)},
        {"pseudonym", i.pseudonym},
        {"gender", i.gender},
        {"age band", i.age_band},
        {"nationality", i.nationality},
        {"ethnicity", i.ethnicity},
        {"role", i.role},
    };
    for (const auto& [key, value] : lines)
        print_line(fmt::format("{:<12} {}", key, value.empty() ? "-" : harmless(value)));
}

// Which sound tracks a clip can choose from; a file that is gone or unreadable has none to tell of.
std::vector<media::AudioTrack> sound_tracks(const archive::Archive& archive, const archive::Recording& recording) {
    try {
        return recording.has_sound ? media::probe(archive.path(recording.file)).audio
                                   : std::vector<media::AudioTrack>{};
    } catch (const Error&) {
        return {};
    }
}

Json tracks_as_json(const std::vector<media::AudioTrack>& tracks) {
    auto list = Json::array();
    for (const auto& t : tracks)
        list.push_back({{"track", list.size() + 1},
                        {"codec", t.codec},
                        {"sample_rate", t.sample_rate},
                        {"layout", t.layout},
                        {"language", t.language}});
    return list;
}

void show(const std::string& code, Context& context) {
    const auto archive = context.open();
    const auto interview = archive.interview(code);
    const auto recordings = archive.recordings(code);
    auto others = archive.latest_consents(code);
    std::optional<consent::Revision> consent;
    if (auto subject = others.extract("subject")) consent = std::move(subject.mapped());
    if (context.json()) {
        auto json = as_json(interview);
        json["recordings"] = list_as_json(recordings);
        for (std::size_t n = 0; n < recordings.size(); ++n)
            json["recordings"][n]["sound_tracks"] = tracks_as_json(sound_tracks(archive, recordings[n]));
        json["consent"] = consent ? as_json(*consent) : Json();
        for (const auto& [other, revision] : others) json["others"][other] = as_json(revision);
        return print_json(json);
    }
    show_interview(interview);
    print_line(fmt::format("{:<12} {}", "consent", consent_in_words(consent, today())));
    for (const auto& [other, revision] : others)
        print_line(fmt::format("{:<12} {}", other, consent_in_words(revision, today())));
    if (interview.kind == archive::RecordingKind::none) return print_line("it was held without recording");
    print_line("");
    Table table{{"RECORDING", "DURATION", "WHAT", "SHA-256"}, {}};
    for (const auto& r : recordings)
        table.rows.push_back({fmt::format("{}", r.position), format_time(r.duration), r.summary, r.sha256});
    print_table(table, fmt::format("no recordings yet; `counterclip import {} FILE` adds one", code));
    for (const auto& r : recordings)
        if (const auto tracks = sound_tracks(archive, r); tracks.size() > 1)
            print_line(harmless(fmt::format("recording {} has the sound tracks {}; `clip new --sound N` chooses one",
                                            r.position, clip::sound_tracks_in_words(tracks))));
}

void declare_traits(CLI::App& app, archive::Interview& i) {
    const auto subject = [&](const std::string& name, std::string& target, const std::string& help) {
        app.add_option(name, target, help)->group("The subject");
    };
    subject("--pseudonym", i.pseudonym, "The name that is shown instead of theirs");
    subject("--gender", i.gender, "");
    subject("--age-band", i.age_band, "For example 20-29");
    subject("--nationality", i.nationality, "");
    subject("--ethnicity", i.ethnicity, "");
    subject("--role", i.role, "For example witness, survivor, former member");
    app.add_flag("--custody", i.custody, "They are held: consent is not given freely as at home")->group("The subject");
    app.add_flag("--minor", i.minor, "They are under age")->group("The subject");
}

Action declare_add(CLI::App& app) {
    auto interview = std::make_shared<archive::Interview>();
    auto& i = *interview;
    app.add_option("CODE", i.code, "A code for the interview, for example BTIB-0042")->required();
    add_read_option(app, "--kind", i.kind, archive::recording_kind_from, "video, audio or none (default: video)");
    app.add_option("--date", i.date, "ISO 8601, may be partial: 2026, 2026-11");
    app.add_option("--place", i.place, "Coarse: a region, never a village");
    app.add_option("--setting", i.setting, "home, prison, camp, remote ...");
    app.add_option("--language", i.languages, "ISO 639; may be given several times")->allow_extra_args(false);
    app.add_option_function<std::vector<std::string>>(
           "--present",
           [&i](const std::vector<std::string>& entries) {
               for (const auto& entry : entries) i.present.push_back(consent::present_entry_from(entry));
           },
           "Who was there, as a role: guard, minder, translator, interviewer:woman ...")
        ->allow_extra_args(false);
    declare_traits(app, i);
    return [interview](Context& context) { add(*interview, context); };
}

}  // namespace

Verb interview_add_verb() {
    return {
        "interview add",
        "Add an interview; real names have no place in it",
        {"interview add BTIB-0042 --pseudonym Layla --date 2026-03 --setting camp --language ar --present translator"},
        declare_add};
}

Verb interview_show_verb() {
    return {"interview show",
            "Show one interview with its recordings and consent",
            {"interview show BTIB-0042"},
            [](CLI::App& app) -> Action {
                auto code = std::make_shared<std::string>();
                app.add_option("CODE", *code, "The interview")->required();
                return [code](Context& context) { show(*code, context); };
            }};
}

}  // namespace counterclip::cli
