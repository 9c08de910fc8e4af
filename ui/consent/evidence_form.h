// How a person said so: on the recording from here to there, before witnesses, in writing. Never carried over from the
// revision before: it shows what was said for these terms.
#pragma once

#include <optional>

#include <QWidget>

#include "core/time.h"
#include "ui/consent/consent_edits.h"

class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace counterclip::ui {

class ChoiceRow;

class EvidenceForm : public QWidget {
    Q_OBJECT
  public:
    explicit EvidenceForm(QWidget* parent = nullptr);
    void clear();
    void choose_method(const QString& word);
    // Where they say it; of the recording at `position` of the interview.
    void mark_in(int position, Time t);
    void mark_out(int position, Time t);
    std::optional<Time> in() const { return in_; }
    std::optional<Time> out() const { return out_; }
    std::optional<Range> range() const;         // while both ends are marked
    int position() const { return position_; }  // of the recording they are marked in
    NewEvidence evidence() const;
    QString problem() const;  // why it cannot be saved so; empty = it can

  Q_SIGNALS:
    void changed();
    void marked();  // or no longer
    void mark_asked(bool begin);
    void play_asked();

  private:
    QWidget* make_spoken();
    QWidget* make_witnesses();
    QWidget* make_written();
    void show_method();
    void take_recording(int position);
    ChoiceRow* method_;
    QStackedWidget* pages_;
    QLabel* times_ = nullptr;
    QPushButton* play_ = nullptr;
    QLineEdit* witnesses_ = nullptr;
    QLineEdit* document_ = nullptr;
    int position_ = 0;
    std::optional<Time> in_;
    std::optional<Time> out_;
};

}  // namespace counterclip::ui
