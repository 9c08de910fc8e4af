// The facts laid out for the rules: every interview the clip draws from, with its consent as far as it can be trusted.
// Inside the consent room only.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "consent/gate.h"

namespace counterclip::consent {

// One interview the clip draws from. An interview that only a part names, of which nothing else is known, is a source
// without consent, recordings or pseudonym, so that every rule sees the worst.
struct Source {
    InterviewFacts facts;      // facts.subject only when it is really this interview's subject's
    Requirements requires_;    // of the consent for the clip's purpose, and of somebody under age
    bool has_picture = false;  // a part of it shows picture
    bool has_sound = false;    // a part of it is heard

    // The consent that stands: on record and not withdrawn.
    const Revision* standing() const;
};

struct Case {
    const GateFacts& facts;
    std::vector<Source> sources;

    // The verification, when it is of the very file that the render recorded.
    const VerificationFacts* verification() const;
    // The source a part comes from; every part has one.
    const Source& source_of(const PartFacts& part) const;
    // What the subject's standing consent says of the clip's purpose; null where there is none.
    const Terms* terms_of(const Source& source) const;
};

Case lay_out(const GateFacts& facts);

// The latest revision of every source, 0 where there is none: what a render and an approval must have pinned.
std::map<std::string, std::int64_t> current_revisions(const Case& c);

// "Amina" and "amina" may be one person; taking them for two would let an editor approve.
bool same_operator(std::string_view a, std::string_view b);

}  // namespace counterclip::consent
