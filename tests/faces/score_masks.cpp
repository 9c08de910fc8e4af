// Measures the room by itself: analyses a file, makes the masks and writes what truth/score.py wants.
//
//   bench_faces_masks FILE [--csv OUT.csv] [--exhaustive] [--only DETECTOR] [--threads N] [--tracks|--sightings]
//
// Prints one line of JSON: frames, seconds, detector runs, tracks, gaps, share of frames hidden whole.
#include <fmt/format.h>
#include <sys/resource.h>

#include <cmath>
#include <cstdio>
#include <fstream>

#include "core/error.h"
#include "faces/analysis.h"
#include "faces/mask.h"
#include "media/reader.h"

namespace {

using namespace counterclip;

struct Request {
    std::filesystem::path file;
    std::filesystem::path csv;
    std::string only;
    bool tracks = false;
    bool sightings = false;
    faces::AnalysisOptions options;
};

Request read(int argc, char** argv) {
    Request request;
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        const auto value = [&] { return ++i < argc ? argv[i] : throw Error("read arguments", "a value is missing"); };
        if (word == "--csv") {
            request.csv = value();
        } else if (word == "--only") {
            request.only = value();
        } else if (word == "--threads") {
            request.options.threads = std::stoi(value());
        } else if (word == "--exhaustive") {
            request.options.exhaustive = true;
        } else if (word == "--tracks") {
            request.tracks = true;
        } else if (word == "--sightings") {
            request.tracks = request.sightings = true;
        } else {
            request.file = word;
        }
    }
    if (request.file.empty()) throw Error("read arguments", "name a file", ErrorKind::usage);
    return request;
}

std::vector<faces::DetectorModel> models_for(const Request& request) {
    if (request.only == "cascades") return {{"cascades", "/usr/share/opencv4/haarcascades", ""}};
    auto models = faces::find_models(faces::model_folders());
    if (!request.only.empty()) std::erase_if(models, [&](const auto& m) { return m.name != request.only; });
    return models;
}

// How calm the masks are: by how much an edge's step differs from the step before, in half heights of the mask. A face
// that moves steadily gives 0; what trembles by a tenth of its size gives 0.2 and more.
class Jumps {
  public:
    void add(const std::vector<faces::Ellipse>& now) {
        if (now.size() == before_.size() && now.size() == before2_.size()) {
            for (std::size_t i = 0; i < now.size(); ++i) note(before2_[i], before_[i], now[i]);
        }
        before2_ = std::exchange(before_, now);
    }
    // The jump that 95 of 100 stay below.
    float usual_most() {
        if (all_.empty()) return 0;
        const auto at = all_.begin() + static_cast<std::ptrdiff_t>(all_.size() * 95 / 100);
        std::nth_element(all_.begin(), at, all_.end());
        return *at;
    }

  private:
    void note(const faces::Ellipse& a, const faces::Ellipse& b, const faces::Ellipse& c) {
        const auto bent = [](float x, float y, float z) { return std::abs(z - 2 * y + x); };
        all_.push_back(
            std::max({bent(a.cx - a.rx, b.cx - b.rx, c.cx - c.rx), bent(a.cx + a.rx, b.cx + b.rx, c.cx + c.rx),
                      bent(a.cy - a.ry, b.cy - b.ry, c.cy - c.ry), bent(a.cy + a.ry, b.cy + b.ry, c.cy + c.ry)}) /
            c.ry);
    }
    std::vector<faces::Ellipse> before_, before2_;
    std::vector<float> all_;
};

struct Written {
    std::int64_t whole = 0;  // frames hidden whole
    float jump = 0;
};

Written write_csv(const Request& request, const faces::Analysis& analysis) {
    const faces::Masks masks(analysis.tracks, analysis.gaps, analysis.shot_changes, analysis.ranges, {});
    std::ofstream csv(request.csv);
    csv << "frame,x,y,w,h\n";
    media::VideoReader reader(request.file);
    media::Frame frame;
    Written written;
    Jumps jumps;
    const auto width = static_cast<float>(analysis.width);
    const auto height = static_cast<float>(analysis.height);
    constexpr float around = 1.4143F;  // the ellipse around a rectangle
    const faces::Box all{width * (1 - around) / 2, height * (1 - around) / 2, width * around, height * around};
    for (std::int64_t n = 0; reader.next(frame); ++n) {
        const faces::FrameMask mask = masks.at(frame.pts());
        const auto line = [&](faces::Box b) {
            csv << fmt::format("{},{:.1f},{:.1f},{:.1f},{:.1f}\n", n, b.x, b.y, b.w, b.h);
        };
        if (mask.whole) {
            ++written.whole;
            line(all);
            continue;
        }
        jumps.add(mask.ellipses);
        for (const faces::Ellipse& e : mask.ellipses) line(faces::bounding_box(e));
    }
    written.jump = jumps.usual_most();
    return written;
}

void run(const Request& request) {
    Progress progress;
    const auto start = std::chrono::steady_clock::now();
    const faces::Analysis analysis = faces::analyse(request.file, {}, models_for(request), request.options, progress);
    const double taken = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const double cpu = static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
                       static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
    const Written written = request.csv.empty() ? Written{} : write_csv(request, analysis);
    fmt::print(
        "{{\"frames\": {}, \"seconds\": {:.2f}, \"cpu\": {:.2f}, \"runs\": {}, \"tracks\": {}, \"gaps\": {}, "
        "\"cuts\": {}, \"whole\": {}, \"jump\": {:.3f}, \"peak_mb\": {}}}\n",
        analysis.frames, taken, cpu, analysis.detector_runs, analysis.tracks.size(), analysis.gaps.size(),
        analysis.shot_changes.size(), written.whole, written.jump, usage.ru_maxrss / 1024);
    if (!request.tracks) return;
    for (const faces::Track& t : analysis.tracks) {
        float best = 0;
        float sum = 0;
        std::int64_t detected = 0;
        for (const auto& s : t.sightings) {
            best = std::max(best, s.score);
            detected += s.origin == faces::Origin::detected ? 1 : 0;
            sum += s.origin == faces::Origin::detected ? s.score : 0;
        }
        const faces::Box b = t.sightings.front().box;
        fmt::print(
            "track {}: {} to {}, {} sightings, {} detected, best {:.2f}, mean {:.2f}, first {:.0f},{:.0f} "
            "{:.0f}x{:.0f}\n",
            t.id, format_time(t.sightings.front().pts), format_time(t.sightings.back().pts), t.sightings.size(),
            detected, best, sum / static_cast<float>(std::max<std::int64_t>(1, detected)), b.x, b.y, b.w, b.h);
    }
    if (request.sightings) {
        for (const faces::Track& t : analysis.tracks) {
            for (const auto& s : t.sightings) {
                if (s.origin == faces::Origin::interpolated) continue;
                fmt::print("{} {} {} {:.0f},{:.0f} {:.0f}x{:.0f} score {:.2f} roll {:.2f}\n", t.id, format_time(s.pts),
                           static_cast<int>(s.origin), s.box.x, s.box.y, s.box.w, s.box.h, s.score, s.roll);
            }
        }
    }
    for (const faces::Gap& g : analysis.gaps) {
        fmt::print("gap {} {} to {}, track {}\n", faces::to_string(g.reason), format_time(g.range.in),
                   format_time(g.range.out), g.track);
    }
    for (const Time cut : analysis.shot_changes) fmt::print("cut {}\n", format_time(cut));
}

}  // namespace

int main(int argc, char** argv) {
    try {
        run(read(argc, argv));
        return 0;
    } catch (const std::exception& e) {
        fmt::print(stderr, "{}\n", e.what());
        return 1;
    }
}
