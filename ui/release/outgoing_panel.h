// The chosen clip on its way out: what stands between it and the chosen destination, each with the way to
// mending it, and the button that sends it.
#pragma once

#include <QJsonDocument>
#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace counterclip::ui {

class Call;
struct Answer;
struct Studio;

class OutgoingPanel : public QWidget {
    Q_OBJECT
  public:
    explicit OutgoingPanel(const Studio& studio, QWidget* parent = nullptr);
    void choose(const QString& clip, const QString& destination);
    void ask();  // the gate, anew

  private:
    void take(const Answer& answer);
    void show_findings(const QJsonDocument& findings);
    void look();
    void show_way();
    void ask_to_release();
    void release();
    const Studio& studio_;
    QString clip_;
    QString destination_;
    QLabel* title_;
    QLabel* verdict_;
    QListWidget* findings_;
    QLineEdit* folder_;
    QPushButton* way_;  // to where the finding chosen is mended
    QPushButton* release_;
    Call* call_ = nullptr;
    int blocks_ = -1;  // -1: not known yet
};

}  // namespace counterclip::ui
