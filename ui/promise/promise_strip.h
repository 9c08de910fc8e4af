// The strip under the menu, on every screen: what the person of the chosen interview asked for.
#pragma once

#include <QFrame>

class QLayout;
class QLabel;
class QToolButton;

namespace counterclip::ui {

class Desk;

class PromiseStrip : public QFrame {
    Q_OBJECT
  public:
    explicit PromiseStrip(Desk& desk, QWidget* parent = nullptr);
    QString text() const;  // all of it in words, as a reader of screens says it

  protected:
    void mouseReleaseEvent(QMouseEvent* event) override;  // to what was said, in Consent

  private:
    void read();
    void read_open_gaps(const std::string& interview);
    Desk& desk_;
    QLabel* who_;
    QLabel* about_;
    QLayout* chips_;
    QToolButton* waiting_;  // what waits for a person; goes there
};

}  // namespace counterclip::ui
