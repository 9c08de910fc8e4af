// The terms that are one choice of few, each with what it means in a line of plain words: what a person reads aloud
// before they ask.
#pragma once

#include <vector>

#include <QString>

#include "consent/compared.h"

namespace counterclip::ui {

struct Choice {
    QString word;   // of the command line: "hide"
    QString says;   // on the button: "hidden"
    QString means;  // the line below
};

struct Question {
    consent::Term term;
    QString option;  // of `consent set`: "--face"
    QString title;
    std::vector<Choice> choices;  // the safest first
};

// Use, face, name, voice, details, risk.
std::vector<Question> questions();
// How they said so: verbal, witnesses, written, none.
Question method_question();

struct PreferenceWords {
    consent::Preference preference;
    QString says;
};
std::vector<PreferenceWords> preferences_in_words();

// As people see them: "subject" -> "The person interviewed".
QString person_in_words(const QString& person);
// Those whose face, name or voice can be in an interview; the subject first.
QStringList persons();

// "use", "face" ... as titles; what a change was or is, in the buttons' words.
QString title_of(consent::Term term);
QString value_in_words(consent::Term term, const std::string& value);

}  // namespace counterclip::ui
