// The archive's vault at the command line: opened at most once a process, and never by itself written.
#pragma once

#include <functional>
#include <string>

#include "archive/archive.h"
#include "archive/vault.h"
#include "cli/context.h"
#include "cli/output.h"

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

// A change of the vault and its event: `change` saves, and hands on what it is given, so that the event, with the
// vault's new checksum among its details, is written before the file changes and committed after. Where only that last
// step fails, the Error says that the vault IS changed, and `next`: how to have the log say so.
void log_vault_change(archive::Archive& archive, const std::string& verb, const std::string& object, Json details,
                      const std::string& by, const std::function<void(const archive::BeforeChange&)>& change,
                      const std::string& next = "`counterclip vault check` has the log say so");

// Of the vault that the log last tells of; empty when it tells of none.
std::string logged_vault_checksum(const archive::Archive& archive);
// Whether the vault is the one that the log last tells of; also where the log tells of none.
bool is_in_the_log(const archive::Vault& vault, const archive::Archive& archive);

}  // namespace counterclip::cli
