#include "program.h"

#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>

#include "core/staged_file.h"
#include "support/temporary_folder.h"

namespace counterclip::test {

namespace {

std::vector<char*> pointers(std::vector<std::string>& words) {
    std::vector<char*> list;
    for (auto& word : words) list.push_back(word.data());
    list.push_back(nullptr);
    return list;
}

[[noreturn]] void become(std::vector<std::string> words, const std::vector<std::string>& environment,
                         const std::filesystem::path& out, const std::filesystem::path& err) {
    for (const auto* name : {"COUNTERCLIP_ARCHIVE", "COUNTERCLIP_OPERATOR", "COUNTERCLIP_PASSPHRASE",
                             "COUNTERCLIP_NEW_PASSPHRASE", "COUNTERCLIP_VAULT_PASSPHRASE"})
        ::unsetenv(name);
    for (const auto& setting : environment) {
        const auto equals = setting.find('=');
        ::setenv(setting.substr(0, equals).c_str(), setting.substr(equals + 1).c_str(), 1);
    }
    if (!std::freopen("/dev/null", "r", stdin) || !std::freopen(out.c_str(), "w", stdout) ||
        !std::freopen(err.c_str(), "w", stderr))
        ::_exit(126);
    ::execvp(words.front().c_str(), pointers(words).data());
    ::_exit(127);
}

bool adds_an_operator(const std::vector<std::string>& arguments) {
    const std::vector<std::string> words{"operator", "add"};
    return std::search(arguments.begin(), arguments.end(), words.begin(), words.end()) != arguments.end();
}

bool gives_a_passphrase(const std::vector<std::string>& environment) {
    return std::any_of(environment.begin(), environment.end(),
                       [](const std::string& setting) { return setting.starts_with("COUNTERCLIP_PASSPHRASE="); });
}

}  // namespace

Answer run_any(const std::string& program, const std::vector<std::string>& arguments,
               const std::vector<std::string>& environment) {
    const TemporaryFolder folder;
    std::vector<std::string> words{program};
    words.insert(words.end(), arguments.begin(), arguments.end());
    const auto child = ::fork();
    if (child == 0) become(std::move(words), environment, folder / "out", folder / "err");
    int status = 0;
    ::waitpid(child, &status, 0);
    return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), read_whole(folder / "out"),
            read_whole(folder / "err")};
}

Answer run_program(const std::vector<std::string>& arguments, const std::vector<std::string>& environment) {
    auto all = arguments;
    if (adds_an_operator(all) && !gives_a_passphrase(environment)) all.emplace_back("--no-passphrase");
    return run_any(COUNTERCLIP_PROGRAM, all, environment);
}

}  // namespace counterclip::test
