#include "consent/rule_table.h"

#include <array>

namespace counterclip::consent {

namespace {

using enum Stage;
using enum Severity;

// To add a rule: one row here, its function in findings_of_*.cpp, a blocking case in tests/consent/gate_cases.cpp, and
// its line in docs/gate-rules.md (the tests print it). Codes are stable: people and programs refer to them. A code with
// two rows becomes stricter on the way: the row of the latest stage reached applies.
// clang-format off
constexpr std::array table{
    // Is there something to show, and may it be shown?
    Rule{"EMPTY-CLIP", render, blocks, "A clip has parts, and each part has a length.",
         "An empty part is a mistake whose meaning nobody can check.", empty_clip},
    Rule{"PART-OUTSIDE", render, blocks, "Each part lies within a known recording of its interview.",
         "What lies outside was never imported, hashed or looked at.", part_outside},
    Rule{"NO-CONSENT", render, blocks, "The subject of every interview has a consent on record.",
         "Nothing said is not a yes.", no_consent},
    Rule{"WITHDRAWN", render, blocks, "No consent that the clip stands on is withdrawn.",
         "A person may change their mind at any time (P7).", withdrawn},
    Rule{"USE-NOT-GRANTED", render, blocks, "Every subject granted the use that the clip is for, or a wider one.",
         "A yes to research is not a yes to the world.", use_not_granted},
    Rule{"CONSENT-EXPIRED", render, blocks, "No consent that the clip stands on has ended.",
         "Some say yes for a year, and mean it.", consent_expired},
    Rule{"NO-EVIDENCE", render, blocks, "Every consent says how it was given: where on a recording, before whom, or in which document.",
         "A consent that nobody can show again cannot be defended.", no_evidence},
    Rule{"EVIDENCE-OUTSIDE", render, blocks, "Evidence on a recording points into a recording of the same interview.",
         "Whoever checks the consent must find it there.", evidence_outside},
    Rule{"ORIGINAL-CHANGED", render, blocks, "Every original still has the SHA-256 it was imported with.",
         "Consent and analysis were made for that file and no other (P9).", original_changed},

    Rule{"PREFERENCE-NOT-KEPT", render, warns, "What a subject wanted of the interview itself (asked by women only, no men present) is known to have been kept.",
         "Who spoke to somebody they did not want to speak to may not have spoken freely; a second auditor decides too.", preference_not_kept},
    Rule{"STOPPED-EARLY", approve, warns, "No subject stopped the interview.",
         "Who stops may not mean that what they said so far is to be shown; whoever approves must think of it.", stopped_early},

    // Does the clip do what was asked for?
    Rule{"FACE-SHOWN", render, blocks, "Faces are hidden where a subject asked for it.",
         "Treatments may be stricter than consent, never looser.", face_shown},
    Rule{"MINOR", render, blocks, "The face of somebody under age is hidden, whatever was consented to.",
         "A child cannot know what it will mean for the grown person.", minor_shown},
    Rule{"STYLE-REVERSIBLE", render, blocks, "A face to hide is hidden by veil or solid.",
         "Pixelation and Gaussian blur can be undone well enough to recognise someone (P2).", style_reversible},
    Rule{"FACES-NOT-ANALYSED", render, blocks, "Faces were analysed over the whole range of every part that has a picture, whatever its subject allowed.",
         "A face that nobody looked for is not hidden, and a subject speaks for their own only (P1).", faces_not_analysed},
    Rule{"GAP-OPEN", render, warns, "Gaps are resolved before rendering; until then their frames are hidden whole.",
         "Hidden whole is safe, but the viewer sees less than they could (P1).", gap_open},
    Rule{"GAP-OPEN", approve, blocks, "Every gap in a part is resolved by a person, also where the subject is shown.",
         "Where tracking was in doubt, somebody must have looked (P1).", gap_open},
    Rule{"FACE-DELETED", approve, warns, "No track in a part was taken away as \"not a face\".",
         "Whoever takes a face away is believed, so a second person must look (P1, P8).", face_deleted},
    Rule{"PSEUDONYM-MISSING", render, blocks, "A subject whose name is changed, or who is under age, has a pseudonym when a name is shown.",
         "Without one the only name at hand is the real one (P5).", pseudonym_missing},
    Rule{"NAME-SHOWN-NOT-PSEUDONYM", render, blocks, "A name shown is the pseudonym where the name is changed or the subject is under age.",
         "Any other text may be the real name (P5).", name_shown_not_pseudonym},
    Rule{"PROTECTED-TERM", render, blocks, "No text holds a protected term.",
         "A name in a caption undoes a hidden face (P5).", protected_term},
    Rule{"NEAR-NAME", render, warns, "Nothing written or said is like a protected term.",
         "A spelling that nobody thought of is still the name; a person has to look (P5).", near_name},
    Rule{"SPOKEN-NAME", render, warns, "No protected term is said where the sound goes out.",
         "A name that is heard undoes a hidden face as one that is read (P5).", spoken_name},
    Rule{"SPOKEN-NAME", approve, blocks, "No protected term is said where the sound goes out.",
         "A name that is heard undoes a hidden face as one that is read (P5).", spoken_name},
    Rule{"NAMES-NOT-SEARCHED", render, warns, "All texts are searched for protected terms before the clip is rendered.",
         "Who renders without the vault sees too late what has to go.", names_not_searched},
    Rule{"NAMES-NOT-SEARCHED", approve, blocks, "All texts were searched for protected terms.",
         "Texts that nobody searched may hold a name (P5).", names_not_searched},
    Rule{"CAPTIONS-HARD-TO-READ", render, warns, "Captions can be read while they stand: not too fast, too long, too short or one over another.",
         "Who cannot read what is said hears another story; it is advice, and no reason to wait.", hard_to_read},
    Rule{"VOICE-NOT-ALTERED", render, blocks, "The voice is altered where a subject asked for it.",
         "Acquaintances know a voice better than a face.", voice_not_altered},
    Rule{"RISK-VOICE", render, warns, "A disguised voice is enough only where nobody tries to know it (risk none or casual).",
         "A shift of pitch can be measured and turned back.", risk_voice},
    Rule{"RISK-VOICE", approve, blocks, "Nothing of the voice is left where strangers or acquaintances must not know it.",
         "A shift of pitch can be measured and turned back, and friends know how somebody speaks.", risk_voice},
    Rule{"OTHERS-VOICE", render, warns, "Everybody else who was there and may be heard allowed it, or the voices are altered.",
         "Interviewers, translators and guards have enemies too; one who said no brings in a second auditor.", others_voice},
    Rule{"DETAILS-INCRIMINATING", render, blocks, "What incriminates is taken out of picture, sound and text, whatever was consented to.",
         "A clip must not become evidence against the person who spoke (P6).", details_incriminating},
    Rule{"DETAILS-IDENTIFYING", render, blocks, "What identifies is taken out where a subject asked to omit details.",
         "A village and a date are as good as a name (P6).", details_identifying},

    // Is the file what was planned, and was it looked at?
    Rule{"NOT-RENDERED", approve, blocks, "There is a render.",
         "A decision is made on a finished file, not on a plan.", not_rendered},
    Rule{"RENDER-STALE", approve, blocks, "The render was made from the consent, the clip, the tracks and the gaps as they are now.",
         "An older file shows what was allowed then (P7).", render_stale},
    Rule{"RENDER-CHANGED", approve, blocks, "The file still has the SHA-256 that was recorded when it was made.",
         "What was verified and what is published must be one file.", render_changed},
    Rule{"NOT-VERIFIED", approve, blocks, "This very file was verified, and report and contact sheet are as they were made.",
         "A plan that was right can still be rendered wrong, and whoever approves looks at the sheet.", not_verified},
    Rule{"FRAMES-NOT-AS-PLANNED", approve, blocks, "Every frame shown is a frame of the plan, in its place.",
         "A frame too many is a frame nobody cleared (P4).", frames_not_as_planned},
    Rule{"STREAMS-FOREIGN", approve, blocks, "The file holds only the streams and packets that we wrote.",
         "Hidden streams, chapters and attachments travel with a file (P4).", streams_foreign},
    Rule{"METADATA-LEFT", approve, blocks, "The file holds no tag that we did not write.",
         "A camera writes down where and when (P4).", metadata_left},
    Rule{"OUT-OF-SYNC", approve, blocks, "Sound and picture are within one frame of each other to the end.",
         "Words laid under another moment are words nobody said, and redactions miss their mark (P6).", out_of_sync},
    Rule{"SOUND-LEFT", approve, blocks, "Whoever listens to the finished file finds nothing of a voice or stretch that was taken out, and no voice as it was recorded where it was disguised.",
         "One channel that was forgotten gives the speaker away (P6).", sound_left},
    Rule{"FACE-NOT-COVERED", approve, blocks, "Every face to hide lies under its mask in every frame.",
         "One frame is enough to recognise someone (P3).", face_not_covered},
    Rule{"FACE-FOUND", approve, blocks, "A detector run on the finished file finds no face where one had to be hidden.",
         "What a machine still finds, a person will too (P1).", face_found},

    // Did somebody else say yes to this file?
    Rule{"UNHEARD-SPEECH", approve, blocks, "Where a name is changed or details are left out, sound that no transcript covers was listened to by whoever approves.",
         "What nobody wrote down was searched for no name; only ears can tell (P5, P6).", unheard_to_approve},
    Rule{"UNHEARD-SPEECH", release, blocks, "Where a name is changed or details are left out, an approval that stands says that its auditor listened to sound that no transcript covers.",
         "What nobody wrote down was searched for no name; only ears can tell (P5, P6).", unheard_to_release},
    Rule{"NEAR-NAMES-UNSEEN", approve, blocks, "Whoever approves says that they looked at every place that is like a protected term.",
         "What is only like a name is listed for a person; a list that nobody reads keeps nothing (P5).", names_unseen_to_approve},
    Rule{"NEAR-NAMES-UNSEEN", release, blocks, "An approval that stands says that its auditor looked at as many places like a protected term as there are now.",
         "A name that came into the vault since may be like something that nobody looked at (P5).", names_unseen_to_release},
    Rule{"AUDITOR-EDITED", approve, blocks, "Whoever is about to approve did not edit, nor write down the consent.",
         "Nobody sees their own mistakes (P8).", auditor_is_editor},
    Rule{"APPROVED-BY-EDITOR", release, blocks, "Whoever approved did not edit, nor write down the consent.",
         "Nobody sees their own mistakes (P8).", approver_is_editor},
    Rule{"NOT-APPROVED", release, blocks, "An auditor decided on this render.",
         "A second pair of eyes comes before the public (P8).", not_approved},
    Rule{"REFUSED", release, blocks, "Nobody's latest decision on this render is a no.",
         "A no stands until whoever said it decides anew (P8).", refused},
    Rule{"APPROVAL-VOID", release, blocks, "An approval is signed, for this file, for the consent as it is now, and on the log as it is.",
         "A yes to one thing is no yes to another (P8).", approval_void},
    Rule{"SECOND-APPROVAL", approve, warns, "Two people approve where more is at stake.",
         "Whoever approves should know that they are not the only one asked.", second_approval},
    Rule{"SECOND-APPROVAL", release, blocks, "Two people approved where more is at stake.",
         "Where a mistake costs most, one pair of eyes is not enough (P8).", second_approval},

    // Does it go where it may?
    Rule{"DESTINATION-UNKNOWN", release, blocks, "It is said where the clip goes where a consent reaches certain audiences, territories or languages.",
         "A limit that nobody compares is none.", destination_unknown},
    Rule{"DESTINATION-TOO-WIDE", release, blocks, "What everyone can see receives only clips that are for the public.",
         "A yes to training is not a yes to the web.", destination_too_wide},
    Rule{"AUDIENCE-NOT-GRANTED", release, blocks, "The destination's audiences are among those that every subject named, if they named any.",
         "A yes to teachers is not a yes to television.", audience_not_granted},
    Rule{"TERRITORY-NOT-GRANTED", release, blocks, "The destination's territories are among those that every subject named, if they named any.",
         "Family may live where the clip is seen.", territory_not_granted},
    Rule{"LANGUAGE-NOT-GRANTED", release, blocks, "The destination's languages are among those that every subject named, if they named any.",
         "Who must not know somebody may speak only one language.", language_not_granted},
};
// clang-format on

}  // namespace

std::span<const Rule> rule_table() {
    return table;
}

}  // namespace counterclip::consent
