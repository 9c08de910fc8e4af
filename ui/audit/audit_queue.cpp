#include "ui/audit/audit_queue.h"

#include "ui/promise/stages.h"
#include "ui/words/tr.h"

namespace counterclip::ui {

namespace {

QStringList reasons(const archive::ClipLine& l) {
    QStringList all;
    if (l.problems > 0) all << tr("%n problem(s) found", nullptr, l.problems);
    if (l.gaps > 0) all << tr("%n open gap(s)", nullptr, l.gaps);
    if (l.stale == 2) all << tr("a recording changed since");
    if (l.minor) all << tr("under age");
    if (l.custody) all << tr("in custody");
    if (l.watched) all << tr("a guard was present");
    if (l.deleted > 0) all << tr("%n face(s) said to be none", nullptr, l.deleted);
    if (l.visible > 0) all << tr("%1 % of a face can be made out").arg(l.visible / 10.0, 0, 'f', 1);
    return all;
}

}  // namespace

std::vector<Line> queue_lines(const std::vector<archive::ClipLine>& waiting) {
    std::vector<Line> lines;
    for (const auto& l : waiting) {
        Line line;
        line.id = static_cast<qint64>(lines.size()) + 1;
        const auto why = reasons(l);
        const bool is_bad = l.problems > 0 || l.gaps > 0;
        line.mood = is_bad ? Mood::stop : why.isEmpty() ? Mood::plain : Mood::warn;
        line.sign = is_bad ? QStringLiteral("✕") : why.isEmpty() ? QStringLiteral("…") : QStringLiteral("!");
        line.title = QString::fromStdString(l.code);
        line.below = (QStringList{waiting_in_words(l)} + why).join(QStringLiteral(" · "));
        line.aside = QString::fromStdString(format_time(l.length)).section(u'.', 0, 0);
        lines.push_back(std::move(line));
    }
    return lines;
}

}  // namespace counterclip::ui
