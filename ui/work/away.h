// Work away from the window's thread whose answer a window waits for: of several asked for, only the latest comes.
//
// Window's thread. `make` runs on a thread of its own, with an Archive of its own where it needs one, and must not
// throw; `take` gets what it made, on the window's thread, while this lives and nothing newer was asked for.
#pragma once

#include <memory>

#include <QObject>
#include <QThreadPool>

namespace counterclip::ui {

class Away : public QObject {
    Q_OBJECT
  public:
    explicit Away(QObject* parent = nullptr) : QObject(parent) { threads_.setMaxThreadCount(1); }
    ~Away() override {
        forget();
        threads_.waitForDone();
    }

    template <class Make, class Take>
    void run(Make make, Take take) {
        forget();
        const auto number = number_;
        threads_.start([this, number, make = std::move(make), take = std::move(take)] {
            auto made = std::make_shared<decltype(make())>(make());
            QMetaObject::invokeMethod(
                this,
                [this, number, made, take] {
                    if (number != number_) return;
                    is_busy_ = false;
                    take(std::move(*made));
                },
                Qt::QueuedConnection);
        });
        is_busy_ = true;
    }
    // Whatever was asked for is not taken any more.
    void forget() {
        ++number_;
        is_busy_ = false;
        threads_.clear();
    }
    bool is_busy() const { return is_busy_; }

  private:
    QThreadPool threads_;
    quint64 number_ = 0;
    bool is_busy_ = false;
};

}  // namespace counterclip::ui
