// The gate: the pure function from what is known of a clip to the list of what stands between it and the world.
//
// No finding that blocks = may go on. Facts are plain values that callers gather from the archive; nothing is read or
// written here. Unknown is never good: an empty optional is treated as the worst it could be, and a fact that nobody
// filled in blocks.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "consent/terms.h"

namespace counterclip::consent {

// How far the clip wants to go; later stages demand more.
enum class Stage { render, approve, release };

enum class Severity { warns, blocks };

struct Finding {
    std::string code{};  // stable: "USE-NOT-GRANTED"
    Severity severity = Severity::blocks;
    std::string what{};  // the sentence for people, with interview, clip, frame or operator named
    std::string mend{};  // what to do next, a command where there is one
};

struct InterviewFacts {
    std::string code{};
    std::optional<Revision> subject{};  // latest revision of the subject's consent
    std::map<std::string, Revision>
        others{};  // of everyone else who has one, by person ("interviewer" ...): the latest
    bool custody = true;
    bool minor = true;
    std::vector<std::string> present{};         // who was there, as roles: "guard", "interviewer:woman" (people.h)
    std::string pseudonym{};                    // empty = none chosen
    std::vector<std::string> spellings{};       // of the pseudonym, in other languages
    std::map<std::int64_t, Time> recordings{};  // id -> duration
};

struct PartFacts {
    std::string interview{};
    std::int64_t recording = 0;
    Range range{};
    bool incriminating = true;  // overlaps a segment flagged so, not taken out of picture and sound
    bool identifying = true;
    bool analysed = false;  // faces analysed over the whole range
    bool has_picture = true;
    bool has_sound = true;
    std::optional<int> open_gaps{};  // unresolved gaps that overlap the range; not set = not counted
    Time open_gap_time{};
    std::optional<int> deleted_tracks{};  // reaching into the range, said to be no face; not set = not counted
    bool original_unchanged = false;      // SHA-256 compared
    bool original_destroyed = false;      // on request: there is nothing to restore
    std::optional<Time> unheard{};        // sound that goes out and that no transcript covers; not set = not known
};

// How the clip treats what it shows.
struct TreatmentFacts {
    bool hides_faces = false;
    bool style_is_irreversible = false;      // veil or solid (P2)
    bool alters_voice = false;               // disguised: hides who speaks from those who hear it by chance
    bool voice_is_gone = false;              // nothing of the voice is in the file: silent, or spoken anew
    bool voice_is_dubbed = false;            // a track that somebody brought in is heard in its place
    bool spares_others = false;              // whoever is not the subject is heard as recorded
    bool shows_name = false;                 // a lower-third, card or caption names the person
    std::vector<std::string> texts{};        // title, cards, lower-thirds, captions: everything written
    std::vector<std::string> names_shown{};  // the texts that name the subject (lower-third)
    // Where a protected term was found: places ("title", "caption at 0:00:12.000"), never the term. Not set = not
    // searched.
    std::optional<std::vector<std::string>> places_with_protected_terms{};
    // Where a cue holds a protected term and its sound goes out: "a protected name said in recording 1 of BTIB-0042 at
    // 0:00:12.000-0:00:12.600". Not set = not searched.
    std::optional<std::vector<std::string>> spoken_terms{};
    std::vector<std::string> near_terms{};  // sentences on places where something like a protected term stands
    // The same of the destination, which whoever approves does not know yet.
    std::vector<std::string> near_terms_of_destination{};
    std::vector<std::string> hard_to_read{};  // sentences on captions, without their words
};

struct VerificationFacts {
    std::string sha256{};  // of the file that was verified
    bool frames_as_planned = false;
    bool streams_as_planned = false;  // only what we wrote, packets = frames
    bool in_sync = false;
    // Not set = not looked at.
    std::optional<std::vector<std::string>> foreign_tags{};  // keys only
    std::optional<std::int64_t> frames_uncovered{};          // a face to hide not under the mask, or still visible
    std::optional<std::int64_t> faces_found{};               // detections on the output where a face was to be hidden
    std::optional<std::vector<std::string>> sound_left{};    // stretches whose sound, or voice, is not gone as planned
};

struct RenderFacts {
    std::int64_t id = 0;
    std::string sha256{};                                     // recorded when it was made
    bool file_unchanged = false;                              // the file on disk still has it
    std::map<std::string, std::int64_t> consent_revisions{};  // interview -> revision pinned
    bool settings_current = false;                            // made from the clip, tracks and gaps as they are now
    std::optional<VerificationFacts> verification{};
    bool proof_unchanged = false;  // its report and contact sheet lie where they were put, as they were made
};

// A decision on the render in question.
struct DecisionFacts {
    std::string by{};
    std::string key{};      // the operator's public key: two operators with one key are one person
    bool approved = false;  // false: refused
    std::string sha256{};   // of the file that was signed
    std::map<std::string, std::int64_t> consent_revisions{};
    bool signature_valid = false;
    bool listened = false;       // says that they heard all of it
    int looked_at_names = 0;     // says that they looked at so many places that are like a protected name
    bool log_unchanged = false;  // the history it was signed on is still the beginning of the log
};

// Who is to receive a release. An empty list names nobody in particular: the whole world.
struct DestinationFacts {
    std::string code{};
    bool is_public = true;  // everyone can see what it shows
    std::vector<std::string> audiences{};
    std::vector<std::string> territories{};
    std::vector<std::string> languages{};
};

struct GateFacts {
    std::string clip{};
    Use purpose = Use::public_;                // what the clip is for
    std::vector<InterviewFacts> interviews{};  // all that the parts come from
    std::vector<PartFacts> parts{};
    TreatmentFacts treatments{};
    // Everyone who had a hand in what the clip shows, under every code their key stands for.
    std::vector<std::string> editors{};
    std::optional<RenderFacts> render{};            // the one in question
    std::vector<DecisionFacts> decisions{};         // on that render: the latest of each person, oldest first
    std::optional<DestinationFacts> destination{};  // Stage::release; not set = not named
    std::string today{};                            // "2026-11-24"; empty = not known
    std::string auditor{};                          // who is about to approve (Stage::approve); empty = nobody yet
    bool auditor_listened = false;                  // and says that they heard all of it
    bool auditor_looked_at_names = false;           // ... that they looked at every place like a protected name
};

// Findings in the order of the rule table, blocking ones first. Where the table has a code twice, the row of the latest
// stage reached applies (an open gap warns at render and blocks from approve on). While a consent is withdrawn nothing
// else is said: whatever else is wrong, that comes first.
std::vector<Finding> check(const GateFacts& facts, Stage stage);
bool blocked(const std::vector<Finding>& findings);

// Why a second person has to approve besides the first, a sentence each; empty when one is enough.
std::vector<std::string> second_approval_reasons(const GateFacts& facts);
// Why a yes does not count (any more), a sentence each; empty when it stands. A no is never void.
std::vector<std::string> void_reasons(const GateFacts& facts, const DecisionFacts& decision);
// How many people's yes stands.
int standing_approvals(const GateFacts& facts);

// The table itself, for docs, tests and `clip check --rules`.
struct RuleText {
    std::string code{};
    Stage from{};  // the first stage that demands it
    Severity severity{};
    std::string demands{};  // one sentence
    std::string why{};
};
std::vector<RuleText> rules();

}  // namespace counterclip::consent
