#include <cmath>
#include <cstring>
#include <fstream>

#include "core/error.h"
#include "media/reader.h"
#include "numbered_media.h"
#include "support/temporary_folder.h"

namespace fs = std::filesystem;
using namespace counterclip;
using namespace counterclip::media;
using namespace counterclip::test;
using namespace std::chrono_literals;

namespace {

constexpr int period = 30011;  // prime, so that a sample's value tells its place
std::int16_t value_at(std::int64_t n) {
    return static_cast<std::int16_t>(n % period);
}
float heard_at(std::int64_t n) {
    return static_cast<float>(value_at(n)) / 32768.0F;
}

// A plain WAV file, 16 bits, one channel.
fs::path write_wav(const fs::path& file, std::int64_t samples, std::uint32_t rate) {
    std::ofstream out(file, std::ios::binary);
    const auto put = [&](auto value) { out.write(reinterpret_cast<const char*>(&value), sizeof value); };
    const auto bytes = static_cast<std::uint32_t>(samples * 2);
    out << "RIFF";
    put(bytes + 36);
    out << "WAVEfmt ";
    put(std::uint32_t{16});
    put(std::uint16_t{1});
    put(std::uint16_t{1});
    put(rate);
    put(rate * 2);
    put(std::uint16_t{2});
    put(std::uint16_t{16});
    out << "data";
    put(bytes);
    for (std::int64_t n = 0; n < samples; ++n) put(value_at(n));
    return file;
}

double loudness(const std::vector<float>& samples, std::size_t from, std::size_t to) {
    double sum = 0;
    for (std::size_t i = from; i < to; ++i) sum += double(samples[i]) * samples[i];
    return std::sqrt(sum / double(to - from));
}

// Times the signal crosses zero upwards in a second of mono sound: its frequency.
int frequency(const std::vector<float>& samples, int rate) {
    int crossings = 0;
    for (std::size_t i = 1; i < static_cast<std::size_t>(rate); ++i) crossings += samples[i - 1] < 0 && samples[i] >= 0;
    return crossings;
}

}  // namespace

TEST_CASE("sound is read to the sample, whatever the range") {
    const TemporaryFolder folder;
    const auto file = write_wav(folder / "a.wav", 48000 * 2, 48000);
    REQUIRE(hear(file).size() == 96000);
    for (const auto& [in, out] :
         std::vector<std::pair<Time, Time>>{{0ms, 10ms}, {1ms, 333ms}, {777ms, 1999ms}, {1500ms, 2s}}) {
        const auto samples = hear(file, {.range = Range{in, out}});
        const auto first = to_pts(in, {1, 48000});
        REQUIRE(static_cast<std::int64_t>(samples.size()) == to_pts(out - in, {1, 48000}));
        for (std::size_t i = 0; i < samples.size(); ++i) {
            INFO("sample " << i);
            REQUIRE(samples[i] == heard_at(first + static_cast<std::int64_t>(i)));
        }
    }
}

TEST_CASE("where sound is missing there is silence, up to the end of the range") {
    const TemporaryFolder folder;
    const auto file = write_wav(folder / "a.wav", 48000, 48000);
    const auto samples = hear(file, {.range = Range{500ms, 2s}});
    REQUIRE(samples.size() == 72000);
    CHECK(samples[23999] == heard_at(47999));
    CHECK(loudness(samples, 24000, 72000) == 0);
    CHECK(hear(file, {.range = Range{5s, 5100ms}}) == std::vector<float>(4800, 0.0F));
}

TEST_CASE("a hole in the middle is filled and nothing moves") {
    const TemporaryFolder folder;
    write_wav(folder / "a.wav", 96000, 48000);
    // Drops what lies between 0.5 and 1 s, keeping the times of the rest.
    if (!ffmpeg(folder.path(), "-i a.wav -af \"aselect='not(between(t,0.5,0.999))'\" -c:a pcm_s16le hole.mkv")) return;
    const auto samples = hear(folder / "hole.mkv");
    REQUIRE(samples.size() == 96000);
    for (const std::size_t n : {0U, 12000U, 72000U, 95999U})
        CHECK(samples[n] == Approx(heard_at(static_cast<std::int64_t>(n))).margin(0.002));  // Matroska rounds to 1 ms
    CHECK(loudness(samples, 26000, 46000) == 0);
}

TEST_CASE("sound that starts late is preceded by silence") {
    const TemporaryFolder folder;
    record(folder / "a.mp4", {.sound = false});
    write_wav(folder / "a.wav", 48000, 48000);
    if (!ffmpeg(folder.path(), "-i a.mp4 -itsoffset 0.5 -i a.wav -c:v copy -c:a pcm_s16le a.mov")) return;
    const auto samples = hear(folder / "a.mov");
    REQUIRE(samples.size() == 72000);
    CHECK(loudness(samples, 0, 24000) == 0);
    CHECK(samples[24000 + 1234] == heard_at(1234));
    const auto part = hear(folder / "a.mov", {.range = Range{250ms, 750ms}});
    CHECK(loudness(part, 0, 12000) == 0);
    CHECK(part[12000 + 1234] == heard_at(1234));
}

TEST_CASE("a range of coded sound is the same stretch as in the whole file") {
    const TemporaryFolder folder;
    record(folder / "a.mp4");
    record(folder / "a.webm", {.container = Container::webm});
    for (const char* name : {"a.mp4", "a.webm"}) {
        const auto all = hear(folder / name);
        const auto part = hear(folder / name, {.range = Range{700ms, 1300ms}});
        REQUIRE(part.size() == 2 * 28800);
        double worst = 0;
        // Matroska's times are whole milliseconds: the stretch may lie up to 48 samples off.
        int best_shift = 0;
        double best = 1e9;
        for (int shift = -48; shift <= 48; ++shift) {
            worst = 0;
            for (std::size_t i = 100; i < 40000; ++i)
                worst =
                    std::max(worst, std::abs(double(part[i]) - all[static_cast<std::size_t>(2 * (33600 + shift)) + i]));
            if (worst < best) best = worst, best_shift = shift;
        }
        INFO(name);
        CHECK(best < 0.01);
        if (std::string(name) == "a.mp4") CHECK(best_shift == 0);
    }
}

TEST_CASE("sound is resampled and mixed as asked, without changing its length") {
    const TemporaryFolder folder;
    const auto file = record(folder / "a.mp4", {.frames = 50});
    const auto mono = hear(file, {.sample_rate = 16000, .channels = 1});
    CHECK(static_cast<double>(mono.size()) == Approx(32000).margin(400));
    CHECK(frequency(mono, 16000) == Approx(440).margin(2));
    CHECK(loudness(mono, 8000, 16000) == Approx(0.3 / std::sqrt(2)).margin(0.01));
    const auto stereo = hear(file, {.range = Range{500ms, 1500ms}, .sample_rate = 44100, .channels = 2});
    CHECK(stereo.size() == 88200);
}

TEST_CASE("one sound track of several is chosen, and many channels become two without clipping") {
    const TemporaryFolder folder;
    if (!ffmpeg(folder.path(),
                "-f lavfi -i sine=f=300:d=1 -f lavfi -i sine=f=900:d=1 -map 0 -map 1 -c:a pcm_s16le -ar 48000 two.mkv"))
        return;
    CHECK(frequency(hear(folder / "two.mkv", {.track = 0}), 48000) == Approx(300).margin(2));
    CHECK(frequency(hear(folder / "two.mkv", {.track = 1}), 48000) == Approx(900).margin(2));
    CHECK_THROWS_WITH(AudioReader(folder / "two.mkv", {.track = 2}), Catch::Contains("two.mkv"));

    ffmpeg(folder.path(), "-f lavfi -i aevalsrc='0.99|0.99|0.99|0.99|0.99|0.99:c=5.1:d=0.2' -c:a pcm_s16le six.mkv");
    AudioReader reader(folder / "six.mkv");
    CHECK(reader.channels() == 2);
    AudioBlock block;
    REQUIRE(reader.next(block));
    CHECK(*std::max_element(block.samples.begin(), block.samples.end()) <= 1.0F);
}

TEST_CASE("a recording without sound is refused by name") {
    const TemporaryFolder folder;
    const auto file = record(folder / "mute.mp4", {.frames = 2, .sound = false});
    CHECK_THROWS_WITH(AudioReader(file), Catch::Contains("mute.mp4") && Catch::Contains("no sound"));
}
