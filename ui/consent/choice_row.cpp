#include "ui/consent/choice_row.h"

#include <QButtonGroup>
#include <QGridLayout>
#include <QLabel>
#include <QRadioButton>

#include "ui/look/flow_layout.h"
#include "ui/look/roles.h"

namespace counterclip::ui {

namespace {

constexpr int title_width = 128;  // px, the same for all: answers stand in a column

}  // namespace

ChoiceRow::ChoiceRow(Question question, QWidget* parent)
    : QWidget(parent), question_(std::move(question)), buttons_(new QButtonGroup(this)), meaning_(new QLabel(this)) {
    auto* title = new QLabel(question_.title, this);
    title->setWordWrap(true);
    title->setMinimumWidth(title_width);
    auto* answers = new FlowLayout;
    answers->setSpacing(12);
    int number = 0;
    for (const auto& choice : question_.choices) {
        auto* button = new QRadioButton(choice.says, this);
        button->setObjectName(question_.option + QLatin1Char(' ') + choice.word);
        button->setToolTip(choice.means);
        button->setAccessibleName(question_.title + QStringLiteral(": ") + choice.says);
        button->setAccessibleDescription(choice.means);
        buttons_->addButton(button, number++);
        answers->addWidget(button);
    }
    meaning_->setWordWrap(true);
    meaning_->setStyleSheet(QStringLiteral("color: %1;").arg(roles().dim.name()));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(0);
    grid->addWidget(title, 0, 0, Qt::AlignTop);
    grid->addLayout(answers, 0, 1);
    grid->addWidget(meaning_, 1, 1);
    grid->setColumnStretch(1, 1);
    connect(buttons_, &QButtonGroup::idClicked, this, [this] {
        explain();
        Q_EMIT changed();
    });
    explain();
}

QString ChoiceRow::word() const {
    const int chosen = buttons_->checkedId();
    return chosen < 0 ? QString() : question_.choices[static_cast<std::size_t>(chosen)].word;
}

void ChoiceRow::choose(const QString& word) {
    buttons_->setExclusive(false);
    for (auto* button : buttons_->buttons())
        button->setChecked(question_.choices[static_cast<std::size_t>(buttons_->id(button))].word == word);
    buttons_->setExclusive(true);
    explain();
}

void ChoiceRow::set_possible(const QString& word, bool possible) {
    for (auto* button : buttons_->buttons())
        if (question_.choices[static_cast<std::size_t>(buttons_->id(button))].word == word)
            button->setEnabled(possible);
}

void ChoiceRow::explain() {
    const int chosen = buttons_->checkedId();
    meaning_->setText(chosen < 0 ? tr("Choose one.") : question_.choices[static_cast<std::size_t>(chosen)].means);
}

}  // namespace counterclip::ui
