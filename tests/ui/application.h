// What tests of windows share: one QApplication without a screen for the whole run, and waiting for what comes from
// other threads.
#pragma once

#include <functional>

#include <QApplication>
#include <QWidget>

namespace counterclip::test {

// Runs the event loop until it is so; false when it is not within ten seconds.
bool comes_true(const std::function<bool()>& so);

// Writes a picture of the window into COUNTERCLIP_SCREENSHOTS, where that names a folder.
void take_screenshot(QWidget& window, const QString& name);

}  // namespace counterclip::test
