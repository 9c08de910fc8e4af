#include "ui/consent/evidence_form.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "consent/scope.h"
#include "core/error.h"
#include "ui/consent/choice_row.h"
#include "ui/consent/terms_form.h"
#include "ui/words/tr.h"

namespace counterclip::ui {

namespace {

QString written(const std::optional<Time>& t) {
    return t ? QString::fromStdString(format_time(*t)) : QStringLiteral("–:––:––.–––");
}

QHBoxLayout* row_of(QWidget* page) {
    auto* row = new QHBoxLayout(page);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    return row;
}

}  // namespace

EvidenceForm::EvidenceForm(QWidget* parent)
    : QWidget(parent), method_(new ChoiceRow(method_question(), this)), pages_(new QStackedWidget(this)) {
    pages_->addWidget(new QWidget(this));
    pages_->addWidget(make_spoken());
    pages_->addWidget(make_witnesses());
    pages_->addWidget(make_written());
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(8);
    all->addWidget(method_);
    all->addWidget(pages_);
    connect(method_, &ChoiceRow::changed, this, [this] {
        show_method();
        Q_EMIT changed();
    });
    clear();
}

QWidget* EvidenceForm::make_spoken() {
    auto* page = new QWidget(this);
    times_ = new QLabel(page);
    times_->setAccessibleName(tr("Where they say it"));
    auto* in = new QPushButton(tr("Begins here (I)"), page);
    auto* out = new QPushButton(tr("Ends here (O)"), page);
    play_ = new QPushButton(tr("▶ Hear it"), page);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    for (auto* button : {in, out, play_}) row->addWidget(button);
    row->addStretch();
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(times_);
    column->addLayout(row);
    connect(in, &QPushButton::clicked, this, [this] { Q_EMIT mark_asked(true); });
    connect(out, &QPushButton::clicked, this, [this] { Q_EMIT mark_asked(false); });
    connect(play_, &QPushButton::clicked, this, &EvidenceForm::play_asked);
    return page;
}

QWidget* EvidenceForm::make_witnesses() {
    auto* page = new QWidget(this);
    witnesses_ = new QLineEdit(page);
    witnesses_->setObjectName(QStringLiteral("witnesses"));
    witnesses_->setPlaceholderText(tr("codes of those who heard it, such as W-07 W-12"));
    witnesses_->setAccessibleName(tr("Witnesses, by their codes"));
    row_of(page)->addWidget(witnesses_);
    connect(witnesses_, &QLineEdit::textEdited, this, &EvidenceForm::changed);
    return page;
}

QWidget* EvidenceForm::make_written() {
    auto* page = new QWidget(this);
    document_ = new QLineEdit(page);
    document_->setObjectName(QStringLiteral("document"));
    document_->setPlaceholderText(tr("the scanned form"));
    document_->setAccessibleName(tr("The written consent, a file"));
    auto* choose = new QPushButton(tr("Choose …"), page);
    auto* row = row_of(page);
    row->addWidget(document_, 1);
    row->addWidget(choose);
    connect(document_, &QLineEdit::textEdited, this, &EvidenceForm::changed);
    connect(choose, &QPushButton::clicked, this, [this] {
        const auto file = QFileDialog::getOpenFileName(this, tr("The written consent"));
        if (file.isEmpty()) return;
        document_->setText(file);
        Q_EMIT changed();
    });
    return page;
}

void EvidenceForm::clear() {
    in_.reset();
    out_.reset();
    position_ = 0;
    witnesses_->clear();
    document_->clear();
    method_->choose({});
    show_method();
}

void EvidenceForm::choose_method(const QString& word) {
    method_->choose(word);
    show_method();
}

void EvidenceForm::show_method() {
    const QStringList words{QStringLiteral("verbal"), QStringLiteral("witnesses"), QStringLiteral("written")};
    const auto page = static_cast<int>(words.indexOf(method_->word())) + 1;
    pages_->setCurrentIndex(page);
    pages_->setVisible(page > 0);
    times_->setText(QStringLiteral("%1 – %2").arg(begins(written(in_)), ends(written(out_))));
    play_->setEnabled(range().has_value());
    Q_EMIT marked();
}

std::optional<Range> EvidenceForm::range() const {
    return in_ && out_ && *in_ < *out_ ? std::optional(Range{*in_, *out_}) : std::nullopt;
}

// A range has both ends in one recording.
void EvidenceForm::take_recording(int position) {
    if (position != position_) {
        in_.reset();
        out_.reset();
    }
    position_ = position;
    method_->choose(QStringLiteral("verbal"));
}

void EvidenceForm::mark_in(int position, Time t) {
    take_recording(position);
    in_ = t;
    if (out_ && *out_ <= t) out_.reset();
    show_method();
    Q_EMIT changed();
}

void EvidenceForm::mark_out(int position, Time t) {
    take_recording(position);
    out_ = t;
    if (in_ && t <= *in_) in_.reset();
    show_method();
    Q_EMIT changed();
}

NewEvidence EvidenceForm::evidence() const {
    NewEvidence evidence;
    evidence.method = method_->word();
    evidence.recording = position_;
    if (in_ && out_) evidence.range = Range{*in_, *out_};
    for (const auto& word : words_of(witnesses_->text())) evidence.witnesses << QString::fromStdString(word);
    evidence.document = document_->text().trimmed();
    return evidence;
}

QString EvidenceForm::problem() const {
    const auto method = method_->word();
    if (method.isEmpty()) return tr("Say how they said so.");
    if (method == QStringLiteral("verbal") && !(in_ && out_))
        return tr("Mark where they say it: I where it begins, O where it ends.");
    if (method == QStringLiteral("witnesses")) {
        const auto words = words_of(witnesses_->text());
        if (words.empty()) return tr("Name who heard it, by a code.");
        try {
            for (const auto& word : words) consent::witness_from(word);
        } catch (const Error& error) {
            return QString::fromStdString(error.what());
        }
    }
    if (method == QStringLiteral("written") && !QFileInfo(document_->text().trimmed()).isFile())
        return tr("Choose the file of the written consent.");
    return {};
}

}  // namespace counterclip::ui
