// A new interview, or the description of one that is there. No real name has a place in it.
#pragma once

#include <QWidget>

#include "archive/records.h"

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace counterclip::ui {

class InterviewForm : public QWidget {
    Q_OBJECT
  public:
    explicit InterviewForm(QWidget* parent = nullptr);
    void begin_new();
    void begin_change(const archive::Interview& interview);
    bool is_new() const { return new_; }
    const archive::Interview& before() const { return before_; }
    archive::Interview interview() const;
    void say(const QString& problem);  // why it was not saved

  Q_SIGNALS:
    void saved();
    void closed();

  private:
    QLineEdit* add_line(QFormLayout& form, const char* name, const QString& title, const QString& placeholder);
    void fill(const archive::Interview& interview);
    QLabel* title_;
    QLabel* problem_;
    QLineEdit* code_;
    QComboBox* kind_;
    std::vector<std::pair<QLineEdit*, std::string archive::Interview::*>> texts_;
    QLineEdit* languages_;
    QLineEdit* present_;
    QCheckBox* custody_;
    QCheckBox* minor_;
    QPushButton* save_;
    archive::Interview before_;
    bool new_ = true;
};

}  // namespace counterclip::ui
