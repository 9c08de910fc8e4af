#include "puppet/speech.h"

#include <unistd.h>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <numbers>

#include "core/staged_file.h"
#include "puppet/command.h"

namespace counterclip::puppet {
namespace {

namespace fs = std::filesystem;

std::uint32_t little(std::string_view bytes, std::size_t at, std::size_t count) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < count; ++i)
        value |= std::uint32_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
    return value;
}

// The WAV files of espeak-ng: one channel of 16 bits. Nothing when it is anything else.
std::optional<Speech> from_wav(std::string_view bytes) {
    constexpr std::size_t header = 12, chunk_header = 8;
    if (bytes.size() < header || bytes.substr(0, 4) != "RIFF") return std::nullopt;
    Speech speech;
    for (std::size_t at = header; at + chunk_header <= bytes.size();) {
        const auto name = bytes.substr(at, 4);
        const std::size_t body = at + chunk_header,
                          size = std::min<std::size_t>(little(bytes, at + 4, 4), bytes.size() - body);
        if (name == "fmt " && size >= 16) {
            if (little(bytes, body + 2, 2) != 1 || little(bytes, body + 14, 2) != 16) return std::nullopt;
            speech.sample_rate = static_cast<int>(little(bytes, body + 4, 4));
        } else if (name == "data") {
            for (std::size_t i = 0; i + 1 < size; i += 2) {
                speech.samples.push_back(float(static_cast<std::int16_t>(little(bytes, body + i, 2))) / 32768.0F);
            }
        }
        at = body + size + size % 2;
    }
    if (speech.sample_rate <= 0 || speech.samples.empty()) return std::nullopt;
    return speech;
}

std::optional<Speech> by_espeak(const std::string& text) {
    std::string folder = (fs::temp_directory_path() / "counterclip-puppet-XXXXXX").string();
    if (!mkdtemp(folder.data())) return std::nullopt;
    const fs::path wav = fs::path(folder) / "speech.wav";
    std::optional<Speech> speech;
    if (run({"espeak-ng", "-v", "en", "-s", "150", "-w", wav.string(), text})) speech = from_wav(read_whole(wav));
    fs::remove_all(folder);
    return speech;
}

// At twice the rate, as recordings have it.
Speech doubled(const Speech& speech) {
    Speech out{2 * speech.sample_rate, {}};
    out.samples.reserve(2 * speech.samples.size());
    for (std::size_t i = 0; i < speech.samples.size(); ++i) {
        const float now = speech.samples[i], next = i + 1 < speech.samples.size() ? speech.samples[i + 1] : 0;
        out.samples.insert(out.samples.end(), {now, (now + next) / 2});
    }
    return out;
}

// Where espeak-ng is missing: syllables of a low tone.
Speech hummed(const std::string& text) {
    Speech speech{22050, {}};
    const double syllable = 0.2, length = std::max(1.0, double(text.size()) / 15);
    for (int i = 0; i < int(length * speech.sample_rate); ++i) {
        const double t = double(i) / speech.sample_rate, within = std::fmod(t, syllable) / syllable;
        speech.samples.push_back(float(0.3 * std::pow(std::sin(std::numbers::pi * within), 2) *
                                       std::sin(2 * std::numbers::pi * (140 + 20 * std::sin(3 * t)) * t)));
    }
    return speech;
}

}  // namespace

Speech spoken(const std::string& text, Time duration) {
    const auto said = by_espeak(text);
    const Speech once = doubled(said ? *said : hummed(text));
    Speech speech{once.sample_rate, {}};
    const auto length = static_cast<std::size_t>(to_pts(duration, {1, once.sample_rate}));
    const auto pause = static_cast<std::size_t>(once.sample_rate) * 3 / 5;
    speech.samples.resize(pause / 2);
    while (speech.samples.size() < length) {
        speech.samples.insert(speech.samples.end(), once.samples.begin(), once.samples.end());
        speech.samples.resize(speech.samples.size() + pause);
    }
    speech.samples.resize(length);
    return speech;
}

double loudness(const Speech& speech, Time t) {
    // The loudest 40 ms around now: lips move a little before the sound.
    const auto reach = speech.sample_rate / 40;
    const auto middle = to_pts(t, {1, speech.sample_rate});
    double sum = 0;
    for (auto i = middle - reach; i < middle + reach; ++i) {
        if (i < 0 || i >= static_cast<std::int64_t>(speech.samples.size())) continue;
        const double s = speech.samples[static_cast<std::size_t>(i)];
        sum += s * s;
    }
    return std::min(1.0, 4.5 * std::sqrt(sum / (2.0 * reach)));
}

}  // namespace counterclip::puppet
