// Audit: a clip as the world will see it, what was asked for beside what was done, and the decision on it. Approving
// looks possible only while nothing that the gate found stands against it; captions and decisions are read by those who
// are signed in (Desk::may_read_words).
#pragma once

#include <functional>
#include <memory>

#include <QUrl>

#include "ui/audit/audit_findings.h"
#include "ui/shell/room.h"
#include "ui/work/away.h"
#include "ui/work/call.h"

class QLabel;
class QPushButton;
class QTabWidget;

namespace counterclip::ui {

class AuditPlayer;
class ContactStrip;
struct Judged;

class AuditRoom : public Room {
    Q_OBJECT
  public:
    explicit AuditRoom(const Studio& studio, QWidget* parent = nullptr);

    void enter() override;
    void leave() override;
    void go_to(qint64 pts) override;

    // Opens a report that was written; the desktop does by default.
    std::function<void(const QUrl&)> open_url;

  private:
    QWidget* make_left();
    QWidget* make_right();
    QWidget* make_below();
    void make_keys();
    void read_queue();
    void read_clip();
    void forget_clip();
    void take(std::shared_ptr<const ClipAudit> audit);
    void check();
    void stop_check();
    void take_check(const Answer& answer);
    void show_findings();
    void show_asked();
    void show_decisions();
    void show_captions();
    void show_state();
    void go_to_finding(qint64 id);
    void go_to_first();
    void mend(qint64 id);
    void seek(Time at);
    bool is_shown() const;
    QString why_not_decide() const;
    QString why_not_approve() const;
    qint64 near_names() const;
    Judged judged() const;
    void approve();
    void take_refusal(const Judged& what, const Answer& answer);
    void refuse();
    void make_report();

    Studio studio_;
    LineList* queue_;
    QLabel* waiting_;
    AuditPlayer* player_;
    LineList* asked_;
    LineList* findings_;
    ContactStrip* strip_;
    LineList* captions_;
    LineList* decisions_;
    QLabel* state_;
    QLabel* why_not_;  // beside the decisions: why not to approve, in a line that goes to the first reason
    QPushButton* approve_;
    QPushButton* refuse_;
    QPushButton* report_;
    std::vector<archive::ClipLine> lines_;
    QString clip_;  // that is shown
    std::shared_ptr<const ClipAudit> audit_;
    std::vector<consent::Finding> found_;
    std::vector<consent::Finding> against_me_;  // found when this auditor tried: a check asks for nobody in particular
    std::vector<AuditFinding> all_findings_;
    Call* call_ = nullptr;
    bool is_checked_ = false;
    bool is_here_ = false;
    bool is_stale_ = true;  // something changed while nobody looked
    Away reading_;
    Away asking_;
};

}  // namespace counterclip::ui
