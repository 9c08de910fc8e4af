// What a newer consent changed, and whether that allows more or less.
#include "consent/compared.h"

using namespace counterclip::consent;

namespace {

Way way_of(void (*change)(Terms&), void (*start)(Terms&) = [](Terms&) {}) {
    Revision before;
    start(before.terms);
    Revision after = before;
    change(after.terms);
    const auto changes = compared(before, after);
    REQUIRE(changes.size() == 1);
    return changes.front().way;
}

}  // namespace

TEST_CASE("each term that allows more is looser, each that allows less is stricter") {
    CHECK(way_of([](Terms& t) { t.use = Use::public_; }) == Way::looser);
    CHECK(way_of([](Terms& t) { t.use = Use::research; }, [](Terms& t) { t.use = Use::training; }) == Way::stricter);
    CHECK(way_of([](Terms& t) { t.face = FaceTerm::show; }) == Way::looser);
    CHECK(way_of([](Terms& t) { t.face = FaceTerm::hide; }, [](Terms& t) { t.face = FaceTerm::show; }) ==
          Way::stricter);
    CHECK(way_of([](Terms& t) { t.name = NameTerm::real; }) == Way::looser);
    CHECK(way_of([](Terms& t) { t.voice = VoiceTerm::keep; }) == Way::looser);
    CHECK(way_of([](Terms& t) { t.details = DetailsTerm::keep; }) == Way::looser);
    CHECK(way_of([](Terms& t) { t.risk = Risk::casual; }) == Way::looser);
    CHECK(way_of([](Terms& t) { t.until = "2027-12-31"; }) == Way::stricter);
    CHECK(way_of([](Terms& t) { t.until.clear(); }, [](Terms& t) { t.until = "2027-12-31"; }) == Way::looser);
    CHECK(way_of([](Terms& t) { t.until = "2028-01-01"; }, [](Terms& t) { t.until = "2027-12-31"; }) == Way::looser);
    CHECK(way_of([](Terms& t) { t.risk_note = "a brother in custody"; }) == Way::neither);
}

TEST_CASE("a list that names anybody new is looser, even when it drops others") {
    CHECK(way_of([](Terms& t) { t.audiences = {"researchers"}; }) == Way::stricter);
    CHECK(way_of([](Terms& t) { t.audiences.clear(); }, [](Terms& t) { t.audiences = {"researchers"}; }) ==
          Way::looser);
    CHECK(way_of([](Terms& t) { t.territories = {"SE", "DE"}; }, [](Terms& t) { t.territories = {"SE", "NO"}; }) ==
          Way::looser);
    CHECK(way_of([](Terms& t) { t.languages = {"ar-SY"}; }, [](Terms& t) { t.languages = {"ar"}; }) == Way::stricter);
}

TEST_CASE("a withdrawal is stricter, and a purpose's own terms say whose they are") {
    Revision before;
    before.terms.use = Use::public_;
    auto after = before;
    after.withdrawn = true;
    CHECK(compared(before, after).at(0).way == Way::stricter);
    CHECK(compared(after, before).at(0).way == Way::looser);

    after = before;
    after.purposes[Use::training] = after.terms;
    after.purposes[Use::training].face = FaceTerm::show;
    const auto changes = compared(before, after);
    REQUIRE(changes.size() == 2);
    CHECK(changes[0].term == Term::face);
    CHECK(changes[0].purpose == Use::training);
    CHECK(changes[0].way == Way::looser);
    CHECK(changes[1].term == Term::own_terms);
    CHECK(compared(after, after).empty());
}
