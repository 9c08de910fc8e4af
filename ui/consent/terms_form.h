// The terms of one consent as a form: choices, how far it reaches, wishes. It knows nothing of archives.
#pragma once

#include <vector>

#include <QWidget>

#include "consent/terms.h"

class QCheckBox;
class QLineEdit;

namespace counterclip::ui {

class ChoiceRow;

class TermsForm : public QWidget {
    Q_OBJECT
  public:
    explicit TermsForm(QWidget* parent = nullptr);
    void show_terms(const consent::Terms& terms, const std::vector<consent::Preference>& preferences);
    // The use may not go further: a purpose's own terms speak for that purpose. public_ = any.
    void limit_use(consent::Use widest);
    // Throws Error(usage) for the first field that cannot be read.
    consent::Terms terms() const;
    std::vector<consent::Preference> preferences() const;

  Q_SIGNALS:
    void changed();  // by a person

  private:
    QLineEdit* add_line(const QString& name, const QString& title, const QString& placeholder);
    std::vector<ChoiceRow*> rows_;
    QLineEdit* audiences_;
    QLineEdit* territories_;
    QLineEdit* languages_;
    QLineEdit* until_;
    QLineEdit* risk_note_;
    std::vector<QCheckBox*> preferences_;
};

// Words apart by blanks, commas or semicolons.
std::vector<std::string> words_of(const QString& text);

}  // namespace counterclip::ui
