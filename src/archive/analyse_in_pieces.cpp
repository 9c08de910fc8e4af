#include "archive/analyse_in_pieces.h"

#include <fmt/format.h>

#include "archive/ranges.h"
#include "core/error.h"
#include "media/reader.h"

namespace counterclip::archive {

namespace {

// Headers can be wrong about the end: the last piece takes all there is.
constexpr Time beyond_the_end = std::chrono::hours(24);

// What one piece tells, as a part of the whole.
class PieceProgress : public Progress {
  public:
    PieceProgress(Progress& whole, Time before, Time length) : whole_(whole), before_(before), length_(length) {}

    void begin(std::string_view, std::int64_t total) override { total_ = total; }
    void advance(std::int64_t done) override {
        const double share =
            total_ > 0 ? std::clamp(static_cast<double>(done) / static_cast<double>(total_), 0., 1.) : 0;
        whole_.advance((before_ + Time(std::llround(share * static_cast<double>(length_.count())))).count());
        if (whole_.cancelled()) cancel();
    }

  private:
    Progress& whole_;
    Time before_;
    Time length_;
    std::int64_t total_ = 0;
};

bool has_pictures(const std::filesystem::path& file, const std::vector<Range>& ranges) {
    return std::any_of(ranges.begin(), ranges.end(), [&](Range range) {
        media::VideoReader::Options options;
        options.range = range;
        media::VideoReader reader(file, options);
        media::Frame frame;
        return reader.next(frame);
    });
}

std::vector<Range> to_the_end(std::vector<Range> ranges, const Recording& recording) {
    if (ranges.back().out >= recording.duration) ranges.back().out += beyond_the_end;
    return ranges;
}

std::string worked_on(const std::vector<std::string>& work) {
    constexpr std::size_t most = 5;
    const auto some =
        std::vector(work.begin(), work.begin() + static_cast<std::ptrdiff_t>(std::min(most, work.size())));
    return fmt::format("{}{}", fmt::join(some, "; "),
                       work.size() > most ? fmt::format("; and {} more", work.size() - most) : "");
}

}  // namespace

AnalysisPlan plan_analysis(const Archive& archive, const Recording& recording, const std::vector<Range>& wanted,
                           const std::vector<faces::DetectorModel>& models, const PieceOptions& options) {
    const std::vector<Range> all{{Time{}, recording.duration}};
    const auto ranges = joined(wanted.empty() ? all : wanted);
    const auto state = state_of(ranges, archive.analysed(recording.id), detector_key(models, options.exhaustive));
    AnalysisPlan plan;
    plan.to_do = state.missing;
    plan.released = state.weaker;
    if (options.again)
        plan.released.insert(plan.released.end(), state.known.begin(), state.known.end());
    else
        plan.known = state.known;
    plan.released = joined(std::move(plan.released));
    plan.to_do.insert(plan.to_do.end(), plan.released.begin(), plan.released.end());
    plan.to_do = joined(std::move(plan.to_do));
    plan.whole = wanted.empty() && plan.known.empty() && recording.duration <= options.length;
    if (const auto before = archive.analysis(recording.id, Range{})) {
        const auto replaced = outside(plan.to_do, outside(plan.to_do, before->ranges));
        if (!replaced.empty()) plan.work_replaced = archive.work_by_hand(recording.id, replaced);
    }
    if (!options.again && !state.weaker.empty()) {
        const auto work = archive.work_by_hand(recording.id, state.weaker);
        if (!work.empty())
            throw Error(fmt::format("analyse recording {} of '{}'", recording.position, recording.interview),
                        fmt::format("other detectors looked at it and people worked on what they found ({}); --again "
                                    "replaces that",
                                    worked_on(work)),
                        ErrorKind::refused);
    }
    return plan;
}

std::vector<std::vector<Range>> pieces_of(const std::vector<Range>& to_do, Time length) {
    std::vector<std::vector<Range>> pieces;
    std::vector<Range> piece;
    Time taken{};
    const auto close = [&] {
        if (!piece.empty()) pieces.push_back(std::move(piece));
        piece.clear();
        taken = Time{};
    };
    for (auto range : to_do) {
        while (!is_empty(range)) {
            const Time left = length - taken;
            // No crumbs: what is a little longer is taken whole.
            const Time take = duration(range) <= left + length / 5 ? duration(range) : left;
            piece.push_back({range.in, range.in + take});
            range.in += take;
            taken += take;
            if (taken >= length) close();
        }
    }
    close();
    return pieces;
}

void analyse_in_pieces(Archive& archive, const Recording& recording, const AnalysisPlan& plan,
                       const std::vector<faces::DetectorModel>& models, const PieceOptions& options,
                       const std::string& by, Progress& progress, const LookAtFaces& look) {
    if (plan.to_do.empty()) return;
    const auto file = archive.path(recording.file);
    faces::AnalysisOptions faces_options;
    faces_options.exhaustive = options.exhaustive;
    const LookAtFaces look_at = look ? look : [&](const std::vector<Range>& ranges, Progress& piece_progress) {
        return faces::analyse(file, ranges, models, faces_options, piece_progress);
    };
    if (!plan.released.empty()) archive.forget_analysed(recording.id, plan.released, by);
    progress.begin("faces", length(plan.to_do).count());
    Time before{};
    for (const auto& piece : pieces_of(plan.to_do, options.length)) {
        progress.stop_if_cancelled("look for faces");
        // What the pieces before looked at beyond their ends is known.
        std::vector<Range> known;
        for (const auto& a : archive.analysed(recording.id)) known.push_back(a.range);
        const auto asked = outside(piece, joined(known));
        PieceProgress part(progress, before, length(piece));
        before += length(piece);
        if (asked.empty()) continue;
        faces::Analysis found;
        found.detectors = models;
        const auto ranges = plan.whole ? std::vector<Range>{} : to_the_end(asked, recording);
        // A stretch without pictures (sound that goes on) is done, and hidden whole should pictures come out of it.
        try {
            if (look || plan.whole || has_pictures(file, ranges)) found = look_at(ranges, part);
        } catch (const Error& error) {
            const auto done = before - length(piece);
            if (error.kind() != ErrorKind::cancelled || done == Time{}) throw;
            throw Error(fmt::format("look for faces in recording {} of '{}'", recording.position, recording.interview),
                        fmt::format("stopped; what was done of it ({} of {}) is stored, and the next `faces analyze` "
                                    "goes on from there",
                                    format_time(done), format_time(length(plan.to_do))),
                        ErrorKind::cancelled);
        }
        archive.store_analysis(recording.id, found, by, {asked, options.exhaustive});
    }
    progress.end();
}

}  // namespace counterclip::archive
