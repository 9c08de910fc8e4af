// Under the picture: buttons for what the keys do, and the stretch that is marked.
#pragma once

#include <optional>

#include <QWidget>

#include "core/time.h"

class QAction;
class QHBoxLayout;
class QLabel;

namespace counterclip::ui {

class TransportRow : public QWidget {
    Q_OBJECT
  public:
    explicit TransportRow(QWidget* parent = nullptr);
    void add(QAction& action, const QString& text);  // its key and words are in the tip
    void finish();                                   // what follows stands at the other end
    void show_range(std::optional<Time> in, std::optional<Time> out);

  private:
    QHBoxLayout* row_;
    QLabel* range_;
};

}  // namespace counterclip::ui
