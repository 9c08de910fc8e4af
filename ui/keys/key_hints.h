// What the hands can do here, as key caps with a word each: "[N] next  [P] previous". They follow the keys that people
// chose.
#pragma once

#include <QWidget>

class QAction;

namespace counterclip::ui {

class KeyHints : public QWidget {
    Q_OBJECT
  public:
    explicit KeyHints(QWidget* parent = nullptr);
    // `word` short, as a person says it; the action's own title is the tooltip.
    void add(QAction& action, const QString& word);
};

}  // namespace counterclip::ui
