// status, audit queue, the log's verbs and doctor --deep, as a user runs them.
#include <sys/stat.h>

#include <nlohmann/json.hpp>

#include "archive/shelf.h"
#include "core/hash.h"
#include "core/progress.h"
#include "core/staged_file.h"
#include "program.h"
#include "release/minisign.h"
#include "release/package.h"

namespace fs = std::filesystem;
using nlohmann::json;
using namespace counterclip;
using namespace std::chrono_literals;
using test::Answer;
using test::run_program;
using test::Shelf;

namespace {

// An archive with an original, a verified render, a decision, a release inside, and an auditor with a key.
struct Office : Shelf {
    release::KeyPair keys = release::make_keys("");
    std::string original;
    std::string rendered;
    fs::path package;

    Office() {
        archive.add_operator({"basim", {"auditor", "distributor"}, keys.public_key, ""}, "ruth");
        write_whole(archive.path("keys/basim.key"), keys.secret_key, 0600);
        const auto recording = import();
        original = recording.file;
        consent::Revision revision;
        revision.interview = "A-1";
        revision.terms.use = consent::Use::public_;
        archive.append_consent(revision, "amina");
        clip("c1", recording);
        archive::Render render;
        render.clip = "c1";
        render.file = rendered = "renders/c1-1.mp4";
        test::write_video(archive.path(render.file), 5);
        render.sha256 = sha256_of_file(archive.path(render.file));
        render.frames = 20;
        render.duration = 2s;
        render.consent_revisions = {{"A-1", 1}};
        render.settings_sha256 = std::string(64, 'b');
        render.made_from = archive.made_from("c1");
        render = archive.add_render(render, "amina");
        release_of(render);
    }

    void release_of(const archive::Render& render) {
        Progress silent;
        release::PackageRequest request;
        request.render = archive.path(render.file);
        request.render_sha256 = render.sha256;
        request.name = "c1";
        request.title = "The night of the search";
        request.duration = render.duration;
        request.frames = render.frames;
        request.width = request.height = 64;
        request.consent_revisions = render.consent_revisions;
        request.approval_sha256 = std::string(64, 'e');
        request.destination = "partner";
        request.signer = release::Signer(keys.secret_key, "");
        request.public_key = keys.public_key;
        package = release::write_package(request, archive.path("releases/c1"), silent);
        add_destination("partner");
        archive::Release record;
        record.render = render.id;
        record.folder = package.string();
        record.destination = "partner";
        record.sha256 = render.sha256;
        archive.add_release(record, "basim");
    }

    Answer as(const std::string& who, std::vector<std::string> words) const {
        return run_program(words, {"COUNTERCLIP_ARCHIVE=" + folder().string(), "COUNTERCLIP_OPERATOR=" + who});
    }
    std::string done(const std::string& who, const std::vector<std::string>& words) const {
        const auto answer = as(who, words);
        INFO(words.front() << ": " << answer.out << answer.err);
        REQUIRE(answer.exit_code == 0);
        return answer.out;
    }
    json read(std::vector<std::string> words) const {
        words.emplace_back("--json");
        return json::parse(done("basim", words));
    }
};

// Turns one bit in the middle of a file, whatever its mode.
void flip(const fs::path& file) {
    ::chmod(file.c_str(), 0600);
    auto bytes = read_whole(file);
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    std::FILE* out = std::fopen(file.c_str(), "r+b");
    std::fwrite(bytes.data(), 1, bytes.size(), out);
    std::fclose(out);
}

}  // namespace

TEST_CASE("doctor --deep finds nothing in an archive that is as it was recorded") {
    const Office office;
    const auto answer = office.as("basim", {"doctor", "--deep"});
    INFO(answer.out << answer.err);
    CHECK(answer.exit_code == 0);
    CHECK_THAT(answer.out, Catch::Contains("all as they were recorded"));
}

TEST_CASE(
    "doctor --deep names the original, the render, the manifest, the log, the list, the stranger that is not as it "
    "was") {
    const Office office;
    std::string named;
    SECTION("an original") {
        flip(office.archive.path(office.original));
        named = "original of recording 1 of interview A-1";
    }
    SECTION("an original is gone") {
        fs::remove(office.archive.path(office.original));
        named = "is gone";
    }
    SECTION("a render") {
        flip(office.archive.path(office.rendered));
        named = "render 1 of clip c1";
    }
    SECTION("a manifest") {
        flip(office.package / "manifest.json");
        named = "release 1 of clip c1";
    }
    SECTION("a clip in a release") {
        flip(office.package / "c1.mp4");
        named = "release 1 of clip c1";
    }
    SECTION("the log") {
        auto db = office.raw();
        const auto guard = db.execAndGet("SELECT sql FROM sqlite_schema WHERE name = 'events_stay'").getString();
        db.exec("DROP TRIGGER events_stay; UPDATE events SET at = '2020' WHERE sequence = 4; " + guard);
        named = "event 4";
    }
    SECTION("a record") {
        office.raw().exec("UPDATE interviews SET minor = 1");
        named = "interview A-1 is not what was recorded";
    }
    SECTION("a list") {
        office.raw().exec("UPDATE clip_standing SET decision = 'approved'");
        named = "what lists show of c1";
    }
    SECTION("a file that nobody knows") {
        test::write_video(office.archive.path("renders/other.mp4"));
        named = "renders/other.mp4";
    }
    SECTION("a key that others may read") {
        ::chmod(office.archive.path("keys/basim.key").c_str(), 0644);
        named = "keys/basim.key";
    }
    const auto answer = office.as("basim", {"doctor", "--deep"});
    INFO(answer.out << answer.err);
    CHECK(answer.exit_code == 1);
    CHECK_THAT(answer.out, Catch::Contains(named));
    const auto lines = json::parse(office.as("basim", {"doctor", "--deep", "--json"}).out);
    CHECK(std::any_of(lines.begin(), lines.end(), [](const json& line) { return line["health"] == "BAD"; }));
}

TEST_CASE("doctor --deep misses nothing that was destroyed on request, and names what is left of it") {
    Office office;
    office.archive.add_operator({"zara", {"editor"}, "key of zara", ""}, "ruth");
    office.raw().exec("UPDATE releases SET folder = 'releases/c1'");  // as `release` writes it
    office.done("amina", {"consent", "withdraw", "A-1", "--reason", "said so"});
    archive::Purge purge;
    purge.interview = "A-1";
    purge.reason = "asked for it";
    purge.asked_by = "zara";
    purge.asked_at = "2026-11-24T08:00:00Z";
    purge.asked_signature = "signature";
    purge = office.archive.ask_purge(purge, "zara");
    purge.confirmed_signature = "signature";
    office.archive.confirm_purge(purge, "basim");
    REQUIRE_FALSE(fs::exists(office.package));
    const auto faults = [&] {
        std::string all;
        for (const auto& line : json::parse(office.as("basim", {"doctor", "--deep", "--json"}).out))
            if (line["health"] == "BAD") all += line.dump();
        return all;
    };
    CHECK_THAT(faults(), !Catch::Contains("release 1"));
    CHECK_THAT(office.done("basim", {"ledger", "due"}), Catch::Contains("not in the archive any more"));

    fs::create_directory(office.package);
    fs::create_directories(office.archive.path("derived/reports"));
    write_whole(office.archive.path("derived/reports/nobody.html"), "a report");
    CHECK_THAT(faults(), Catch::Contains("release 1 of clip c1") && Catch::Contains("destroyed on request") &&
                             Catch::Contains("derived/reports/nobody.html"));
}

TEST_CASE("doctor --deep calls nothing a stranger where records cannot be read") {
    const Office office;
    office.raw().exec(
        "PRAGMA ignore_check_constraints = 1; DROP TRIGGER IF EXISTS renders_stay;"
        "UPDATE renders SET consent_revisions = 'no JSON'");
    const auto answer = office.as("basim", {"doctor", "--deep"});
    INFO(answer.out << answer.err);
    CHECK(answer.exit_code == 1);
    CHECK_THAT(answer.out, !Catch::Contains("move it out"));
}

TEST_CASE("the log is signed, exported, checked outside, and a change of the copy is found") {
    const Office office;
    CHECK_THAT(office.done("basim", {"log", "checkpoint"}), Catch::Contains("signed the log"));
    CHECK_THAT(office.done("basim", {"log", "verify"}), Catch::Contains("1 signed checkpoint"));
    const auto file = office.outside("log.jsonl").string();
    office.done("basim", {"log", "export", file});
    const auto alone = run_program({"log", "verify", "--file", file, "--key", office.keys.public_key});
    INFO(alone.err);
    CHECK(alone.exit_code == 0);
    const auto other = release::make_keys("").public_key;
    CHECK(run_program({"log", "verify", "--file", file, "--key", other}).exit_code == 1);
    CHECK(office.as("basim", {"log", "verify", "--key", other}).exit_code == 1);
    CHECK(office.as("basim", {"log", "verify", "--key", office.keys.public_key}).exit_code == 0);
    auto text = read_whole(file);
    text.replace(text.find("interview A-1"), 13, "interview B-1");
    write_whole(file, text);
    const auto forged = run_program({"log", "verify", "--file", file});
    CHECK(forged.exit_code == 1);
    CHECK_THAT(forged.err, Catch::Contains("is not what was written"));
}

TEST_CASE("a log that is broken is not signed") {
    const Office office;
    office.raw().exec("UPDATE interviews SET minor = 1");
    const auto answer = office.as("basim", {"log", "checkpoint"});
    CHECK(answer.exit_code == 3);
    CHECK_THAT(answer.err, Catch::Contains("interview A-1"));
}

TEST_CASE("log show is narrowed by object, verb and number") {
    const Office office;
    CHECK(office.read({"log", "show", "--object", "A-1"}).size() == 3);
    CHECK(office.read({"log", "show", "--verb", "operator"}).size() == 6);
    CHECK(office.read({"log", "show", "--last", "2"}).size() == 2);
    CHECK(office.read({"log", "show", "--by", "basim"}).size() == 1);
}

TEST_CASE("status tells what hurts first and counts the rest") {
    const Office office;
    office.done("ruth", {"consent", "withdraw", "A-1", "--reason", "asked for it"});
    const auto status = office.read({"status"});
    CHECK(status["interviews"]["by_consent"]["withdrawn"] == 1);
    CHECK(status["clips"]["withdrawn"] == 1);
    CHECK(status["takedowns"].size() == 1);
    CHECK(status["log"]["events_since_checkpoint"] == status["log"]["events"]);
    const auto text = office.done("ruth", {"status"});
    CHECK_THAT(text, Catch::StartsWith("takedowns   0 OVERDUE, 1 to come") && Catch::Contains("clip 'c1'") &&
                         Catch::Contains("1 withdrawn") && Catch::Contains("never signed"));
}

TEST_CASE("the auditors' queue says why a clip stands where it stands and what is next") {
    const Office office;
    office.done("amina", {"clip", "new", "c2", "--part", "A-1:1:0-1"});
    auto archive = office.again();
    archive::Render render;
    render.clip = "c2";
    render.file = "renders/c2-1.mp4";
    test::write_video(archive.path(render.file), 6);
    render.sha256 = sha256_of_file(archive.path(render.file));
    render.consent_revisions = {{"A-1", 1}};
    render.settings_sha256 = std::string(64, 'b');
    render = archive.add_render(render, "amina");
    archive.set_verification(render.id, R"({"problems": ["a face shows"], "worst visible": 0.2})", "amina");
    const auto queue = office.read({"audit", "queue"});
    REQUIRE(queue["clips"].size() == 1);
    CHECK(queue["clips"][0]["reasons"] == json{"1 problem found", "20 % of a face visible"});
    CHECK_THAT(queue["clips"][0]["next"].get<std::string>(), Catch::Contains("back to an editor"));
    CHECK_THAT(office.done("amina", {"audit", "queue"}), Catch::Contains("1 problem found"));
    CHECK_THAT(office.done("amina", {"audit", "queue", "--mine"}), Catch::Contains("nothing waits"));
}

TEST_CASE("lists take a state, and a state that is none is named") {
    const Office office;
    CHECK(office.read({"clip", "list", "--state", "released"}).size() == 1);
    CHECK(office.read({"interview", "list", "--consent", "public"}).size() == 1);
    const auto answer = office.as("basim", {"clip", "list", "--state", "nice"});
    CHECK(answer.exit_code == 2);
    CHECK_THAT(answer.err, Catch::Contains("is not one of draft"));
}
