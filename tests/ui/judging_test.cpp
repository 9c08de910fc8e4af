// What stands against an approval, told before and after an auditor tries, and a render that is out of date.
#include <QCheckBox>
#include <QLineEdit>

#include "ui/audit/audit_findings.h"
#include "ui/audit/contact_strip.h"
#include "ui/audit/decision_box.h"
#include "ui/auditing.h"
#include "ui/look/roles.h"
#include "ui/words/finding_words.h"

using namespace counterclip;
using namespace std::chrono_literals;
using test::comes_true;

namespace {

using test::Rendered;
using Studio = test::Auditing;

// Another card: what was rendered is no longer what would be.
void change_clip(Rendered& rendered) {
    auto clip = rendered.archive.clip("courage");
    clip.card = "What I found there";
    rendered.archive.change_clip(clip, "amina");
}

void change_consent(Rendered& rendered) {
    auto next = rendered.archive.latest_consent("BTIB-0001").value();
    next.reason = "asked again";
    rendered.archive.append_consent(next, "amina");
}

std::string words_of(const char* code) {
    return ui::words_for(QString::fromLatin1(code)).value().name.toStdString();
}

// Of what lies across the top of the picture, as it is painted.
QColor colour_of_top(Studio& studio) {
    return studio.view().grab().toImage().pixelColor(4, 4);
}

}  // namespace

TEST_CASE("what the box of an approval asks for does not shut the way to it, everything else that blocks does") {
    for (const auto& rule : consent::rules()) {
        if (rule.from != consent::Stage::approve || rule.severity != consent::Severity::blocks) continue;
        INFO(rule.code);
        ui::AuditFinding finding;
        finding.code = QString::fromStdString(rule.code);
        finding.blocks = true;
        CHECK(finding.stops() == (rule.code != "UNHEARD-SPEECH" && rule.code != "NEAR-NAMES-UNSEEN"));
        CHECK(finding.in_words().toStdString() == words_of(rule.code.c_str()));
    }
}

TEST_CASE("while a finding blocks, approving does not look possible, and the line beside it leads to the finding") {
    Rendered rendered;
    Studio studio(rendered);
    REQUIRE(studio.shows(rendered.latest()));
    REQUIRE(studio.may_approve());
    CHECK(studio.approve().isDefault());  // the main button
    test::take_screenshot(studio.window, QStringLiteral("audit-may-approve"));
    change_consent(rendered);
    studio.desk.refresh();
    CHECK_FALSE(studio.approve().isEnabled());  // nobody can say yet
    CHECK_FALSE(studio.approve().isDefault());
    REQUIRE(comes_true([&] { return studio.why_not().contains(QString::fromStdString(words_of("RENDER-STALE"))); }));
    CHECK_FALSE(studio.approve().isEnabled());
    CHECK_FALSE(studio.approve().isDefault());
    studio.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK_FALSE(studio.window.findChild<ui::ApproveBox*>());
    CHECK_THAT(studio.notice().toStdString(), Catch::Contains(words_of("RENDER-STALE")));
    auto& line = studio.the<QLabel>(QStringLiteral("why not"));
    test::take_screenshot(studio.window, QStringLiteral("audit-blocked"));
    QTest::mouseClick(&line, Qt::LeftButton, {}, QPoint(12, line.height() / 2));
    REQUIRE(studio.findings().chosen_id() != 0);
    const auto chosen = studio.findings().lines().row_of(studio.findings().chosen_id());
    CHECK(studio.findings().lines().line(chosen).title.toStdString() == words_of("RENDER-STALE"));
    // A no is always heard.
    CHECK(studio.the<QPushButton>(QStringLiteral("refuse")).isEnabled());
    // Where it is mended.
    QTest::keyClick(&studio.findings(), Qt::Key_Return);
    CHECK(studio.window.room(QStringLiteral("cut")).isVisible());
}

TEST_CASE("a render that is out of date says so across its picture, compared in whatever way or not at all") {
    Rendered rendered;
    Studio studio(rendered);
    REQUIRE(studio.shows(rendered.latest()));
    const auto warns = [&] { return colour_of_top(studio) == ui::dark_roles().warn; };
    studio.player().seek(rendered.latest().duration - 1s);
    REQUIRE(comes_true([&] { return studio.view().shown().pts > 3s; }));
    CHECK_FALSE(warns());
    const bool by_clip = GENERATE(false, true);
    if (by_clip)
        change_clip(rendered);  // then nothing can be laid beside it either
    else
        change_consent(rendered);
    studio.desk.refresh();
    REQUIRE(comes_true([&] { return !studio.audit().overlay().out_of_date().isEmpty() && warns(); }));
    CHECK_THAT(studio.audit().overlay().out_of_date().toStdString(), Catch::Contains(by_clip ? "clip" : "consent"));
    CHECK_THAT(studio.the<QLabel>(QStringLiteral("state")).text().toStdString(), Catch::Contains("out of date"));
    test::take_screenshot(studio.window,
                          by_clip ? QStringLiteral("audit-stale") : QStringLiteral("audit-stale-consent"));
    studio.press(Qt::Key_W);
    CHECK(warns());
    test::take_screenshot(studio.window,
                          by_clip ? QStringLiteral("audit-stale-side") : QStringLiteral("audit-stale-both"));
    studio.press(Qt::Key_W);
    CHECK(warns());

    const auto anew = rendered.render();
    studio.desk.refresh();
    REQUIRE(studio.shows(anew));
    CHECK(comes_true([&] { return !warns(); }));
}

TEST_CASE("what the gate refused is a list in people's words, the first of it chosen, and no raw text is shown") {
    Rendered rendered;
    Studio studio(rendered);
    REQUIRE(studio.shows(rendered.latest()));
    REQUIRE(studio.may_approve());
    studio.press(Qt::Key_Return, Qt::ControlModifier);
    auto* box = studio.window.findChild<ui::ApproveBox*>();
    REQUIRE(box);
    box->findChild<QCheckBox*>(QStringLiteral("watched"))->setChecked(true);
    QTest::keyClick(box->findChild<QLineEdit*>(), Qt::Key_Return);  // without having listened
    REQUIRE(studio.settles());
    CHECK_FALSE(rendered.archive.latest_approval(rendered.latest().id));
    CHECK_THAT(studio.notice().toStdString(), Catch::Contains("courage is not approved. 1 reason"));
    CHECK_THAT(studio.notice().toStdString(), !Catch::Contains("the gate refuses"));
    REQUIRE(studio.findings().chosen_id() == 1);
    const auto& line = studio.findings().lines().line(studio.findings().lines().row_of(1));
    CHECK(line.title.toStdString() == words_of("UNHEARD-SPEECH"));
    CHECK_THAT(line.below.toStdString(), Catch::Contains("UNHEARD-SPEECH") && !Catch::Contains("counterclip"));
    test::take_screenshot(studio.window, QStringLiteral("audit-refused"));
    // Listening settles it, and nothing else stands against it.
    CHECK(studio.may_approve());
}

TEST_CASE("who had a hand in a clip learns it when they try, and the button stays shut for them and for nobody else") {
    Rendered rendered;
    auto clip = rendered.archive.clip("courage");
    clip.title = "Courage";
    rendered.archive.change_clip(clip, "ruth");
    rendered.render();
    Studio studio(rendered, QStringLiteral("ruth"));
    REQUIRE(studio.shows(rendered.latest()));
    REQUIRE(studio.may_approve());
    studio.press(Qt::Key_Return, Qt::ControlModifier);
    auto* box = studio.window.findChild<ui::ApproveBox*>();
    REQUIRE(box);
    for (auto* tick : box->findChildren<QCheckBox*>()) tick->setChecked(true);
    QTest::keyClick(box->findChild<QLineEdit*>(), Qt::Key_Return);
    REQUIRE(studio.settles());
    REQUIRE(comes_true([&] { return studio.why_not().contains(QString::fromStdString(words_of("AUDITOR-EDITED"))); }));
    CHECK_FALSE(studio.approve().isEnabled());
    studio.desk.sign_in(QStringLiteral("basim"));
    CHECK(studio.may_approve());
}

TEST_CASE("the contact sheet of before stays until the new one is there, with a word that it is being made") {
    Rendered rendered;
    Studio studio(rendered);
    REQUIRE(studio.shows(rendered.latest()));
    auto& strip = studio.the<ui::ContactStrip>();
    REQUIRE(comes_true([&] { return strip.count() > 0 && !strip.is_being_made(); }));
    const auto tile = [&] { return strip.item(0)->icon().pixmap(strip.iconSize()).toImage(); };
    const auto before = tile();
    const int tiles = strip.count();
    rendered.render();
    studio.desk.refresh();
    REQUIRE(comes_true([&] { return strip.is_being_made(); }));
    CHECK(strip.count() == tiles);
    CHECK(tile() == before);
    test::take_screenshot(studio.window, QStringLiteral("audit-sheet-anew"));
    REQUIRE(comes_true([&] { return !strip.is_being_made(); }));
    CHECK(strip.count() > 0);
    // Nothing new: nothing is read, and nothing is chosen away.
    strip.setCurrentRow(1);
    studio.desk.refresh();
    REQUIRE(studio.may_approve());
    CHECK_FALSE(strip.is_being_made());
    CHECK(strip.currentRow() == 1);
    // Another clip's sheet is not this one's.
    studio.desk.choose_clip({});
    CHECK(strip.count() == 0);
}
