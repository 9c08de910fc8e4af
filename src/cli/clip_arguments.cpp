#include "cli/clip_arguments.h"

#include <charconv>

#include "cli/find.h"
#include "cli/options.h"
#include "clip/looks.h"
#include "clip/plan_sound.h"
#include "consent/scope.h"
#include "consent/terms.h"
#include "media/presets.h"
#include "voice/speaker.h"

#include <fmt/format.h>

namespace counterclip::cli {

namespace {

std::string itself(const std::string& text) {
    return text;
}

std::string preset_name(const std::string& text) {
    return media::preset(text).name;
}

// "web, webm, small ...": the table's own words.
std::string preset_words() {
    std::vector<std::string> names;
    for (const auto& p : media::presets()) names.push_back(p.name);
    return fmt::format("{}", fmt::join(names, ", "));
}

std::string purpose_word(const std::string& text) {
    return to_string(consent::use_from(text));
}

voice::Cover cover_from(const std::string& text) {
    if (text == "silence") return voice::Cover::silence;
    if (text == "bleep") return voice::Cover::bleep;
    throw Error("read the cover '" + text + "'", "the words are: silence, bleep", ErrorKind::usage);
}

struct Sound {
    int track;
    archive::Side side;
};

// "2", "2:left".
Sound sound_from(const std::string& text) {
    const auto colon = text.find(':');
    const auto digits = text.substr(0, colon);
    int track = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), track);
    if (error != std::errc() || end != digits.data() + digits.size() || track < 1)
        throw Error("read the sound '" + text + "'", "expected a track's number and perhaps a side: 2, 2:left, 1:right",
                    ErrorKind::usage);
    return {track, colon == std::string::npos ? archive::Side::all : archive::side_from(text.substr(colon + 1))};
}

template <class T>
void set(const std::optional<T>& given, T& target) {
    if (given) target = *given;
}

using Parts = std::vector<archive::ClipPart>;

// The part of before that it goes on from: of the same recording, the one with which it shares most time.
const archive::ClipPart* origin_of(const archive::ClipPart& part, const Parts& before) {
    const auto shared = [&](const archive::ClipPart& b) {
        return std::max(Time{}, std::min(part.range.out, b.range.out) - std::max(part.range.in, b.range.in));
    };
    const archive::ClipPart* origin = nullptr;
    for (const auto& b : before)
        if (b.recording == part.recording && (!origin || shared(b) > shared(*origin))) origin = &b;
    return origin;
}

// Parts set anew keep the sound that was chosen: the other side may be somebody who must not be heard.
Parts parts_from(const ClipArguments& a, const archive::Archive& archive, const Parts& before) {
    Parts parts;
    for (const auto id : a.segments) parts.push_back(part_of_segment(archive, id));
    for (const auto& part : a.parts) parts.push_back(part_from(archive, part));
    for (auto& part : parts)
        if (const auto* origin = origin_of(part, before)) {
            part.sound_track = origin->sound_track;
            part.sound_side = origin->sound_side;
        }
    return parts;
}

void choose_sound(const Sound& sound, const archive::Archive& archive, archive::Clip& clip) {
    for (auto& part : clip.parts) {
        part.sound_track = sound.track;
        part.sound_side = sound.side;
        clip::require_sound(archive, part);
    }
}

}  // namespace

void declare(CLI::App& app, ClipArguments& a) {
    app.add_option("CODE", a.code, "A code for the clip; the base of its file names, so without names")->required();
    app.add_option("--segment", a.segments, "A segment's id; several in the order of the clip");
    app.add_option(
        "--part", a.parts,
        "INTERVIEW:RECORDING:IN-OUT, a segment's id, or some of a segment as ID@IN-OUT; several, in the order of the "
        "clip; they follow those of --segment");
    add_read_option(app, "--title", a.title, itself, "Shown to the world");
    add_read_option(app, "--card", a.card, itself, "Text of the title card");
    add_read_option(app, "--end-card", a.end_card, itself, "Text of the last card: the project's address");
    add_read_option(app, "--lower-third", a.lower_third, itself, "Text over the first part: the pseudonym");
    add_read_option(app, "--preset", a.preset, preset_name, "What kind of file (default: web): " + preset_words());
    add_read_option(app, "--frame", a.framing, archive::framing_from,
                    "Where the preset has another shape: 'follow' cuts out the part about the person, 'fit' shows all "
                    "between black bars, 'preset' is as the preset has it (the default)");
    add_read_option(app, "--look", a.look, itself, "How cards and captions are drawn: a name of `look list`");
    add_read_option(app, "--language", a.language, consent::language_from,
                    "Of captions and of a voice that speaks anew, a BCP 47 tag: ar, ku, ru ...");
    add_read_option(app, "--captions", a.captions, archive::caption_mode_from,
                    "burned into the picture, inside the file, beside it in the release, or none (the default)");
    add_read_option(app, "--purpose", a.purpose, purpose_word, "research, training or public (default: public)");
    const std::string group = "Treatments: stricter than consent, never looser";
    add_read_option(app, "--style", a.style, faces::style_from, "veil, solid, pixelate or gaussian (default: veil)")
        ->group(group);
    add_read_option(app, "--tone", a.tone, faces::tone_from, "none, neutral, warm or cool (default: neutral)")
        ->group(group);
    add_read_option(app, "--disguise", a.disguise, voice::disguise_from,
                    "none; drawn: pitch and formants moved by lot, which stops no attacker and no acquaintance (nor do "
                    "deeper and higher, whose constants are known); dub: an imported track; revoice: a machine speaks "
                    "the captions; silence: a room's tone (default: none)")
        ->group(group);
    add_read_option(app, "--voice", a.voice, itself,
                    "Who speaks with --disguise revoice, as espeak-ng names it (`espeak-ng --voices`); default: by the "
                    "language")
        ->group(group);
    app.add_flag_callback(
           "--only-subject", [&a] { a.only_subject = true; },
           "Leave the interviewer and the translator as recorded where cues say that they speak; all else is treated")
        ->group(group);
    app.add_flag_callback(
           "--all-voices", [&a] { a.only_subject = false; }, "Treat every voice (the default)")
        ->group(group)
        ->excludes("--only-subject");
    add_read_option(
        app, "--sound", a.sound,
        [](const std::string& text) {
            (void)sound_from(text);
            return text;
        },
        "Which sound track of the recordings, and which side of it: 2, 2:left (default: 1, all of it)");
    add_read_option(app, "--cover", a.cover, cover_from, "silence or bleep, where sound is taken out")->group(group);
    app.add_flag_callback(
           "--hide-faces", [&a] { a.hide_faces = true; }, "Hide every face (the default)")
        ->group(group);
    app.add_flag_callback(
           "--show-faces", [&a] { a.hide_faces = false; }, "Hide no face, where consent allows it")
        ->group(group)
        ->excludes("--hide-faces");
}

void apply(const ClipArguments& a, const archive::Archive& archive, archive::Clip& clip) {
    clip.code = a.code;
    if (!a.segments.empty() || !a.parts.empty()) clip.parts = parts_from(a, archive, clip.parts);
    set(a.title, clip.title);
    set(a.card, clip.card);
    set(a.lower_third, clip.lower_third);
    set(a.end_card, clip.end_card);
    set(a.language, clip.language);
    set(a.captions, clip.captions);
    set(a.framing, clip.framing);
    set(a.look, clip.look);
    set(a.preset, clip.preset);
    set(a.purpose, clip.purpose);
    set(a.hide_faces, clip.treatments.hide_faces);
    set(a.style, clip.treatments.style);
    set(a.tone, clip.treatments.tone);
    set(a.disguise, clip.treatments.disguise);
    set(a.cover, clip.treatments.cover);
    set(a.voice, clip.treatments.voice);
    set(a.only_subject, clip.treatments.only_subject);
    if (a.sound) choose_sound(sound_from(*a.sound), archive, clip);
    (void)clip::find_look(archive.folder(), clip.look);
    if (a.voice && !a.voice->empty()) (void)voice::Speaker(*a.voice, "");
    if (clip.captions != archive::CaptionMode::none && clip.language.empty())
        throw Error(fmt::format("caption clip '{}'", a.code), "captions need a language: --language TAG",
                    ErrorKind::usage);
}

Time length_of(const archive::Clip& clip) {
    Time length{};
    for (const auto& part : clip.parts) length += duration(part.range);
    return length;
}

std::string too_long_in_words(const archive::Clip& clip) {
    const auto& preset = media::preset(clip.preset);
    if (preset.longest == Time::zero() || length_of(clip) <= preset.longest) return {};
    return fmt::format("clip '{}' is {} long; the places that the preset {} is for take {} at most", clip.code,
                       format_time(length_of(clip)), preset.name, format_time(preset.longest));
}

std::string voice_in_words(const archive::Treatments& treatments) {
    const std::string whose = treatments.only_subject ? ", only the subject's" : "";
    switch (treatments.disguise) {
        case voice::Disguise::none:
            return "kept";
        case voice::Disguise::silence:
            return "silent" + whose;
        case voice::Disguise::revoice:
            return "spoken anew by a machine" + whose;
        case voice::Disguise::dub:
            return "dubbed";
        default:
            return "disguised (" + to_string(treatments.disguise) + ")" + whose;
    }
}

}  // namespace counterclip::cli
