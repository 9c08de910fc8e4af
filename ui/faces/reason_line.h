// One line that asks something in place, without a box over the window: why there is no face, what is marked. Return
// answers, Esc gives up.
#pragma once

#include <functional>

#include <QFrame>

class QLabel;
class QLineEdit;

namespace counterclip::ui {

class ReasonLine : public QFrame {
    Q_OBJECT
  public:
    explicit ReasonLine(QWidget* parent = nullptr);
    // Shows itself and takes the focus, and gives it back to `back` at the end. An empty answer is none: it stays.
    void ask(const QString& question, const QString& suggestion, QWidget* back,
             std::function<void(const QString&)> then);
    void give_up();
    bool is_asking() const { return static_cast<bool>(then_); }

  protected:
    void keyPressEvent(QKeyEvent* event) override;

  private:
    void answer();
    QLabel* question_;
    QLineEdit* text_;
    QWidget* back_ = nullptr;
    std::function<void(const QString&)> then_;
};

}  // namespace counterclip::ui
