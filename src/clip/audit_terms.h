// What each person asked for beside what the clip does about it, row by row, judged by the gate's own findings.
// For the audit report.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "archive/archive.h"
#include "clip/audit_page.h"
#include "consent/gate.h"

namespace counterclip::clip {

using SafeText = std::function<std::string(const std::string&)>;

// A section for each interview. `findings`: the gate's, of the stage the report is about.
std::vector<AuditSection> terms_and_treatments(const archive::Archive& archive, const consent::GateFacts& facts,
                                               const archive::Clip& clip, const std::vector<consent::Finding>& findings,
                                               const SafeText& safe_text);

}  // namespace counterclip::clip
