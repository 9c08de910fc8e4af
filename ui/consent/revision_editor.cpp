#include "ui/consent/revision_editor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include "consent/changes.h"
#include "core/error.h"
#include "ui/consent/changes_view.h"
#include "ui/consent/choices.h"
#include "ui/consent/evidence_form.h"
#include "ui/consent/terms_form.h"
#include "ui/desk/desk.h"
#include "ui/look/roles.h"
#include "ui/shell/room.h"

namespace counterclip::ui {

RevisionEditor::RevisionEditor(const Studio& studio, QWidget& foot, QWidget* parent)
    : QWidget(parent),
      studio_(studio),
      purpose_(new QComboBox(this)),
      like_all_(new QCheckBox(tr("as for everything"), this)),
      terms_(new TermsForm(this)),
      evidence_(new EvidenceForm(this)) {
    purpose_->setAccessibleName(tr("What these terms are for"));
    purpose_->addItem(tr("everything"), static_cast<int>(consent::Use::none));
    purpose_->addItem(tr("research only"), static_cast<int>(consent::Use::research));
    purpose_->addItem(tr("training only"), static_cast<int>(consent::Use::training));
    purpose_->addItem(tr("the public only"), static_cast<int>(consent::Use::public_));
    like_all_->setToolTip(tr("This purpose has no terms of its own any more"));
    auto* top = new QHBoxLayout;
    top->addWidget(new QLabel(tr("These terms are for"), this));
    top->addWidget(purpose_);
    top->addWidget(like_all_);
    top->addStretch();
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(8, 8, 16, 8);
    all->setSpacing(8);
    all->addLayout(top);
    all->addWidget(evidence_);
    all->addWidget(terms_);
    all->addStretch();
    make_foot(foot);
    connect(purpose_, &QComboBox::activated, this, &RevisionEditor::show_latest);
    connect(like_all_, &QCheckBox::clicked, this, &RevisionEditor::on_change);
    connect(terms_, &TermsForm::changed, this, &RevisionEditor::on_change);
    connect(evidence_, &EvidenceForm::changed, this, &RevisionEditor::on_change);
    connect(&studio_.desk, &Desk::signed_in, this, &RevisionEditor::look);
}

void RevisionEditor::make_foot(QWidget& foot) {
    changes_ = new ChangesView(&foot);
    changes_->setObjectName(QStringLiteral("what this changes"));
    problem_ = new QLabel(&foot);
    problem_->setObjectName(QStringLiteral("why not yet"));
    problem_->setWordWrap(true);
    problem_->setStyleSheet(QStringLiteral("color: %1;").arg(roles().warn.name()));
    reason_ = new QLineEdit(&foot);
    reason_->setObjectName(QStringLiteral("reason"));
    reason_->setAccessibleName(tr("Why, in a sentence without names"));
    reason_->setPlaceholderText(tr("why, in a sentence without names"));
    save_ = new QPushButton(tr("Save as a new revision"), &foot);
    save_->setObjectName(QStringLiteral("save consent"));
    auto* for_good =
        new QLabel(tr("A consent cannot be undone: another revision can follow it, and both are kept."), &foot);
    for_good->setWordWrap(true);
    for_good->setStyleSheet(QStringLiteral("color: %1;").arg(roles().dim.name()));
    auto* scroll = new QScrollArea(&foot);
    scroll->setWidget(changes_);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto* grid = new QGridLayout(&foot);
    grid->setContentsMargins(8, 0, 16, 0);
    grid->setSpacing(8);
    grid->addWidget(scroll, 0, 0, 3, 1);
    grid->addWidget(reason_, 0, 1);
    grid->addWidget(save_, 1, 1);
    grid->addWidget(problem_, 2, 1, Qt::AlignTop);
    grid->addWidget(for_good, 3, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(2, 1);
    connect(reason_, &QLineEdit::textEdited, this, &RevisionEditor::on_change);
    connect(save_, &QPushButton::clicked, this, &RevisionEditor::save);
}

void RevisionEditor::begin(const QString& person) {
    person_ = person;
    touched_ = false;
    purpose_->setCurrentIndex(0);
    reason_->clear();
    evidence_->clear();
    latest_.reset();
    try {
        if (!studio_.desk.interview().isEmpty() && studio_.desk.may_read_words())
            latest_ =
                studio_.desk.archive().latest_consent(studio_.desk.interview().toStdString(), person_.toStdString());
    } catch (const Error& error) {
        studio_.desk.say(Desk::Tone::trouble, QString::fromStdString(error.what()));
    }
    show_latest();
}

void RevisionEditor::read() {
    if (studio_.desk.interview().isEmpty()) return begin(person_);
    if (!touched_) return begin(person_);
    const auto now =
        studio_.desk.archive().latest_consent(studio_.desk.interview().toStdString(), person_.toStdString());
    if ((now ? now->id : 0) == (latest_ ? latest_->id : 0)) return;
    latest_ = now;
    look();
    studio_.desk.say(Desk::Tone::advice, tr("Somebody saved another revision meanwhile; what you wrote is now compared "
                                            "with that one."));
}

// The safest where nobody asked yet, and after a withdrawal: nothing of it counts any more.
void RevisionEditor::show_latest() {
    const auto purpose = static_cast<consent::Use>(purpose_->currentData().toInt());
    const bool own = purpose != consent::Use::none;
    like_all_->setVisible(own);
    like_all_->setEnabled(latest_ && latest_->purposes.contains(purpose));
    like_all_->setChecked(false);
    terms_->limit_use(own ? purpose : consent::Use::public_);
    if (latest_ && !latest_->withdrawn) {
        auto terms = own ? consent::terms_for(*latest_, purpose) : latest_->terms;
        if (own) terms.use = std::min(terms.use, purpose);
        terms_->show_terms(terms, latest_->preferences);
    } else {
        terms_->show_terms({}, {});
    }
    look();
}

void RevisionEditor::on_change() {
    touched_ = true;
    look();
}

NewRevision RevisionEditor::next() const {
    NewRevision next;
    next.interview = studio_.desk.interview();
    next.person = person_;
    const auto purpose = static_cast<consent::Use>(purpose_->currentData().toInt());
    if (purpose != consent::Use::none) next.purpose = purpose;
    next.like_all = next.purpose && like_all_->isChecked();
    next.terms = terms_->terms();
    next.preferences = terms_->preferences();
    next.evidence = evidence_->evidence();
    next.reason = reason_->text().trimmed();
    return next;
}

consent::Revision RevisionEditor::preview() const {
    const auto asked = next();
    consent::Revision revision;
    if (latest_ && !latest_->withdrawn) revision = *latest_;
    const auto& t = asked.terms;
    const auto& was = asked.purpose ? consent::terms_for(revision, *asked.purpose) : revision.terms;
    consent::TermChanges changes;
    const auto note = [](const auto& before, const auto& now, auto& change) {
        if (before != now) change = now;
    };
    note(was.use, t.use, changes.use);
    note(was.face, t.face, changes.face);
    note(was.name, t.name, changes.name);
    note(was.voice, t.voice, changes.voice);
    note(was.details, t.details, changes.details);
    note(was.audiences, t.audiences, changes.audiences);
    note(was.territories, t.territories, changes.territories);
    note(was.languages, t.languages, changes.languages);
    note(was.until, t.until, changes.until);
    note(was.risk, t.risk, changes.risk);
    note(was.risk_note, t.risk_note, changes.risk_note);
    if (!asked.purpose)
        consent::change_all(revision, changes);
    else if (asked.like_all)
        revision.purposes.erase(*asked.purpose);
    else if (changes.use || changes.face || t != was)
        consent::change_for(revision, *asked.purpose, changes);
    revision.preferences = asked.preferences;
    return revision;
}

QString RevisionEditor::problem() const {
    if (studio_.desk.interview().isEmpty()) return tr("Choose an interview first.");
    if (!studio_.desk.has_role(QStringLiteral("editor"))) return tr("Editors write consents down: sign in as one.");
    try {
        (void)preview();
    } catch (const Error& error) {
        return QString::fromStdString(error.what());
    }
    if (const auto evidence = evidence_->problem(); !evidence.isEmpty()) return evidence;
    if (reason_->text().trimmed().isEmpty()) return tr("Say why, in a sentence without names.");
    return {};
}

void RevisionEditor::look() {
    const auto why_not = problem();
    problem_->setText(why_not);
    problem_->setVisible(!why_not.isEmpty());
    save_->setEnabled(why_not.isEmpty());
    try {
        auto is = preview();
        consent::Revision was;
        if (latest_ && !latest_->withdrawn) was = *latest_;
        // A withdrawal leaves nothing standing: all that is granted now is granted anew.
        was.withdrawn = latest_ && latest_->withdrawn;
        is.evidence = was.evidence;
        changes_->show_changes(consent::compared(was, is),
                               latest_ ? tr("Saving would change, against revision %1:").arg(latest_->id)
                                       : tr("Saving would record, against what holds while nobody asked:"));
    } catch (const Error&) {
        // The problem says it.
    }
}

void RevisionEditor::save() {
    if (!problem().isEmpty()) return look();
    const auto asked = next();
    save_->setEnabled(false);
    studio_.edits.make(set_consent(asked, latest_), [this, asked](const Answer& answer) {
        if (!answer.done()) return look();
        studio_.desk.say(Desk::Tone::done, tr("The consent of %1 is saved.").arg(asked.interview));
        begin(person_);
    });
}

}  // namespace counterclip::ui
