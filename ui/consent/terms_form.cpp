#include "ui/consent/terms_form.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QRegularExpression>
#include <QVBoxLayout>

#include "consent/scope.h"
#include "ui/consent/choice_row.h"

namespace counterclip::ui {

namespace {

QString joined(const std::vector<std::string>& words) {
    QStringList all;
    for (const auto& word : words) all << QString::fromStdString(word);
    return all.join(QLatin1Char(' '));
}

template <class Read>
std::vector<std::string> read_words(const QLineEdit& field, Read read) {
    auto words = words_of(field.text());
    for (auto& word : words) word = read(word);
    return words;
}

}  // namespace

std::vector<std::string> words_of(const QString& text) {
    static const QRegularExpression between(QStringLiteral("[\\s,;،؛]+"));
    std::vector<std::string> words;
    for (const auto& word : text.split(between, Qt::SkipEmptyParts)) words.push_back(word.toStdString());
    return words;
}

TermsForm::TermsForm(QWidget* parent) : QWidget(parent) {
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(8);
    for (auto& question : questions()) {
        rows_.push_back(new ChoiceRow(std::move(question), this));
        all->addWidget(rows_.back());
        connect(rows_.back(), &ChoiceRow::changed, this, &TermsForm::changed);
    }
    auto* reach = new QFormLayout;
    reach->setSpacing(8);
    reach->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    all->addLayout(reach);
    const auto line = [&](const char* name, const QString& title, const QString& placeholder) {
        auto* field = add_line(QString::fromLatin1(name), title, placeholder);
        reach->addRow(title, field);
        return field;
    };
    risk_note_ = line("risk note", tr("Why it is dangerous"), tr("without names; for auditors only"));
    until_ = line("until", tr("Until (last day)"), tr("no end — or a day such as 2027-12-31"));
    audiences_ = line("audiences", tr("For whom"), tr("anybody — or words such as researchers students"));
    territories_ = line("territories", tr("In which countries"), tr("any — or codes such as SE NO"));
    languages_ = line("languages", tr("In which languages"), tr("any — or codes such as ar en"));
    auto* wishes = new QVBoxLayout;
    wishes->setSpacing(4);
    for (const auto& known : preferences_in_words()) {
        auto* box = new QCheckBox(known.says, this);
        box->setObjectName(QString::fromStdString(to_string(known.preference)));
        connect(box, &QCheckBox::clicked, this, &TermsForm::changed);
        preferences_.push_back(box);
        wishes->addWidget(box);
    }
    reach->addRow(tr("They …"), wishes);
    show_terms({}, {});
}

QLineEdit* TermsForm::add_line(const QString& name, const QString& title, const QString& placeholder) {
    auto* field = new QLineEdit(this);
    field->setObjectName(name);
    field->setAccessibleName(title);
    field->setPlaceholderText(placeholder);
    connect(field, &QLineEdit::textEdited, this, &TermsForm::changed);
    return field;
}

void TermsForm::show_terms(const consent::Terms& terms, const std::vector<consent::Preference>& preferences) {
    const std::vector<std::string> words{to_string(terms.use),   to_string(terms.face),    to_string(terms.name),
                                         to_string(terms.voice), to_string(terms.details), to_string(terms.risk)};
    for (std::size_t n = 0; n < rows_.size(); ++n) rows_[n]->choose(QString::fromStdString(words[n]));
    audiences_->setText(joined(terms.audiences));
    territories_->setText(joined(terms.territories));
    languages_->setText(joined(terms.languages));
    until_->setText(QString::fromStdString(terms.until));
    risk_note_->setText(QString::fromStdString(terms.risk_note));
    const auto known = preferences_in_words();
    for (std::size_t n = 0; n < known.size(); ++n)
        preferences_[n]->setChecked(std::ranges::find(preferences, known[n].preference) != preferences.end());
}

void TermsForm::limit_use(consent::Use widest) {
    for (const auto use : {consent::Use::none, consent::Use::research, consent::Use::training, consent::Use::public_})
        rows_.front()->set_possible(QString::fromStdString(to_string(use)), use <= widest);
}

consent::Terms TermsForm::terms() const {
    const auto word = [this](std::size_t n) { return rows_[n]->word().toStdString(); };
    consent::Terms terms;
    terms.use = consent::use_from(word(0));
    terms.face = consent::face_from(word(1));
    terms.name = consent::name_from(word(2));
    terms.voice = consent::voice_from(word(3));
    terms.details = consent::details_from(word(4));
    terms.risk = consent::risk_from(word(5));
    terms.risk_note = risk_note_->text().trimmed().toStdString();
    const auto until = until_->text().trimmed().toStdString();
    if (!until.empty()) terms.until = consent::day_from(until);
    terms.audiences = read_words(*audiences_, consent::audience_from);
    terms.territories = read_words(*territories_, consent::territory_from);
    terms.languages = read_words(*languages_, consent::language_from);
    return terms;
}

std::vector<consent::Preference> TermsForm::preferences() const {
    std::vector<consent::Preference> chosen;
    const auto known = preferences_in_words();
    for (std::size_t n = 0; n < known.size(); ++n)
        if (preferences_[n]->isChecked()) chosen.push_back(known[n].preference);
    return chosen;
}

}  // namespace counterclip::ui
