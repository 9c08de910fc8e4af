// Where a finding leads, and what mends it at once.
#include <algorithm>

#include <QRegularExpression>
#include <QStackedWidget>
#include <QTabBar>

#include "core/error.h"
#include "ui/cut/clip_findings.h"
#include "ui/cut/clip_panel.h"
#include "ui/cut/cut_edits.h"
#include "ui/desk/desk.h"
#include "ui/work/jobs.h"

namespace counterclip::ui {

namespace {

// So much around a part that a face that comes in just before it is no surprise.
constexpr Time margin = std::chrono::seconds(1);

// "interview BTIB-0042: the consent ..."; empty where the sentence names none.
QString interview_named(const QString& what) {
    static const QRegularExpression named(QStringLiteral("^interview ([^\\s:]+):"));
    return named.match(what).captured(1);
}

}  // namespace

void ClipPanel::mend(const ClipFinding& finding) {
    const auto way = finding.words ? finding.words->way : Way::none;
    const bool changes = way == Way::find_faces || way == Way::verify || way == Way::hide_faces;
    if (const auto why = marking_.why_not(); changes && !why.isEmpty()) return desk_.say(Desk::Tone::advice, why);
    switch (way) {
        case Way::parts:
            return tabs_->setCurrentIndex(parts_page);
        case Way::details:
            return tabs_->setCurrentIndex(fields_page);
        case Way::redact:
            if (finding.at) return Q_EMIT seek_asked(finding.at->count());
            return tabs_->setCurrentIndex(parts_page);
        case Way::hide_faces:
            return composition_.set_all({QStringLiteral("--hide-faces")}, tr("hide faces"));
        case Way::find_faces:
            return find_faces();
        case Way::gaps:
            return go_to_gap();
        case Way::render:
            return render();
        case Way::verify:
            return verify();
        case Way::consent:
        case Way::faces:
        case Way::audit:
        case Way::release:
            if (const auto named = interview_named(finding.what); !named.isEmpty()) desk_.choose_interview(named);
            return Q_EMIT desk_.asked_for(room_of(way), finding.at ? finding.at->count() : -1);
        case Way::none:
            return;
    }
}

// Of every part; what was looked at already is done at once.
void ClipPanel::find_faces() {
    try {
        for (const auto& part : composition_.clip()->parts) {
            const auto recording = desk_.archive().recording(part.recording);
            jobs_.add(find_faces_in({QString::fromStdString(part.interview),
                                     recording.position,
                                     {std::max(Time(0), part.range.in - margin),
                                      std::min(recording.duration, part.range.out + margin)}}),
                      [this](const Answer&) { desk_.refresh(); });
        }
    } catch (const Error& error) {
        return desk_.say(Desk::Tone::trouble, QString::fromStdString(error.what()));
    }
    desk_.say(Desk::Tone::done, tr("Faces are being looked for; the jobs at the lower left tell how far it is."));
}

// The first that is open in what the clip shows.
void ClipPanel::go_to_gap() {
    try {
        for (const auto& part : composition_.clip()->parts) {
            // Tracks, of which there can be many, are not read.
            const auto known = desk_.archive().analysis(part.recording, Range{Time(0), Time(1)});
            if (!known) continue;
            const auto open = std::ranges::find_if(known->gaps, [&](const faces::Gap& gap) {
                return gap.resolved_by.empty() && gap.range.in < part.range.out && part.range.in < gap.range.out;
            });
            if (open == known->gaps.end()) continue;
            desk_.choose_interview(QString::fromStdString(part.interview));
            desk_.choose_recording(desk_.archive().recording(part.recording).position);
            return Q_EMIT desk_.asked_for(QStringLiteral("faces"), open->range.in.count());
        }
    } catch (const Error& error) {
        return desk_.say(Desk::Tone::trouble, QString::fromStdString(error.what()));
    }
    Q_EMIT desk_.asked_for(QStringLiteral("faces"), -1);
}

void ClipPanel::verify() {
    const auto code = desk_.clip();
    jobs_.add({tr("look at %1").arg(code), {QStringLiteral("verify"), code}},
              [this](const Answer&) { desk_.refresh(); });
    desk_.say(Desk::Tone::done, tr("%1 is being looked at; the jobs at the lower left tell how far it is.").arg(code));
}

}  // namespace counterclip::ui
