// Files that somebody brought, and the question where they belong: into the interview chosen, another, or a new one.
#pragma once

#include <QFrame>
#include <QStringList>

class QLabel;
class QLineEdit;
class QPushButton;

namespace counterclip::ui {

struct Studio;

class ImportBar : public QFrame {
    Q_OBJECT
  public:
    explicit ImportBar(const Studio& studio, QWidget* parent = nullptr);
    // Asks; hidden when it is answered.
    void ask(const QStringList& files);
    // Without asking, a job a file.
    void import(const QString& interview, const QStringList& files);

  private:
    void look();
    void go();
    const Studio& studio_;
    QStringList files_;
    QLabel* what_;
    QLineEdit* code_;
    QPushButton* go_;
};

}  // namespace counterclip::ui
