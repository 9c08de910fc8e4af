// What an auditor does in the room about the render on the screen: approve, refuse, have a report.
#include <QJsonObject>
#include <QLabel>
#include <QPushButton>
#include <QUrl>

#include "ui/audit/audit_edits.h"
#include "ui/audit/audit_player.h"
#include "ui/audit/audit_room.h"
#include "ui/audit/decision_box.h"
#include "ui/desk/desk.h"
#include "ui/player/player.h"
#include "ui/work/edits.h"
#include "ui/work/jobs.h"

namespace counterclip::ui {

bool AuditRoom::may_decide() {
    if (approve_->isEnabled()) return true;
    studio_.desk.say(Desk::Tone::advice, player_->render() == 0
                                             ? tr("There is no render on the screen to decide on: choose a clip.")
                                             : state_->text().section(u'\n', -1));
    return false;
}

Judged AuditRoom::judged() const {
    const auto block = std::ranges::count_if(found_, [](const consent::Finding& f) {
        return f.severity == consent::Severity::blocks && f.code != "NEAR-NAMES-UNSEEN";
    });
    const auto near_names = std::ranges::count(found_, "NEAR-NAME", &consent::Finding::code);
    return {clip_,
            player_->render(),
            QString::fromStdString(audit_->render.value().sha256),
            player_->watched_in_words(),
            player_->heard_all(),
            static_cast<int>(block),
            static_cast<int>(near_names)};
}

void AuditRoom::approve() {
    if (!may_decide()) return;
    player_->player().pause();
    const auto what = judged();
    auto* box = new ApproveBox(what, this);
    connect(box, &QDialog::accepted, this, [this, box, what] {
        studio_.edits.make(
            approve_render(what.clip, what.render, box->reason(), box->listened(), box->looked_at_names()),
            [this, what](const Answer& answer) {
                if (answer.done()) studio_.desk.say(Desk::Tone::done, tr("%1 is approved and signed.").arg(what.clip));
            });
    });
    box->open();
}

void AuditRoom::refuse() {
    if (!may_decide()) return;
    player_->player().pause();
    const auto what = judged();
    auto* box = new RefuseBox(what, this);
    connect(box, &QDialog::accepted, this, [this, box, what] {
        studio_.edits.make(refuse_render(what.clip, what.render, box->reason()), [this, what](const Answer& answer) {
            if (answer.done())
                studio_.desk.say(Desk::Tone::done, tr("%1 is refused, and why is on record.").arg(what.clip));
        });
    });
    box->open();
}

void AuditRoom::make_report() {
    if (clip_.isEmpty()) return;
    studio_.jobs.add(report_on(clip_), [this](const Answer& answer) {
        const auto file = answer.json.object()[QLatin1String("file")].toString();
        if (answer.done() && !file.isEmpty()) open_url(QUrl::fromLocalFile(file));
    });
}

}  // namespace counterclip::ui
