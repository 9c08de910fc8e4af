// A scene as a media file, with a table of where its faces are.
#pragma once

#include <filesystem>
#include <functional>

#include "media/writer.h"
#include "puppet/scene.h"

namespace counterclip::puppet {

struct FilmOptions {
    media::Container container = media::Container::mp4;  // MP4 where the scene asks for rotation, interlacing or tags
    int crf = 20;
    std::string speed = "veryfast";
    std::function<void(std::int64_t frame, std::int64_t of)> each_frame;  // may be empty
    std::filesystem::path transcript{};                                   // SRT of what is said, none when empty
    std::string language = "en";  // of the transcript: the scene must have it, else Error(usage)
};

// Writes the film, whole or not at all, replacing what is there. `truth` (none when empty) gets a line for each face in
// each frame: frame,person,x,y,w,h,track,ignore; frames from 0 in order of display, px of the displayed picture, track
// = person. Rotation, interlacing and source metadata are put in by the ffmpeg program: Error naming it when it is
// missing.
void write_film(const Scene& scene, const std::filesystem::path& film, const std::filesystem::path& truth = {},
                const FilmOptions& options = {});

// Whether the ffmpeg program is here, for tests that skip without it.
bool has_ffmpeg();

}  // namespace counterclip::puppet
