// The window: menu, promise strip, rail and rooms. It knows the rooms by name and nothing of what they do.
#pragma once

#include <filesystem>

#include <QMainWindow>

class QStackedWidget;

namespace counterclip::ui {

class Desk;
class Rail;

class MainWindow : public QMainWindow {
    Q_OBJECT
  public:
    explicit MainWindow(Desk& desk, QWidget* parent = nullptr);
    // Opens the archive, or says why not in a message on the window.
    void open(const std::filesystem::path& folder);

  private:
    void ask_for_archive();
    void read_title();
    Desk& desk_;
    Rail* rail_;
    QStackedWidget* rooms_;
};

}  // namespace counterclip::ui
