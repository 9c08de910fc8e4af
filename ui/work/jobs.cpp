#include "ui/work/jobs.h"

#include <algorithm>

#include "ui/desk/desk.h"

namespace counterclip::ui {

double Job::share() const {
    return total > 0 ? std::clamp(static_cast<double>(done) / static_cast<double>(total), 0.0, 1.0) : -1;
}

double Job::seconds_left() const {
    const double known = share();
    if (state != State::running || known <= 0.01) return -1;
    return static_cast<double>(since.elapsed()) / 1000 * (1 - known) / known;
}

Jobs::Jobs(Desk& desk, QObject* parent) : QAbstractListModel(parent), desk_(desk) {}

void Jobs::add(Ask ask, std::function<void(const Answer&)> then) {
    const int row = static_cast<int>(jobs_.size());
    beginInsertRows({}, row, row);
    Job job;
    job.ask = std::move(ask);
    job.then = std::move(then);
    jobs_.push_back(std::move(job));
    endInsertRows();
    go_on();
}

void Jobs::go_on() {
    const auto runs = [](const Job& job) {
        return job.state == Job::State::running || job.state == Job::State::paused;
    };
    const auto next = std::ranges::find(jobs_, Job::State::waiting, &Job::state);
    if (next == jobs_.end() || std::ranges::any_of(jobs_, runs)) {
        Q_EMIT moved();
        return;
    }
    const auto row = static_cast<std::size_t>(next - jobs_.begin());
    auto* call = new Call(desk_, next->ask, this);
    next->call = call;
    next->state = Job::State::running;
    next->since.start();
    // By the call, not by the row: rows move when ended jobs are cleared.
    const auto row_of = [this, call] {
        return static_cast<std::size_t>(std::ranges::find(jobs_, call, &Job::call) - jobs_.begin());
    };
    connect(call, &Call::progressed, this, [this, row_of](const QString& stage, qint64 done, qint64 total) {
        const auto at = row_of();
        auto& job = jobs_[at];
        if (job.stage != stage || done < job.done) job.since.restart();
        job.stage = stage;
        job.done = done;
        job.total = total;
        tell(at);
    });
    connect(call, &Call::finished, this, [this, row_of](const Answer& answer) { end(row_of(), answer); });
    call->start();
    tell(row);
}

void Jobs::end(std::size_t row, const Answer& answer) {
    auto& job = jobs_[row];
    job.call = nullptr;
    job.state = answer.done() ? Job::State::done : answer.cancelled() ? Job::State::cancelled : Job::State::failed;
    job.message = answer.done() ? answer.remarks.join(QStringLiteral("\n")) : answer.error;
    const auto title = job.ask.title;
    const auto then = job.then;
    tell(row);
    desk_.refresh();
    if (job.state == Job::State::failed) Q_EMIT failed(title, answer.error);
    Q_EMIT ended(title, answer);
    if (then) then(answer);
    go_on();
}

void Jobs::tell(std::size_t row) {
    const auto at = index(static_cast<int>(row));
    Q_EMIT dataChanged(at, at);
    Q_EMIT moved();
}

void Jobs::cancel(int row) {
    auto& job = jobs_.at(static_cast<std::size_t>(row));
    if (job.call) return job.call->cancel();
    if (job.state != Job::State::waiting) return;
    job.state = Job::State::cancelled;
    tell(static_cast<std::size_t>(row));
}

void Jobs::cancel_all() {
    for (int row = 0; row < rowCount(); ++row) cancel(row);
}

void Jobs::set_paused(int row, bool paused) {
    auto& job = jobs_.at(static_cast<std::size_t>(row));
    if (!job.call) return;
    job.call->set_paused(paused);
    job.state = paused ? Job::State::paused : Job::State::running;
    tell(static_cast<std::size_t>(row));
}

void Jobs::try_again(int row) {
    auto& job = jobs_.at(static_cast<std::size_t>(row));
    if (job.is_open()) return;
    job.state = Job::State::waiting;
    job.stage.clear();
    job.done = job.total = 0;
    job.message.clear();
    tell(static_cast<std::size_t>(row));
    go_on();
}

void Jobs::clear_ended() {
    beginResetModel();
    std::erase_if(jobs_, [](const Job& job) { return !job.is_open(); });
    endResetModel();
    Q_EMIT moved();
}

int Jobs::open_jobs() const {
    return static_cast<int>(std::ranges::count_if(jobs_, &Job::is_open));
}

int Jobs::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(jobs_.size());
}

QVariant Jobs::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const auto& job = jobs_.at(static_cast<std::size_t>(index.row()));
    if (role == Qt::DisplayRole) return job.ask.title;
    if (role == Qt::ToolTipRole) return job.message;
    return {};
}

}  // namespace counterclip::ui
