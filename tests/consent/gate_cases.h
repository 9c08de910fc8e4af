// A clip that may be released, and every way in which it may not.
#pragma once

#include <vector>

#include "consent/gate.h"

namespace counterclip::consent::test {

// A public clip of two parts of interview BTIB-0042, whose subject asked for everything to be hidden; edited by karim,
// rendered, verified and approved by noor. No rule has anything to say about it.
GateFacts releasable();

struct GateCase {
    const char* code;
    const char* when;            // reads after "blocks when"
    void (*change)(GateFacts&);  // made to releasable()
    Stage stage;                 // where it is judged
    const char* along = "";      // the code of a rule that warns of the same
};

// Each breaks exactly the rule it names.
const std::vector<GateCase>& blocking_cases();
// Each comes close to breaking the rule it names, and does not.
const std::vector<GateCase>& passing_cases();

}  // namespace counterclip::consent::test
