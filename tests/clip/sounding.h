// Clips of sound alone, made without an archive: a spoken recording in any form, a plan over it, the finished file.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "clip/plan.h"
#include "clip/render.h"
#include "support/temporary_folder.h"

namespace counterclip::test {

// Says so in the test's output: recordings in odd forms, and files to be spoilt, are made by the ffmpeg program.
bool lacks_ffmpeg();

class Sounding {
  public:
    // About eight seconds of speech, spoken by espeak-ng.
    static const std::vector<float>& speech();
    static constexpr int speech_rate = 22050;

    // The speech as a file that ffmpeg makes with these options ("-ac 1 -ar 8000").
    std::filesystem::path recorded(const std::string& name, const std::string& options) const;
    // ffmpeg with these inputs and options.
    std::filesystem::path made(const std::vector<std::filesystem::path>& inputs, const std::string& name,
                               const std::string& options) const;
    // [in, out) of the file, tiny plain pictures.
    clip::Plan plan(const std::filesystem::path& file, Time in, Time out) const;
    std::filesystem::path rendered(const clip::Plan& plan, const std::string& name = "clip.mp4");
    clip::Rendered what{};  // of the last rendered()

    std::filesystem::path path(const std::string& name) const { return folder_.path() / name; }

  private:
    TemporaryFolder folder_;
};

// Interleaved samples of the range.
std::vector<float> samples_of(const std::filesystem::path& file, Range range, int channels, int rate = 48000,
                              int track = 0);

struct Loudness {
    double lufs = -100;
    double peak = -100;  // dBTP
};
Loudness measured(const std::filesystem::path& file);

}  // namespace counterclip::test
