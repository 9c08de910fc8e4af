#include "ui/faces/reason_line.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

namespace counterclip::ui {

ReasonLine::ReasonLine(QWidget* parent) : QFrame(parent), question_(new QLabel(this)), text_(new QLineEdit(this)) {
    setObjectName(QStringLiteral("reason"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 4, 8, 4);
    row->addWidget(question_);
    row->addWidget(text_, 1);
    auto* hint = new QLabel(tr("Return: done · Esc: not now"), this);
    row->addWidget(hint);
    connect(text_, &QLineEdit::returnPressed, this, &ReasonLine::answer);
    hide();
}

void ReasonLine::ask(const QString& question, const QString& suggestion, QWidget* back,
                     std::function<void(const QString&)> then) {
    question_->setText(question);
    text_->setAccessibleName(question);
    text_->setText(suggestion);
    text_->selectAll();
    back_ = back;
    then_ = std::move(then);
    show();
    text_->setFocus(Qt::OtherFocusReason);
}

void ReasonLine::give_up() {
    then_ = {};
    hide();
    if (back_) back_->setFocus(Qt::OtherFocusReason);
}

void ReasonLine::answer() {
    const auto text = text_->text().trimmed();
    if (text.isEmpty() || !then_) return;
    const auto then = std::move(then_);
    give_up();
    then(text);
}

void ReasonLine::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) return give_up();
    event->accept();  // nothing typed here is a key of the room
}

}  // namespace counterclip::ui
