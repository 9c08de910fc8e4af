// The bytes of a vault's file and their encryption; vault.h says what for. Inside the archive room only.
//
//   0   16  "counterclipvault"
//   16   4  version of the format, 1
//   20   4  how the key is derived: 2 = Argon2id 1.3 (libsodium's number)
//   24   8  Argon2id's passes
//   32   8  Argon2id's memory, bytes
//   40  16  salt
//   56  24  nonce, new with every save
//   80   8  n
//   88   n  XChaCha20-Poly1305 of the contents, its tag last; the 88 bytes before it are authenticated with them
//   ..  32  BLAKE2b-256 of everything before: tells damage from a wrong passphrase. It proves nothing against somebody
//           who writes it anew; the tag does.
//
// Numbers are little-endian. Contents are JSON, filled up with blanks to whole 4 KiB, so that the size of the file does
// not tell how many people are in it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/secret.h"

namespace counterclip::archive {

// What Argon2id is made to cost.
struct VaultCost {
    std::uint64_t passes = 0;
    std::uint64_t memory = 0;  // bytes
    friend bool operator==(const VaultCost&, const VaultCost&) = default;
};
// What every new key costs: libsodium's MODERATE. Tests that need many vaults seal them at less (seal_vault) and let
// Vault::open() read them; nothing else can choose.
VaultCost usual_vault_cost();

struct VaultKey {
    VaultCost cost;
    std::array<unsigned char, 16> salt{};
    Secret<32> key;
};
// With a new salt. Error when the machine lacks the memory.
VaultKey make_vault_key(std::string_view passphrase, const VaultCost& cost);

// The whole file.
std::string seal_vault(const VaultKey& key, std::string_view contents);

// What is wrong with a vault's file as far as it can be told without the passphrase; "" = nothing. Nothing that a file
// says of itself costs more memory or time than this program's own vaults.
std::string fault_in_vault(std::string_view file);
// Where fault_in_vault() finds nothing.
VaultCost vault_cost_of(std::string_view file);
std::string vault_checksum(std::string_view file);  // hex

struct OpenedVault {
    VaultKey key;
    SecretText contents;
};
// Where fault_in_vault() finds nothing. Nothing when the passphrase is wrong, or somebody changed the file who could
// make the checksum fit. Error when the machine lacks the memory.
std::optional<OpenedVault> unseal_vault(std::string_view file, std::string_view passphrase);
// The contents, where the key is that of the file; quick, as nothing is derived.
std::optional<SecretText> unseal_vault(std::string_view file, const VaultKey& key);

}  // namespace counterclip::archive
