// The strip under the menu, on every screen: what the person of the chosen interview asked for.
#pragma once

#include <QFrame>

class QHBoxLayout;
class QLabel;

namespace counterclip::ui {

class Desk;

class PromiseStrip : public QFrame {
    Q_OBJECT
  public:
    explicit PromiseStrip(Desk& desk, QWidget* parent = nullptr);
    QString text() const;  // all of it in words, as a reader of screens says it

  private:
    void read();
    Desk& desk_;
    QLabel* who_;
    QLabel* about_;
    QHBoxLayout* chips_;
};

}  // namespace counterclip::ui
