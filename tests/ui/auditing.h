// The Audit room of a real window on a clip that was rendered and verified: what its stories share.
#pragma once

#include <QLabel>
#include <QProcess>
#include <QPushButton>
#include <QTest>

#include <catch2/catch.hpp>

#include "clip/produce.h"
#include "clip/rehearsal.h"
#include "ui/audit/audit_player.h"
#include "ui/lines/line_list.h"
#include "ui/studio.h"

namespace counterclip::test {

using namespace std::chrono_literals;

// A clip that was rendered and verified; basim, who had no hand in it, can sign.
struct Rendered : Rehearsal {
    Rendered() {
        store_true_faces();
        auto clip = cut("courage", 400ms, 2'400ms);
        clip.card = "What I found";
        archive.change_clip(clip, "amina");
        render();
        QProcess program;
        program.start(
            qEnvironmentVariable("COUNTERCLIP_PROGRAM", QStringLiteral(COUNTERCLIP_PROGRAM)),
            {QStringLiteral("--archive"), QString::fromStdString(folder().string()), QStringLiteral("--as"),
             QStringLiteral("ruth"), QStringLiteral("operator"), QStringLiteral("add"), QStringLiteral("basim"),
             QStringLiteral("--role"), QStringLiteral("auditor"), QStringLiteral("--no-passphrase")});
        REQUIRE(program.waitForFinished());
        REQUIRE(program.exitCode() == 0);
    }
    archive::Render render() {
        Progress silent;
        return clip::produce(archive, "courage", "amina", detectors(), silent).render;
    }
    archive::Render latest() { return archive.latest_render("courage").value(); }
};

struct Auditing : StudioRun {
    explicit Auditing(Rendered& rendered, const QString& by = QStringLiteral("basim")) {
        desk.open(rendered.folder());
        if (!by.isEmpty()) desk.sign_in(by);
        QTest::keyClick(&window, Qt::Key_F5);
        auto& queue = the<ui::LineList>(QStringLiteral("queue"));
        REQUIRE(queue.lines().rowCount() == 1);
        queue.setCurrentIndex(queue.model()->index(0, 0));
        REQUIRE(desk.clip() == QStringLiteral("courage"));
    }
    bool shows(const archive::Render& render) {
        return comes_true([&] { return audit().render() == render.id && !picture().isNull(); });
    }
    bool is_checked() {
        auto& asked = the<ui::LineList>(QStringLiteral("asked"));
        return comes_true([&] { return asked.lines().rowCount() > 0; });
    }
    QPushButton& approve() { return the<QPushButton>(QStringLiteral("approve")); }
    bool may_approve() {
        return comes_true([&] { return approve().isEnabled(); });
    }
    QString why_not() { return the<QLabel>(QStringLiteral("why not")).text(); }
    ui::LineList& findings() { return the<ui::LineList>(QStringLiteral("findings")); }
    ui::AuditPlayer& audit() { return the<ui::AuditPlayer>(); }
    ui::Player& player() { return audit().player(); }
    ui::PictureView& view() { return player().view(); }
    const QImage& picture() { return view().picture(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
        auto* focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : &window, key, modifiers);
    }
    bool stands_at(Time t) {
        return comes_true([&] { return player().position() == t && view().shown().pts == t; });
    }
    // What lies left of the wipe's line, as it is painted.
    QImage left_half() {
        auto& shown = view();
        const auto place = shown.to_widget().mapRect(QRectF(QPointF(), QSizeF(shown.shown().source))).toRect();
        return shown.grab().toImage().copy(place.left(), place.top() + place.height() / 4, place.width() / 2 - 4,
                                           place.height() / 2);
    }
    QImage as(ui::Film& film, Time t) {
        film.fit_into(view().width(), view().height());
        return film.at(t).value().image;
    }
};

}  // namespace counterclip::test
