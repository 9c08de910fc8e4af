// Making a clip is undone like any edit: told by keys on the real window and read back from the archive.
#include <QComboBox>

#include "ui/cut/cut_edits.h"
#include "ui/cutting.h"

using namespace counterclip;
using namespace std::chrono_literals;

namespace {

// The Cut room with one segment, from which clips are made.
struct Making : test::Cutting {
    Making() {
        mark(200ms, 920ms);
        tag(1);
        segment_id = segments().front().id;
    }
    void make_clip() {
        const auto place = timeline().place_of(segments_lane, segment_id);
        QTest::mouseClick(&timeline(), Qt::LeftButton, Qt::NoModifier, place.center());
        key(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        REQUIRE(studio.settles());
    }
    // What the room offers to choose from, but for the line that is no clip.
    std::vector<std::string> offered() {
        std::vector<std::string> codes;
        const auto& clips = the<QComboBox>(QStringLiteral("clips"));
        for (int n = 1; n < clips.count(); ++n) codes.push_back(clips.itemData(n).toString().toStdString());
        return codes;
    }
    std::int64_t segment_id = 0;
};

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("clip undo: a clip that was made goes with undo, is no longer chosen, and comes back with redo") {
    Making m;
    m.make_clip();
    REQUIRE(m.offered() == Codes{"BTIB-0001-1"});
    REQUIRE(m.studio.desk.clip() == QStringLiteral("BTIB-0001-1"));
    REQUIRE(m.parts().count() == 1);

    m.undo();
    CHECK(m.offered().empty());
    CHECK(m.studio.desk.clip().isEmpty());
    CHECK(m.parts().item(0)->flags() == Qt::NoItemFlags);  // only the hint
    CHECK_THAT(m.studio.notice().toStdString(), !Catch::Contains("discarded it on"));
    CHECK(m.r.again().clips().empty());
    const auto discarded = m.r.again().discarded_clips();
    REQUIRE(discarded.size() == 1);
    CHECK(discarded[0].discarded_reason == "taken back");

    m.redo();
    CHECK(m.offered() == Codes{"BTIB-0001-1"});
    CHECK(m.r.again().clips().size() == 1);
    m.undo();
    CHECK(m.offered().empty());
}

TEST_CASE("clip undo: the next clip after one that was undone has another code") {
    Making m;
    m.make_clip();
    m.undo();
    m.make_clip();
    CHECK(m.offered() == Codes{"BTIB-0001-2"});
    CHECK(m.studio.desk.clip() == QStringLiteral("BTIB-0001-2"));
}

TEST_CASE("clip undo: all that was done to a clip is undone with it, and done again") {
    Making m;
    m.make_clip();
    m.studio.edits.make(ui::change_clip(QStringLiteral("BTIB-0001-1"), QStringLiteral("title"),
                                        {QStringLiteral("--title"), QStringLiteral("What I found")}));
    REQUIRE(m.studio.settles());
    m.undo();
    m.undo();
    REQUIRE(m.r.again().clips().empty());
    m.redo();
    m.redo();
    CHECK(m.r.again().clip("BTIB-0001-1").title == "What I found");
}

TEST_CASE("clip undo: a clip that somebody discards elsewhere leaves the room, which stays usable") {
    Making m;
    m.make_clip();
    m.r.archive.discard_clip("BTIB-0001-1", "made twice", "omar");
    REQUIRE(test::comes_true([&] { return m.offered().empty(); }));
    CHECK(m.studio.desk.clip().isEmpty());
    CHECK_THROWS_WITH(m.studio.desk.choose_clip(QStringLiteral("BTIB-0001-1")),
                      Catch::Contains("clip restore BTIB-0001-1"));
    CHECK(m.studio.desk.clip().isEmpty());
    m.make_clip();
    CHECK(m.offered() == Codes{"BTIB-0001-2"});
}

TEST_CASE("clip undo: a clip that was rendered meanwhile stays, and the window says why") {
    Making m;
    m.make_clip();
    m.r.render("BTIB-0001-1");
    m.undo();
    CHECK(m.offered() == Codes{"BTIB-0001-1"});
    CHECK_THAT(m.studio.notice().toStdString(), Catch::Contains("render 1 was made of it"));
}
