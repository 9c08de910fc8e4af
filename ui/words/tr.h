// Words for people in functions that belong to no class; in a class its own tr() is nearer. lupdate files them under
// the namespace.
#pragma once

#include <QCoreApplication>
#include <QString>

namespace counterclip::ui {

// With `n` the text holds %n and takes the plural form that the language has for it.
inline QString tr(const char* text, const char* disambiguation = nullptr, int n = -1) {
    return QCoreApplication::translate("counterclip::ui", text, disambiguation, n);
}

}  // namespace counterclip::ui
