// One question with its answers side by side, and below them what the chosen one means.
#pragma once

#include <QWidget>

#include "ui/consent/choices.h"

class QButtonGroup;
class QLabel;

namespace counterclip::ui {

class ChoiceRow : public QWidget {
    Q_OBJECT
  public:
    // Its buttons are named "OPTION WORD", "--face hide", for tests.
    explicit ChoiceRow(Question question, QWidget* parent = nullptr);
    const Question& question() const { return question_; }
    QString word() const;              // of the chosen answer; empty = none yet
    void choose(const QString& word);  // empty: none; says nothing by changed()
    void set_possible(const QString& word, bool possible);

  Q_SIGNALS:
    void changed();

  private:
    void explain();
    Question question_;
    QButtonGroup* buttons_;
    QLabel* meaning_;
};

}  // namespace counterclip::ui
