#include "ui/faces/faces_known.h"

#include <algorithm>

#include "archive/gap_pictures.h"
#include "archive/ranges.h"
#include "clip/plan.h"
#include "ui/words/tr.h"

namespace counterclip::ui {

namespace {

using namespace std::chrono_literals;

constexpr Time held = 500ms;  // a mask outlives its track (P3)

Time length_of(const std::vector<Range>& ranges) {
    Time sum{};
    for (const auto& range : ranges) sum += duration(range);
    return sum;
}

// What of `all` lies in none of `known`.
std::vector<Range> missing(const std::vector<Range>& known, Range all) {
    std::vector<Range> holes;
    Time at = all.in;
    for (const auto& range : known) {
        if (range.in > at) holes.push_back({at, range.in});
        at = std::max(at, range.out);
    }
    if (at < all.out) holes.push_back({at, all.out});
    return holes;
}

void measure(const clip::PlannedPart& hidden, FacesKnown& known) {
    const double all = std::max(1.0, static_cast<double>(known.recording.duration.count()));
    auto whole = missing(known.analysed, {Time(), known.recording.duration});
    for (const auto& gap : known.gaps) {
        if (!gap.resolved_by.empty()) continue;
        ++known.open_gaps;
        if (clip::mask_at(hidden, gap.range.in).whole) whole.push_back(gap.range);
    }
    const auto nothing_shown = length_of(archive::joined(whole));
    for (const auto& track : hidden.faces_to_hide) {
        if (track.sightings.empty()) continue;
        const auto seen = range_of_track(track);
        whole.push_back({std::max(Time(), seen.in - held), std::min(known.recording.duration, seen.out + held)});
    }
    for (const auto& region : known.regions) whole.push_back(faces::range_of(region));
    const auto something_hidden = length_of(archive::joined(whole));
    known.share_whole = static_cast<double>(nothing_shown.count()) / all;
    known.share_masked = static_cast<double>((something_hidden - nothing_shown).count()) / all;
}

void worst_first(std::vector<faces::Gap>& gaps) {
    std::ranges::stable_sort(gaps, [](const faces::Gap& a, const faces::Gap& b) {
        const bool a_done = !a.resolved_by.empty();
        const bool b_done = !b.resolved_by.empty();
        if (a_done != b_done) return b_done;
        return duration(a.range) != duration(b.range) ? duration(a.range) > duration(b.range) : a.range.in < b.range.in;
    });
}

}  // namespace

FacesKnown read_faces(const std::filesystem::path& folder, std::int64_t id) {
    FacesKnown known;
    try {
        const auto archive = archive::Archive::open(folder);
        known.recording = archive.recording(id);
        known.regions = archive.regions(id);
        for (const auto& one : archive.analysed(id)) known.analysed.push_back(one.range);
        known.analysed = archive::joined(known.analysed);
        auto analysis = archive.analysis(id);
        known.is_analysed = analysis.has_value() && !known.analysed.empty();
        if (!analysis) analysis.emplace();
        known.tracks = std::move(analysis->tracks);
        known.gaps = std::move(analysis->gaps);
        known.deletions = archive.deletions(id);
        worst_first(known.gaps);
        for (const auto& gap : known.gaps) {
            const auto picture = archive.path(archive::gap_picture(id, gap));
            if (std::filesystem::exists(picture)) known.gap_pictures[gap.id] = picture;
        }
        const auto hidden = clip::plan_stretch(archive, id, {Time(), known.recording.duration});
        for (const auto& track : hidden.faces_shown) known.shown.insert(track.id);
        measure(hidden, known);
    } catch (const std::exception& error) {
        known.trouble = QString::fromUtf8(error.what());
    }
    return known;
}

namespace {

template <class T>
const T* of_id(const std::vector<T>& all, std::int64_t id) {
    const auto found = std::ranges::find(all, id, &T::id);
    return found == all.end() ? nullptr : &*found;
}

}  // namespace

const faces::Track* track_of(const FacesKnown& known, std::int64_t id) {
    return of_id(known.tracks, id);
}
const faces::Gap* gap_of(const FacesKnown& known, std::int64_t id) {
    return of_id(known.gaps, id);
}
const faces::Region* region_of(const FacesKnown& known, std::int64_t id) {
    return of_id(known.regions, id);
}

Range range_of_track(const faces::Track& track) {
    if (track.sightings.empty()) return {};
    const auto& s = track.sightings;
    const auto frame = s.size() > 1 ? s.back().pts - s[s.size() - 2].pts : Time(40ms);
    return {s.front().pts, s.back().pts + frame};
}

const faces::Sighting& best_look(const faces::Track& track) {
    return *std::ranges::max_element(track.sightings, {}, &faces::Sighting::score);
}

QString in_words(faces::Label label) {
    switch (label) {
        case faces::Label::subject:
            return tr("subject");
        case faces::Label::interviewer:
            return tr("interviewer");
        case faces::Label::translator:
            return tr("translator");
        case faces::Label::guard:
            return tr("guard");
        case faces::Label::bystander:
            return tr("bystander");
        case faces::Label::not_a_face:
            return tr("no face");
        case faces::Label::unlabelled:
            break;
    }
    return tr("unlabelled");
}

QString in_words(faces::GapReason reason) {
    switch (reason) {
        case faces::GapReason::lost:
            return tr("lost in mid-frame");
        case faces::GapReason::starts_midframe:
            return tr("begins in mid-frame");
        case faces::GapReason::low_score:
            return tr("seen only weakly for long");
        case faces::GapReason::damaged:
            return tr("frames are damaged");
        case faces::GapReason::fallback:
            return tr("only weak detectors looked");
    }
    return {};
}

}  // namespace counterclip::ui
