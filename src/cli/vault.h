// The archive's vault at the command line: opened at most once a process, and never by itself written.
#pragma once

#include <string>

#include "archive/archive.h"
#include "archive/vault.h"
#include "cli/context.h"

namespace counterclip::cli {

// Whether the person at the terminal may be asked for the vault's passphrase.
enum class Asking { no, yes };

// To look for protected terms in it. Null when there is no vault, or no passphrase: at the terminal one may leave it
// empty. Null with a warning when it is not the vault that the log last tells of. Error when a passphrase is given and
// the vault does not open.
const archive::Vault* vault_to_search(const archive::Archive& archive, const Context& context, Asking asking);

// To read or change it. Error saying how to give the passphrase when no source has it.
archive::Vault& open_vault(const archive::Archive& archive, const Context& context);

// At the door: refuses a code for a new interview, clip, operator or destination (`what`) that holds a protected term,
// where the vault can be opened without asking. The Error says the kind of term, not the code.
void require_no_terms_in(const std::string& what, const std::string& code, const archive::Archive& archive,
                         const Context& context);

// At the door: texts of a clip that people typed, with substitutes in the place of protected terms (clip/wording.h) and
// a remark for each, where the vault can be opened without asking. Else the gate finds them.
void substitute_typed(archive::Clip& clip, const archive::Archive& archive, const Context& context);

// The last door: an error repeats what was typed, but no protected term where the vault is open or the environment
// opens it. Where it does not, what was typed is repeated to whoever typed it.
std::string without_protected_terms(const std::string& message, const Context& context);

}  // namespace counterclip::cli
