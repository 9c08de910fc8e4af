// Long work at a glance: what runs, how far it is, how long it still takes; pause, cancel, try again.
#pragma once

#include <vector>

#include <QFrame>

class QLabel;
class QVBoxLayout;

namespace counterclip::ui {

class JobRow;
class Jobs;

class JobsPanel : public QFrame {
    Q_OBJECT
  public:
    explicit JobsPanel(Jobs& jobs, QWidget* parent = nullptr);

  private:
    void make_rows();
    void read();
    Jobs& jobs_;
    QVBoxLayout* list_;
    QLabel* none_;
    std::vector<JobRow*> rows_;
};

}  // namespace counterclip::ui
