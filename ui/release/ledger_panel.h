// The ledger with what is done to its lines: noting where a release is published and how many it reached, that it was
// taken down, and checking a package.
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace counterclip::ui {

class LedgerTable;
struct LedgerLine;
struct Studio;

class LedgerPanel : public QWidget {
    Q_OBJECT
  public:
    explicit LedgerPanel(const Studio& studio, QWidget* parent = nullptr);
    void read();  // keeps what is chosen
    void go_to_due();

  private:
    QWidget* make_deeds();
    const LedgerLine* current() const;
    void look();
    void publish();
    void take_down();
    void check();
    void open_folder();
    const Studio& studio_;
    LedgerTable* table_;
    QTableView* view_;
    QLabel* due_;
    QLineEdit* address_;
    QLineEdit* reach_;
    QPushButton* publish_;
    QLineEdit* note_;
    QPushButton* down_;
    QPushButton* check_;
    QPushButton* folder_;
    QLabel* checked_;
};

}  // namespace counterclip::ui
