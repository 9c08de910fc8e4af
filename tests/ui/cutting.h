// The Cut room of a real window on a puppet's interview: what its stories share.
#pragma once

#include <QApplication>
#include <QTest>
#include <QToolButton>

#include <catch2/catch.hpp>

#include "clip/rehearsal.h"
#include "ui/cut/cut_room.h"
#include "ui/cut/parts_list.h"
#include "ui/cut/tag_panel.h"
#include "ui/studio.h"
#include "ui/timeline/timeline.h"
#include "ui/transcript/transcript_panel.h"

namespace counterclip::test {

using namespace std::chrono_literals;

// A film of three seconds with two transcripts, known faces, and a code of its own for every part of the window.
struct Cutting {
    explicit Cutting(const std::string& interview = "BTIB-0001", const QString& by = QStringLiteral("amina")) {
        prepare();
        studio.desk.open(r.folder());
        if (!by.isEmpty()) studio.desk.sign_in(by);
        studio.desk.choose_interview(QString::fromStdString(interview));
        Q_EMIT studio.desk.asked_for(QStringLiteral("cut"), -1);
        room = studio.window.findChild<ui::CutRoom*>();
        REQUIRE(room);
        (void)QTest::qWaitForWindowActive(&studio.window);
        player().setFocus();
        if (interview == "BTIB-0001") REQUIRE(comes_true([&] { return !player().view().picture().isNull(); }));
    }

    void prepare() {
        r.store_true_faces();
        const auto add = [&](const char* language, std::vector<captions::Cue> cues) {
            archive::Transcript t;
            t.interview = "BTIB-0001";
            t.recording = r.recording.id;
            t.language = language;
            r.archive.add_transcript(t, cues, "omar");
        };
        add("ar", {{{0s, 900ms}, "كنت أظن أنني ذاهب لمساعدة الناس"},
                   {{1s, 1900ms}, "أخذوا جوازاتنا في الليلة الأولى"},
                   {{2s, 2900ms}, "أريد أن أقول للشباب لا تذهبوا"}});
        add("en", {{{0s, 900ms}, "I thought I was going to help people."},
                   {{1s, 1900ms}, "They took our passports the first night."},
                   {{2s, 2900ms}, "I want to tell the young ones: do not go."}});
    }

    template <class W>
    W& the(const QString& name = {}) {
        auto* found = room->findChild<W*>(name);
        REQUIRE(found);
        return *found;
    }
    ui::Player& player() { return the<ui::Player>(); }
    ui::Timeline& timeline() { return the<ui::Timeline>(); }
    ui::TranscriptPanel& transcript() { return the<ui::TranscriptPanel>(); }
    ui::PartsList& parts() { return the<ui::PartsList>(); }

    void key(int key, Qt::KeyboardModifiers with = {}) {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &player(),
                        static_cast<Qt::Key>(key), with);
    }
    void go_to(Time t) {
        player().seek(t);
        REQUIRE(comes_true([&] { return player().view().shown().pts == t && !player().view().picture().isNull(); }));
    }
    void mark(Time in, Time last_picture) {
        go_to(in);
        key(Qt::Key_I);
        go_to(last_picture);
        key(Qt::Key_O);
    }
    std::vector<archive::Segment> segments() { return r.again().segments("BTIB-0001"); }
    std::vector<archive::Redaction> redactions() { return r.again().redactions(r.recording.id); }
    archive::Clip clip() { return r.again().clip("BTIB-0001-1"); }
    void undo() {
        key(Qt::Key_Z, Qt::ControlModifier);
        REQUIRE(studio.settles());
    }
    void redo() {
        key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        REQUIRE(studio.settles());
    }
    std::string first_tag() { return the<ui::TagPanel>().findChild<QToolButton*>()->text().toStdString(); }
    void tag(int n) {
        key(Qt::Key_0 + n);
        REQUIRE(studio.settles());
    }
    // Two segments, 0.2-0.96 s and 1.2-1.96 s.
    void two_segments() {
        mark(200ms, 920ms);
        tag(1);
        mark(1200ms, 1920ms);
        tag(2);
        REQUIRE(segments().size() == 2);
    }
    void drag_edge(QPoint from, QPoint to) {
        const auto move = [&](QPoint at) {
            QMouseEvent event(QEvent::MouseMove, at, timeline().mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {});
            QApplication::sendEvent(&timeline(), &event);
        };
        QTest::mousePress(&timeline(), Qt::LeftButton, {}, from);
        move((from + to) / 2);
        move(to);
        QTest::mouseRelease(&timeline(), Qt::LeftButton, {}, to);
        REQUIRE(studio.settles());
    }

    Rehearsal r;
    StudioRun studio;
    ui::CutRoom* room = nullptr;
    QString segments_lane = QStringLiteral("segments");
};

}  // namespace counterclip::test
