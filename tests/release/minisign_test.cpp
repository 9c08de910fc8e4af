#include "release/minisign.h"

#include <cstdlib>

#include <fmt/format.h>

#include "core/error.h"
#include "core/staged_file.h"
#include "support/temporary_folder.h"

namespace fs = std::filesystem;
using namespace counterclip;
using namespace counterclip::release;
using test::TemporaryFolder;

namespace {

bool minisign_is_here() {
    if (std::system("minisign -v >/dev/null 2>&1") == 0) return true;
    WARN("skipped: there is no minisign program to compare with");
    return false;
}

// True when the real program is content.
bool minisign(const TemporaryFolder& folder, const std::string& arguments, const std::string& input = "") {
    write_whole(folder / "input", input);
    const auto command = fmt::format("cd '{0}' && minisign {1} <input >output 2>&1", folder.path().string(), arguments);
    return std::system(command.c_str()) == 0;
}

// The base64 line of a .pub file.
std::string second_line(const std::string& text) {
    const auto from = text.find('\n') + 1;
    return text.substr(from, text.find('\n', from) - from);
}

std::string with_byte_changed(std::string text, std::size_t at) {
    text.at(at) = text[at] == 'A' ? 'B' : 'A';
    return text;
}

}  // namespace

TEST_CASE("what was signed verifies, and nothing else does") {
    const auto keys = make_keys("");
    const auto others = make_keys("");
    const auto signature = sign("the clip", keys.secret_key, "", "clip A");

    CHECK(verify("the clip", signature, keys.public_key));
    CHECK_FALSE(verify("the clip.", signature, keys.public_key));
    CHECK_FALSE(verify("the clip", signature, others.public_key));
    CHECK_FALSE(verify("the clip", sign("the clip", others.secret_key, "", "clip A"), keys.public_key));
}

TEST_CASE("the trusted comment is signed too") {
    const auto keys = make_keys("");
    auto signature = sign("bytes", keys.secret_key, "", "approved");
    const auto at = signature.find("approved");
    signature.replace(at, 8, "rejected");
    CHECK_FALSE(verify("bytes", signature, keys.public_key));
}

TEST_CASE("a change anywhere in a signature's trusted lines is seen") {
    const auto keys = make_keys("");
    const auto signature = sign("bytes", keys.secret_key, "", "c");
    for (auto at = signature.find('\n') + 1; at < signature.size(); ++at)
        CHECK_FALSE(verify("bytes", with_byte_changed(signature, at), keys.public_key));
}

TEST_CASE("malformed signatures and keys verify nothing and do not throw") {
    const auto keys = make_keys("");
    const auto signature = sign("bytes", keys.secret_key, "", "c");
    CHECK_FALSE(verify("bytes", "", keys.public_key));
    CHECK_FALSE(verify("bytes", "untrusted comment: x\n", keys.public_key));
    CHECK_FALSE(verify("bytes", signature.substr(0, signature.size() / 2), keys.public_key));
    CHECK_FALSE(verify("bytes", signature + "more\n", keys.public_key));
    CHECK_FALSE(verify("bytes", signature, ""));
    CHECK_FALSE(verify("bytes", signature, "RWQ"));
    CHECK_FALSE(verify("bytes", signature, std::string(100'000, 'A')));
}

TEST_CASE("a trusted comment of two lines is refused") {
    const auto keys = make_keys("");
    CHECK_THROWS_AS(sign("bytes", keys.secret_key, "", "one\ntrusted comment: two"), Error);
}

TEST_CASE("a damaged secret key is refused without being shown") {
    const auto keys = make_keys("");
    for (const auto at : {48U, 150U, 190U}) {
        const auto damaged = with_byte_changed(keys.secret_key, at);
        try {
            sign("bytes", damaged, "", "c");
            FAIL("signed with a damaged key, byte " << at);
        } catch (const Error& error) {
            CHECK_THAT(error.what(), Catch::Contains("damaged") || Catch::Contains("does not know"));
            CHECK(std::string(error.what()).size() < 120);
        }
    }
    CHECK_THROWS_AS(sign("bytes", "", "", "c"), Error);
    CHECK_THROWS_AS(sign("bytes", "not a key\nat all\n", "", "c"), Error);
}

TEST_CASE("an encrypted key opens with its passphrase only, in minisign too") {
    const auto keys = make_keys("correct horse");
    const auto signature = sign("bytes", keys.secret_key, "correct horse", "c");
    CHECK(verify("bytes", signature, keys.public_key));
    CHECK_THROWS_WITH(sign("bytes", keys.secret_key, "wrong horse", "c"), Catch::Contains("passphrase is wrong"));
    CHECK_THROWS_WITH(sign("bytes", keys.secret_key, "", "c"), Catch::Contains("COUNTERCLIP_PASSPHRASE"));

    if (!minisign_is_here()) return;
    const TemporaryFolder folder;
    write_whole(folder / "our.key", keys.secret_key);
    write_whole(folder / "clip", "bytes");
    REQUIRE(minisign(folder, "-S -s our.key -m clip", "correct horse\n"));
    CHECK(verify("bytes", read_whole(folder / "clip.minisig"), keys.public_key));
}

TEST_CASE("minisign accepts our signatures and keys") {
    if (!minisign_is_here()) return;
    const TemporaryFolder folder;
    const auto keys = make_keys("");
    write_whole(folder / "clip", "the bytes of a clip");
    write_whole(folder / "our.pub", public_key_file(keys.public_key));
    write_whole(folder / "our.key", keys.secret_key);
    write_whole(folder / "clip.minisig", sign_file(folder / "clip", keys.secret_key, "", "counterclip release"));

    CHECK(minisign(folder, "-V -p our.pub -m clip"));
    CHECK(minisign(folder, "-V -H -P " + keys.public_key + " -m clip"));
    CHECK_THAT(read_whole(folder / "output"), Catch::Contains("counterclip release"));
    CHECK(minisign(folder, "-S -s our.key -m clip"));

    write_whole(folder / "clip", "other bytes of a clip");
    CHECK_FALSE(minisign(folder, "-V -p our.pub -m clip -x clip.minisig"));
}

TEST_CASE("we accept minisign's signatures and keys") {
    if (!minisign_is_here()) return;
    const TemporaryFolder folder;
    write_whole(folder / "clip", "the bytes of a clip");
    REQUIRE(minisign(folder, "-G -W -p their.pub -s their.key"));
    REQUIRE(minisign(folder, "-S -s their.key -m clip -t 'a comment'"));
    const auto public_key = second_line(read_whole(folder / "their.pub"));
    CHECK(verify_file(folder / "clip", read_whole(folder / "clip.minisig"), public_key));
    CHECK_FALSE(verify("others", read_whole(folder / "clip.minisig"), public_key));

    const auto signature = sign_file(folder / "clip", read_whole(folder / "their.key"), "", "ours");
    CHECK(verify_file(folder / "clip", signature, public_key));
    CHECK(public_key_file(public_key) == read_whole(folder / "their.pub"));
}

TEST_CASE("a file that is not there is named") {
    const auto keys = make_keys("");
    CHECK_THROWS_WITH(sign_file("/nowhere/clip.mp4", keys.secret_key, "", "c"), Catch::Contains("/nowhere/clip.mp4"));
}

TEST_CASE("a secret key changes its passphrase and stays the same key") {
    const auto keys = make_keys("");
    CHECK_FALSE(is_encrypted(keys.secret_key));
    const auto locked = with_passphrase(keys.secret_key, "", "new");
    CHECK(is_encrypted(locked));
    CHECK_THROWS_AS(with_passphrase(locked, "old", "x"), Error);
    const auto opened = with_passphrase(locked, "new", "");
    CHECK(verify("bytes", sign("bytes", opened, "", "c"), keys.public_key));
    CHECK_THROWS_AS(is_encrypted("nothing"), Error);
}
