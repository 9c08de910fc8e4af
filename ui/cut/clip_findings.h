// What stands between a clip and the world, asked of the gate (`clip check`): how many findings, and each in our words
// and those of its rule, with what to do next.
#pragma once

#include <optional>
#include <vector>

#include <QListWidget>
#include <QTimer>

#include "core/time.h"
#include "ui/words/finding_words.h"

namespace counterclip::ui {

class Call;
class Desk;

struct ClipFinding {
    QString code;
    QString what;
    QString mend;
    bool blocks = true;         // its release, if nothing before
    bool blocks_render = true;  // already
    std::optional<FindingWords> words;
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
    QString summary() const;  // "2 findings"
    // What to mend next: the one that somebody chose, else the first that blocks.
    std::optional<ClipFinding> next() const;
    // Why it cannot be rendered, as a sentence; nothing: it can, as far as is known.
    std::optional<QString> why_not_rendered() const;

  Q_SIGNALS:
    void changed();
    void seek_asked(qint64 pts);
    void chosen();  // another one

  private:
    void call();
    void show_findings();
    Desk& desk_;
    QString clip_;
    QTimer soon_;
    Call* call_ = nullptr;
    bool is_known_ = false;  // the gate answered
    QString trouble_;
    std::vector<ClipFinding> findings_;
};

}  // namespace counterclip::ui
