// Captions are laid out last on their way out: what is measured is what is read, and what was parted stays so.
#include "clip/caption_layout.h"

#include "clip/caption_files.h"
#include "clip/gate_facts.h"
#include "clip/rehearsal.h"
#include "clip/told.h"

using namespace counterclip;
using namespace std::chrono_literals;
using Catch::Matchers::Contains;
using test::cue_of;
using test::Told;
using Texts = std::vector<std::string>;

namespace {

Texts texts_of(const std::vector<clip::Worded>& words) {
    Texts all;
    for (const auto& one : words) all.push_back(one.cue.text);
    return all;
}

// What a clip of these stretches of the recording has as captions.
Texts read_in(const Told& t, const std::vector<Range>& parts) {
    std::vector<clip::Shown> shown;
    Time at{};
    for (const Range& part : parts) {
        shown.push_back({"A-1", t.recording.id, 1, part, at});
        at += duration(part);
    }
    return texts_of(clip::laid_out(clip::captions_of(t.shelf.archive, "c", "en", shown, &t.vault)));
}

}  // namespace

TEST_CASE("what is said in one breath is read as one, but not across a redaction, a cut or the edge of a part") {
    Told t;
    t.tell({{{0s, 300ms}, "No."}, {{400ms, 700ms}, "Never."}, {{750ms, 1500ms}, "We did not go."}});
    CHECK(read_in(t, {{0s, 2s}}) == Texts{"No. Never. We did not go."});
    CHECK(read_in(t, {{0s, 350ms}, {350ms, 2s}}) == Texts{"No.", "Never. We did not go."});
    CHECK(read_in(t, {{0s, 720ms}, {0s, 720ms}}) == Texts{"No. Never.", "No. Never."});
    // Whoever cut in the middle of a cue did not want the rest of it read.
    CHECK(read_in(t, {{100ms, 2s}}) == Texts{"No.", "Never. We did not go."});
    SECTION("what goes out lies between two cues") {
        t.redact({310ms, 390ms});
        CHECK(read_in(t, {{0s, 2s}}) == Texts{"No.", "Never. We did not go."});
    }
    SECTION("it is a cue") {
        t.redact({500ms, 600ms});
        CHECK(read_in(t, {{0s, 2s}}) == Texts{"No.", "[...]", "We did not go."});
    }
    SECTION("it is a cue that is cut out") {
        t.redact({400ms, 700ms}, archive::Removal::cut);
        CHECK(read_in(t, {{0s, 2s}}) == Texts{"No.", "We did not go."});
    }
}

TEST_CASE("what stands in the place of a name is what has to fit, and a caption tells what it is made of") {
    Told t;
    t.tell({{{0s, 1200ms}, "We left Stringtown at night with them all"}, {{1300ms, 1500ms}, "Yes."}});
    const std::vector<clip::Shown> whole{{"A-1", t.recording.id, 1, {0s, 2s}}};
    const auto read = clip::laid_out(clip::captions_of(t.shelf.archive, "c", "en", whole, &t.vault));
    REQUIRE(read.size() == 1);
    CHECK(read[0].cue.text == "We left a town in the north\nat night with them all Yes.");
    CHECK(read[0].cue.range == Range{0s, 1500ms});
    CHECK(read[0].is_substituted);
    CHECK_FALSE(read[0].is_redacted);
}

TEST_CASE("captions of every kind are laid out in a clip's plan, a voice that speaks them anew keeps to its cues") {
    test::Rehearsal r;
    r.store_true_faces();
    auto clip = r.cut("c", 0s, 3s);
    clip.language = "en";
    clip.captions = GENERATE(archive::CaptionMode::burned, archive::CaptionMode::inside, archive::CaptionMode::beside);
    clip.treatments.disguise = voice::Disguise::revoice;
    r.archive.change_clip(clip, "amina");
    archive::Transcript t;
    t.interview = "BTIB-0001";
    t.recording = r.recording.id;
    t.language = "en";
    r.archive.add_transcript(t, {{{200ms, 600ms}, "No."}, {{700ms, 2s}, "We did not go."}}, "amina");
    const auto plan = clip::make_plan(r.archive, "c");
    REQUIRE(plan.captions.size() == 1);
    CHECK(plan.captions[0].text == "No. We did not go.");
    REQUIRE(plan.said.size() == 2);
    CHECK(plan.said[1].range.in == 700ms);
    const auto is_drawn = [](const auto& text) { return text.text == "No. We did not go."; };
    const bool is_burned = clip.captions == archive::CaptionMode::burned;
    CHECK(std::count_if(plan.texts.begin(), plan.texts.end(), is_drawn) == (is_burned ? 1 : 0));
    for (const auto& file : clip::caption_files(plan)) CHECK_THAT(file.bytes, Contains("No. We did not go."));
}

TEST_CASE("captions that go by too fast are advice, which never blocks and holds none of their words") {
    test::Rehearsal r;
    r.store_true_faces();
    auto clip = r.cut("c", 0s, 3s);
    clip.language = "en";
    clip.captions = archive::CaptionMode::burned;
    clip.card = "What I found";
    r.archive.change_clip(clip, "amina");
    archive::Transcript t;
    t.interview = "BTIB-0001";
    t.recording = r.recording.id;
    t.language = "en";
    r.archive.add_transcript(t, {{{1s, 2s}, "All of this was said within one single second"}}, "amina");
    Progress silent;
    const auto advice = [&] {
        const auto facts = clip::gather_facts(r.archive, "c", {.signed_by = [](auto...) { return false; }}, silent);
        std::vector<consent::Finding> found;
        for (auto& finding : consent::check(facts, consent::Stage::render))
            if (finding.code == "CAPTIONS-HARD-TO-READ") found.push_back(std::move(finding));
        return found;
    };
    const auto found = advice();
    REQUIRE(found.size() == 1);
    CHECK(found[0].severity == consent::Severity::warns);
    CHECK_THAT(found[0].what, Contains("0:00:04.000: too fast") && !Contains("single"));  // after the card
    clip.captions = archive::CaptionMode::none;
    r.archive.change_clip(clip, "amina");
    CHECK(advice().empty());
}

TEST_CASE("a cue of which something is hidden is split only where everybody knows on which side that is") {
    const std::vector<clip::Unsaid> hidden{{{1s, 1200ms}, false, {}}};
    captions::Cue cue{{0s, 2s}, "we crossed at Akcakale by night"};
    CHECK_FALSE(clip::may_be_split(cue, 1500ms, hidden));
    CHECK(clip::may_be_split(cue, 1500ms, {{{2s, 3s}, false, {}}}));
    cue = cue_of({0s, 1800ms}, {"we", "crossed", "at", "Akcakale", "by", "night"});
    CHECK(clip::may_be_split(cue, 600ms, hidden));
    CHECK(clip::may_be_split(cue, 1500ms, hidden));
    CHECK_FALSE(clip::may_be_split(cue, 1100ms, hidden));
}
