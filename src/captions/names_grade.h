// How like a term a stretch of a text is. Inside the captions room only; names.h says what exact and near mean.
#pragma once

#include <optional>

#include "captions/names.h"
#include "captions/names_windows.h"
#include "captions/term_match.h"

namespace counterclip::captions {

struct Grade {
    Likeness likeness;
    int edits;  // as Distance::edits
};
// Nothing where it is another word.
std::optional<Grade> grade(const Voiced& term, const Window& window);

}  // namespace counterclip::captions
