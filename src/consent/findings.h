// What speaks against a clip, one function a rule; the rule table says when each is asked and why.
// Inside the consent room only. Pure: each looks at the facts and returns one objection for each thing that is wrong.
#pragma once

#include <string>
#include <vector>

#include "consent/case.h"

namespace counterclip::consent {

struct Objection {
    std::string what;  // as in Finding
    std::string mend;
};
using Objections = std::vector<Objection>;

// The plan: consent, treatments, details (findings_of_plan.cpp).
Objections empty_clip(const Case& c);
Objections part_outside(const Case& c);
Objections no_consent(const Case& c);
Objections withdrawn(const Case& c);
Objections use_not_granted(const Case& c);
Objections no_evidence(const Case& c);
Objections evidence_outside(const Case& c);
Objections original_changed(const Case& c);
Objections face_shown(const Case& c);
Objections style_reversible(const Case& c);
Objections faces_not_analysed(const Case& c);
Objections gap_open(const Case& c);
Objections face_deleted(const Case& c);
Objections pseudonym_missing(const Case& c);
Objections name_shown_not_pseudonym(const Case& c);
Objections names_not_searched(const Case& c);
Objections protected_term(const Case& c);
Objections spoken_name(const Case& c);
Objections near_name(const Case& c);
Objections hard_to_read(const Case& c);
Objections voice_not_altered(const Case& c);
Objections risk_voice(const Case& c);
Objections details_incriminating(const Case& c);
Objections details_identifying(const Case& c);

// The reach of consent (findings_of_scope.cpp): until when, to whom.
Objections consent_expired(const Case& c);
Objections destination_unknown(const Case& c);
Objections destination_too_wide(const Case& c);
Objections audience_not_granted(const Case& c);
Objections territory_not_granted(const Case& c);
Objections language_not_granted(const Case& c);

// People (findings_of_people.cpp): who the subject is, who was there.
Objections minor_shown(const Case& c);
Objections others_voice(const Case& c);
Objections preference_not_kept(const Case& c);
Objections stopped_early(const Case& c);

// The outcome: the rendered file and its verification (findings_of_outcome.cpp). Without a render only not_rendered()
// objects, without a verification of that file only not_verified(): each first blocks for the ones after it.
Objections not_rendered(const Case& c);
Objections render_stale(const Case& c);
Objections render_changed(const Case& c);
Objections not_verified(const Case& c);
Objections frames_not_as_planned(const Case& c);
Objections streams_foreign(const Case& c);
Objections metadata_left(const Case& c);
Objections out_of_sync(const Case& c);
Objections sound_left(const Case& c);
Objections face_not_covered(const Case& c);
Objections face_found(const Case& c);

// Decisions (findings_of_decisions.cpp). Without one only not_approved() and second_approval() object. A yes that does
// not count is told as long as no other one does.
Objections auditor_is_editor(const Case& c);
Objections approver_is_editor(const Case& c);
Objections not_approved(const Case& c);
Objections refused(const Case& c);
Objections approval_void(const Case& c);
Objections second_approval(const Case& c);
Objections unheard_to_approve(const Case& c);
Objections unheard_to_release(const Case& c);
Objections names_unseen_to_approve(const Case& c);
Objections names_unseen_to_release(const Case& c);

}  // namespace counterclip::consent
