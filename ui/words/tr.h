// Words for people in functions that belong to no class; in a class its own tr() is nearer. lupdate files them under
// the namespace.
#pragma once

#include <QGuiApplication>
#include <QString>

namespace counterclip::ui {

// With `n` the text holds %n and takes the plural form that the language has for it.
inline QString tr(const char* text, const char* disambiguation = nullptr, int n = -1) {
    return QCoreApplication::translate("counterclip::ui", text, disambiguation, n);
}

// A sentence of another language inside one of ours keeps its own direction: an English finding in Arabic.
inline QString isolated(const QString& text) {
    return QChar(0x2068) + text + QChar(0x2069);
}
// Times run from the left in every language: the two ends of a range, one before and one behind the dash.
inline QString begins(const QString& time) {
    return QGuiApplication::layoutDirection() == Qt::RightToLeft ? QChar(0x2066) + time : time;
}
inline QString ends(const QString& time) {
    return QGuiApplication::layoutDirection() == Qt::RightToLeft ? time + QChar(0x2069) : time;
}
// From one to the next, in the direction in which the window is read.
inline QString onwards() {
    return QGuiApplication::layoutDirection() == Qt::RightToLeft ? QStringLiteral("←") : QStringLiteral("→");
}

}  // namespace counterclip::ui
