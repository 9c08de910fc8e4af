// Signs out when nobody touched keys or mouse for a while: what only some may see must not stay on an empty desk.
#pragma once

#include <chrono>

#include <QObject>
#include <QTimer>

namespace counterclip::ui {

class Desk;

class IdleLock : public QObject {
    Q_OBJECT
  public:
    // Watches the whole application while it lives.
    explicit IdleLock(Desk& desk, QObject* parent = nullptr);
    // Zero: never. From the settings at the start.
    void set_after(std::chrono::minutes idle);
    void lock();

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    Desk& desk_;
    QTimer timer_;
};

}  // namespace counterclip::ui
