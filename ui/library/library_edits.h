// What the library changes, as verbs.
#pragma once

#include "ui/work/edits.h"

namespace counterclip::ui {

// Described later, in Consent. Pictures and sound may be imported into it.
Edit new_interview(const QString& code);
Ask import_file(const QString& interview, const QString& file);
Ask search_words(const QString& text, const QString& language, const QString& tag);

}  // namespace counterclip::ui
