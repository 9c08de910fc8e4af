// A withdrawal reaches all that shows the person, and nothing takes that back (P7).
#include <fstream>

#include "archive/shelf.h"
#include "core/day.h"
#include "core/error.h"

using namespace counterclip;
using namespace std::chrono_literals;
using test::Shelf;

namespace {

archive::Release release_of(const archive::Render& render, const std::string& destination = "slow") {
    archive::Release r;
    r.render = render.id;
    r.folder = "releases/" + render.clip;
    r.destination = destination;
    return r;
}

// A-1 in c1, B-2 in c2, both in c3. Every render of a shelf pins A-1's consent: c2 shows A-1 by that alone, c3 shows
// B-2 by its parts alone.
struct Published : Shelf {
    Published() {
        add_interview("B-2");
        const auto recording = import(1);
        const auto other = import(2, "B-2");
        clip("c1", recording);
        clip("c2", other);
        auto mixed = archive.clip("c1");
        mixed.code = "c3";
        mixed.parts.push_back({"B-2", other.id, {0s, 1s}, std::nullopt});
        archive.add_clip(mixed, "amina");
        add_destination("slow", 30);
        add_destination("fast", 2);
    }
    archive::Takedown order(const std::string& interview, const std::string& on = "2026-11-24",
                            const std::string& person = "subject") {
        return archive.order_takedown({interview, person, on}, "samir");
    }
    archive::Render shown(const std::string& clip, std::optional<std::vector<std::string>> people) {
        archive::Render r;
        r.clip = clip;
        r.file = "renders/" + clip + "-shown.mp4";
        r.sha256 = std::string(64, 'a');
        r.settings_sha256 = std::string(64, 'b');
        r.consent_revisions = {{"A-1", 1}};
        r.shown = std::move(people);
        std::ofstream(archive.path(r.file)) << "picture";
        return archive.add_render(r, "amina");
    }
    void consent(const std::string& interview, const std::string& person, bool withdrawn) {
        consent::Revision revision;
        revision.interview = interview;
        revision.person = person;
        revision.withdrawn = withdrawn;
        revision.reason = "said so";
        archive.append_consent(revision, "amina");
    }
};

}  // namespace

TEST_CASE("a takedown reaches every release that draws from the interview, by consent pinned or by parts") {
    Published p;
    auto& a = p.archive;
    const auto by_consent = a.add_release(release_of(p.render("c2")), "lina");
    const auto by_parts = a.add_release(release_of(p.render("c3")), "lina");
    const auto of_b = p.order("B-2");
    REQUIRE(of_b.releases.size() == 2);
    CHECK(of_b.releases[0].id == by_consent.id);
    CHECK(of_b.releases[1].id == by_parts.id);
    CHECK(of_b.renders.size() == 2);
    CHECK(p.order("A-1").releases.size() == 2);
    CHECK_THROWS_WITH(p.order("Z-9"), Catch::Contains("Z-9"));
    CHECK_THROWS_AS(p.order("A-1", "someday"), Error);
    CHECK_FALSE(a.verify_log());
}

TEST_CASE("each destination has its own days, places too, and an earlier order stays") {
    Published p;
    auto& a = p.archive;
    const auto slow = a.add_release(release_of(p.render("c1"), "slow"), "lina");
    const auto fast = a.add_release(release_of(p.render("c1"), "fast"), "lina");
    archive::Place place;
    place.release = fast.id;
    place.address = "https://example.org";
    const auto up = a.add_place(place, "lina");
    p.order("A-1", "2026-11-24");
    CHECK(a.release(slow.id).takedown_due == "2026-12-24");
    CHECK(a.release(fast.id).takedown_due == "2026-11-26");
    CHECK(a.get_place(up.id).takedown_due == "2026-11-26");
    p.order("A-1", "2026-12-01");  // a second order gives no more time
    CHECK(a.release(slow.id).takedown_due == "2026-12-24");
    CHECK(a.get_place(up.id).takedown_due == "2026-11-26");
    p.order("A-1", "2026-11-20");
    CHECK(a.release(slow.id).takedown_due == "2026-12-20");
    CHECK(a.get_place(up.id).takedown_due == "2026-11-22");
}

TEST_CASE("a withdrawal orders the takedown in the same step, marks the renders, and new consent changes neither") {
    Published p;
    auto& a = p.archive;
    const auto render = p.render("c1");
    const auto released = a.add_release(release_of(render, "fast"), "lina");
    archive::Place place;
    place.release = released.id;
    place.address = "https://example.org";
    const auto up = a.add_place(place, "lina");
    const auto before = a.events().size();
    p.consent("A-1", "subject", true);
    CHECK(a.events().size() == before + 1);
    const auto due = day_after(today(), 2);
    CHECK(a.release(released.id).takedown_due == due);
    CHECK(a.get_place(up.id).takedown_due == due);
    CHECK_FALSE(a.render(render.id).withdrawn_at.empty());
    CHECK(a.takedown_of("A-1").places.size() == 1);

    p.consent("A-1", "subject", false);
    CHECK(a.release(released.id).takedown_due == due);
    CHECK(a.get_place(up.id).takedown_due == due);
    CHECK_FALSE(a.render(render.id).withdrawn_at.empty());
    place.address = "https://example.org/again";
    CHECK_THROWS_WITH(a.add_place(place, "lina"), Catch::Contains("must come down"));
    CHECK_THROWS_WITH(a.begin_release(release_of(render), "lina"), Catch::Contains("took their consent back"));
    CHECK_THROWS_WITH(a.add_release(release_of(render), "lina"), Catch::Contains("took their consent back"));
    CHECK_FALSE(a.verify_log());
}

TEST_CASE("what is down already is not ordered again") {
    Published p;
    auto& a = p.archive;
    const auto released = a.add_release(release_of(p.render("c1")), "lina");
    a.takedown_done(released.id, "lina");
    CHECK(p.order("A-1").releases.empty());
    CHECK(a.release(released.id).takedown_due.empty());
}

TEST_CASE("a release that is being written when consent is withdrawn is not written") {
    Published p;
    auto& a = p.archive;
    const auto early = a.begin_release(release_of(p.render("c1")), "lina");
    const auto late = a.begin_release(release_of(p.render("c1")), "lina");
    a.seal_release(late.id, std::string(64, 'd'), "lina");
    p.consent("A-1", "subject", true);
    CHECK_THROWS_WITH(a.seal_release(early.id, "x", "lina"), Catch::Contains("withdrawn"));
    // Its package may lie in its place by now: then the ledger has to know it, with its order.
    a.finish_release(late.id, "lina");
    CHECK(a.release(late.id).state == "written");
    CHECK_FALSE(a.release(late.id).takedown_due.empty());
}

TEST_CASE("another person's withdrawal reaches what shows their face, or may show it, and nothing else") {
    Published p;
    auto& a = p.archive;
    const auto shows = p.shown("c1", {{"A-1/interviewer", "A-1/subject"}});
    const auto hides = p.shown("c2", {{"B-2/interviewer"}});
    const auto unknown = p.shown("c3", std::nullopt);
    const auto r1 = a.add_release(release_of(shows), "lina");
    const auto r2 = a.add_release(release_of(hides), "lina");
    const auto r3 = a.add_release(release_of(unknown), "lina");
    CHECK(a.render(shows.id).shown == shows.shown);
    CHECK_FALSE(a.render(unknown.id).shown);
    p.consent("A-1", "interviewer", true);
    CHECK_FALSE(a.release(r1.id).takedown_due.empty());
    CHECK(a.release(r2.id).takedown_due.empty());
    CHECK_FALSE(a.release(r3.id).takedown_due.empty());
    CHECK(a.render(hides.id).withdrawn_at.empty());
    CHECK_FALSE(a.render(shows.id).withdrawn_at.empty());
}
