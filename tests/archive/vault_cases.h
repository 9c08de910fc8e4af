// Vaults for tests. Guessing at a passphrase is made dear on purpose: half a second and 256 MiB each time it is used.
// Tests that open many vaults seal theirs at the least that libsodium allows; whatever opens a vault goes by its
// header, and nothing but the archive room's own vault_file.h can choose.
#pragma once

#include <filesystem>
#include <string_view>

#include "archive/vault.h"
#include "archive/vault_file.h"
#include "core/staged_file.h"

namespace counterclip::test {

inline constexpr std::string_view vault_passphrase = "correct horse battery staple";
inline constexpr archive::VaultCost least_cost{1, 8192};

// An empty one.
inline archive::Vault make_quick_vault(const std::filesystem::path& file,
                                       std::string_view passphrase = vault_passphrase) {
    const auto key = archive::make_vault_key(passphrase, least_cost);
    write_whole(file, archive::seal_vault(key, R"({"identities": {}})"), 0600);
    return archive::Vault::open(file, passphrase);
}

inline archive::Identity layla() {
    return {{{"Qamarunnisa Zyxwv", archive::TermKind::name},
             {"أم قمرالنساء", archive::TermKind::alias},
             {"Tell Qortubeh", archive::TermKind::place}},
            "+963 000 555 0199",
            "calls on Fridays only"};
}

}  // namespace counterclip::test
