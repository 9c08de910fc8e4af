// A small field in place that asks why, before something is taken out or a redaction is taken back. Return does it,
// Escape does not.
#pragma once

#include <functional>

#include <QFrame>

#include "archive/words_records.h"

class QComboBox;
class QLabel;
class QLineEdit;

namespace counterclip::ui {

class ReasonField : public QFrame {
    Q_OBJECT
  public:
    explicit ReasonField(QWidget* parent = nullptr);

    using Done = std::function<void(const QString& reason, archive::Removal how)>;
    // `with_how`: how it is taken out is asked too.
    void ask(const QString& question, bool with_how, Done done);

  Q_SIGNALS:
    void closed();

  protected:
    void keyPressEvent(QKeyEvent* event) override;

  private:
    void accept();
    void close_field();
    QLabel* question_;
    QLineEdit* reason_;
    QComboBox* how_;
    Done done_;
};

}  // namespace counterclip::ui
