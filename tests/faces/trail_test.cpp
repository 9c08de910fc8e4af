#include "faces/trail.h"

#include "faces/finish.h"
#include "faces/meeting.h"
#include "faces/suppress.h"

using namespace counterclip;
using namespace counterclip::faces;

namespace {

Trail trail_of(std::int64_t first, std::int64_t last, std::int64_t step, Box start, float dx, float score = 0.9F) {
    Trail trail;
    for (std::int64_t i = first; i <= last; i += step) {
        Box b = start;
        b.x += dx * static_cast<float>(i - first);
        trail.marks.emplace(i, Mark{b, 0, score, Origin::detected});
    }
    return trail;
}

Appearance plain_look(float blue, float green, float red) {
    Appearance look;
    for (std::size_t i = 0; i < look.colours.size(); i += 3) {
        look.colours[i] = blue;
        look.colours[i + 1] = green;
        look.colours[i + 2] = red;
    }
    look.known = true;
    return look;
}

Seen seen_of(int frames) {
    Seen seen;
    for (int i = 0; i < frames; ++i) seen.pts.push_back(std::chrono::milliseconds(40) * i);
    seen.width = 1280;
    seen.height = 720;
    seen.frames_per_second = 25;
    return seen;
}

}  // namespace

TEST_CASE("two people who cross keep their trails") {
    const Trail left = trail_of(0, 20, 2, {100, 200, 80, 100}, 8);
    const Trail right = trail_of(0, 20, 2, {500, 200, 80, 100}, -8);
    const Box left_next = predicted(left, 24, 25);
    const Box right_next = predicted(right, 24, 25);
    const std::vector<Detection> detections{{{100 - 8 * 24 + 400, 200, 80, 100}, 0.9F, 0},
                                            {{100 + 8 * 24, 200, 80, 100}, 0.8F, 0}};
    const auto owner = assign(detections, {{left_next, 0.16F, true}, {right_next, 0.16F, true}});
    CHECK(owner == std::vector<int>{1, 0});
}

TEST_CASE("a detection far from every face, or of quite another size, belongs to none") {
    const Place place{{100, 100, 80, 100}, 0, true};
    CHECK(assign({{{400, 100, 80, 100}, 0.9F, 0}}, {place}) == std::vector<int>{-1});
    CHECK(assign({{{100, 100, 300, 380}, 0.9F, 0}}, {place}) == std::vector<int>{-1});
    CHECK(assign({{{110, 105, 84, 104}, 0.3F, 0}}, {place}) == std::vector<int>{0});
}

TEST_CASE("noise takes no face from a sure trail, however near it lies") {
    const Place noise{{100, 100, 80, 100}, 0, false};
    const Place sure{{120, 100, 80, 100}, 0, true};
    CHECK(assign({{{102, 100, 80, 100}, 0.9F, 0}}, {noise, sure}) == std::vector<int>{1});
}

TEST_CASE("a face goes straight on for a moment and then waits") {
    const Trail trail = trail_of(0, 8, 4, {100, 200, 80, 100}, 5);
    CHECK(predicted(trail, 10, 25).x == Approx(150).margin(1));
    CHECK(predicted(trail, 100, 25).x == predicted(trail, 50, 25).x);
}

TEST_CASE("a part of a face inside a larger box is suppressed, a sure small face inside a weak large one is not") {
    const Detection face{{100, 100, 200, 260}, 0.9F, 0};
    const Detection mouth{{160, 260, 60, 60}, 0.4F, 0};
    CHECK(suppress({face, mouth}).size() == 1);
    const Detection wall{{100, 100, 400, 500}, 0.35F, 0};
    const Detection small{{150, 150, 60, 80}, 0.9F, 0};
    CHECK(suppress({wall, small}).size() == 2);
}

TEST_CASE("every frame from a track's first to its last has a sighting, and those not looked at say so") {
    const Finished done = finish({trail_of(10, 90, 4, {100, 200, 80, 100}, 2)}, seen_of(100));
    REQUIRE(done.tracks.size() == 1);
    const Track& track = done.tracks.front();
    CHECK(track.id == 1);
    REQUIRE(track.sightings.size() == 81);
    CHECK(track.sightings[1].origin == Origin::interpolated);
    CHECK(track.sightings[1].box.x == Approx(102));
    CHECK(track.sightings[4].origin == Origin::detected);
}

TEST_CASE("a face lost for a second at its place is one track, filled through the loss") {
    Trail before = trail_of(0, 40, 4, {300, 200, 80, 100}, 0);
    Trail after = trail_of(68, 99, 1, {310, 205, 82, 104}, 0);
    before.started_by_cut = true;
    after.ended_by_range = true;
    const Finished done = finish({before, after}, seen_of(100));
    REQUIRE(done.tracks.size() == 1);
    CHECK(done.tracks[0].sightings.size() == 100);
    CHECK(done.gaps.empty());
}

TEST_CASE("nothing is joined over a shot change") {
    Trail before = trail_of(0, 49, 1, {300, 200, 80, 100}, 0);
    before.started_by_cut = before.ended_by_cut = true;
    Trail after = trail_of(50, 99, 1, {305, 200, 80, 100}, 0);
    after.shot = 50;
    after.started_by_cut = after.ended_by_range = true;
    Seen seen = seen_of(100);
    seen.cuts = {50};
    const Finished done = finish({before, after}, seen);
    CHECK(done.tracks.size() == 2);
    CHECK(done.gaps.empty());
}

TEST_CASE("a weak box that no other frame confirms is dropped, a strong one and a weak small one that stays are kept") {
    CHECK(finish({trail_of(50, 50, 1, {300, 200, 80, 100}, 0, 0.5F)}, seen_of(100)).tracks.empty());
    CHECK(finish({trail_of(50, 50, 1, {300, 200, 80, 100}, 0, 0.9F)}, seen_of(100)).tracks.size() == 1);
    CHECK(finish({trail_of(20, 80, 4, {300, 200, 40, 50}, 0, 0.42F)}, seen_of(100)).tracks.size() == 1);
}

TEST_CASE("a face seen well that vanishes in mid-frame is a gap, one that leaves at the edge is not") {
    Trail vanishes = trail_of(0, 50, 2, {600, 300, 80, 100}, 0);
    vanishes.started_by_cut = true;
    const Finished lost = finish({vanishes}, seen_of(100));
    REQUIRE(lost.gaps.size() == 1);
    CHECK(lost.gaps[0].reason == GapReason::lost);
    CHECK(lost.gaps[0].track == 1);
    CHECK(lost.gaps[0].range.in == std::chrono::milliseconds(40) * 51);

    Trail leaves = trail_of(0, 50, 2, {1100, 300, 80, 100}, 2.2F);
    leaves.started_by_cut = true;
    CHECK(finish({leaves}, seen_of(100)).gaps.empty());
}

TEST_CASE("a face seen well that appears in mid-frame is a gap before it") {
    Trail appears = trail_of(50, 99, 1, {600, 300, 80, 100}, 0);
    appears.ended_by_range = true;
    const Finished done = finish({appears}, seen_of(100));
    REQUIRE(done.gaps.size() == 1);
    CHECK(done.gaps[0].reason == GapReason::starts_midframe);
    CHECK(done.gaps[0].range.out == std::chrono::milliseconds(40) * 50);
}

TEST_CASE("a sure face that is found again elsewhere after a second is a gap, and all its way is covered") {
    Trail before = trail_of(5, 40, 7, {300, 200, 80, 100}, 0);  // as seldom as a still face is looked at
    Trail after = trail_of(68, 96, 7, {390, 230, 82, 104}, 0);
    before.started_by_cut = true;
    after.ended_by_range = true;
    const Finished done = finish({before, after}, seen_of(100));
    REQUIRE(done.tracks.size() == 1);
    REQUIRE(done.gaps.size() == 1);
    CHECK(done.gaps[0].reason == GapReason::lost);
    CHECK(done.gaps[0].range == Range{std::chrono::milliseconds(40) * 41, std::chrono::milliseconds(40) * 68});
    const Box middle = done.tracks[0].sightings[49].box;
    for (const Box end : {before.newest().box, after.marks.begin()->second.box}) {
        CHECK(area(intersection(middle, end)) == Approx(area(end)));
    }
}

TEST_CASE("a face that looks like nobody lost is a new one, however near it appears") {
    const Appearance orange = plain_look(0.4F, 0.6F, 2.0F);
    const Appearance teal = plain_look(2.0F, 0.6F, 0.4F);
    const Place lost{{100, 100, 80, 100}, 1.0F, true, orange};
    const Detection near{{110, 100, 80, 100}, 0.9F, 0};
    CHECK(assign({near}, {lost}, {orange}) == std::vector<int>{0});
    CHECK(assign({near}, {lost}, {teal}) == std::vector<int>{-1});
}

namespace {

const Appearance red = plain_look(0.4F, 0.6F, 2.0F);
const Appearance blue = plain_look(2.0F, 0.6F, 0.4F);

// Two who walk towards each other and overlap at frame 20.
std::vector<Trail> meeting(const Appearance& a, const Appearance& b) {
    Trail left = trail_of(0, 20, 2, {100, 200, 80, 100}, 8);
    Trail right = trail_of(0, 20, 2, {420, 200, 80, 100}, -7);
    left.number = 1;
    right.number = 2;
    left.look = left.latest_look = a;
    right.look = right.latest_look = b;
    left.looked_at = right.looked_at = 20;
    return {left, right};
}

void see(Trail& trail, std::int64_t key, float x, const Appearance& look) {
    trail.marks[key] = {{x, 200, 80, 100}, 0, 0.9F, Origin::detected};
    trail.latest_look = look;
    trail.looked_at = key;
}

std::vector<std::int64_t> numbers(const std::vector<Meetings::Doubt>& doubts) {
    std::vector<std::int64_t> all;
    for (const auto& d : doubts) all.push_back(d.number);
    return all;
}

}  // namespace

TEST_CASE("two who meet and part keep their names where their looks tell, else neither does") {
    const auto crossing = [](const Appearance& a, const Appearance& b) {
        std::vector<Trail> live = meeting(a, b);
        Meetings meetings;
        CHECK(meetings.doubts(live, 20).empty());
        CHECK(meetings.has_met(1));
        see(live[0], 30, 430, a);
        see(live[1], 30, 100, b);
        return numbers(meetings.doubts(live, 30));
    };
    CHECK(crossing(red, blue).empty());
    CHECK(crossing(red, red) == std::vector<std::int64_t>{1, 2});
}

TEST_CASE("a trail that goes on with the face of the one it met loses its name from there on") {
    std::vector<Trail> live = meeting(red, blue);
    Meetings meetings;
    (void)meetings.doubts(live, 20);
    see(live[0], 27, 270, red);
    CHECK(meetings.doubts(live, 27).empty());
    see(live[0], 34, 280, blue);
    const auto doubts = meetings.doubts(live, 34);
    REQUIRE(numbers(doubts) == std::vector<std::int64_t>{1, 2});
    CHECK(doubts[0].from == 28);
}

TEST_CASE("of two who met and look alike, the one who stays when the other has gone loses the name") {
    std::vector<Trail> live = meeting(red, red);
    Meetings meetings;
    (void)meetings.doubts(live, 20);
    live.pop_back();
    see(live[0], 27, 270, red);
    const auto doubts = meetings.doubts(live, 27);
    REQUIRE(numbers(doubts) == std::vector<std::int64_t>{1});
    CHECK(doubts[0].from == 21);
}

TEST_CASE("who has met another is not taken for somebody of another look, not even for a moment") {
    const Place met{{100, 100, 80, 100}, 0.1F, true, red, true};
    const Place alone{{100, 100, 80, 100}, 0.1F, true, red, false};
    const Detection near{{104, 100, 80, 100}, 0.9F, 0};
    CHECK(assign({near}, {met}, {blue}) == std::vector<int>{-1});
    CHECK(assign({near}, {alone}, {blue}) == std::vector<int>{0});
}

TEST_CASE("a trail that begins where two could not be told apart continues neither") {
    Trail before = trail_of(0, 40, 4, {300, 200, 80, 100}, 0);
    Trail after = trail_of(44, 99, 1, {300, 200, 80, 100}, 0);
    before.started_by_cut = before.became_another = true;
    after.ended_by_range = after.started_by_cut = after.parted = true;
    const Finished done = finish({before, after}, seen_of(100));
    CHECK(done.tracks.size() == 2);
    CHECK(done.gaps.empty());
}

TEST_CASE("a weak large box about a sure face is no face of its own") {
    const Evidence sure{10, 0.9F, 0.9F, 90};
    CHECK(wraps({{60, 60, 180, 220}, 0.6F, 0}, {100, 100, 80, 100}, sure));
    CHECK_FALSE(wraps({{60, 60, 180, 220}, 0.8F, 0}, {100, 100, 80, 100}, sure));
    CHECK_FALSE(wraps({{300, 60, 180, 220}, 0.6F, 0}, {100, 100, 80, 100}, sure));
}

TEST_CASE("two trails on one face become one track that lasts as long as either") {
    Trail a = trail_of(0, 60, 1, {300, 200, 80, 100}, 1);
    Trail b = trail_of(40, 99, 3, {342, 202, 80, 100}, 1, 0.7F);
    a.started_by_cut = true;
    b.ended_by_range = true;
    const Finished done = finish({a, b}, seen_of(100));
    REQUIRE(done.tracks.size() == 1);
    CHECK(done.tracks[0].sightings.size() >= 98);
}
