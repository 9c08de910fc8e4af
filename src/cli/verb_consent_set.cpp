#include <fmt/format.h>

#include "cli/consent_words.h"
#include "cli/find.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/records_json.h"
#include "cli/verbs.h"
#include "core/hash.h"

namespace counterclip::cli {

namespace {

struct Arguments {
    std::string interview;
    std::string person = "subject";
    std::optional<consent::Use> use;
    std::optional<consent::FaceTerm> face;
    std::optional<consent::NameTerm> name;
    std::optional<consent::VoiceTerm> voice;
    std::optional<consent::DetailsTerm> details;
    std::optional<std::vector<std::string>> audiences;
    std::optional<std::vector<std::string>> territories;
    std::optional<std::string> risk_note;
    consent::Method method = consent::Method::none;
    std::optional<int> recording;
    std::optional<Time> in;
    std::optional<Time> out;
    std::vector<std::string> witnesses;
    std::string document;
    std::string reason;
};

template <class T>
void apply(const std::optional<T>& given, T& term) {
    if (given) term = *given;
}

// What is not named stays as it was; nothing of a withdrawn consent does.
consent::Terms terms_of(const Arguments& a, const std::optional<consent::Revision>& before) {
    consent::Terms terms = before && !before->withdrawn ? before->terms : consent::Terms{};
    apply(a.use, terms.use);
    apply(a.face, terms.face);
    apply(a.name, terms.name);
    apply(a.voice, terms.voice);
    apply(a.details, terms.details);
    apply(a.audiences, terms.audiences);
    apply(a.territories, terms.territories);
    apply(a.risk_note, terms.risk_note);
    return terms;
}

[[noreturn]] void missing_evidence(const std::string& what) {
    throw Error("set the consent", what, ErrorKind::usage);
}

// Evidence is never carried over: it shows what was said for these terms.
consent::Evidence evidence_of(const archive::Archive& archive, const Arguments& a) {
    consent::Evidence evidence;
    evidence.method = a.method;
    switch (a.method) {
        case consent::Method::verbal_on_recording: {
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
}

void set(const Arguments& a, Context& context) {
    auto archive = context.open();
    archive.interview(a.interview);
    const auto before = archive.latest_consent(a.interview, a.person);
    consent::Revision revision;
    revision.interview = a.interview;
    revision.person = a.person;
    revision.terms = terms_of(a, before);
    revision.evidence = evidence_of(archive, a);
    revision.reason = a.reason;
    const auto stored = archive.append_consent(revision, context.by());
    if (context.json()) return print_json(as_json(stored));
    print_line(fmt::format("consent of '{}', {}: revision {}", stored.interview, stored.person, stored.id));
    show_terms(before, stored);
}

void declare_terms(CLI::App& app, Arguments& a) {
    add_read_option(app, "--use", a.use, consent::use_from, "none, research, training or public");
    add_read_option(app, "--face", a.face, consent::face_from, "show or hide");
    add_read_option(app, "--name", a.name, consent::name_from, "real or changed");
    add_read_option(app, "--voice", a.voice, consent::voice_from, "keep or alter");
    add_read_option(app, "--details", a.details, consent::details_from, "keep or omit");
    add_list(app, "--audience", a.audiences, "Who may see it; default: anyone");
    add_list(app, "--territory", a.territories, "Where, as ISO 3166 codes; default: anywhere");
    add_read_option(
        app, "--risk", a.risk_note, [](const std::string& text) { return text; }, "A note on the risks");
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
         "consent set BTIB-0042 --face hide --method witnesses --witness W-07 --reason 'called back'"},
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
