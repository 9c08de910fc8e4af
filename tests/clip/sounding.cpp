#include "clip/sounding.h"

#include <cstdlib>
#include <fstream>

#include <fmt/format.h>

#include "media/loudness.h"
#include "media/reader.h"
#include "puppet/film.h"
#include "voice/speaker.h"

namespace counterclip::test {

namespace fs = std::filesystem;

bool lacks_ffmpeg() {
    if (puppet::has_ffmpeg()) return false;
    WARN("skipped: the ffmpeg program is not here");
    return true;
}

const std::vector<float>& Sounding::speech() {
    static const std::vector<float> samples = voice::Speaker({}, "en").say(
        "I was nineteen years old when they came to our village, and nobody told us where we would be taken. We "
        "walked for three days, and at night we slept in the fields.",
        1);
    return samples;
}

fs::path Sounding::recorded(const std::string& name, const std::string& options) const {
    const auto raw = path("speech.f32");
    std::ofstream(raw, std::ios::binary)
        .write(reinterpret_cast<const char*>(speech().data()),
               static_cast<std::streamsize>(speech().size() * sizeof(float)));
    const auto file = path(name);
    const auto command = fmt::format("ffmpeg -v error -y -f f32le -ar {} -ac 1 -i '{}' {} '{}'", speech_rate,
                                     raw.string(), options, file.string());
    REQUIRE(std::system(command.c_str()) == 0);
    return file;
}

fs::path Sounding::made(const std::vector<fs::path>& inputs, const std::string& name,
                        const std::string& options) const {
    std::string all;
    for (const auto& input : inputs) all += fmt::format(" -i '{}'", input.string());
    const auto file = path(name);
    const auto command = fmt::format("ffmpeg -v error -y{} {} '{}'", all, options, file.string());
    REQUIRE(std::system(command.c_str()) == 0);
    return file;
}

clip::Plan Sounding::plan(const fs::path& file, Time in, Time out) const {
    clip::Plan plan;
    plan.clip = "C";
    plan.preset = media::preset("web");
    plan.width = 64;
    plan.height = 36;
    clip::PlannedPart part;
    part.file = file;
    part.interview = "BTIB-0001";
    part.recording = 1;
    part.range = {in, out};
    part.has_picture = false;
    plan.parts = {part};
    return plan;
}

fs::path Sounding::rendered(const clip::Plan& plan, const std::string& name) {
    Progress silent;
    what = clip::render(plan, path(name), silent);
    return path(name);
}

std::vector<float> samples_of(const fs::path& file, Range range, int channels, int rate, int track) {
    media::AudioReader::Options options;
    options.range = range;
    options.track = track;
    options.sample_rate = rate;
    options.channels = channels;
    media::AudioReader reader(file, options);
    media::AudioBlock block;
    std::vector<float> all;
    while (reader.next(block)) all.insert(all.end(), block.samples.begin(), block.samples.end());
    return all;
}

Loudness measured(const fs::path& file) {
    media::AudioReader reader(file);
    media::LoudnessMeter meter(reader.sample_rate(), reader.channels());
    media::AudioBlock block;
    while (reader.next(block)) meter.add(block);
    return {meter.integrated().value_or(-100), meter.true_peak().value_or(-100)};
}

}  // namespace counterclip::test
