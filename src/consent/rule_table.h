// The rules of the gate as one table. Inside the consent room; others read rules() in gate.h.
#pragma once

#include <span>

#include "consent/findings.h"
#include "consent/gate.h"

namespace counterclip::consent {

struct Rule {
    const char* code;
    Stage from;  // the first stage that demands it
    Severity severity;
    const char* demands;
    const char* why;
    Objections (*objections)(const Case&);  // one for each thing that breaks the rule
};

std::span<const Rule> rule_table();

}  // namespace counterclip::consent
