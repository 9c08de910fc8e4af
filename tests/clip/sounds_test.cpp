// How clips sound: as loud as they should, without clicks, whatever the recordings' sound is like.
#include "clip/sounds.h"

#include <cmath>

#include "clip/sounding.h"
#include "clip/spared.h"
#include "core/error.h"
#include "media/reader.h"
#include "voice/likeness.h"

using namespace counterclip;
using namespace std::chrono_literals;
using test::Sounding;

namespace {

double level(const std::filesystem::path& file, Range range) {
    return voice::level_of(test::samples_of(file, range, 2));
}

}  // namespace

TEST_CASE("a clip comes out at -16 LUFS and below -1 dBTP, however loud, fine or odd its recording's sound is") {
    if (test::lacks_ffmpeg()) return;
    Sounding s;
    const std::vector<std::pair<std::string, std::string>> sources{
        {"quiet.wav", "-af volume=-22dB -ar 48000"},
        {"loud.wav", "-af volume=14dB,alimiter=level=0 -ar 48000"},
        {"telephone.wav", "-ac 1 -ar 8000 -c:a pcm_mulaw"},
        {"fine.wav", "-ar 96000 -c:a pcm_s24le"},
        {"one side.wav", "-af 'pan=stereo|c0=0.7*c0|c1=0*c0' -ar 48000"},
        {"cinema.m4a", "-af 'pan=5.1|FL=0.1*c0|FR=0.1*c0|FC=0.8*c0|LFE=0.9*c0|BL=0*c0|BR=0*c0' -ar 48000"},
        {"peaks.wav",
         "-af 'acompressor=ratio=1,volume=-12dB,aeval=val(0)+0.9*gt(mod(t\\,1)\\,0.998)*sin(2*PI*900*t)' -ar 48000"},
    };
    for (const auto& [name, options] : sources) {
        for (const auto* preset : {"web", "webm"}) {
            if (preset == std::string("webm") && name != "quiet.wav" && name != "peaks.wav") continue;
            CAPTURE(name, preset);
            auto plan = s.plan(s.recorded(name, options), 0s, 5s);
            plan.preset = media::preset(preset);
            const auto file = s.rendered(plan, plan.preset.container == media::Container::webm ? "c.webm" : "c.mp4");
            const auto is = test::measured(file);
            CAPTURE(is.lufs, is.peak);
            CHECK(std::abs(is.lufs + 16) <= 0.5);
            CHECK(is.peak <= -1);
        }
    }
}

TEST_CASE("silence stays silence, and sound too short to measure stays as it is") {
    if (test::lacks_ffmpeg()) return;
    Sounding s;
    CHECK(level(s.rendered(s.plan(s.recorded("none.wav", "-af volume=0 -ar 48000"), 0s, 2s)), {0s, 2s}) == 0);
    const auto film = s.recorded("film.wav", "-ar 48000");
    const auto shortest = s.rendered(s.plan(film, 1s, 1200ms));
    CHECK(level(shortest, {0s, 200ms}) == Approx(level(film, {1s, 1200ms})).epsilon(0.2));
    auto plan = s.plan(film, 0s, 3s);
    plan.disguise = voice::Disguise::silence;
    CHECK(level(s.rendered(plan), {0s, 3s}) == Approx(0.001).epsilon(0.2));
}

TEST_CASE("parts that meet in the middle of a wave do not click") {
    if (test::lacks_ffmpeg()) return;
    Sounding s;
    const auto hum = s.made({}, "hum.wav", "-f lavfi -i 'sine=f=60:d=4' -ar 48000");
    auto plan = s.plan(hum, 0s, 1004ms);
    plan.parts.push_back(plan.parts[0]);
    plan.parts[1].range = {2012ms, 3s};
    plan.parts[1].at = 1004ms;
    clip::Sounds sounds(plan);
    float before = 0;
    while (const auto block = sounds.next())
        for (std::size_t n = 0; n < block->samples.size(); n += 2) {
            if (std::abs(block->samples[n] - before) > 0.01F) FAIL("a step near sample " << block->first_sample);
            before = block->samples[n];
        }
    CHECK(std::abs(before) < 0.001F);
}

TEST_CASE("the track and the side that were asked for are heard, and no other") {
    if (test::lacks_ffmpeg()) return;
    Sounding s;
    // Track 1: 400 Hz; track 2: 1 kHz on the left and 3 kHz on the right.
    const auto film =
        s.made({}, "film.mkv",
               "-f lavfi -i sine=f=400:d=3 -f lavfi -i sine=f=1000:d=3 -f lavfi -i sine=f=3000:d=3 "
               "-filter_complex '[1:a][2:a]join=inputs=2:channel_layout=stereo[b]' -map 0:a -map '[b]' -c:a flac");
    const auto pitch_of = [&](int track, media::SoundSide side) {
        auto plan = s.plan(film, 0s, 2s);
        plan.parts[0].sound_track = track;
        plan.parts[0].sound_side = side;
        const auto samples = test::samples_of(s.rendered(plan), {500ms, 1500ms}, 1);
        int crossings = 0;
        for (std::size_t n = 1; n < samples.size(); ++n) crossings += (samples[n] < 0) != (samples[n - 1] < 0);
        return crossings / 2;
    };
    CHECK(pitch_of(0, media::SoundSide::all) == Approx(400).margin(10));
    CHECK(pitch_of(1, media::SoundSide::left) == Approx(1000).margin(10));
    CHECK(pitch_of(1, media::SoundSide::right) == Approx(3000).margin(10));
    CHECK_THROWS_WITH(pitch_of(2, media::SoundSide::all), Catch::Contains("no sound track 3"));
    CHECK_THROWS_WITH(pitch_of(0, media::SoundSide::right), Catch::Contains("one channel"));
}

TEST_CASE("sound that starts late or ends early keeps its time, and a part without sound is silent") {
    if (test::lacks_ffmpeg()) return;
    Sounding s;
    const auto film =
        s.made({}, "late.mkv",
               "-f lavfi -i testsrc=d=4:s=64x36:r=25 -itsoffset 1.5 -f lavfi -i sine=f=500:d=1 -map 0:v -map 1:a "
               "-c:v ffv1 -c:a pcm_s16le");
    auto plan = s.plan(film, 0s, 4s);
    auto file = s.rendered(plan);
    CHECK(level(file, {0s, 1450ms}) < 1e-3);
    CHECK(level(file, {1550ms, 2450ms}) > 0.02);
    CHECK(level(file, {2550ms, 4s}) < 1e-3);
    plan.parts.push_back(plan.parts[0]);
    plan.parts[1].has_sound = false;
    plan.parts[1].at = 4s;
    plan.parts[1].range = {0s, 2s};
    file = s.rendered(plan);
    CHECK(level(file, {4100ms, 6s}) < 1e-3);
}

TEST_CASE("surround sound is mixed by the book: the centre counts, low-frequency effects do not") {
    if (test::lacks_ffmpeg()) return;
    Sounding s;
    const auto only = [&](const std::string& channel) {
        const auto file =
            s.made({}, channel + ".wav", "-f lavfi -i sine=f=500:d=1 -af 'pan=5.1|" + channel + "=c0' -ar 48000");
        return voice::level_of(test::samples_of(file, {200ms, 800ms}, 2));
    };
    CHECK(only("LFE") == 0);
    CHECK(only("FC") == Approx(only("FL")).epsilon(0.01));  // 3 dB down on each of two channels, against one
    CHECK(only("BL") == Approx(only("FL") * std::sqrt(0.5)).epsilon(0.01));
}

TEST_CASE("a dubbing track is played from where it belongs, and redactions hold in it") {
    if (test::lacks_ffmpeg()) return;
    Sounding s;
    auto plan = s.plan(s.recorded("film.wav", "-ar 48000"), 1s, 6s);
    plan.disguise = voice::Disguise::dub;
    plan.parts[0].dub = s.made({}, "dub.wav", "-f lavfi -i sine=f=700:d=3");
    plan.parts[0].dub_offset = 2s;
    plan.parts[0].redactions = {{{2s, 2500ms}, voice::Cover::silence}};
    const auto file = s.rendered(plan);
    CHECK(level(file, {0s, 950ms}) < 0.02);
    CHECK(level(file, {1050ms, 1950ms}) > 0.05);
    CHECK(level(file, {2050ms, 2450ms}) < 0.02);
    CHECK(level(file, {2550ms, 3900ms}) > 0.05);
    CHECK(level(file, {4050ms, 5s}) < 0.02);
}

TEST_CASE("a clip that is to be spoken anew and has no captions is an error that says what is missing") {
    Sounding s;
    auto plan = s.plan("nowhere.wav", 0s, 1s);
    plan.disguise = voice::Disguise::revoice;
    plan.language = "en";
    CHECK_THROWS_WITH(clip::Sounds(plan), Catch::Contains("transcript") && Catch::Contains("--language"));
}

TEST_CASE("only stretches that a cue gives to the interviewer or translator alone are spared") {
    const auto cue = [](Time in, Time out, const std::string& speaker) {
        captions::Cue c;
        c.range = {in, out};
        c.text = "...";
        c.speaker = speaker;
        return c;
    };
    const auto spared = clip::spared_stretches({
        {cue(0s, 4s, "subject"), cue(4s, 8s, "interviewer"), cue(8s, 12s, ""), cue(12s, 16s, "translator"),
         cue(20s, 24s, "Ahmad"), cue(30s, 30700ms, "interviewer")},
        {cue(13s, 14s, "subject")},
    });
    CHECK(spared == std::vector<Range>{{4250ms, 7750ms}, {12250ms, 12750ms}, {14250ms, 15750ms}});
    CHECK(clip::spared_stretches(std::vector<std::vector<captions::Cue>>{}).empty());
}

// Not among the usual ones: `test_sound "[hour]"`, several minutes.
TEST_CASE("after an hour sound and picture are within one frame of each other", "[.][hour]") {
    if (test::lacks_ffmpeg()) return;
    Sounding s;
    // A flash and a burst of noise together, ten seconds before the end of an hour.
    const auto film = s.made(
        {}, "hour.mkv",
        "-f lavfi -i \"color=black:s=64x36:r=10:d=3600,drawbox=color=white:t=fill:enable='between(t,3590,3590.199)'\" "
        "-f lavfi -i \"anoisesrc=d=3600:r=48000:a=0.5:s=3,volume=0:enable='not(between(t,3590,3590.2))'\" "
        "-c:v libx264 -preset ultrafast -c:a pcm_s16le");
    for (const auto disguise : {voice::Disguise::none, voice::Disguise::drawn}) {
        auto plan = s.plan(film, 0s, 3600s);
        plan.disguise = disguise;
        plan.voice_seed = 11;
        plan.levels = false;
        plan.channels = 1;
        plan.sample_rate = 16000;  // a third of the work
        plan.parts[0].has_picture = true;
        plan.parts[0].masks =
            std::make_shared<faces::Masks>(std::vector<faces::Track>{}, std::vector<faces::Gap>{}, std::vector<Time>{},
                                           std::vector{Range{0s, 3600s}}, faces::MaskOptions{});
        const auto file = s.rendered(plan);
        media::VideoReader reader(file, {.range = Range{3580s, 3600s}});
        media::Frame frame;
        Time flash{};
        while (reader.next(frame) && flash == Time::zero())
            if (frame.plane(0).data[0] > 128) flash = frame.pts();
        const auto samples = test::samples_of(file, {3580s, 3600s}, 1);
        std::size_t first = 0;
        while (first < samples.size() && std::abs(samples[first]) < 0.05F) ++first;
        const Time burst = 3580s + to_time(static_cast<std::int64_t>(first), {1, 48000});
        WARN(voice::to_string(disguise) << ": flash at " << format_time(flash) << ", sound "
                                        << (burst - flash).count() / 1000 << " microseconds after it");
        CHECK(std::abs((burst - flash).count()) < 40'000'000);
    }
}
