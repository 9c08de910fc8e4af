// Makes an archive and its first operator, who then adds the others; and further operators later. One form for both.
#pragma once

#include <QDialog>

#include "ui/work/call.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace counterclip::ui {

class Desk;

class NewOperator : public QDialog {
    Q_OBJECT
  public:
    // `new_archive`: asks for a folder too and makes the archive there first.
    NewOperator(Desk& desk, bool new_archive, QWidget* parent = nullptr);
    QString folder() const;

  Q_SIGNALS:
    void archive_made(const QString& folder, const QString& code);

  private:
    void attempt();
    void add();
    void refuse(const QString& why);
    QStringList roles() const;
    Desk& desk_;
    bool new_archive_;
    QLineEdit* folder_ = nullptr;
    QLineEdit* code_;
    std::vector<QCheckBox*> roles_;
    QLineEdit* passphrase_;
    QLineEdit* again_;
    QLabel* answer_;
    QPushButton* go_;
    bool made_ = false;
};

}  // namespace counterclip::ui
