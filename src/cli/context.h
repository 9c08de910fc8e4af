// What every verb is given: which archive, in whose name, how to answer, and the progress of long work.
#pragma once

#include <optional>
#include <string>

#include "archive/archive.h"
#include "archive/vault.h"
#include "cli/passphrase.h"
#include "core/progress.h"

namespace counterclip::cli {

// Options that every verb takes. Empty archive and operator: the environment's COUNTERCLIP_ARCHIVE,
// COUNTERCLIP_OPERATOR.
struct Globals {
    std::string archive;
    std::string by;
    bool json = false;
    bool quiet = false;
    std::string progress = "bar";
    std::optional<int> passphrase_fd{};
    std::optional<int> vault_passphrase_fd{};
};

// The vault, once it was opened; see vault.h.
struct VaultSlot {
    std::optional<archive::Vault> vault{};
    bool tried = false;
};

class Context {
  public:
    Context(const Globals& globals, Progress& progress) : globals_(globals), progress_(progress) {}

    bool json() const noexcept { return globals_.json; }
    bool quiet() const noexcept { return globals_.quiet; }
    Progress& progress() const noexcept { return progress_; }

    // The folder named, empty when none is.
    std::string archive_folder() const;
    // Throws Error(usage) saying how to name one when none is named.
    archive::Archive open() const;
    // The operator named; Error(usage) when none is.
    std::string by() const;
    // As above, empty when none is.
    std::string by_if_named() const;

    // Where the passphrases come from: of the key of an operator, of the vault. See passphrase.h.
    PassphraseSource key_passphrase(const std::string& code) const;
    PassphraseSource vault_passphrase() const;
    VaultSlot& vault_slot() const noexcept { return vault_; }

    // A remark for people on stderr: "counterclip: ..."; nothing with --quiet.
    void remark(const std::string& text) const;
    // What nobody may miss: with --quiet too.
    void warn(const std::string& text) const;

  private:
    const Globals& globals_;
    Progress& progress_;
    mutable VaultSlot vault_;
};

// Asked before long work; the archive asks again with every change. Throws Error when the operator is unknown,
// Error(refused) when they have neither the role nor admin's. An empty role: any operator.
void require_role(const archive::Archive& archive, const std::string& by, const std::string& role);

}  // namespace counterclip::cli
