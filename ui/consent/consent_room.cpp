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
#include "ui/look/roles.h"
#include "ui/player/player.h"
#include "ui/transcript/transcript_panel.h"

namespace counterclip::ui {

ConsentRoom::ConsentRoom(const Studio& studio, QWidget* parent)
    : Room(parent),
      studio_(studio),
      history_(new HistoryPanel(studio.desk, this)),
      player_(new Player(studio.desk, this)),
      transcript_(new TranscriptPanel(studio.desk, this)),
      pages_(new QStackedWidget(this)),
      foot_(new QWidget(this)),
      editor_(new RevisionEditor(studio_, *foot_, this)),
      interview_(new InterviewForm(this)) {
    auto* columns = new QSplitter(this);
    columns->setChildrenCollapsible(false);
    columns->addWidget(history_);
    columns->addWidget(make_middle());
    columns->addWidget(make_side());
    columns->setSizes({208, 600, 376});
    columns->setStretchFactor(1, 1);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(columns);
    setFocusProxy(player_);
    connect_desk();
    connect_evidence();
    connect(interview_, &InterviewForm::saved, this, &ConsentRoom::save_interview);
    connect(interview_, &InterviewForm::closed, this, &ConsentRoom::show_revision);
    add_keys();
    writer_ = studio_.desk.by();
    history_->read();
    open_recording();
    show_revision();
}

void ConsentRoom::connect_desk() {
    auto& desk = studio_.desk;
    connect(&desk, &Desk::opened, this, [this] { history_->read(), show_revision(); });
    connect(&desk, &Desk::signed_in, this, &ConsentRoom::take_operator);
    connect(&desk, &Desk::interview_chosen, this, [this] { history_->read(), show_revision(); });
    connect(&desk, &Desk::recording_chosen, this, &ConsentRoom::open_recording);
    connect(&desk, &Desk::changed, this, &ConsentRoom::read);
    connect(history_, &HistoryPanel::person_chosen, this, &ConsentRoom::show_revision);
    connect(history_, &HistoryPanel::evidence_asked, this, [this](qint64 recording, qint64 pts) {
        studio_.desk.choose_recording(studio_.desk.archive().recording(recording).position);
        player_->seek(Time(pts));
    });
}

void ConsentRoom::connect_evidence() {
    auto& evidence = editor_->evidence();
    connect(&evidence, &EvidenceForm::mark_asked, this, &ConsentRoom::mark);
    connect(&evidence, &EvidenceForm::marked, this, &ConsentRoom::show_evidence);
    connect(&evidence, &EvidenceForm::play_asked, this, [this, &evidence] {
        if (evidence.in() && evidence.out()) player_->play_range({*evidence.in(), *evidence.out()});
    });
    connect(player_, &Player::moved, this, [this](qint64 pts) { transcript_->set_playhead(Time(pts)); });
    connect(transcript_, &TranscriptPanel::seek_asked, player_, [this](qint64 pts) { player_->seek(Time(pts)); });
    connect(transcript_, &TranscriptPanel::chosen_changed, this, &ConsentRoom::look_at_lines);
    connect(transcript_, &TranscriptPanel::language_chosen, this, &ConsentRoom::show_evidence);
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
    auto* sign_in =
        new QLabel(tr("Sign in to read what they allowed, how they said so and why: it can hold names. What "
                      "counts now stands in the strip above."),
                   middle);
    sign_in->setObjectName(QStringLiteral("sign in first"));
    sign_in->setWordWrap(true);
    sign_in->setAlignment(Qt::AlignCenter);
    sign_in->setContentsMargins(32, 32, 32, 32);
    sign_in->setStyleSheet(QStringLiteral("color: %1;").arg(roles().dim.name()));
    pages_->addWidget(scrolled(editor_));
    pages_->addWidget(scrolled(interview_));
    pages_->addWidget(sign_in);
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 16, 0, 16);
    column->setSpacing(8);
    column->addLayout(row);
    column->addWidget(pages_, 1);
    column->addWidget(foot_);
    return middle;
}

QWidget* ConsentRoom::make_side() {
    auto* side = new QWidget(this);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(8, 16, 16, 16);
    column->setSpacing(8);
    lines_ = new QPushButton(tr("They say it in these lines (E)"), side);
    lines_->setObjectName(QStringLiteral("lines are evidence"));
    lines_->setToolTip(tr("Where they say it is from the beginning of the first line chosen to the end of the last"));
    lines_->setFocusPolicy(Qt::TabFocus);
    connect(lines_, &QPushButton::clicked, this, &ConsentRoom::mark_lines);
    column->addWidget(player_, 4);
    column->addWidget(transcript_, 5);
    column->addWidget(lines_);
    return side;
}

void ConsentRoom::add_keys() {
    const auto add = [&](const char* id, const QString& title, const QKeySequence& key, std::function<void()> act) {
        studio_.keys.add(*this, tr("Consent"), QString::fromLatin1(id), title, key, std::move(act));
    };
    add("consent.in", tr("They begin to say it here"), Qt::Key_I, [this] { mark(true); });
    add("consent.out", tr("They have said it here"), Qt::Key_O, [this] { mark(false); });
    add("consent.lines", tr("They say it in the lines chosen"), Qt::Key_E, [this] { mark_lines(); });
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
        const auto recording = studio_.desk.chosen_recording();
        transcript_->open(recording);
        if (recording) player_->open(*recording);
    } catch (const Error& error) {
        studio_.desk.say(Desk::Tone::trouble, QString::fromStdString(error.what()));
    }
    transcript_->read();
    show_evidence();
}

void ConsentRoom::read() {
    history_->read();
    editor_->read();
    transcript_->read();
    show_evidence();
}

// What somebody began to write waits for them while the window is locked, and goes when somebody else comes.
void ConsentRoom::take_operator() {
    history_->read();
    const auto& by = studio_.desk.by();
    if (!by.isEmpty() && (by != writer_ || !editor_->is_touched())) {
        const bool same = by == writer_;
        writer_ = by;
        if (!same || page_ == revision) return show_revision();
    }
    show_page(page_);
}

void ConsentRoom::show_page(Page page) {
    page_ = page;
    const bool may_read = studio_.desk.may_read_words();
    pages_->setCurrentIndex(may_read ? page : nobody);
    foot_->setVisible(may_read && page == revision);
    show_evidence();
}

void ConsentRoom::show_revision() {
    editor_->begin(history_->person());
    show_page(revision);
}

void ConsentRoom::mark(bool begin) {
    const auto recording = studio_.desk.chosen_recording();
    if (!recording || pages_->currentIndex() != revision) return;
    auto& evidence = editor_->evidence();
    if (begin)
        evidence.mark_in(recording->position, player_->position());
    else
        // The picture that is seen belongs to what they say.
        evidence.mark_out(recording->position,
                          std::min(recording->duration, player_->position() + player_->frame_length()));
}

void ConsentRoom::mark_lines() {
    const auto recording = studio_.desk.chosen_recording();
    if (!recording || pages_->currentIndex() != revision) return;
    const auto lines = transcript_->selected();
    if (!lines)
        return studio_.desk.say(Desk::Tone::advice, tr("Choose the lines in which they say it: click the first, "
                                                       "Shift+click the last."));
    editor_->evidence().mark_in(recording->position, lines->in);
    editor_->evidence().mark_out(recording->position, std::min(recording->duration, lines->out));
}

// At the side of the lines: where they say it, of what is being written and of what is on record.
void ConsentRoom::show_evidence() {
    std::vector<TaggedStretch> stretches;
    const auto recording = studio_.desk.chosen_recording();
    const auto& evidence = editor_->evidence();
    if (recording && evidence.range() && evidence.position() == recording->position)
        stretches.push_back({*evidence.range(), roles().safe, tr("they say it here")});
    if (recording)
        for (const auto& [number, range] : history_->said_in(recording->id))
            stretches.push_back({range, roles().info, tr("said here, revision %1").arg(number)});
    transcript_->set_stretches(std::move(stretches));
    look_at_lines();
}

void ConsentRoom::look_at_lines() {
    lines_->setEnabled(pages_->currentIndex() == revision && transcript_->selected().has_value());
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
    auto& desk = studio_.desk;
    if (desk.by().isEmpty()) return desk.say(Desk::Tone::advice, tr("Sign in first."));
    show_page(description);
    interview_->begin_new();
}

void ConsentRoom::describe() {
    auto& desk = studio_.desk;
    if (desk.interview().isEmpty()) return desk.say(Desk::Tone::advice, tr("Choose an interview first."));
    if (!desk.may_read_words()) return desk.say(Desk::Tone::advice, tr("Sign in first."));
    show_page(description);
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
