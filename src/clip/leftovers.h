// Every place of a clip where a protected term stands or is said, or something like one: what the gate judges and an
// auditor looks through.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "archive/archive.h"
#include "archive/vault.h"
#include "captions/names.h"
#include "consent/gate.h"
#include "core/time.h"

namespace counterclip::clip {

struct Leftover {
    std::string place;  // "the title", "the caption at 0:00:12.000", "recording 1 of BTIB-0042"; masked
    archive::TermKind kind = archive::TermKind::name;
    captions::Likeness likeness = captions::Likeness::exact;
    std::string text;  // as it stands there: never for a report
    std::string term;  // that it is, or is like: never for a report
    bool of_destination = false;
    // Of a word that is said and goes out: when, on the recording's clock.
    std::optional<Range> said{};
    std::string interview{};
    std::int64_t recording = 0;
};

// Written: in all that leaves with the clip, captions as they leave included. Said: in cues whose sound goes out; of a
// name that is spread over several cues, each of those that goes out, whatever happens to the others. What
// only an earlier revision of a transcript says is near, and so is a term in a cue without times of words in which at
// least as many redactions lie as terms: an auditor has to listen.
std::vector<Leftover> leftovers(const archive::Archive& archive, const archive::Clip& clip, const archive::Vault& vault,
                                const std::optional<consent::DestinationFacts>& destination = std::nullopt);

// Sound of each part of the clip that goes out and no transcript covers, all of it where it is dubbed; in the order of
// the parts.
std::vector<Time> unheard_of_parts(const archive::Archive& archive, const archive::Clip& clip);

// "a protected name in the title", "like a protected name: in the title".
std::string in_words(const Leftover& leftover);

}  // namespace counterclip::clip
