#include "clip/plan_sound.h"

#include <set>

#include <fmt/format.h>

#include "clip/spared.h"
#include "core/error.h"
#include "media/probe.h"

namespace counterclip::clip {

namespace {

media::SoundSide as_side(archive::Side side) {
    switch (side) {
        case archive::Side::left:
            return media::SoundSide::left;
        case archive::Side::right:
            return media::SoundSide::right;
        case archive::Side::all:
            break;
    }
    return media::SoundSide::all;
}

std::string named(const PlannedPart& part) {
    return fmt::format("the sound of recording {} of {}", part.position, part.interview);
}

void require_track(const PlannedPart& part) {
    if (part.sound_track == 0 && part.sound_side == media::SoundSide::all) return;
    const auto tracks = media::probe(part.file).audio;
    const auto doing = "take " + named(part);
    if (part.sound_track < 0 || part.sound_track >= static_cast<int>(tracks.size()))
        throw Error(doing,
                    fmt::format("it has no track {}; it has {}", part.sound_track + 1,
                                tracks.empty() ? "none" : sound_tracks_in_words(tracks)),
                    ErrorKind::usage);
    const auto& track = tracks[static_cast<std::size_t>(part.sound_track)];
    if (part.sound_side != media::SoundSide::all && track.channels < 2)
        throw Error(doing,
                    fmt::format("its track {} has one channel, no left and right; it has {}", part.sound_track + 1,
                                sound_tracks_in_words(tracks)),
                    ErrorKind::usage);
}

void plan_dub(PlannedPart& planned, const archive::Clip& clip, const archive::Archive& archive) {
    const auto doing = fmt::format("plan clip '{}'", clip.code);
    if (clip.language.empty())
        throw Error(doing, "it is to be dubbed, and nobody said in which language: --language", ErrorKind::usage);
    const auto dub = archive.latest_dub(planned.recording, clip.language);
    if (!dub)
        throw Error(doing,
                    fmt::format("recording {} of {} has no dubbing track in '{}'; `counterclip dub import {} FILE "
                                "--language {}` brings one in",
                                planned.position, planned.interview, clip.language, planned.interview, clip.language),
                    ErrorKind::usage);
    planned.dub = archive.path(dub->file);
    planned.dub_offset = dub->offset;
}

}  // namespace

void plan_sound(PlannedPart& planned, const archive::ClipPart& part, const archive::Clip& clip,
                const archive::Archive& archive) {
    planned.sound_track = part.sound_track - 1;
    planned.sound_side = as_side(part.sound_side);
    if (planned.has_sound) require_track(planned);
    const auto disguise = clip.treatments.disguise;
    if (disguise == voice::Disguise::dub) return plan_dub(planned, clip, archive);
    if (clip.treatments.only_subject && disguise != voice::Disguise::none)
        planned.spared = spared_stretches(archive, planned.recording, planned.range);
}

void require_sound(const archive::Archive& archive, const archive::ClipPart& part) {
    const auto recording = archive.recording(part.recording);
    PlannedPart planned;
    planned.file = archive.path(recording.file);
    planned.interview = part.interview;
    planned.position = recording.position;
    planned.sound_track = part.sound_track - 1;
    planned.sound_side = as_side(part.sound_side);
    if (recording.has_sound) require_track(planned);
}

bool in_any_language(voice::Disguise disguise) {
    return disguise != voice::Disguise::revoice && disguise != voice::Disguise::dub;
}

nlohmann::json sound_settings(const Plan& plan, const archive::Archive& archive) {
    nlohmann::json j{{"disguise", voice::to_string(plan.disguise)},
                     {"voice", plan.voice},
                     {"seed", plan.voice_seed},
                     {"language", in_any_language(plan.disguise) ? std::string() : plan.language},
                     {"loudness", {plan.preset.loudness, plan.preset.true_peak}}};
    for (const auto& part : plan.parts) {
        nlohmann::json of{{"track", part.sound_track}, {"side", static_cast<int>(part.sound_side)}};
        for (const Range& r : part.spared) of["spared"].push_back({r.in.count(), r.out.count()});
        if (const auto dub = part.dub.empty() ? std::nullopt : archive.latest_dub(part.recording, plan.language))
            of["dub"] = {dub->sha256, dub->offset.count()};
        j["parts"].push_back(std::move(of));
    }
    return j;
}

std::vector<std::string> sound_remarks(const Plan& plan) {
    std::vector<std::string> remarks;
    std::set<std::int64_t> told;
    for (const auto& part : plan.parts) {
        if (!part.has_sound || voice::takes_voice_out(plan.disguise) || !told.insert(part.recording).second) continue;
        const auto tracks = media::probe(part.file).audio;
        if (part.sound_track >= static_cast<int>(tracks.size())) continue;
        const auto& track = tracks[static_cast<std::size_t>(part.sound_track)];
        if (track.channels > 2 && part.sound_side == media::SoundSide::all)
            remarks.push_back(
                fmt::format("{} ({}) is mixed to two channels: centre and surround 3 dB down, without "
                            "the low-frequency effects",
                            named(part), track.layout));
        if (tracks.size() > 1)
            remarks.push_back(fmt::format("{} is its track {}; it has {}", named(part), part.sound_track + 1,
                                          sound_tracks_in_words(tracks)));
    }
    return remarks;
}

std::string sound_tracks_in_words(const std::vector<media::AudioTrack>& tracks) {
    std::string words;
    for (std::size_t n = 0; n < tracks.size(); ++n)
        words +=
            fmt::format("{}{} ({}, {} Hz, {}{})", n == 0 ? "" : ", ", n + 1, tracks[n].codec, tracks[n].sample_rate,
                        tracks[n].layout, tracks[n].language.empty() ? "" : ", in " + tracks[n].language);
    return words;
}

}  // namespace counterclip::clip
