// When one auditor is not enough.
#include <fmt/format.h>

#include "consent/case.h"
#include "consent/others.h"
#include "consent/people.h"

namespace counterclip::consent {

namespace {

// What may be known of a person whom nobody who knows them must recognise.
std::vector<std::string> left_recognisable(const Case& c, const Source& s) {
    std::vector<std::string> left;
    const TreatmentFacts& t = c.facts.treatments;
    if (s.has_picture && !t.hides_faces && !s.requires_.hide_face) left.emplace_back("the face is shown");
    if (s.has_sound && !t.alters_voice && !t.voice_is_gone) left.emplace_back("the voice is kept");
    return left;
}

bool takes_faces_away(const Case& c, const Source& s) {
    return std::ranges::any_of(c.facts.parts, [&](const PartFacts& p) {
        return p.interview == s.facts.code && p.has_picture && p.deleted_tracks != 0;
    });
}

bool is_wish_kept(const Source& s, Preference wish) {
    switch (wish) {
        case Preference::woman_interviewer:
            return interviewed_by_women(s.facts.present) == Kept::yes;
        case Preference::no_men_present:
            return without_men(s.facts.present) == Kept::yes;
        case Preference::told_may_stop:
        case Preference::stopped_early:
        case Preference::left_questions_out:
            break;
    }
    return true;
}

std::vector<std::string> reasons_of(const Case& c, const Source& s) {
    std::vector<std::string> reasons;
    if (s.facts.minor) reasons.emplace_back("the subject is under age");
    if (s.facts.custody) reasons.emplace_back("the subject is in custody");
    if (watched(s.facts.present))
        reasons.emplace_back(s.standing() && s.standing()->evidence.method == Method::verbal_on_recording
                                 ? "consent was given aloud while a guard or minder was present"
                                 : "a guard or minder was present");
    const Terms* terms = c.terms_of(s);
    if (!terms) return reasons;
    if (terms->risk == Risk::acquaintances)
        for (const std::string& what : left_recognisable(c, s))
            reasons.push_back("acquaintances must not know the subject, and " + what);
    if (terms->risk >= Risk::strangers && s.requires_.hide_face && takes_faces_away(c, s))
        reasons.emplace_back("the face must be hidden, and somebody said of a track that it is no face");
    for (const Preference wish : s.standing()->preferences)
        if (!is_wish_kept(s, wish))
            reasons.push_back(fmt::format("the wish '{}' is not known to have been kept", to_string(wish)));
    for (const Unasked& other : heard_unasked(c, s))
        if (other.refused) reasons.push_back(fmt::format("the {} may be heard, and {}", other.role, other.why));
    return reasons;
}

}  // namespace

std::vector<std::string> second_approval_reasons(const GateFacts& facts) {
    const Case c = lay_out(facts);
    std::vector<std::string> all;
    for (const Source& s : c.sources)
        for (const std::string& reason : reasons_of(c, s))
            all.push_back(fmt::format("interview {}: {}", s.facts.code, reason));
    return all;
}

}  // namespace counterclip::consent
