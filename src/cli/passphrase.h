// Where passphrases come from. Never from the command line, which others on the machine can read, and without an
// agent: each process asks anew.
//
//   1. a file descriptor    --passphrase-fd N (the operator's key), --vault-passphrase-fd N: its next line
//   2. the environment      COUNTERCLIP_PASSPHRASE, COUNTERCLIP_VAULT_PASSPHRASE
//   3. the terminal         asked without showing it; twice when it is new
//
// A new one in the place of an old one comes from --new-passphrase-fd or COUNTERCLIP_NEW_PASSPHRASE, so that both can
// be given. One descriptor may give an old one and a new one, a line each; not the key's and the vault's, because
// which of them is asked for first is nobody's to know.
#pragma once

#include <optional>
#include <string>

#include "core/secret.h"

namespace counterclip::cli {

struct PassphraseSource {
    std::string of;                 // "the key of 'amina'", "the vault"
    std::optional<int> descriptor;  // and the option that named it
    std::string option;
    std::string variable;
    std::string instead{};  // another way, for messages: "--no-passphrase to ..."
};

// Nothing when no source has one; an empty line, an empty variable is none either. Error when the descriptor cannot be
// read.
std::optional<SecretText> given_passphrase(const PassphraseSource& source);
// As above, else asks at the terminal if somebody is there; what they leave empty is none.
std::optional<SecretText> passphrase_from(const PassphraseSource& source);
// One that is new: asked twice. Error(usage) when they differ or when no source has one, saying which there are.
SecretText new_passphrase_from(const PassphraseSource& source);

// "run it on a terminal, or give --vault-passphrase-fd N or COUNTERCLIP_VAULT_PASSPHRASE"
std::string how_to_give(const PassphraseSource& source);

}  // namespace counterclip::cli
