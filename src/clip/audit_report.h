// The audit report of a clip: what was asked for beside what was done, the proof, the pictures, the history.
//
// Two editions. The ordinary one may be printed and carried: it shows pictures of the finished file only, and only
// while verification, consent and file agree that nothing to hide is in them; its texts go through `safe_text`. The
// archive's edition also shows the originals and every text as it is: it must not leave the archive.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "archive/archive.h"
#include "archive/vault.h"
#include "clip/audit_page.h"
#include "consent/gate.h"
#include "core/progress.h"

namespace counterclip::clip {

struct ReportRequest {
    std::string clip;
    std::string by;  // who asks
    bool archive_edition = false;
    consent::GateFacts facts;               // of the clip as it is now, from gather_facts()
    const archive::Vault* vault = nullptr;  // as for make_plan()
    // A text that people wrote as this edition may show it (names masked, or withheld where they could not be looked
    // for). Must be set.
    std::function<std::string(const std::string&)> safe_text;
};

// Why the ordinary edition shows no pictures; empty: it may.
std::string reason_to_withhold_pictures(const consent::GateFacts& facts);

// Throws Error when there is no such clip, or the render cannot be read. Reads the file once.
AuditPage audit_report(const archive::Archive& archive, const ReportRequest& request, Progress& progress);

}  // namespace counterclip::clip
