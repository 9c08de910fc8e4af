#include "archive/shelf.h"
#include "core/error.h"

using namespace counterclip;
using namespace std::chrono_literals;
using test::Shelf;

namespace {

archive::Approval approval_of(const archive::Render& render) {
    archive::Approval a;
    a.render = render.id;
    a.approved = true;
    a.reason = "seen twice";
    a.sha256 = render.sha256;
    a.consent_revisions = render.consent_revisions;
    a.gate_sha256 = std::string(64, 'e');
    return a;
}

}  // namespace

TEST_CASE("a render is stored with what it was made from, and its verification added") {
    Shelf shelf;
    shelf.clip("c1", shelf.import());
    CHECK_FALSE(shelf.archive.latest_render("c1"));
    const auto first = shelf.render("c1");
    const auto second = shelf.render("c1");
    CHECK(shelf.archive.renders("c1").size() == 2);
    CHECK(shelf.archive.latest_render("c1")->id == second.id);
    const auto stored = shelf.archive.render(first.id);
    CHECK(stored.clip == "c1");
    CHECK(stored.file == first.file);
    CHECK(stored.sha256 == first.sha256);
    CHECK(stored.frames == 10);
    CHECK(stored.duration == 1s);
    CHECK(stored.consent_revisions == first.consent_revisions);
    CHECK(stored.settings_sha256 == first.settings_sha256);
    CHECK(stored.by == "amina");
    CHECK(stored.at.size() == 20);
    shelf.archive.set_verification(first.id, R"({"in_sync": true})", "samir");
    CHECK(shelf.archive.render(first.id).verification == R"({"in_sync": true})");
    CHECK_THROWS_AS(shelf.archive.set_verification(first.id, "fine", "samir"), Error);
}

TEST_CASE("a render whose file is missing or lies elsewhere is refused") {
    Shelf shelf;
    shelf.clip("c1", shelf.import());
    archive::Render render;
    render.clip = "c1";
    render.sha256 = std::string(64, 'a');
    for (const char* file : {"renders/missing.mp4", "counterclip.db", "renders/../counterclip.db", "/etc/passwd", ""}) {
        CAPTURE(file);
        render.file = file;
        CHECK_THROWS_AS(shelf.archive.add_render(render, "amina"), Error);
    }
}

TEST_CASE("the latest decision on a render counts, and decisions are never changed") {
    Shelf shelf;
    shelf.clip("c1", shelf.import());
    const auto render = shelf.render("c1");
    CHECK_FALSE(shelf.archive.latest_approval(render.id));
    auto signed_one = approval_of(render);
    signed_one.by = "samir";
    signed_one.at = "2026-11-24T08:00:00Z";
    signed_one.signature = "untrusted comment: ...";
    signed_one.listened = true;
    CHECK_THAT(approval_statement(signed_one), Catch::StartsWith("counterclip: approval 3\n"));
    signed_one.looked_at_names = 3;
    const auto statement = approval_statement(signed_one);
    CHECK_THAT(statement, Catch::StartsWith("counterclip: approval 4\n") &&
                              Catch::Contains("\nlistened: to all of it\nlooked-at-names: 3\n"));
    shelf.archive.add_approval(signed_one, "samir");
    const auto stored = shelf.archive.latest_approval(render.id);
    REQUIRE(stored);
    CHECK(approval_statement(*stored) == statement);  // or the signature would not fit any more
    CHECK(stored->signature == signed_one.signature);
    auto refusal = approval_of(render);
    refusal.approved = false;
    shelf.archive.add_approval(refusal, "samir");
    CHECK_FALSE(shelf.archive.latest_approval(render.id)->approved);
    CHECK(shelf.archive.events().back().verb == "refuse");
    CHECK_THROWS_WITH(shelf.raw().exec("UPDATE approvals SET approved = 1"), Catch::Contains("only grow"));
    CHECK_FALSE(shelf.archive.verify_log());
}

TEST_CASE("a decision on another file, or signed without saying by whom and when, is refused") {
    Shelf shelf;
    shelf.clip("c1", shelf.import());
    const auto render = shelf.render("c1");
    auto approval = approval_of(render);
    approval.sha256 = std::string(64, 'f');
    CHECK_THROWS_WITH(shelf.archive.add_approval(approval, "samir"), Catch::Contains("another file"));
    approval = approval_of(render);
    approval.signature = "signature";
    CHECK_THROWS_WITH(shelf.archive.add_approval(approval, "samir"), Catch::Contains("before it is signed"));
    CHECK_FALSE(shelf.archive.latest_approval(render.id));
}

TEST_CASE("a decision names the log it was signed on, and a log that was rewritten is refused") {
    Shelf shelf;
    shelf.clip("c1", shelf.import());
    const auto render = shelf.render("c1");
    auto approval = approval_of(render);
    CHECK_THAT(approval_statement(approval),
               Catch::StartsWith("counterclip: approval 1\n") && !Catch::Contains("log:"));
    const auto head = shelf.archive.events().back();
    approval.log_sequence = head.sequence;
    approval.log_hash = head.hash;
    CHECK_THAT(approval_statement(approval),
               Catch::StartsWith("counterclip: approval 2\n") &&
                   Catch::Contains("\nlog: " + std::to_string(head.sequence) + " " + head.hash));
    shelf.archive.add_approval(approval, "samir");
    const auto stored = shelf.archive.approvals(render.id);
    REQUIRE(stored.size() == 1);
    CHECK(stored[0].log_hash == head.hash);
    CHECK(stored[0].log_sequence == head.sequence);
    CHECK(shelf.archive.has_event(head.sequence, head.hash));
    CHECK_FALSE(shelf.archive.has_event(head.sequence + 1, head.hash));
    approval.log_hash = std::string(64, 'f');
    CHECK_THROWS_WITH(shelf.archive.add_approval(approval, "samir"), Catch::Contains("log is not the one"));
    CHECK(shelf.archive.approvals(render.id).size() == 1);
    CHECK_FALSE(shelf.archive.verify_log());
}

TEST_CASE("the statement that is signed is one line a field, and no field can pretend to be another") {
    archive::Approval a;
    a.render = 3;
    a.approved = false;
    a.reason = "too loud\ndecision: approved";
    a.sha256 = "aa";
    a.consent_revisions = {{"B-2", 4}, {"A-1", 2}};
    a.gate_sha256 = "bb";
    a.by = "samir";
    a.at = "2026-11-24T08:00:00Z";
    CHECK(approval_statement(a) ==
          "counterclip: approval 1\nrender: 3\ndecision: refused\nfile-sha256: aa\nconsent: A-1=2 B-2=4\n"
          "gate-sha256: bb\nreason: too loud\\ndecision: approved\nby: samir\nat: 2026-11-24T08:00:00Z\n");
}
