// What a person allowed and asked for, how we know it, and what follows for a clip. Pure data and pure functions.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/time.h"

namespace counterclip::consent {

enum class Use { none, research, training, public_ };  // each allows the ones before it
enum class FaceTerm { show, hide };
enum class NameTerm { real, changed };
enum class VoiceTerm { keep, alter };
enum class DetailsTerm { keep, omit };
// From whom the person must stay unknown: nobody; who hears the clip by chance; strangers who try; people who know them
// too.
enum class Risk { none, casual, strangers, acquaintances };
// What a person asked of the interview itself, or was told.
enum class Preference { woman_interviewer, no_men_present, told_may_stop, stopped_early, left_questions_out };

// The words of the command line and of files: "none" "research" "training" "public", "show" "hide", "real" "changed",
// "keep" "alter", "keep" "omit". The readers throw Error(usage) listing the words.
std::string to_string(Use);
std::string to_string(FaceTerm);
std::string to_string(NameTerm);
std::string to_string(VoiceTerm);
std::string to_string(DetailsTerm);
Use use_from(std::string_view);
FaceTerm face_from(std::string_view);
NameTerm name_from(std::string_view);
VoiceTerm voice_from(std::string_view);
DetailsTerm details_from(std::string_view);
std::string to_string(Risk);  // "none" "casual" "strangers" "acquaintances"
Risk risk_from(std::string_view);
std::string to_string(
    Preference);  // "woman-interviewer" "no-men-present" "told-may-stop" "stopped-early" "left-questions-out"
Preference preference_from(std::string_view);

// The defaults are the safest: what nobody asked about is hidden and not used.
struct Terms {
    Use use = Use::none;
    FaceTerm face = FaceTerm::hide;
    NameTerm name = NameTerm::changed;
    VoiceTerm voice = VoiceTerm::alter;
    DetailsTerm details = DetailsTerm::omit;
    std::vector<std::string> audiences{};    // empty = any
    std::vector<std::string> territories{};  // ISO 3166 codes; empty = any
    std::vector<std::string> languages{};    // BCP 47 tags it may be published in; empty = any
    std::string until{};                     // the last day, "2027-12-31"; empty = without end
    Risk risk = Risk::acquaintances;
    std::string risk_note{};
    friend bool operator==(const Terms&, const Terms&) = default;
};

enum class Method { none, verbal_on_recording, verbal_before_witnesses, written };
std::string to_string(Method);
Method method_from(std::string_view);  // "none" "verbal" "witnesses" "written"

struct Evidence {
    Method method = Method::none;
    std::int64_t recording = 0;  // verbal_on_recording: its id, and when it is said
    std::optional<Range> range{};
    std::vector<std::string> witnesses{};  // codes, never names
    std::string document_sha256{};         // written
    friend bool operator==(const Evidence&, const Evidence&) = default;
};

// One revision; never changed once stored. The latest counts.
struct Revision {
    std::int64_t id = 0;             // 1, 2, ... within its interview and person
    std::string interview{};         // code
    std::string person = "subject";  // subject, interviewer, translator, guard ... (faces::Label's words)
    Terms terms{};
    std::map<Use, Terms> purposes{};  // where a purpose has terms of its own; else `terms`. See terms_for().
    std::vector<Preference> preferences{};
    Evidence evidence{};
    bool withdrawn = false;
    std::string author{};  // operator
    std::string reason{};
    std::string at{};  // UTC
};

// The terms that hold for a clip made for `purpose`. A purpose's own terms speak for that purpose and no other: what is
// allowed for training says nothing about the public, even though a use allows the ones before it.
const Terms& terms_for(const Revision& revision, Use purpose);
// Whether the consent stands and allows the use.
bool grants(const std::optional<Revision>& latest, Use purpose);

// What a clip must do to one person's face, name, voice and details to be no looser than the terms.
struct Requirements {
    bool hide_face = true;
    bool change_name = true;
    bool alter_voice = true;
    bool omit_details = true;
};
// For a clip made for `purpose`. No revision, or a withdrawn one, requires everything.
Requirements requirements(const std::optional<Revision>& latest, Use purpose);
// Nobody under age can allow their face or their name.
Requirements for_a_minor(Requirements asked);

// Whether somebody else can be shown what the person said: a time on the recording, a witness, a document.
bool has_evidence(const Evidence& evidence);
// Whether a consent shows this person's face in a clip for `purpose`: it stands, says so, goes that far and has
// evidence. Everything else hides.
bool shows_face(const std::optional<Revision>& latest, Use purpose);

// "face: hide -> show", one line a term that differs, "for training, face: hide -> show" where a purpose's own terms
// do; then evidence and preferences. Empty when the two say the same.
std::vector<std::string> difference(const Revision& before, const Revision& after);

}  // namespace counterclip::consent
