#include "ui/consent/withdrawal_dialog.h"

#include <set>

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include "core/error.h"
#include "ui/consent/choices.h"
#include "ui/desk/desk.h"
#include "ui/look/roles.h"

namespace counterclip::ui {

namespace {

QLabel* paragraph(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setWordWrap(true);
    return label;
}

}  // namespace

WithdrawalDialog::WithdrawalDialog(Desk& desk, const QString& interview, const QString& person, QWidget* parent)
    : QDialog(parent),
      desk_(desk),
      interview_(interview),
      person_(person),
      list_(new QListWidget(this)),
      reason_(new QLineEdit(this)) {
    setWindowTitle(tr("Consent taken back"));
    list_->setAccessibleName(tr("What will have to come down"));
    reason_->setObjectName(QStringLiteral("withdrawal reason"));
    reason_->setAccessibleName(tr("Why, in a sentence without names"));
    reason_->setPlaceholderText(tr("why, in a sentence without names: “called on 3 March”"));
    const int places = list_what_comes_down();
    auto* buttons = new QDialogButtonBox(this);
    auto* yes = buttons->addButton(tr("Record that it is taken back"), QDialogButtonBox::AcceptRole);
    buttons->addButton(QDialogButtonBox::Cancel);
    yes->setObjectName(QStringLiteral("withdraw"));
    yes->setEnabled(false);
    yes->setStyleSheet(QStringLiteral("border-color: %1;").arg(roles().stop.name()));
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(16, 16, 16, 16);
    all->setSpacing(8);
    all->addWidget(paragraph(tr("%1 of %2 takes their consent back.").arg(person_in_words(person), interview), this));
    all->addWidget(paragraph(
        tr("From then on nothing made from it can be rendered, approved or released. This cannot be undone: what is "
           "ordered down stays ordered down, even if they consent again."),
        this));
    all->addWidget(paragraph(
        places == 0 ? tr("Nothing of it is out.") : tr("%n thing(s) will have to come down:", nullptr, places), this));
    all->addWidget(list_, 1);
    list_->setVisible(places > 0);
    all->addWidget(reason_);
    all->addWidget(buttons);
    resize(560, places > 0 ? 400 : 240);
    connect(reason_, &QLineEdit::textChanged, yes, [this, yes] { yes->setEnabled(!reason().isEmpty()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    reason_->setFocus();
}

QString WithdrawalDialog::reason() const {
    return reason_->text().trimmed();
}

int WithdrawalDialog::list_what_comes_down() {
    try {
        const auto down = desk_.archive().takedown_of(interview_.toStdString(), person_.toStdString());
        const auto text = [](const std::string& words) { return QString::fromStdString(words); };
        for (const auto& place : down.places)
            list_->addItem(
                tr("⌂ %1 — clip %2, by %3").arg(text(place.address), text(place.clip), text(place.destination)));
        for (const auto& release : down.releases)
            list_->addItem(tr("▣ package of clip %1, sent to %2").arg(text(release.clip), text(release.destination)));
    } catch (const Error& error) {
        // What it reaches is not known: a person must not think that it is nothing.
        list_->addItem(QString::fromStdString(error.what()));
    }
    return list_->count();
}

}  // namespace counterclip::ui
