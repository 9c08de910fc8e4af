// An archive to learn with: a drawn puppet's interview with its faces, words and consent, four operators without
// passphrases, nothing real. Made by the same verbs a person would type.
#pragma once

#include <functional>

#include <QObject>

#include "ui/work/call.h"

namespace counterclip::ui {

class Desk;

// The puppets' program beside this one; empty when there is none.
QString puppet_program();

class Practice : public QObject {
    Q_OBJECT
  public:
    Practice(Desk& desk, QString folder, QObject* parent);
    // Makes it, opens it and signs amina in; then ended("") or why not. Deletes itself.
    void start();
    void cancel();

  Q_SIGNALS:
    // `step` is 1, 2 ... of `steps`; `share` of it is done, 0..1, negative where nobody knows; `whole`: of all of them.
    void stepped(const QString& what, int step, int steps, double share, double whole);
    void ended(const QString& why_not);

  private:
    struct Step {
        Ask ask;
        int weight = 1;  // how long it takes beside the others, about
    };
    void go_on();
    void tell(double share);
    Desk& desk_;
    QString folder_;
    std::vector<Step> steps_;
    std::size_t at_ = 0;
    Call* call_ = nullptr;
};

}  // namespace counterclip::ui
