// What the window shows while no archive is open: open one, make one, or make one to learn with.
#pragma once

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace counterclip::ui {

class Desk;
class Practice;

class FirstSteps : public QWidget {
    Q_OBJECT
  public:
    explicit FirstSteps(Desk& desk, QWidget* parent = nullptr);
    // In a folder that is new or empty.
    void make_practice(const QString& folder);

  Q_SIGNALS:
    void open_asked(const QString& folder);  // empty: ask which
    void new_asked();

  private:
    void list_recent();
    void ask_for_practice();
    void say(const QString& text);
    Desk& desk_;
    QVBoxLayout* recent_;
    QPushButton* practice_;
    QProgressBar* bar_;
    QLabel* words_;
};

// Archives opened last, newest first; only folders that are still there. No interview or clip is ever remembered.
QStringList recent_archives();
void remember_archive(const QString& folder);

}  // namespace counterclip::ui
