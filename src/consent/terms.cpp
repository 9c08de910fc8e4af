#include "consent/terms.h"

#include <fmt/format.h>

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

std::string listed(const std::vector<std::string>& items) {
    return items.empty() ? "any" : fmt::format("{}", fmt::join(items, ", "));
}

std::string listed(const std::vector<Preference>& preferences) {
    std::vector<std::string> words;
    for (const Preference p : preferences) words.push_back(to_string(p));
    return words.empty() ? "none" : fmt::format("{}", fmt::join(words, ", "));
}

std::string given(const Revision& revision) {
    return revision.withdrawn ? "withdrawn" : "given";
}

void add_change(std::vector<std::string>& lines, std::string_view term, const std::string& was, const std::string& is) {
    if (was != is) lines.push_back(fmt::format("{}: {} -> {}", term, was, is));
}

// One line a term that differs, each begun by `label`.
void add_changes(std::vector<std::string>& lines, const std::string& label, const Terms& was, const Terms& is) {
    const auto add = [&](const char* term, const std::string& before, const std::string& after) {
        add_change(lines, label + term, before, after);
    };
    const auto end = [](const Terms& t) { return t.until.empty() ? "without end" : t.until; };
    add("use", to_string(was.use), to_string(is.use));
    add("face", to_string(was.face), to_string(is.face));
    add("name", to_string(was.name), to_string(is.name));
    add("voice", to_string(was.voice), to_string(is.voice));
    add("details", to_string(was.details), to_string(is.details));
    add("audiences", listed(was.audiences), listed(is.audiences));
    add("territories", listed(was.territories), listed(is.territories));
    add("languages", listed(was.languages), listed(is.languages));
    add("until", end(was), end(is));
    add("risk", to_string(was.risk), to_string(is.risk));
    // The note may say why a person is in danger: it is not repeated in lists and logs.
    if (was.risk_note != is.risk_note) lines.push_back(label + "risk note: changed");
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
    if (before.withdrawn != after.withdrawn) add_change(lines, "consent", given(before), given(after));
    add_changes(lines, "", before.terms, after.terms);
    for (const Use purpose : {Use::research, Use::training, Use::public_}) {
        const bool had = before.purposes.contains(purpose);
        const bool has = after.purposes.contains(purpose);
        if (!had && !has) continue;
        const std::string label = fmt::format("for {}", to_string(purpose));
        add_changes(lines, label + ", ", terms_for(before, purpose), terms_for(after, purpose));
        if (had != has)
            add_change(lines, label, had ? "terms of its own" : "as for all", has ? "terms of its own" : "as for all");
    }
    add_change(lines, "preferences", listed(before.preferences), listed(after.preferences));
    if (before.evidence != after.evidence) {
        const auto was = to_string(before.evidence.method);
        const auto is = to_string(after.evidence.method);
        lines.push_back(was == is ? fmt::format("evidence: another one, {}", is)
                                  : fmt::format("evidence: {} -> {}", was, is));
    }
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
