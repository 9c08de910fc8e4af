// Everything that people change, and its undoing: each edit is one or more verbs of the command line and those that
// take them back. Edits are done one after another in the order they were made; an edit is in the archive when it is
// seen done.
//
// Window's thread. What cannot be undone (a consent, an approval, a release) is an edit without a way back, and is not
// offered to be undone; what was done before it still can be.
#pragma once

#include <deque>
#include <functional>
#include <vector>

#include <QObject>

#include "ui/work/call.h"

namespace counterclip::ui {

// `back` takes a step back; `again` does it once more after that (empty: the step's own verb), as "segment restore 7"
// does what "segment add" did under the number it had.
struct WayBack {
    QStringList back;
    QStringList again{};
};

struct Step {
    QStringList verb;
    // From the verb's answer, which holds the number that it gave; empty = there is no way back.
    std::function<WayBack(const QJsonDocument& answer)> way_back{};
};

struct Edit {
    QString title;  // "tag segment 7", for the menu and messages
    std::vector<Step> steps;
};

class Edits : public QObject {
    Q_OBJECT
  public:
    explicit Edits(Desk& desk, QObject* parent = nullptr);

    // Does it when those before are done. `then` is told of the last answer: of the last step, or of the one that
    // failed, after which the steps before it were taken back.
    void make(Edit edit, std::function<void(const Answer&)> then = {});
    void undo();
    void redo();
    // Stops the edit under way, if one takes so long that it tells how far it is; what it had done is taken back.
    void cancel();
    bool is_busy() const { return call_ != nullptr; }
    QString undo_title() const;  // empty: nothing to undo
    QString redo_title() const;

  Q_SIGNALS:
    void progressed(const QString& title, qint64 done, qint64 total);  // total 0 = not known
    void moved();  // what can be undone or redone, or whether it is busy
    void done(const QString& title);
    void failed(const QString& title, const QString& why);
    void advised(const QStringList& remarks);

  private:
    struct Done {
        QString title;
        std::vector<WayBack> ways;
    };
    struct Work {  // verbs to run in a row
        QString title;
        std::vector<Step> steps;
        std::function<void(const Answer&)> then;
        enum class Kind { make, undo, redo, rescue } kind = Kind::make;
        Done of{};  // what is undone or redone
        std::vector<WayBack> ways{};
        std::size_t at = 0;
    };
    void enqueue(Work work);
    void go_on();
    void take(const Answer& answer);
    void end(const Answer& answer);
    Desk& desk_;
    std::deque<Work> waiting_;
    std::vector<Done> done_;
    std::vector<Done> undone_;
    Call* call_ = nullptr;
    bool tells_progress_ = false;  // of the call
};

}  // namespace counterclip::ui
