// One line that asks something in place, without a box over the window: why there is no face, what is marked. Return
// answers, Esc gives up.
#pragma once

#include <functional>

#include <QFrame>

class QHBoxLayout;
class QLabel;
class QLineEdit;

namespace counterclip::ui {

class AskLine : public QFrame {
    Q_OBJECT
  public:
    explicit AskLine(QWidget* parent = nullptr);
    // Shows itself and takes the focus, and gives it back to `back` at the end. An empty answer is none: it stays.
    // `beside` is another field of the question, the caller's: shown on the line while it asks.
    void ask(const QString& question, const QString& suggestion, QWidget* back,
             std::function<void(const QString&)> then, QWidget* beside = nullptr);
    void give_up();
    bool is_asking() const { return static_cast<bool>(then_); }

  protected:
    void keyPressEvent(QKeyEvent* event) override;

  private:
    void answer();
    QLabel* question_;
    QLineEdit* text_;
    QHBoxLayout* row_;
    QWidget* back_ = nullptr;
    QWidget* beside_ = nullptr;
    std::function<void(const QString&)> then_;
};

}  // namespace counterclip::ui
