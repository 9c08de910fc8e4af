// The two questions before a decision is signed, which cannot be taken back: a yes, with what was heard; a no, with
// why.
#pragma once

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace counterclip::ui {

struct Judged {
    QString clip;
    qint64 render = 0;
    QString sha256;
    QString watched;  // in words
    bool watched_all = false;
    bool heard_all = false;
    int findings_that_block = 0;  // but what the box itself asks for
    int near_names = 0;           // places that are like a protected name
};

// Approves `judged.render` and no other. Nothing is signed that nobody says they watched.
class ApproveBox : public QDialog {
    Q_OBJECT
  public:
    ApproveBox(const Judged& judged, QWidget* parent);
    QString reason() const;
    bool listened() const;
    bool looked_at_names() const;

  private:
    QLineEdit* reason_;
    QCheckBox* listened_;
    QCheckBox* looked_at_names_ = nullptr;  // only where there are such
};

class RefuseBox : public QDialog {
    Q_OBJECT
  public:
    RefuseBox(const Judged& judged, QWidget* parent);
    QString reason() const;

  private:
    QLineEdit* reason_;
    QPushButton* refuse_;
};

}  // namespace counterclip::ui
