// The window: menu, promise strip, rail, rooms and the line of notices. It knows the rooms by name and nothing of what
// they do; each is made when it is first gone to.
#pragma once

#include <array>
#include <filesystem>

#include <QMainWindow>

#include "ui/shell/room.h"
#include "ui/work/away.h"

class QStackedWidget;
class QToolButton;

namespace counterclip::ui {

class IdleLock;
class JobsPanel;
class NoticeBar;
class Rail;
struct Roles;

class MainWindow : public QMainWindow {
    Q_OBJECT
  public:
    explicit MainWindow(const Studio& studio, QWidget* parent = nullptr);
    // Opens the archive away from the window, then says `welcome`, or why it cannot be opened; what was open stays open
    // till then.
    void open(const std::filesystem::path& folder, const QString& welcome = {});
    // By its name in the code: "library" "consent" "cut" "faces" "audit" "release".
    void go_to(const QString& room, qint64 pts = -1);
    Room& room(const QString& name);  // made if it is not there yet
    // Closes, after asking about jobs as always, and has the program begin anew with what is open.
    void start_again();

  Q_SIGNALS:
    void start_again_asked(const QStringList& arguments);  // the window is closed

  protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    // `?`, where no room has taken it for something of its own.
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    void make_menus();
    void make_foot_of_rail();
    void place_jobs();
    void open_operator_menu();
    void make_help();
    void show_keys();
    void sign_in();
    void new_archive();
    void read_operator();
    void read_jobs();
    void show_first_steps();
    void show_room(int at);
    void read_title();
    Studio studio_;
    Rail* rail_;
    QStackedWidget* places_;
    NoticeBar* notices_;
    JobsPanel* jobs_panel_;
    IdleLock* lock_;
    QToolButton* jobs_button_ = nullptr;
    QToolButton* operator_button_ = nullptr;
    QWidget* first_steps_ = nullptr;
    std::vector<Room*> rooms_;
    int shown_ = -1;
    const Roles* look_;  // that everybody has read with
    Away opening_;
};

}  // namespace counterclip::ui
