#include "ui/work/edits.h"

#include <algorithm>

#include "ui/desk/desk.h"

namespace counterclip::ui {

Edits::Edits(Desk& desk, QObject* parent) : QObject(parent), desk_(desk) {
    const auto forget = [this] {
        waiting_.clear();
        done_.clear();
        undone_.clear();
        Q_EMIT moved();
    };
    connect(&desk_, &Desk::opened, this, forget);
    connect(&desk_, &Desk::signed_in, this, forget);  // nobody takes back what somebody else did
}

void Edits::make(Edit edit, std::function<void(const Answer&)> then) {
    Work work;
    work.title = std::move(edit.title);
    work.steps = std::move(edit.steps);
    work.then = std::move(then);
    enqueue(std::move(work));
}

// Both wait for what is being made now, so that two quick keys undo what a person saw done.
void Edits::undo() {
    Work work;
    work.kind = Work::Kind::undo;
    enqueue(std::move(work));
}

void Edits::redo() {
    Work work;
    work.kind = Work::Kind::redo;
    enqueue(std::move(work));
}

void Edits::cancel() {
    if (call_ && tells_progress_) call_->cancel();
}

QString Edits::undo_title() const {
    return done_.empty() ? QString() : done_.back().title;
}

QString Edits::redo_title() const {
    return undone_.empty() ? QString() : undone_.back().title;
}

void Edits::enqueue(Work work) {
    waiting_.push_back(std::move(work));
    if (!call_) go_on();
}

namespace {

template <class Value>
Value take_last(std::vector<Value>& from) {
    auto last = std::move(from.back());
    from.pop_back();
    return last;
}

}  // namespace

void Edits::go_on() {
    while (!call_ && !waiting_.empty()) {
        auto& work = waiting_.front();
        const bool begins = work.at == 0 && work.steps.empty();
        auto& stack = work.kind == Work::Kind::undo ? done_ : undone_;
        if (begins && (work.kind == Work::Kind::undo || work.kind == Work::Kind::redo)) {
            if (stack.empty()) {
                waiting_.pop_front();
                continue;
            }
            work.of = take_last(stack);
            work.title = work.of.title;
            if (work.kind == Work::Kind::undo)
                for (auto way = work.of.ways.rbegin(); way != work.of.ways.rend(); ++way)
                    work.steps.push_back({way->back});
            else
                for (const auto& way : work.of.ways) work.steps.push_back({way.again});
        }
        if (work.steps.empty()) {
            waiting_.pop_front();
            continue;
        }
        call_ = new Call(desk_, {work.title, work.steps[work.at].verb}, this);
        tells_progress_ = false;
        connect(call_, &Call::finished, this, &Edits::take);
        connect(call_, &Call::progressed, this,
                [this, title = work.title](const QString& /*stage*/, qint64 done, qint64 total) {
                    tells_progress_ = true;
                    Q_EMIT progressed(title, done, total);
                });
        call_->start();
    }
    Q_EMIT moved();
}

void Edits::take(const Answer& answer) {
    call_ = nullptr;
    if (waiting_.empty()) return go_on();  // another archive was opened meanwhile
    auto& work = waiting_.front();
    if (!answer.done()) return end(answer);
    const auto& step = work.steps[work.at];
    if (work.kind == Work::Kind::make) {
        auto way = step.way_back ? step.way_back(answer.json) : WayBack{};
        if (way.again.isEmpty()) way.again = step.verb;
        work.ways.push_back(std::move(way));
    }
    if (++work.at == work.steps.size()) return end(answer);
    go_on();
}

void Edits::end(const Answer& answer) {
    auto work = std::move(waiting_.front());
    waiting_.pop_front();
    const bool all = answer.done();  // one whose first step failed has changed nothing, and can be tried again
    switch (work.kind) {
        case Work::Kind::make:
            if (all && std::ranges::all_of(work.ways, [](const WayBack& way) { return !way.back.isEmpty(); })) {
                done_.push_back({work.title, std::move(work.ways)});
                undone_.clear();
            } else if (!all && !work.ways.empty()) {
                Work rescue;
                rescue.kind = Work::Kind::rescue;
                rescue.title = work.title;
                for (auto way = work.ways.rbegin(); way != work.ways.rend(); ++way)
                    if (!way->back.isEmpty()) rescue.steps.push_back({way->back});
                if (!rescue.steps.empty()) waiting_.push_front(std::move(rescue));
            }
            break;
        case Work::Kind::undo:
            if (all || work.at == 0) (all ? undone_ : done_).push_back(std::move(work.of));
            break;
        case Work::Kind::redo:
            if (all || work.at == 0) (all ? done_ : undone_).push_back(std::move(work.of));
            break;
        case Work::Kind::rescue:
            break;
    }
    desk_.refresh();
    if (!all)
        Q_EMIT failed(work.title, answer.error);
    else if (work.kind != Work::Kind::rescue)
        Q_EMIT done(work.title);
    if (!answer.remarks.isEmpty()) Q_EMIT advised(answer.remarks);
    if (work.then) work.then(answer);
    go_on();
}

}  // namespace counterclip::ui
