// What the audit room changes: decisions, which cannot be taken back.
#pragma once

#include "ui/work/edits.h"

namespace counterclip::ui {

// Of that render and no other: refused when a newer one was made.
Edit approve_render(const QString& clip, qint64 render, const QString& reason, bool listened, bool looked_at_names);
Edit refuse_render(const QString& clip, qint64 render, const QString& reason);
// What a clip's gate says, with every file hashed.
Ask check_for_approval(const QString& clip);
Ask report_on(const QString& clip);

}  // namespace counterclip::ui
