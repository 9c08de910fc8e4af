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

// Where one piece ends and another begins each looks farther than what is kept of it, so that what an analysis knows of
// a face from the seconds before and after (a loss that was short, a walk back) is known there too.
constexpr Time context = std::chrono::seconds(3);
constexpr Time kept_margin = std::chrono::seconds(1);  // as faces::analyse's own

std::vector<Range> with_context(std::vector<Range> asked, const std::vector<Range>& neighbours,
                                const Recording& recording) {
    const auto goes_on = [&](Time t) {
        return std::any_of(neighbours.begin(), neighbours.end(), [&](Range r) { return contains(r, t); });
    };
    for (auto& range : asked) {
        const Range narrow = range;
        if (goes_on(narrow.in - Time{1})) range.in = std::max(Time{}, narrow.in - context);
        if (goes_on(narrow.out)) range.out = narrow.out + context;
        if (narrow.out >= recording.duration) range.out = narrow.out + beyond_the_end;
    }
    return joined(std::move(asked));
}

// Without what was looked at for context only.
faces::Analysis kept(faces::Analysis found, const std::vector<Range>& asked, const std::vector<Range>& looked_at,
                     const Recording& recording) {
    std::vector<Range> wide;
    for (const auto& range : asked)
        wide.push_back({range.in - kept_margin,
                        range.out >= recording.duration ? range.out + beyond_the_end : range.out + kept_margin});
    wide = joined(std::move(wide));
    if (outside(found.ranges, wide).empty() || looked_at == asked) return found;
    const auto within = [&](Time t) {
        return std::any_of(wide.begin(), wide.end(), [&](Range r) { return contains(r, t); });
    };
    const auto before = length(found.ranges);
    found.ranges = outside(found.ranges, outside(found.ranges, wide));
    const double share = seconds(length(found.ranges)) / seconds(before);
    found.frames = std::llround(share * static_cast<double>(found.frames));
    std::erase_if(found.shot_changes, [&](Time t) { return !within(t); });
    for (auto& track : found.tracks)
        std::erase_if(track.sightings, [&](const faces::Sighting& s) { return !within(s.pts); });
    std::erase_if(found.tracks, [](const faces::Track& t) { return t.sightings.empty(); });
    // A doubt that reaches in is kept whole: cut at the seam, its other part would be shown.
    std::vector<faces::Gap> gaps;
    for (const auto& gap : found.gaps)
        if (any_overlaps(wide, gap.range)) gaps.push_back(gap);
    for (auto& gap : gaps)
        if (std::none_of(found.tracks.begin(), found.tracks.end(), [&](const auto& t) { return t.id == gap.track; }))
            gap.track = 0;
    found.gaps = std::move(gaps);
    return found;
}

// What was asked for and holds no picture (the file was cut off, or only sound goes on) was looked at too. Should
// another decoder find pictures there, they are hidden whole; a blink at the end is covered by what tracks hold.
void cover_the_pictureless(faces::Analysis& found, const std::vector<Range>& asked, const Recording& recording) {
    constexpr Time blink = std::chrono::milliseconds(250);
    found.width = found.width ? found.width : recording.width;
    found.height = found.height ? found.height : recording.height;
    for (const auto& range : asked) {
        const auto seen = outside(range, outside(range, joined(found.ranges)));
        const Range tail{seen.empty() ? range.in : seen.back().out, std::min(range.out, recording.duration)};
        if (is_empty(tail)) continue;
        found.ranges.push_back(tail);
        if (duration(tail) <= blink) continue;
        std::int64_t id = 1;
        for (const auto& gap : found.gaps) id = std::max(id, gap.id + 1);
        found.gaps.push_back({id, tail, faces::GapReason::damaged, 0, {}, {}, {}});
    }
    found.ranges = joined(std::move(found.ranges));
}

// What went wrong, without "look for faces in <file>" before it.
std::string reason_of(const Error& error, const std::filesystem::path& file) {
    const std::string told = error.what();
    const auto named = told.find(file.string() + ": ");
    return named == std::string::npos ? told : told.substr(named + file.string().size() + 2);
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

std::optional<Time> end_of_picture(const faces::Analysis& analysis, const Recording& recording) {
    Time end = recording.duration;
    for (auto gap = analysis.gaps.rbegin(); gap != analysis.gaps.rend(); ++gap)
        if (gap->reason == faces::GapReason::damaged && gap->range.out == end) end = gap->range.in;
    return end < recording.duration ? std::optional(end) : std::nullopt;
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
        auto neighbours = known;
        neighbours.insert(neighbours.end(), plan.to_do.begin(), plan.to_do.end());
        const auto wide = with_context(asked, joined(std::move(neighbours)), recording);
        const auto ranges = plan.whole ? std::vector<Range>{} : wide;
        try {
            if (look || plan.whole || has_pictures(file, asked))
                found = kept(look_at(ranges, part), asked, wide, recording);
        } catch (const Error& error) {
            // People know recordings by their place, not by the name of their file.
            const auto doing =
                fmt::format("look for faces in recording {} of '{}'", recording.position, recording.interview);
            const auto done = before - length(piece);
            if (error.kind() != ErrorKind::cancelled) throw Error(doing, reason_of(error, file), error.kind());
            throw Error(doing,
                        done == Time{}
                            ? "stopped; nothing of it is stored yet"
                            : fmt::format("stopped; what was done of it ({} of {}) is stored, and the next `faces "
                                          "analyze` goes on from there",
                                          format_time(done), format_time(length(plan.to_do))),
                        ErrorKind::cancelled);
        }
        cover_the_pictureless(found, asked, recording);
        archive.store_analysis(recording.id, found, by, {asked, options.exhaustive});
    }
    progress.end();
}

}  // namespace counterclip::archive
