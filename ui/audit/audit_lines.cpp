#include "ui/audit/audit_lines.h"

#include "ui/words/tr.h"

namespace counterclip::ui {

std::vector<Line> decision_lines(const std::vector<PastDecisionLine>& decisions) {
    std::vector<Line> lines;
    for (const auto& [approval, void_because] : decisions) {
        Line line;
        line.id = static_cast<qint64>(lines.size()) + 1;
        const bool stands = void_because.isEmpty();
        line.mood = !stands ? Mood::plain : approval.approved ? Mood::safe : Mood::stop;
        line.sign = !stands ? QStringLiteral("–") : approval.approved ? QStringLiteral("✓") : QStringLiteral("✕");
        line.title =
            (approval.approved ? tr("approved by %1") : tr("refused by %1")).arg(QString::fromStdString(approval.by));
        line.aside = QString::fromStdString(approval.at).left(16).replace(u'T', u' ');
        QStringList below;
        if (!approval.reason.empty()) below << QString::fromStdString(approval.reason);
        if (approval.listened) below << tr("listened to all of it");
        if (approval.looked_at_names > 0) below << tr("looked at what is like a protected name");
        for (const auto& why : void_because) below << tr("does not count: %1").arg(why);
        line.below = below.join(QStringLiteral(" · "));
        lines.push_back(std::move(line));
    }
    return lines;
}

std::vector<Line> caption_lines(const std::vector<captions::Cue>& cues) {
    std::vector<Line> lines;
    for (const auto& cue : cues) {
        Line line;
        line.id = static_cast<qint64>(lines.size()) + 1;
        line.title = QString::fromStdString(cue.text);
        line.aside = QString::fromStdString(format_time(cue.range.in));
        lines.push_back(std::move(line));
    }
    return lines;
}

}  // namespace counterclip::ui
