// Who works here: asks for the operator, the passphrase of their key and, if they like, the vault's, and has the
// program try them before anybody is signed in.
#pragma once

#include <QDialog>

#include "ui/work/call.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace counterclip::ui {

class SignIn : public QDialog {
    Q_OBJECT
  public:
    explicit SignIn(Desk& desk, QWidget* parent = nullptr);

  private:
    void attempt();
    void try_vault(std::shared_ptr<Identity> who);
    void refuse(const QString& why);
    void enter(std::shared_ptr<Identity> who);
    Desk& desk_;
    QComboBox* who_;
    QLineEdit* passphrase_;
    QLineEdit* vault_;
    QLabel* answer_;
    QPushButton* go_;
};

}  // namespace counterclip::ui
