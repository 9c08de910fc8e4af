// From an approved clip to the world and back: destinations, packages, places, withdrawal, destruction.
#include <SQLiteCpp/SQLiteCpp.h>

#include <nlohmann/json.hpp>

#include "core/day.h"
#include "core/staged_file.h"
#include "program.h"
#include "support/temporary_folder.h"

namespace fs = std::filesystem;
using nlohmann::json;
using namespace counterclip;
using test::Answer;
using test::run_program;
using test::TemporaryFolder;

namespace {

// An archive with a clip that basim approved. Its code tells the interview's, as people like to name clips.
struct Office {
    TemporaryFolder folder;
    bool is_there = false;

    Office() {
        const auto made =
            test::run_any("ffmpeg", {"-v", "error", "-f", "lavfi", "-i", "gradients=s=160x120:r=10:d=2", "-f", "lavfi",
                                     "-i", "sine=frequency=300:duration=2", "-c:v", "libx264", "-preset", "ultrafast",
                                     "-pix_fmt", "yuv420p", "-c:a", "aac", file("in.mp4")});
        if (made.exit_code != 0) {
            WARN("skipped: no ffmpeg to make a recording with: " << made.err);
            return;
        }
        is_there = true;
        done("", {"init", file("archive")});
        done("", {"operator", "add", "amina", "--role", "editor", "--role", "auditor", "--no-passphrase"});
        done("amina", {"operator", "add", "basim", "--role", "auditor", "--role", "distributor", "--no-passphrase"});
        done("basim", {"destination", "add", "lab", "--kind", "partner", "--takedown-days", "3"});
        done("basim", {"destination", "add", "web", "--kind", "web", "--takedown-days", "10"});
        done("amina", {"interview", "add", "BTIB-0042", "--pseudonym", "Layla"});
        done("amina", {"import", "BTIB-0042", file("in.mp4")});
        done("amina", {"consent", "set",      "BTIB-0042", "--use", "public",    "--face", "hide",
                       "--name",  "changed",  "--voice",   "keep",  "--details", "keep",   "--risk",
                       "casual",  "--method", "verbal",    "--in",  "0",         "--out",  "1"});
        done("amina",
             {"segment", "add", "BTIB-0042", "--in", "0:00:00.500", "--out", "0:00:01.500", "--note", "doubts"});
        done("amina", {"faces", "analyze", "BTIB-0042"});
        for (const auto& gap : read({"faces", "gaps", "BTIB-0042"}))
            done("amina", {"faces", "resolve", "BTIB-0042", std::to_string(gap["id"].get<std::int64_t>()),
                           "--resolution", "no face"});
        done("amina", {"clip", "new", "BTIB-0042-01", "--segment", "1", "--title", "Why I left"});
        done("amina", {"render", "BTIB-0042-01"});
        done("basim", {"approve", "BTIB-0042-01", "--listened"});
    }

    Answer as(const std::string& who, std::vector<std::string> arguments) const {
        return run_program(arguments,
                           {"COUNTERCLIP_ARCHIVE=" + (folder / "archive").string(), "COUNTERCLIP_OPERATOR=" + who});
    }
    Answer done(const std::string& who, const std::vector<std::string>& arguments) const {
        auto answer = as(who, arguments);
        INFO(arguments.front() << ": " << answer.out << answer.err);
        REQUIRE(answer.exit_code == 0);
        return answer;
    }
    json read(std::vector<std::string> arguments, const std::string& who = "amina") const {
        arguments.emplace_back("--json");
        return json::parse(done(who, arguments).out);
    }
    Answer release(const std::vector<std::string>& more) const {
        std::vector<std::string> arguments{"release", "BTIB-0042-01"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return as("basim", arguments);
    }
    void behind_its_back(const std::string& sql) const {
        SQLite::Database((folder / "archive/counterclip.db").string(), SQLite::OPEN_READWRITE).exec(sql);
    }
    // Whether basim is told that the key lying in his place is another's, and nothing is logged.
    bool refused_with_another_key(const std::vector<std::string>& arguments) const {
        const auto his = folder / "archive/keys/basim.key";
        const auto key = read_whole(his);
        const auto before = read({"log", "show"}).size();
        write_whole(his, read_whole(folder / "archive/keys/amina.key"), 0600);
        const auto answer = as("basim", arguments);
        write_whole(his, key, 0600);
        INFO(arguments.front() << ": " << answer.out << answer.err);
        CHECK_THAT(answer.err, Catch::Contains("is not the secret key whose public key the archive knows"));
        CHECK(answer.exit_code == 3);
        return answer.exit_code == 3 && read({"log", "show"}).size() == before;
    }
    std::string file(const std::string& name) const { return (folder / name).string(); }
};

std::string all_of(const fs::path& folder) {
    std::string text;
    for (const auto& entry : fs::directory_iterator(folder))
        text += entry.path().filename().string() + "\n" + read_whole(entry.path());
    return text;
}

}  // namespace

TEST_CASE("a clip goes to the world under names that tell nothing, and comes back from everywhere") {
    const Office o;
    if (!o.is_there) return;

    // Names and places that must not be.
    CHECK(o.release({"--destination", "nobody"}).exit_code == 1);
    const auto code = o.release({"--destination", "web", "--name", "{clip}"});
    CHECK(code.exit_code == 2);
    CHECK_THAT(code.err, Catch::Contains("code of an interview"));
    CHECK(o.release({"--destination", "web", "--name", "../x"}).exit_code == 2);
    CHECK(o.release({"--destination", "web", "--name", "{secret}"}).exit_code == 2);
    CHECK(o.read({"ledger", "list"}).empty());
    CHECK(fs::is_empty(o.folder / "archive/releases"));

    // Nor with a record that somebody changed behind the log's back, nor signed with a key that is not theirs.
    o.behind_its_back("UPDATE interviews SET setting = 'home'");
    const auto broken = o.release({"--destination", "web"});
    CHECK(broken.exit_code == 3);
    CHECK_THAT(broken.err, Catch::Contains("log is broken") && Catch::Contains("interview BTIB-0042"));
    o.behind_its_back("UPDATE interviews SET setting = ''");
    CHECK(o.refused_with_another_key({"release", "BTIB-0042-01", "--destination", "web"}));
    CHECK(o.refused_with_another_key({"refuse", "BTIB-0042-01", "--reason", "a reflection"}));
    CHECK(o.refused_with_another_key({"log", "checkpoint"}));
    CHECK(o.read({"ledger", "list"}).empty());
    CHECK(fs::is_empty(o.folder / "archive/releases"));

    const auto web = o.read({"release", "BTIB-0042-01", "--destination", "web"}, "basim");
    const auto package = fs::path(web["folder"].get<std::string>());
    CHECK(package.parent_path() == o.folder / "archive/releases");
    CHECK(package.filename().string().starts_with("clip-"));
    CHECK(run_program({"verify-release", package.string()}).exit_code == 0);
    CHECK(all_of(package).find("BTIB") == std::string::npos);
    const auto manifest = json::parse(read_whole(package / "manifest.json"));
    CHECK(manifest["treatments"]["face"] == "none seen");
    CHECK(manifest["treatments"]["voice"] == "kept");
    CHECK(manifest["treatments"]["name"] == "changed");
    const auto taken = package.filename().string();
    CHECK_THAT(o.release({"--destination", "lab", "--name", taken}).err, Catch::Contains("it exists already"));
    const auto lab = o.read({"release", "BTIB-0042-01", "--destination", "lab"}, "basim");  // beside the other
    CHECK(lab["folder"] == package.string() + "-2");
    o.done("basim", {"release", "BTIB-0042-01", "--destination", "lab", "--to", o.file("stick/courage"), "--name",
                     "courage-{date}-{size}"});
    CHECK(fs::exists(o.folder / "stick/courage" / ("courage-" + today() + "-120p.mp4")));

    // Where the public finds it.
    CHECK(o.as("amina", {"ledger", "publish", "1", "--address", "https://example.org/a"}).exit_code == 3);
    o.done("basim", {"ledger", "publish", "1", "--address", "https://example.org/a", "--reach", "5"});
    o.done("basim", {"ledger", "reach", "P1", "5400"});
    const auto ledger = o.read({"ledger", "list", "--interview", "BTIB-0042"});
    REQUIRE(ledger.size() == 3);
    CHECK(ledger[0]["places"][0]["reach"] == 5400);
    CHECK(ledger[1]["destination"] == "lab");
    CHECK(o.read({"ledger", "list", "--destination", "lab"}).size() == 2);
    CHECK(o.read({"ledger", "due"}).empty());

    // Consent is taken back: all that is out is listed, most urgent first, and stays ordered whatever is said later.
    const auto withdrawn = o.read({"consent", "withdraw", "BTIB-0042", "--reason", "called"});
    REQUIRE(withdrawn["orders"].size() == 4);
    CHECK(withdrawn["orders"][0]["destination"] == "lab");
    CHECK(withdrawn["orders"][0]["due"] == day_after(today(), 3));
    CHECK(withdrawn["orders"][2]["where"] == "https://example.org/a");
    CHECK(withdrawn["orders"][2]["due"] == day_after(today(), 10));
    CHECK(o.as("basim", {"ledger", "publish", "1", "--address", "https://example.org/b"}).exit_code == 3);
    CHECK(o.read({"ledger", "due", "--within", "3"}).size() == 2);
    const auto due = o.as("", {"ledger", "due"});
    CHECK(due.exit_code == 0);
    CHECK_THAT(due.out, Catch::Contains("P1") && Catch::Contains("https://example.org/a"));
    CHECK_THAT(due.err, Catch::Contains("4 to take down, 0 overdue"));

    CHECK_THAT(o.as("basim", {"ledger", "done", "1"}).err, Catch::Contains("1 place of it is still up"));
    CHECK(o.as("basim", {"ledger", "done", "Px"}).exit_code == 2);
    o.done("basim", {"ledger", "done", "P1", "--note", "ticket 4711"});
    CHECK_THAT(o.as("basim", {"ledger", "done", "1"}).err, Catch::Contains("still lies at " + package.string()));
    CHECK_THAT(o.as("", {"ledger", "due"}).err, Catch::Contains("2 to take down"));

    // The originals are destroyed on request, by two.
    CHECK(o.as("amina", {"purge", "confirm", "BTIB-0042"}).exit_code == 1);
    o.done("amina", {"purge", "ask", "BTIB-0042", "--reason", "asked for it by letter"});
    CHECK(o.as("amina", {"purge", "confirm", "BTIB-0042"}).exit_code == 3);
    CHECK(o.refused_with_another_key({"purge", "confirm", "BTIB-0042"}));
    const auto destroyed = o.as("basim", {"purge", "confirm", "BTIB-0042"});
    INFO(destroyed.out << destroyed.err);
    CHECK(destroyed.exit_code == 0);
    CHECK_THAT(destroyed.out, Catch::Contains("still has to come down") && Catch::Contains(o.file("stick/courage")));
    CHECK_THAT(destroyed.err, Catch::Contains("backups"));
    CHECK(fs::is_empty(o.folder / "archive/originals"));
    CHECK(fs::is_empty(o.folder / "archive/renders"));
    CHECK(fs::is_empty(o.folder / "archive/releases"));
    CHECK(fs::exists(o.folder / "stick/courage"));
    CHECK_THAT(o.as("", {"purge", "list"}).out, Catch::Contains("destroyed " + today()));
    CHECK(o.as("amina", {"import", "BTIB-0042", o.file("in.mp4")}).exit_code == 3);

    // New consent brings nothing back: the clip is blocked, and says why.
    o.done("amina", {"consent", "set", "BTIB-0042", "--use", "public", "--method", "written", "--document",
                     o.file("in.mp4"), "--reason", "x"});
    const auto check = o.as("amina", {"clip", "check", "BTIB-0042-01"});
    CHECK(check.exit_code == 3);
    CHECK_THAT(check.out + check.err, Catch::Contains("destroyed at the person's request"));
    CHECK(o.as("", {"doctor"}).exit_code == 0);
    CHECK(o.read({"ledger", "due"}).size() == 2);
    CHECK(o.read({"log", "verify"})["good"] == true);
}
