// What a user meets first: help, and what is said when the command line makes no sense.
#include <iterator>
#include <sstream>

#include "cli/verb.h"
#include "program.h"
#include "support/temporary_folder.h"

using namespace counterclip;
using test::run_program;
using test::TemporaryFolder;

namespace {

std::vector<std::string> words_of(const std::string& name) {
    std::istringstream text(name);
    return {std::istream_iterator<std::string>(text), {}};
}

bool is_one_line(const std::string& text) {
    return text.starts_with("counterclip: ") && text.find('\n') == text.size() - 1;
}

}  // namespace

TEST_CASE("every verb explains itself, with an example") {
    for (const auto& verb : cli::verbs()) {
        auto words = words_of(verb.name);
        words.emplace_back("--help");
        const auto answer = run_program(words);
        INFO(verb.name);
        CHECK(answer.exit_code == 0);
        CHECK_THAT(answer.out, Catch::Contains(verb.description));
        REQUIRE_FALSE(verb.examples.empty());
        CHECK_THAT(answer.out, Catch::Contains("counterclip " + verb.examples.front()));
        CHECK_THAT(verb.examples.front(), Catch::Contains(verb.name));
    }
}

TEST_CASE("the help lists every verb and group") {
    const auto answer = run_program({"--help"});
    CHECK(answer.exit_code == 0);
    for (const auto& verb : cli::verbs()) CHECK_THAT(answer.out, Catch::Contains(words_of(verb.name).front()));
    CHECK(run_program({"--version"}).out.starts_with("counterclip 0"));
}

TEST_CASE("wrong usage exits with 2 and names the option, in one line") {
    const TemporaryFolder folder;
    const auto archive = "--archive=" + (folder / "a").string();
    REQUIRE(run_program({archive, "init"}).exit_code == 0);
    struct Case {
        std::vector<std::string> arguments;
        std::string named;
    };
    const std::vector<Case> cases{
        {{}, "subcommand"},
        {{"consent"}, "subcommand"},
        {{"dance"}, "dance"},
        {{"interview", "list", "--loudly"}, "--loudly"},
        {{"hide", "in.mp4", "out.mp4", "--style", "invisible"}, "--style"},
        {{"hide", "in.mp4", "out.mp4", "--in", "soon"}, "--in"},
        {{"hide", "in.mp4", "out.mp4", "--on-doubt", "guess"}, "--on-doubt"},
        {{"hide", "in.mp4"}, "OUT"},
        {{"consent", "set", "X", "--method", "verbal", "--face", "blur"}, "--face"},
        {{"consent", "set", "X"}, "--method"},
        {{"segment", "add", "X", "--in", "0:01"}, "--out"},
        {{"operator", "add", "X", "--role", "boss"}, "--role"},
        {{"release", "X", "--to", "dir"}, "--destination"},
        {{"refuse", "X"}, "--reason"},
        {{"faces", "region"}, "subcommand"},
        {{"faces", "region", "add", "X", "tattoo", "--out", "2"}, "--key"},
        {{"faces", "delete", "X", "3"}, "--reason"},
        {{"faces", "split", "X", "3"}, "--at"},
        {{"faces", "show-face", "X", "3", "nobody"}, "PERSON"},
        {{"faces", "resolve", "X", "1"}, "--no-face"},
        {{"faces", "resolve", "X", "1", "--no-face", "--extend"}, "--no-face"},
        {{"clip", "new", "X", "--segment", "first"}, "--segment"},
        {{"clip", "new", "X"}, "--segment"},
        {{"interview", "list"}, "--archive"},
        {{archive, "interview", "add", "X"}, "--as"},
        {{archive, "interview", "add", "../x"}, "../x"},
    };
    for (const auto& c : cases) {
        const auto answer = run_program(c.arguments);
        INFO(answer.err);
        CHECK(answer.exit_code == 2);
        CHECK(is_one_line(answer.err));
        CHECK(answer.out.empty());
        CHECK_THAT(answer.err, Catch::Contains(c.named));
    }
}

TEST_CASE("an archive that is not there fails with 1, is named, and is not made") {
    const TemporaryFolder folder;
    const auto answer = run_program({"--archive", (folder / "none").string(), "interview", "list"});
    CHECK(answer.exit_code == 1);
    CHECK(is_one_line(answer.err));
    CHECK_THAT(answer.err, Catch::Contains((folder / "none").string()));
    CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("doctor tells versions, detectors, disk and its encryption") {
    const auto answer = run_program({"doctor"});
    for (const auto* what : {"libav", "SQLite", "libsodium", "OpenCV", "detectors", "disk", "encryption", "letters"})
        CHECK_THAT(answer.out, Catch::Contains(what));
}
