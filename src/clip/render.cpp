#include "clip/render.h"

#include <fmt/format.h>

#include "clip/leveled_sound.h"
#include "clip/pictures.h"
#include "clip/plan_sound.h"
#include "clip/texts.h"
#include "core/error.h"
#include "core/stage.h"
#include "media/writer.h"

namespace counterclip::clip {

namespace {

// Between the decoding and the encoding thread: enough to even out their pace, few enough to stay small in memory.
constexpr std::size_t frames_in_flight = 4;

media::VideoSettings video_settings(const Plan& plan) {
    media::VideoSettings v;
    v.width = plan.width;
    v.height = plan.height;
    v.format = plan.format;
    v.sample_aspect = plan.sample_aspect;
    v.colour = plan.colour;
    v.time_base = plan.time_base;
    v.frame_rate = plan.frame_rate;
    v.crf = plan.preset.crf;
    v.speed = plan.preset.speed;
    return v;
}

std::optional<media::AudioSettings> audio_settings(const Plan& plan) {
    if (!plan.sound) return std::nullopt;
    return media::AudioSettings{plan.sample_rate, plan.channels, plan.preset.audio_bitrate};
}

}  // namespace

Rendered render(const Plan& plan, const std::filesystem::path& file, Progress& progress, const MaskObserver& observe) {
    const auto total = duration(plan);
    const auto level = level_of(plan, progress);
    progress.begin("render", total.count());
    media::Writer writer(file, plan.preset.container, video_settings(plan), audio_settings(plan));
    Texts texts(plan);
    Pictures pictures(plan, observe);
    std::optional<LeveledSound> sounds;
    if (plan.sound) sounds.emplace(plan, level);

    Stage<media::Frame> shown(frames_in_flight, [&](const auto& emit) {
        while (auto frame = pictures.next())
            if (!emit(std::move(*frame))) return;
    });
    Time shown_until{};
    while (auto frame = shown.next()) {
        progress.stop_if_cancelled("render " + plan.clip);
        while (sounds && sounds->position() <= frame->pts()) {
            progress.stop_if_cancelled("render " + plan.clip);
            const auto block = sounds->next();
            if (!block) break;
            writer.write(*block);
        }
        shown_until = frame->pts() + to_time(1, {plan.frame_rate.den, plan.frame_rate.num});
        writer.write(texts.drawn_on(*frame));
        progress.advance(frame->pts().count());
    }
    while (sounds) {
        progress.stop_if_cancelled("render " + plan.clip);
        const auto block = sounds->next();
        if (!block) break;
        writer.write(*block);
    }
    if (writer.frames_written() == 0)
        throw Error("render " + plan.clip, "its ranges hold no picture; check the parts with `clip show`");
    writer.finish();
    progress.end();
    auto remarks = sound_remarks(plan);
    if (sounds) std::ranges::copy(sounds->remarks(), std::back_inserter(remarks));
    return {writer.frames_written(), pictures.hidden_whole(), pictures.masked(), total, shown_until,
            std::move(remarks)};
}

}  // namespace counterclip::clip
