// The vault keeps what it is given, loses nothing when it is disturbed, and says clearly what is wrong with it.
#include <sodium.h>
#include <sys/stat.h>

#include <fstream>

#include "archive/vault_cases.h"
#include "core/error.h"
#include "support/temporary_folder.h"

namespace fs = std::filesystem;
using namespace counterclip;
using archive::Vault;
using test::layla;
using test::make_quick_vault;
using test::vault_passphrase;

namespace {

unsigned mode_of(const fs::path& file) {
    struct stat info {};
    REQUIRE(::stat(file.c_str(), &info) == 0);
    return info.st_mode & 0777;
}

std::string error_of(const std::function<void()>& work) {
    try {
        work();
    } catch (const Error& e) {
        return e.what();
    }
    return "no error";
}

std::string error_when_opened(const fs::path& file, std::string_view passphrase = vault_passphrase) {
    return error_of([&] { Vault::open(file, passphrase); });
}

// The checksum again, as somebody would who changed the file on purpose.
std::string with_checksum(std::string file) {
    const auto body = file.size() - 32;
    crypto_generichash(reinterpret_cast<unsigned char*>(file.data()) + body, 32,
                       reinterpret_cast<const unsigned char*>(file.data()), body, nullptr, 0);
    return file;
}

std::string flipped(std::string file, std::size_t at) {
    file[at] = static_cast<char>(file[at] ^ 0x01);
    return file;
}

// One person in it, saved twice, so that there is a generation before.
struct Kept {
    test::TemporaryFolder folder;
    fs::path file = Vault::file_in(folder.path());
    fs::path previous = Vault::previous_of(file);

    Kept() {
        auto vault = make_quick_vault(file);
        vault.set("A-1", layla());
        vault.save();
    }
    std::string bytes() const { return read_whole(file); }
    void put(const std::string& bytes) const { write_whole(file, bytes, 0600); }
};

}  // namespace

TEST_CASE("a vault gives back what was put into it, to its owner alone") {
    const Kept kept;
    const auto vault = Vault::open(kept.file, vault_passphrase);
    REQUIRE(vault.identities().size() == 1);
    const auto& found = vault.identities().at("A-1");
    CHECK(found.terms == layla().terms);
    CHECK(found.contact == layla().contact);
    CHECK(found.note == layla().note);
    CHECK(vault.terms("A-1") == layla().terms);
    CHECK(vault.terms("A-2").empty());
    CHECK(mode_of(kept.file) == 0600);
    CHECK(mode_of(kept.previous) == 0600);
}

TEST_CASE("nothing of a vault can be read in its file, and its size does not tell how many are in it") {
    const Kept kept;
    for (const auto& term : layla().terms) CHECK(kept.bytes().find(term.text) == std::string::npos);
    CHECK(kept.bytes().find("A-1") == std::string::npos);
    const auto before = kept.bytes().size();
    auto vault = Vault::open(kept.file, vault_passphrase);
    vault.set("A-2", layla());
    vault.save();
    CHECK(kept.bytes().size() == before);
}

TEST_CASE("a new vault costs what libsodium calls moderate to guess at, and there can be only one") {
    const test::TemporaryFolder folder;
    const auto file = Vault::file_in(folder.path());
    const auto vault = Vault::create(file, vault_passphrase);
    CHECK(vault.identities().empty());
    const auto cost = archive::vault_cost_of(read_whole(file));
    CHECK(cost == archive::VaultCost{crypto_pwhash_OPSLIMIT_MODERATE, crypto_pwhash_MEMLIMIT_MODERATE});
    CHECK(archive::look_at_vault(file).costs_enough);
    CHECK_THAT(error_of([&] { Vault::create(file, "x"); }), Catch::Contains("there is one already"));
    CHECK_THAT(error_of([&] { Vault::create(folder / "other.vault", ""); }), Catch::Contains("passphrase is empty"));
}

TEST_CASE("each save has a nonce of its own, and keeps the generation before") {
    const Kept kept;
    auto vault = Vault::open(kept.file, vault_passphrase);
    const auto first = kept.bytes();
    vault.save();
    const auto second = kept.bytes();
    CHECK(first.substr(0, 56) == second.substr(0, 56));
    CHECK(first.substr(56, 24) != second.substr(56, 24));
    CHECK(read_whole(kept.previous) == first);
    CHECK(vault.checksum() == archive::look_at_vault(kept.file).checksum);
}

TEST_CASE("whatever is wrong with a vault's file is said clearly, with the way back") {
    const Kept kept;
    const auto whole = kept.bytes();
    const auto says = [&](const std::string& words) {
        const auto error = error_when_opened(kept.file);
        INFO(error);
        CHECK_THAT(error, Catch::Contains(words));
        CHECK_THAT(error, Catch::Contains(kept.file.string()));
        CHECK_THAT(error, Catch::Contains("vault restore"));
        CHECK(archive::look_at_vault(kept.file).fault.empty() == !fs::exists(kept.file));
    };
    SECTION("empty") {
        kept.put("");
        says("it is empty");
    }
    SECTION("cut short anywhere") {
        for (const std::size_t size : {std::size_t{1}, std::size_t{16}, std::size_t{87}, std::size_t{88},
                                       std::size_t{2000}, whole.size() - 33, whole.size() - 1}) {
            kept.put(whole.substr(0, size));
            says("cut short");
        }
    }
    SECTION("something else") {
        kept.put("PNG and so on, as long as you like");
        says("no vault of counterclip");
    }
    SECTION("longer") {
        kept.put(whole + "x");
        says("damaged");
    }
    SECTION("damaged inside") {
        kept.put(flipped(whole, 300));
        says("its checksum does not fit");
    }
    SECTION("of a newer program") {
        kept.put(with_checksum(whole).replace(16, 1, "\x02"));
        says("format 2");
    }
    SECTION("gone") {
        fs::remove(kept.file);
        says("it is gone");
    }
}

TEST_CASE("a vault that is not there is told from one that is gone") {
    const test::TemporaryFolder folder;
    const auto error = error_when_opened(Vault::file_in(folder.path()));
    CHECK_THAT(error, Catch::Contains("vault init") && !Catch::Contains("restore"));
    CHECK_FALSE(archive::look_at_vault(Vault::file_in(folder.path())).there);
}

TEST_CASE("a wrong passphrase is told from damage, and changes nothing") {
    const Kept kept;
    const auto before = kept.bytes();
    const auto previous = read_whole(kept.previous);
    for (const auto* wrong : {"Correct horse battery staple", "correct horse battery staple ", "x"})
        CHECK_THAT(error_when_opened(kept.file, wrong), Catch::Contains("the passphrase is wrong"));
    CHECK_THAT(error_when_opened(kept.file, ""), Catch::Contains("passphrase is empty"));
    CHECK_THAT(error_of([&] { Vault::restore_previous(kept.file, "x"); }), Catch::Contains("the passphrase is wrong"));
    CHECK(kept.bytes() == before);
    CHECK(read_whole(kept.previous) == previous);
}

TEST_CASE("every byte of a vault that is changed is found, also by whoever makes the checksum fit") {
    const Kept kept;
    const auto whole = kept.bytes();
    std::size_t unseen = 0;
    for (std::size_t at = 0; at < whole.size(); ++at) {
        const auto damaged = flipped(whole, at);
        if (archive::fault_in_vault(damaged).empty()) ++unseen;
        const auto forged = with_checksum(damaged);
        if (at < whole.size() - 32 && archive::fault_in_vault(forged).empty() &&
            archive::unseal_vault(forged, vault_passphrase))
            ++unseen;
    }
    CHECK(unseen == 0);
}

TEST_CASE("a hostile header cannot ask for the machine's memory or time") {
    const Kept kept;
    const auto whole = kept.bytes();
    const auto put_number = [&](std::size_t at, std::uint64_t value) {
        auto file = whole;
        for (std::size_t i = 0; i < 8; ++i) file[at + i] = static_cast<char>(value >> 8 * i);
        kept.put(with_checksum(file));
    };
    for (const auto& [at, value] : {std::pair<std::size_t, std::uint64_t>{32, std::uint64_t{100} << 30},
                                    {32, ~std::uint64_t{0}},
                                    {32, 0},
                                    {24, 1000000},
                                    {24, ~std::uint64_t{0}},
                                    {24, 0}}) {
        put_number(at, value);
        CHECK_THAT(error_when_opened(kept.file), Catch::Contains("no vault of counterclip needs"));
    }
    for (const std::uint64_t length : {std::uint64_t{0}, ~std::uint64_t{0}, std::uint64_t{1} << 40}) {
        put_number(80, length);
        CHECK(error_when_opened(kept.file) != "no error");
    }
}

TEST_CASE("two that change a vault at once: the second is refused and the first is kept") {
    const Kept kept;
    auto one = Vault::open(kept.file, vault_passphrase);
    auto other = Vault::open(kept.file, vault_passphrase);
    one.set("A-2", layla());
    one.save();
    other.set("A-3", layla());
    CHECK_THAT(error_of([&] { other.save(); }), Catch::Contains("changed it meanwhile"));
    CHECK_THAT(error_of([&] { other.change_passphrase("new"); }), Catch::Contains("changed it meanwhile"));
    const auto now = Vault::open(kept.file, vault_passphrase);
    CHECK(now.identities().size() == 2);
    CHECK(now.identities().contains("A-2"));
}

TEST_CASE("a changed passphrase opens, the old one no longer, and nothing is left that it opens") {
    const Kept kept;
    auto vault = Vault::open(kept.file, vault_passphrase);
    const auto salt = kept.bytes().substr(40, 16);
    vault.change_passphrase("another one");
    CHECK_FALSE(fs::exists(kept.previous));
    CHECK(kept.bytes().substr(40, 16) != salt);
    CHECK(archive::look_at_vault(kept.file).costs_enough);
    CHECK_THAT(error_when_opened(kept.file), Catch::Contains("the passphrase is wrong"));
    CHECK(Vault::open(kept.file, "another one").identities().at("A-1").terms == layla().terms);
    vault.set("A-2", layla());
    vault.save();
    CHECK(Vault::open(kept.file, "another one").identities().size() == 2);
}

TEST_CASE("the generation before can be brought back, and that can be taken back") {
    const Kept kept;
    auto vault = Vault::open(kept.file, vault_passphrase);
    vault.set("A-2", layla());
    vault.save();
    CHECK(Vault::restore_previous(kept.file, vault_passphrase).identities().size() == 1);
    CHECK(Vault::restore_previous(kept.file, vault_passphrase).identities().size() == 2);
    CHECK(mode_of(kept.file) == 0600);

    kept.put("damaged");
    CHECK(Vault::restore_previous(kept.file, vault_passphrase).identities().size() == 1);
    CHECK_THAT(error_of([&] { Vault::restore_previous(kept.file, vault_passphrase); }), Catch::Contains("no vault"));
    fs::remove(kept.file);
    fs::remove(kept.previous);
    CHECK_THAT(error_of([&] { Vault::restore_previous(kept.file, vault_passphrase); }),
               Catch::Contains("there is none"));
}

TEST_CASE("what is forgotten is in no generation any more") {
    const Kept kept;
    auto vault = Vault::open(kept.file, vault_passphrase);
    vault.forget("A-1");
    vault.forget("A-9");
    vault.save();
    vault.save_without_previous();
    CHECK_FALSE(fs::exists(kept.previous));
    CHECK(Vault::open(kept.file, vault_passphrase).identities().empty());
}

TEST_CASE("what could not be written or found is refused without saying what it was") {
    const Kept kept;
    auto vault = Vault::open(kept.file, vault_passphrase);
    for (const std::string bad : {"Zyxwv\xff\xfe", "", "  "}) {
        const auto error = error_of([&] { vault.set("A-1", {{{bad, archive::TermKind::name}}, "", ""}); });
        CHECK_THAT(error, Catch::Contains("A-1") && !Catch::Contains("Zyxwv"));
    }
    CHECK_THAT(error_of([&] { vault.set("A-1", {{}, "\xff", ""}); }), Catch::Contains("UTF-8"));
    CHECK(vault.identities().at("A-1").terms == layla().terms);
}

TEST_CASE("a vault that others may read is seen") {
    const Kept kept;
    CHECK(archive::look_at_vault(kept.file).private_mode);
    fs::permissions(kept.file, fs::perms::group_read, fs::perm_options::add);
    CHECK_FALSE(archive::look_at_vault(kept.file).private_mode);
    auto vault = Vault::open(kept.file, vault_passphrase);
    vault.save();
    CHECK(archive::look_at_vault(kept.file).private_mode);
    CHECK_FALSE(archive::look_at_vault(kept.file).costs_enough);
}

TEST_CASE("whoever is told before a vault changes can stop it, and finds the checksum that it then has") {
    const Kept kept;
    auto vault = Vault::open(kept.file, vault_passphrase);
    const auto before = read_whole(kept.file);
    const auto stop = [](const std::string&) { throw Error("log", "the disk is full"); };
    vault.set("A-2", layla());
    const auto previous = fs::exists(kept.previous) ? read_whole(kept.previous) : "";
    CHECK_THROWS(vault.save(stop));
    CHECK_THROWS(vault.save_without_previous(stop));
    CHECK_THROWS(vault.change_passphrase("another passphrase", stop));
    CHECK_THROWS(Vault::restore_previous(kept.file, vault_passphrase, stop));
    CHECK(read_whole(kept.file) == before);
    CHECK((fs::exists(kept.previous) ? read_whole(kept.previous) : "") == previous);
    for (const auto& entry : fs::directory_iterator(kept.file.parent_path()))
        CHECK_FALSE(entry.path().filename().string().starts_with(staging_prefix));

    std::string told;
    vault.save([&](const std::string& checksum) {
        told = checksum;
        CHECK(read_whole(kept.file) == before);
    });
    CHECK(told == archive::look_at_vault(kept.file).checksum);
    CHECK(told == vault.checksum());
}

TEST_CASE("a vault knows whether the generation before may hold somebody") {
    const Kept kept;
    auto vault = Vault::open(kept.file, vault_passphrase);
    vault.set("A-1", layla());
    vault.save_without_previous();
    CHECK_FALSE(vault.previous_may_hold("A-1"));
    vault.forget("A-1");
    vault.save();
    CHECK(vault.previous_may_hold("A-1"));
    CHECK_FALSE(vault.previous_may_hold("A-7"));
    write_whole(kept.previous, "damaged", 0600);
    CHECK(vault.previous_may_hold("A-7"));
}

TEST_CASE("a vault that is a symbolic link is refused, and what it points to stays") {
    const Kept kept;
    const auto elsewhere = kept.file.string() + ".elsewhere";
    fs::rename(kept.file, elsewhere);
    fs::create_symlink(elsewhere, kept.file);
    const auto before = read_whole(elsewhere);
    CHECK_THAT(error_of([&] { Vault::open(kept.file, vault_passphrase); }), Catch::Contains("symbolic link"));
    CHECK_THAT(archive::look_at_vault(kept.file).fault, Catch::Contains("symbolic link"));
    CHECK(read_whole(elsewhere) == before);
}
