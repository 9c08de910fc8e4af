// The library: what is listed, what the strip says of it, and that the player shows nothing that must be hidden.
#include <QLineEdit>
#include <QTableView>
#include <QTest>

#include "clip/rehearsal.h"
#include "ui/library/interview_table.h"
#include "ui/promise/promise_strip.h"
#include "ui/studio.h"

using namespace counterclip;
using namespace std::chrono_literals;

namespace {

struct Studio : test::StudioRun {
    // How much of the picture has a colour that is at most `reach` away from `colour` in each channel.
    double share_like(const QColor& colour, int reach) {
        const auto& image = the<ui::Player>().view().picture();
        int alike = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x) {
                const QColor pixel = image.pixelColor(x, y);
                alike += std::abs(pixel.red() - colour.red()) <= reach &&
                         std::abs(pixel.green() - colour.green()) <= reach &&
                         std::abs(pixel.blue() - colour.blue()) <= reach;
            }
        return alike / std::max(1.0, static_cast<double>(image.width()) * image.height());
    }
};

}  // namespace

TEST_CASE("an interview that is chosen says in the strip what its person asked for") {
    test::Rehearsal r;
    Studio studio;
    CHECK(studio.the<ui::PromiseStrip>().text().toStdString() == "No archive open");
    studio.window.open(r.folder());
    auto& list = studio.the<QTableView>();
    REQUIRE(list.model()->rowCount() == 2);
    QTest::keyClick(&list, Qt::Key_Down);
    QTest::keyClick(&list, Qt::Key_Down);
    CHECK(studio.desk.interview().toStdString() == "BTIB-0001");
    const auto strip = studio.the<ui::PromiseStrip>().text();
    for (const auto* words : {"face hidden", "name changed", "own voice", "use: public"})
        CHECK_THAT(strip.toStdString(), Catch::Contains(words));
    r.archive.append_consent(
        [&] {
            auto revision = r.archive.latest_consent("BTIB-0001").value();
            revision.withdrawn = true;
            revision.reason = "called";
            return revision;
        }(),
        "amina");
    Q_EMIT studio.desk.changed();
    CHECK_THAT(studio.the<ui::PromiseStrip>().text().toStdString(), Catch::Contains("consent withdrawn"));
}

TEST_CASE("the search finds interviews by code and pseudonym") {
    test::Rehearsal r;
    Studio studio;
    studio.window.open(r.folder());
    auto& search = studio.the<QLineEdit>();
    QTest::keyClick(&studio.window, Qt::Key_F, Qt::ControlModifier);
    search.setText(QStringLiteral("salim"));
    REQUIRE(studio.the<QTableView>().model()->rowCount() == 1);
    CHECK(studio.the<QTableView>().model()->index(0, 0).data().toString().toStdString() == "BTIB-0001");
}

TEST_CASE("the player hides everything that was not analysed, and the face once it was") {
    test::Rehearsal r;
    Studio studio;
    studio.window.open(r.folder());
    studio.desk.choose_interview(QStringLiteral("BTIB-0001"));
    auto& player = studio.the<ui::Player>();
    REQUIRE(test::comes_true([&] { return !player.view().picture().isNull(); }));
    const auto grey = player.view().picture().pixelColor(3, 3);
    CHECK(studio.share_like(grey, 4) > 0.99);

    r.store_true_faces();
    Q_EMIT studio.desk.changed();
    player.seek(1s);
    REQUIRE(test::comes_true([&] { return studio.share_like(grey, 4) < 0.5; }));
    test::take_screenshot(studio.window, QStringLiteral("library"));
}

TEST_CASE("keys step, play and shuttle, and the end stops") {
    test::Rehearsal r;
    r.store_true_faces();
    Studio studio;
    studio.window.open(r.folder());
    studio.desk.choose_interview(QStringLiteral("BTIB-0001"));
    auto& player = studio.the<ui::Player>();
    REQUIRE(test::comes_true([&] { return !player.view().picture().isNull(); }));
    QTest::keyClick(&player, Qt::Key_Right);
    REQUIRE(test::comes_true([&] { return player.position() == 40ms; }));
    QTest::keyClick(&player, Qt::Key_Right, Qt::ShiftModifier);
    REQUIRE(test::comes_true([&] { return player.position() == 1040ms; }));
    QTest::keyClick(&player, Qt::Key_Left);
    REQUIRE(test::comes_true([&] { return player.position() == 1000ms; }));
    QTest::keyClick(&player, Qt::Key_Space);
    CHECK(player.is_playing());
    REQUIRE(test::comes_true([&] { return !player.is_playing(); }));
    CHECK(player.position() >= 2900ms);
    QTest::keyClick(&player, Qt::Key_J);
    REQUIRE(test::comes_true([&] { return player.position() < 2500ms; }));
    QTest::keyClick(&player, Qt::Key_K);
    CHECK_FALSE(player.is_playing());
}
