#include "consent/terms.h"

#include <fmt/format.h>

#include "consent/compared.h"
#include "core/words.h"

namespace counterclip::consent {

namespace {

constexpr Words<4> use_words{"use", {"none", "research", "training", "public"}};
constexpr Words<2> face_words{"face term", {"show", "hide"}};
constexpr Words<2> name_words{"name term", {"real", "changed"}};
constexpr Words<2> voice_words{"voice term", {"keep", "alter"}};
constexpr Words<2> details_words{"details term", {"keep", "omit"}};
constexpr Words<4> risk_words{"risk", {"none", "casual", "strangers", "acquaintances"}};
constexpr Words<5> preference_words{
    "preference", {"woman-interviewer", "no-men-present", "told-may-stop", "stopped-early", "left-questions-out"}};
constexpr Words<4> method_words{"consent method", {"none", "verbal", "witnesses", "written"}};

std::string label_of(Term term) {
    switch (term) {
        case Term::standing:
            return "consent";
        case Term::use:
            return "use";
        case Term::face:
            return "face";
        case Term::name:
            return "name";
        case Term::voice:
            return "voice";
        case Term::details:
            return "details";
        case Term::audiences:
            return "audiences";
        case Term::territories:
            return "territories";
        case Term::languages:
            return "languages";
        case Term::until:
            return "until";
        case Term::risk:
            return "risk";
        case Term::risk_note:
            return "risk note";
        case Term::preferences:
            return "preferences";
        case Term::evidence:
            return "evidence";
        case Term::own_terms:
            break;
    }
    return {};
}

// What nothing stands for.
std::string nothing_of(Term term) {
    return term == Term::until ? "without end" : term == Term::preferences ? "none" : "any";
}

std::string in_words(const TermChange& change) {
    auto label = label_of(change.term);
    if (change.purpose)
        label = fmt::format("for {}{}{}", to_string(*change.purpose), label.empty() ? "" : ", ", label);
    // The note may say why a person is in danger: it is not repeated in lists and logs.
    if (change.term == Term::risk_note) return label + ": changed";
    if (change.term == Term::evidence && change.was == change.is)
        return fmt::format("{}: another one, {}", label, change.is);
    const auto or_nothing = [&](const std::string& words) { return words.empty() ? nothing_of(change.term) : words; };
    return fmt::format("{}: {} -> {}", label, or_nothing(change.was), or_nothing(change.is));
}

}  // namespace

std::string to_string(Use use) {
    return word(use_words, use);
}
std::string to_string(FaceTerm term) {
    return word(face_words, term);
}
std::string to_string(NameTerm term) {
    return word(name_words, term);
}
std::string to_string(VoiceTerm term) {
    return word(voice_words, term);
}
std::string to_string(DetailsTerm term) {
    return word(details_words, term);
}
std::string to_string(Risk risk) {
    return word(risk_words, risk);
}
std::string to_string(Preference preference) {
    return word(preference_words, preference);
}
std::string to_string(Method method) {
    return word(method_words, method);
}

Use use_from(std::string_view text) {
    return value<Use>(use_words, text);
}
FaceTerm face_from(std::string_view text) {
    return value<FaceTerm>(face_words, text);
}
NameTerm name_from(std::string_view text) {
    return value<NameTerm>(name_words, text);
}
VoiceTerm voice_from(std::string_view text) {
    return value<VoiceTerm>(voice_words, text);
}
DetailsTerm details_from(std::string_view text) {
    return value<DetailsTerm>(details_words, text);
}
Risk risk_from(std::string_view text) {
    return value<Risk>(risk_words, text);
}
Preference preference_from(std::string_view text) {
    return value<Preference>(preference_words, text);
}
Method method_from(std::string_view text) {
    return value<Method>(method_words, text);
}

const Terms& terms_for(const Revision& revision, Use purpose) {
    const auto own = revision.purposes.find(purpose);
    return own == revision.purposes.end() ? revision.terms : own->second;
}

bool grants(const std::optional<Revision>& latest, Use purpose) {
    if (!latest || latest->withdrawn) return false;
    const Use use = terms_for(*latest, purpose).use;
    return use != Use::none && use >= purpose;
}

Requirements requirements(const std::optional<Revision>& latest, Use purpose) {
    if (!latest || latest->withdrawn) return {};
    const Terms& terms = terms_for(*latest, purpose);
    return {.hide_face = terms.face != FaceTerm::show,
            .change_name = terms.name != NameTerm::real,
            .alter_voice = terms.voice != VoiceTerm::keep,
            .omit_details = terms.details != DetailsTerm::keep};
}

Requirements for_a_minor(Requirements asked) {
    asked.hide_face = asked.change_name = true;
    return asked;
}

std::vector<std::string> difference(const Revision& before, const Revision& after) {
    std::vector<std::string> lines;
    for (const auto& change : compared(before, after)) lines.push_back(in_words(change));
    return lines;
}

bool has_evidence(const Evidence& evidence) {
    switch (evidence.method) {
        case Method::verbal_on_recording:
            return evidence.range.has_value();
        case Method::verbal_before_witnesses:
            return !evidence.witnesses.empty();
        case Method::written:
            return !evidence.document_sha256.empty();
        case Method::none:
            break;
    }
    return false;
}

bool shows_face(const std::optional<Revision>& latest, Use purpose) {
    return grants(latest, purpose) && terms_for(*latest, purpose).face == FaceTerm::show &&
           has_evidence(latest->evidence);
}

}  // namespace counterclip::consent
