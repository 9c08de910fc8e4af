// counterclip-puppet: makes recordings with known faces, for tests, benches and the demo.
#include <fmt/format.h>
#include <CLI/CLI.hpp>
#include <cstdio>

#include "core/error.h"
#include "puppet/film.h"
#include "puppet/scenes.h"

namespace {

namespace puppet = counterclip::puppet;

struct Request {
    std::string scene;
    std::filesystem::path film;
    std::filesystem::path truth;
    std::filesystem::path transcript;
    std::string language = "en";
    double seconds = 0;
    std::string size;
    int crf = 20;
    bool list = false;
    bool quiet = false;
    bool progress_lines = false;
};

void list_scenes() {
    for (const auto& s : puppet::scenes()) {
        fmt::print("{:14} {}x{} {:4.1f} s  {}\n", s.name, s.width, s.height, s.duration, s.about);
    }
}

puppet::Scene asked_for(const Request& request) {
    puppet::Scene scene = puppet::scene(request.scene);
    int width = 0, height = 0;
    if (!request.size.empty()) {
        if (std::sscanf(request.size.c_str(), "%dx%d", &width, &height) != 2 || width < 32 || height < 32) {
            throw counterclip::Error("--size " + request.size, "write it as WIDTHxHEIGHT, for instance 640x360",
                                     counterclip::ErrorKind::usage);
        }
        scene = puppet::resized(scene, width, height);
    }
    if (request.seconds > 0) scene.duration = request.seconds;
    return scene;
}

void make(const Request& request) {
    puppet::FilmOptions options;
    options.transcript = request.transcript;
    options.language = request.language;
    options.crf = request.crf;
    if (request.film.extension() == ".webm") options.container = counterclip::media::Container::webm;
    if (request.progress_lines) {
        options.each_frame = [](std::int64_t frame, std::int64_t of) {
            if (frame % 25 == 0 || frame + 1 == of)
                fmt::print(stderr, "{{\"progress\":\"draw\",\"done\":{},\"total\":{}}}\n", frame + 1, of);
        };
    } else if (!request.quiet) {
        options.each_frame = [](std::int64_t frame, std::int64_t of) {
            if ((frame + 1) % 250 == 0 || frame + 1 == of) fmt::print(stderr, "drawn {} of {} frames\n", frame + 1, of);
        };
    }
    puppet::write_film(asked_for(request), request.film, request.truth, options);
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app(
        "Makes recordings of puppets whose faces are known.\nExample: counterclip-puppet turn turn.mp4 --truth "
        "turn.csv");
    Request request;
    app.add_option("SCENE", request.scene, "What to show; --list tells");
    app.add_option("OUT", request.film, "The film to write (.mp4 or .webm)");
    app.add_option("--truth", request.truth, "Write where the faces are: frame,person,x,y,w,h,track,ignore");
    app.add_option("--transcript", request.transcript, "Write what is said and when, as SRT");
    app.add_option("--language", request.language, "In a translation instead of the English that is spoken: ar, ru")
        ->needs("--transcript");
    app.add_option("--seconds", request.seconds, "Another length")->check(CLI::PositiveNumber);
    app.add_option("--size", request.size, "Another size, WIDTHxHEIGHT");
    app.add_option("--crf", request.crf, "x264's quality, 0 (best) to 51")->check(CLI::Range(0, 51));
    app.add_flag("--list", request.list, "List the scenes");
    app.add_flag("--quiet", request.quiet, "No progress");
    app.add_flag("--progress-lines", request.progress_lines, "Progress as counterclip --progress json prints it");
    try {
        app.parse(argc, argv);
        if (request.list) {
            list_scenes();
        } else if (request.scene.empty() || request.film.empty()) {
            throw CLI::RequiredError("SCENE and OUT");
        } else {
            make(request);
        }
        return 0;
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    } catch (const counterclip::Error& error) {
        fmt::print(stderr, "counterclip-puppet: {}\n", error.what());
        return error.kind() == counterclip::ErrorKind::usage ? 2 : 1;
    } catch (const std::exception& error) {
        fmt::print(stderr, "counterclip-puppet: {}\n", error.what());
        return 1;
    }
}
