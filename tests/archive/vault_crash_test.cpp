// A vault that is killed while it saves is the old one or the new one (P10).
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <random>

#include "archive/archive.h"
#include "archive/vault_cases.h"
#include "core/staged_file.h"
#include "support/temporary_folder.h"

namespace fs = std::filesystem;
using namespace counterclip;
using archive::Vault;
using test::layla;
using test::vault_passphrase;

namespace {

// Saves over and over, each time with one person more, and says so through the pipe after each.
[[noreturn]] void save_without_end(const fs::path& file, int pipe) {
    auto vault = Vault::open(file, vault_passphrase);
    for (auto n = vault.identities().size();; ++n) {
        vault.set("A-" + std::to_string(n), layla());
        vault.save();
        if (::write(pipe, "s", 1) != 1) ::_exit(1);
    }
}

// Kills it that long after its first save; how many saves it finished.
std::size_t saves_before_the_kill(const fs::path& file, std::chrono::microseconds after) {
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    const auto child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) save_without_end(file, ends[1]);
    ::close(ends[1]);
    char byte = 0;
    REQUIRE(::read(ends[0], &byte, 1) == 1);
    ::usleep(static_cast<useconds_t>(after.count()));
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    std::size_t saves = 1;
    while (::read(ends[0], &byte, 1) == 1) ++saves;
    ::close(ends[0]);
    return saves;
}

}  // namespace

TEST_CASE("a save that is killed at any instant leaves the old vault or the new one") {
    const test::TemporaryFolder space;
    const auto folder = space / "archive";
    archive::Archive::create(folder);
    const auto file = Vault::file_in(folder);
    test::make_quick_vault(file);
    std::mt19937 dice(20261124);
    std::size_t people = 0;
    for (int kill = 0; kill < 60; ++kill) {
        const auto saved = saves_before_the_kill(file, std::chrono::microseconds(dice() % 3000));
        const auto now = Vault::open(file, vault_passphrase).identities().size();
        INFO("kill " << kill);
        // One more than it could say, when it died between the save and saying so.
        REQUIRE((now == people + saved || now == people + saved + 1));
        REQUIRE(archive::look_at_vault(Vault::previous_of(file)).fault.empty());
        people = now;
    }
    archive::Archive::open(folder);
    for (const auto& entry : fs::directory_iterator(folder))
        CHECK_FALSE(entry.path().filename().string().starts_with(staging_prefix));
}
