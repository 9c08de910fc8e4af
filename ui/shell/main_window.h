// The window: menu, promise strip, rail, rooms and the line of notices. It knows the rooms by name and nothing of what
// they do; each is made when it is first gone to.
#pragma once

#include <array>
#include <filesystem>

#include <QMainWindow>

#include "ui/shell/room.h"

class QStackedWidget;

namespace counterclip::ui {

class NoticeBar;
class Rail;

class MainWindow : public QMainWindow {
    Q_OBJECT
  public:
    explicit MainWindow(const Studio& studio, QWidget* parent = nullptr);
    // Opens the archive, or says why not on the window.
    void open(const std::filesystem::path& folder);
    // By its name in the code: "library" "consent" "cut" "faces" "audit" "release".
    void go_to(const QString& room, qint64 pts = -1);
    Room& room(const QString& name);  // made if it is not there yet

  protected:
    void closeEvent(QCloseEvent* event) override;

  private:
    void make_menus();
    void show_room(int at);
    void read_title();
    Studio studio_;
    Rail* rail_;
    QStackedWidget* places_;
    NoticeBar* notices_;
    std::vector<Room*> rooms_;
    int shown_ = -1;
};

}  // namespace counterclip::ui
