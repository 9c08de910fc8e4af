#include "ui/shell/sign_in.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>

#include "core/error.h"
#include "ui/desk/desk.h"

namespace counterclip::ui {

namespace {

QLineEdit* hidden_field(const QString& name, QWidget* parent) {
    auto* field = new QLineEdit(parent);
    field->setEchoMode(QLineEdit::Password);
    field->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhSensitiveData);
    field->setAccessibleName(name);
    return field;
}

SecretText taken_from(QLineEdit& field) {
    return SecretText(field.text().toStdString());
}

QString in_words(const std::string& role) {
    if (role == "editor") return SignIn::tr("editor");
    if (role == "auditor") return SignIn::tr("auditor");
    if (role == "distributor") return SignIn::tr("distributor");
    return role == "admin" ? SignIn::tr("admin") : QString::fromStdString(role);
}

}  // namespace

SignIn::SignIn(Desk& desk, QWidget* parent)
    : QDialog(parent),
      desk_(desk),
      who_(new QComboBox(this)),
      passphrase_(hidden_field(tr("Passphrase of your key"), this)),
      vault_(hidden_field(tr("Passphrase of the vault"), this)),
      answer_(new QLabel(this)) {
    setWindowTitle(tr("Sign in"));
    who_->setAccessibleName(tr("Operator"));
    for (const auto& one : desk_.archive().operators())
        if (one.retired_at.empty()) {
            QStringList roles;
            for (const auto& role : one.roles) roles << in_words(role);
            const auto code = QString::fromStdString(one.code);
            who_->addItem(tr("%1 — %2").arg(code, roles.join(QStringLiteral(", "))), code);
        }
    const int last = who_->findData(QSettings().value(QStringLiteral("sign_in/last")));
    if (last >= 0) who_->setCurrentIndex(last);
    passphrase_->setPlaceholderText(tr("empty if your key has none"));
    vault_->setPlaceholderText(tr("only if you work with names"));
    answer_->setWordWrap(true);
    auto* form = new QFormLayout(this);
    form->addRow(tr("Operator"), who_);
    form->addRow(tr("Passphrase of your key"), passphrase_);
    form->addRow(tr("Passphrase of the vault"), vault_);
    form->addRow(answer_);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    go_ = buttons->addButton(tr("Sign in"), QDialogButtonBox::AcceptRole);
    go_->setDefault(true);
    go_->setEnabled(who_->count() > 0);
    if (who_->count() == 0)
        answer_->setText(tr("Nobody is an operator of this archive yet. Make one: File, New operator."));
    form->addRow(buttons);
    connect(go_, &QPushButton::clicked, this, &SignIn::attempt);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    passphrase_->setFocus();
    setMinimumWidth(440);
}

// The key is opened by the program, which takes a second by design: nobody may try many quickly.
void SignIn::attempt() {
    auto who = std::make_shared<Identity>();
    who->by = who_->currentData().toString();
    who->key_passphrase = taken_from(*passphrase_);
    who->vault_passphrase = taken_from(*vault_);
    go_->setEnabled(false);
    answer_->setText(tr("Looking at the key …"));
    auto* call = new Call(desk_, {tr("sign in"), {QStringLiteral("operator"), QStringLiteral("check")}, who}, this);
    connect(call, &Call::finished, this, [this, who](const Answer& answer) {
        if (!answer.done()) return refuse(answer.error);
        who->vault_passphrase.empty() ? enter(who) : try_vault(who);
    });
    call->start();
}

void SignIn::try_vault(std::shared_ptr<Identity> who) {
    auto* call = new Call(desk_, {tr("open the vault"), {QStringLiteral("vault"), QStringLiteral("check")}, who}, this);
    connect(call, &Call::finished, this,
            [this, who](const Answer& answer) { answer.done() ? enter(who) : refuse(answer.error); });
    call->start();
}

void SignIn::refuse(const QString& why) {
    answer_->setText(why);
    go_->setEnabled(true);
    passphrase_->selectAll();
    passphrase_->setFocus();
}

void SignIn::enter(std::shared_ptr<Identity> who) {
    QSettings().setValue(QStringLiteral("sign_in/last"), who->by);
    try {
        desk_.sign_in(std::move(*who));
    } catch (const Error& error) {
        return refuse(QString::fromStdString(error.what()));
    }
    passphrase_->clear();
    vault_->clear();
    accept();
}

}  // namespace counterclip::ui
