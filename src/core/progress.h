// How long work tells how far it is and learns that it should stop.
//
// The worker calls begin() once a stage and advance() now and then, from one thread at a time; it calls
// stop_if_cancelled() where it can leave cleanly. The watcher (a bar, a job list, a test) derives from Progress and may
// call cancel() from any thread or signal handler.
#pragma once

#include <atomic>
#include <cstdint>
#include <string_view>

namespace counterclip {

class Progress {
  public:
    virtual ~Progress() = default;

    // `total` in units of the caller's choice (bytes, nanoseconds, frames); 0 when it is not known.
    virtual void begin(std::string_view stage, std::int64_t total);
    // `done` counts from begin() and never falls.
    virtual void advance(std::int64_t done);
    virtual void end();

    void cancel() noexcept { cancelled_.store(true, std::memory_order_relaxed); }
    bool cancelled() const noexcept { return cancelled_.load(std::memory_order_relaxed); }
    // Throws Error(cancelled) naming `doing` once cancel() was called.
    void stop_if_cancelled(std::string_view doing) const;

  private:
    std::atomic<bool> cancelled_{false};
};

}  // namespace counterclip
