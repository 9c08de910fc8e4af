#include "ui/promise/mood.h"

#include "ui/look/roles.h"

namespace counterclip::ui {

QColor colour_of(Mood mood) {
    switch (mood) {
        case Mood::safe:
            return roles().safe;
        case Mood::warn:
            return roles().warn;
        case Mood::stop:
            return roles().stop;
        case Mood::plain:
            break;
    }
    return roles().dim;
}

QColor text_colour_of(Mood mood) {
    return mood == Mood::plain ? roles().text : colour_of(mood);
}

}  // namespace counterclip::ui
