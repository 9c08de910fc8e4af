// The plan of a clip: everything the renderer and the verifier need, resolved from the archive once.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "archive/archive.h"
#include "archive/vault.h"
#include "captions/ass.h"
#include "captions/look.h"
#include "clip/framing.h"
#include "consent/gate.h"
#include "faces/mask.h"
#include "faces/obscure.h"
#include "faces/region.h"
#include "media/writer.h"
#include "voice/treatment.h"

namespace counterclip::clip {

// One stretch of one recording, in the order of the clip.
struct PlannedPart {
    std::filesystem::path file;  // the original
    std::string interview;
    std::int64_t recording = 0;
    int position = 1;                           // of the recording among its interview's: 1, 2 ...
    Range range;                                // on the recording's clock
    Time at{};                                  // where it begins on the clip's clock
    bool has_picture = true;                    // false: the plain background stands in (sound-only recordings)
    bool has_sound = true;                      // false: silence
    bool whole_file = false;                    // `range` is what the header says; as much as can be read is taken
    std::shared_ptr<const faces::Masks> masks;  // never null where there is a picture
    std::vector<faces::Track> faces_to_hide;    // what the masks were made from and the proof looks at
    std::vector<faces::Track> faces_shown;      // of people whose consent shows them
    std::vector<faces::Track> faces_deleted;    // what somebody said is no face: not hidden, shown to the auditor
    std::map<std::int64_t, archive::Deletion> deletions;  // by whom and why
    std::vector<faces::Region> regions;                   // what people marked, hidden whatever faces are shown
    std::vector<voice::Redaction> redactions;             // on the part's clock (0 = range.in)
    std::vector<Range> hidden_whole{};                    // nothing of the picture is shown; on the recording's clock
    Crop crop;                                            // what of its picture is shown; no width = all of it
    int sound_track = 0;                                  // of the file: 0, 1 ...
    media::SoundSide sound_side = media::SoundSide::all;
    std::vector<Range> spared{};  // where somebody else than the subject speaks and is heard, on the part's clock
    std::filesystem::path dub{};  // played instead of the recording's sound; empty = none
    Time dub_offset{};            // of the dubbing track's first sample, on the recording's clock
};

struct Plan {
    std::string clip;
    media::Preset preset;
    int width = 0;  // px of the output
    int height = 0;
    media::PixelFormat format = media::PixelFormat::yuv420p8;
    media::Colour colour;
    Rational sample_aspect{1, 1};
    Rational time_base{1, 90000};
    Rational frame_rate{25, 1};  // of cards; a hint for the encoder elsewhere
    Time card_length{};          // the title card comes first; zero = none
    Time end_card_length{};      // after the last part; zero = none
    captions::Look look;         // how texts and cards are drawn
    std::vector<PlannedPart> parts;
    std::vector<captions::TitledText> texts;  // drawn on the picture, burned captions among them
    std::string language{};                   // of the captions; empty = none
    archive::CaptionMode caption_mode = archive::CaptionMode::none;
    // What is said, as it leaves the archive (wording.h), on the clip's clock: a voice speaks it anew in this time.
    std::vector<captions::Cue> said{};
    std::vector<captions::Cue> captions{};  // the same laid out for reading (caption_layout.h)
    faces::ObscureOptions obscure;
    voice::Disguise disguise = voice::Disguise::none;
    std::string voice{};          // that speaks anew (voice/speech.h); empty = by `language`
    std::int64_t voice_seed = 0;  // what a drawn disguise is drawn from
    bool sound = true;            // the file has a sound track
    bool levels = true;           // brought to the preset's loudness
    int sample_rate = 48000;
    int channels = 2;
    std::map<std::string, std::int64_t> consent_revisions;
    std::string settings_sha256;  // of all that decides how the file looks and sounds
    // Of what decides its pictures before text is drawn on them, and its sound: clips that agree are rendered in one
    // pass.
    std::string pictures_sha256;
    std::string sounds_sha256;
};

// What is hidden of the part's frame at `pts` (on the recording's clock): by masks and by regions. Renderer and
// verifier both ask here.
faces::FrameMask mask_at(const PlannedPart& part, Time pts);

// Throws Error when a part has no analysis where faces must be hidden, or its recording is gone. `vault` is needed
// where the clip has captions or a voice that speaks anew, and there is one: Error(refused) else, since nobody can put
// pseudonyms in the place of names that nobody knows.
Plan make_plan(const archive::Archive& archive, const std::string& clip, const archive::Vault* vault = nullptr);

// What is hidden of a stretch of a recording to whoever may not see the original: as a clip of it made for the public
// would hide it, the subject's face always. For players and thumbnails; range, masks and regions are filled in. Where
// faces were not analysed everything is hidden.
PlannedPart plan_stretch(const archive::Archive& archive, std::int64_t recording, Range range);

// Where the last part ends and the end card begins.
Time end_of_parts(const Plan& plan);
Time duration(const Plan& plan);

}  // namespace counterclip::clip
