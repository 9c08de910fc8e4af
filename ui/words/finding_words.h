// What the gate finds, as the window says it: a few words for each code, what to do next, and where that is done. The
// gate's own sentence names part, time or place and stays beside it; its advice, which is for the command line, does
// not. To add a rule to the gate: its row here too (the tests ask).
#pragma once

#include <optional>

#include <QString>

namespace counterclip::ui {

// Where a finding is mended, or what mends it.
enum class Way {
    none,
    consent,
    parts,
    details,
    redact,
    hide_faces,
    find_faces,
    gaps,
    faces,
    render,
    verify,
    audit,
    release
};

struct FindingWords {
    QString name;  // "a gap is open"
    QString mend;  // a sentence: what to do next
    Way way = Way::none;
};

// Nothing for a code that is not known here.
std::optional<FindingWords> words_for(const QString& code);

// For a button; empty for Way::none.
QString label_of(Way way);
// The room in which it is done, as Desk::asked_for() takes it; empty for Way::none.
QString room_of(Way way);

}  // namespace counterclip::ui
