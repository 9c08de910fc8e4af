#include "gate_cases.h"

using namespace std::chrono_literals;

namespace counterclip::consent::test {

namespace {

constexpr const char* file_hash = "aa11";
constexpr const char* another_hash = "bb22";

InterviewFacts interview(const std::string& code, std::int64_t revision) {
    Revision said{
        .id = revision, .interview = code, .terms = {.use = Use::public_, .risk = Risk::casual}, .author = "karim"};
    said.evidence = {.method = Method::verbal_on_recording, .recording = 1, .range = Range{5s, 20s}};
    return {.code = code,
            .subject = said,
            .custody = false,
            .minor = false,
            .present = {},
            .pseudonym = "Nadia",
            .recordings = {{1, 600s}}};
}

PartFacts part(const std::string& code, Range range) {
    return {.interview = code,
            .recording = 1,
            .range = range,
            .incriminating = false,
            .identifying = false,
            .analysed = true,
            .open_gaps = 0,
            .deleted_tracks = 0,
            .original_unchanged = true,
            .unheard = Time::zero()};
}

Terms& terms(GateFacts& f) {
    return f.interviews[0].subject->terms;
}
Evidence& evidence(GateFacts& f) {
    return f.interviews[0].subject->evidence;
}
VerificationFacts& verified(GateFacts& f) {
    return *f.render->verification;
}

// A second interview whose subject allows everything but a use.
void add_open_interview(GateFacts& f, Use use) {
    f.interviews.push_back(interview("BTIB-0050", 3));
    f.interviews[1].subject->terms = {.use = use,
                                      .face = FaceTerm::show,
                                      .name = NameTerm::real,
                                      .voice = VoiceTerm::keep,
                                      .details = DetailsTerm::keep,
                                      .risk = Risk::none};
    f.parts.push_back(part("BTIB-0050", {0s, 10s}));
    f.render->consent_revisions["BTIB-0050"] = 3;
    for (auto& d : f.decisions) d.consent_revisions["BTIB-0050"] = 3;
}

DecisionFacts decision(const std::string& by, bool approved = true) {
    return {.by = by,
            .key = "key of " + by,
            .approved = approved,
            .sha256 = file_hash,
            .consent_revisions = {{"BTIB-0042", 2}},
            .signature_valid = true,
            .log_unchanged = true};
}
DecisionFacts& approval(GateFacts& f) {
    return f.decisions[0];
}
void approve_again(GateFacts& f) {
    f.decisions.push_back(decision("salma"));
}
Revision& consent(GateFacts& f) {
    return *f.interviews[0].subject;
}
// Somebody else of the first interview.
Revision& other(GateFacts& f, const std::string& person) {
    Revision& said = f.interviews[0].others[person] = consent(f);
    said.person = person;
    said.terms = {.use = Use::public_, .voice = VoiceTerm::keep};
    return said;
}
void keep_voice(GateFacts& f) {
    terms(f).voice = VoiceTerm::keep;
    f.treatments.alters_voice = false;
}
void show_face(GateFacts& f) {
    terms(f).face = FaceTerm::show;
    f.treatments.hides_faces = false;
}
void go_to(GateFacts& f, DestinationFacts destination) {
    destination.code = "partner";
    f.destination = std::move(destination);
}

}  // namespace

GateFacts releasable() {
    VerificationFacts v{.sha256 = file_hash};
    v.frames_as_planned = v.streams_as_planned = v.in_sync = true;
    v.foreign_tags.emplace();
    v.frames_uncovered = v.faces_found = 0;
    v.sound_left.emplace();
    GateFacts f;
    f.clip = "courage";
    f.interviews = {interview("BTIB-0042", 2)};
    f.parts = {part("BTIB-0042", {60s, 80s}), part("BTIB-0042", {590s, 600s})};
    f.treatments = {.hides_faces = true,
                    .style_is_irreversible = true,
                    .alters_voice = true,
                    .shows_name = true,
                    .texts = {"Courage", "Nadia"},
                    .names_shown = {"Nadia"},
                    .places_with_protected_terms = std::vector<std::string>{},
                    .spoken_terms = std::vector<std::string>{}};
    f.editors = {"karim", "rami"};
    f.render = RenderFacts{.id = 7,
                           .sha256 = file_hash,
                           .file_unchanged = true,
                           .consent_revisions = {{"BTIB-0042", 2}},
                           .settings_current = true,
                           .verification = v,
                           .proof_unchanged = true};
    f.decisions = {decision("noor")};
    f.today = "2026-11-24";
    return f;
}

// clang-format off
const std::vector<GateCase>& blocking_cases() {
    using enum Stage;
    using F = GateFacts&;
    static const std::vector<GateCase> cases{
        {"EMPTY-CLIP", "there are no parts", [](F f) { f.parts.clear(); }, render},
        {"EMPTY-CLIP", "a part has no length", [](F f) { f.parts[1].range = {90s, 90s}; }, render},
        {"EMPTY-CLIP", "a part ends before it begins", [](F f) { f.parts[0].range = {90s, 80s}; }, render},
        {"PART-OUTSIDE", "a part ends after its recording", [](F f) { f.parts[1].range.out = 600s + 1ns; }, render},
        {"PART-OUTSIDE", "a part begins before its recording", [](F f) { f.parts[0].range.in = -1ns; }, render},
        {"PART-OUTSIDE", "a part is of an unknown recording", [](F f) { f.parts[0].recording = 9; }, render},
        {"NO-CONSENT", "the subject was never asked", [](F f) { f.interviews[0].subject.reset(); }, render},
        {"NO-CONSENT", "the revision is another interview's", [](F f) { f.interviews[0].subject->interview = "BTIB-0043"; }, render},
        {"NO-CONSENT", "the revision is another person's", [](F f) { f.interviews[0].subject->person = "translator"; }, render},
        {"WITHDRAWN", "the subject took it back", [](F f) { f.interviews[0].subject->withdrawn = true; }, render},
        {"WITHDRAWN", "nothing else needs to be said of it", [](F f) { f.interviews[0].subject->withdrawn = true; terms(f).use = Use::none; evidence(f) = {}; }, render},
        {"WITHDRAWN", "one subject of two took it back", [](F f) { add_open_interview(f, Use::public_); f.interviews[1].subject->withdrawn = true; }, release},
        {"USE-NOT-GRANTED", "research was granted and the clip is public", [](F f) { terms(f).use = Use::research; }, render},
        {"USE-NOT-GRANTED", "training was granted and the clip is public", [](F f) { terms(f).use = Use::training; }, render},
        {"USE-NOT-GRANTED", "no use was granted, whatever the clip is for", [](F f) { terms(f).use = Use::none; f.purpose = Use::none; }, render},
        {"USE-NOT-GRANTED", "one subject of two granted less", [](F f) { add_open_interview(f, Use::research); }, render},
        {"USE-NOT-GRANTED", "the public was granted with terms of its own, and training was not", [](F f) { f.purpose = Use::training; terms(f).use = Use::research; consent(f).purposes[Use::public_] = {.use = Use::public_}; }, render},
        {"USE-NOT-GRANTED", "training was granted by terms of its own, and the clip is public", [](F f) { terms(f).use = Use::research; consent(f).purposes[Use::training] = {.use = Use::training}; }, render},
        {"USE-NOT-GRANTED", "a purpose of its own was refused", [](F f) { f.purpose = Use::training; consent(f).purposes[Use::training] = terms(f); consent(f).purposes[Use::training].use = Use::none; }, render},
        {"CONSENT-EXPIRED", "its last day was yesterday", [](F f) { terms(f).until = "2026-11-23"; }, render},
        {"CONSENT-EXPIRED", "nobody knows what day it is", [](F f) { terms(f).until = "2099-12-31"; f.today.clear(); }, render},
        {"CONSENT-EXPIRED", "the purpose's own terms ended", [](F f) { consent(f).purposes[Use::public_] = terms(f); consent(f).purposes[Use::public_].until = "2026-01-31"; }, release},
        {"PREFERENCE-NOT-KEPT", "a man interviewed who wanted a woman", [](F f) { consent(f).preferences = {Preference::woman_interviewer}; f.interviews[0].present = {"interviewer:man"}; }, render},
        {"PREFERENCE-NOT-KEPT", "nobody noted who interviewed", [](F f) { consent(f).preferences = {Preference::woman_interviewer}; }, render},
        {"PREFERENCE-NOT-KEPT", "a man was there who should not be", [](F f) { consent(f).preferences = {Preference::no_men_present}; f.interviews[0].present = {"interviewer:woman", "driver:man"}; }, render},
        {"PREFERENCE-NOT-KEPT", "two auditors approved it all the same", [](F f) { consent(f).preferences = {Preference::no_men_present}; f.interviews[0].present = {"interviewer"}; approve_again(f); }, release},
        {"STOPPED-EARLY", "the subject stopped the interview", [](F f) { consent(f).preferences = {Preference::stopped_early}; }, approve},
        {"NO-EVIDENCE", "nobody wrote how consent was given", [](F f) { evidence(f) = {}; }, render},
        {"NO-EVIDENCE", "a recording is named without a time", [](F f) { evidence(f).range.reset(); }, render},
        {"NO-EVIDENCE", "there are witnesses, but none is named", [](F f) { evidence(f) = {.method = Method::verbal_before_witnesses}; }, render},
        {"NO-EVIDENCE", "there is a document, but not which", [](F f) { evidence(f) = {.method = Method::written}; }, render},
        {"EVIDENCE-OUTSIDE", "its end lies after the recording", [](F f) { evidence(f).range->out = 600s + 1ns; }, render},
        {"EVIDENCE-OUTSIDE", "its range is empty", [](F f) { evidence(f).range = Range{20s, 20s}; }, render},
        {"EVIDENCE-OUTSIDE", "its recording is unknown", [](F f) { evidence(f).recording = 9; }, render},
        {"ORIGINAL-CHANGED", "one original was not compared", [](F f) { f.parts[1].original_unchanged = false; }, render},

        {"FACE-SHOWN", "the clip hides no faces", [](F f) { f.treatments.hides_faces = false; }, render},
        {"FACE-SHOWN", "one subject of two may be shown, the other not", [](F f) { add_open_interview(f, Use::public_); f.treatments.hides_faces = false; }, release},
        {"FACE-SHOWN", "it may be shown in training, and the clip is public", [](F f) { f.treatments.hides_faces = false; consent(f).purposes[Use::training] = {.use = Use::training, .face = FaceTerm::show}; }, render},
        {"FACE-SHOWN", "it may be shown in public, but not in training", [](F f) { show_face(f); f.purpose = Use::training; consent(f).purposes[Use::training] = {.use = Use::training, .risk = Risk::casual}; }, render},
        {"MINOR", "a child allowed it", [](F f) { show_face(f); f.interviews[0].minor = true; approve_again(f); }, release},
        {"STYLE-REVERSIBLE", "the face of a child who allowed it is blurred", [](F f) { terms(f).face = FaceTerm::show; f.interviews[0].minor = true; f.treatments.style_is_irreversible = false; }, render},
        {"STYLE-REVERSIBLE", "faces are pixelated or blurred", [](F f) { f.treatments.style_is_irreversible = false; }, render},
        {"FACES-NOT-ANALYSED", "one part was not analysed", [](F f) { f.parts[1].analysed = false; }, render},
        {"FACES-NOT-ANALYSED", "the editor hides faces that nobody asked to hide", [](F f) { terms(f).face = FaceTerm::show; f.parts[0].analysed = false; }, render},
        {"FACES-NOT-ANALYSED", "the subject is shown, and nobody looked for other faces", [](F f) { terms(f).face = FaceTerm::show; f.treatments.hides_faces = false; f.parts[0].analysed = false; }, render},
        {"GAP-OPEN", "a gap is open before rendering", [](F f) { f.parts[0].open_gaps = 1; f.parts[0].open_gap_time = 400ms; }, render},
        {"GAP-OPEN", "a gap is open at approval", [](F f) { f.parts[0].open_gaps = 1; }, approve},
        {"GAP-OPEN", "only the time in gaps is known", [](F f) { f.parts[0].open_gap_time = 400ms; }, approve},
        {"GAP-OPEN", "gaps were not counted", [](F f) { f.parts[0].open_gaps.reset(); }, approve},
        {"GAP-OPEN", "a gap is open at release", [](F f) { f.parts[1].open_gaps = 2; }, release},
        {"GAP-OPEN", "the subject is shown, and the gap may be somebody else", [](F f) { terms(f).face = FaceTerm::show; f.treatments.hides_faces = false; f.parts[0].open_gaps = 3; }, release},
        {"FACE-DELETED", "the subject is shown, and somebody else was taken away", [](F f) { terms(f).face = FaceTerm::show; f.treatments.hides_faces = false; f.parts[0].deleted_tracks = 2; }, release},
        {"FACE-DELETED", "a track was deleted by hand", [](F f) { f.parts[1].deleted_tracks = 1; }, approve},
        {"FACE-DELETED", "deleted tracks were not counted", [](F f) { f.parts[0].deleted_tracks.reset(); }, release},
        {"PSEUDONYM-MISSING", "a name is shown and none was chosen", [](F f) { add_open_interview(f, Use::public_); f.interviews[0].pseudonym = " "; }, render},
        {"NAME-SHOWN-NOT-PSEUDONYM", "the lower-third says something else", [](F f) { f.treatments.names_shown = {"Somebody"}; }, render},
        {"NAME-SHOWN-NOT-PSEUDONYM", "the pseudonym is followed by more", [](F f) { f.treatments.names_shown = {"Nadia Somebody"}; }, render},
        {"NAME-SHOWN-NOT-PSEUDONYM", "a second name is shown", [](F f) { f.treatments.names_shown.push_back("Somebody"); }, render},
        {"NAME-SHOWN-NOT-PSEUDONYM", "it is not known which name is shown", [](F f) { f.treatments.names_shown.clear(); }, render},
        {"NAME-SHOWN-NOT-PSEUDONYM", "a name is shown though it is said that none is", [](F f) { f.treatments.names_shown = {"Somebody"}; f.treatments.shows_name = false; }, render},
        {"NAME-SHOWN-NOT-PSEUDONYM", "a child's real name is shown", [](F f) { terms(f).name = NameTerm::real; f.treatments.names_shown = {"Somebody"}; f.interviews[0].minor = true; }, render},
        {"PROTECTED-TERM", "a caption holds one", [](F f) { f.treatments.places_with_protected_terms->push_back("caption at 0:00:12.000"); }, render},
        {"NAMES-NOT-SEARCHED", "the vault was not opened before rendering", [](F f) { f.treatments.places_with_protected_terms.reset(); }, render},
        {"NAMES-NOT-SEARCHED", "the vault was not opened at approval", [](F f) { f.treatments.places_with_protected_terms.reset(); }, approve},
        {"NAMES-NOT-SEARCHED", "nobody looked for names that are said", [](F f) { f.treatments.spoken_terms.reset(); }, approve},
        {"NEAR-NAME", "the title holds what is like one", [](F f) { f.treatments.near_terms = {"something like a protected name in the title"}; }, render},
        {"CAPTIONS-HARD-TO-READ", "one goes by too fast", [](F f) { f.treatments.hard_to_read = {"the caption at 0:00:03.000: too fast"}; }, render},
        {"SPOKEN-NAME", "one is said before rendering", [](F f) { f.treatments.spoken_terms->push_back("a protected name said in recording 1"); }, render},
        {"SPOKEN-NAME", "one is said", [](F f) { f.treatments.spoken_terms->push_back("a protected name said in recording 1"); }, approve},
        {"SPOKEN-NAME", "one is said by somebody who shows their name", [](F f) { terms(f).name = NameTerm::real; f.treatments.spoken_terms->push_back("a protected name said in recording 1"); }, approve},
        {"NEAR-NAMES-UNSEEN", "something is like one, and whoever approves does not say that they looked", [](F f) { f.treatments.near_terms = {"something like a protected name in the title"}; }, approve, "NEAR-NAME"},
        {"NEAR-NAMES-UNSEEN", "who approved did not say that they looked", [](F f) { f.treatments.near_terms = {"something like a protected name in the title"}; f.auditor_looked_at_names = true; }, release, "NEAR-NAME"},
        {"NEAR-NAMES-UNSEEN", "there are more of them since it was approved", [](F f) { f.treatments.near_terms = {"something like a protected name in the title", "something like a protected name in the card"}; f.auditor_looked_at_names = true; f.decisions[0].looked_at_names = 1; }, release, "NEAR-NAME"},
        {"UNHEARD-SPEECH", "a second of it, and nobody listened", [](F f) { f.parts[0].unheard = 1s; }, approve},
        {"UNHEARD-SPEECH", "it is not known whether there is any", [](F f) { f.parts[0].unheard.reset(); }, approve},
        {"UNHEARD-SPEECH", "only details are to be left out", [](F f) { terms(f).name = NameTerm::real; f.parts[0].unheard = 1s; }, approve},
        {"UNHEARD-SPEECH", "who approved did not listen", [](F f) { f.parts[0].unheard = 1s; f.auditor_listened = true; }, release},
        {"VOICE-NOT-ALTERED", "the clip keeps the voice", [](F f) { f.treatments.alters_voice = false; }, render},
        {"RISK-VOICE", "a disguise is to keep strangers from knowing it", [](F f) { terms(f).risk = Risk::strangers; }, render},
        {"RISK-VOICE", "a disguise is to keep acquaintances from knowing it", [](F f) { terms(f).risk = Risk::acquaintances; }, approve},
        {"OTHERS-VOICE", "only the subject's voice is altered, and the translator was never asked", [](F f) { f.treatments.spares_others = true; f.interviews[0].present = {"translator"}; }, render},
        {"OTHERS-VOICE", "the translator was there and never asked", [](F f) { keep_voice(f); f.interviews[0].present = {"translator"}; }, render},
        {"OTHERS-VOICE", "the interviewer's voice was to be altered, and two auditors approved", [](F f) { keep_voice(f); other(f, "interviewer").terms.voice = VoiceTerm::alter; approve_again(f); }, release},
        {"OTHERS-VOICE", "the interviewer allowed it for training only", [](F f) { keep_voice(f); other(f, "interviewer").terms.use = Use::training; f.interviews[0].present = {"interviewer:woman"}; }, render},
        {"DETAILS-INCRIMINATING", "something incriminating is left in", [](F f) { f.parts[0].incriminating = true; }, render},
        {"DETAILS-INCRIMINATING", "the subject would keep even that", [](F f) { terms(f).details = DetailsTerm::keep; f.parts[0].incriminating = true; }, render},
        {"DETAILS-IDENTIFYING", "something identifying is left in", [](F f) { f.parts[1].identifying = true; }, render},

        {"NOT-RENDERED", "there is no render", [](F f) { f.render.reset(); }, approve},
        {"RENDER-STALE", "the consent has a newer revision", [](F f) { f.interviews[0].subject->id = 3; }, approve},
        {"RENDER-STALE", "it pins no consent", [](F f) { f.render->consent_revisions.clear(); }, approve},
        {"RENDER-STALE", "it pins an interview that is no longer in the clip", [](F f) { f.render->consent_revisions["BTIB-0001"] = 1; }, approve},
        {"RENDER-STALE", "the clip was changed since", [](F f) { f.render->settings_current = false; }, approve},
        {"RENDER-CHANGED", "the file on disk was changed", [](F f) { f.render->file_unchanged = false; }, approve},
        {"NOT-VERIFIED", "nothing was verified", [](F f) { f.render->verification.reset(); }, approve},
        {"NOT-VERIFIED", "another file was verified", [](F f) { verified(f).sha256 = another_hash; }, approve},
        {"NOT-VERIFIED", "report or contact sheet were changed", [](F f) { f.render->proof_unchanged = false; }, approve},
        {"FRAMES-NOT-AS-PLANNED", "a frame is not of the plan", [](F f) { verified(f).frames_as_planned = false; }, approve},
        {"STREAMS-FOREIGN", "a stream is not ours", [](F f) { verified(f).streams_as_planned = false; }, approve},
        {"METADATA-LEFT", "a tag is not ours", [](F f) { verified(f).foreign_tags = {"location"}; }, approve},
        {"METADATA-LEFT", "nobody looked for tags", [](F f) { verified(f).foreign_tags.reset(); }, approve},
        {"OUT-OF-SYNC", "sound and picture drift apart", [](F f) { verified(f).in_sync = false; }, approve},
        {"FACE-NOT-COVERED", "a frame shows a face beside its mask", [](F f) { verified(f).frames_uncovered = 1; }, approve},
        {"FACE-NOT-COVERED", "nobody compared masks and faces", [](F f) { verified(f).frames_uncovered.reset(); }, approve},
        {"SOUND-LEFT", "one channel still has the voice", [](F f) { verified(f).sound_left = {"0:00:01.000 to 0:00:02.000, the left channel: the recording is still heard"}; }, approve},
        {"SOUND-LEFT", "the dubbing track holds the recording", [](F f) { f.treatments.voice_is_dubbed = true; verified(f).sound_left = {"0:00:01.000 to 0:00:02.000: the recording is played again"}; }, approve},
        {"SOUND-LEFT", "nobody listened to the finished file", [](F f) { verified(f).sound_left.reset(); }, approve},
        {"FACE-FOUND", "a detector finds a face in the finished file", [](F f) { verified(f).faces_found = 1; }, approve},
        {"FACE-FOUND", "no detector was run", [](F f) { verified(f).faces_found.reset(); }, approve},

        {"AUDITOR-EDITED", "an editor is about to approve", [](F f) { f.auditor = "rami"; }, approve},
        {"AUDITOR-EDITED", "an editor is about to approve under another spelling", [](F f) { f.auditor = "Rami"; }, approve},
        {"AUDITOR-EDITED", "somebody is about to approve and the editors are unknown", [](F f) { f.auditor = "noor"; f.editors.clear(); }, approve},
        {"APPROVED-BY-EDITOR", "an editor approved", [](F f) { approval(f).by = "rami"; }, release},
        {"APPROVED-BY-EDITOR", "it is not known who approved", [](F f) { approval(f).by.clear(); }, release},
        {"APPROVED-BY-EDITOR", "it is not known who edited", [](F f) { f.editors.clear(); }, release},
        {"NOT-APPROVED", "nobody decided", [](F f) { f.decisions.clear(); }, release},
        {"REFUSED", "the decision was no", [](F f) { approval(f).approved = false; }, release},
        {"APPROVAL-VOID", "its signature is bad", [](F f) { approval(f).signature_valid = false; }, release},
        {"APPROVAL-VOID", "it is for another file", [](F f) { approval(f).sha256 = another_hash; }, release},
        {"APPROVAL-VOID", "it was given under another consent", [](F f) { approval(f).consent_revisions["BTIB-0042"] = 1; }, release},
        {"APPROVAL-VOID", "it names no consent", [](F f) { approval(f).consent_revisions.clear(); }, release},
        {"APPROVAL-VOID", "the log was written anew since", [](F f) { approval(f).log_unchanged = false; }, release},
        {"APPROVAL-VOID", "none of two counts", [](F f) { approve_again(f); approval(f).signature_valid = false; f.decisions[1].sha256 = another_hash; }, release},
        {"REFUSED", "one auditor said no and another yes", [](F f) { f.decisions.insert(f.decisions.begin(), decision("salma", false)); }, release},
        {"SECOND-APPROVAL", "the subject is in custody", [](F f) { f.interviews[0].custody = true; }, release},
        {"SECOND-APPROVAL", "the auditor should know of it", [](F f) { f.interviews[0].custody = true; }, approve},
        {"SECOND-APPROVAL", "the subject is under age", [](F f) { f.interviews[0].minor = true; }, release},
        {"SECOND-APPROVAL", "a guard was there", [](F f) { f.interviews[0].present = {"interviewer", "guard:man"}; }, release},
        {"SECOND-APPROVAL", "prison guards were there and consent was given before witnesses", [](F f) { f.interviews[0].present = {"prison-guards"}; evidence(f) = {.method = Method::verbal_before_witnesses, .witnesses = {"W-3"}}; }, release},
        {"SECOND-APPROVAL", "acquaintances may know the voice", [](F f) { keep_voice(f); terms(f).risk = Risk::acquaintances; }, release},
        {"SECOND-APPROVAL", "acquaintances may know the face", [](F f) { show_face(f); terms(f).risk = Risk::acquaintances; f.treatments.voice_is_gone = true; }, release},
        {"SECOND-APPROVAL", "the same person approved under another code", [](F f) { f.interviews[0].custody = true; approve_again(f); f.decisions[1].key = approval(f).key; }, release},
        {"SECOND-APPROVAL", "the same person approved under another spelling", [](F f) { f.interviews[0].custody = true; approve_again(f); f.decisions[1].by = "Noor"; }, release},
        {"SECOND-APPROVAL", "one of the two edited", [](F f) { f.interviews[0].custody = true; approve_again(f); f.decisions[1].by = "rami"; }, release},
        {"SECOND-APPROVAL", "one of the two does not count", [](F f) { f.interviews[0].custody = true; approve_again(f); approval(f).sha256 = another_hash; }, release},
        {"DESTINATION-UNKNOWN", "the consent reaches researchers", [](F f) { terms(f).audiences = {"researchers"}; }, release},
        {"DESTINATION-UNKNOWN", "the consent reaches some countries", [](F f) { terms(f).territories = {"SE"}; }, release},
        {"DESTINATION-UNKNOWN", "the consent reaches some languages", [](F f) { terms(f).languages = {"en"}; }, release},
        {"DESTINATION-TOO-WIDE", "a clip for training goes to the web", [](F f) { f.purpose = Use::training; go_to(f, {}); }, release},
        {"AUDIENCE-NOT-GRANTED", "it goes to others as well", [](F f) { terms(f).audiences = {"researchers"}; go_to(f, {.audiences = {"researchers", "press"}}); }, release},
        {"AUDIENCE-NOT-GRANTED", "it goes to anybody", [](F f) { terms(f).audiences = {"researchers"}; go_to(f, {}); }, release},
        {"TERRITORY-NOT-GRANTED", "it goes elsewhere", [](F f) { terms(f).territories = {"SE", "NO"}; go_to(f, {.territories = {"DK"}}); }, release},
        {"TERRITORY-NOT-GRANTED", "it goes everywhere", [](F f) { terms(f).territories = {"SE"}; go_to(f, {.audiences = {"schools"}}); }, release},
        {"TERRITORY-NOT-GRANTED", "the second of two subjects named other countries", [](F f) { add_open_interview(f, Use::public_); terms(f).territories = {"SE"}; f.interviews[1].subject->terms.territories = {"NO"}; go_to(f, {.territories = {"SE"}}); }, release},
        {"LANGUAGE-NOT-GRANTED", "it is published in another", [](F f) { terms(f).languages = {"en"}; go_to(f, {.languages = {"ar"}}); }, release},
        {"LANGUAGE-NOT-GRANTED", "a variant was granted, not the language", [](F f) { terms(f).languages = {"ar-SY"}; go_to(f, {.languages = {"ar"}}); }, release},
    };
    return cases;
}

const std::vector<GateCase>& passing_cases() {
    using enum Stage;
    using F = GateFacts&;
    static const std::vector<GateCase> cases{
        {"EMPTY-CLIP", "there is one short part", [](F f) { f.parts.resize(1); f.parts[0].range = {60s, 60s + 1ms}; }, release},
        {"PART-OUTSIDE", "a part is a whole recording", [](F f) { f.parts[0].range = {0s, 600s}; }, release},
        {"NO-CONSENT", "each of two interviews has its own", [](F f) { add_open_interview(f, Use::public_); }, release},
        {"WITHDRAWN", "consent was withdrawn once and given again", [](F f) { f.interviews[0].subject->reason = "given again"; }, release},
        {"USE-NOT-GRANTED", "public was granted and the clip is for training", [](F f) { f.purpose = Use::training; }, release},
        {"USE-NOT-GRANTED", "exactly the purpose was granted", [](F f) { f.purpose = Use::research; terms(f).use = Use::research; }, release},
        {"USE-NOT-GRANTED", "training was granted by terms of its own, and the clip is for training", [](F f) { f.purpose = Use::training; terms(f).use = Use::research; consent(f).purposes[Use::training] = {.use = Use::training, .risk = Risk::casual}; }, release},
        {"CONSENT-EXPIRED", "today is its last day", [](F f) { terms(f).until = "2026-11-24"; }, release},
        {"CONSENT-EXPIRED", "another purpose's own terms ended", [](F f) { consent(f).purposes[Use::training] = terms(f); consent(f).purposes[Use::training].until = "2026-01-31"; }, release},
        {"PREFERENCE-NOT-KEPT", "women interviewed, as was wanted", [](F f) { consent(f).preferences = {Preference::woman_interviewer, Preference::told_may_stop}; f.interviews[0].present = {"interviewer:woman", "driver:man"}; }, release},
        {"PREFERENCE-NOT-KEPT", "only women were there, as was wanted", [](F f) { consent(f).preferences = {Preference::no_men_present, Preference::left_questions_out}; f.interviews[0].present = {"interviewer:woman", "translator:woman"}; }, release},
        {"STOPPED-EARLY", "the subject was told that they may", [](F f) { consent(f).preferences = {Preference::told_may_stop}; }, release},
        {"NO-EVIDENCE", "witnesses are named", [](F f) { evidence(f) = {.method = Method::verbal_before_witnesses, .witnesses = {"W-3"}}; }, release},
        {"NO-EVIDENCE", "a document is named", [](F f) { evidence(f) = {.method = Method::written, .document_sha256 = "cc33"}; }, release},
        {"EVIDENCE-OUTSIDE", "the whole recording is the evidence", [](F f) { evidence(f).range = Range{0s, 600s}; }, release},
        {"ORIGINAL-CHANGED", "all originals are as imported", [](F) {}, release},

        {"FACE-SHOWN", "the subject may be shown", [](F f) { terms(f).face = FaceTerm::show; f.treatments.hides_faces = false; }, release},
        {"FACE-SHOWN", "there is no picture", [](F f) { for (auto& p : f.parts) p.has_picture = false; f.treatments.hides_faces = false; }, release},
        {"FACE-SHOWN", "it may be shown in training, and the clip is for training", [](F f) { f.purpose = Use::training; f.treatments.hides_faces = false; consent(f).purposes[Use::training] = {.use = Use::training, .face = FaceTerm::show, .risk = Risk::casual}; }, release},
        {"MINOR", "a child's face is hidden", [](F f) { terms(f).face = FaceTerm::show; f.interviews[0].minor = true; approve_again(f); }, release},
        {"MINOR", "a child is only heard", [](F f) { show_face(f); f.interviews[0].minor = true; for (auto& p : f.parts) p.has_picture = false; approve_again(f); }, release},
        {"STYLE-REVERSIBLE", "nobody asked to hide the face", [](F f) { terms(f).face = FaceTerm::show; f.treatments.style_is_irreversible = false; }, release},
        {"FACES-NOT-ANALYSED", "there is no picture", [](F f) { for (auto& p : f.parts) p.has_picture = p.analysed = false; }, release},
        {"GAP-OPEN", "there is no picture", [](F f) { for (auto& p : f.parts) p.has_picture = false; f.parts[0].open_gaps = 3; }, release},
        {"FACE-DELETED", "there is no picture", [](F f) { for (auto& p : f.parts) p.has_picture = false; f.parts[0].deleted_tracks = 2; }, release},
        {"FACE-DELETED", "the clip is not yet judged", [](F f) { f.parts[0].deleted_tracks = 1; }, render},
        {"NAME-SHOWN-NOT-PSEUDONYM", "the pseudonym is shown as another language spells it", [](F f) { f.interviews[0].spellings = {"نادية"}; f.treatments.names_shown = {"نادية"}; }, release},
        {"PSEUDONYM-MISSING", "no name is shown", [](F f) { f.interviews[0].pseudonym.clear(); f.treatments.shows_name = false; f.treatments.names_shown.clear(); }, release},
        {"PSEUDONYM-MISSING", "the real name may be shown", [](F f) { f.interviews[0].pseudonym.clear(); terms(f).name = NameTerm::real; f.treatments.names_shown = {"Somebody"}; }, release},
        {"NAME-SHOWN-NOT-PSEUDONYM", "only blanks around it differ", [](F f) { f.treatments.names_shown = {" Nadia\n"}; }, release},
        {"NAME-SHOWN-NOT-PSEUDONYM", "the real name may be shown", [](F f) { terms(f).name = NameTerm::real; f.treatments.names_shown = {"Somebody"}; }, release},
        {"NAME-SHOWN-NOT-PSEUDONYM", "each of two subjects has a pseudonym", [](F f) { add_open_interview(f, Use::public_); f.interviews[1].pseudonym = "Salma"; f.treatments.names_shown = {"Salma", "Nadia"}; }, release},
        {"PROTECTED-TERM", "the texts were searched and nothing was found", [](F) {}, release},
        {"NAMES-NOT-SEARCHED", "the texts were searched", [](F) {}, release},
        {"NEAR-NAME", "nothing is like one", [](F) {}, release},
        {"CAPTIONS-HARD-TO-READ", "all can be read", [](F) {}, release},
        {"SPOKEN-NAME", "none is said", [](F) {}, release},
        {"NEAR-NAMES-UNSEEN", "nothing is like one", [](F) {}, release},
        {"NEAR-NAMES-UNSEEN", "it is not yet to be approved", [](F f) { f.treatments.near_terms = {"something like a protected name in the title"}; }, render, "NEAR-NAME"},
        {"NEAR-NAMES-UNSEEN", "the auditor looked", [](F f) { f.treatments.near_terms = {"something like a protected name in the title"}; f.auditor_looked_at_names = true; }, approve, "NEAR-NAME"},
        {"NEAR-NAMES-UNSEEN", "one of two who approved looked", [](F f) { f.treatments.near_terms = {"something like a protected name in the title"}; f.auditor_looked_at_names = true; approve_again(f); f.decisions[1].looked_at_names = 1; }, release, "NEAR-NAME"},
        {"NEAR-NAMES-UNSEEN", "only where it goes is like one", [](F f) { f.treatments.near_terms_of_destination = {"something like a protected name in the destination's code"}; }, release, "NEAR-NAME"},
        {"UNHEARD-SPEECH", "the auditor listened to all of it", [](F f) { f.parts[0].unheard = 1s; f.auditor_listened = true; }, approve},
        {"UNHEARD-SPEECH", "one of two who approved listened", [](F f) { f.parts[0].unheard = 1s; approve_again(f); f.decisions[1].listened = true; }, release},
        {"UNHEARD-SPEECH", "there is no sound", [](F f) { for (auto& p : f.parts) { p.has_sound = false; p.unheard.reset(); } }, release},
        {"UNHEARD-SPEECH", "name and details may be told", [](F f) { terms(f).name = NameTerm::real; terms(f).details = DetailsTerm::keep; f.parts[0].unheard = 1s; }, approve},
        {"UNHEARD-SPEECH", "it is not yet to be approved", [](F f) { f.parts[0].unheard = 1s; }, render},
        {"VOICE-NOT-ALTERED", "the voice may be kept", [](F f) { terms(f).voice = VoiceTerm::keep; f.treatments.alters_voice = false; }, release},
        {"VOICE-NOT-ALTERED", "nothing of it is left", [](F f) { f.treatments.alters_voice = false; f.treatments.voice_is_gone = true; }, release},
        {"VOICE-NOT-ALTERED", "there is no sound", [](F f) { f.treatments.alters_voice = false; for (auto& p : f.parts) p.has_sound = false; }, release},
        {"RISK-VOICE", "nothing of the voice is left", [](F f) { terms(f).risk = Risk::acquaintances; f.treatments.voice_is_gone = true; }, release},
        {"RISK-VOICE", "the voice may be kept, and two auditors approved", [](F f) { keep_voice(f); f.treatments.alters_voice = true; terms(f).risk = Risk::acquaintances; approve_again(f); }, release},
        {"SOUND-LEFT", "there is no sound to listen to", [](F f) { for (auto& p : f.parts) p.has_sound = false; verified(f).sound_left.reset(); }, approve},
        {"OTHERS-VOICE", "only the subject's voice is altered, and the translator allowed theirs", [](F f) { f.treatments.spares_others = true; other(f, "translator"); f.interviews[0].present = {"translator:woman"}; }, release},
        {"OTHERS-VOICE", "the translator was asked", [](F f) { keep_voice(f); other(f, "translator"); f.interviews[0].present = {"translator:woman"}; }, release},
        {"OTHERS-VOICE", "all voices are altered", [](F f) { f.interviews[0].present = {"translator"}; }, release},
        {"DETAILS-INCRIMINATING", "what incriminates was taken out", [](F) {}, release},
        {"DETAILS-IDENTIFYING", "details may be kept", [](F f) { terms(f).details = DetailsTerm::keep; f.parts[0].identifying = true; }, release},

        {"NOT-RENDERED", "nothing is to be approved yet", [](F f) { f.render.reset(); f.decisions.clear(); }, render},
        {"RENDER-STALE", "it pins the latest consent of both interviews", [](F f) { add_open_interview(f, Use::public_); }, release},
        {"RENDER-CHANGED", "the file is as it was made", [](F) {}, release},
        {"NOT-VERIFIED", "this file was verified", [](F) {}, release},
        {"FRAMES-NOT-AS-PLANNED", "all frames are", [](F) {}, release},
        {"STREAMS-FOREIGN", "all streams are ours", [](F) {}, release},
        {"METADATA-LEFT", "no tag is left", [](F) {}, release},
        {"OUT-OF-SYNC", "sound and picture run together", [](F) {}, release},
        {"FACE-NOT-COVERED", "all are covered", [](F) {}, release},
        {"FACE-FOUND", "none is found", [](F) {}, release},

        {"AUDITOR-EDITED", "someone else is about to approve what an editor had approved", [](F f) { approval(f).by = "rami"; f.auditor = "noor"; }, approve},
        {"APPROVED-BY-EDITOR", "someone else approved", [](F) {}, release},
        {"NOT-APPROVED", "the approval is yet to come", [](F f) { f.decisions.clear(); }, approve},
        {"REFUSED", "it is to be decided anew", [](F f) { approval(f).approved = false; }, approve},
        {"REFUSED", "whoever refused decided anew, which leaves a yes", [](F) {}, release},
        {"APPROVAL-VOID", "another one counts", [](F f) { approve_again(f); approval(f).signature_valid = false; }, release},
        {"APPROVED-BY-EDITOR", "somebody else approved too", [](F f) { approve_again(f); f.decisions[1].by = "rami"; }, release},
        {"SECOND-APPROVAL", "two people approved", [](F f) { f.interviews[0].custody = true; approve_again(f); }, release},
        {"SECOND-APPROVAL", "it is not yet to be approved", [](F f) { f.interviews[0].custody = true; }, render},
        {"SECOND-APPROVAL", "strangers must not know the voice, and it was allowed", [](F f) { keep_voice(f); terms(f).risk = Risk::strangers; }, release},
        {"DESTINATION-UNKNOWN", "the consent reaches everybody", [](F f) { f.destination.reset(); }, release},
        {"DESTINATION-UNKNOWN", "nothing is released yet", [](F f) { terms(f).territories = {"SE"}; }, approve},
        {"DESTINATION-TOO-WIDE", "a clip for training goes to a partner", [](F f) { f.purpose = Use::training; go_to(f, {.is_public = false}); }, release},
        {"AUDIENCE-NOT-GRANTED", "it goes to some of them", [](F f) { terms(f).audiences = {"researchers", "schools"}; go_to(f, {.audiences = {"Schools"}}); }, release},
        {"AUDIENCE-NOT-GRANTED", "anybody may see it", [](F f) { go_to(f, {}); }, release},
        {"TERRITORY-NOT-GRANTED", "it goes to one of them", [](F f) { terms(f).territories = {"SE", "NO"}; go_to(f, {.territories = {"NO"}}); }, release},
        {"LANGUAGE-NOT-GRANTED", "a variant of a language that was granted", [](F f) { terms(f).languages = {"ar", "en"}; go_to(f, {.languages = {"ar-SY"}}); }, release},
        {"APPROVAL-VOID", "it names both interviews' consents", [](F f) { add_open_interview(f, Use::public_); }, release},
    };
    return cases;
}
// clang-format on

}  // namespace counterclip::consent::test
