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
#include "ui/look/roles.h"
#include "ui/player/player.h"
#include "ui/words/tr.h"
#include "ui/work/edits.h"
#include "ui/work/jobs.h"

namespace counterclip::ui {

bool AuditRoom::is_shown() const {
    return audit_ && audit_->render && player_->render() == audit_->render->id;
}

// A yes or a no; empty: this operator may, on the render that is on the screen.
QString AuditRoom::why_not_decide() const {
    const auto& desk = studio_.desk;
    if (clip_.isEmpty()) return tr("There is no render on the screen to decide on: choose a clip.");
    if (desk.by().isEmpty()) return tr("Sign in as an auditor to decide.");
    if (!desk.has_role(QStringLiteral("auditor"))) return tr("%1 is no auditor and cannot decide.").arg(desk.by());
    if (!is_shown()) return tr("There is no render on the screen to decide on.");
    return {};
}

// Places that are like a protected name.
qint64 AuditRoom::near_names() const {
    return std::ranges::count(found_, "NEAR-NAME", &consent::Finding::code);
}

// A yes: the gate must have been asked, as everything is now.
QString AuditRoom::why_not_approve() const {
    if (auto why = why_not_decide(); !why.isEmpty()) return why;
    if (call_) return tr("Checking …");
    // Who now looks at more of what is like a name says something new.
    const auto is_mine = [&](const PastDecisionLine& past) {
        return past.approval.approved && past.void_because.isEmpty() && past.approval.looked_at_names >= near_names() &&
               QString::fromStdString(past.approval.by) == studio_.desk.by();
    };
    if (std::ranges::any_of(audit_->decisions, is_mine)) return tr("You approved this render; one person counts once.");
    std::vector<const AuditFinding*> against;
    for (const auto& finding : all_findings_)
        if (finding.stops() && !finding.code.isEmpty()) against.push_back(&finding);
    if (against.empty()) return is_checked_ ? QString() : tr("It was not checked.");
    const auto first = against.front()->in_words();
    const int others = static_cast<int>(against.size()) - 1;
    return others > 0 ? tr("%1, and %n more", nullptr, others).arg(first) : first;
}

void AuditRoom::show_state() {
    QStringList words;
    if (audit_ && audit_->render) {
        words << (audit_->out_of_date.isEmpty() ? tr("render %1 · SHA-256 %2…")
                                                : tr("render %1, out of date · SHA-256 %2…"))
                     .arg(audit_->render->id)
                     .arg(QString::fromStdString(audit_->render->sha256).left(12));
        if (!audit_->second_because.isEmpty())
            words << tr("two auditors have to approve: %1 (%n did)", nullptr, audit_->approvals_standing)
                         .arg(isolated(audit_->second_because.join(QStringLiteral("; "))));
    }
    state_->setText(words.join(QStringLiteral("\n")));
    const auto nobody_may = why_not_decide();
    const auto why_not = why_not_approve();
    const bool is_found = nobody_may.isEmpty() && !why_not.isEmpty() && !call_;
    why_not_->setVisible(!why_not.isEmpty() && !clip_.isEmpty());
    why_not_->setText(is_found ? QStringLiteral("<a href='first' style='color:%1; text-decoration:none'>✕ %2</a>")
                                     .arg(roles().stop.name(), why_not.toHtmlEscaped())
                               : why_not.toHtmlEscaped());
    why_not_->setToolTip(is_found ? tr("Go to it; N goes on to the next") : QString());
    why_not_->setAccessibleName(tr("Why it cannot be approved: %1").arg(why_not));
    approve_->setEnabled(why_not.isEmpty());
    approve_->setDefault(why_not.isEmpty());
    refuse_->setEnabled(nobody_may.isEmpty());
    report_->setEnabled(!clip_.isEmpty() && !studio_.desk.by().isEmpty());
}

Judged AuditRoom::judged() const {
    const auto block = std::ranges::count_if(found_, [](const consent::Finding& f) {
        return f.severity == consent::Severity::blocks && f.code != "NEAR-NAMES-UNSEEN";
    });
    return {clip_,
            player_->render(),
            QString::fromStdString(audit_->render.value().sha256),
            player_->watched_in_words(),
            player_->watched_all(),
            player_->heard_all(),
            static_cast<int>(block),
            static_cast<int>(near_names())};
}

void AuditRoom::approve() {
    if (const auto why = why_not_approve(); !why.isEmpty()) return studio_.desk.say(Desk::Tone::advice, why);
    player_->player().pause();
    const auto what = judged();
    auto* box = new ApproveBox(what, this);
    connect(box, &QDialog::accepted, this, [this, box, what] {
        studio_.desk.say(Desk::Tone::advice, tr("Signing …"));  // a key with a passphrase opens slowly, by design
        studio_.edits.make(
            approve_render(what.clip, what.render, box->reason(), box->listened(), box->looked_at_names()),
            [this, what](const Answer& answer) {
                if (answer.done())
                    studio_.desk.say(Desk::Tone::done, tr("%1 is approved and signed.").arg(what.clip));
                else if (answer.refused())
                    take_refusal(what, answer);
            });
    });
    box->open();
}

// What the gate refused stands first among the findings, each with its frame; the rest is said.
void AuditRoom::take_refusal(const Judged& what, const Answer& answer) {
    auto& desk = studio_.desk;
    const auto latest = desk.archive().latest_render(what.clip.toStdString());
    if (latest && latest->id != what.render)
        return desk.say(
            Desk::Tone::trouble,
            tr("%1 was rendered again while you looked: watch the new render, and decide on that one.").arg(what.clip));
    if (what.clip != clip_) return;
    auto refused = findings_in(answer.json);
    std::erase_if(refused, [](const consent::Finding& f) { return f.severity != consent::Severity::blocks; });
    if (refused.empty()) return;  // what was said by the verb is all there is
    const auto is_mine = [](const consent::Finding& f) { return f.code == "AUDITOR-EDITED"; };
    against_me_.clear();
    std::ranges::copy_if(refused, std::back_inserter(against_me_), is_mine);
    found_ = findings_in(answer.json);
    show_findings();
    show_state();
    go_to_first();
    desk.say(Desk::Tone::trouble,
             tr("%1 is not approved. %n reason(s) stand first among the findings; N goes through them.", nullptr,
                static_cast<int>(refused.size()))
                 .arg(what.clip));
}

void AuditRoom::refuse() {
    if (const auto why = why_not_decide(); !why.isEmpty()) return studio_.desk.say(Desk::Tone::advice, why);
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
