// Gathers from the archive what the gate judges.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "archive/archive.h"
#include "archive/vault.h"
#include "consent/gate.h"
#include "core/progress.h"

namespace counterclip::clip {

// Whether `signature` is `public_key`'s over `text`: release::verify, handed in because signing lies in a room above.
using SignatureCheck =
    std::function<bool(std::string_view text, std::string_view signature, std::string_view public_key)>;

// What the archive does not hold, or not open.
struct Outside {
    SignatureCheck signed_by;                                // must be set
    const archive::Vault* vault = nullptr;                   // null: not opened; see archive/vault.h
    std::optional<consent::DestinationFacts> destination{};  // of the release that is to be made
    bool hash_files =
        true;  // false: originals and the render's file count as unchanged; for lists, never for a decision
};

// Facts of the clip as it is now, with its latest render and that render's latest decision. Hashes the originals and
// the render's file (P9): Progress counts bytes.
consent::GateFacts gather_facts(const archive::Archive& archive, const std::string& clip, const Outside& outside,
                                Progress& progress);

// The gate's findings as JSON, in one canonical form: what an approval signs the SHA-256 of.
std::string to_json(const std::vector<consent::Finding>& findings);

}  // namespace counterclip::clip
