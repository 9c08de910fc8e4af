// What the archive remembers: one plain struct a kind of record. Ids are the catalog's; codes are people's.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "archive/ledger_records.h"
#include "archive/words_records.h"
#include "core/time.h"
#include "faces/obscure.h"
#include "voice/treatment.h"

namespace counterclip::archive {

enum class RecordingKind { video, audio, none };
std::string to_string(RecordingKind);
RecordingKind recording_kind_from(std::string_view);  // Error(usage) listing the words

struct Operator {
    std::string code;
    std::vector<std::string> roles;  // "editor", "auditor", "distributor", "admin"
    std::string public_key;          // minisign's base64 line, empty = cannot sign
    std::string added_at;
    std::string retired_at{};  // empty = works here
};

// Names no one: the real identity lives in the vault only.
struct Interview {
    std::string code;
    RecordingKind kind = RecordingKind::video;
    std::string date;                    // ISO 8601, may be partial
    std::string place;                   // coarse; the exact one belongs in the vault
    std::string setting;                 // home, prison, camp, remote ...
    std::vector<std::string> languages;  // ISO 639
    std::vector<std::string> present;    // roles: interviewer, guard, "interviewer:woman" ... (consent/people.h)
    bool custody = false;
    bool minor = false;
    // the subject
    std::string pseudonym;
    std::string gender;
    std::string age_band;
    std::string nationality;
    std::string ethnicity;
    std::string role;
    std::string added_at;
    std::map<std::string, std::string>
        pseudonyms{};  // by language tag, where captions in it spell the pseudonym otherwise
};

struct Recording {
    std::int64_t id = 0;
    std::string interview;
    int position = 0;  // 1, 2, ... within the interview
    std::string file;  // below the archive's folder: originals/<sha256>.<ending>. The name it came with is not kept:
                       // people put names into file names.
    std::string sha256;
    std::int64_t bytes = 0;
    Time duration{};
    bool has_picture = false;
    bool has_sound = false;
    int width = 0;  // px as displayed
    int height = 0;
    std::string summary;    // "mov,mp4 h264 1280x720 25 fps, aac 48000 Hz stereo": no tags
    std::string purged_at;  // destroyed on request: the file is gone, this row is what stays
};

// Why somebody said that a face track is none.
struct Deletion {
    std::string by;  // operator
    std::string at;
    std::string reason;
};

struct Segment {
    std::int64_t id = 0;
    std::string interview;
    std::int64_t recording = 0;
    Range range;
    std::vector<std::string> tags;
    std::string note;
    bool incriminating = false;
    bool identifying = false;
    bool third_party = false;
    bool distress = false;
    std::string by;            // operator
    std::string removed_by{};  // empty = it holds
    std::string removed_at{};
    std::string removed_reason{};
};

enum class Side { all, left, right };
std::string to_string(Side);       // "all" "left" "right"
Side side_from(std::string_view);  // Error(usage) listing the words

struct ClipPart {
    std::string interview;
    std::int64_t recording = 0;
    Range range;
    std::optional<std::int64_t> segment;  // that it was made from
    int sound_track = 1;                  // of the recording's sound tracks: 1, 2 ...
    Side sound_side = Side::all;          // of its channels: a translator often has one to themselves
};

// Captions: none; in the picture; a file beside it in the package; a text track of the file.
enum class CaptionMode { none, burned, beside, inside };
std::string to_string(CaptionMode);               // "none" "burned" "beside" "inside"
CaptionMode caption_mode_from(std::string_view);  // Error(usage) listing the words

// A picture of another shape than the file to make: cut out about the person, or made to fit between black bars.
enum class Framing { by_preset, fit, follow };  // by_preset: as the preset has it (media/presets.h)
std::string to_string(Framing);                 // "preset" "fit" "follow"
Framing framing_from(std::string_view);         // Error(usage) listing the words

// Stricter than consent, never looser: the gate looks at it.
struct Treatments {
    bool hide_faces = true;
    faces::Style style = faces::Style::veil;
    faces::Tone tone = faces::Tone::neutral;
    voice::Disguise disguise = voice::Disguise::none;
    voice::Cover cover = voice::Cover::silence;  // for segments flagged identifying or incriminating
    std::string voice{};          // that speaks anew, by espeak-ng's name; empty = by the captions' language
    std::int64_t voice_seed = 0;  // what a drawn disguise is drawn from, 0 = not drawn yet; never leaves the archive
    bool only_subject = false;    // cues of other people keep their sound; what no cue covers is treated (spared.h)
};

struct Clip {
    std::string code;
    std::string title;        // working title, also on the card when card is set
    std::string card;         // text of the title card; empty = no card
    std::string lower_third;  // shown over the first part; empty = none
    std::string preset = "web";
    std::string purpose = "public";  // consent::Use's word
    std::vector<ClipPart> parts;
    Treatments treatments;
    std::string by;
    std::string language{};  // of its captions and of a voice that speaks anew; empty = neither
    CaptionMode captions = CaptionMode::none;
    std::string end_card{};  // text of the last card; empty = none
    Framing framing = Framing::by_preset;
    std::string look = "plain";  // how cards, captions and lower-thirds are drawn: a template's name
    std::string variant_of{};    // the clip that this one is in another language; empty = none
    std::int64_t version = 0;    // 1, 2 ...: every change is a new one; given by the archive
    std::string at{};            // when this version was made
    std::string discarded_by{};  // empty = it counts
    std::string discarded_at{};
    std::string discarded_reason{};
};

// What a render was made from, as counters: read before its plan is made, so that whatever changes later shows.
struct MadeFrom {
    std::int64_t clip_version = 0;                    // 0: the latest when the render is stored
    std::map<std::int64_t, std::int64_t> recordings;  // id -> changes of its segments, tracks, gaps and regions
};

struct Render {
    std::int64_t id = 0;
    std::string clip;
    std::string file;  // below the archive's folder: renders/<id>-<clip>.mp4
    std::string sha256;
    std::int64_t frames = 0;
    Time duration{};
    std::map<std::string, std::int64_t> consent_revisions;  // interview -> subject revision pinned (P7)
    std::string settings_sha256;                            // of everything it was made from: clip, tracks, gaps, flags
    MadeFrom made_from;
    std::string verification;  // JSON report of clip/verify; empty = not verified
    std::string by;
    std::string at;
    // People whose face it shows by their consent, as "INTERVIEW/person"; not set = not known: anyone may be in it.
    std::optional<std::vector<std::string>> shown;
    std::string withdrawn_at;  // somebody it shows took their consent back: it never counts again
    std::string purged_at;     // destroyed together with an original it drew from
};

struct Approval {
    std::int64_t id = 0;
    std::int64_t render = 0;
    bool approved = false;  // false: refused
    std::string reason;
    std::string sha256;  // of the render's file
    std::map<std::string, std::int64_t> consent_revisions;
    std::string gate_sha256;  // of the gate's report that was signed
    std::string by;
    std::string at;
    std::string signature;  // minisign, over approval_statement()
    // The log's last event when it was signed: who rewrites the history voids it. 0 and empty in decisions of old.
    std::int64_t log_sequence = 0;
    std::string log_hash;
    bool listened = false;    // whoever decided says that they heard all of it
    int looked_at_names = 0;  // ... that they looked at so many places that are like a protected name; 0 = says nothing
};

// The text an approval signs: one "key: value" a line, in a fixed order. Version 1 where no event of the log is named,
// version 3 where the signer listened to all of it, version 4 where they looked at what is like a protected name.
std::string approval_statement(const Approval& approval);

}  // namespace counterclip::archive
