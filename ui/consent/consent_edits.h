// The edits of this room, as verbs. A consent is never taken back by undoing: it is a new revision, or a withdrawal.
#pragma once

#include <optional>

#include "archive/records.h"
#include "consent/terms.h"
#include "ui/work/edits.h"

namespace counterclip::ui {

struct NewEvidence {
    QString method;     // the command line's word; empty = not said yet
    int recording = 0;  // verbal: its position within the interview
    std::optional<Range> range{};
    QStringList witnesses{};
    QString document{};  // a file
};

struct NewRevision {
    QString interview;
    QString person;
    std::optional<consent::Use> purpose{};  // the terms are this purpose's own
    bool like_all = false;                  // the purpose has none of its own any more
    consent::Terms terms{};
    std::vector<consent::Preference> preferences{};
    NewEvidence evidence{};
    QString reason{};
};

// Names the terms that differ from `before`; all of them where there is none that counts.
Edit set_consent(const NewRevision& next, const std::optional<consent::Revision>& before);
Edit withdraw_consent(const QString& interview, const QString& person, const QString& reason);

Edit add_interview(const archive::Interview& interview);
// Names what differs; the way back names it as it was.
Edit change_interview(const archive::Interview& before, const archive::Interview& now);

}  // namespace counterclip::ui
