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
    Speech out{.sample_rate = 2 * speech.sample_rate};
    out.samples.reserve(2 * speech.samples.size());
    for (std::size_t i = 0; i < speech.samples.size(); ++i) {
        const float now = speech.samples[i], next = i + 1 < speech.samples.size() ? speech.samples[i + 1] : 0;
        out.samples.insert(out.samples.end(), {now, (now + next) / 2});
    }
    return out;
}

// Where espeak-ng is missing: syllables of a low tone.
Speech hummed(const std::string& text) {
    Speech speech{.sample_rate = 22050};
    const double syllable = 0.2, length = std::max(1.0, double(text.size()) / 15);
    for (int i = 0; i < int(length * speech.sample_rate); ++i) {
        const double t = double(i) / speech.sample_rate, within = std::fmod(t, syllable) / syllable;
        speech.samples.push_back(float(0.3 * std::pow(std::sin(std::numbers::pi * within), 2) *
                                       std::sin(2 * std::numbers::pi * (140 + 20 * std::sin(3 * t)) * t)));
    }
    return speech;
}

}  // namespace

std::vector<std::string> sentences(const std::string& text) {
    std::vector<std::string> all(1);
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool ends = at > 0 && text[at] == ' ' && std::string_view(".?!").find(text[at - 1]) != std::string::npos;
        if (ends)
            all.emplace_back();
        else
            all.back() += text[at];
    }
    return all;
}

Speech spoken(const std::string& text, Time duration) {
    std::vector<Speech> once;
    for (const auto& sentence : sentences(text)) {
        const auto said = by_espeak(sentence);
        once.push_back(doubled(said ? *said : hummed(sentence)));
    }
    Speech speech{.sample_rate = once.front().sample_rate};
    const Rational sample{1, speech.sample_rate};
    const auto length = static_cast<std::size_t>(to_pts(duration, sample));
    const auto breath = static_cast<std::size_t>(speech.sample_rate) / 4;
    speech.samples.resize(breath);
    for (std::size_t n = 0; speech.samples.size() < length; n = (n + 1) % once.size()) {
        const auto first = std::ssize(speech.samples);
        speech.samples.insert(speech.samples.end(), once[n].samples.begin(), once[n].samples.end());
        const auto end = std::min<std::ptrdiff_t>(std::ssize(speech.samples), static_cast<std::ptrdiff_t>(length));
        speech.said.push_back({{to_time(first, sample), to_time(end, sample)}, n});
        speech.samples.resize(speech.samples.size() + breath * (n + 1 == once.size() ? 2 : 1));
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
