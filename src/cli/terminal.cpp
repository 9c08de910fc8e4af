#include "cli/terminal.h"

#include <fcntl.h>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>

#include <fmt/format.h>

#include "core/error.h"

namespace counterclip::cli {

namespace {

constexpr std::string_view doing = "ask on the terminal";
constexpr std::array held{SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP};

class Terminal {
  public:
    Terminal() : fd_(::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)) {}
    ~Terminal() {
        if (fd_ >= 0) ::close(fd_);
    }
    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;

    bool is_there() const { return fd_ >= 0; }
    int fd() const { return fd_; }
    void write(const std::string& text) const {
        [[maybe_unused]] const auto written = ::write(fd_, text.data(), text.size());
    }

  private:
    int fd_;
};

// While it lives, what is typed is not shown. Signals that would end or stop the program wait: they arrive once the
// terminal is as before.
class Hidden {
  public:
    explicit Hidden(int fd) : fd_(fd) {
        sigset_t set;
        sigemptyset(&set);
        for (const int signal : held) sigaddset(&set, signal);
        ::pthread_sigmask(SIG_BLOCK, &set, &mask_before_);
        if (::tcgetattr(fd_, &before_) != 0) fail();
        auto hidden = before_;
        hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        hidden.c_lflag |= ECHONL | ICANON | ISIG;
        if (::tcsetattr(fd_, TCSAFLUSH, &hidden) != 0) fail();
    }
    ~Hidden() {
        ::tcsetattr(fd_, TCSAFLUSH, &before_);
        ::pthread_sigmask(SIG_SETMASK, &mask_before_, nullptr);
    }
    Hidden(const Hidden&) = delete;
    Hidden& operator=(const Hidden&) = delete;

  private:
    [[noreturn]] void fail() {
        const int error = errno;
        ::pthread_sigmask(SIG_SETMASK, &mask_before_, nullptr);
        throw Error(doing, std::strerror(error));
    }
    int fd_;
    termios before_{};
    sigset_t mask_before_{};
};

bool a_signal_waits() {
    sigset_t waiting;
    ::sigpending(&waiting);
    return std::any_of(held.begin(), held.end(), [&](int signal) { return sigismember(&waiting, signal) == 1; });
}

enum class Read { line, end, signal };

// The signals are held back, so they are looked for; a person does not notice a twentieth of a second.
Read read_line(int fd, std::string& line) {
    constexpr int look_every_ms = 50;
    while (true) {
        if (a_signal_waits()) return Read::signal;
        pollfd ready{fd, POLLIN, 0};
        const int n = ::poll(&ready, 1, look_every_ms);
        if (n < 0 && errno != EINTR) throw Error(doing, std::strerror(errno));
        if (n <= 0) continue;
        char c = 0;
        const auto got = ::read(fd, &c, 1);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return line.empty() ? Read::end : Read::line;
        if (c == '\n') return Read::line;
        if (line.size() == line.capacity()) throw Error(doing, "the line is too long", ErrorKind::usage);
        line += c;
    }
}

}  // namespace

bool someone_is_there() {
    return ::isatty(STDERR_FILENO) == 1 && Terminal().is_there();
}

std::optional<SecretText> ask_hidden(const std::string& question) {
    const Terminal terminal;
    if (!terminal.is_there()) throw Error(doing, "there is none");
    constexpr std::size_t longest = 1024;
    SecretText answer;
    answer.text().reserve(longest);
    Read read = Read::end;
    {
        const Hidden hidden(terminal.fd());
        terminal.write(question);
        read = read_line(terminal.fd(), answer.text());
        if (read != Read::line) terminal.write("\n");
    }  // a signal that waited arrives here
    if (read == Read::signal) throw Error(doing, "stopped", ErrorKind::cancelled);
    if (read == Read::end) return std::nullopt;
    return answer;
}

}  // namespace counterclip::cli
