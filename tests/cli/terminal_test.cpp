// Passphrases typed at a terminal: a pseudo-terminal plays it.
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include <cstdlib>

#include "../archive/vault_cases.h"
#include "program.h"
#include "support/temporary_folder.h"

using namespace counterclip;

namespace {

class AtTerminal {
  public:
    AtTerminal(const std::string& archive, std::vector<std::string> arguments)
        : terminal_(::posix_openpt(O_RDWR | O_NOCTTY)) {
        REQUIRE(terminal_ >= 0);
        REQUIRE(::grantpt(terminal_) == 0);
        REQUIRE(::unlockpt(terminal_) == 0);
        const std::string name = ::ptsname(terminal_);
        keeps_open_ = ::open(name.c_str(), O_RDWR | O_NOCTTY);  // so that its settings can be read at the end
        arguments.insert(arguments.begin(), {COUNTERCLIP_PROGRAM, "--archive", archive, "--as", "ruth"});
        child_ = ::fork();
        if (child_ == 0) sit_down(name, arguments);
    }
    ~AtTerminal() {
        if (child_ > 0) ::kill(child_, SIGKILL), ::waitpid(child_, nullptr, 0);
        ::close(terminal_);
        ::close(keeps_open_);
    }
    AtTerminal(const AtTerminal&) = delete;
    AtTerminal& operator=(const AtTerminal&) = delete;

    // What was shown until `words` were.
    std::string wait_for(const std::string& words) {
        while (shown_.find(words) == std::string::npos && read_more()) {
        }
        INFO("shown: " << shown_);
        REQUIRE(shown_.find(words) != std::string::npos);
        return std::exchange(shown_, "");
    }
    void type(const std::string& text) {
        REQUIRE(::write(terminal_, text.data(), text.size()) == ssize_t(text.size()));
    }
    bool shows_what_is_typed() const {
        termios settings{};
        REQUIRE(::tcgetattr(keeps_open_, &settings) == 0);
        return (settings.c_lflag & ECHO) != 0;
    }
    int exit_code() {
        while (read_more()) {
        }
        int status = 0;
        REQUIRE(::waitpid(child_, &status, 0) == child_);
        child_ = -1;
        return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }
    const std::string& shown() const { return shown_; }

  private:
    [[noreturn]] static void sit_down(const std::string& name, std::vector<std::string>& arguments) {
        for (const auto* variable : {"COUNTERCLIP_PASSPHRASE", "COUNTERCLIP_VAULT_PASSPHRASE"}) ::unsetenv(variable);
        ::setsid();
        const int terminal = ::open(name.c_str(), O_RDWR);
        ::ioctl(terminal, TIOCSCTTY, 0);
        const int nothing = ::open("/dev/null", O_RDONLY);
        ::dup2(nothing, 0);
        ::dup2(terminal, 1);
        ::dup2(terminal, 2);
        std::vector<char*> words;
        for (auto& argument : arguments) words.push_back(argument.data());
        words.push_back(nullptr);
        ::execv(words.front(), words.data());
        ::_exit(127);
    }
    // False at the end, and when nothing came for long; the program's end is seen by its exit, since the terminal is
    // kept open here.
    bool read_more() {
        for (int tenths = 0; tenths < 300; ++tenths) {
            pollfd ready{terminal_, POLLIN, 0};
            if (::poll(&ready, 1, 100) > 0 && (ready.revents & POLLIN) != 0) {
                char buffer[512];
                const auto got = ::read(terminal_, buffer, sizeof buffer);
                if (got <= 0) return false;
                shown_.append(buffer, static_cast<std::size_t>(got));
                return true;
            }
            siginfo_t info{};
            if (::waitid(P_PID, static_cast<id_t>(child_), &info, WEXITED | WNOHANG | WNOWAIT) != 0 || info.si_pid != 0)
                return false;
        }
        return false;
    }

    int terminal_;
    int keeps_open_ = -1;
    pid_t child_ = -1;
    std::string shown_;
};

struct Desk {
    test::TemporaryFolder folder;
    std::string archive = (folder / "archive").string();
    Desk() {
        REQUIRE(test::run_program({"init", archive}).exit_code == 0);
        REQUIRE(test::run_program({"--archive", archive, "operator", "add", "ruth", "--role", "admin"}).exit_code == 0);
    }
};

}  // namespace

TEST_CASE("a new passphrase is asked for twice and not shown") {
    const Desk desk;
    AtTerminal at(desk.archive, {"vault", "init"});
    at.wait_for("New passphrase for the vault: ");
    CHECK_FALSE(at.shows_what_is_typed());
    at.type("open sesame\n");
    at.wait_for("The same again: ");
    at.type("open sesame\n");
    CHECK(at.exit_code() == 0);
    CHECK(at.shown().find("sesame") == std::string::npos);
    CHECK(at.shows_what_is_typed());
    CHECK(archive::Vault::open(archive::Vault::file_in(desk.archive), "open sesame").identities().empty());
}

TEST_CASE("two that differ make no vault") {
    const Desk desk;
    AtTerminal at(desk.archive, {"vault", "init"});
    at.wait_for("New passphrase for the vault: ");
    at.type("open sesame\n");
    at.wait_for("The same again: ");
    at.type("open sesamy\n");
    CHECK(at.exit_code() == 2);
    CHECK_THAT(at.shown(), Catch::Contains("the two differ"));
    CHECK_FALSE(archive::look_at_vault(archive::Vault::file_in(desk.archive)).there);
}

TEST_CASE("Ctrl-C at the question ends the program and leaves the terminal as it was") {
    const Desk desk;
    test::make_quick_vault(archive::Vault::file_in(desk.archive));
    for (const auto* key : {"\x03", "half of it\x03", "\x1c"}) {
        AtTerminal at(desk.archive, {"vault", "check"});
        at.wait_for("Passphrase of the vault: ");
        CHECK_FALSE(at.shows_what_is_typed());
        at.type(key);
        CHECK(at.exit_code() != 0);
        CHECK(at.shows_what_is_typed());
        CHECK(at.shown().find("half of it") == std::string::npos);
    }
}

TEST_CASE("the vault is opened with what is typed, also when stdin is something else") {
    const Desk desk;
    test::make_quick_vault(archive::Vault::file_in(desk.archive));
    AtTerminal at(desk.archive, {"vault", "check"});
    at.wait_for("Passphrase of the vault: ");
    at.type(std::string(test::vault_passphrase) + "\n");
    CHECK(at.exit_code() == 0);
    CHECK_THAT(at.shown(), Catch::Contains("the vault opens: 0 people"));
}
