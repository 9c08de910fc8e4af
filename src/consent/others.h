// People besides the subject who were there, and may be heard. Inside the consent room only.
#pragma once

#include <string>
#include <vector>

#include "consent/case.h"

namespace counterclip::consent {

struct Unasked {
    std::string role{};
    std::string why{};     // "no consent is on record"
    bool refused = false;  // what is on record is a no
};

// Who of an interview is heard in the clip as they spoke, or may be, without a consent of their own that allows it:
// everybody noted as present, and everybody who has a consent on record. Empty where the clip lets no voice be known.
std::vector<Unasked> heard_unasked(const Case& c, const Source& source);

}  // namespace counterclip::consent
