#include <fmt/format.h>

#include "cli/consent_words.h"
#include "cli/find.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/records_json.h"
#include "cli/verbs.h"
#include "consent/changes.h"
#include "consent/scope.h"
#include "core/hash.h"

namespace counterclip::cli {

namespace {

struct Arguments {
    std::string interview;
    std::string person = "subject";
    std::optional<consent::Use> purpose;  // --for: terms of its own
    bool like_all = false;
    consent::TermChanges changes;
    std::optional<std::vector<std::string>> preferences;
    consent::Method method = consent::Method::none;
    std::optional<int> recording;
    std::optional<Time> in;
    std::optional<Time> out;
    std::vector<std::string> witnesses;
    std::string document;
    std::string reason;
};

std::vector<consent::Preference> preferences_from(const std::vector<std::string>& words) {
    std::vector<consent::Preference> preferences;
    if (words == std::vector<std::string>{"none"}) return preferences;
    for (const auto& word : words) preferences.push_back(consent::preference_from(word));
    return preferences;
}

// What is not named stays as it was; nothing of a withdrawn consent does.
consent::Revision next_revision(const Arguments& a, const std::optional<consent::Revision>& before) {
    consent::Revision revision;
    revision.interview = a.interview;
    revision.person = a.person;
    revision.reason = a.reason;
    if (before && !before->withdrawn) {
        revision.terms = before->terms;
        revision.purposes = before->purposes;
        revision.preferences = before->preferences;
    }
    if (!a.purpose)
        consent::change_all(revision, a.changes);
    else if (a.like_all)
        revision.purposes.erase(*a.purpose);
    else
        consent::change_for(revision, *a.purpose, a.changes);
    if (a.preferences) revision.preferences = preferences_from(*a.preferences);
    return revision;
}

[[noreturn]] void missing_evidence(const std::string& what) {
    throw Error("set the consent", what, ErrorKind::usage);
}

// Who refused the recording did not say it on the recording.
void require_recordings(const archive::Archive& archive, const std::string& interview) {
    if (archive.interview(interview).kind == archive::RecordingKind::none)
        missing_evidence(
            fmt::format("interview '{}' was held without recording; name who heard it (--method "
                        "witnesses) or the document (--method written)",
                        interview));
}

// Evidence is never carried over: it shows what was said for these terms.
consent::Evidence evidence_of(const archive::Archive& archive, const Arguments& a) {
    consent::Evidence evidence;
    evidence.method = a.method;
    switch (a.method) {
        case consent::Method::verbal_on_recording: {
            require_recordings(archive, a.interview);
            if (!a.in || !a.out) missing_evidence("--method verbal needs --in and --out: when it is said");
            const auto recording = recording_at(archive, a.interview, a.recording);
            evidence.recording = recording.id;
            evidence.range = range_of(*a.in, *a.out);
            require_within(recording, *evidence.range);
            break;
        }
        case consent::Method::verbal_before_witnesses:
            if (a.witnesses.empty()) missing_evidence("--method witnesses needs --witness CODE");
            evidence.witnesses = a.witnesses;
            break;
        case consent::Method::written:
            if (a.document.empty()) missing_evidence("--method written needs --document FILE");
            evidence.document_sha256 = sha256_of_file(a.document);
            break;
        case consent::Method::none:
            break;
    }
    return evidence;
}

// All terms where there were none before: what was left out got the safest one, and is to be seen. Else what changed.
void show_terms(const std::optional<consent::Revision>& before, const consent::Revision& stored) {
    if (before && !before->withdrawn) {
        for (const auto& line : consent::difference(*before, stored)) print_line("  " + harmless(line));
        return;
    }
    for (const auto& [term, says] : term_lines(stored.terms))
        print_line(fmt::format("  {:<12} {}", term, says.empty() ? "-" : harmless(says)));
    print_line(fmt::format("  {:<12} {}", "preferences", preferences_in_words(stored.preferences)));
}

void set(const Arguments& a, Context& context) {
    auto archive = context.open();
    archive.interview(a.interview);
    const auto before = archive.latest_consent(a.interview, a.person);
    if (a.like_all && !a.purpose) throw Error("set the consent", "--like-all needs --for", ErrorKind::usage);
    auto revision = next_revision(a, before);
    revision.evidence = evidence_of(archive, a);
    const auto stored = archive.append_consent(revision, context.by());
    if (context.json()) return print_json(as_json(stored));
    print_line(fmt::format("consent of '{}', {}: revision {}", stored.interview, stored.person, stored.id));
    show_terms(before, stored);
}

// "any" alone takes a limit back.
void add_words(CLI::App& app, const std::string& name, std::optional<std::vector<std::string>>& target,
               const std::string& help) {
    app.add_option_function<std::vector<std::string>>(
           name,
           [&target](const std::vector<std::string>& words) {
               target = words == std::vector<std::string>{"any"} ? std::vector<std::string>{} : words;
           },
           help)
        ->allow_extra_args(false);
}

void declare_terms(CLI::App& app, Arguments& a) {
    auto& c = a.changes;
    add_read_option(app, "--use", c.use, consent::use_from, "none, research, training or public");
    add_read_option(app, "--face", c.face, consent::face_from, "show or hide");
    add_read_option(app, "--name", c.name, consent::name_from, "real or changed");
    add_read_option(app, "--voice", c.voice, consent::voice_from, "keep or alter");
    add_read_option(app, "--details", c.details, consent::details_from, "keep or omit");
    add_read_option(app, "--risk", c.risk, consent::risk_from,
                    "From whom they must stay unknown: none, casual, strangers or acquaintances (default)");
    add_read_option(
        app, "--risk-note", c.risk_note, [](const std::string& text) { return text; },
        "Why, without names; for auditors only");
    const std::string group = "How far it reaches";
    add_words(app, "--audience", c.audiences, "Who may see it, a word without blanks; several; any (default)");
    add_words(app, "--territory", c.territories, "Where, ISO 3166 codes such as SE; several; any (default)");
    add_words(app, "--language", c.languages, "Published in, BCP 47 tags such as ar; several; any (default)");
    add_read_option(
        app, "--until", c.until,
        [](const std::string& text) { return text == "forever" ? std::string() : consent::day_from(text); },
        "The last day, such as 2027-12-31, or forever (default)");
    for (const char* name : {"--audience", "--territory", "--language", "--until"}) app.get_option(name)->group(group);
    add_read_option(app, "--for", a.purpose, consent::use_from,
                    "The terms named are for this purpose only: research, training or public")
        ->group(group);
    app.add_flag("--like-all", a.like_all, "With --for: the purpose has no terms of its own any more")->group(group);
    add_list(app, "--prefer", a.preferences,
             "woman-interviewer, no-men-present, told-may-stop, stopped-early, left-questions-out; several, instead of "
             "those before; none");
}

void declare_evidence(CLI::App& app, Arguments& a) {
    const std::string group = "Evidence";
    add_read_option(app, "--method", a.method, consent::method_from, "verbal, witnesses, written or none")
        ->required()
        ->group(group);
    app.add_option("--recording", a.recording, "verbal: which recording of the interview, 1, 2 ...")->group(group);
    add_time(app, "--in", a.in, "verbal: where it begins")->group(group);
    add_time(app, "--out", a.out, "verbal: where it ends")->group(group);
    app.add_option("--witness", a.witnesses, "witnesses: a code, never a name; may be given several times")
        ->allow_extra_args(false)
        ->group(group);
    app.add_option("--document", a.document, "written: the file; only its SHA-256 is kept")->group(group);
}

}  // namespace

Verb consent_set_verb() {
    return {
        "consent set",
        "Record what a person allowed and asked for, as a new revision",
        {"consent set BTIB-0042 --use public --face hide --name changed --voice keep --details omit \\\n"
         "      --method verbal --in 0:01:10 --out 0:01:42 --reason 'asked at the start'",
         "consent set BTIB-0042 --face hide --method witnesses --witness W-07 --reason 'called back'",
         "consent set BTIB-0042 --for training --use training --face show --method written --document form.pdf",
         "consent set BTIB-0042 --territory SE --territory NO --until 2027-12-31 --risk casual --method witnesses \\\n"
         "      --witness W-07"},
        [](CLI::App& app) -> Action {
            auto arguments = std::make_shared<Arguments>();
            auto& a = *arguments;
            app.add_option("CODE", a.interview, "The interview")->required();
            app.add_option("--person", a.person, "subject, interviewer, translator, guard ...")->capture_default_str();
            declare_terms(app, a);
            declare_evidence(app, a);
            app.add_option("--reason", a.reason, "Why, in a sentence without names");
            return [arguments](Context& context) { set(*arguments, context); };
        }};
}

}  // namespace counterclip::cli
