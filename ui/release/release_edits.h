// The edits of this room, as verbs. What went out cannot be undone: noting it has no way back.
#pragma once

#include <optional>

#include "archive/ledger_records.h"
#include "ui/work/edits.h"

namespace counterclip::ui {

Edit add_destination(const archive::Destination& destination);
// Names what differs; the way back names it as it was.
Edit change_destination(const archive::Destination& before, const archive::Destination& now);
Edit close_destination(const QString& code);

Edit note_published(std::int64_t release, const QString& address, std::optional<qint64> reach);
Edit note_reach(std::int64_t place, qint64 reach);
// `id` as the ledger names them: "P3" a place, "2" a release.
Edit note_taken_down(const QString& id, const QString& note);

// The long works, as jobs.
Ask release_to(const QString& clip, const QString& destination, const QString& folder);
// `key`: the public key of who signed it; empty: by the key in the package alone.
Ask check_package(const QString& clip, const QString& folder, const QString& key);

}  // namespace counterclip::ui
