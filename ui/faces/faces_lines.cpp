#include "ui/faces/faces_lines.h"

#include <algorithm>

#include "ui/words/tr.h"

namespace counterclip::ui {

namespace {

QString at(Time t) {
    return QString::fromStdString(format_time(t));
}

Line heading(const QString& title) {
    Line line;
    line.title = title;
    line.is_heading = true;
    return line;
}

Line line_of(const FacesKnown& known, const faces::Gap& gap, bool may_see_originals) {
    Line line;
    line.id = gap.id;
    line.title = in_words(gap.reason);
    line.aside = tr("%1 s").arg(seconds(duration(gap.range)), 0, 'f', 1);
    QStringList below{at(gap.range.in)};
    if (gap.track != 0) below << tr("person %1").arg(gap.track);
    if (gap.resolved_by.empty()) {
        line.mood = Mood::stop;
        line.sign = QStringLiteral("!");
        below << tr("hidden whole until resolved");
    } else {
        line.mood = Mood::safe;
        line.sign = QStringLiteral("✓");
        below << QString::fromStdString(gap.resolution) << tr("by %1").arg(QString::fromStdString(gap.resolved_by));
    }
    line.below = below.join(QStringLiteral(" · "));
    const auto picture = known.gap_pictures.find(gap.id);
    if (may_see_originals && gap.resolved_by.empty() && picture != known.gap_pictures.end())
        line.picture.load(QString::fromStdString(picture->second.string()));
    return line;
}

}  // namespace

std::vector<Line> gap_lines(const FacesKnown& known, bool may_see_originals) {
    std::vector<Line> lines;
    const auto open = open_gaps(known).size();
    const auto done = known.gaps.size() - open;
    if (open > 0) lines.push_back(heading(tr("open: %n", nullptr, static_cast<int>(open))));
    for (std::size_t n = 0; n < known.gaps.size(); ++n) {
        if (n == open && done > 0) lines.push_back(heading(tr("resolved: %n", nullptr, static_cast<int>(done))));
        lines.push_back(line_of(known, known.gaps[n], may_see_originals));
    }
    return lines;
}

QString fate(const FacesKnown& known, const faces::Track& track) {
    if (const auto found = known.deletions.find(track.id);
        track.label == faces::Label::not_a_face && found != known.deletions.end())
        return tr("not hidden: %1 (%2)")
            .arg(QString::fromStdString(found->second.reason), QString::fromStdString(found->second.by));
    if (track.label == faces::Label::not_a_face) return tr("not hidden: said to be no face");
    if (known.shown.contains(track.id)) return tr("shown by consent");
    if (track.label == faces::Label::unlabelled) return tr("hidden until labelled");
    return tr("hidden");
}

std::vector<Line> people_lines(const FacesKnown& known) {
    std::vector<const faces::Track*> tracks;
    for (const auto& track : known.tracks)
        if (!track.sightings.empty()) tracks.push_back(&track);
    // By what no decision changes: a line stays under the pointer that has just labelled it.
    std::ranges::stable_sort(tracks, std::ranges::greater(), [](const auto* t) { return t->sightings.size(); });
    std::vector<Line> lines;
    for (const auto* track : tracks) {
        Line line;
        line.id = track->id;
        line.title = tr("person %1 · %2").arg(track->id).arg(in_words(track->label));
        const auto range = range_of_track(*track);
        line.below = QStringLiteral("%1 – %2 · %3").arg(begins(at(range.in)), ends(at(range.out)), fate(known, *track));
        const bool is_shown = known.shown.contains(track->id);
        line.mood = track->label == faces::Label::not_a_face   ? Mood::stop
                    : track->label == faces::Label::unlabelled ? Mood::warn
                    : is_shown                                 ? Mood::plain
                                                               : Mood::safe;
        line.sign = line.mood == Mood::warn   ? QStringLiteral("?")
                    : line.mood == Mood::stop ? QStringLiteral("✕")
                    : is_shown                ? QStringLiteral("○")
                                              : QStringLiteral("◆");
        lines.push_back(std::move(line));
    }
    return lines;
}

std::vector<Line> region_lines(const FacesKnown& known) {
    std::vector<Line> lines;
    for (const auto& region : known.regions) {
        Line line;
        line.id = region.id;
        line.mood = Mood::safe;
        line.sign = QStringLiteral("◆");
        line.title = QString::fromStdString(region.what);
        const auto range = faces::range_of(region);
        line.below =
            tr("%1 – %2 · by %3").arg(begins(at(range.in)), ends(at(range.out)), QString::fromStdString(region.by));
        line.aside = tr("%n key(s)", nullptr, static_cast<int>(region.keys.size()));
        lines.push_back(std::move(line));
    }
    return lines;
}

std::vector<std::int64_t> open_gaps(const FacesKnown& known) {
    std::vector<std::int64_t> open;
    for (const auto& gap : known.gaps)
        if (gap.resolved_by.empty()) open.push_back(gap.id);
    return open;
}

}  // namespace counterclip::ui
