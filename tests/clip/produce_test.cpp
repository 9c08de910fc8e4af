// From a clip in the archive to a verified file.
#include "clip/produce.h"

#include "clip/gate_facts.h"
#include "clip/rehearsal.h"
#include "core/error.h"
#include "core/staged_file.h"
#include "media/probe.h"
#include "media/reader.h"

using namespace counterclip;
using namespace std::chrono_literals;
using test::Rehearsal;

namespace {

const clip::SignatureCheck nobody_signed = [](auto, auto, auto) { return false; };

clip::Produced produced(Rehearsal& r, const std::string& code) {
    Progress silent;
    return clip::produce(r.archive, code, "amina", test::detectors(), silent);
}

bool finds(const std::vector<consent::Finding>& findings, const std::string& code) {
    return std::any_of(findings.begin(), findings.end(), [&](const auto& f) { return f.code == code; });
}

std::vector<consent::Finding> findings(const Rehearsal& r, const std::string& code, consent::Stage stage) {
    Progress silent;
    return consent::check(clip::gather_facts(r.archive, code, {.signed_by = nobody_signed}, silent), stage);
}

}  // namespace

TEST_CASE("a clip shows exactly the frames of its parts, hidden, in sync and with nothing else in the file") {
    Rehearsal r;
    r.store_true_faces();
    r.cut("BTIB-0001-01", 520ms, 2s);
    const auto p = produced(r, "BTIB-0001-01");
    CAPTURE(p.render.verification);
    CHECK(p.rendered.frames == 37);  // pts 0.52 .. 1.96 at 25 frames a second
    CHECK(p.rendered.masked == 37);
    CHECK(p.rendered.hidden_whole == 0);
    CHECK(p.verification.facts.frames_as_planned);
    CHECK(p.verification.facts.streams_as_planned);
    CHECK(p.verification.facts.in_sync);
    CHECK(p.verification.facts.foreign_tags->empty());
    CHECK(*p.verification.facts.frames_uncovered == 0);
    CHECK(*p.verification.facts.faces_found == 0);
    CHECK(p.verification.faces_to_hide == 37);
    CHECK(p.verification.worst_visible <= 0.1F);
    CHECK(p.verification.facts.sha256 == p.render.sha256);
    for (const auto& f : findings(r, "BTIB-0001-01", consent::Stage::approve)) {
        CAPTURE(f.code, f.what);
        CHECK((f.severity == consent::Severity::warns || f.code == "UNHEARD-SPEECH"));  // an auditor has to listen
    }
}

TEST_CASE("whoever stops the verification is told that the render stays, and how to go on") {
    Rehearsal r;
    r.store_true_faces();
    r.cut("C", 400ms, 1s);
    struct Impatient : Progress {
        void begin(std::string_view stage, std::int64_t) override {
            if (stage == "verify") cancel();
        }
    } impatient;
    CHECK_THROWS_WITH(clip::produce(r.archive, "C", "amina", test::detectors(), impatient),
                      Catch::Contains("not yet verified") && Catch::Contains("counterclip verify C") &&
                          !Catch::Contains("nothing was changed"));
    REQUIRE(r.archive.latest_render("C"));
    const auto found = findings(r, "C", consent::Stage::approve);
    const auto unverified =
        std::find_if(found.begin(), found.end(), [](const auto& f) { return f.code == "NOT-VERIFIED"; });
    REQUIRE(unverified != found.end());
    CHECK_THAT(unverified->mend, Catch::Contains("counterclip verify C"));
}

TEST_CASE("frames in an open gap are hidden whole, and the gate says so before approval") {
    Rehearsal r;
    r.store_true_faces();
    auto analysis = *r.archive.analysis(r.recording.id);
    analysis.gaps = {{0, {1s, 1200ms}, faces::GapReason::lost, 1, {}, "", ""}};
    r.archive.store_analysis(r.recording.id, analysis, "amina");
    r.cut("C", 0s, 2s);
    const auto p = produced(r, "C");
    CAPTURE(p.render.verification);
    CHECK(p.rendered.hidden_whole == 5);
    CHECK(p.verification.facts.frames_as_planned);
    CHECK(finds(findings(r, "C", consent::Stage::approve), "GAP-OPEN"));
    CHECK_FALSE(finds(findings(r, "C", consent::Stage::release), "FACE-NOT-COVERED"));
    for (const auto& f : findings(r, "C", consent::Stage::render)) {
        CAPTURE(f.code, f.what);
        CHECK(f.severity == consent::Severity::warns);
    }
}

TEST_CASE("a clip whose faces were not looked for is refused and cannot be planned") {
    Rehearsal r;
    r.cut("C", 0s, 1s);
    CHECK(finds(findings(r, "C", consent::Stage::render), "FACES-NOT-ANALYSED"));
    CHECK_THROWS_WITH(clip::make_plan(r.archive, "C"), Catch::Contains("faces analyze"));
}

TEST_CASE("only consent shows a face, and only that of the person who gave it") {
    Rehearsal r;
    r.store_true_faces();
    auto c = r.cut("C", 0s, 1s);
    c.treatments.hide_faces = false;
    r.archive.change_clip(c, "amina");
    r.archive.label_track(r.recording.id, 1, faces::Label::subject, "amina");
    CHECK(clip::make_plan(r.archive, "C").parts[0].faces_to_hide.size() == 1);

    auto agreed = *r.archive.latest_consent("BTIB-0001");
    agreed.terms.face = consent::FaceTerm::show;
    r.archive.append_consent(agreed, "amina");
    CHECK(clip::make_plan(r.archive, "C").parts[0].faces_to_hide.empty());

    r.archive.label_track(r.recording.id, 1, faces::Label::unlabelled, "amina");
    CHECK(clip::make_plan(r.archive, "C").parts[0].faces_to_hide.size() == 1);
    r.archive.label_track(r.recording.id, 1, faces::Label::guard, "amina");
    CHECK(clip::make_plan(r.archive, "C").parts[0].faces_to_hide.size() == 1);
}

TEST_CASE("a consent without evidence, or for less than the clip's purpose, shows nobody") {
    Rehearsal r;
    r.store_true_faces();
    r.cut("C", 0s, 1s);
    r.archive.label_track(r.recording.id, 1, faces::Label::interviewer, "amina");
    consent::Revision interviewer;
    interviewer.interview = "BTIB-0001";
    interviewer.person = "interviewer";
    interviewer.terms.use = consent::Use::public_;
    interviewer.terms.face = consent::FaceTerm::show;
    interviewer.evidence = {consent::Method::verbal_before_witnesses, 0, {}, {"W-1"}, {}};
    bool shown = false;
    SECTION("good") {
        shown = true;
    }
    SECTION("no evidence") {
        interviewer.evidence = {};
    }
    SECTION("for research only") {
        interviewer.terms.use = consent::Use::research;
    }
    SECTION("withdrawn") {
        interviewer.withdrawn = true;
    }
    r.archive.append_consent(interviewer, "amina");
    CHECK(clip::make_plan(r.archive, "C").parts[0].faces_to_hide.empty() == shown);
}

TEST_CASE("one consent for a role that many can have shows none of them") {
    Rehearsal r;
    r.store_true_faces();
    r.cut("C", 0s, 1s);
    auto agreed = *r.archive.latest_consent("BTIB-0001");
    agreed.terms.face = consent::FaceTerm::show;
    agreed.person = "bystander";
    r.archive.append_consent(agreed, "amina");
    r.archive.label_track(r.recording.id, 1, faces::Label::bystander, "amina");
    CHECK(clip::make_plan(r.archive, "C").parts[0].faces_to_hide.size() == 1);
}

TEST_CASE("a style that can be undone is refused while a face must be hidden") {
    Rehearsal r;
    r.store_true_faces();
    auto c = r.cut("C", 0s, 1s);
    c.treatments.style = faces::Style::pixelate;
    r.archive.change_clip(c, "amina");
    CHECK_THROWS_WITH(clip::make_plan(r.archive, "C"), Catch::Contains("can be undone"));
}

TEST_CASE("a part that is mostly flagged must leave the clip, however it was made") {
    Rehearsal r;
    r.store_true_faces();
    archive::Segment flagged;
    flagged.interview = "BTIB-0001";
    flagged.recording = r.recording.id;
    flagged.range = {1s, 2s};
    flagged.incriminating = true;
    r.archive.add_segment(flagged, "amina");
    r.cut("C", 1s, 2s);
    CHECK(finds(findings(r, "C", consent::Stage::render), "DETAILS-INCRIMINATING"));
}

TEST_CASE("a vault that nobody opened blocks: its names were not looked for") {
    Rehearsal r;
    r.store_true_faces();
    r.cut("C", 0s, 1s);
    const auto blocks = [&](consent::Stage stage) {
        const auto found = findings(r, "C", stage);
        return std::any_of(found.begin(), found.end(), [](const auto& f) {
            return f.code == "NAMES-NOT-SEARCHED" && f.severity == consent::Severity::blocks;
        });
    };
    CHECK_FALSE(finds(findings(r, "C", consent::Stage::release), "NAMES-NOT-SEARCHED"));
    write_whole(r.archive.path("identities.vault"), "closed");
    CHECK(finds(findings(r, "C", consent::Stage::render), "NAMES-NOT-SEARCHED"));
    CHECK_FALSE(blocks(consent::Stage::render));
    CHECK(blocks(consent::Stage::approve));
    CHECK(blocks(consent::Stage::release));
}

TEST_CASE("a render is stale once consent, tracks or the clip changed") {
    Rehearsal r;
    r.store_true_faces();
    auto c = r.cut("C", 0s, 1s);
    produced(r, "C");
    REQUIRE_FALSE(finds(findings(r, "C", consent::Stage::approve), "RENDER-STALE"));
    SECTION("consent") {
        r.archive.append_consent(*r.archive.latest_consent("BTIB-0001"), "amina");
    }
    SECTION("clip") {
        c.lower_third = "";
        r.archive.change_clip(c, "amina");
    }
    SECTION("title, which the manifest carries") {
        c.title = "Another";
        r.archive.change_clip(c, "amina");
    }
    SECTION("tracks") {
        r.archive.label_track(r.recording.id, 1, faces::Label::bystander, "amina");
    }
    CHECK(finds(findings(r, "C", consent::Stage::approve), "RENDER-STALE"));
}

TEST_CASE("a changed original is neither rendered nor passed") {
    Rehearsal r;
    r.store_true_faces();
    r.cut("C", 0s, 1s);
    const auto file = r.archive.path(r.recording.file);
    std::filesystem::permissions(file, std::filesystem::perms::owner_write, std::filesystem::perm_options::add);
    std::filesystem::resize_file(file, std::filesystem::file_size(file) - 1);
    CHECK_THROWS_WITH(produced(r, "C"), Catch::Contains("no longer the file"));
    CHECK(finds(findings(r, "C", consent::Stage::render), "ORIGINAL-CHANGED"));
    CHECK(test::names_in(r.folder() / "renders").empty());
}

TEST_CASE("what is flagged incriminating is not heard") {
    Rehearsal r;
    r.store_true_faces();
    archive::Segment flagged;
    flagged.interview = "BTIB-0001";
    flagged.recording = r.recording.id;
    flagged.range = {1s, 1500ms};
    flagged.incriminating = true;
    r.archive.add_segment(flagged, "amina");
    r.cut("C", 500ms, 2500ms);
    const auto p = produced(r, "C");
    const auto file = r.archive.path(p.render.file);
    // The clip's clock: flagged from 0.5 to 1.0 s. AAC spreads a little over a packet's edge.
    CHECK(test::loudness(file, {530ms, 970ms}) < 1e-3);
    CHECK(test::loudness(file, {0s, 450ms}) > 5e-3);
    CHECK(test::loudness(file, {1050ms, 1900ms}) > 5e-3);
}

TEST_CASE("a title card comes first and the lower-third lies over the picture") {
    Rehearsal r;
    r.store_true_faces();
    auto c = r.cut("C", 0s, 1s);
    c.card = "What I found";
    r.archive.change_clip(c, "amina");
    ::setenv("TMPDIR", "/nowhere", 1);  // its words are written nowhere outside the archive
    const auto p = produced(r, "C");
    ::unsetenv("TMPDIR");
    CAPTURE(p.render.verification);
    CHECK(p.rendered.frames == 25 * 3 + 25);
    CHECK(p.verification.facts.frames_as_planned);
    CHECK(p.verification.facts.in_sync);
    CHECK(test::loudness(r.archive.path(p.render.file), {100ms, 2900ms}) < 1e-4);

    media::VideoReader reader(r.archive.path(p.render.file));
    media::Frame frame;
    REQUIRE(reader.next(frame));
    int bright = 0;
    const auto luma = frame.plane(0);
    for (int y = 0; y < luma.height; ++y)
        for (int x = 0; x < luma.width; ++x) bright += luma.data[y * luma.stride + x] > 180;
    CHECK(bright > 100);  // letters on the dark card
}

TEST_CASE("a cancelled render leaves no file and no record") {
    Rehearsal r;
    r.store_true_faces();
    r.cut("C", 0s, 2s);
    struct Impatient : Progress {
        void begin(std::string_view stage, std::int64_t) override {
            if (stage == "render") cancel();
        }
    } impatient;
    CHECK_THROWS_AS(clip::produce(r.archive, "C", "amina", test::detectors(), impatient), Error);
    CHECK(test::names_in(r.folder() / "renders").empty());
    CHECK_FALSE(r.archive.latest_render("C"));
}
