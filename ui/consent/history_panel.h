// Whose consent, and every revision of it, the newest first; one chosen is compared with the one before it, two with
// each other. Whose consent and how it stands is coded and shown to everybody; revisions tell who said what and why.
#pragma once

#include <utility>
#include <vector>

#include <QWidget>

#include "consent/terms.h"

class QListWidget;

namespace counterclip::ui {

class ChangesView;
class Desk;

class HistoryPanel : public QWidget {
    Q_OBJECT
  public:
    explicit HistoryPanel(Desk& desk, QWidget* parent = nullptr);
    QString person() const { return person_; }
    void read();  // of the interview chosen
    // Where the revisions, the newest first, were said in that recording, each with its number.
    std::vector<std::pair<std::int64_t, Range>> said_in(std::int64_t recording) const;

  Q_SIGNALS:
    void person_chosen();
    void evidence_asked(qint64 recording, qint64 pts);  // go where it is said

  private:
    void read_persons();
    void read_revisions();
    void compare();
    Desk& desk_;
    QListWidget* persons_;
    QListWidget* revisions_;
    ChangesView* changes_;
    QString person_ = QStringLiteral("subject");
    std::vector<consent::Revision> history_;  // oldest first
};

}  // namespace counterclip::ui
