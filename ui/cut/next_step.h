// What stands in the way of a clip, in one line, with the button that leads to mending it as the main one; Render is
// the main one only when rendering is what comes next.
#pragma once

#include <optional>

#include <QWidget>

#include "ui/cut/clip_findings.h"

class QLabel;
class QPushButton;

namespace counterclip::ui {

class NextStep : public QWidget {
    Q_OBJECT
  public:
    // The buttons stand where the panel puts them: `way` leads to the mending, `render` renders.
    NextStep(QPushButton& way, QPushButton& render, QWidget* parent = nullptr);
    // Nothing: nothing stands in the way.
    void show_finding(const std::optional<ClipFinding>& finding);
    const std::optional<ClipFinding>& finding() const { return finding_; }

  Q_SIGNALS:
    void mend_asked(const counterclip::ui::ClipFinding& finding);

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    void show_line();
    QPushButton& way_;
    QPushButton& render_;
    QLabel* line_;
    QString words_;
    std::optional<ClipFinding> finding_;
};

}  // namespace counterclip::ui
