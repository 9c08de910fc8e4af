// Asks before somebody's consent is taken back: it cannot be undone. Shows what will have to come down, and wants the
// reason.
#pragma once

#include <QDialog>

class QLineEdit;
class QListWidget;

namespace counterclip::ui {

class Desk;

class WithdrawalDialog : public QDialog {
    Q_OBJECT
  public:
    WithdrawalDialog(Desk& desk, const QString& interview, const QString& person, QWidget* parent);
    QString reason() const;

  private:
    int list_what_comes_down();
    Desk& desk_;
    QString interview_;
    QString person_;
    QListWidget* list_;
    QLineEdit* reason_;
};

}  // namespace counterclip::ui
