// How a state is meant, for its colour; a sign and a word always stand beside it.
#pragma once

#include <QColor>

namespace counterclip::ui {

enum class Mood { safe, plain, warn, stop };  // hidden; as recorded; think; never or no more

QColor colour_of(Mood mood);       // of signs, frames and items; plain is dim
QColor text_colour_of(Mood mood);  // of text; plain is the text's own

}  // namespace counterclip::ui
