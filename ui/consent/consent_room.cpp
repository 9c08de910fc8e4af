#include "ui/consent/consent_room.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "core/error.h"
#include "ui/consent/evidence_form.h"
#include "ui/consent/history_panel.h"
#include "ui/consent/interview_form.h"
#include "ui/consent/revision_editor.h"
#include "ui/consent/withdrawal_dialog.h"
#include "ui/desk/desk.h"
#include "ui/keys/keys.h"
#include "ui/player/player.h"

namespace counterclip::ui {

ConsentRoom::ConsentRoom(const Studio& studio, QWidget* parent)
    : Room(parent),
      studio_(studio),
      history_(new HistoryPanel(studio.desk, this)),
      player_(new Player(studio.desk, this)),
      pages_(new QStackedWidget(this)),
      foot_(new QWidget(this)),
      editor_(new RevisionEditor(studio_, *foot_, this)),
      interview_(new InterviewForm(this)) {
    auto* columns = new QSplitter(this);
    columns->setChildrenCollapsible(false);
    columns->addWidget(history_);
    columns->addWidget(make_middle());
    columns->addWidget(make_side());
    columns->setSizes({216, 680, 304});
    columns->setStretchFactor(1, 1);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(columns);
    setFocusProxy(player_);

    auto& desk = studio_.desk;
    connect(&desk, &Desk::opened, this, [this] { history_->read(), show_revision(); });
    connect(&desk, &Desk::interview_chosen, this, [this] { history_->read(), show_revision(); });
    connect(&desk, &Desk::recording_chosen, this, &ConsentRoom::open_recording);
    connect(&desk, &Desk::changed, this, [this] { history_->read(), editor_->read(); });
    connect(history_, &HistoryPanel::person_chosen, this, &ConsentRoom::show_revision);
    connect(history_, &HistoryPanel::evidence_asked, this, [this](qint64 recording, qint64 pts) {
        studio_.desk.choose_recording(studio_.desk.archive().recording(recording).position);
        player_->seek(Time(pts));
    });
    connect(&editor_->evidence(), &EvidenceForm::mark_asked, this, &ConsentRoom::mark);
    connect(&editor_->evidence(), &EvidenceForm::play_asked, this, [this] {
        const auto& evidence = editor_->evidence();
        if (evidence.in() && evidence.out()) player_->play_range({*evidence.in(), *evidence.out()});
    });
    connect(interview_, &InterviewForm::saved, this, &ConsentRoom::save_interview);
    connect(interview_, &InterviewForm::closed, this, &ConsentRoom::show_revision);
    add_keys();
    history_->read();
    open_recording();
    show_revision();
}

QWidget* ConsentRoom::make_middle() {
    auto* middle = new QWidget(this);
    const auto button = [&](const QString& name, const QString& text, void (ConsentRoom::*act)()) {
        auto* one = new QPushButton(text, middle);
        one->setObjectName(name);
        one->setFocusPolicy(Qt::TabFocus);
        connect(one, &QPushButton::clicked, this, act);
        return one;
    };
    auto* row = new QHBoxLayout;
    row->addWidget(button(QStringLiteral("new interview"), tr("New interview …"), &ConsentRoom::new_interview));
    row->addWidget(button(QStringLiteral("describe"), tr("Description …"), &ConsentRoom::describe));
    row->addStretch();
    row->addWidget(button(QStringLiteral("take back"), tr("✕ They take it back …"), &ConsentRoom::withdraw));
    const auto scrolled = [&](QWidget* content) {
        auto* scroll = new QScrollArea(this);
        scroll->setWidget(content);
        scroll->setWidgetResizable(true);
        scroll->setFrameShape(QFrame::NoFrame);
        scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        return scroll;
    };
    pages_->addWidget(scrolled(editor_));
    pages_->addWidget(scrolled(interview_));
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 16, 0, 0);
    column->setSpacing(8);
    column->addLayout(row);
    column->addWidget(pages_, 1);
    return middle;
}

QWidget* ConsentRoom::make_side() {
    auto* side = new QWidget(this);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(8, 16, 16, 16);
    column->setSpacing(8);
    column->addWidget(player_, 3);
    column->addWidget(foot_, 4);
    return side;
}

void ConsentRoom::add_keys() {
    const auto add = [&](const char* id, const QString& title, const QKeySequence& key, std::function<void()> act) {
        studio_.keys.add(*this, tr("Consent"), QString::fromLatin1(id), title, key, std::move(act));
    };
    add("consent.in", tr("They begin to say it here"), Qt::Key_I, [this] { mark(true); });
    add("consent.out", tr("They have said it here"), Qt::Key_O, [this] { mark(false); });
}

void ConsentRoom::leave() {
    player_->pause();
}

void ConsentRoom::go_to(qint64 pts) {
    if (pts >= 0) player_->seek(Time(pts));
}

void ConsentRoom::open_recording() {
    player_->close();
    try {
        if (const auto recording = studio_.desk.chosen_recording()) player_->open(*recording);
    } catch (const Error& error) {
        studio_.desk.say(Desk::Tone::trouble, QString::fromStdString(error.what()));
    }
}

void ConsentRoom::show_revision() {
    pages_->setCurrentIndex(0);
    foot_->show();
    editor_->begin(history_->person());
}

void ConsentRoom::mark(bool begin) {
    const auto recording = studio_.desk.chosen_recording();
    if (!recording || pages_->currentIndex() != 0) return;
    auto& evidence = editor_->evidence();
    if (begin)
        evidence.mark_in(recording->position, player_->position());
    else
        // The picture that is seen belongs to what they say.
        evidence.mark_out(recording->position,
                          std::min(recording->duration, player_->position() + player_->frame_length()));
}

void ConsentRoom::withdraw() {
    auto& desk = studio_.desk;
    if (desk.interview().isEmpty()) return desk.say(Desk::Tone::advice, tr("Choose an interview first."));
    if (desk.by().isEmpty())
        return desk.say(Desk::Tone::advice, tr("Sign in first; anybody who works here may record it."));
    auto* dialog = new WithdrawalDialog(desk, desk.interview(), history_->person(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const auto person = history_->person();
    const auto interview = desk.interview();
    connect(dialog, &QDialog::accepted, this, [this, dialog, interview, person] {
        studio_.edits.make(
            withdraw_consent(interview, person, dialog->reason()), [this, interview](const Answer& answer) {
                if (answer.done())
                    studio_.desk.say(
                        Desk::Tone::done,
                        tr("The consent of %1 is taken back. What is out stands first in Release, with its day.")
                            .arg(interview));
            });
    });
    dialog->open();
}

void ConsentRoom::new_interview() {
    pages_->setCurrentIndex(1);
    foot_->hide();
    interview_->begin_new();
}

void ConsentRoom::describe() {
    auto& desk = studio_.desk;
    if (desk.interview().isEmpty()) return desk.say(Desk::Tone::advice, tr("Choose an interview first."));
    pages_->setCurrentIndex(1);
    foot_->hide();
    interview_->begin_change(desk.archive().interview(desk.interview().toStdString()));
}

void ConsentRoom::save_interview() {
    const auto now = interview_->interview();
    const auto code = QString::fromStdString(now.code);
    if (code.isEmpty()) return interview_->say(tr("Give it a code, never a name."));
    const auto edit = interview_->is_new() ? add_interview(now) : change_interview(interview_->before(), now);
    studio_.edits.make(edit, [this, code](const Answer& answer) {
        if (!answer.done()) return interview_->say(answer.error);
        studio_.desk.choose_interview(code);
        show_revision();
    });
}

}  // namespace counterclip::ui
