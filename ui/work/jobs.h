// Long work, one after another: imports, analyses, renders, verifications, packages. A list model for the jobs panel.
//
// Window's thread. A job that failed or was cancelled stays in the list, with why and what next, until it is cleared or
// tried again.
#pragma once

#include <functional>
#include <vector>

#include <QAbstractListModel>
#include <QElapsedTimer>

#include "ui/work/call.h"

namespace counterclip::ui {

struct Job {
    enum class State { waiting, running, paused, done, failed, cancelled };
    Ask ask;
    State state = State::waiting;
    QString stage;  // as the engine calls it: "faces", "render", "verify"
    qint64 done = 0;
    qint64 total = 0;  // of the stage; 0 = not known
    QString message;   // of the end: why it failed, what it advised
    std::function<void(const Answer&)> then{};
    Call* call = nullptr;
    QElapsedTimer since{};  // of the stage
    bool is_open() const { return state == State::waiting || state == State::running || state == State::paused; }
    // Share of the stage, 0..1; negative when not known. Seconds that are left of it; negative when not known.
    double share() const;
    double seconds_left() const;
};

class Jobs : public QAbstractListModel {
    Q_OBJECT
  public:
    explicit Jobs(Desk& desk, QObject* parent = nullptr);

    // `then` is called at the end, whichever it was.
    void add(Ask ask, std::function<void(const Answer&)> then = {});
    void cancel(int row);
    void set_paused(int row, bool paused);
    void try_again(int row);
    void clear_ended();
    const Job& job(int row) const { return jobs_.at(static_cast<std::size_t>(row)); }
    int open_jobs() const;
    void cancel_all();

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

  Q_SIGNALS:
    void moved();  // any job, any way
    void failed(const QString& title, const QString& why);
    void ended(const QString& title, const counterclip::ui::Answer& answer);

  private:
    void go_on();
    void end(std::size_t row, const Answer& answer);
    void tell(std::size_t row);
    Desk& desk_;
    std::vector<Job> jobs_;
};

}  // namespace counterclip::ui
