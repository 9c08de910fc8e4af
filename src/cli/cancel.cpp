#include "cli/cancel.h"

#include <csignal>

#include <atomic>

namespace counterclip::cli {

namespace {

constexpr int signals[] = {SIGINT, SIGTERM, SIGHUP};

// A signal handler is given nothing but the signal's number, so it must find the work here.
std::atomic<Progress*> watched{nullptr};
static_assert(std::atomic<Progress*>::is_always_lock_free, "a signal handler may touch lock-free atomics only");

void ask_to_stop(int) {
    if (auto* progress = watched.load()) progress->cancel();
}

}  // namespace

CancelOnSignal::CancelOnSignal(Progress& progress) {
    watched = &progress;
    struct sigaction action {};
    action.sa_handler = ask_to_stop;
    action.sa_flags = SA_RESTART | static_cast<int>(SA_RESETHAND);  // the second one finds the default: the end
    for (const int signal : signals) ::sigaction(signal, &action, nullptr);
}

CancelOnSignal::~CancelOnSignal() {
    for (const int signal : signals) ::signal(signal, SIG_DFL);
    watched = nullptr;
}

}  // namespace counterclip::cli
