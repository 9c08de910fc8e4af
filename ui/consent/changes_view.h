// What one consent changes against another, each line with a sign and a word for the way: stricter, looser.
#pragma once

#include <QLabel>

#include "consent/compared.h"

namespace counterclip::ui {

class ChangesView : public QLabel {
    Q_OBJECT
  public:
    explicit ChangesView(QWidget* parent = nullptr);
    void show_changes(const std::vector<consent::TermChange>& changes, const QString& heading);
    void show_only(const QString& words);  // in the place of changes
    // As a reader of screens says it.
    QStringList lines() const { return lines_; }

  private:
    QStringList lines_;
};

}  // namespace counterclip::ui
