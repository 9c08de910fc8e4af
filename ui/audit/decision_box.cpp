#include "ui/audit/decision_box.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace counterclip::ui {

namespace {

QLabel* sentence(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

QString what_is_judged(const Judged& judged) {
    return QObject::tr("Render %1 of %2, file SHA-256 %3…").arg(judged.render).arg(judged.clip, judged.sha256.left(12));
}

void put(QDialog& box, const std::vector<QWidget*>& widgets) {
    auto* column = new QVBoxLayout(&box);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(8);
    for (auto* widget : widgets) column->addWidget(widget);
    box.setMinimumWidth(440);
    box.setAttribute(Qt::WA_DeleteOnClose);
    box.setWindowModality(Qt::WindowModal);
}

}  // namespace

ApproveBox::ApproveBox(const Judged& judged, QWidget* parent)
    : QDialog(parent), reason_(new QLineEdit(this)), listened_(new QCheckBox(this)) {
    setWindowTitle(tr("Approve and sign"));
    reason_->setPlaceholderText(tr("Why, in a sentence without names (may be left empty)"));
    reason_->setAccessibleName(tr("Reason"));
    listened_->setText(tr("I listened to all of it, from beginning to end"));
    listened_->setChecked(judged.heard_all);
    auto* buttons = new QDialogButtonBox(this);
    auto* sign = buttons->addButton(tr("Approve and sign"), QDialogButtonBox::AcceptRole);
    sign->setDefault(true);
    buttons->addButton(QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    std::vector<QWidget*> all{sentence(what_is_judged(judged), this), sentence(judged.watched, this), reason_};
    if (!judged.watched_all) {
        auto* watched = new QCheckBox(tr("I watched all of it, from beginning to end"), this);
        watched->setObjectName(QStringLiteral("watched"));
        sign->setEnabled(false);
        connect(watched, &QCheckBox::toggled, sign, &QWidget::setEnabled);
        all.push_back(watched);
        all.push_back(sentence(tr("Not all of it was watched in this sitting: tick this only if you did before."), this));
    }
    all.push_back(listened_);
    if (!judged.heard_all)
        all.push_back(sentence(tr("Not all of it was heard in this sitting. Tick this only if you did listen to all of "
                                  "it: you sign it."),
                               this));
    if (judged.near_names > 0) {
        looked_at_names_ =
            new QCheckBox(tr("I looked at each place that is like a protected name (%n), and none is one", nullptr,
                             judged.near_names),
                          this);
        looked_at_names_->setObjectName(QStringLiteral("looked-at-names"));
        all.push_back(looked_at_names_);
        all.push_back(sentence(tr("They are among the findings. Without this it is refused: you sign it."), this));
    }
    if (judged.findings_that_block > 0)
        all.push_back(sentence(tr("%n finding(s) stand against it: it will be refused unless listening settles them.",
                                  nullptr, judged.findings_that_block),
                               this));
    all.push_back(sentence(tr("This is signed with your key and cannot be taken back."), this));
    all.push_back(buttons);
    put(*this, all);
    reason_->setFocus();
}

QString ApproveBox::reason() const {
    return reason_->text().trimmed();
}

bool ApproveBox::listened() const {
    return listened_->isChecked();
}

bool ApproveBox::looked_at_names() const {
    return looked_at_names_ != nullptr && looked_at_names_->isChecked();
}

RefuseBox::RefuseBox(const Judged& judged, QWidget* parent) : QDialog(parent), reason_(new QLineEdit(this)) {
    setWindowTitle(tr("Refuse"));
    reason_->setPlaceholderText(tr("Why: who mends it must know. Without names."));
    reason_->setAccessibleName(tr("Reason"));
    auto* buttons = new QDialogButtonBox(this);
    refuse_ = buttons->addButton(tr("Refuse and sign"), QDialogButtonBox::AcceptRole);
    refuse_->setDefault(true);
    refuse_->setEnabled(false);
    buttons->addButton(QDialogButtonBox::Cancel);
    connect(reason_, &QLineEdit::textChanged, this, [this] { refuse_->setEnabled(!reason().isEmpty()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    put(*this, {sentence(what_is_judged(judged), this), reason_,
                sentence(tr("This is signed with your key and stays on record."), this), buttons});
    reason_->setFocus();
}

QString RefuseBox::reason() const {
    return reason_->text().trimmed();
}

}  // namespace counterclip::ui
