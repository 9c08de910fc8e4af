// What speaks against a clip, as an auditor goes through it: what blocks first, then what is to be known, then the
// sentences of the verification; each with the frame to jump to, where it names one.
#pragma once

#include <optional>
#include <vector>

#include <QJsonDocument>

#include "consent/gate.h"
#include "ui/audit/clip_audit.h"
#include "ui/lines/line_list.h"

namespace counterclip::ui {

struct AuditFinding {
    QString code{};  // empty: a sentence of the verification
    bool blocks = false;
    QString what;
    QString mend{};
    std::optional<Time> at{};  // on the clip's clock
};

// What `clip check --json` answers.
std::vector<consent::Finding> findings_in(const QJsonDocument& answer);

std::vector<AuditFinding> findings_with_places(const std::vector<consent::Finding>& findings, const ClipAudit& audit);

// Ids are 1, 2 ... in the order given.
std::vector<Line> as_lines(const std::vector<AuditFinding>& findings);

}  // namespace counterclip::ui
