#include "ui/audit/audit_room.h"

#include <QDesktopServices>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include "core/day.h"
#include "core/error.h"
#include "ui/audit/asked_done.h"
#include "ui/audit/audit_edits.h"
#include "ui/audit/audit_lines.h"
#include "ui/audit/audit_player.h"
#include "ui/audit/audit_queue.h"
#include "ui/audit/contact_strip.h"
#include "ui/desk/desk.h"
#include "ui/keys/keys.h"
#include "ui/player/player.h"
#include "ui/words/tr.h"

namespace counterclip::ui {

namespace {

QLabel* heading(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setObjectName(QStringLiteral("heading"));
    return label;
}

QVBoxLayout* column_in(QWidget* widget) {
    auto* column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    return column;
}

QPushButton* button(const QString& name, QAction* action, QWidget* parent) {
    auto* made = new QPushButton(action->text() + QStringLiteral(" …"), parent);
    made->setObjectName(name);
    made->setToolTip(action->toolTip());
    QObject::connect(made, &QPushButton::clicked, action, &QAction::trigger);
    return made;
}

}  // namespace

AuditRoom::AuditRoom(const Studio& studio, QWidget* parent)
    : Room(parent),
      open_url([](const QUrl& url) { QDesktopServices::openUrl(url); }),
      studio_(studio),
      player_(new AuditPlayer(studio.desk, this)) {
    auto* across = new QSplitter(Qt::Horizontal, this);
    across->addWidget(make_left());
    across->addWidget(player_);
    across->addWidget(make_right());
    across->setSizes({220, 640, 320});
    across->setStretchFactor(1, 1);
    auto* down = new QSplitter(Qt::Vertical, this);
    down->addWidget(across);
    down->addWidget(make_below());
    down->setSizes({480, 150});
    down->setStretchFactor(0, 1);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(16, 8, 16, 8);
    all->addWidget(down);
    setFocusProxy(player_);

    connect(&studio_.desk, &Desk::opened, this, [this] {
        clip_.clear();  // of another archive, though it may have the same code
        reading_.forget();
        audit_.reset();
        player_->show_nothing(tr("Choose a clip that waits for you."));
        read_queue();
        read_clip();
    });
    connect(&studio_.desk, &Desk::clip_chosen, this, &AuditRoom::read_clip);
    // The vault may be open now, or shut, and what was read for one is not for the next.
    connect(&studio_.desk, &Desk::signed_in, this, [this] {
        against_me_.clear();
        forget_clip();
        read_clip();
    });
    connect(&studio_.desk, &Desk::changed, this, [this] {
        is_stale_ = true;
        if (is_here_) enter();
    });
    connect(queue_, &LineList::chosen, this, [this](qint64 id) {
        studio_.desk.choose_clip(QString::fromStdString(lines_.at(static_cast<std::size_t>(id - 1)).code));
    });
    connect(findings_, &LineList::chosen, this, &AuditRoom::go_to_finding);
    connect(findings_, &LineList::opened, this, &AuditRoom::mend);
    connect(captions_, &LineList::chosen, this,
            [this](qint64 id) { seek(audit_->captions.at(static_cast<std::size_t>(id - 1)).range.in); });
    connect(strip_, &ContactStrip::asked_for, this, [this](qint64 pts) { seek(Time(pts)); });
    player_->show_nothing(tr("Choose a clip that waits for you."));
}

QWidget* AuditRoom::make_left() {
    auto* left = new QWidget(this);
    waiting_ = heading({}, left);
    queue_ = new LineList(tr("Waiting for you"), left);
    queue_->setObjectName(QStringLiteral("queue"));
    queue_->set_empty_text(tr("Nothing waits for an auditor. Clips come here when they are rendered and verified."));
    auto* column = column_in(left);
    column->addWidget(waiting_);
    column->addWidget(queue_, 1);
    left->setMinimumWidth(180);
    return left;
}

QWidget* AuditRoom::make_right() {
    auto* right = new QWidget(this);
    asked_ = new LineList(tr("Asked for and done"), right);
    asked_->setObjectName(QStringLiteral("asked"));
    findings_ = new LineList(tr("Findings"), right);
    findings_->setObjectName(QStringLiteral("findings"));
    auto* upper = new QWidget(right);
    auto* upper_column = column_in(upper);
    upper_column->addWidget(heading(tr("ASKED FOR → DONE"), upper));
    upper_column->addWidget(asked_, 1);
    auto* lower = new QWidget(right);
    auto* lower_column = column_in(lower);
    lower_column->addWidget(heading(tr("FINDINGS, WORST FIRST"), lower));
    lower_column->addWidget(findings_, 1);
    auto* both = new QSplitter(Qt::Vertical, right);
    both->addWidget(upper);
    both->addWidget(lower);
    both->setChildrenCollapsible(false);
    both->setSizes({200, 300});
    state_ = new QLabel(right);
    state_->setObjectName(QStringLiteral("state"));
    state_->setWordWrap(true);
    why_not_ = new QLabel(right);
    why_not_->setObjectName(QStringLiteral("why not"));
    why_not_->setWordWrap(true);
    why_not_->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    connect(why_not_, &QLabel::linkActivated, this, &AuditRoom::go_to_first);
    make_keys();
    auto* decide = new QHBoxLayout;
    decide->addWidget(approve_, 1);
    decide->addWidget(refuse_, 1);
    auto* column = column_in(right);
    column->addWidget(both, 1);
    column->addWidget(state_);
    column->addWidget(why_not_);
    column->addLayout(decide);
    column->addWidget(report_);
    right->setMinimumWidth(280);
    return right;
}

QWidget* AuditRoom::make_below() {
    auto* below = new QTabWidget(this);
    below->setDocumentMode(true);
    below->tabBar()->setDrawBase(false);
    strip_ = new ContactStrip(below);
    captions_ = new LineList(tr("Captions, as they leave"), below);
    decisions_ = new LineList(tr("Decisions so far"), below);
    decisions_->setObjectName(QStringLiteral("decisions"));
    captions_->setObjectName(QStringLiteral("captions"));
    below->addTab(strip_, tr("Contact sheet, worst frames first"));
    below->addTab(captions_, tr("Captions, as they leave"));
    below->addTab(decisions_, tr("Decisions"));
    below->setMinimumHeight(148);
    return below;
}

void AuditRoom::make_keys() {
    auto& keys = studio_.keys;
    const auto room = tr("Audit");
    const auto key = [&](const char* id, const QString& title, const QKeySequence& sequence,
                         std::function<void()> act) {
        return keys.add(*this, room, QStringLiteral("audit.") + QLatin1String(id), title, sequence, std::move(act));
    };
    key("next", tr("Next finding"), Qt::Key_N, [this] { findings_->step(1); });
    key("previous", tr("Previous finding"), Qt::Key_P, [this] { findings_->step(-1); });
    key("wipe", tr("Wipe, side by side, render only"), Qt::Key_W, [this] { player_->next_way(); });
    key("back", tr("Backwards, faster"), Qt::Key_J, [this] { player_->player().shuttle(-1); });
    key("stop", tr("Play or stop"), Qt::Key_K, [this] { player_->player().toggle(); });
    key("forth", tr("Forwards, faster"), Qt::Key_L, [this] { player_->player().shuttle(1); });
    approve_ = button(
        QStringLiteral("approve"),
        key("approve", tr("Approve and sign"), QKeySequence(Qt::CTRL | Qt::Key_Return), [this] { approve(); }), this);
    refuse_ = button(QStringLiteral("refuse"),
                     key("refuse", tr("Refuse with reason"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Return),
                         [this] { refuse(); }),
                     this);
    report_ = button(QStringLiteral("report"),
                     key("report", tr("Open the audit report"), {}, [this] { make_report(); }), this);
}

void AuditRoom::enter() {
    is_here_ = true;
    if (!std::exchange(is_stale_, false)) return;
    read_queue();
    read_clip();
}

void AuditRoom::leave() {
    is_here_ = false;
    player_->player().pause();
}

void AuditRoom::go_to(qint64 pts) {
    if (pts >= 0) seek(Time(pts));
}

void AuditRoom::seek(Time at) {
    player_->player().pause();
    player_->player().seek(at);
}

void AuditRoom::read_queue() {
    lines_.clear();
    try {
        if (studio_.desk.is_open()) lines_ = studio_.desk.archive().audit_queue(today()).lines;
    } catch (const Error& error) {
        studio_.desk.say(Desk::Tone::trouble, QString::fromStdString(error.what()));
    }
    waiting_->setText(tr("WAITING FOR YOU · %n", nullptr, static_cast<int>(lines_.size())));
    queue_->set_lines(queue_lines(lines_));
    const auto found = std::ranges::find(lines_, studio_.desk.clip().toStdString(), &archive::ClipLine::code);
    queue_->choose(found == lines_.end() ? 0 : found - lines_.begin() + 1);
}

void AuditRoom::read_clip() {
    if (!is_here_) {
        is_stale_ = true;
        return;
    }
    const auto code = studio_.desk.clip();
    if (code != clip_) {
        clip_ = code;
        against_me_.clear();
        player_->show_nothing(code.isEmpty() ? tr("Choose a clip that waits for you.") : tr("Opening …"));
        forget_clip();
    }
    if (code.isEmpty()) return;
    auto passphrase = std::make_shared<SecretText>();
    passphrase->text().assign(studio_.desk.identity().vault_passphrase.view());
    reading_.run(
        [folder = studio_.desk.archive_folder(), code = code.toStdString(),
         passphrase = std::shared_ptr<const SecretText>(std::move(passphrase))] {
            return std::make_shared<const ClipAudit>(read_clip_audit(folder, code, passphrase));
        },
        [this](std::shared_ptr<const ClipAudit> audit) { take(std::move(audit)); });
    check();
}

// All that was read of the clip but its picture, which the player keeps or takes off by its own rules.
void AuditRoom::forget_clip() {
    reading_.forget();
    asking_.forget();
    stop_check();
    audit_.reset();
    found_.clear();
    strip_->show_nothing({});
    asked_->set_lines({});
    asked_->set_empty_text(clip_.isEmpty() ? QString() : tr("Checking …"));
    show_findings();
    show_decisions();
    show_captions();
    show_state();
}

void AuditRoom::take(std::shared_ptr<const ClipAudit> audit) {
    audit_ = std::move(audit);
    player_->show_audit(audit_);
    const bool shown = player_->render() != 0;
    if (shown)
        strip_->show_frames(studio_.desk.archive_folder() / audit_->render.value().file, audit_->worth_a_look);
    else
        strip_->show_nothing(tr("There is nothing to show."));
    show_findings();
    show_decisions();
    show_captions();
    show_state();
}

void AuditRoom::stop_check() {
    is_checked_ = false;
    if (!call_) return;
    call_->disconnect(this);
    call_->cancel();
    call_ = nullptr;
}

// The gate's own answer, with every file hashed. A check that is out of date is stopped.
void AuditRoom::check() {
    stop_check();
    if (clip_.isEmpty()) return show_state();
    call_ = new Call(studio_.desk, check_for_approval(clip_), this);
    connect(call_, &Call::finished, this, &AuditRoom::take_check);
    call_->start();
    show_state();
}

void AuditRoom::take_check(const Answer& answer) {
    call_ = nullptr;
    is_checked_ = answer.done() || answer.refused();
    if (!is_checked_) {
        found_ = {{"", consent::Severity::blocks, answer.error.toStdString(), {}}};
        found_.front().code = tr("not checked").toStdString();
    } else {
        found_ = findings_in(answer.json);
        found_.insert(found_.end(), against_me_.begin(), against_me_.end());
    }
    show_findings();
    show_asked();
    show_state();
}

void AuditRoom::show_findings() {
    all_findings_ = audit_ ? findings_with_places(found_, *audit_) : std::vector<AuditFinding>();
    findings_->set_empty_text(clip_.isEmpty() ? QString()
                              : is_checked_   ? tr("Nothing speaks against an approval.")
                                              : tr("Checking …"));
    findings_->set_lines(as_lines(all_findings_));
}

void AuditRoom::show_asked() {
    asking_.run([folder = studio_.desk.archive_folder(), code = clip_.toStdString(),
                 findings = found_] { return asked_for_and_done(folder, code, findings); },
                [this](std::vector<Line> lines) { asked_->set_lines(std::move(lines)); });
}

void AuditRoom::show_decisions() {
    const bool may_read = studio_.desk.may_read_words();
    decisions_->set_empty_text(may_read ? tr("Nobody decided on this render yet.")
                                        : tr("Sign in to read what was decided, and why."));
    if (!may_read) return decisions_->set_lines({});
    decisions_->set_lines(audit_ ? decision_lines(audit_->decisions) : std::vector<Line>());
}

void AuditRoom::show_captions() {
    if (!studio_.desk.may_read_words()) {
        captions_->set_empty_text(tr("Sign in to read what is written: it can hold names."));
        return captions_->set_lines({});
    }
    captions_->set_empty_text(audit_ ? audit_->no_captions : QString());
    captions_->set_lines(audit_ ? caption_lines(audit_->captions) : std::vector<Line>());
}

void AuditRoom::go_to_finding(qint64 id) {
    const auto& finding = all_findings_.at(static_cast<std::size_t>(id - 1));
    if (finding.at) seek(*finding.at);
}

// By the line beside the decisions; N goes on from there.
void AuditRoom::go_to_first() {
    if (all_findings_.empty()) return;
    findings_->choose(1);
    findings_->setFocus();
    go_to_finding(1);
}

// Where it is mended, at the same moment of the recording.
void AuditRoom::mend(qint64 id) {
    const auto& finding = all_findings_.at(static_cast<std::size_t>(id - 1));
    const auto room = finding.room();
    if (room.isEmpty()) return;
    const auto moment = finding.at && audit_ ? source_of(*audit_, *finding.at) : std::nullopt;
    auto& desk = studio_.desk;
    if (moment) {
        const auto& part = audit_->plan->parts[moment->part];
        desk.choose_interview(QString::fromStdString(part.interview));
        desk.choose_recording(part.position);
    }
    Q_EMIT desk.asked_for(room, moment ? moment->at.count() : -1);
}

}  // namespace counterclip::ui
