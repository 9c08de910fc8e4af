// A stage of a pipeline: work that runs in a thread of its own and hands its results over through a bounded queue.
//
//   Stage<Frame> decoded(4, [&](const auto& emit) { Frame f; while (reader.next(f)) if (!emit(f)) return; });
//   while (auto frame = decoded.next()) ...
//
// What the work throws is thrown again by next(), after everything emitted before it. Destroying a stage that is not at
// its end makes emit() return false and waits for the work to return.
#pragma once

#include <exception>
#include <functional>
#include <thread>
#include <utility>

#include "core/bounded_queue.h"

namespace counterclip {

template <class T>
class Stage {
  public:
    using Emit = std::function<bool(T)>;  // false: nobody wants more

    Stage(std::size_t limit, std::function<void(const Emit&)> work) : queue_(limit) {
        thread_ = std::thread([this, work = std::move(work)] {
            try {
                work([this](T value) { return queue_.push(std::move(value)); });
            } catch (...) {
                error_ = std::current_exception();
            }
            queue_.close();
        });
    }
    ~Stage() {
        queue_.abandon();
        thread_.join();
    }
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;

    // Empty at the end.
    std::optional<T> next() {
        if (auto value = queue_.pop()) return value;
        // The queue was closed by the thread after error_ was written; its mutex orders the two.
        if (error_) std::rethrow_exception(std::exchange(error_, nullptr));
        return std::nullopt;
    }

  private:
    BoundedQueue<T> queue_;
    std::exception_ptr error_;
    std::thread thread_;
};

}  // namespace counterclip
