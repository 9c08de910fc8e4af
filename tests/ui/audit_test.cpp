// Audit: the finished file beside the recording, findings, what was watched, and decisions on the very render that was
// looked at.
#include <QCheckBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTest>

#include "ui/audit/audit_edits.h"
#include "ui/audit/audit_findings.h"
#include "ui/audit/audit_room.h"
#include "ui/audit/contact_strip.h"
#include "ui/audit/decision_box.h"
#include "ui/audit/watched.h"
#include "ui/auditing.h"
#include "ui/player/veiled_film.h"

using namespace counterclip;
using namespace std::chrono_literals;
using test::comes_true;

namespace {

using test::Rendered;
using Studio = test::Auditing;

// Mean difference of two pictures of one size, 0..255.
double apart(const QImage& a, const QImage& b) {
    const QSize size = a.size().boundedTo(b.size());  // rounding makes them a pixel apart
    REQUIRE((a.size().expandedTo(b.size()) - size).width() <= 2);
    REQUIRE(!size.isEmpty());
    double sum = 0;
    for (int y = 0; y < size.height(); ++y)
        for (int x = 0; x < size.width(); ++x) {
            const QColor p = a.pixelColor(x, y);
            const QColor q = b.pixelColor(x, y);
            sum += std::abs(p.red() - q.red()) + std::abs(p.green() - q.green()) + std::abs(p.blue() - q.blue());
        }
    return sum / 3 / (size.width() * size.height());
}

// The same strip of a picture of the film, as the wipe would paint it.
QImage left_half_of(Studio& studio, const QImage& image) {
    const auto place = studio.view().to_widget().mapRect(QRectF(QPointF(), QSizeF(studio.view().shown().source)));
    const auto scaled = image.scaled(place.size().toSize(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    return scaled.copy(0, scaled.height() / 4, static_cast<int>(place.width()) / 2 - 4, scaled.height() / 2);
}

}  // namespace

TEST_CASE("what was played is watched, holes and jumps are not, and without sound nothing was heard") {
    ui::Watched watched;
    for (int n = 0; n < 25; ++n) watched.note(n * 40ms, 40ms, {.seen = true});
    CHECK(ui::length_of(watched.seen()) == 1s);
    CHECK(watched.heard().empty());
    watched.interrupt();
    for (int n = 50; n < 75; ++n) watched.note(n * 40ms, 40ms, {.seen = true, .heard = true});
    REQUIRE(watched.seen().size() == 2);
    CHECK(ui::length_of(watched.heard()) == 1s);
    CHECK_FALSE(ui::is_all(watched.seen(), 3s));
    watched.note(2'990ms + 1s, 40ms, {.seen = true, .heard = true});  // a jump while it plays
    CHECK(ui::length_of(watched.seen()) < 2'100ms);
    watched.interrupt();
    for (int n = 0; n < 101; ++n) watched.note(n * 40ms, 40ms, {.seen = true, .heard = true});
    CHECK(ui::is_all(watched.heard(), 4s));
}

TEST_CASE("an auditor sees the finished file with the original of the same moment under the wipe") {
    Rendered rendered;
    Studio studio(rendered);
    REQUIRE(studio.shows(rendered.latest()));
    REQUIRE(studio.is_checked());
    const auto& render = rendered.latest();
    const auto card = render.duration - 2s;
    const Time at = card + 1s;  // 1.4 s of the recording
    studio.player().seek(at);
    REQUIRE(comes_true([&] { return std::chrono::abs(studio.view().shown().pts - at) < 40ms; }));
    ui::FileFilm original(rendered.archive.path(rendered.recording.file));
    ui::FileFilm file(rendered.archive.path(render.file));
    CHECK(studio.audit().overlay().way() == ui::BesideWay::render_only);  // nothing unveiled before it is asked for
    studio.press(Qt::Key_W);
    const auto from_recording = left_half_of(studio, studio.as(original, 1'400ms));
    const auto from_render = left_half_of(studio, studio.as(file, at));
    REQUIRE(apart(from_recording, from_render) > 3);
    CHECK(apart(studio.left_half(), from_recording) < 3);
    test::take_screenshot(studio.window, QStringLiteral("audit"));
    studio.press(Qt::Key_W);
    CHECK(studio.audit().overlay().way() == ui::BesideWay::side_by_side);
    test::take_screenshot(studio.window, QStringLiteral("audit-side-by-side"));
    studio.press(Qt::Key_W);
    CHECK(apart(studio.left_half(), from_render) < 3);

    // A card comes from no recording.
    studio.press(Qt::Key_W);
    studio.player().seek(card / 2);
    REQUIRE(comes_true([&] { return std::chrono::abs(studio.view().shown().pts - card / 2) < 40ms; }));
    CHECK(apart(studio.left_half(), left_half_of(studio, studio.picture())) < 3);
}

TEST_CASE("what is half covered by the wipe is not watched, and what one auditor watched the next has not") {
    Rendered rendered;
    Studio studio(rendered);
    REQUIRE(studio.shows(rendered.latest()));
    const auto watched = [&]() -> const std::vector<Range>& { return studio.audit().watched().seen(); };
    const auto plays_on = [&] {
        const auto from = studio.player().position();
        studio.player().toggle();
        REQUIRE(comes_true([&] { return studio.player().position() > from + 200ms; }));
        studio.player().pause();
    };
    studio.press(Qt::Key_W);
    plays_on();
    CHECK(watched().empty());
    CHECK_THAT(studio.notice().toStdString(), Catch::Contains("wipe"));
    studio.press(Qt::Key_W);
    plays_on();
    CHECK_FALSE(watched().empty());
    studio.desk.sign_in(QStringLiteral("lina"));
    REQUIRE(studio.shows(rendered.latest()));
    CHECK(watched().empty());
    CHECK(studio.audit().overlay().way() == ui::BesideWay::render_only);  // nor did they ask for the original
    studio.desk.sign_in(QStringLiteral("samir"));
    REQUIRE(studio.shows(rendered.latest()));
    CHECK(watched().empty());
}

TEST_CASE("who may not see originals gets the veiled recording under the wipe, and after signing out nothing else") {
    Rendered rendered;
    Studio studio(rendered);
    REQUIRE(studio.shows(rendered.latest()));
    const Time at = rendered.latest().duration - 1s;
    ui::FileFilm original(rendered.archive.path(rendered.recording.file));
    ui::VeiledFilm veiled(rendered.folder(), rendered.recording.id);
    const auto who = GENERATE(as<std::string>(), "lina", "");
    studio.player().seek(at);
    REQUIRE(comes_true([&] { return std::chrono::abs(studio.view().shown().pts - at) < 40ms; }));
    const auto open = left_half_of(studio, studio.as(original, 1'400ms));
    const auto hidden = left_half_of(studio, studio.as(veiled, 1'400ms));
    REQUIRE(apart(open, hidden) > 3);
    studio.press(Qt::Key_W);
    CHECK(apart(studio.left_half(), open) < 3);
    if (who.empty())
        studio.desk.sign_out();
    else
        studio.desk.sign_in(QString::fromStdString(who));
    CHECK(studio.picture().isNull());  // at once, before anything is read
    REQUIRE(studio.shows(rendered.latest()));
    studio.player().seek(at);
    REQUIRE(comes_true([&] { return std::chrono::abs(studio.view().shown().pts - at) < 40ms; }));
    studio.press(Qt::Key_W);
    CHECK(apart(studio.left_half(), hidden) < 3);
    CHECK_FALSE(studio.the<QPushButton>(QStringLiteral("approve")).isEnabled());
}

TEST_CASE("a file of which nobody can say that nothing is in it is not played to who may not see originals") {
    Rendered rendered;
    rendered.archive.set_verification(rendered.latest().id, "{}", "amina");
    test::StudioRun studio;
    studio.desk.open(rendered.folder());
    QTest::keyClick(&studio.window, Qt::Key_F5);
    studio.desk.choose_clip(QStringLiteral("courage"));
    auto& strip = studio.the<ui::ContactStrip>();
    auto& state = studio.the<QLabel>(QStringLiteral("state"));
    REQUIRE(comes_true([&] { return state.text().contains(QStringLiteral("SHA-256")); }));  // it was read
    CHECK(studio.the<ui::AuditPlayer>().render() == 0);
    CHECK(studio.the<ui::AuditPlayer>().player().view().picture().isNull());
    CHECK(strip.count() == 0);
}

TEST_CASE("Ctrl+Return signs the very render that was watched, with what was said about listening") {
    Rendered rendered;
    Studio studio(rendered);
    REQUIRE(studio.shows(rendered.latest()));
    REQUIRE(studio.may_approve());
    studio.press(Qt::Key_Return, Qt::ControlModifier);
    auto* box = studio.window.findChild<ui::ApproveBox*>();
    REQUIRE(box);
    CHECK_FALSE(box->listened());  // nothing was heard here
    QTest::keyClick(box->findChild<QLineEdit*>(), Qt::Key_Return);
    CHECK(box->isVisible());  // nor seen: nothing is signed unseen
    CHECK_FALSE(rendered.archive.latest_approval(rendered.latest().id));
    test::take_screenshot(*box, QStringLiteral("audit-approve"));
    for (auto* tick : box->findChildren<QCheckBox*>()) tick->setChecked(true);
    QTest::keyClick(box->findChild<QLineEdit*>(), Qt::Key_Return);
    REQUIRE(studio.settles());
    INFO(studio.notice().toStdString());
    const auto decision = rendered.archive.latest_approval(rendered.latest().id);
    REQUIRE(decision);
    CHECK(decision->approved);
    CHECK(decision->listened);
    CHECK(decision->by == "basim");
    CHECK(decision->sha256 == rendered.latest().sha256);
    auto& decisions = studio.the<ui::LineList>(QStringLiteral("decisions"));
    REQUIRE(comes_true([&] { return decisions.lines().rowCount() == 1; }));
    CHECK_THAT(decisions.text().toStdString(), Catch::Contains("approved by basim"));
    CHECK(studio.edits.undo_title().isEmpty());  // a decision is not taken back
}

TEST_CASE("the box asks whether names were looked at only where something is like one, and what is ticked is signed") {
    const auto box_for = [](int near_names) {
        ui::Judged judged;
        judged.clip = QStringLiteral("courage");
        judged.near_names = near_names;
        return std::make_unique<ui::ApproveBox>(judged, nullptr);
    };
    const auto asked = QStringLiteral("looked-at-names");
    CHECK(box_for(0)->findChild<QCheckBox*>(asked) == nullptr);
    CHECK_FALSE(box_for(0)->looked_at_names());
    const auto box = box_for(2);
    auto* tick = box->findChild<QCheckBox*>(asked);
    REQUIRE(tick);
    CHECK_FALSE(tick->isChecked());  // nobody can know that but the auditor
    CHECK_FALSE(box->looked_at_names());
    tick->setChecked(true);
    CHECK(box->looked_at_names());
    const auto words = [](bool looked) {
        return ui::approve_render(QStringLiteral("courage"), 1, {}, false, looked).steps.front().verb;
    };
    CHECK(words(true).contains(QStringLiteral("--looked-at-names")));
    CHECK_FALSE(words(false).contains(QStringLiteral("--looked-at-names")));
}

TEST_CASE("an approval is refused when a newer render was made while the auditor looked") {
    Rendered rendered;
    Studio studio(rendered);
    const auto watched = rendered.latest();
    REQUIRE(studio.shows(watched));
    REQUIRE(studio.may_approve());
    studio.press(Qt::Key_Return, Qt::ControlModifier);
    auto* box = studio.window.findChild<ui::ApproveBox*>();
    REQUIRE(box);
    const auto newer = rendered.render();
    for (auto* tick : box->findChildren<QCheckBox*>()) tick->setChecked(true);
    QTest::keyClick(box->findChild<QLineEdit*>(), Qt::Key_Return);
    REQUIRE(studio.settles());
    CHECK_THAT(studio.notice().toStdString(), Catch::Contains("rendered again while you looked"));
    CHECK(rendered.archive.approvals(watched.id).empty());
    CHECK(rendered.archive.approvals(newer.id).empty());
}

TEST_CASE("refusing needs a reason") {
    Rendered rendered;
    Studio studio(rendered);
    REQUIRE(studio.shows(rendered.latest()));
    QTest::mouseClick(&studio.the<QPushButton>(QStringLiteral("refuse")), Qt::LeftButton);
    auto* box = studio.window.findChild<ui::RefuseBox*>();
    REQUIRE(box);
    auto* reason = box->findChild<QLineEdit*>();
    QTest::keyClicks(reason, QStringLiteral("   "));
    QTest::keyClick(reason, Qt::Key_Return);
    CHECK(box->isVisible());
    REQUIRE(studio.settles());
    CHECK(rendered.archive.approvals(rendered.latest().id).empty());
    QTest::keyClicks(reason, QStringLiteral("the reflection in the window"));
    QTest::keyClick(reason, Qt::Key_Return);
    REQUIRE(studio.settles());
    INFO(studio.notice().toStdString());
    const auto decision = rendered.archive.latest_approval(rendered.latest().id);
    REQUIRE(decision);
    CHECK_FALSE(decision->approved);
    CHECK(decision->reason == "the reflection in the window");
}

TEST_CASE("N goes to the next finding and to the frame it names, a tile of the contact sheet to its own") {
    Rendered rendered;
    auto report = rendered.latest().verification;
    const std::string problems = "\"problems\": [";
    const auto at = report.find(problems);
    REQUIRE(at != std::string::npos);
    report.insert(at + problems.size(), "\"a face or region that must be hidden can be made out at 0:00:01.200\"");
    rendered.archive.set_verification(rendered.latest().id, report, "amina");
    Studio studio(rendered);
    REQUIRE(studio.shows(rendered.latest()));
    REQUIRE(studio.is_checked());
    auto& findings = studio.the<ui::LineList>(QStringLiteral("findings"));
    CHECK_THAT(findings.text().toStdString(),
               Catch::Contains("asked of whoever approves") && Catch::Contains("UNHEARD"));
    studio.press(Qt::Key_P);  // the last: what the verification saw
    CHECK(comes_true([&] { return std::chrono::abs(studio.view().shown().pts - 1'200ms) <= 40ms; }));
    auto& strip = studio.the<ui::ContactStrip>();
    REQUIRE(strip.count() > 0);
    auto* tile = strip.item(strip.count() - 1);
    strip.scrollToItem(tile);
    QTest::mouseClick(strip.viewport(), Qt::LeftButton, {}, strip.visualItemRect(tile).center());
    const Time named(tile->data(Qt::UserRole).toLongLong());
    CHECK(comes_true([&] { return std::chrono::abs(studio.view().shown().pts - named) <= 40ms; }));
}

TEST_CASE("a finding that names the recording's time is found on the clip's clock") {
    ui::ClipAudit audit;
    audit.render.emplace().duration = 10s;
    audit.plan.emplace().parts.resize(1);
    auto& part = audit.plan->parts.front();
    part.interview = "BTIB-0001";
    part.position = 2;
    part.range = {60s, 65s};
    part.at = 4s;
    const auto found = ui::findings_with_places(
        {{"SPOKEN-NAME", consent::Severity::blocks, "a name said in recording 2 of BTIB-0001 at 0:01:02.500", ""},
         {"SPOKEN-NAME", consent::Severity::blocks, "a name said in recording 1 of BTIB-0001 at 0:01:02.500", ""},
         {"X", consent::Severity::warns, "something at 0:00:03.000", ""}},
        audit);
    REQUIRE(found.size() == 3);
    CHECK(found[0].at == Time(6'500ms));
    CHECK_FALSE(found[1].at);
    CHECK(found[2].at == Time(3s));
    const auto source = ui::source_of(audit, 6'500ms);
    REQUIRE(source);
    CHECK(source->at == Time(62'500ms));
    CHECK_FALSE(ui::source_of(audit, 3s));  // the card
    CHECK_FALSE(ui::source_of(audit, 9s));
}

TEST_CASE("the audit report is written as a job and opened") {
    Rendered rendered;
    Studio studio(rendered);
    REQUIRE(studio.shows(rendered.latest()));
    QUrl opened;
    studio.the<ui::AuditRoom>().open_url = [&](const QUrl& url) { opened = url; };
    QTest::mouseClick(&studio.the<QPushButton>(QStringLiteral("report")), Qt::LeftButton);
    REQUIRE(studio.settles());
    INFO(studio.notice().toStdString());
    REQUIRE(comes_true([&] { return opened.isLocalFile(); }));
    CHECK(std::filesystem::exists(opened.toLocalFile().toStdString()));
}
