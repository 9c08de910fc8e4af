#include "puppet/film.h"

#include <fmt/format.h>
#include <cmath>
#include <opencv2/core.hpp>

#include "captions/cue.h"
#include "core/error.h"
#include "core/staged_file.h"
#include "media/scale.h"
#include "puppet/command.h"
#include "puppet/performance.h"

namespace counterclip::puppet {
namespace {

namespace fs = std::filesystem;

int coded_width(const Scene& scene) {
    const Rational aspect = scene.coding.sample_aspect;
    return static_cast<int>(std::lround(double(scene.width) * double(aspect.den) / double(aspect.num) / 2)) * 2;
}

// The picture as it lies in the file when the player is to turn it clockwise by `degrees`.
media::Frame turned_back(const media::Frame& frame, int degrees) {
    const bool upended = degrees % 180 != 0;
    media::Frame out(upended ? frame.height() : frame.width(), upended ? frame.width() : frame.height(), frame.format(),
                     frame.colour());
    const int type = frame.format() == media::PixelFormat::yuv420p8 ? CV_8U : CV_16U;
    const int code = degrees == 90    ? cv::ROTATE_90_COUNTERCLOCKWISE
                     : degrees == 180 ? cv::ROTATE_180
                                      : cv::ROTATE_90_CLOCKWISE;
    for (int i = 0; i < 3; ++i) {
        const media::ConstPlane from = frame.plane(i);
        const media::Plane to = out.writable(i);
        const cv::Mat source(from.height, from.width, type, const_cast<std::uint8_t*>(from.data),
                             std::size_t(from.stride));
        cv::Mat target(to.height, to.width, type, to.data, std::size_t(to.stride));
        cv::rotate(source, target, code);
    }
    out.set_pts(frame.pts());
    return out;
}

media::Frame as_coded(const media::Frame& frame, const Scene& scene) {
    media::Frame out = frame;
    if (const int width = coded_width(scene); width != frame.width())
        out = media::resized(frame, width, frame.height());
    return scene.coding.rotation != 0 ? turned_back(out, scene.coding.rotation) : out;
}

media::Writer open(const fs::path& file, Performance& performance, const FilmOptions& options) {
    const Scene& scene = performance.scene();
    const bool upended = scene.coding.rotation % 180 != 0;
    media::VideoSettings video;
    video.width = upended ? scene.height : coded_width(scene);
    video.height = upended ? coded_width(scene) : scene.height;
    video.format = scene.format;
    video.sample_aspect =
        upended ? Rational{scene.coding.sample_aspect.den, scene.coding.sample_aspect.num} : scene.coding.sample_aspect;
    video.colour = performance.draw(0).colour();
    video.frame_rate = scene.frame_rate;
    video.crf = options.crf;
    video.speed = options.speed;
    std::optional<media::AudioSettings> audio;
    if (performance.speech()) audio = media::AudioSettings{performance.speech()->sample_rate, 1, 96000};
    return {file, options.container, video, audio};
}

// Sound up to `end`, behind what was written before.
void write_sound(media::Writer& writer, const Speech& speech, std::size_t& written, Time end) {
    const auto until = std::min(static_cast<std::size_t>(to_pts(end, {1, speech.sample_rate})), speech.samples.size());
    if (until <= written) return;
    media::AudioBlock block{static_cast<std::int64_t>(written), 1, speech.sample_rate, {}};
    block.samples.assign(speech.samples.begin() + std::ptrdiff_t(written),
                         speech.samples.begin() + std::ptrdiff_t(until));
    writer.write(block);
    written = until;
}

void shoot(Performance& performance, const fs::path& file, const FilmOptions& options) {
    media::Writer writer = open(file, performance, options);
    std::size_t sound = 0;
    for (std::int64_t frame = 0; frame < performance.frames(); ++frame) {
        if (performance.speech()) write_sound(writer, *performance.speech(), sound, performance.pts(frame + 1));
        writer.write(as_coded(performance.draw(frame), performance.scene()));
        if (options.each_frame) options.each_frame(frame, performance.frames());
    }
    writer.finish();
}

// One row a face. `step`: how many frames of the performance make one of the film.
std::string truth_table(const Performance& performance, std::int64_t step) {
    const Scene& scene = performance.scene();
    const double across = double(coded_width(scene)) / scene.width;
    std::string table = "frame,person,x,y,w,h,track,ignore\n";
    for (std::int64_t frame = 0; frame * step < performance.frames(); ++frame) {
        for (const FaceBox& face : performance.truth(frame * step)) {
            table += fmt::format("{},{},{:.1f},{:.1f},{:.1f},{:.1f},{},{}\n", frame, face.person, face.x * across,
                                 face.y, face.w * across, face.h, face.person, face.ignore ? 1 : 0);
        }
    }
    return table;
}

std::string transcript(const Performance& performance, const std::string& language) {
    const Scene& scene = performance.scene();
    const auto doing = fmt::format("write what '{}' says in {}", scene.name, language);
    if (!scene.speech || !performance.speech()) throw Error(doing, "it is silent", ErrorKind::usage);
    const auto translation = scene.translations.find(language);
    if (language != "en" && translation == scene.translations.end())
        throw Error(doing, "it was not translated into that", ErrorKind::usage);
    const auto lines = sentences(language == "en" ? *scene.speech : translation->second);
    std::vector<captions::Cue> cues;
    for (const Saying& saying : performance.speech()->said) cues.push_back({saying.range, lines.at(saying.sentence)});
    return captions::to_srt(cues);
}

void ffmpeg(const fs::path& film, std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"ffmpeg", "-nostdin", "-v", "error", "-y"});
    if (!run(arguments)) {
        throw Error("make " + film.filename().string(),
                    "the ffmpeg program failed or is not installed: apt install ffmpeg");
    }
}

// What cameras and phones leave in a file. A tool that publishes must take every bit of it out.
void tag_like_a_source(std::vector<std::string>& arguments) {
    for (const char* tag :
         {"location=+33.3128+044.3615/", "location-eng=+33.3128+044.3615/", "make=Puppet", "model=Studio 7",
          "creation_time=2019-03-14T09:26:53Z", "artist=Amina Example", "comment=Cell block 4, second floor",
          "title=Interview, raw", "com.apple.quicktime.location.ISO6709=+33.3128+044.3615/"}) {
        arguments.insert(arguments.end(), {"-metadata", tag});
    }
    arguments.insert(arguments.end(), {"-metadata:s:v:0", "handler_name=Puppet camera 1", "-metadata:s:v:0",
                                       "language=ara", "-timecode", "10:00:00:00"});
}

// Puts in what our own writer never writes, by the ffmpeg program, from `raw` into `file`.
void finish_like_a_source(const Scene& scene, const fs::path& raw, const fs::path& file, const fs::path& film) {
    std::vector<std::string> arguments{"-i", raw.string()};
    if (scene.source_metadata) {
        const fs::path chapters = raw.string() + ".chapters";
        write_whole(chapters,
                    ";FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=1000\ntitle=Arrival of the guard\n");
        arguments.insert(arguments.end(), {"-i", chapters.string(), "-map_chapters", "1"});
    }
    arguments.insert(arguments.end(), {"-map", "0"});
    if (scene.coding.interlaced) {
        arguments.insert(arguments.end(),
                         {"-vf", "tinterlace=interleave_top", "-c:v", "libx264", "-preset", "veryfast", "-crf", "18",
                          "-flags", "+ildct+ilme", "-x264-params", "tff=1", "-c:a", "copy"});
    } else {
        arguments.insert(arguments.end(), {"-c", "copy"});
    }
    if (scene.coding.rotation != 0) {
        // ffmpeg counts against the clock here.
        arguments.insert(arguments.end(), {"-metadata:s:v:0", fmt::format("rotate={}", 360 - scene.coding.rotation)});
    }
    if (scene.source_metadata) tag_like_a_source(arguments);
    arguments.insert(arguments.end(), {"-movflags", "+faststart+use_metadata_tags", file.string()});
    ffmpeg(film, std::move(arguments));
    fs::remove(raw.string() + ".chapters");
}

}  // namespace

void write_film(const Scene& scene, const fs::path& film, const fs::path& truth, const FilmOptions& options) {
    Scene drawn = scene;
    FilmOptions how = options;
    if (scene.coding.interlaced) {
        drawn.frame_rate.num *= 2;
        how.crf = 8;  // coded once more
    }
    Performance performance(drawn);
    Staged staged(film);
    if (scene.coding.interlaced || scene.coding.rotation != 0 || scene.source_metadata) {
        const Staged raw(fs::path(film).replace_filename(film.stem().string() + "-raw" + film.extension().string()));
        shoot(performance, raw.path(), how);
        finish_like_a_source(scene, raw.path(), staged.path(), film);
    } else {
        shoot(performance, staged.path(), how);
    }
    if (!options.transcript.empty()) write_whole(options.transcript, transcript(performance, options.language));
    if (!truth.empty()) write_whole(truth, truth_table(performance, scene.coding.interlaced ? 2 : 1));
    staged.commit(Existing::replace);
}

bool has_ffmpeg() {
    return run({"ffmpeg", "-version"});
}

}  // namespace counterclip::puppet
