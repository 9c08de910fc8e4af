// The colours of the application, dark and light, from one set of roles; never the only sign of a state.
#pragma once

#include <QColor>
#include <QString>

class QApplication;

namespace counterclip::ui {

struct Roles {
    QColor window;
    QColor panel;
    QColor raised;
    QColor line;
    QColor text;
    QColor dim;
    QColor safe;  // teal
    QColor warn;  // amber
    QColor stop;  // red
    QColor info;  // blue
};

const Roles& dark_roles();
const Roles& light_roles();

// Font, palette and style sheet of the whole application, and of widgets that are there already. What painted a colour
// into an item or an image makes it anew: MainWindow has everybody read.
void apply(const Roles& roles, QApplication& application);
// What is applied now.
const Roles& roles();

}  // namespace counterclip::ui
