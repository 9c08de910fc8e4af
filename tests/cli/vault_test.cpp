// The vault and the passphrases at the command line.
#include <SQLiteCpp/SQLiteCpp.h>
#include <nlohmann/json.hpp>

#include "../archive/vault_cases.h"
#include "core/staged_file.h"
#include "program.h"
#include "release/minisign.h"
#include "support/temporary_folder.h"

namespace fs = std::filesystem;
using nlohmann::json;
using namespace counterclip;
using archive::Vault;
using test::Answer;

namespace {

// ruth (admin), amina (editor), samir (auditor), interview A-1, and an empty vault that is quick to open.
struct Desk {
    test::TemporaryFolder folder;
    std::string archive = (folder / "archive").string();
    fs::path file = Vault::file_in(archive);

    Desk() {
        done("", {"init", archive});
        done("", {"operator", "add", "ruth", "--role", "admin"});
        done("ruth", {"operator", "add", "amina", "--role", "editor"});
        done("ruth", {"operator", "add", "samir", "--role", "auditor"});
        done("amina", {"interview", "add", "A-1"});
        test::make_quick_vault(file);
        write_whole(folder / "names",
                    "# as she said it\nname: Qamarunnisa Zyxwv\n\nplace: Tell Qortubeh\ncontact: 0199\n");
    }
    Answer as(const std::string& who, const std::vector<std::string>& arguments,
              std::vector<std::string> environment = {}) const {
        environment.push_back("COUNTERCLIP_ARCHIVE=" + archive);
        environment.push_back("COUNTERCLIP_OPERATOR=" + who);
        return test::run_program(arguments, environment);
    }
    Answer open_as(const std::string& who, const std::vector<std::string>& arguments) const {
        return as(who, arguments, {"COUNTERCLIP_VAULT_PASSPHRASE=" + std::string(test::vault_passphrase)});
    }
    void done(const std::string& who, const std::vector<std::string>& arguments) const {
        const auto answer = open_as(who, arguments);
        INFO(arguments.front() << ": " << answer.out << answer.err);
        REQUIRE(answer.exit_code == 0);
    }
    // Through a shell, which hands `text` in as descriptor 5.
    Answer with_descriptor(const std::string& text, std::vector<std::string> arguments) const {
        write_whole(folder / "descriptor", text);
        std::vector<std::string> words{"-c", "exec \"$@\" 5<\"$0\"", (folder / "descriptor").string(),
                                       COUNTERCLIP_PROGRAM};
        words.insert(words.end(), arguments.begin(), arguments.end());
        return test::run_any("sh", words, {"COUNTERCLIP_ARCHIVE=" + archive, "COUNTERCLIP_OPERATOR=ruth"});
    }
    json last_event() const { return json::parse(open_as("", {"--json", "log", "show"}).out).back(); }
    std::string names() const { return (folder / "names").string(); }
};

}  // namespace

TEST_CASE("the vault is filled from a file, shown to who may see it, and forgets") {
    const Desk desk;
    const auto set = desk.open_as("amina", {"vault", "set", "A-1", "--from", desk.names()});
    CHECK(set.exit_code == 0);
    CHECK_THAT(set.out, Catch::Contains("2 protected terms") && !Catch::Contains("Zyxwv"));
    CHECK(desk.last_event()["verb"] == "vault change");
    CHECK(desk.last_event()["object"] == "interview A-1");
    CHECK(desk.last_event()["details"]["terms"] == 2);
    CHECK(desk.last_event()["details"]["vault"] == archive::look_at_vault(desk.file).checksum);

    desk.done("amina", {"vault", "set", "A-1", "--alias", "Umm Q", "--name", "Qamarunnisa Zyxwv"});
    CHECK(desk.open_as("amina", {"vault", "show", "A-1"}).out ==
          "name: Qamarunnisa Zyxwv\nalias: Umm Q\nplace: Tell Qortubeh\ncontact: 0199\n");
    CHECK(desk.last_event()["verb"] == "vault show");
    CHECK(json::parse(desk.open_as("amina", {"--json", "vault", "show", "A-1"}).out)["terms"].size() == 3);
    CHECK(desk.open_as("samir", {"vault", "show", "A-1"}).exit_code == 3);
    CHECK_THAT(desk.open_as("samir", {"vault", "show"}).out, Catch::Contains("A-1") && !Catch::Contains("Zyxwv"));

    desk.done("amina", {"vault", "set", "A-1", "--replace", "--name", "Another"});
    CHECK(desk.open_as("amina", {"vault", "show", "A-1"}).out == "name: Another\n");
    desk.done("amina", {"vault", "forget", "A-1"});
    CHECK(desk.last_event()["verb"] == "vault forget");
    CHECK_FALSE(fs::exists(Vault::previous_of(desk.file)));
    CHECK(Vault::open(desk.file, test::vault_passphrase).identities().empty());
    CHECK(desk.open_as("amina", {"vault", "forget", "A-1"}).exit_code == 1);
    CHECK(desk.open_as("amina", {"log", "verify"}).exit_code == 0);
}

TEST_CASE("who may not, or says nothing sensible, changes nothing in the vault") {
    const Desk desk;
    const auto before = read_whole(desk.file);
    CHECK(desk.open_as("samir", {"vault", "set", "A-1", "--name", "X"}).exit_code == 3);
    CHECK(desk.open_as("amina", {"vault", "passphrase"}).exit_code != 0);
    CHECK(desk.open_as("amina", {"vault", "set", "A-9", "--name", "X"}).exit_code == 1);
    CHECK(desk.open_as("amina", {"vault", "set", "A-1"}).exit_code == 2);
    CHECK(desk.open_as("amina", {"vault", "set", "A-1", "--name", "--"}).exit_code == 2);
    CHECK(desk.open_as("ruth", {"vault", "init"}).exit_code != 0);
    write_whole(desk.folder / "names", "name: X\nnmae: Qamarunnisa\n");
    const auto wrong = desk.open_as("amina", {"vault", "set", "A-1", "--from", desk.names()});
    CHECK(wrong.exit_code == 2);
    CHECK_THAT(wrong.err, Catch::Contains("line 2") && !Catch::Contains("Qamarunnisa"));
    CHECK_THAT(desk.as("amina", {"vault", "check"}, {"COUNTERCLIP_VAULT_PASSPHRASE=x"}).err,
               Catch::Contains("the passphrase is wrong"));
    CHECK_THAT(desk.as("amina", {"vault", "check"}).err, Catch::Contains("--vault-passphrase-fd"));
    CHECK(read_whole(desk.file) == before);
}

TEST_CASE("the vault's passphrase comes from a descriptor, and changes") {
    const Desk desk;
    const std::string old(test::vault_passphrase);
    CHECK(desk.with_descriptor(old + "\n", {"--vault-passphrase-fd", "5", "vault", "check"}).exit_code == 0);
    CHECK(desk.with_descriptor(old, {"vault", "check", "--vault-passphrase-fd", "5"}).exit_code == 0);
    CHECK(desk.with_descriptor("", {"vault", "check", "--vault-passphrase-fd", "5"}).exit_code == 2);
    CHECK(desk.with_descriptor(old, {"vault", "check", "--vault-passphrase-fd", "77"}).exit_code == 2);
    CHECK(
        desk.with_descriptor(old, {"vault", "check", "--vault-passphrase-fd", "5", "--passphrase-fd", "5"}).exit_code ==
        2);
    CHECK(desk.with_descriptor(old + "\nnew one\n",
                               {"vault", "passphrase", "--vault-passphrase-fd", "5", "--new-passphrase-fd", "5"})
              .exit_code == 0);
    CHECK(desk.last_event()["verb"] == "vault passphrase");
    CHECK(desk.with_descriptor("new one\n", {"--vault-passphrase-fd", "5", "vault", "check"}).exit_code == 0);
    CHECK(desk.with_descriptor(old, {"--vault-passphrase-fd", "5", "vault", "check"}).exit_code == 1);
}

TEST_CASE("a damaged vault says how to bring back the one before, and that does") {
    const Desk desk;
    desk.done("amina", {"vault", "set", "A-1", "--from", desk.names()});
    desk.done("amina", {"vault", "set", "A-1", "--alias", "Umm Q"});
    write_whole(desk.file, read_whole(desk.file).substr(0, 1000), 0600);
    const auto damaged = desk.open_as("amina", {"vault", "show", "A-1"});
    CHECK(damaged.exit_code == 1);
    CHECK_THAT(damaged.err, Catch::Contains("cut short") && Catch::Contains("vault restore"));
    CHECK_THAT(desk.open_as("", {"doctor"}).out, Catch::Contains("cut short"));
    desk.done("ruth", {"vault", "restore"});
    CHECK(desk.last_event()["verb"] == "vault restore");
    CHECK_THAT(desk.open_as("amina", {"vault", "show", "A-1"}).out, Catch::Contains("Tell Qortubeh"));
}

TEST_CASE("doctor sees a vault that others may read, and one that the log does not know") {
    const Desk desk;
    desk.done("amina", {"vault", "set", "A-1", "--from", desk.names()});
    fs::permissions(desk.file, fs::perms::others_read, fs::perm_options::add);
    CHECK_THAT(desk.open_as("", {"doctor"}).out, Catch::Contains("chmod 600"));
    fs::remove(desk.file);
    CHECK_THAT(desk.open_as("", {"doctor"}).out, Catch::Contains("is gone"));
}

TEST_CASE("an older vault put back in the place of today's searches nothing, and the gate says so") {
    const Desk desk;
    const auto sound = (desk.folder / "in.wav").string();
    const auto made = test::run_any(
        "ffmpeg", {"-v", "error", "-f", "lavfi", "-i", "sine=frequency=300:duration=2", "-c:a", "pcm_s16le", sound});
    if (made.exit_code != 0) {
        WARN("skipped: no ffmpeg to make a recording with: " << made.err);
        return;
    }
    desk.done("amina", {"interview", "add", "S-1", "--kind", "audio"});
    desk.done("amina", {"import", "S-1", sound});
    desk.done("amina", {"clip", "new", "heard", "--part", "S-1:1:0-0:00:01", "--title", "Heard"});
    desk.done("amina", {"vault", "set", "A-1", "--name", "Another"});
    desk.done("amina", {"vault", "set", "A-1", "--from", desk.names()});
    const auto check = [&] { return desk.open_as("samir", {"clip", "check", "heard", "--for", "approve"}); };
    CHECK_THAT(check().out, !Catch::Contains("NAMES-NOT-SEARCHED"));

    const auto todays = read_whole(desk.file);
    write_whole(desk.file, read_whole(Vault::previous_of(desk.file)), 0600);
    const auto older = check();
    CHECK(older.exit_code == 3);
    CHECK_THAT(older.out, Catch::Contains("NAMES-NOT-SEARCHED"));
    CHECK_THAT(older.err, Catch::Contains("NOT THE ONE THAT THE LOG LAST TELLS OF"));
    write_whole(desk.file, todays, 0600);
    CHECK_THAT(check().out, !Catch::Contains("NAMES-NOT-SEARCHED"));
}

TEST_CASE("a code that holds a protected term is refused at the door, with its kind only") {
    const Desk desk;
    desk.done("amina", {"vault", "set", "A-1", "--from", desk.names()});
    for (const std::vector<std::string>& arguments : {std::vector<std::string>{"interview", "add", "tell-qortubeh"},
                                                      {"operator", "add", "tell-qortubeh", "--role", "editor"},
                                                      {"clip", "new", "tell-qortubeh", "--segment", "1"}}) {
        const auto refused = desk.open_as("ruth", arguments);
        INFO(refused.err);
        CHECK(refused.exit_code == 3);
        CHECK_THAT(refused.err,
                   Catch::Contains("a protected place") && !Catch::Contains("qortubeh", Catch::CaseSensitive::No));
    }
}

TEST_CASE("a new key needs a passphrase, or somebody who says that it shall have none") {
    const Desk desk;
    const auto none = test::run_any(COUNTERCLIP_PROGRAM, {"operator", "add", "lina", "--role", "distributor"},
                                    {"COUNTERCLIP_ARCHIVE=" + desk.archive, "COUNTERCLIP_OPERATOR=ruth"});
    CHECK(none.exit_code == 2);
    CHECK_THAT(none.err, Catch::Contains("--passphrase-fd") && Catch::Contains("--no-passphrase"));
    CHECK_FALSE(fs::exists(desk.archive + "/keys/lina.key"));

    // Encrypted, changed and left: one story, because each step takes seconds by design.
    const auto with = desk.with_descriptor(
        "one\n", {"operator", "add", "lina", "--role", "distributor", "--role", "admin", "--passphrase-fd", "5"});
    INFO(with.err);
    REQUIRE(with.exit_code == 0);
    const auto key = desk.archive + "/keys/lina.key";
    REQUIRE(release::is_encrypted(read_whole(key)));
    const auto before = read_whole(key);
    CHECK_THAT(desk.as("lina", {"operator", "passphrase"}).err, Catch::Contains("COUNTERCLIP_PASSPHRASE"));
    CHECK_THAT(desk.as("lina", {"operator", "passphrase", "--no-passphrase"}, {"COUNTERCLIP_PASSPHRASE=wrong"}).err,
               Catch::Contains("the passphrase is wrong"));
    CHECK(desk.as("ruth", {"operator", "passphrase", "lina"}, {"COUNTERCLIP_PASSPHRASE=one"}).exit_code == 3);
    CHECK(read_whole(key) == before);
    CHECK(desk.as("lina", {"operator", "passphrase", "--no-passphrase"}, {"COUNTERCLIP_PASSPHRASE=one"}).exit_code ==
          0);
    CHECK_FALSE(release::is_encrypted(read_whole(key)));
    CHECK(desk.last_event()["verb"] == "operator passphrase");

    desk.done("lina", {"operator", "change", "amina", "--role", "auditor"});
    CHECK_THAT(desk.open_as("", {"operator", "list"}).out, Catch::Contains("auditor"));
    desk.done("ruth", {"operator", "retire", "lina"});
    CHECK_FALSE(fs::exists(key));
    CHECK_THAT(desk.open_as("", {"operator", "list"}).out, Catch::Contains("retired 20"));
    CHECK(desk.open_as("lina", {"interview", "add", "B-1"}).exit_code == 3);
    CHECK(desk.open_as("ruth", {"operator", "retire", "ruth"}).exit_code == 3);
}

TEST_CASE("forgetting somebody that was cut off is finished by doing it again") {
    const Desk desk;
    desk.done("amina", {"vault", "set", "A-1", "--from", desk.names()});
    // As a process leaves it that was killed between the vault and the generation before.
    {
        auto vault = Vault::open(desk.file, test::vault_passphrase);
        vault.forget("A-1");
        vault.save();
    }
    REQUIRE(fs::exists(Vault::previous_of(desk.file)));
    desk.done("amina", {"vault", "forget", "A-1"});
    CHECK_FALSE(fs::exists(Vault::previous_of(desk.file)));
    CHECK(desk.last_event()["verb"] == "vault forget");
    CHECK(desk.open_as("amina", {"vault", "forget", "A-1"}).exit_code == 1);
    write_whole(Vault::previous_of(desk.file), read_whole(desk.file), 0600);
    CHECK_THAT(desk.open_as("", {"doctor", "--deep"}).out, Catch::Contains("may hold what was forgotten"));
}

TEST_CASE("a purge that did not reach the vault says so everywhere, and goes on when it is confirmed again") {
    const Desk desk;
    desk.done("amina", {"vault", "set", "A-1", "--from", desk.names()});
    desk.done("amina", {"consent", "withdraw", "A-1", "--reason", "said so"});
    desk.done("amina", {"purge", "ask", "A-1", "--reason", "asked for it"});
    const auto closed = desk.as("ruth", {"purge", "confirm", "A-1"});
    INFO(closed.err);
    CHECK(closed.exit_code == 0);
    CHECK_THAT(closed.err, Catch::Contains("THE VAULT WAS NOT OPENED") && Catch::Contains("purge confirm A-1"));
    CHECK_THAT(desk.as("", {"purge", "list"}).out, Catch::Contains("LEFT IN THE VAULT"));
    CHECK(json::parse(desk.as("", {"--json", "purge", "list"}).out)[0]["vault_left"] == true);
    CHECK_THAT(desk.as("", {"status"}).out, Catch::Contains("1 LEFT IN THE VAULT"));
    CHECK_THAT(desk.as("", {"doctor", "--deep"}).out, Catch::Contains("may still hold who is interview A-1"));

    const auto again = desk.open_as("samir", {"purge", "confirm", "A-1", "--json"});
    INFO(again.err);
    CHECK(again.exit_code == 0);
    CHECK(json::parse(again.out)["vault"] == "forgotten");
    CHECK(json::parse(again.out)["vault_left"] == false);
    CHECK_THAT(desk.as("", {"purge", "list"}).out, !Catch::Contains("VAULT"));
    CHECK_THAT(desk.as("", {"status"}).out, !Catch::Contains("VAULT"));
    CHECK_THAT(desk.open_as("samir", {"purge", "confirm", "A-1"}).err, Catch::Contains("destroyed already"));
    CHECK_FALSE(fs::exists(Vault::previous_of(desk.file)));
}
