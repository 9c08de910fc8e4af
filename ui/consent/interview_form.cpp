#include "ui/consent/interview_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/consent/terms_form.h"
#include "ui/look/roles.h"

namespace counterclip::ui {

namespace {

QString joined(const std::vector<std::string>& words) {
    QStringList all;
    for (const auto& word : words) all << QString::fromStdString(word);
    return all.join(QLatin1Char(' '));
}

}  // namespace

InterviewForm::InterviewForm(QWidget* parent)
    : QWidget(parent),
      title_(new QLabel(this)),
      problem_(new QLabel(this)),
      kind_(new QComboBox(this)),
      custody_(new QCheckBox(tr("They are held: consent is not given freely as at home"), this)),
      minor_(new QCheckBox(tr("They are under age: face and name stay hidden whatever they say"), this)),
      save_(new QPushButton(this)) {
    title_->setStyleSheet(QStringLiteral("font-weight: 600;"));
    problem_->setWordWrap(true);
    problem_->setStyleSheet(QStringLiteral("color: %1;").arg(roles().stop.name()));
    kind_->addItem(tr("video"), QStringLiteral("video"));
    kind_->addItem(tr("sound only"), QStringLiteral("audio"));
    kind_->addItem(tr("not recorded"), QStringLiteral("none"));
    kind_->setAccessibleName(tr("Recording"));
    custody_->setObjectName(QStringLiteral("custody"));
    minor_->setObjectName(QStringLiteral("minor"));
    save_->setObjectName(QStringLiteral("save interview"));
    auto* form = new QFormLayout;
    form->setSpacing(8);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    using I = archive::Interview;
    const auto text = [&](const char* name, std::string I::*field, const QString& title, const QString& placeholder) {
        texts_.emplace_back(add_line(*form, name, title, placeholder), field);
    };
    code_ = add_line(*form, "code", tr("Code"), tr("such as BTIB-0042; never a name"));
    form->addRow(tr("Recording"), kind_);
    text("pseudonym", &I::pseudonym, tr("Pseudonym"), tr("the name that is shown instead of theirs"));
    text("date", &I::date, tr("Date"), tr("2026, 2026-11 or 2026-11-28"));
    text("place", &I::place, tr("Place"), tr("a region, never a village"));
    text("setting", &I::setting, tr("Setting"), tr("home, prison, camp, remote …"));
    languages_ = add_line(*form, "interview languages", tr("Languages"), tr("codes such as ar en"));
    present_ = add_line(*form, "present", tr("Who was there"), tr("roles such as interviewer:woman translator guard"));
    text("gender", &I::gender, tr("Gender"), {});
    text("age band", &I::age_band, tr("Age"), tr("such as 20-29"));
    text("nationality", &I::nationality, tr("Nationality"), {});
    text("ethnicity", &I::ethnicity, tr("Ethnicity"), {});
    text("role", &I::role, tr("Role"), tr("witness, survivor, former member …"));
    form->addRow(QString(), custody_);
    form->addRow(QString(), minor_);
    auto* cancel = new QPushButton(tr("Back"), this);
    auto* buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(save_);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(8, 8, 8, 8);
    all->setSpacing(8);
    all->addWidget(title_);
    all->addLayout(form);
    all->addWidget(problem_);
    all->addLayout(buttons);
    all->addStretch();
    connect(save_, &QPushButton::clicked, this, &InterviewForm::saved);
    connect(cancel, &QPushButton::clicked, this, &InterviewForm::closed);
}

QLineEdit* InterviewForm::add_line(QFormLayout& form, const char* name, const QString& title,
                                   const QString& placeholder) {
    auto* field = new QLineEdit(this);
    field->setObjectName(QString::fromLatin1(name));
    field->setAccessibleName(title);
    field->setPlaceholderText(placeholder);
    connect(field, &QLineEdit::returnPressed, this, &InterviewForm::saved);
    form.addRow(title, field);
    return field;
}

void InterviewForm::fill(const archive::Interview& interview) {
    code_->setText(QString::fromStdString(interview.code));
    code_->setEnabled(new_);
    kind_->setCurrentIndex(kind_->findData(QString::fromStdString(to_string(interview.kind))));
    kind_->setEnabled(new_);
    for (const auto& [field, text] : texts_) field->setText(QString::fromStdString(interview.*text));
    languages_->setText(joined(interview.languages));
    present_->setText(joined(interview.present));
    custody_->setChecked(interview.custody);
    minor_->setChecked(interview.minor);
    problem_->clear();
}

void InterviewForm::begin_new() {
    new_ = true;
    before_ = {};
    title_->setText(tr("New interview"));
    save_->setText(tr("Add the interview"));
    fill({});
    code_->setFocus();
}

void InterviewForm::begin_change(const archive::Interview& interview) {
    new_ = false;
    before_ = interview;
    title_->setText(tr("Description of %1").arg(QString::fromStdString(interview.code)));
    save_->setText(tr("Save the description"));
    fill(interview);
    texts_.front().first->setFocus();
}

archive::Interview InterviewForm::interview() const {
    auto interview = before_;
    interview.code = code_->text().trimmed().toStdString();
    interview.kind = archive::recording_kind_from(kind_->currentData().toString().toStdString());
    for (const auto& [field, text] : texts_) interview.*text = field->text().trimmed().toStdString();
    interview.languages = words_of(languages_->text());
    interview.present = words_of(present_->text());
    interview.custody = custody_->isChecked();
    interview.minor = minor_->isChecked();
    return interview;
}

void InterviewForm::say(const QString& problem) {
    problem_->setText(problem);
}

}  // namespace counterclip::ui
