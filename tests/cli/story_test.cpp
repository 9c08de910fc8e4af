// The auditor's half as one story: three interviews, three operators, and every no on the way.
//
//   BTIB-0001  shows the face, keeps the name           -> released to a partner
//   BTIB-0002  hides face, name and voice; Sweden only  -> released to a partner there, never to the web
//   BTIB-0003  hides the face; withdraws after it was published -> taken down, destroyed
//
// amina edits, samir audits, lina distributes.
#include <nlohmann/json.hpp>

#include "../archive/vault_cases.h"
#include "core/staged_file.h"
#include "program.h"
#include "puppet/film.h"
#include "puppet/scene.h"
#include "support/temporary_folder.h"

namespace fs = std::filesystem;
using nlohmann::json;
using namespace counterclip;
using test::Answer;

namespace {

puppet::Scene speaker(double yaw) {
    puppet::Scene scene;
    scene.name = "a speaker";
    scene.duration = 2;
    puppet::Person person;
    person.poses = {{.at = 0, .x = 150, .y = 110, .head = 110, .yaw = static_cast<float>(yaw)},
                    {.at = 2, .x = 165, .y = 112, .head = 112}};
    person.speaks = true;
    scene.people = {person};
    scene.speech = "Nobody told us where we would be taken.";
    return scene;
}

struct Story {
    test::TemporaryFolder folder;
    fs::path archive = folder / "archive";

    std::string file(const std::string& name) const { return (folder / name).string(); }

    Answer as(const std::string& who, const std::vector<std::string>& arguments) const {
        return test::run_program(arguments, {"COUNTERCLIP_ARCHIVE=" + archive.string(), "COUNTERCLIP_OPERATOR=" + who,
                                             "COUNTERCLIP_VAULT_PASSPHRASE=" + std::string(test::vault_passphrase)});
    }
    Answer done(const std::string& who, const std::vector<std::string>& arguments) const {
        auto answer = as(who, arguments);
        INFO(who << ": " << arguments[0] << " " << arguments[1] << ": " << answer.out << answer.err);
        REQUIRE(answer.exit_code == 0);
        return answer;
    }
    // By somebody who cannot open the vault: nothing is substituted at the door.
    void done_with_the_vault_shut(const std::string& who, std::vector<std::string> arguments) const {
        const auto answer =
            test::run_program(arguments, {"COUNTERCLIP_ARCHIVE=" + archive.string(), "COUNTERCLIP_OPERATOR=" + who});
        INFO(answer.err);
        REQUIRE(answer.exit_code == 0);
    }
    // The gate's no, by its code; or a right that is missing.
    void refused(const std::string& who, const std::vector<std::string>& arguments, const std::string& because) const {
        const auto answer = as(who, arguments);
        INFO(who << ": " << arguments[0] << " " << arguments[1] << ": " << answer.out << answer.err);
        CHECK(answer.exit_code == 3);
        CHECK_THAT(answer.out + answer.err, Catch::Contains(because));
    }
    json read(std::vector<std::string> arguments) const {
        arguments.emplace_back("--json");
        return json::parse(done("samir", arguments).out);
    }

    void people() const {
        done("", {"init", archive.string()});
        done("", {"operator", "add", "amina", "--role", "editor", "--role", "admin"});
        done("amina", {"operator", "add", "samir", "--role", "auditor"});
        done("amina", {"operator", "add", "lina", "--role", "distributor"});
        refused("samir", {"interview", "add", "BTIB-0009"}, "lacks the role editor");
        test::make_quick_vault(archive::Vault::file_in(archive));
        done("lina",
             {"destination", "add", "school", "--kind", "partner", "--territory", "SE", "--audience", "schools"});
        done("lina", {"destination", "add", "web", "--kind", "web", "--takedown-days", "2"});
    }

    void interview(const std::string& code, const std::string& pseudonym, double yaw) const {
        const auto film = folder / (code + ".mp4");
        puppet::write_film(speaker(yaw), film);
        done("amina", {"interview", "add", code, "--pseudonym", pseudonym, "--setting", "home"});
        done("amina", {"import", code, film.string()});
    }
    void consent(const std::string& code, const std::vector<std::string>& terms) const {
        std::vector<std::string> words{"consent", "set",   code,      "--method", "verbal", "--in",
                                       "0",       "--out", "0:00:01", "--reason", "asked"};
        words.insert(words.end(), terms.begin(), terms.end());
        done("amina", words);
    }
    void look_for_faces(const std::string& code) const {
        done("amina", {"faces", "analyze", code});
        for (const auto& gap : read({"faces", "gaps", code}))
            done("amina", {"faces", "resolve", code, std::to_string(gap["id"].get<std::int64_t>()), "--no-face"});
    }
    void cut(const std::string& clip, const std::string& interview, const std::vector<std::string>& more) const {
        std::vector<std::string> words{"clip",    "new",       clip, "--part", interview + ":1:0:00:00.200-0:00:01.400",
                                       "--title", "Why I left"};
        words.insert(words.end(), more.begin(), more.end());
        done("amina", words);
    }
};

void who_shows_the_face(const Story& s) {
    s.interview("BTIB-0001", "Karim", 0);
    s.cut("face", "BTIB-0001", {"--show-faces"});
    s.refused("amina", {"render", "face"}, "NO-CONSENT");
    s.consent("BTIB-0001", {"--use", "research", "--face", "show", "--name", "real", "--voice", "keep", "--details",
                            "keep", "--risk", "none"});
    s.refused("amina", {"render", "face"}, "USE-NOT-GRANTED");
    s.consent("BTIB-0001", {"--use", "public"});
    s.refused("amina", {"render", "face"}, "FACES-NOT-ANALYSED");
    s.look_for_faces("BTIB-0001");
    const auto tracks = s.read({"faces", "tracks", "BTIB-0001"});
    for (const auto& track : tracks)
        s.done("amina",
               {"faces", "show-face", "BTIB-0001", std::to_string(track["id"].get<std::int64_t>()), "subject"});
    s.refused("samir", {"clip", "check", "face", "--for", "approve"}, "NOT-RENDERED");
    s.done("amina", {"render", "face"});
    s.refused("lina", {"release", "face", "--destination", "school"}, "NOT-APPROVED");
    s.refused("lina", {"approve", "face"}, "lacks the role 'auditor'");
    s.refused("amina", {"approve", "face"}, "AUDITOR-EDITED");
    // A no is heard, stands, and is taken back by who said it.
    s.done("samir", {"refuse", "face", "--reason", "the end is cut too early"});
    s.refused("lina", {"release", "face", "--destination", "school"}, "REFUSED");
    s.done("samir", {"approve", "face", "--listened", "--reason", "watched it again"});
    s.refused("samir", {"release", "face", "--destination", "school"}, "lacks the role 'distributor'");
    s.done("lina", {"release", "face", "--destination", "school", "--to", s.file("face")});
    const auto manifest = json::parse(read_whole(s.folder / "face" / "manifest.json"));
    if (!tracks.empty()) CHECK_THAT(manifest["treatments"]["face"].get<std::string>(), Catch::Contains("shown"));
}

void who_hides_all(const Story& s) {
    s.interview("BTIB-0002", "Layla", 0.2);
    s.done("amina", {"vault", "set", "BTIB-0002", "--name", "Qamarunnisa Zyxwv", "--place", "Tell Qortubeh"});
    s.consent("BTIB-0002", {"--use", "public", "--face", "hide", "--name", "changed", "--voice", "alter", "--details",
                            "omit", "--territory", "SE", "--audience", "schools"});
    s.look_for_faces("BTIB-0002");
    s.cut("hidden", "BTIB-0002", {"--lower-third", "Qamarunnisa"});
    s.refused("amina", {"render", "hidden"}, "NAME-SHOWN-NOT-PSEUDONYM");
    s.refused("amina", {"render", "hidden"}, "VOICE-NOT-ALTERED");
    s.done_with_the_vault_shut("amina", {"clip", "change", "hidden", "--lower-third", "Layla", "--disguise", "silence",
                                         "--title", "From tell qortubeh"});
    s.refused("amina", {"render", "hidden"}, "PROTECTED-TERM");
    s.done("amina", {"clip", "change", "hidden", "--title", "Why I left"});
    s.done("amina", {"render", "hidden"});
    const auto page = s.folder / "report.html";
    s.done("samir", {"audit", "report", "hidden", "--to", page.string()});
    CHECK_THAT(read_whole(page), Catch::Contains("data:image/jpeg") && !Catch::Contains("Zyxwv"));
    CHECK(s.read({"audit", "queue"})["clips"].size() == 1);
    s.done("samir", {"approve", "hidden", "--listened"});
    s.refused("lina", {"release", "hidden", "--destination", "web"}, "TERRITORY-NOT-GRANTED");
    s.refused("lina", {"release", "hidden", "--destination", "web"}, "AUDIENCE-NOT-GRANTED");
    s.done("lina", {"release", "hidden", "--destination", "school"});
    // What the person says later makes what was approved stale.
    s.consent("BTIB-0002", {"--until", "2020-01-01"});
    s.refused("lina", {"release", "hidden", "--destination", "school", "--name", "again"}, "CONSENT-EXPIRED");
    s.consent("BTIB-0002", {"--until", "forever"});
    s.refused("lina", {"release", "hidden", "--destination", "school", "--name", "again"}, "RENDER-STALE");
}

void who_withdraws(const Story& s) {
    s.interview("BTIB-0003", "Omar", -0.2);
    s.consent("BTIB-0003", {"--use", "public", "--face", "hide", "--name", "changed", "--voice", "keep", "--details",
                            "keep", "--risk", "casual"});
    s.look_for_faces("BTIB-0003");
    s.cut("taken-back", "BTIB-0003", {});
    s.done("amina", {"render", "taken-back"});
    s.done("samir", {"approve", "taken-back", "--listened"});
    s.done("lina", {"release", "taken-back", "--destination", "web", "--to", s.file("web")});
    const auto release = s.read({"ledger", "list", "--clip", "taken-back"});
    const auto id = std::to_string(release[0]["id"].get<std::int64_t>());
    s.done("lina", {"ledger", "publish", id, "--address", "https://example.org/watch/7", "--reach", "1200"});
    s.refused("amina", {"purge", "ask", "BTIB-0003", "--reason", "asked"}, "withdraw");

    const auto withdrawn = s.done("lina", {"consent", "withdraw", "BTIB-0003", "--reason", "called"});
    CHECK_THAT(withdrawn.out, Catch::Contains("https://example.org/watch/7"));
    CHECK(s.read({"status"})["takedowns"].size() >= 1);
    s.refused("amina", {"render", "taken-back"}, "WITHDRAWN");
    s.refused("samir", {"approve", "taken-back"}, "WITHDRAWN");
    s.refused("lina", {"release", "taken-back", "--destination", "web", "--to", s.file("2")}, "WITHDRAWN");
    s.refused("lina", {"ledger", "publish", id, "--address", "https://example.org/2"}, "consent was withdrawn");
    CHECK(s.as("lina", {"ledger", "done", id}).exit_code != 0);  // its place is still up
    s.done("lina", {"ledger", "done", "P1", "--note", "removed by the host"});
    s.done("lina", {"ledger", "done", id});
    CHECK(s.read({"ledger", "due"}).dump().find("example.org") == std::string::npos);

    s.done("amina", {"purge", "ask", "BTIB-0003", "--reason", "asked by letter"});
    s.refused("amina", {"purge", "confirm", "BTIB-0003"}, "somebody else");
    s.done("samir", {"purge", "confirm", "BTIB-0003"});
    CHECK(s.as("amina", {"import", "BTIB-0003", s.file("BTIB-0003.mp4")}).exit_code != 0);
}

}  // namespace

TEST_CASE("three interviews, three operators, and every no on the way") {
    const Story s;
    s.people();
    who_shows_the_face(s);
    who_hides_all(s);
    who_withdraws(s);

    CHECK(test::run_program({"verify-release", s.file("face")}).exit_code == 0);
    CHECK(s.read({"log", "verify"})["good"] == true);
    const auto deep = s.as("samir", {"doctor", "--deep"});
    INFO(deep.out << deep.err);
    CHECK(deep.exit_code == 0);
    for (const auto& entry : fs::recursive_directory_iterator(s.archive))
        if (entry.is_regular_file() && !entry.path().filename().string().starts_with("identities.vault")) {
            INFO(entry.path().string());
            CHECK(read_whole(entry.path(), 1u << 30).find("Zyxwv") == std::string::npos);
        }
}
