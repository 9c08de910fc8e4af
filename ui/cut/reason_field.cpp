#include "ui/cut/reason_field.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

namespace counterclip::ui {

ReasonField::ReasonField(QWidget* parent)
    : QFrame(parent), question_(new QLabel(this)), reason_(new QLineEdit(this)), how_(new QComboBox(this)) {
    reason_->setObjectName(QStringLiteral("reason"));
    reason_->setPlaceholderText(tr("in a sentence without names — Return: do it, Esc: do not"));
    reason_->setAccessibleName(tr("Reason"));
    how_->setAccessibleName(tr("How it is taken out"));
    how_->addItem(tr("silence"), static_cast<int>(archive::Removal::silence));
    how_->addItem(tr("bleep"), static_cast<int>(archive::Removal::bleep));
    how_->addItem(tr("cut out"), static_cast<int>(archive::Removal::cut));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 4, 8, 4);
    row->setSpacing(8);
    row->addWidget(question_);
    row->addWidget(reason_, 1);
    row->addWidget(how_);
    connect(reason_, &QLineEdit::returnPressed, this, &ReasonField::accept);
    hide();
}

void ReasonField::ask(const QString& question, bool with_how, Done done) {
    done_ = std::move(done);
    question_->setText(question);
    how_->setVisible(with_how);
    reason_->clear();
    show();
    reason_->setFocus();
}

void ReasonField::accept() {
    const auto reason = reason_->text().trimmed();
    if (reason.isEmpty()) return;
    const auto done = std::exchange(done_, {});
    const auto how = static_cast<archive::Removal>(how_->currentData().toInt());
    close_field();
    if (done) done(reason, how);
}

void ReasonField::close_field() {
    hide();
    Q_EMIT closed();
}

void ReasonField::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) return close_field();
    QFrame::keyPressEvent(event);
}

}  // namespace counterclip::ui
