// How rules go through a case: one objection for each interview, or each part, that breaks them. Inside the room only.
#pragma once

#include <fmt/format.h>

#include "consent/findings.h"

namespace counterclip::consent {

// `tell(code of the interview)`.
template <class Breaks, class Tell>
Objections of_sources(const Case& c, Breaks breaks, Tell tell) {
    Objections objections;
    for (const Source& s : c.sources)
        if (breaks(s)) objections.push_back(tell(s.facts.code));
    return objections;
}

inline std::string name_of(const Case& c, std::size_t n) {
    const PartFacts& part = c.facts.parts[n];
    return fmt::format("clip {}, part {} ({}, {} to {})", c.facts.clip, n + 1, part.interview,
                       format_time(part.range.in), format_time(part.range.out));
}

// `breaks(part, source)`; `tell(name of the part, code of its interview)`.
template <class Breaks, class Tell>
Objections of_parts(const Case& c, Breaks breaks, Tell tell) {
    Objections objections;
    for (std::size_t n = 0; n < c.facts.parts.size(); ++n) {
        const PartFacts& part = c.facts.parts[n];
        if (!breaks(part, c.source_of(part))) continue;
        objections.push_back(tell(name_of(c, n), part.interview));
    }
    return objections;
}

}  // namespace counterclip::consent
