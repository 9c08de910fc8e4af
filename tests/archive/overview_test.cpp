// How far the work is: stages of clips, states of consent, lists, the queue of the auditors.
#include "archive/overview.h"

#include "archive/shelf.h"
#include "archive/standing.h"
#include "core/error.h"
#include "faces/analysis.h"

using namespace counterclip;
using namespace std::chrono_literals;
using test::Shelf;

namespace {

constexpr const char* day = "2026-11-24";

struct Work : Shelf {
    archive::Recording recording = import();

    void consents(consent::Use use, bool withdrawn = false, const std::string& until = {}) {
        consent::Revision revision;
        revision.interview = "A-1";
        revision.terms.use = use;
        revision.terms.until = until;
        revision.withdrawn = withdrawn;
        archive.append_consent(revision, "amina");
    }
    archive::Render rendered(const std::string& clip) {
        archive::Render render;
        render.clip = clip;
        render.file = "renders/" + clip + "-" + std::to_string(archive.renders(clip).size()) + ".mp4";
        render.sha256 = std::string(64, 'a');
        render.frames = 10;
        render.duration = 1s;
        const auto consent = archive.latest_consent("A-1");
        render.consent_revisions = {{"A-1", consent ? consent->id : 0}};
        render.settings_sha256 = std::string(64, 'b');
        render.made_from = archive.made_from(clip);
        const auto staged = archive.path("renders/.counterclip-part-1-1.mp4");
        test::write_video(staged);
        return archive.add_render(render, "amina", staged);
    }
    archive::Render verified(const std::string& clip, const std::string& report = R"({"problems": []})") {
        auto render = rendered(clip);
        archive.set_verification(render.id, report, "amina");
        return render;
    }
    void decides(const archive::Render& render, bool yes, const std::string& who = "samir") {
        archive::Approval approval;
        approval.render = render.id;
        approval.approved = yes;
        approval.reason = "seen";
        approval.sha256 = render.sha256;
        approval.consent_revisions = render.consent_revisions;
        archive.add_approval(approval, who);
    }
    std::string stage(const std::string& clip) const {
        for (const auto& line : archive.clip_lines({}, day).lines)
            if (line.code == clip) return line.stage;
        return "not listed";
    }
    std::string consent() const { return archive.interview_lines({}, day).lines.at(0).consent; }
};

}  // namespace

TEST_CASE("a clip goes from draft to released, and is told where it is") {
    Work work;
    work.consents(consent::Use::public_);
    work.clip("c1", work.recording);
    CHECK(work.stage("c1") == "draft");
    const auto render = work.rendered("c1");
    CHECK(work.stage("c1") == "rendered");
    work.archive.set_verification(render.id, R"({"problems": []})", "amina");
    CHECK(work.stage("c1") == "verified");
    work.decides(render, false);
    CHECK(work.stage("c1") == "refused");
    work.decides(render, true);
    CHECK(work.stage("c1") == "approved");
    work.add_destination("partner");
    archive::Release release;
    release.render = render.id;
    release.folder = "releases/c1";
    release.destination = "partner";
    release.sha256 = render.sha256;
    work.archive.add_release(release, "lina");
    CHECK(work.stage("c1") == "released");
    CHECK(work.archive.wrong_lists().empty());
    work.archive.order_takedown({.interview = "A-1", .on = "2026-11-13"}, "samir");
    const auto overview = work.archive.overview(day);
    REQUIRE(overview.takedowns.size() == 1);
    CHECK(overview.takedowns[0].clip == "c1");
    CHECK(overview.takedowns[0].overdue);
    work.consents(consent::Use::public_, true);
    CHECK(work.stage("c1") == "withdrawn");
    CHECK(work.archive.wrong_lists().empty());
}

TEST_CASE("a render is stale once anything changed that it was made from") {
    Work work;
    work.consents(consent::Use::public_);
    faces::Analysis analysis;
    analysis.ranges = {{Time{}, 2s}};
    analysis.tracks.push_back({0, {}, {{0s, {10, 10, 20, 20}}, {100ms, {10, 10, 20, 20}}}});
    analysis.gaps.push_back({0, {500ms, 700ms}, faces::GapReason::lost, 1, {10, 10, 20, 20}, {}, {}});
    work.archive.store_analysis(work.recording.id, analysis, "amina");
    work.clip("c1", work.recording);
    work.verified("c1");
    REQUIRE(work.stage("c1") == "verified");
    SECTION("the clip") {
        auto clip = work.archive.clip("c1");
        clip.card = "another";
        work.archive.change_clip(clip, "amina");
    }
    SECTION("consent") {
        work.consents(consent::Use::public_);
    }
    SECTION("a label") {
        work.archive.label_track(work.recording.id, 1, faces::Label::guard, "amina");
    }
    SECTION("a gap") {
        work.archive.resolve_gap(work.recording.id, 1, "no face", "amina");
    }
    SECTION("a region") {
        faces::Region region;
        region.what = "tattoo";
        region.keys = {{Time{}, 5, 5, 10, 10, 0}};
        region.out = 1s;
        work.archive.add_region(work.recording.id, region, "amina");
    }
    SECTION("a segment") {
        archive::Segment segment;
        segment.interview = "A-1";
        segment.recording = work.recording.id;
        segment.range = {Time{}, 1s};
        segment.incriminating = true;
        work.archive.add_segment(segment, "amina");
    }
    SECTION("the analysis") {
        work.archive.store_analysis(work.recording.id, analysis, "amina");
    }
    CHECK(work.stage("c1") == "stale");
    CHECK(work.archive.wrong_lists().empty());
}

TEST_CASE("what changes while a clip is rendered makes the render stale") {
    Work work;
    work.consents(consent::Use::public_);
    work.clip("c1", work.recording);
    archive::Render render;
    render.clip = "c1";
    render.file = "renders/c1.mp4";
    render.sha256 = std::string(64, 'a');
    render.consent_revisions = {{"A-1", 1}};
    render.settings_sha256 = std::string(64, 'b');
    render.made_from = work.archive.made_from("c1");
    auto clip = work.archive.clip("c1");
    clip.card = "another";
    work.archive.change_clip(clip, "omar");  // meanwhile
    test::write_video(work.archive.path("renders/c1.mp4"));
    const auto stored = work.archive.add_render(render, "amina");
    CHECK(work.archive.render(stored.id).made_from.clip_version == 1);
    CHECK(work.stage("c1") == "stale");
}

TEST_CASE("interviews are counted by what their subjects' consent comes to today") {
    Work work;
    CHECK(work.consent() == "none");
    work.consents(consent::Use::research);
    CHECK(work.consent() == "research");
    work.consents(consent::Use::public_);
    CHECK(work.consent() == "public");
    work.consents(consent::Use::public_, true);
    CHECK(work.consent() == "withdrawn");
    const auto counts = work.archive.overview(day).interviews_by_consent;
    for (const auto& [word, count] : counts) CHECK(count == (word == "withdrawn" ? 1 : 0));
}

TEST_CASE("the auditors' queue has the worst first and only what waits for them") {
    Work work;
    work.consents(consent::Use::public_);
    for (const auto* code : {"bad", "draft", "good", "worse"}) work.clip(code, work.recording);
    work.verified("bad", R"({"problems": [], "worst visible": 0.4})");
    work.verified("good");
    work.verified("worse", R"({"problems": ["a face shows"], "worst visible": 0.1})");
    const auto queue = work.archive.audit_queue(day);
    REQUIRE(queue.lines.size() == 3);
    CHECK(queue.lines[0].code == "worse");
    CHECK(queue.lines[0].problems == 1);
    CHECK(queue.lines[1].code == "bad");
    CHECK(queue.lines[1].visible == 400);
    CHECK(queue.lines[2].code == "good");
    CHECK(work.archive.audit_queue(day, 1).lines.size() == 1);
    CHECK(work.archive.audit_queue(day, 1).total == 3);
    CHECK(work.archive.audit_queue(day, -1, "amina").lines.empty());
    CHECK(work.archive.audit_queue(day, -1, "samir").lines.size() == 3);
}

TEST_CASE("whoever had a hand in what a clip shows does not find it in their own queue") {
    Work work;
    work.consents(consent::Use::public_);
    faces::Analysis analysis;
    analysis.ranges = {{Time{}, 2s}};
    analysis.tracks.push_back({0, {}, {{0s, {10, 10, 20, 20}}, {100ms, {10, 10, 20, 20}}}});
    analysis.tracks.push_back({0, {}, {{1500ms, {10, 10, 20, 20}}, {1600ms, {10, 10, 20, 20}}}});
    analysis.gaps.push_back({0, {500ms, 700ms}, faces::GapReason::lost, 1, {10, 10, 20, 20}, {}, {}});
    analysis.gaps.push_back({0, {1700ms, 1800ms}, faces::GapReason::lost, 2, {10, 10, 20, 20}, {}, {}});
    work.archive.store_analysis(work.recording.id, analysis, "amina");
    work.clip("c1", work.recording);  // the first second
    work.verified("c1");
    const auto waits_for = [&](const std::string& who) { return work.archive.audit_queue(day, -1, who).total == 1; };
    const auto segment = [&](Range range) {
        archive::Segment s;
        s.interview = "A-1";
        s.recording = work.recording.id;
        s.range = range;
        work.archive.add_segment(s, "omar");
    };
    REQUIRE(waits_for("omar"));
    REQUIRE_FALSE(waits_for("amina"));
    bool has_a_hand = true;
    SECTION("a label") {
        work.archive.label_track(work.recording.id, 1, faces::Label::guard, "omar");
    }
    SECTION("a doubt") {
        work.archive.resolve_gap(work.recording.id, 1, "no face", "omar");
    }
    SECTION("a segment") {
        segment({0s, 1s});
    }
    SECTION("a region") {
        faces::Region region;
        region.what = "tattoo";
        region.keys = {{Time{}, 5, 5, 10, 10, 0}};
        region.out = 1s;
        work.archive.add_region(work.recording.id, region, "omar");
    }
    SECTION("a description") {
        auto interview = work.archive.interview("A-1");
        interview.custody = true;
        work.archive.change_interview(interview, "omar");
    }
    SECTION("work elsewhere in the recording is none") {
        has_a_hand = false;
        segment({1100ms, 2s});
        work.archive.label_track(work.recording.id, 2, faces::Label::guard, "omar");
        work.archive.resolve_gap(work.recording.id, 2, "no face", "omar");
    }
    CHECK(waits_for("omar") != has_a_hand);
    CHECK(waits_for("samir"));
    CHECK(work.archive.wrong_lists().empty());
}

TEST_CASE("lists are narrowed by state, consent, interview, tag and text, and cut into pages") {
    Work work;
    work.consents(consent::Use::public_);
    work.add_interview("A-2");
    archive::Segment segment;
    segment.interview = "A-1";
    segment.recording = work.recording.id;
    segment.range = {Time{}, 500ms};
    segment.tags = {"hope", "family"};
    work.archive.add_segment(segment, "amina");
    work.clip("c1", work.recording);
    work.clip("c2", work.recording);
    const auto clips = [&](archive::ClipFilter filter) { return work.archive.clip_lines(filter, day).total; };
    CHECK(clips({}) == 2);
    CHECK(clips({.stage = "draft"}) == 2);
    CHECK(clips({.stage = "released"}) == 0);
    CHECK(clips({.consent = "public"}) == 2);
    CHECK(clips({.consent = "none"}) == 0);
    CHECK(clips({.interview = "A-1"}) == 2);
    CHECK(clips({.interview = "A-2"}) == 0);
    CHECK(clips({.tag = "hope"}) == 2);
    CHECK(clips({.tag = "hop"}) == 0);
    CHECK(clips({.text = "C2"}) == 1);
    CHECK(clips({.text = "night of"}) == 2);
    const auto page = work.archive.clip_lines({.limit = 1, .offset = 1}, day);
    REQUIRE(page.lines.size() == 1);
    CHECK(page.lines[0].code == "c2");
    CHECK(page.total == 2);
    CHECK_THROWS_WITH(clips({.stage = "nice"}), Catch::Contains("is not one of draft"));

    const auto interviews = [&](archive::InterviewFilter filter) {
        return work.archive.interview_lines(filter, day).total;
    };
    CHECK(interviews({}) == 2);
    CHECK(interviews({.consent = "public"}) == 1);
    CHECK(interviews({.kind = "audio"}) == 0);
    CHECK(interviews({.tag = "family"}) == 1);
    CHECK(interviews({.text = "a-2"}) == 1);
    CHECK(interviews({.stage = "draft"}) == 1);
    CHECK(interviews({.stage = "released"}) == 0);
    CHECK_THROWS_WITH(interviews({.stage = "nice"}), Catch::Contains("is not one of draft"));
    auto described = work.archive.interview("A-2");
    described.languages = {"ar-SY", "en"};
    work.archive.change_interview(described, "amina");
    CHECK(interviews({.language = "ar"}) == 1);
    CHECK(interviews({.language = "AR-sy"}) == 1);
    CHECK(interviews({.language = "a"}) == 0);
    CHECK(interviews({.language = "ku"}) == 0);
    CHECK(work.archive.interview_lines({.text = "A-1"}, day).lines.at(0).clips == 2);
}

TEST_CASE("a clip is found by the tags of what it shows, an interview by all of its own") {
    Work work;
    work.clip("c1", work.recording);  // the first second
    const auto clips = [&](const std::string& tag) { return work.archive.clip_lines({.tag = tag}, day).total; };
    const auto interviews = [&](const std::string& tag) {
        return work.archive.interview_lines({.tag = tag}, day).total;
    };
    const auto tagged = [&](Range range, std::vector<std::string> tags) {
        archive::Segment segment;
        segment.interview = "A-1";
        segment.recording = work.recording.id;
        segment.range = range;
        segment.tags = std::move(tags);
        work.archive.add_segment(segment, "amina");
    };
    CHECK(clips("hope") == 0);
    tagged({500ms, 1500ms}, {"hope", "a \"quoted\" one"});
    tagged({1s, 2s}, {"prison", "hope"});
    CHECK(clips("hope") == 1);
    CHECK(clips("a \"quoted\" one") == 1);
    CHECK(clips("prison") == 0);
    CHECK(interviews("prison") == 1);
    auto clip = work.archive.clip("c1");
    clip.parts.at(0).range = {1500ms, 2s};
    work.archive.change_clip(clip, "amina");
    CHECK(clips("hope") == 1);
    CHECK(clips("prison") == 1);
    CHECK(clips("a \"quoted\" one") == 0);
    CHECK(work.archive.wrong_lists().empty());
    work.raw().exec("DELETE FROM clip_tags WHERE tag = 'hope'");
    CHECK(work.archive.wrong_lists() == std::vector<std::string>{"c1"});
    work.raw().exec("INSERT INTO interview_tags VALUES ('other', 'A-1')");
    CHECK(work.archive.wrong_lists() == std::vector<std::string>{"A-1", "c1"});
}

TEST_CASE("what a change costs does not grow with the faces of other recordings") {
    Work work;
    work.clip("c1", work.recording);
    auto db = work.raw();
    // Without statistics, as in every real archive. Gaps and segments are g, tracks t, events and edits e in them.
    for (const auto& sql : archive::standing_statements()) {
        SQLite::Statement plan(db, "EXPLAIN QUERY PLAN " + sql);
        while (plan.executeStep()) {
            const auto step = plan.getColumn(3).getString() + " ";
            INFO(step);
            for (const std::string table : {"g", "t", "e"}) {
                CHECK(step.rfind("SCAN " + table + " ", 0) != 0);
                CHECK(step.rfind("SEARCH " + table + " USING AUTOMATIC", 0) != 0);
            }
        }
    }
}

TEST_CASE("a list that was changed behind the archive's back is named") {
    Work work;
    work.clip("c1", work.recording);
    REQUIRE(work.archive.wrong_lists().empty());
    work.raw().exec("UPDATE clip_standing SET decision = 'approved'; UPDATE interview_standing SET use = 'public'");
    CHECK(work.archive.wrong_lists() == std::vector<std::string>{"A-1", "c1"});
}
