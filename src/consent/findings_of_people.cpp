// Who the person is and who was there: what follows besides the terms.
#include "consent/others.h"
#include "consent/people.h"
#include "consent/walk.h"

namespace counterclip::consent {

namespace {

// Why the consent of somebody else does not let their voice be heard, or nothing.
std::string objection_to_voice(const Revision& consent, Use purpose) {
    if (consent.withdrawn) return "consent was withdrawn";
    if (!grants(consent, purpose)) return fmt::format("the use '{}' was not granted", to_string(purpose));
    if (requirements(consent, purpose).alter_voice) return "the voice was to be altered";
    return {};
}

bool prefers(const Source& s, Preference wish) {
    const Revision* consent = s.standing();
    return consent && std::ranges::find(consent->preferences, wish) != consent->preferences.end();
}

}  // namespace

std::vector<Unasked> heard_unasked(const Case& c, const Source& source) {
    const TreatmentFacts& t = c.facts.treatments;
    if (!source.has_sound || ((t.alters_voice || t.voice_is_gone) && !t.spares_others)) return {};
    std::vector<Unasked> unasked;
    for (const auto& [person, consent] : source.facts.others) {
        const std::string why = objection_to_voice(consent, c.facts.purpose);
        if (!why.empty()) unasked.push_back({person, why, true});
    }
    for (const std::string& entry : source.facts.present) {
        const std::string role = present_from(entry).role;
        const bool known = source.facts.others.contains(role) ||
                           std::ranges::any_of(unasked, [&](const Unasked& u) { return u.role == role; });
        if (role != "subject" && !known) unasked.push_back({role, "no consent is on record", false});
    }
    return unasked;
}

Objections others_voice(const Case& c) {
    Objections objections;
    for (const Source& s : c.sources)
        for (const Unasked& other : heard_unasked(c, s))
            objections.push_back(
                {fmt::format("interview {}: the {} may be heard in clip {}: {}", s.facts.code, other.role, c.facts.clip,
                             other.why),
                 fmt::format("listen for them and leave out where they speak, or ask them: counterclip consent set {} "
                             "--person {} --voice keep ...",
                             s.facts.code, other.role)});
    return objections;
}

Objections minor_shown(const Case& c) {
    return of_sources(
        c,
        [&](const Source& s) {
            const bool allowed = !requirements(s.facts.subject, c.facts.purpose).hide_face;
            return s.facts.minor && allowed && s.has_picture && !c.facts.treatments.hides_faces;
        },
        [&](const std::string& code) {
            return Objection{
                fmt::format("interview {}: the subject is under age, clip {} shows their face", code, c.facts.clip),
                fmt::format("counterclip clip change {} --hide-faces", c.facts.clip)};
        });
}

Objections preference_not_kept(const Case& c) {
    Objections objections;
    const auto ask = [&](const Source& s, Preference wish, Kept kept, const char* wanted) {
        if (kept == Kept::yes || !prefers(s, wish)) return;
        objections.push_back(
            {fmt::format("interview {}: the subject wanted {}; {}", s.facts.code, wanted,
                         kept == Kept::no ? "it was otherwise" : "nobody noted whether it was so"),
             fmt::format("ask the subject whether it may be used all the same; who was there is noted with: "
                         "counterclip interview change {} --present interviewer:woman",
                         s.facts.code)});
    };
    for (const Source& s : c.sources) {
        ask(s, Preference::woman_interviewer, interviewed_by_women(s.facts.present), "to be asked by women only");
        ask(s, Preference::no_men_present, without_men(s.facts.present), "no men to be present");
    }
    return objections;
}

Objections stopped_early(const Case& c) {
    return of_sources(
        c, [](const Source& s) { return prefers(s, Preference::stopped_early); },
        [](const std::string& code) {
            return Objection{fmt::format("interview {}: the subject stopped the interview", code),
                             fmt::format("make sure that the consent was meant for what had been said by then: "
                                         "counterclip consent history {}",
                                         code)};
        });
}

}  // namespace counterclip::consent
