// Who may receive releases: the list, and a form that adds one or changes whom it reaches.
#pragma once

#include <vector>

#include <QWidget>

#include "archive/ledger_records.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QSpinBox;
class QStackedWidget;

namespace counterclip::ui {

struct Studio;

class DestinationPanel : public QWidget {
    Q_OBJECT
  public:
    explicit DestinationPanel(const Studio& studio, QWidget* parent = nullptr);
    void read();             // keeps what is chosen
    QString chosen() const;  // an open one; else empty

  Q_SIGNALS:
    void destination_chosen();

  private:
    QWidget* make_list();
    QWidget* make_form();
    const archive::Destination* current() const;
    void look();
    void begin(const archive::Destination* before);
    void save();
    void close_chosen();
    archive::Destination written() const;
    const Studio& studio_;
    std::vector<archive::Destination> all_;
    QStackedWidget* pages_;
    QListWidget* list_;
    QLabel* scope_;
    QPushButton* change_;
    QPushButton* close_;
    QLineEdit* code_;
    QComboBox* kind_;
    QLineEdit* audiences_;
    QLineEdit* territories_;
    QLineEdit* languages_;
    QSpinBox* days_;
    QLabel* problem_;
    archive::Destination before_;
    bool new_ = true;
};

}  // namespace counterclip::ui
