// What a person asked for, as short words with a sign: what the promise strip shows.
#pragma once

#include <optional>
#include <vector>

#include <QString>

#include "archive/records.h"
#include "consent/terms.h"
#include "ui/promise/mood.h"

namespace counterclip::ui {

struct Promise {
    Mood mood = Mood::plain;
    QString sign;   // stands for the colour where colours are not seen
    QString words;  // "face hidden"
    QString why;    // the long form, for tooltips and readers of screens
};

// For clips made for the public. No revision at all: nothing may be used.
std::vector<Promise> promises_of(const archive::Interview& interview, const std::optional<consent::Revision>& latest);

}  // namespace counterclip::ui
