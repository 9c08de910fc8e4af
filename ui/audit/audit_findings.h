// What speaks against a clip, as an auditor goes through it: what blocks first, then what is to be known, then the
// sentences of the verification; each in their words (ui/words), with the frame to jump to, where it names one, and
// the room where it is mended.
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
    std::optional<Time> at{};  // on the clip's clock
    QString in_words() const;  // a line; the engine's own sentence where there is no other
    QString room() const;      // another one, where it is mended, for Desk::asked_for(); empty: in none
    // Asked for with the approval itself: that all of it was heard, that what is like a name was looked at.
    bool is_settled_by_approving() const;
    bool stops() const;  // no decision settles it
};

// What `clip check --json` answers.
std::vector<consent::Finding> findings_in(const QJsonDocument& answer);

std::vector<AuditFinding> findings_with_places(const std::vector<consent::Finding>& findings, const ClipAudit& audit);

// Ids are 1, 2 ... in the order given.
std::vector<Line> as_lines(const std::vector<AuditFinding>& findings);

}  // namespace counterclip::ui
