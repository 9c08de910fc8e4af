#include "ui/shell/new_archive.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

#include "ui/desk/desk.h"

namespace counterclip::ui {

namespace {

struct RoleWords {
    const char* role;
    QString words;
};

std::vector<RoleWords> role_words() {
    return {{"editor", NewOperator::tr("editor: imports, cuts, reviews faces")},
            {"auditor", NewOperator::tr("auditor: approves or refuses what others made")},
            {"distributor", NewOperator::tr("distributor: releases, takes back")},
            {"admin", NewOperator::tr("admin: adds operators; may do all")}};
}

QLineEdit* passphrase_field(QWidget* parent) {
    auto* field = new QLineEdit(parent);
    field->setEchoMode(QLineEdit::Password);
    field->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhNoPredictiveText | Qt::ImhSensitiveData);
    return field;
}

}  // namespace

NewOperator::NewOperator(Desk& desk, bool new_archive, QWidget* parent)
    : QDialog(parent),
      desk_(desk),
      new_archive_(new_archive),
      code_(new QLineEdit(this)),
      passphrase_(passphrase_field(this)),
      again_(passphrase_field(this)),
      answer_(new QLabel(this)) {
    setWindowTitle(new_archive ? tr("New archive") : tr("New operator"));
    auto* form = new QFormLayout(this);
    if (new_archive_) {
        folder_ = new QLineEdit(QDir::homePath() + QStringLiteral("/interviews"), this);
        auto* choose = new QToolButton(this);
        choose->setText(QStringLiteral("…"));
        choose->setAccessibleName(tr("Choose the folder"));
        connect(choose, &QToolButton::clicked, this, [this] {
            const auto chosen = QFileDialog::getSaveFileName(this, tr("The archive's folder"), folder_->text());
            if (!chosen.isEmpty()) folder_->setText(chosen);
        });
        auto* row = new QHBoxLayout;
        row->addWidget(folder_, 1);
        row->addWidget(choose);
        form->addRow(tr("Folder, new or empty"), row);
    }
    code_->setPlaceholderText(tr("a short code without a real name"));
    form->addRow(tr("Operator"), code_);
    for (const auto& one : role_words()) {
        auto* box = new QCheckBox(one.words, this);
        box->setObjectName(QString::fromLatin1(one.role));
        box->setChecked(new_archive_ && one.role == std::string_view("admin"));
        roles_.push_back(box);
        form->addRow(QString(), box);
    }
    form->addRow(tr("Passphrase of their key"), passphrase_);
    form->addRow(tr("The same again"), again_);
    answer_->setWordWrap(true);
    answer_->setText(
        tr("What one person cuts, another approves: an archive needs an editor, an auditor and a distributor."));
    form->addRow(answer_);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    go_ = buttons->addButton(new_archive_ ? tr("Make it") : tr("Add"), QDialogButtonBox::AcceptRole);
    go_->setDefault(true);
    form->addRow(buttons);
    connect(go_, &QPushButton::clicked, this, &NewOperator::attempt);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    setMinimumWidth(520);
}

QString NewOperator::folder() const {
    return folder_ ? folder_->text() : QString::fromStdString(desk_.archive_folder().string());
}

QStringList NewOperator::roles() const {
    QStringList chosen;
    for (const auto* box : roles_)
        if (box->isChecked()) chosen << QStringLiteral("--role") << box->objectName();
    return chosen;
}

void NewOperator::refuse(const QString& why) {
    answer_->setText(why);
    go_->setEnabled(true);
}

void NewOperator::attempt() {
    if (passphrase_->text() != again_->text()) return refuse(tr("The two passphrases differ."));
    if (passphrase_->text().isEmpty())
        return refuse(tr("Choose a passphrase: whoever reads the key's file could sign."));
    if (roles().isEmpty()) return refuse(tr("Choose what they may do."));
    go_->setEnabled(false);
    answer_->setText(tr("Working …"));
    if (!new_archive_ || made_) return add();
    auto* call = new Call(desk_, {tr("make the archive"), {QStringLiteral("init"), folder()}}, this);
    connect(call, &Call::finished, this, [this](const Answer& answer) {
        if (!answer.done()) return refuse(answer.error);
        made_ = true;  // what fails after this is tried again without making it once more
        add();
    });
    call->start();
}

// The first operator of an archive adds themself; afterwards whoever is signed in adds others, with a key of theirs.
void NewOperator::add() {
    auto who = std::make_shared<Identity>();
    who->by = new_archive_ ? code_->text() : desk_.by();
    who->key_passphrase = SecretText(passphrase_->text().toStdString());
    Ask ask{tr("add operator %1").arg(code_->text()),
            QStringList{QStringLiteral("--archive"), folder(), QStringLiteral("operator"), QStringLiteral("add"),
                        code_->text()} +
                roles(),
            who};
    auto* call = new Call(desk_, std::move(ask), this);
    connect(call, &Call::finished, this, [this](const Answer& answer) {
        if (!answer.done()) return refuse(answer.error);
        passphrase_->clear();
        again_->clear();
        if (new_archive_) Q_EMIT archive_made(folder(), code_->text());
        accept();
    });
    call->start();
}

}  // namespace counterclip::ui
