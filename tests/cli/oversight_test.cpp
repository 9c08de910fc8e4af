// Whoever has to look at a clip before the world does, and what stops it: through the program.
#include <nlohmann/json.hpp>

#include "../archive/vault_cases.h"
#include "program.h"
#include "support/temporary_folder.h"

using nlohmann::json;
using namespace counterclip;
using test::Answer;

namespace {

// An interview of which there is only sound, so that nothing is to be analysed: a second of it makes a clip at once.
struct Office {
    test::TemporaryFolder folder;
    bool ready = false;

    Answer as(const std::string& who, const std::vector<std::string>& arguments) const {
        return test::run_program(arguments,
                                 {"COUNTERCLIP_ARCHIVE=" + (folder / "archive").string(), "COUNTERCLIP_OPERATOR=" + who,
                                  "COUNTERCLIP_VAULT_PASSPHRASE=" + std::string(test::vault_passphrase)});
    }
    void done(const std::string& who, const std::vector<std::string>& arguments) const {
        const auto answer = as(who, arguments);
        INFO(arguments.front() << ": " << answer.out << answer.err);
        REQUIRE(answer.exit_code == 0);
    }
    void refused(const std::string& who, const std::vector<std::string>& arguments, const std::string& code) const {
        const auto answer = as(who, arguments);
        INFO(arguments.front() << ": " << answer.out << answer.err);
        CHECK(answer.exit_code == 3);
        CHECK_THAT(answer.out + answer.err, Catch::Contains(code));
    }
    json read(std::vector<std::string> arguments) const {
        arguments.emplace_back("--json");
        return json::parse(as("amina", arguments).out);
    }
    std::string file(const std::string& name) const { return (folder / name).string(); }
    void consent(const std::vector<std::string>& terms) const {
        std::vector<std::string> arguments{"consent", "set", "S-1", "--method", "verbal", "--in", "0", "--out", "1"};
        arguments.insert(arguments.end(), terms.begin(), terms.end());
        done("amina", arguments);
    }

    Office() {
        const auto made = test::run_any("ffmpeg", {"-v", "error", "-f", "lavfi", "-i", "sine=frequency=300:duration=2",
                                                   "-c:a", "pcm_s16le", file("in.wav")});
        if (made.exit_code != 0) {
            WARN("skipped: no ffmpeg to make a recording with: " << made.err);
            return;
        }
        ready = true;
        done("", {"init", file("archive")});
        done("", {"operator", "add", "ruth", "--role", "admin"});
        done("ruth", {"operator", "add", "amina", "--role", "editor"});
        done("ruth", {"operator", "add", "basim", "--role", "auditor", "--role", "distributor"});
        done("ruth", {"operator", "add", "noor", "--role", "auditor"});
        done("basim", {"destination", "add", "partner", "--kind", "partner", "--territory", "SE"});
        done("amina", {"interview", "add", "S-1", "--kind", "audio", "--pseudonym", "Layla", "--setting", "prison"});
        done("amina", {"import", "S-1", file("in.wav")});
        consent({"--use", "public", "--voice", "keep", "--risk", "casual"});
        done("amina", {"clip", "new", "heard", "--part", "S-1:1:0-0:00:01", "--title", "Heard"});
    }
};

}  // namespace

TEST_CASE("what is only heard becomes a clip, and two people look where more is at stake") {
    const Office o;
    if (!o.ready) return;
    o.done("amina", {"interview", "change", "S-1", "--custody"});
    CHECK_THAT(o.as("", {"clip", "check", "heard", "--for", "render"}).out, Catch::Contains("in custody"));
    o.done("amina", {"render", "heard"});
    const auto first = o.as("basim", {"approve", "heard", "--listened"});
    INFO(first.err);
    CHECK(first.exit_code == 0);
    CHECK_THAT(first.err, Catch::Contains("a second auditor has to approve") && Catch::Contains("in custody"));
    o.refused("basim", {"approve", "heard"}, "one person counts once");
    o.refused("basim", {"release", "heard", "--to", o.file("out"), "--destination", "partner"}, "SECOND-APPROVAL");

    // A no stands, whatever others say, until the same person decides anew.
    o.done("noor", {"refuse", "heard", "--reason", "a door can be heard"});
    o.refused("basim", {"release", "heard", "--to", o.file("out"), "--destination", "partner"}, "REFUSED");
    CHECK_THAT(o.as("", {"clip", "list"}).out, Catch::Contains("refused"));
    o.done("noor", {"approve", "heard", "--listened"});
    const auto decisions = o.read({"clip", "show", "heard"})["decisions"];
    REQUIRE(decisions.size() == 3);
    CHECK(decisions[0]["stands"] == true);
    CHECK(decisions[1]["stands"] == false);
    CHECK_THAT(decisions[1]["void_because"][0].get<std::string>(), Catch::Contains("decided anew"));
    CHECK(decisions[2]["stands"] == true);
    CHECK(decisions[2]["log_hash"].get<std::string>().size() == 64);
    CHECK(o.as("", {"clip", "check", "heard"}).exit_code == 0);

    // Whoever describes the interview afterwards voids them all.
    o.done("amina", {"clip", "change", "heard", "--disguise", "silence"});
    const auto shown = o.as("", {"clip", "show", "heard"}).out;
    CHECK_THAT(shown, Catch::Contains("does not stand: the clip, its tracks or its gaps were changed since"));
}

TEST_CASE("whoever approves says that they looked at what is like a protected name, and how much of it is signed") {
    const Office o;
    if (!o.ready) return;
    test::make_quick_vault(archive::Vault::file_in(o.folder / "archive"));
    o.done("amina", {"vault", "set", "S-1", "--name", "Salim Haddad"});
    o.done("amina", {"clip", "change", "heard", "--title", "What Salim heard", "--card", "Near Brmbica"});
    o.done("amina", {"render", "heard"});
    o.refused("basim", {"approve", "heard", "--listened"}, "NEAR-NAMES-UNSEEN");
    const auto words = o.as("basim", {"approve", "heard", "--listened"}).err;
    CHECK_THAT(words, Catch::Contains("a place is like a protected name") &&
                          Catch::Contains("counterclip names find heard --show") &&
                          Catch::Contains("--looked-at-names"));
    CHECK(o.read({"clip", "show", "heard"})["decisions"].empty());
    o.done("basim", {"approve", "heard", "--listened", "--looked-at-names"});
    const auto decisions = o.read({"clip", "show", "heard"})["decisions"];
    REQUIRE(decisions.size() == 1);
    CHECK(decisions[0]["stands"] == true);
    CHECK(decisions[0]["looked_at_names"] == 1);

    // A name that came into the vault since is like something that they did not look at; the same person may.
    o.done("amina", {"vault", "set", "S-1", "--name", "Salim Haddad", "--name", "Omar Brmbica"});
    o.refused("basim", {"release", "heard", "--to", o.file("out"), "--destination", "partner"}, "NEAR-NAMES-UNSEEN");
    o.refused("basim", {"approve", "heard", "--listened"}, "one person counts once");
    o.done("basim", {"approve", "heard", "--listened", "--looked-at-names"});
    CHECK(o.read({"clip", "show", "heard"})["decisions"][1]["looked_at_names"] == 2);
    o.done("basim", {"release", "heard", "--to", o.file("out"), "--destination", "partner"});
}

TEST_CASE("a no or a yes to a render that was watched is none to one that was made since") {
    const Office o;
    if (!o.ready) return;
    o.done("amina", {"render", "heard"});
    o.done("amina", {"clip", "change", "heard", "--title", "Heard again"});
    o.done("amina", {"render", "heard"});
    o.refused("noor", {"refuse", "heard", "--render", "1", "--reason", "a door can be heard"},
              "the latest is render 2");
    o.refused("noor", {"approve", "heard", "--render", "1", "--listened"}, "the latest is render 2");
    CHECK(o.read({"clip", "show", "heard"})["decisions"].empty());
    o.done("noor", {"refuse", "heard", "--render", "2", "--reason", "a door can be heard"});
    CHECK(o.read({"clip", "show", "heard"})["decisions"][0]["render"] == 2);
}

TEST_CASE("to --json a refusal is one document too: the gate's findings, or what was wrong") {
    const Office o;
    if (!o.ready) return;
    const auto unknown = o.as("amina", {"clip", "show", "nothing", "--json"});
    CHECK(unknown.exit_code == 1);
    CHECK(json::parse(unknown.out)["kind"] == "failed");
    CHECK_THAT(json::parse(unknown.out)["error"].get<std::string>(), Catch::Contains("clip 'nothing'"));
    CHECK_THAT(unknown.err, Catch::Contains("clip 'nothing'"));
    const auto role = o.as("basim", {"segment", "add", "S-1", "--in", "0", "--out", "1", "--json"});
    CHECK(role.exit_code == 3);
    CHECK(json::parse(role.out)["kind"] == "refused");
    o.consent({"--use", "none"});
    const auto gate = o.as("amina", {"render", "heard", "--json"});
    CHECK(gate.exit_code == 3);
    REQUIRE(json::parse(gate.out).is_array());
    CHECK_FALSE(json::parse(gate.out)[0]["code"].get<std::string>().empty());
    CHECK(o.as("amina", {"clip", "show", "nothing"}).out.empty());
}

TEST_CASE("a consent's reach, end and purpose stop a clip by their codes") {
    const Office o;
    if (!o.ready) return;
    o.done("amina", {"render", "heard"});
    o.consent({"--territory", "SE"});
    o.refused("", {"clip", "check", "heard"}, "DESTINATION-UNKNOWN");
    o.refused("", {"clip", "check", "heard", "--for", "approve"}, "RENDER-STALE");
    const auto to_partner = o.as("", {"clip", "check", "heard", "--destination", "partner"});
    CHECK_THAT(to_partner.out, Catch::Contains("to 'partner'") && !Catch::Contains("TERRITORY"));
    o.consent({"--territory", "NO"});
    o.refused("", {"clip", "check", "heard", "--destination", "partner"}, "TERRITORY-NOT-GRANTED");
    o.consent({"--territory", "any", "--until", "2020-01-01"});
    o.refused("amina", {"render", "heard"}, "CONSENT-EXPIRED");
    o.consent({"--until", "forever", "--voice", "alter", "--risk", "strangers"});
    o.refused("amina", {"render", "heard"}, "VOICE-NOT-ALTERED");
    o.done("amina", {"clip", "change", "heard", "--disguise", "deeper"});
    CHECK_THAT(o.as("", {"clip", "check", "heard", "--for", "render"}).out, Catch::Contains("RISK-VOICE"));
    o.done("amina", {"clip", "change", "heard", "--disguise", "silence"});
    const auto silent = o.as("", {"clip", "check", "heard", "--for", "render"});
    CHECK(silent.exit_code == 0);
    CHECK_THAT(silent.out, Catch::Contains("may be rendered"));
    o.done("amina", {"render", "heard"});
    o.done("basim", {"approve", "heard", "--listened"});
    const auto quick = o.as("", {"clip", "check", "--quick", "heard"});
    CHECK(quick.exit_code == 0);
    CHECK_THAT(quick.err, Catch::Contains("not compared with their hashes"));

    o.done("amina", {"consent", "withdraw", "S-1", "--reason", "called"});
    const auto withdrawn = o.read({"clip", "check", "heard"});
    REQUIRE(withdrawn.size() == 1);
    CHECK(withdrawn[0]["code"] == "WITHDRAWN");
}
