// The vault: the one place that knows who somebody is. ARCHIVE/identities.vault, one encrypted file.
//
//   key        Argon2id of the passphrase (libsodium's MODERATE limits, salt and limits in the header)
//   contents   XChaCha20-Poly1305 of JSON; the header is authenticated with it. docs/formats.md has the bytes.
//
// What it holds is never in the catalog, the log, a file name, an error or a report. A save replaces the file whole
// (core/staged_file.h) and keeps the one before as identities.vault.previous. Nothing of it is written to disk
// unencrypted; the key and the passphrase are wiped from memory when done with.
//
// Errors name the file and never hold what is inside: "open the vault DIR/identities.vault: the passphrase is wrong".
// They say so when the generation before lies beside it. A vault is used by one thread at a time; two processes that
// change one at once: the second to save is Error(failed) and has to begin again (what it read is no longer what lies
// there).
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace counterclip::archive {

enum class TermKind { name, alias, place, other };
std::string to_string(TermKind);            // "name" "alias" "place" "other"
TermKind term_kind_from(std::string_view);  // Error(usage) listing the words

// What must not be read, heard or written anywhere.
struct ProtectedTerm {
    std::string text;
    TermKind kind = TermKind::name;
    std::string substitute{};  // what clips say in its place; empty = the pseudonym, or "[place]" (clip/wording.h)
    friend bool operator==(const ProtectedTerm&, const ProtectedTerm&) = default;
};

struct Identity {
    std::vector<ProtectedTerm> terms;  // every spelling in use, real names first
    std::string contact;               // how to reach them with questions of consent
    std::string note;
};

// Called once before a vault's file changes, when all that can fail for want of room is done: with the checksum that
// the file is going to have, under the vault's lock. When it throws, nothing changes. Nothing of a change but renames
// comes after it.
using BeforeChange = std::function<void(const std::string& checksum)>;

class Vault {
  public:
    static std::filesystem::path file_in(const std::filesystem::path& archive_folder);
    static std::filesystem::path previous_of(const std::filesystem::path& file);
    // An empty vault, written at once. Error when there is one; an empty passphrase is Error(usage).
    static Vault create(const std::filesystem::path& file, std::string_view passphrase,
                        const BeforeChange& before = {});
    static Vault open(const std::filesystem::path& file, std::string_view passphrase);
    // Has the two generations change places, once the one before was opened with this passphrase, and gives that one.
    // Doing it again takes it back, as far as what lay there can be opened.
    static Vault restore_previous(const std::filesystem::path& file, std::string_view passphrase,
                                  const BeforeChange& before = {});
    ~Vault();
    Vault(Vault&&) noexcept;
    Vault& operator=(Vault&&) noexcept;

    // By interview code.
    const std::map<std::string, Identity>& identities() const noexcept;
    // The protected terms of everyone, or of one interview.
    std::vector<ProtectedTerm> terms() const;
    std::vector<ProtectedTerm> terms(const std::string& interview) const;

    // Of the file as this Vault last read or wrote it: hex, says nothing of what is inside. Events carry it, so that a
    // vault somebody put in its place is seen.
    std::string checksum() const;

    // Changes are in memory until save(). A text that is no UTF-8 or an empty
    // term is Error(usage), which does not say what it was.
    void set(const std::string& interview, Identity identity);
    void forget(const std::string& interview);
    void save(const BeforeChange& before = {});
    // Saves and leaves no previous generation, so that what was forgotten is gone from the disk too. That is destroyed
    // first: whoever is killed in between finds the vault as it was, and does it again.
    void save_without_previous(const BeforeChange& before = {});
    // The same under a new passphrase with a new salt.
    void change_passphrase(std::string_view passphrase, const BeforeChange& before = {});
    // Whether the previous generation holds something of them. Also true of one that cannot be opened as this vault
    // was: nobody can tell.
    bool previous_may_hold(const std::string& interview) const;

  private:
    struct State;
    explicit Vault(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

// What can be told of a vault's file without its passphrase.
struct VaultLook {
    bool there = false;
    bool previous_there = false;
    std::string fault{};        // "it is damaged: ..."; empty = none
    bool private_mode = false;  // nobody but its owner can read it, nor the generation before
    bool costs_enough = false;  // to guess at: as much as a new one
    std::string checksum{};     // as Vault::checksum(); empty where there is a fault
};
VaultLook look_at_vault(const std::filesystem::path& file);

}  // namespace counterclip::archive
