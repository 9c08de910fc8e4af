// The whole application on a test's archive: real windows, driven by keys and clicks, without a screen.
#pragma once

#include <QTest>

#include "ui/application.h"
#include "ui/desk/desk.h"
#include "ui/keys/keys.h"
#include "ui/player/picture_view.h"
#include "ui/player/player.h"
#include "ui/shell/main_window.h"
#include "ui/shell/notice_bar.h"
#include "ui/work/edits.h"
#include "ui/work/jobs.h"

namespace counterclip::test {

// Names apart from ui::Studio, which is what rooms are given.
struct StudioRun {
    StudioRun() {
        window.resize(1280, 720);
        window.show();
        window.activateWindow();
        REQUIRE(QTest::qWaitForWindowActive(&window));  // keys go to the window that is active
    }
    // The first of its kind on the window.
    template <class Widget>
    Widget& the(const QString& name = {}) {
        auto* found = window.findChild<Widget*>(name);
        REQUIRE(found);
        return *found;
    }
    // Everything that was made is in the archive.
    bool settles() {
        return comes_true([&] { return !edits.is_busy() && jobs.open_jobs() == 0; });
    }
    QString notice() { return the<ui::NoticeBar>().text(); }

    ui::Desk desk;
    ui::Edits edits{desk};
    ui::Jobs jobs{desk};
    ui::Keys keys;
    ui::MainWindow window{ui::Studio{desk, edits, jobs, keys}};
};

}  // namespace counterclip::test
