// Voices that are drawn, spoken anew, or gone; and the ear that finds one voice in another sound.
#include <cmath>
#include <numbers>
#include <set>

#include "core/error.h"
#include "media/resample.h"
#include "voice/drawn.h"
#include "voice/likeness.h"
#include "voice/replay.h"
#include "voice/room_tone.h"
#include "voice/speech.h"
#include "voice/treatment.h"

using namespace counterclip;
using namespace counterclip::voice;
using namespace std::chrono_literals;
using media::AudioBlock;

namespace {

constexpr int rate = Likeness::sample_rate;

std::vector<float> english(const std::string& text) {
    const Speaker speaker({}, "en");
    return media::resampled(speaker.say(text, 1), speaker.sample_rate(), rate);
}

const std::string words =
    "I was nineteen years old when they came to our village, and nobody told us where we would be taken. We walked for "
    "three days.";

std::vector<float> heard(const Treatment& treatment, const std::vector<float>& samples) {
    Treater treater(treatment, rate, 1);
    std::vector<float> out;
    const auto take = [&](const std::vector<AudioBlock>& blocks) {
        for (const auto& block : blocks) out.insert(out.end(), block.samples.begin(), block.samples.end());
    };
    for (std::size_t at = 0; at < samples.size(); at += 1024) {
        AudioBlock block{static_cast<std::int64_t>(at), 1, rate, {}};
        block.samples.assign(samples.begin() + static_cast<std::ptrdiff_t>(at),
                             samples.begin() + static_cast<std::ptrdiff_t>(std::min(samples.size(), at + 1024)));
        take(treater.apply(std::move(block)));
    }
    take(treater.finish());
    return out;
}

// The most that any window of half a second is like the same one of the other.
double most_alike(const std::vector<float>& a, const std::vector<float>& b) {
    const Likeness likeness;
    double most = 0;
    const std::size_t window = Likeness::longest;
    for (std::size_t at = 0; at + window <= std::min(a.size(), b.size()); at += window / 2)
        most = std::max(most, likeness.of(std::span(a).subspan(at, window), std::span(b).subspan(at, window)).found);
    return most;
}

AudioBlock empty_block(std::int64_t first, std::int64_t frames, int channels = 1) {
    return {first, channels, rate, std::vector<float>(static_cast<std::size_t>(frames * channels))};
}

}  // namespace

TEST_CASE("a voice is found in another sound although it is quiet, turned over, late or under another voice") {
    const auto voice = english(words);
    const Likeness likeness;
    const std::size_t window = Likeness::longest;
    const auto a = std::span(voice).subspan(16000, window);
    std::vector<float> other(window);
    for (std::size_t n = 0; n < window; ++n) other[n] = -0.05F * voice[16000 + n - 500];
    const auto late = likeness.of(a, other);
    CAPTURE(late.found, late.chance);
    CHECK(late.is_like(0.12));

    const Speaker stranger("en+f3", "");
    const auto over = media::resampled(stranger.say("The harvest of that year was the best anyone could remember.", 1),
                                       stranger.sample_rate(), rate);
    for (std::size_t n = 0; n < window; ++n) other[n] = over[8000 + n] + 0.1F * voice[16000 + n];
    CHECK(likeness.of(a, other).is_like(0.12));
    const auto strangers = likeness.of(a, std::span(over).subspan(8000, window));
    CAPTURE(strangers.found, strangers.chance);
    CHECK_FALSE(strangers.is_like(0.12));
    CHECK(likeness.of(a, std::vector<float>(window)).found == 0);
}

TEST_CASE("a drawn disguise is another one for every clip, keeps its time, and lets no half second through") {
    const auto voice = english(words);
    std::set<long> pitches;
    for (const std::int64_t seed : {1, 77, 123456789}) {
        const auto out = heard({.disguise = Disguise::drawn, .seed = seed}, voice);
        REQUIRE(out.size() == voice.size());
        CHECK(most_alike(voice, out) < 0.25);  // half of what counts as a voice left as it was
        CHECK(level_of(out) > 0.3 * level_of(voice));
        const Drawn drawn(seed);
        pitches.insert(std::lround(1000 * drawn.at(0).pitch));
        // No constant: what it is now is not what it is in a second or two.
        CHECK(std::abs(drawn.at(0).pitch / drawn.at(1.2).pitch - 1) +
                  std::abs(drawn.at(0).pitch / drawn.at(2.9).pitch - 1) >
              0.002);
        CHECK(std::abs(12 * std::log2(drawn.at(4).pitch)) > 2);
    }
    CHECK(pitches.size() == 3);
    CHECK(most_alike(voice, heard({.disguise = Disguise::deeper}, voice)) < 0.2);
    CHECK(most_alike(voice, voice) > 0.9);
    CHECK_THROWS_WITH(Treater({.disguise = Disguise::drawn}, rate, 1), Catch::Contains("drawn"));
}

TEST_CASE("a drawn disguise does not drift away from the picture") {
    // A burst of noise a second before the end of two minutes, and nothing else.
    std::vector<float> sound(static_cast<std::size_t>(rate) * 120);
    std::uint32_t random = 1;
    const std::size_t first = sound.size() - rate;
    for (std::size_t n = first; n < first + rate / 20; ++n) {
        random = random * 1664525U + 1013904223U;
        sound[n] = static_cast<float>(random >> 8U) / 0x1p24F - 0.5F;
    }
    const auto out = heard({.disguise = Disguise::drawn, .seed = 5}, sound);
    REQUIRE(out.size() == sound.size());
    double moment = 0, energy = 0;
    for (std::size_t n = 0; n < out.size(); ++n) {
        const double e = double(out[n]) * out[n];
        moment += e * double(n);
        energy += e;
    }
    CAPTURE(moment / energy - (double(first) + rate / 40.0));
    CHECK(std::abs(moment / energy - (double(first) + rate / 40.0)) < rate * 0.010);
}

TEST_CASE("where somebody else speaks the recording is heard, and redactions hold there too") {
    const auto voice = english(words);
    const std::vector<Redaction> redacted{{{1500ms, 1700ms}, Cover::silence}};
    for (const Disguise disguise : {Disguise::drawn, Disguise::silence}) {
        const auto out = heard({.disguise = disguise, .seed = 9, .redactions = redacted, .spared = {{1s, 2s}}}, voice);
        REQUIRE(out.size() == voice.size());
        for (std::size_t n = rate * 11 / 10; n < rate * 14 / 10; ++n)
            if (out[n] != voice[n]) FAIL("sample " << n);
        for (std::size_t n = rate * 15 / 10; n < rate * 17 / 10; ++n)
            if (out[n] != 0) FAIL("sample " << n << " of the redaction");
        const Likeness likeness;
        CHECK_FALSE(
            likeness.of(std::span(voice).subspan(rate * 21 / 10, 8192), std::span(out).subspan(rate * 21 / 10, 8192))
                .is_like(0.12));
    }
}

TEST_CASE("the tone of a room is quiet, never quite nothing, and always the same") {
    auto block = empty_block(0, rate, 2);
    RoomTone(rate, 2).add_to(block);
    CHECK(level_of(block.samples) == Approx(0.001).epsilon(0.15));
    auto again = empty_block(0, rate, 2);
    RoomTone(rate, 2).add_to(again);
    CHECK(again.samples == block.samples);
}

TEST_CASE("a caption is spoken from its very time on, in many languages, and never into the next one") {
    const std::vector<std::pair<std::string, std::vector<std::string>>> said{
        {"en",
         {"They came in the night.", "Nobody told us where we would be taken, and nobody asked.", "I was nineteen."}},
        {"ar", {"جاؤوا في الليل.", "لم يخبرنا أحد إلى أين سنؤخذ.", "كان عمري تسعة عشر عاما."}},
        {"ru", {"Они пришли ночью.", "Никто не сказал нам, куда нас повезут.", "Мне было девятнадцать."}},
        {"bs", {"Došli su noću.", "Niko nam nije rekao kuda nas vode.", "Imao sam devetnaest godina."}},
        {"sq", {"Erdhën natën.", "Askush nuk na tha ku do të na çonin.", "Isha nëntëmbëdhjetë vjeç."}},
    };
    double latest = 0;
    for (const auto& [language, texts] : said) {
        std::vector<Line> lines;
        for (std::size_t n = 0; n < texts.size(); ++n)
            lines.push_back({{1s + n * 2500ms, 2500ms + n * 2500ms}, texts[n]});
        Speech speech(lines, {}, language, 9s, rate);
        std::vector<float> sound;
        while (sound.size() < 9 * rate) {
            auto block = empty_block(static_cast<std::int64_t>(sound.size()), 1000);
            speech.add_to(block);
            sound.insert(sound.end(), block.samples.begin(), block.samples.end());
        }
        for (std::size_t n = 0; n < lines.size(); ++n) {
            const auto begin = static_cast<std::size_t>(to_pts(lines[n].range.in, {1, rate}));
            std::size_t first = begin;
            float loudest = 0;
            for (std::size_t k = begin; k < begin + 2 * rate; ++k) loudest = std::max(loudest, std::abs(sound[k]));
            while (std::abs(sound[first]) < loudest * 0.03F) ++first;
            latest = std::max(latest, double(first - begin) / rate);
            CHECK(loudest > 0.05F);
            // The pause before it is silent: the one before has ended.
            for (std::size_t k = begin - rate / 50; k < begin; ++k) CHECK(sound[k] == 0);
        }
    }
    INFO("latest start: " << latest * 1000 << " ms after its caption");
    CHECK(latest < 0.050);
}

TEST_CASE("a caption that is too long for its time is spoken faster, squeezed into it, and remarked on") {
    const std::string story = words + " " + words;
    Speech speech({{{1s, 2s}, story}, {{4s, 5s}, "And then?"}}, {}, "en", 6s, rate);
    auto block = empty_block(0, 6 * rate);
    speech.add_to(block);
    REQUIRE(speech.remarks().size() == 1);
    CHECK_THAT(speech.remarks()[0], Catch::Contains("0:00:01.000") && !Catch::Contains("village"));
    CHECK(level_of(std::span(block.samples).subspan(rate, 2 * rate)) > 0.01);
    CHECK(level_of(std::span(block.samples).subspan(4 * rate - rate / 50, rate / 50)) == 0);
    CHECK(level_of(std::span(block.samples).subspan(4 * rate, rate / 2)) > 0.01);
}

TEST_CASE("a voice that espeak-ng does not have is an error that says how to find one") {
    CHECK_THROWS_WITH(Speaker("nobody", "en"), Catch::Contains("'nobody'") && Catch::Contains("en-us"));
    CHECK_THROWS_WITH(Speaker("", "tlh-none"), Catch::Contains("tlh-none") && Catch::Contains("--voice"));
    CHECK(Speaker("", "ar-SY").say("سلام", 1).size() > 1000);
    CHECK(Speaker("", "en").say("... [ ]", 1).empty());
}

TEST_CASE(
    "a recording played seconds later, slower or at another pitch is told from somebody who reads the same words") {
    const auto recording = english(words);
    const auto contour = contour_of(recording);
    const auto piece_of = [](const Contour& of) { return std::span(of.frames).subspan(40, 160); };
    const auto found = [&](const std::vector<float>& sound) {
        const auto heard = contour_of(sound);
        const auto piece = piece_of(heard);
        const auto replay = replay_of(piece, contour.frames);
        UNSCOPED_INFO(replay.found << " at " << replay.at << " x " << replay.speed);
        if (std::getenv("COUNTERCLIP_SHOW_FIGURES")) WARN(replay.found << " at " << replay.at << " x " << replay.speed);
        return replay.found;
    };
    // Later, and under a hiss; resampled by 3 % and 8 % either way; higher without being faster.
    std::vector<float> late(recording.size());
    for (std::size_t n = 12000; n < late.size(); ++n)
        late[n] = 0.3F * recording[n - 12000] + 0.002F * static_cast<float>(n * 7919 % 101 - 50.0) / 50;
    CHECK(found(late) > 0.9);
    for (const int to : {15520, 16480, 14720, 17280}) CHECK(found(media::resampled(recording, rate, to)) > 0.85);

    // Other voices that say the same, or something else, in this language or another.
    for (const std::string voice : {"en+f3", "en-us", "en+m7", "en-gb-scotland"}) {
        const Speaker other(voice, "");
        CAPTURE(voice);
        CHECK(found(media::resampled(other.say(words, 1), other.sample_rate(), rate)) < 0.8);
        CHECK(found(media::resampled(other.say("The harvest of that year was the best that anyone in the valley could "
                                               "remember, and the whole street came to the house to celebrate it.",
                                               1),
                                     other.sample_rate(), rate)) < 0.7);
    }
    const Speaker german("de", "");
    CHECK(
        found(media::resampled(german.say("Ich war neunzehn Jahre alt, als sie in unser Dorf kamen, und niemand sagte "
                                          "uns, wohin man uns bringen würde. Wir liefen drei Tage.",
                                          1),
                               german.sample_rate(), rate)) < 0.7);
    CHECK(found(std::vector<float>(recording.size())) == 0);
}

namespace {

// Four seconds of what machines and rooms sound like, by name.
std::vector<std::pair<std::string, std::vector<float>>> steady_sounds() {
    std::uint32_t random = 1;
    const auto noise = [&] {
        random = random * 1664525U + 1013904223U;
        return static_cast<float>(random >> 8U) / 0x1p24F - 0.5F;
    };
    const std::size_t length = 4 * rate;
    std::vector<float> tone(length), hum(length), hiss(length), fan(length), begun(length);
    float low = 0;
    for (std::size_t n = 0; n < length; ++n) {
        const auto turn = static_cast<float>(2 * std::numbers::pi * static_cast<double>(n) / rate);
        tone[n] = 0.3F * std::sin(440 * turn);
        for (int k = 1; k < 12; ++k)
            hum[n] += 0.1F / static_cast<float>(k) * std::sin(50 * static_cast<float>(k) * turn);
        hiss[n] = 0.3F * noise();
        low = 0.98F * low + 0.1F * noise();
        fan[n] = low * (1 + 0.3F * std::sin(6 * turn));
        if (n > length / 2) begun[n] = tone[n];
    }
    return {{"a tone", tone}, {"a hum", hum}, {"a hiss", hiss}, {"a fan", fan}, {"a tone that begins", begun}};
}

}  // namespace

TEST_CASE("steady sounds are not taken for each other's replay, however long they are") {
    for (const auto& [of, sound] : steady_sounds())
        for (const auto& [in, other] : steady_sounds()) {
            const auto contour = contour_of(other);
            for (const std::size_t frames : {80U, 120U, 155U}) {
                const auto piece = contour_of(sound);
                CAPTURE(of, in, frames);
                CHECK(replay_of(std::span(piece.frames).first(frames), contour.frames).found == 0);
            }
        }
}

TEST_CASE("two seconds of speech, in quiet or in noise, are told from others' and found when they are played again") {
    const auto recording = english(words);
    const auto contour = contour_of(recording);
    const auto most_in = [&](const std::vector<float>& sound) {
        const auto heard = contour_of(sound);
        double most = 0;
        for (std::size_t at = 60; at + 80 <= heard.frames.size(); at += 40)
            most = std::max(most, replay_of(std::span(heard.frames).subspan(at, 80), contour.frames).found);
        return most;
    };
    const auto least_in = [&](const std::vector<float>& sound) {
        const auto heard = contour_of(sound);
        double least = 1;
        for (std::size_t at = 60; at + 80 <= std::min<std::size_t>(heard.frames.size(), 240); at += 40)
            least = std::min(least, replay_of(std::span(heard.frames).subspan(at, 80), contour.frames).found);
        return least;
    };
    auto noisy = recording;
    for (std::size_t n = 0; n < noisy.size(); ++n) noisy[n] += 0.005F * (static_cast<float>(n * 7919 % 101) - 50) / 50;
    CHECK(least_in(noisy) > 0.86);
    for (const int to : {15520, 16480, 14720}) CHECK(least_in(media::resampled(recording, rate, to)) > 0.86);
    for (const std::string voice : {"en", "en+f3", "en-us"}) {
        const Speaker other(voice, "");
        CHECK(
            most_in(media::resampled(other.say("The harvest of that year was the best that anyone in the valley could "
                                               "remember, and the whole street came to the house.",
                                               1),
                                     other.sample_rate(), rate)) < 0.6);
    }
}
