// Stories of tags and their keys in the Cut room: fingers and eyes learn them once.
#include <QLineEdit>
#include <QMenu>
#include <QSettings>

#include "ui/cutting.h"

using namespace counterclip;
using namespace std::chrono_literals;
using test::Cutting;

namespace {

// What stands on the keys 1 to 9.
QStringList keys_of(ui::CutRoom& room) {
    QStringList tags;
    for (const auto* button : room.findChild<ui::TagPanel*>()->findChildren<QToolButton*>())
        tags << (button->isHidden() ? QString() : button->text());
    return tags;
}

// The colour of the dot on the button of a tag.
QColor colour_of(ui::CutRoom& room, const QString& tag) {
    for (auto* button : room.findChild<ui::TagPanel*>()->findChildren<QToolButton*>())
        if (button->text() == tag) return button->grab().toImage().pixelColor(30, button->height() / 2);
    FAIL("no key has the tag " << tag.toStdString());
    return {};
}

// The window of the next start, on the same archive.
struct NextStart {
    explicit NextStart(Cutting& c, const QString& interview = QStringLiteral("BTIB-0001")) {
        studio.desk.open(c.r.folder());
        studio.desk.sign_in(QStringLiteral("amina"));
        studio.desk.choose_interview(interview);
        studio.window.go_to(QStringLiteral("cut"));
        room = studio.window.findChild<ui::CutRoom*>();
        REQUIRE(room);
    }
    test::StudioRun studio;
    ui::CutRoom* room = nullptr;
};

// A tag by the search in the codebook, on the marked stretch.
void tag_by_name(Cutting& c, const QString& tag) {
    auto& search = c.the<QLineEdit>(QStringLiteral("tag_search"));
    search.setFocus();
    search.setText(tag);
    QTest::keyClick(&search, Qt::Key_Return);
    REQUIRE(c.studio.settles());
    c.player().setFocus();
}

}  // namespace

TEST_CASE(
    "cut: tags keep their keys and colours at the next start and in another interview, whatever the codebook became") {
    Cutting c;
    c.two_segments();
    c.mark(2120ms, 2680ms);
    tag_by_name(c, QStringLiteral("message"));
    const auto before = keys_of(*c.room);
    REQUIRE(before.size() == 9);
    CHECK(before.contains(QStringLiteral("message")));  // a tag that is used has a key
    CHECK(colour_of(*c.room, before[0]) != colour_of(*c.room, before[1]));

    // Somebody puts a code before all others, and uses another tag in another interview.
    c.r.archive.change_codebook({archive::Code{"a-new-root", "", "", -1, ""}}, "amina");
    c.r.add_interview("BTIB-0002");
    for (const auto& interview : {QStringLiteral("BTIB-0001"), QStringLiteral("BTIB-0002")}) {
        NextStart next(c, interview);
        CHECK(keys_of(*next.room) == before);
        for (const auto& tag : before) CHECK(colour_of(*next.room, tag) == colour_of(*c.room, tag));
    }
}

TEST_CASE("cut: Alt and a number put the chosen segment's tag on that key, for good; what was there changes places") {
    Cutting c;
    c.mark(400ms, 1160ms);
    c.tag(2);
    const auto before = keys_of(*c.room);
    const auto colour = colour_of(*c.room, before[1]);
    c.key(Qt::Key_7, Qt::AltModifier);
    auto expected = before;
    expected.swapItemsAt(1, 6);
    CHECK(keys_of(*c.room) == expected);
    CHECK(colour_of(*c.room, before[1]) == colour);  // the tag's, not the key's
    CHECK_THAT(c.studio.notice().toStdString(), Catch::Contains("key 7"));

    c.mark(1200ms, 1920ms);
    c.tag(7);
    REQUIRE(c.segments().size() == 2);
    CHECK(c.segments().back().tags == std::vector<std::string>{before[1].toStdString()});

    NextStart next(c);
    CHECK(keys_of(*next.room) == expected);
}

TEST_CASE("cut: a tag that is typed gets the key without being put on anything, and a key's menu moves its tag") {
    Cutting c;
    auto& search = c.the<QLineEdit>(QStringLiteral("tag_search"));
    search.setFocus();
    QTest::keyClicks(&search, QStringLiteral("message"));
    QTest::keyClick(&search, Qt::Key_3, Qt::AltModifier);
    CHECK(keys_of(*c.room)[2].toStdString() == "message");
    CHECK(c.segments().empty());

    auto* button = c.the<ui::TagPanel>().findChildren<QToolButton*>()[2];
    Q_EMIT button->customContextMenuRequested({});
    auto* menu = c.room->findChild<QMenu*>();
    REQUIRE(menu);
    auto* choices = menu->actions().front()->menu();
    REQUIRE(choices);
    REQUIRE(choices->actions().size() == 9);
    CHECK(choices->actions()[2]->isChecked());
    choices->actions()[0]->trigger();
    menu->close();
    CHECK(keys_of(*c.room)[0].toStdString() == "message");
}

TEST_CASE("cut: Alt and a number without a chosen tag say what to choose") {
    Cutting c;
    const auto before = keys_of(*c.room);
    c.key(Qt::Key_4, Qt::AltModifier);
    CHECK(keys_of(*c.room) == before);
    CHECK_THAT(c.studio.notice().toStdString(), Catch::Contains("Choose a segment"));
}
