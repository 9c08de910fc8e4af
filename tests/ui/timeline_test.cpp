// The timeline: its scale, finding among many, and what people do with it by pointer, wheel and keys.
#include <QPainter>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>

#include <catch2/catch.hpp>

#include "ui/application.h"
#include "ui/timeline/timeline.h"

using namespace counterclip;
using namespace std::chrono_literals;
using ui::Lane;
using ui::LaneItem;

namespace {

LaneItem item(qint64 id, Time in, Time out, bool can_trim = false) {
    return {.id = id, .range = {in, out}, .text = QStringLiteral("item %1").arg(id), .can_trim = can_trim};
}

// A timeline of ten minutes, 1,000 px wide, with two segments that can be trimmed and a lane of cues.
struct Bench {
    Bench() {
        timeline.resize(1'000, 200);
        timeline.set_duration(10min);
        timeline.set_lanes(lanes());
        timeline.show();
        (void)QTest::qWaitForWindowExposed(&timeline);
    }
    static std::vector<Lane> lanes() {
        return {{.id = QStringLiteral("segments"),
                 .title = QStringLiteral("segments"),
                 .items = {item(1, 1min, 2min, true), item(2, 4min, 5min, true)}},
                {.id = QStringLiteral("cues"),
                 .title = QStringLiteral("cues"),
                 .items = {item(1, 10s, 20s), item(2, 130s, 140s), item(3, 7min, 8min)}}};
    }
    QPoint at(Time t, int y) { return {timeline.x_of(t), y}; }
    int row(const QString& lane, qint64 id) { return timeline.place_of(lane, id).center().y(); }
    void drag(QPoint from, QPoint to, Qt::KeyboardModifiers with = {}) {
        press(from, to, with);
        QTest::mouseRelease(&timeline, Qt::LeftButton, with, to);
    }
    void press(QPoint from, QPoint to, Qt::KeyboardModifiers with = {}) {
        QTest::mousePress(&timeline, Qt::LeftButton, with, from);
        move(from + (to - from) / 2, with);
        move(to, with);
    }
    void move(QPoint to, Qt::KeyboardModifiers with) {
        QMouseEvent event(QEvent::MouseMove, to, timeline.mapToGlobal(to), Qt::NoButton, Qt::LeftButton, with);
        QApplication::sendEvent(&timeline, &event);
    }
    void wheel(QPoint at, int turn, Qt::KeyboardModifiers with = {}) {
        QWheelEvent event(at, timeline.mapToGlobal(at), {}, {0, turn}, Qt::NoButton, with, Qt::NoScrollPhase, false);
        QApplication::sendEvent(&timeline, &event);
    }
    ui::Timeline timeline;
    QString segments = QStringLiteral("segments");
    QString cues = QStringLiteral("cues");
};

bool is_about(qint64 ns, Time t, Time reach = 2s) {
    return std::abs(ns - t.count()) <= reach.count();
}

}  // namespace

TEST_CASE("zooming keeps what lies under the pointer and never leaves the recording") {
    const Range whole{0s, 100s};
    CHECK(ui::zoomed(whole, whole, 2, 50s) == Range{25s, 75s});
    CHECK(ui::zoomed(whole, whole, 4, 0s) == Range{0s, 25s});
    CHECK(ui::zoomed({25s, 75s}, whole, 0.1, 30s) == whole);
    CHECK(duration(ui::zoomed(whole, whole, 1e9, 50s)) == 200ms);
    CHECK(ui::scrolled({25s, 75s}, whole, 100s) == Range{50s, 100s});
    CHECK(ui::scrolled({25s, 75s}, whole, -100s) == Range{0s, 50s});
}

TEST_CASE("the view turns a page for the playhead, but leaves a person who scrolled away where they are") {
    const Range whole{0s, 1'000s};
    CHECK(ui::following({0s, 100s}, whole, 50s, 51s) == Range{0s, 100s});
    const auto next = ui::following({0s, 100s}, whole, 99'960ms, 100s);
    CHECK(contains(next, 100s));
    CHECK(next.in > 90s);
    CHECK(ui::following({500s, 600s}, whole, 50s, 50'040ms) == Range{500s, 600s});
    CHECK(contains(ui::following({500s, 600s}, whole, 50s, 900s), 900s));
    CHECK(contains(ui::following({500s, 600s}, whole, 500s, 499s), 499s));
}

TEST_CASE("the ruler has room for its times at every scale") {
    for (const auto length : {Time(400ms), Time(3s), Time(1min), Time(40min), Time(5h), Time(48h)}) {
        const ui::Scale scale{{7s, 7s + length}, 0, 900};
        double last = -1'000;
        int texts = 0;
        for (const auto& tick : ui::ticks(scale, 88)) {
            if (tick.text.isEmpty()) continue;
            CHECK(ui::x_of(scale, tick.at) - last >= 87);
            last = ui::x_of(scale, tick.at);
            ++texts;
        }
        CHECK(texts >= 2);
        CHECK(texts <= 11);
    }
    const auto hours = ui::ticks({{0s, 5h}, 0, 900}, 88);
    CHECK(hours.front().text.toStdString() == "0:00:00");
    const auto frames = ui::ticks({{1s, 1'400ms}, 0, 900}, 88);
    CHECK(frames.front().text.toStdString() == "0:00:01.000");
}

TEST_CASE("what is long is found although it began before everything that is seen") {
    Lane lane{.id = QStringLiteral("faces"), .items = {item(1, 0s, 1h)}};
    for (int n = 2; n < 1'000; ++n) lane.items.push_back(item(n, n * 1s, n * 1s + 500ms));
    const ui::Lanes lanes({lane});
    const auto near = lanes.near(0, {500s, 502s});
    REQUIRE_FALSE(near.empty());
    CHECK(near.front().id == 1);
    CHECK(near.back().id == 501);
    CHECK(lanes.at(0, Range{500'200ms, 500'300ms})->id == 500);
    CHECK(lanes.at(0, Range{500'600ms, 500'700ms})->id == 1);
}

TEST_CASE("only what is seen is looked at: a lane of 50,000 cues gives the few of a minute") {
    Lane lane{.id = QStringLiteral("cues")};
    for (int n = 0; n < 50'000; ++n) lane.items.push_back(item(n, n * 360ms, n * 360ms + 300ms));
    const ui::Lanes lanes({lane});
    CHECK(lanes.near(0, {1h, 1h + 1min}).size() < 170);
    CHECK(lanes.near(0, {5h, 6h}).empty());
}

TEST_CASE("a whole day of cues is one line a px, not fifty thousand drawn one over another") {
    Lane lane{.id = QStringLiteral("cues"), .title = QStringLiteral("cues")};
    for (int n = 0; n < 50'000; ++n) lane.items.push_back(item(n, n * 360ms, n * 360ms + 300ms));
    ui::Timeline timeline;
    timeline.resize(1'200, 160);
    timeline.set_duration(5h);
    timeline.set_lanes({lane});
    QImage image(timeline.size(), QImage::Format_RGB32);
    timeline.render(&image);
    CHECK(image.pixelColor(timeline.x_of(2h), 40) != image.pixelColor(timeline.x_of(2h), 120));
}

TEST_CASE("a click goes there, chooses what lies there, and a double click opens it") {
    Bench b;
    QSignalSpy seek(&b.timeline, &ui::Timeline::seek_asked);
    QSignalSpy chosen(&b.timeline, &ui::Timeline::chosen);
    QSignalSpy opened(&b.timeline, &ui::Timeline::opened);
    const auto place = b.timeline.place_of(b.segments, 2);
    REQUIRE_FALSE(place.isEmpty());
    QTest::mouseClick(&b.timeline, Qt::LeftButton, {}, place.center());
    REQUIRE(seek.size() == 1);
    CHECK(is_about(seek[0][0].toLongLong(), 4min + 30s));
    REQUIRE(chosen.size() == 1);
    CHECK(chosen[0][0].toString() == b.segments);
    CHECK(chosen[0][1].toLongLong() == 2);
    CHECK_THAT(b.timeline.accessibleDescription().toStdString(), Catch::Contains("item 2"));
    QTest::mouseClick(&b.timeline, Qt::LeftButton, {}, b.at(9min, 10));  // the ruler
    CHECK(is_about(seek.last()[0].toLongLong(), 9min));
    QTest::mouseDClick(&b.timeline, Qt::LeftButton, {}, place.center());
    REQUIRE(opened.size() == 1);
}

TEST_CASE("dragging where nothing is held carries the playhead along") {
    Bench b;
    QSignalSpy seek(&b.timeline, &ui::Timeline::seek_asked);
    b.drag(b.at(6min, 10), b.at(9min, 10));
    CHECK(is_about(seek.last()[0].toLongLong(), 9min));
}

TEST_CASE("an edge that is dragged trims, and the other stays where it was") {
    Bench b;
    QSignalSpy trimmed(&b.timeline, &ui::Timeline::trimmed);
    const auto place = b.timeline.place_of(b.segments, 1);
    b.drag({place.right(), place.center().y()}, b.at(3min, place.center().y()));
    REQUIRE(trimmed.size() == 1);
    CHECK(trimmed[0][1].toLongLong() == 1);
    CHECK(Time(trimmed[0][2].toLongLong()) == 1min);
    CHECK(is_about(trimmed[0][3].toLongLong(), 3min, 2s));
}

TEST_CASE("a trimmed edge snaps to another item with a line that shows it, and not while Ctrl is held") {
    Bench b;
    const auto place = b.timeline.place_of(b.segments, 1);
    const QPoint edge{place.right(), place.center().y()};
    const auto near = b.at(138s, edge.y());  // two seconds, 2 px, from a cue's end
    QSignalSpy trimmed(&b.timeline, &ui::Timeline::trimmed);
    b.press(edge, near);
    CHECK(b.timeline.snapped_to() == Time(140s));
    QTest::mouseRelease(&b.timeline, Qt::LeftButton, {}, near);
    CHECK_FALSE(b.timeline.snapped_to());
    REQUIRE(trimmed.size() == 1);
    CHECK(Time(trimmed[0][3].toLongLong()) == 140s);

    QTest::mousePress(&b.timeline, Qt::LeftButton, {}, edge);
    b.move(b.at(100s, edge.y()), Qt::ControlModifier);
    b.move(near, Qt::ControlModifier);
    CHECK_FALSE(b.timeline.snapped_to());
    QTest::mouseRelease(&b.timeline, Qt::LeftButton, Qt::ControlModifier, near);
    CHECK(Time(trimmed.last()[3].toLongLong()) != 140s);
}

TEST_CASE("an edge snaps to the playhead") {
    Bench b;
    b.timeline.set_playhead(3min);
    const auto place = b.timeline.place_of(b.segments, 2);
    QSignalSpy trimmed(&b.timeline, &ui::Timeline::trimmed);
    b.drag({place.left(), place.center().y()}, b.at(178s, place.center().y()));
    REQUIRE(trimmed.size() == 1);
    CHECK(Time(trimmed[0][2].toLongLong()) == 3min);
}

TEST_CASE("Alt+drag slips an item and keeps its length, and the recording's end stops it") {
    Bench b;
    QSignalSpy trimmed(&b.timeline, &ui::Timeline::trimmed);
    const auto place = b.timeline.place_of(b.segments, 2);
    b.drag(place.center(), b.at(10min, place.center().y()), Qt::AltModifier);
    REQUIRE(trimmed.size() == 1);
    CHECK(Time(trimmed[0][2].toLongLong()) == 9min);
    CHECK(Time(trimmed[0][3].toLongLong()) == 10min);
}

TEST_CASE("edges of what cannot be trimmed are no handles") {
    Bench b;
    QSignalSpy trimmed(&b.timeline, &ui::Timeline::trimmed);
    const auto place = b.timeline.place_of(b.cues, 3);
    b.drag({place.right(), place.center().y()}, b.at(9min, place.center().y()));
    CHECK(trimmed.empty());
}

TEST_CASE("a drag that Escape ends, or whose item goes away meanwhile, changes nothing") {
    Bench b;
    QSignalSpy trimmed(&b.timeline, &ui::Timeline::trimmed);
    const auto place = b.timeline.place_of(b.segments, 1);
    const QPoint edge{place.right(), place.center().y()};
    b.press(edge, b.at(3min, edge.y()));
    QTest::keyClick(&b.timeline, Qt::Key_Escape);
    QTest::mouseRelease(&b.timeline, Qt::LeftButton, {}, b.at(3min, edge.y()));
    CHECK(trimmed.empty());
    b.press(edge, b.at(3min, edge.y()));
    b.timeline.set_lanes(Bench::lanes());  // the same again: the hand keeps hold of it
    CHECK(b.timeline.drag_preview());
    auto lanes = Bench::lanes();
    lanes[0].items.erase(lanes[0].items.begin());
    b.timeline.set_lanes(lanes);
    QTest::mouseRelease(&b.timeline, Qt::LeftButton, {}, b.at(3min, edge.y()));
    CHECK(trimmed.empty());
}

TEST_CASE("Shift+drag marks a stretch; an item that is dragged out is carried to others") {
    Bench b;
    QSignalSpy marked(&b.timeline, &ui::Timeline::marked);
    QSignalSpy carried(&b.timeline, &ui::Timeline::carried_out);
    b.drag(b.at(6min, 10), b.at(3min, 10), Qt::ShiftModifier);
    REQUIRE(marked.size() == 1);
    CHECK(is_about(marked[0][0].toLongLong(), 3min));
    CHECK(is_about(marked[0][1].toLongLong(), 6min));
    const auto from = b.timeline.place_of(b.segments, 2).center();
    b.drag(from, {from.x(), -60});
    REQUIRE(carried.size() == 1);
    CHECK(carried[0][1].toLongLong() == 2);
}

TEST_CASE("the wheel scrolls, and zooms about the pointer with Ctrl") {
    Bench b;
    const auto here = b.at(6min, 60);
    QSignalSpy changed(&b.timeline, &ui::Timeline::visible_changed);
    for (int n = 0; n < 5; ++n) b.wheel(here, 120, Qt::ControlModifier);
    CHECK(duration(b.timeline.visible()) < 4min);
    CHECK(std::abs(b.timeline.x_of(6min) - here.x()) <= 1);
    const auto before = b.timeline.visible();
    b.wheel(here, -120);
    CHECK(b.timeline.visible().in > before.in);
    CHECK(duration(b.timeline.visible()) == duration(before));
    CHECK(changed.size() == 6);
    b.timeline.show_range({4min, 5min});
    CHECK(contains(b.timeline.visible(), Range{4min, 5min}));
    CHECK(duration(b.timeline.visible()) < 2min);
}

TEST_CASE("up and down go to the edges of everything, and to the beginning and the end") {
    Bench b;
    CHECK(b.timeline.edge_after(1min) == 2min);
    CHECK(b.timeline.edge_after(2min) == 130s);
    CHECK(b.timeline.edge_before(1min) == 20s);
    CHECK(b.timeline.edge_before(10s) == 0s);
    CHECK(b.timeline.edge_after(8min) == 10min);
}

TEST_CASE("without a pointer: lanes and items are chosen, opened and asked for their menu by keys") {
    Bench b;
    QSignalSpy chosen(&b.timeline, &ui::Timeline::chosen);
    QSignalSpy opened(&b.timeline, &ui::Timeline::opened);
    QTest::keyClick(&b.timeline, Qt::Key_Down, Qt::ControlModifier);
    QTest::keyClick(&b.timeline, Qt::Key_Right, Qt::ControlModifier);
    REQUIRE(chosen.size() == 2);
    CHECK(chosen[1][0].toString() == b.segments);
    CHECK(chosen[1][1].toLongLong() == 2);
    QTest::keyClick(&b.timeline, Qt::Key_Down, Qt::ControlModifier);
    CHECK(chosen.last()[0].toString() == b.cues);
    QTest::keyClick(&b.timeline, Qt::Key_Return);
    REQUIRE(opened.size() == 1);
    CHECK(opened[0][0].toString() == b.cues);
    const auto before = b.timeline.visible();
    QTest::keyClick(&b.timeline, Qt::Key_Plus);
    CHECK(duration(b.timeline.visible()) < duration(before));
}

TEST_CASE("what is chosen stays so when lanes are given anew, and is forgotten when it is gone") {
    Bench b;
    b.timeline.select(b.segments, 2);
    b.timeline.show_range({4min, 5min});
    const auto view = b.timeline.visible();
    b.timeline.set_lanes(Bench::lanes());
    CHECK(b.timeline.visible() == view);
    CHECK_FALSE(b.timeline.accessibleDescription().isEmpty());
    auto lanes = Bench::lanes();
    lanes[0].items.pop_back();
    b.timeline.set_lanes(lanes);
    CHECK(b.timeline.accessibleDescription().isEmpty());
}

TEST_CASE(
    "where people write from right to left, lanes bear their titles at the right and time still runs left to right") {
    Bench b;
    b.timeline.setLayoutDirection(Qt::RightToLeft);
    CHECK(b.timeline.x_of(9min) > b.timeline.x_of(1min));
    CHECK(b.timeline.x_of(10min) < b.timeline.width() - 90);
    QSignalSpy seek(&b.timeline, &ui::Timeline::seek_asked);
    QTest::mouseClick(&b.timeline, Qt::LeftButton, {}, b.at(9min, 10));
    CHECK(is_about(seek.last()[0].toLongLong(), 9min));
}
