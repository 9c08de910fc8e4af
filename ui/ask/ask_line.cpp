#include "ui/ask/ask_line.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>

namespace counterclip::ui {

AskLine::AskLine(QWidget* parent)
    : QFrame(parent), question_(new QLabel(this)), text_(new QLineEdit(this)), row_(new QHBoxLayout(this)) {
    text_->setObjectName(QStringLiteral("reason"));
    row_->setContentsMargins(8, 4, 8, 4);
    row_->setSpacing(8);
    row_->addWidget(question_);
    row_->addWidget(text_, 1);
    row_->addWidget(new QLabel(tr("Return: done · Esc: not now"), this));
    connect(text_, &QLineEdit::returnPressed, this, &AskLine::answer);
    hide();
}

void AskLine::ask(const QString& question, const QString& suggestion, QWidget* back,
                  std::function<void(const QString&)> then, QWidget* beside) {
    if (beside_) beside_->hide();
    beside_ = beside;
    if (beside) {
        row_->insertWidget(2, beside);
        beside->show();
    }
    question_->setText(question);
    text_->setAccessibleName(question);
    text_->setText(suggestion);
    text_->selectAll();
    back_ = back;
    then_ = std::move(then);
    show();
    text_->setFocus(Qt::OtherFocusReason);
}

void AskLine::give_up() {
    then_ = {};
    hide();
    if (back_) back_->setFocus(Qt::OtherFocusReason);
}

void AskLine::answer() {
    const auto text = text_->text().trimmed();
    if (text.isEmpty() || !then_) return;
    const auto then = std::move(then_);
    give_up();
    then(text);
}

void AskLine::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) return give_up();
    event->accept();  // nothing typed here is a key of the room
}

}  // namespace counterclip::ui
