// What was taken out of the sound must be found when it is not gone, in whichever channel it hides.
#include "clip/heard.h"

#include <fmt/format.h>

#include "clip/rehearsal.h"
#include "clip/sounding.h"
#include "clip/verify.h"
#include "media/loudness.h"
#include "voice/likeness.h"

using namespace counterclip;
using namespace std::chrono_literals;
using test::Sounding;

namespace {

clip::Heard heard(const clip::Plan& plan, const std::filesystem::path& file) {
    Progress silent;
    return clip::listen(plan, file, silent);
}

captions::Cue cue(Time in, Time out, const std::string& text) {
    captions::Cue c;
    c.range = {in, out};
    c.text = text;
    return c;
}

// Takes the voice out in one of three ways.
clip::Plan without_voice(const Sounding& s, const std::filesystem::path& file, voice::Disguise way) {
    auto plan = s.plan(file, 1s, 7s);
    plan.disguise = way;
    plan.language = "en";
    plan.said = {cue(500ms, 3s, "They took all of us away."), cue(3500ms, 6s, "We were on the road for days.")};
    if (way == voice::Disguise::dub)
        plan.parts[0].dub = s.made({}, "dub.wav", "-f lavfi -i 'anoisesrc=d=9:a=0.2:c=brown:s=4' -ar 44100");
    return plan;
}

void require_every_leak_found(voice::Disguise way) {
    Sounding s;
    const auto film = s.recorded("film.wav", "-af 'pan=stereo|c0=c0|c1=0.6*c0' -ar 48000");
    // The clip's stretch of the recording, beside what was rendered.
    const std::string leak = "[1:a]atrim=1:7,asetpts=PTS-STARTPTS,aresample=48000,aformat=channel_layouts=stereo";
    const auto plan = without_voice(s, film, way);
    const auto file = s.rendered(plan);
    const auto good = heard(plan, file);
    CAPTURE(good.most_alike, good.at.count(), good.windows);
    CHECK(good.left.empty());
    CHECK(good.windows > 20);
    const std::vector<std::pair<std::string, std::string>> spoilt{
        {"the original in its place", leak + "[o]"},
        {"one channel only, 20 dB down", leak + ",pan=stereo|c0=0*c0|c1=0.1*c0[l];[0:a][l]amix=2:normalize=0[o]"},
        {"turned over and late", leak + ",volume=-0.2,adelay=90:all=1[l];[0:a][l]amix=2:normalize=0[o]"},
        {"in what sets the channels apart", leak + ",pan=stereo|c0=0.1*c0|c1=-0.1*c0[l];[0:a][l]amix=2:normalize=0[o]"},
        {"for half a second", leak + ",volume=0.3,volume=0:enable=not(between(t\\,2\\,2.5))[l];"
                                     "[0:a][l]amix=2:normalize=0[o]"},
    };
    for (const auto& [how, filter] : spoilt) {
        const auto bad = heard(plan, s.made({file, film}, "spoilt.mp4",
                                            fmt::format("-filter_complex '{}' -map 0:v -map '[o]' -c:v copy", filter)));
        CAPTURE(how, bad.most_alike);
        CHECK_FALSE(bad.left.empty());
    }
    const auto second =
        heard(plan, s.made({file, film}, "two.mp4",
                           "-map 0:v -map 0:a -map 1:a -c:v copy -filter:a:1 atrim=1:7,asetpts=PTS-STARTPTS"));
    REQUIRE_FALSE(second.left.empty());
    CHECK_THAT(second.left.front(), Catch::Contains("track 2"));
}

}  // namespace

TEST_CASE("where room tone stands for the voice nothing of it is found, and every way of leaving it in is") {
    if (test::lacks_ffmpeg()) return;
    require_every_leak_found(voice::Disguise::silence);
}

TEST_CASE("where a machine speaks instead of the voice nothing of it is found, and every way of leaving it in is") {
    if (test::lacks_ffmpeg()) return;
    require_every_leak_found(voice::Disguise::revoice);
}

TEST_CASE("where a dub stands for the voice nothing of it is found, and every way of leaving it in is") {
    if (test::lacks_ffmpeg()) return;
    require_every_leak_found(voice::Disguise::dub);
}

TEST_CASE("a dub that is the recording is found when it comes late, early, or at another speed or pitch") {
    if (test::lacks_ffmpeg()) return;
    Sounding s;
    const auto film = s.recorded("film.wav", "-ar 48000");
    auto plan = without_voice(s, film, voice::Disguise::dub);
    const std::vector<std::pair<std::string, std::string>> spoilt{
        {"late", "adelay=1300:all=1"},
        {"early", "atrim=0.9,asetpts=PTS-STARTPTS"},
        {"slower and lower", "asetrate=46560,aresample=48000"},
        {"faster and higher", "asetrate=50880,aresample=48000"},
        {"faster, at its pitch, and late", "atempo=1.04,adelay=700:all=1"},
        {"higher, at its speed", "rubberband=pitch=1.03"},
    };
    for (const auto& [how, filter] : spoilt) {
        plan.parts[0].dub = s.made({film}, "dub.wav", "-af '" + filter + "'");
        const auto bad = heard(plan, s.rendered(plan));
        CAPTURE(how, bad.most_alike);
        REQUIRE_FALSE(bad.left.empty());
        CHECK(std::ranges::any_of(bad.left, [](const auto& line) { return line.find("played again") != line.npos; }));
    }
}

TEST_CASE("a disguised voice is not the recording's, and one window that is as it was is found") {
    if (test::lacks_ffmpeg()) return;
    Sounding s;
    const auto film = s.recorded("film.wav", "-ar 44100");
    auto plan = s.plan(film, 0s, 6s);
    for (const auto way : {voice::Disguise::drawn, voice::Disguise::deeper, voice::Disguise::higher}) {
        plan.disguise = way;
        plan.voice_seed = 4711;
        const auto file = s.rendered(plan);
        const auto good = heard(plan, file);
        CAPTURE(voice::to_string(way), good.most_alike);
        CHECK(good.left.empty());
        CHECK(good.most_alike < 0.4);
        const auto bad = heard(
            plan, s.made({file, film}, "spoilt.mp4",
                         "-filter_complex \"[1:a]aresample=48000,aformat=channel_layouts=stereo,volume=0:enable='not("
                         "between(t,2,3))'[l];[0:a]volume=0:enable='between(t,2,3)'[d];[d][l]amix=2:normalize=0[o]\" "
                         "-map 0:v -map '[o]' -c:v copy"));
        REQUIRE_FALSE(bad.left.empty());
        CHECK(bad.most_alike > 0.7);
        CHECK_THAT(bad.left.front(), Catch::Contains("0:00:0"));
    }
}

TEST_CASE("a redacted stretch holds silence or the tone, and else it is found") {
    if (test::lacks_ffmpeg()) return;
    Sounding s;
    const auto film = s.recorded("film.wav", "-af 'pan=stereo|c0=c0|c1=c0' -ar 48000");
    for (const auto cover : {voice::Cover::silence, voice::Cover::bleep}) {
        auto plan = s.plan(film, 0s, 5s);
        plan.parts[0].redactions = {{{1200ms, 1900ms}, cover}, {{3s, 3150ms}, cover}};
        const auto file = s.rendered(plan);
        const auto good = heard(plan, file);
        CAPTURE(static_cast<int>(cover), good.most_alike, good.left);
        CHECK(good.left.empty());
        CHECK(good.windows > 0);
        for (const std::string leak : {"pan=stereo|c0=c0|c1=0*c0", "volume=-0.3,pan=stereo|c0=0*c0|c1=c0"}) {
            const auto bad =
                heard(plan, s.made({file, film}, "spoilt.mp4",
                                   "-filter_complex '[1:a]" + leak +
                                       "[l];[0:a][l]amix=2:normalize=0[o]' -map 0:v -map '[o]' -c:v copy"));
            CHECK(bad.left.size() >= 2);
        }
        // Somebody else's words where nothing was to be heard.
        const auto other = heard(plan, s.made({file}, "noise.mp4",
                                              "-filter_complex 'anoisesrc=d=5:a=0.1[n];[0:a][n]amix=2:normalize=0[o]' "
                                              "-map 0:v -map '[o]' -c:v copy"));
        CHECK_FALSE(other.left.empty());
    }
}

TEST_CASE("where others are spared their sound is left aside, and the subject's is not") {
    if (test::lacks_ffmpeg()) return;
    Sounding s;
    const auto film = s.recorded("film.wav", "-ar 48000");
    auto plan = s.plan(film, 0s, 6s);
    plan.disguise = voice::Disguise::silence;
    plan.parts[0].spared = {{2s, 4s}};
    const auto file = s.rendered(plan);
    CHECK(heard(plan, file).left.empty());
    const auto as_it_was = test::samples_of(film, {2500ms, 3500ms}, 1, 16000);
    const auto played = test::samples_of(file, {2500ms, 3500ms}, 1, 16000);
    CHECK(voice::Likeness().of(std::span(as_it_was).first(8192), std::span(played).first(8192)).found > 0.5);
    plan.parts[0].spared = {{2s, 3s}};
    CHECK_FALSE(heard(plan, file).left.empty());
}

TEST_CASE("a render whose sound was put back is refused by the gate, with the stretch named") {
    if (test::lacks_ffmpeg()) return;
    test::Rehearsal r;
    r.store_true_faces();
    auto clip = r.cut("C", 400ms, 2s);
    clip.treatments.disguise = voice::Disguise::silence;
    r.archive.change_clip(clip, "amina");
    const auto plan = clip::make_plan(r.archive, "C");
    Progress silent;
    const auto file = r.outside("clip.mp4");
    clip::render(plan, file, silent);
    CHECK(clip::verify(plan, file, test::detectors(), silent).facts.sound_left == std::vector<std::string>{});
    const auto spoilt = r.outside("spoilt.mp4");
    REQUIRE(
        std::system(fmt::format("ffmpeg -v error -y -i '{}' -ss 0.4 -t 1.6 -i '{}' -map 0:v -map 1:a -c:v copy '{}'",
                                file.string(), r.film.string(), spoilt.string())
                        .c_str()) == 0);
    const auto v = clip::verify(plan, spoilt, test::detectors(), silent);
    REQUIRE(v.facts.sound_left);
    REQUIRE_FALSE(v.facts.sound_left->empty());
    CHECK_THAT(v.facts.sound_left->front(), Catch::Contains("the recording is still heard"));
    CHECK_FALSE(v.problems.empty());
}
