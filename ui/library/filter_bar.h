// What the library looks for: a text, in codes and pseudonyms or in what was said, and the filters beside it.
#pragma once

#include <QTimer>
#include <QWidget>

#include "archive/overview.h"

class QComboBox;
class QLineEdit;

namespace counterclip::ui {

class Desk;

class FilterBar : public QWidget {
    Q_OBJECT
  public:
    explicit FilterBar(Desk& desk, QWidget* parent = nullptr);
    QLineEdit& text() const { return *text_; }
    bool in_words() const;  // looking for what was said
    void choose_mode(bool in_words);
    archive::InterviewFilter filter() const;
    bool narrows() const;  // anything is left out
    QString words() const;
    QString language() const;
    QString tag() const;

  Q_SIGNALS:
    void changed();

  private:
    QComboBox* add_choice(const char* name, const QString& title);
    void read_tags();
    void look();
    Desk& desk_;
    QComboBox* mode_;
    QLineEdit* text_;
    QComboBox* consent_;
    QComboBox* stage_;
    QComboBox* tag_;
    QComboBox* language_;
    QTimer typing_;
};

}  // namespace counterclip::ui
