#include "faces/analysis.h"

#include "core/error.h"
#include "faces/analyst.h"
#include "faces/finish.h"
#include "faces/source.h"
#include "media/probe.h"

namespace counterclip::faces {

namespace {

// Looked at before and after a range, so that holds (P3) and walks back work at its edges.
constexpr Time margin = std::chrono::milliseconds(1000);
constexpr float assumed_frame_rate = 25;

std::vector<Range> widened(const std::vector<Range>& ranges) {
    std::vector<Range> sorted;
    for (const Range& r : ranges) {
        if (!is_empty(r)) sorted.push_back({std::max(Time{0}, r.in - margin), r.out + margin});
    }
    std::sort(sorted.begin(), sorted.end(), [](const Range& a, const Range& b) { return a.in < b.in; });
    std::vector<Range> apart;
    for (const Range& r : sorted) {
        if (!apart.empty() && r.in <= apart.back().out) {
            apart.back().out = std::max(apart.back().out, r.out);
        } else {
            apart.push_back(r);
        }
    }
    return apart;
}

float frame_rate_of(const media::VideoTrack& track) {
    if (track.frame_rate.num <= 0 || track.frame_rate.den <= 0) return assumed_frame_rate;
    const float rate = static_cast<float>(track.frame_rate.num) / static_cast<float>(track.frame_rate.den);
    return std::clamp(rate, 1.F, 240.F);
}

Box grown(Box b, float factor) {
    return {b.x * factor, b.y * factor, b.w * factor, b.h * factor};
}

struct Part {
    Range covered;
    Seen seen;
    Finished finished;
    std::vector<Gap> damage;
};

class Analysing {
  public:
    Analysing(const std::filesystem::path& file, const media::VideoTrack& track, const AnalysisOptions& options,
              const std::vector<DetectorModel>& models, Progress& progress)
        : file_(file),
          track_(track),
          options_(options),
          crew_(models, options.threads),
          progress_(progress),
          fallback_(models.front().name == "cascades") {}

    // Empty when the range holds no picture.
    std::optional<Part> part(std::optional<Range> range) {
        Source source(file_, range, options_.video_track);
        Analyst analyst(crew_, frame_rate_of(track_), options_.exhaustive);
        Part part;
        part.seen.frames_per_second = frame_rate_of(track_);
        Picture picture;
        while (source.next(picture)) {
            progress_.stop_if_cancelled("look for faces in " + file_.string());
            note(part, picture);
            const Time pts = picture.pts;
            analyst.add(std::move(picture));
            progress_.advance(std::max(Time{0}, before_ + pts - (range ? range->in : Time{0})).count());
        }
        if (part.seen.pts.empty()) return std::nullopt;
        part.finished = finish(analyst.finish(), part.seen);
        part.covered = covered(part.seen, range);
        // What the cascades do not see is most: nothing of it may be shown before somebody looked.
        if (fallback_) part.finished.gaps.push_back({0, part.covered, GapReason::fallback, 0, {}, {}, {}});
        before_ += duration(part.covered);
        if (source.shrink() != 1) to_source_px(part.finished, source.shrink());
        return part;
    }

    std::int64_t runs() const { return crew_.runs(); }

  private:
    static void note(Part& part, const Picture& picture) {
        part.seen.width = picture.frame.width();
        part.seen.height = picture.frame.height();
        if (picture.first_of_shot) part.seen.cuts.push_back(picture.index);
        if (picture.follows_damage) {
            // What was concealed may lie in the picture before the fault and in the one after it.
            const Time step = from_seconds(1.0 / static_cast<double>(part.seen.frames_per_second));
            const Time from = part.seen.pts.empty() ? Time{0} : part.seen.pts.back();
            part.damage.push_back({0, {from, picture.pts + step}, GapReason::damaged, 0, {}, {}, {}});
        }
        part.seen.pts.push_back(picture.pts);
    }

    // From the range's start to the end of the last picture: beyond it nothing was seen.
    static Range covered(const Seen& seen, std::optional<Range> range) {
        const Time step = from_seconds(1.0 / static_cast<double>(seen.frames_per_second));
        const Time in = range ? range->in : std::min(Time{0}, seen.pts.front());
        return {in, seen.pts.back() + step};
    }

    static void to_source_px(Finished& finished, float factor) {
        for (Track& track : finished.tracks) {
            for (Sighting& s : track.sightings) s.box = grown(s.box, factor);
        }
        for (Gap& gap : finished.gaps) gap.where = grown(gap.where, factor);
    }

    const std::filesystem::path& file_;
    const media::VideoTrack& track_;
    const AnalysisOptions& options_;
    Crew crew_;
    Progress& progress_;
    bool fallback_;
    Time before_{};  // of recording in earlier parts
};

void append(Analysis& analysis, Part&& part) {
    const auto first_id = static_cast<std::int64_t>(analysis.tracks.size());
    analysis.ranges.push_back(part.covered);
    analysis.frames += static_cast<std::int64_t>(part.seen.pts.size());
    for (const std::int64_t cut : part.seen.cuts) {
        analysis.shot_changes.push_back(part.seen.pts[static_cast<std::size_t>(cut)]);
    }
    for (Track& track : part.finished.tracks) {
        track.id += first_id;
        analysis.tracks.push_back(std::move(track));
    }
    for (Gap& gap : part.finished.gaps) {
        if (gap.track != 0) gap.track += first_id;
        analysis.gaps.push_back(std::move(gap));
    }
    for (Gap& gap : part.damage) analysis.gaps.push_back(std::move(gap));
}

}  // namespace

Analysis analyse(const std::filesystem::path& file, const std::vector<Range>& ranges,
                 const std::vector<DetectorModel>& models, const AnalysisOptions& options, Progress& progress) {
    const std::string doing = "look for faces in " + file.string();
    if (models.empty()) throw Error(doing, "no face detector; run scripts/fetch-models");
    const media::MediaInfo info = media::probe(file);
    if (options.video_track < 0 || options.video_track >= static_cast<int>(info.video.size())) {
        throw Error(doing, "it has no picture track " + std::to_string(options.video_track));
    }
    const media::VideoTrack& track = info.video[static_cast<std::size_t>(options.video_track)];
    Analysis analysis;
    analysis.width = track.width;
    analysis.height = track.height;
    analysis.detectors = models;

    const std::vector<Range> wanted = widened(ranges);
    Time total{};
    for (const Range& r : wanted) total += duration(intersection(r, {Time{0}, info.duration}));
    progress.begin("faces", (wanted.empty() ? info.duration : total).count());
    Analysing analysing(file, track, options, models, progress);
    if (ranges.empty()) {
        if (auto part = analysing.part(std::nullopt)) append(analysis, std::move(*part));
    }
    for (const Range& range : wanted) {
        if (auto part = analysing.part(range)) append(analysis, std::move(*part));
    }
    if (analysis.frames == 0) throw Error(doing, "no picture could be decoded");
    analysis.detector_runs = analysing.runs();
    progress.end();
    return analysis;
}

}  // namespace counterclip::faces
