#include "voice/speaker.h"

#include <espeak-ng/speak_lib.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <mutex>
#include <set>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "core/error.h"

namespace counterclip::voice {

namespace {

constexpr int words_a_minute = 175;  // espeak-ng's usual speed
constexpr float hearable = 0.01F;    // of the loudest sample: below it lies silence before and after

// espeak-ng keeps one state a process; whoever speaks holds the lock.
class Engine {
  public:
    static Engine& get() {
        static Engine engine;
        return engine;
    }
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    std::mutex lock;
    int sample_rate;

  private:
    Engine() : sample_rate(espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, 0, nullptr, espeakINITIALIZE_DONT_EXIT)) {
        if (sample_rate <= 0)
            throw Error("speak the captions",
                        "espeak-ng cannot start: its voices are missing; install the package espeak-ng-data");
    }
    ~Engine() { espeak_Terminate(); }
};

extern "C" int take_samples(short* samples, int count, espeak_EVENT* events) {
    if (samples && count > 0 && events && events->user_data) {
        auto& out = *static_cast<std::vector<float>*>(events->user_data);
        for (int n = 0; n < count; ++n) out.push_back(static_cast<float>(samples[n]) / 32768.0F);
    }
    return 0;
}

std::string small(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) { return std::tolower(c); });
    return out;
}

// Each language is one byte of priority and its tag; a zero ends the list.
bool speaks(const espeak_VOICE& voice, std::string_view language) {
    for (const char* at = voice.languages; at && *at;) {
        const std::string_view tag(at + 1);
        if (tag == language) return true;
        at += 1 + tag.size() + 1;
    }
    return false;
}

// Tags of ISO 639 that espeak-ng calls otherwise.
std::string usual_name(const std::string& language) {
    if (language == "zh") return "cmn";
    if (language == "kmr") return "ku";
    if (language == "no") return "nb";
    return language;
}

std::string identifier_of(std::string_view language) {
    const std::string whole = usual_name(small(language));
    const std::string primary = usual_name(whole.substr(0, whole.find('-')));
    for (const auto& wanted : {whole, primary}) {
        if (wanted.empty()) continue;
        for (auto* voice = espeak_ListVoices(nullptr); voice && *voice; ++voice) {
            const std::string_view identifier((*voice)->identifier);
            if (speaks(**voice, wanted) && !identifier.starts_with("mb/")) return std::string(identifier);
        }
    }
    throw Error("speak the captions",
                fmt::format("espeak-ng has no voice for the language '{}'; choose one with --voice "
                            "(`espeak-ng --voices` lists them)",
                            language),
                ErrorKind::usage);
}

// The languages that voices are named after, in their order.
std::set<std::string> languages_spoken() {
    std::set<std::string> all;
    for (auto* voice = espeak_ListVoices(nullptr); voice && *voice; ++voice)
        if (!std::string_view((*voice)->identifier).starts_with("mb/") && (*voice)->languages && *(*voice)->languages)
            all.emplace((*voice)->languages + 1);
    return all;
}

std::vector<float> without_silence(const std::vector<float>& samples) {
    float loudest = 0;
    for (const float s : samples) loudest = std::max(loudest, std::abs(s));
    const auto is_heard = [&](float s) { return std::abs(s) > loudest * hearable; };
    const auto first = std::find_if(samples.begin(), samples.end(), is_heard);
    const auto last = std::find_if(samples.rbegin(), samples.rend(), is_heard).base();
    return first < last ? std::vector<float>(first, last) : std::vector<float>();
}

}  // namespace

Speaker::Speaker(const std::string& voice, std::string_view language) {
    Engine& engine = Engine::get();
    const std::scoped_lock held(engine.lock);
    sample_rate_ = engine.sample_rate;
    voice_ = voice.empty() ? identifier_of(language) : voice;
    if (espeak_SetVoiceByName(voice_.c_str()) != EE_OK)
        throw Error("speak the captions",
                    fmt::format("espeak-ng has no voice '{}'; it has {}", voice_, fmt::join(languages_spoken(), ", ")),
                    ErrorKind::usage);
}

std::vector<float> Speaker::say(const std::string& text, double speed) const {
    Engine& engine = Engine::get();
    const std::scoped_lock held(engine.lock);
    std::vector<float> samples;
    espeak_SetSynthCallback(take_samples);
    const auto rate = static_cast<int>(words_a_minute * std::clamp(speed, 0.5, max_speed));
    const bool said =
        espeak_SetVoiceByName(voice_.c_str()) == EE_OK && espeak_SetParameter(espeakRATE, rate, 0) == EE_OK &&
        espeak_Synth(text.c_str(), text.size() + 1, 0, POS_CHARACTER, 0, espeakCHARS_UTF8, nullptr, &samples) ==
            EE_OK &&
        espeak_Synchronize() == EE_OK;
    if (!said) throw Error("speak the captions", fmt::format("espeak-ng failed with its voice '{}'", voice_));
    return without_silence(samples);
}

}  // namespace counterclip::voice
