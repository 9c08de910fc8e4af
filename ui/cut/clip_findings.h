// What stands between a clip and the world, asked of the gate (`clip check`): how many findings, and each in the words
// of its rule, with what to do next.
#pragma once

#include <optional>
#include <vector>

#include <QListWidget>
#include <QTimer>

#include "core/time.h"

namespace counterclip::ui {

class Call;
class Desk;

struct ClipFinding {
    QString code;
    QString what;
    QString mend;
    bool blocks = true;
    std::optional<Time> at;  // on a recording's clock, where the words name one
};

// The first time that stands in the words, "0:41:09.000".
std::optional<Time> time_in(const QString& words);

class ClipFindings : public QListWidget {
    Q_OBJECT
  public:
    explicit ClipFindings(Desk& desk, QWidget* parent = nullptr);
    // Asks again, soon: changes come in bunches. An empty code: there is no clip.
    void ask(const QString& clip);
    const std::vector<ClipFinding>& findings() const { return findings_; }
    QString summary() const;  // "2 findings before release"

  Q_SIGNALS:
    void changed();
    void seek_asked(qint64 pts);

  private:
    void call();
    void show_findings();
    Desk& desk_;
    QString clip_;
    QTimer soon_;
    Call* call_ = nullptr;
    QString trouble_;
    std::vector<ClipFinding> findings_;
};

}  // namespace counterclip::ui
