// The whole way with names in the vault: they stand in the vault and nowhere else (P5).
#include <nlohmann/json.hpp>

#include "../archive/vault_cases.h"
#include "core/staged_file.h"
#include "program.h"
#include "support/temporary_folder.h"

namespace fs = std::filesystem;
using nlohmann::json;
using namespace counterclip;
using archive::Vault;
using test::Answer;

namespace {

// Each of test::layla()'s terms and her contact, in pieces that nothing else would hold, and as a program that thinks
// in UTF-16 writes them.
struct Needle {
    std::string utf8;
    std::u16string utf16;
};
const std::vector<Needle>& needles() {
    static const std::vector<Needle> all{{"Qamarunnisa", u"Qamarunnisa"},
                                         {"qamarunnisa", u"qamarunnisa"},
                                         {"Zyxwv", u"Zyxwv"},
                                         {"zyxwv", u"zyxwv"},
                                         {"قمرالنساء", u"قمرالنساء"},
                                         {"Qortubeh", u"Qortubeh"},
                                         {"qortubeh", u"qortubeh"},
                                         {"000 555 0199", u"000 555 0199"},
                                         {"on Fridays only", u"on Fridays only"}};
    return all;
}

std::string bytes_of(const std::u16string& text, bool big_endian) {
    std::string bytes;
    for (const char16_t c : text) {
        const char high = static_cast<char>(c >> 8);
        const char low = static_cast<char>(c & 0xff);
        bytes += big_endian ? high : low;
        bytes += big_endian ? low : high;
    }
    return bytes;
}

// How many of the needles, in any of their three spellings, stand in the bytes.
std::size_t leaks_in(const std::string& bytes) {
    std::size_t found = 0;
    for (const auto& needle : needles())
        for (const auto& spelling : {needle.utf8, bytes_of(needle.utf16, false), bytes_of(needle.utf16, true)})
            found += bytes.find(spelling) != std::string::npos;
    return found;
}

struct Project {
    test::TemporaryFolder folder;
    fs::path archive = folder / "archive";
    mutable std::string said;  // all that the program ever answered

    Answer as(const std::string& who, const std::vector<std::string>& arguments) const {
        const auto answer =
            test::run_program(arguments, {"COUNTERCLIP_ARCHIVE=" + archive.string(), "COUNTERCLIP_OPERATOR=" + who,
                                          "COUNTERCLIP_VAULT_PASSPHRASE=" + std::string(test::vault_passphrase)});
        said += answer.out + answer.err;
        return answer;
    }
    void done(const std::string& who, const std::vector<std::string>& arguments) const {
        const auto answer = as(who, arguments);
        INFO(arguments.front() << ": " << answer.out << answer.err);
        REQUIRE(answer.exit_code == 0);
    }
    void wrong(const std::string& who, const std::vector<std::string>& arguments) const {
        INFO(arguments.front() << " " << arguments.back());
        CHECK(as(who, arguments).exit_code != 0);
    }

    void begin() const {
        done("", {"init", archive.string()});
        done("", {"operator", "add", "ruth", "--role", "admin"});
        done("ruth", {"operator", "add", "amina", "--role", "editor"});
        done("ruth", {"operator", "add", "samir", "--role", "auditor"});
        done("ruth", {"operator", "add", "lina", "--role", "distributor"});
        done("amina", {"interview", "add", "A-1", "--pseudonym", "Layla"});
        test::make_quick_vault(Vault::file_in(archive));
        std::string lines = "contact: " + test::layla().contact + "\nnote: " + test::layla().note + "\n";
        for (const auto& term : test::layla().terms) lines += to_string(term.kind) + ": " + term.text + "\n";
        write_whole(folder / "names", lines);
        done("amina", {"vault", "set", "A-1", "--from", (folder / "names").string()});
    }
};

bool make_recording(const fs::path& file) {
    const auto made = test::run_any("ffmpeg", {"-v",         "error",
                                               "-f",         "lavfi",
                                               "-i",         "gradients=s=320x240:r=25:d=2",
                                               "-f",         "lavfi",
                                               "-i",         "sine=frequency=300:duration=2",
                                               "-c:v",       "libx264",
                                               "-preset",    "ultrafast",
                                               "-pix_fmt",   "yuv420p",
                                               "-c:a",       "aac",
                                               "-metadata",  "title=Qamarunnisa Zyxwv",
                                               file.string()});
    if (made.exit_code != 0) WARN("skipped: no ffmpeg to make a recording with: " << made.err);
    return made.exit_code == 0;
}

}  // namespace

TEST_CASE("from the import to the release, protected terms stand in the vault and nowhere else") {
    const Project p;
    // The original is the one thing that may hold a name: it is what the camera made.
    if (!make_recording(p.folder / "in.mp4")) return;
    p.begin();
    p.done("amina", {"import", "A-1", (p.folder / "in.mp4").string()});
    p.done("amina", {"consent", "set",      "A-1",     "--use", "public",    "--face", "hide",
                     "--name",  "changed",  "--voice", "keep",  "--details", "keep",   "--risk",
                     "casual",  "--method", "verbal",  "--in",  "0",         "--out",  "1"});
    p.done("amina", {"segment", "add", "A-1", "--in", "0:00:00.500", "--out", "0:00:01.500", "--tag", "doubt"});
    p.done("amina", {"faces", "analyze", "A-1"});
    for (const auto& gap : json::parse(p.as("amina", {"--json", "faces", "gaps", "A-1"}).out))
        p.done("amina",
               {"faces", "resolve", "A-1", std::to_string(gap["id"].get<std::int64_t>()), "--resolution", "no face"});
    p.done("amina", {"clip", "new", "courage", "--segment", "1", "--title", "Why I left", "--lower-third", "Layla"});
    p.done("amina", {"render", "courage"});
    CHECK_THAT(p.as("samir", {"clip", "check", "courage", "--stage", "approve"}).out,
               Catch::Contains("1 finding") && Catch::Contains("UNHEARD-SPEECH"));
    p.done("samir", {"approve", "courage", "--listened", "--reason", "watched it twice"});
    p.done("samir", {"audit", "report", "courage", "--to", (p.folder / "report.html").string()});
    CHECK(leaks_in(read_whole(p.folder / "report.html", 1u << 30)) == 0);
    p.done("lina", {"destination", "add", "partner", "--kind", "partner"});
    p.done("lina", {"release", "courage", "--to", (p.folder / "out").string(), "--destination", "partner"});

    // What goes wrong says nothing either.
    p.wrong("amina", {"vault", "set", "A-1", "--nmae", "Qamarunnisa Zyxwv"});
    p.wrong("amina", {"vault", "set", "qamarunnisa-zyxwv", "--name", "X"});
    p.wrong("amina", {"vault", "set", "A-1", "--from", (p.folder / "Tell Qortubeh").string()});
    p.wrong("amina", {"vault", "show", "tell-qortubeh"});
    p.wrong("amina", {"vault", "forget", "tell-qortubeh"});
    p.wrong("amina", {"vault", "Qamarunnisa Zyxwv"});
    p.wrong("samir", {"clip", "check", "tell-qortubeh"});
    p.wrong("samir", {"approve", "tell-qortubeh"});
    p.wrong("amina", {"interview", "show", "tell-qortubeh"});
    p.wrong("amina", {"import", "A-1", (p.folder / "Qamarunnisa Zyxwv.mp4").string()});
    p.wrong("amina", {"consent", "withdraw", "tell-qortubeh", "--reason", "x"});
    p.wrong("tell-qortubeh", {"interview", "add", "B-1"});
    p.wrong("amina", {"render", "tell-qortubeh"});
    p.wrong("amina", {"clip", "new", "Tell Qortubeh", "--segment", "1"});
    p.wrong("amina", {"interview", "add", "Qamarunnisa Zyxwv"});
    p.wrong("ruth", {"operator", "add", "tell-qortubeh", "--role", "editor"});

    p.wrong("lina", {"destination", "add", "tell-qortubeh", "--kind", "web"});
    p.wrong("lina", {"release", "courage", "--to", (p.folder / "2").string(), "--destination", "tell-qortubeh"});
    p.wrong("samir", {"audit", "report", "tell-qortubeh"});

    p.done("", {"ledger", "list"});
    p.done("", {"destination", "list"});
    p.done("", {"consent", "history", "A-1"});
    p.done("amina", {"vault", "check"});
    p.done("amina", {"vault", "show"});
    p.as("", {"doctor"});
    p.done("", {"log", "show"});
    p.done("", {"--json", "log", "show"});
    p.done("", {"log", "verify"});
    p.done("", {"--json", "clip", "show", "courage"});
    p.done("", {"--json", "interview", "show", "A-1"});

    REQUIRE(leaks_in(test::layla().terms.front().text) == 2);  // the search itself finds what is there
    INFO(p.said);
    CHECK(leaks_in(p.said) == 0);
    std::size_t files = 0;
    for (const auto& place : {p.archive, p.folder / "out"})
        for (const auto& entry : fs::recursive_directory_iterator(place)) {
            const auto name = entry.path().string();
            INFO(name);
            CHECK(leaks_in(name) == 0);
            if (!entry.is_regular_file() || entry.path().parent_path().filename() == "originals") continue;
            ++files;
            CHECK(leaks_in(read_whole(entry.path(), 1u << 30)) == 0);
        }
    CHECK(files > 10);
}

TEST_CASE("a protected term in a text keeps the clip from being rendered, approved and released, and is not repeated") {
    const Project p;
    if (!make_recording(p.folder / "in.mp4")) return;
    p.begin();
    p.done("amina", {"import", "A-1", (p.folder / "in.mp4").string()});
    p.done("amina", {"segment", "add", "A-1", "--in", "0:00:00.500", "--out", "0:00:01.500"});
    // Where the vault is open, it is substituted at the door.
    p.done("amina", {"clip", "new", "substituted", "--segment", "1", "--title", "The night in TELL QÓRTUBEH"});
    CHECK_THAT(p.as("samir", {"clip", "show", "substituted"}).out, Catch::Contains("The night in [place]"));
    REQUIRE(test::run_program({"--archive", p.archive.string(), "--as", "amina", "clip", "new", "courage", "--segment",
                               "1", "--title", "The night in TELL QÓRTUBEH"})
                .exit_code == 0);
    const auto checked = p.as("samir", {"clip", "check", "courage"});
    CHECK(checked.exit_code == 3);
    CHECK_THAT(checked.out, Catch::Contains("PROTECTED-TERM") && Catch::Contains("a protected place in the title"));
    const auto rendered = p.as("amina", {"render", "courage"});
    CHECK(rendered.exit_code == 3);
    CHECK_THAT(rendered.err, Catch::Contains("PROTECTED-TERM"));
    CHECK_THAT(p.as("amina", {"vault", "check"}).out,
               Catch::Contains("a protected place in the title of clip courage"));
    p.done("amina", {"clip", "discard", "courage", "--reason", "told of Tell Qortubeh"});
    CHECK_THAT(p.as("amina", {"vault", "check"}).out,
               Catch::Contains("a protected place in the title of clip courage") &&
                   Catch::Contains("a protected place in the reason for the discard of clip courage"));
    p.done("amina", {"clip", "restore", "courage"});

    // A report masks it; where the vault stays closed, or is gone, there is none.
    const auto report = (p.folder / "report.html").string();
    p.done("samir", {"audit", "report", "courage", "--to", report});
    const auto masked = read_whole(report);
    CHECK(leaks_in(masked) == 0);
    CHECK(masked.find("QÓRTUBEH") == std::string::npos);
    CHECK_THAT(masked, Catch::Contains("The night in [place]"));
    const auto closed = test::run_program(
        {"--archive", p.archive.string(), "--as", "samir", "audit", "report", "courage", "--to", report});
    INFO(closed.err);
    CHECK(closed.exit_code == 3);
    CHECK_THAT(closed.err, Catch::Contains("the vault is not open"));
    CHECK(read_whole(report) == masked);

    // Nobody opens the vault: whether there is a name in it is not known, and that is no yes.
    const auto shut = test::run_program({"--archive", p.archive.string(), "clip", "check", "courage"});
    CHECK(shut.exit_code == 3);
    CHECK_THAT(shut.out, Catch::Contains("not searched"));
    // A wrong passphrase is an error, not a vault without names.
    const auto wrong = test::run_program({"--archive", p.archive.string(), "clip", "check", "courage"},
                                         {"COUNTERCLIP_VAULT_PASSPHRASE=x"});
    CHECK(wrong.exit_code == 1);
    CHECK_THAT(wrong.err, Catch::Contains("the passphrase is wrong"));
}
