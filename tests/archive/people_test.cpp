#include "archive/shelf.h"
#include "core/error.h"

using namespace counterclip;
using archive::Archive;
using test::Shelf;

namespace {

ErrorKind kind_of_failure(const std::function<void()>& work) {
    try {
        work();
    } catch (const Error& e) {
        return e.kind();
    }
    FAIL("it did not fail");
    return ErrorKind::failed;
}

}  // namespace

TEST_CASE("the first operator adds itself, later ones are added by one who may") {
    const test::TemporaryFolder space;
    auto fresh = Archive::create(space / "archive");
    archive::Interview interview;
    interview.code = "A-1";
    CHECK_THROWS_WITH(fresh.add_interview(interview, "amina"), Catch::Contains("operator add"));
    CHECK_THROWS_AS(fresh.add_operator({"amina", {"editor"}, "", ""}, "somebody"), Error);
    fresh.add_operator({"amina", {"editor"}, "RWQkey", ""}, "amina");
    CHECK(fresh.get_operator("amina").public_key == "RWQkey");
    CHECK(fresh.events().at(0).by == "amina");
    fresh.add_operator({"ruth", {"admin"}, "", ""}, "amina");
    CHECK_THROWS_WITH(fresh.add_operator({"omar", {"auditor"}, "", ""}, "amina"), Catch::Contains("role admin"));
    fresh.add_operator({"omar", {"auditor"}, "", ""}, "ruth");
    CHECK(fresh.operators().size() == 3);
    CHECK_THROWS_WITH(fresh.add_operator({"omar", {}, "", ""}, "ruth"), Catch::Contains("there is one already"));
    CHECK_THROWS_WITH(fresh.add_operator({"x", {"king"}, "", ""}, "ruth"), Catch::Contains("'king'"));
}

TEST_CASE("who is no operator may change nothing") {
    Shelf shelf;
    archive::Interview interview;
    interview.code = "B-2";
    CHECK(kind_of_failure([&] { shelf.archive.add_interview(interview, "stranger"); }) == ErrorKind::refused);
    CHECK(kind_of_failure([&] { shelf.archive.add_interview(interview, ""); }) == ErrorKind::refused);
    CHECK(shelf.archive.interviews().size() == 1);
}

TEST_CASE("edits need an editor, decisions an auditor, releases a distributor; an admin may do all") {
    Shelf shelf;
    const auto recording = shelf.import();
    shelf.clip("c1", recording);
    const auto render = shelf.render("c1");
    archive::Approval approval;
    approval.render = render.id;
    approval.sha256 = render.sha256;
    archive::Release release;
    release.render = render.id;
    release.sha256 = render.sha256;
    release.destination = "partner";
    shelf.add_destination("partner");
    archive::Segment segment;
    segment.interview = "A-1";
    segment.recording = recording.id;
    segment.range = {Time{}, std::chrono::seconds(1)};

    const std::map<std::string, std::function<void(const std::string&)>> deeds{
        {"editor", [&](const std::string& by) { shelf.archive.add_segment(segment, by); }},
        {"auditor", [&](const std::string& by) { shelf.archive.add_approval(approval, by); }},
        {"distributor", [&](const std::string& by) { shelf.archive.add_release(release, by); }}};
    for (const auto& [role, deed] : deeds)
        for (const auto& op : shelf.archive.operators()) {
            CAPTURE(role, op.code);
            if (op.roles.front() == role || op.roles.front() == "admin")
                CHECK_NOTHROW(deed(op.code));
            else
                CHECK(kind_of_failure([&] { deed(op.code); }) == ErrorKind::refused);
        }
}

TEST_CASE("an interview is stored with all its fields") {
    Shelf shelf;
    archive::Interview interview;
    interview.code = "BTIB-0042";
    interview.kind = archive::RecordingKind::audio;
    interview.date = "2026-03";
    interview.place = "north";
    interview.setting = "prison";
    interview.languages = {"ar", "ku"};
    interview.present = {"translator", "guard"};
    interview.custody = true;
    interview.minor = true;
    interview.pseudonym = "نور";
    interview.gender = "f";
    interview.age_band = "30-39";
    interview.nationality = "SY";
    interview.ethnicity = "kurd";
    interview.role = "witness";
    shelf.archive.add_interview(interview, "amina");
    const auto stored = shelf.archive.interview("BTIB-0042");
    CHECK(stored.kind == interview.kind);
    CHECK(stored.date == interview.date);
    CHECK(stored.place == interview.place);
    CHECK(stored.setting == interview.setting);
    CHECK(stored.languages == interview.languages);
    CHECK(stored.present == interview.present);
    CHECK(stored.custody);
    CHECK(stored.minor);
    CHECK(stored.pseudonym == interview.pseudonym);
    CHECK(stored.gender == interview.gender);
    CHECK(stored.age_band == interview.age_band);
    CHECK(stored.nationality == interview.nationality);
    CHECK(stored.ethnicity == interview.ethnicity);
    CHECK(stored.role == interview.role);
    CHECK(stored.added_at.size() == 20);
    CHECK(shelf.archive.interviews().size() == 2);
}

TEST_CASE("an interview is changed by an editor, and the log names the fields, not what they say") {
    Shelf shelf;
    shelf.add_interview("B-2");
    auto interview = shelf.archive.interview("A-1");
    interview.pseudonym = "Layla";
    interview.languages = {"ar", "ku"};
    interview.custody = true;
    shelf.archive.change_interview(interview, "amina");
    const auto stored = shelf.again().interview("A-1");
    CHECK(stored.pseudonym == "Layla");
    CHECK(stored.languages == interview.languages);
    CHECK(stored.custody);
    CHECK(stored.added_at == interview.added_at);
    CHECK(shelf.archive.interview("B-2").pseudonym == "Nur");
    const auto event = shelf.archive.events().back();
    CHECK(event.verb == "interview change");
    CHECK(event.object == "interview A-1");
    CHECK(event.by == "amina");
    CHECK_THAT(event.details, Catch::Contains("pseudonym") && !Catch::Contains("Layla"));
    CHECK_FALSE(shelf.archive.verify_log());
}

TEST_CASE("every field of an interview but code, kind and when it was added can be changed") {
    Shelf shelf;
    auto wanted = shelf.archive.interview("A-1");
    wanted.date = "2026-03";
    wanted.place = "north";
    wanted.setting = "prison";
    wanted.languages = {"ar"};
    wanted.present = {"guard"};
    wanted.custody = true;
    wanted.minor = true;
    wanted.pseudonym = "Layla";
    wanted.gender = "f";
    wanted.age_band = "30-39";
    wanted.nationality = "SY";
    wanted.ethnicity = "kurd";
    wanted.role = "witness";
    shelf.archive.change_interview(wanted, "amina");
    const auto s = shelf.archive.interview("A-1");
    CHECK(s.date + s.place + s.setting == "2026-03northprison");
    CHECK(s.languages == wanted.languages);
    CHECK(s.present == wanted.present);
    CHECK((s.custody && s.minor));
    CHECK(s.pseudonym + s.gender + s.age_band == "Laylaf30-39");
    CHECK(s.nationality + s.ethnicity + s.role == "SYkurdwitness");
}

TEST_CASE("a change of an interview that may not be made leaves no trace") {
    Shelf shelf;
    const auto events = shelf.archive.events().size();
    auto interview = shelf.archive.interview("A-1");
    CHECK_THROWS_WITH(shelf.archive.change_interview(interview, "amina"), Catch::Contains("nothing differs"));
    interview.pseudonym = "Layla";
    for (const auto* who : {"samir", "lina", "stranger", ""})
        CHECK(kind_of_failure([&] { shelf.archive.change_interview(interview, who); }) == ErrorKind::refused);
    interview.kind = archive::RecordingKind::none;
    CHECK_THROWS_WITH(shelf.archive.change_interview(interview, "amina"), Catch::Contains("kind"));
    interview.code = "Z-9";
    CHECK_THROWS_WITH(shelf.archive.change_interview(interview, "amina"), Catch::Contains("Z-9"));
    CHECK(shelf.archive.interview("A-1").pseudonym == "Nur");
    CHECK(shelf.archive.events().size() == events);
}

TEST_CASE("codes that are taken or none are refused") {
    Shelf shelf;
    CHECK_THROWS_WITH(shelf.add_interview("A-1"), Catch::Contains("add interview A-1: there is one already"));
    CHECK_THROWS_AS(shelf.add_interview("../x"), Error);
}

TEST_CASE("texts that are no UTF-8 are refused in one line") {
    Shelf shelf;
    archive::Interview interview;
    interview.code = "B-2";
    interview.languages = {"\xff\xfe"};
    CHECK_THROWS_WITH(shelf.archive.add_interview(interview, "amina"), Catch::Contains("UTF-8"));
}

TEST_CASE("whatever is asked for and is not there is named") {
    Shelf shelf;
    const auto& a = shelf.archive;
    CHECK_THROWS_WITH(a.get_operator("zed"), Catch::Contains("operator 'zed': there is none"));
    CHECK_THROWS_WITH(a.interview("Z-9"), Catch::Contains("interview 'Z-9': there is none"));
    CHECK_THROWS_WITH(a.recordings("Z-9"), Catch::Contains("Z-9"));
    CHECK_THROWS_WITH(a.recording(77), Catch::Contains("recording '77'"));
    CHECK_THROWS_WITH(a.consent_history("Z-9"), Catch::Contains("Z-9"));
    CHECK_THROWS_WITH(a.latest_consent("Z-9"), Catch::Contains("Z-9"));
    CHECK_THROWS_WITH(a.segments("Z-9"), Catch::Contains("Z-9"));
    CHECK_THROWS_WITH(a.segment(77), Catch::Contains("segment '77'"));
    CHECK_THROWS_WITH(a.analysis(77), Catch::Contains("recording '77'"));
    CHECK_THROWS_WITH(a.clip("zz"), Catch::Contains("clip 'zz': there is none; `counterclip clip list`"));
    CHECK_THROWS_WITH(a.editors_of("zz"), Catch::Contains("clip 'zz'"));
    CHECK_THROWS_WITH(a.render(77), Catch::Contains("render '77'"));
    CHECK_THROWS_WITH(a.renders("zz"), Catch::Contains("clip 'zz'"));
    CHECK_THROWS_WITH(a.releases("zz"), Catch::Contains("clip 'zz'"));
    CHECK_THROWS_WITH(shelf.archive.takedown_done(77, "lina"), Catch::Contains("release '77'"));
}

TEST_CASE("recording kinds are written in words") {
    using archive::RecordingKind;
    for (const auto kind : {RecordingKind::video, RecordingKind::audio, RecordingKind::none})
        CHECK(archive::recording_kind_from(to_string(kind)) == kind);
    CHECK_THROWS_WITH(archive::recording_kind_from("film"), Catch::Contains("video, audio, none"));
}

TEST_CASE("an admin changes the roles of others, and nobody else does") {
    Shelf shelf;
    shelf.archive.change_operator("amina", {"auditor"}, "ruth");
    CHECK(shelf.archive.get_operator("amina").roles == std::vector<std::string>{"auditor"});
    archive::Interview interview;
    interview.code = "B-2";
    CHECK(kind_of_failure([&] { shelf.archive.add_interview(interview, "amina"); }) == ErrorKind::refused);
    CHECK(kind_of_failure([&] { shelf.archive.change_operator("amina", {"admin"}, "amina"); }) == ErrorKind::refused);
    CHECK(kind_of_failure([&] { shelf.archive.change_operator("amina", {"king"}, "ruth"); }) == ErrorKind::usage);
    CHECK_THROWS_WITH(shelf.archive.change_operator("amina", {"auditor"}, "ruth"), Catch::Contains("nothing differs"));
    CHECK(shelf.archive.events().back().verb == "operator change");
}

TEST_CASE("who retired may do nothing any more, and is remembered") {
    Shelf shelf;
    const auto key = shelf.archive.get_operator("samir").public_key;
    shelf.archive.retire_operator("samir", "ruth");
    CHECK(kind_of_failure([&] { shelf.archive.append_event("verify", "render 1", std::string("{}"), "samir"); }) ==
          ErrorKind::refused);
    CHECK(shelf.archive.get_operator("samir").public_key == key);
    CHECK_FALSE(shelf.archive.get_operator("samir").retired_at.empty());
    CHECK_THROWS_WITH(shelf.archive.retire_operator("samir", "ruth"), Catch::Contains("retired on"));
    CHECK_THROWS_WITH(shelf.archive.change_operator("samir", {"editor"}, "ruth"), Catch::Contains("retired on"));
    CHECK(kind_of_failure([&] { shelf.archive.retire_operator("amina", "lina"); }) == ErrorKind::refused);
}

TEST_CASE("the last admin stays one") {
    Shelf shelf;
    CHECK_THROWS_WITH(shelf.archive.retire_operator("ruth", "ruth"), Catch::Contains("last admin"));
    CHECK_THROWS_WITH(shelf.archive.change_operator("ruth", {"editor"}, "ruth"), Catch::Contains("last admin"));
    shelf.archive.change_operator("lina", {"distributor", "admin"}, "ruth");
    shelf.archive.retire_operator("ruth", "lina");
    CHECK_THROWS_WITH(shelf.archive.retire_operator("lina", "lina"), Catch::Contains("last admin"));
    // A retired admin does not open what only a team without an admin may do.
    CHECK(kind_of_failure([&] { shelf.archive.add_operator({"x", {}, "", ""}, "amina"); }) == ErrorKind::refused);
}

TEST_CASE("what nobody decided who may do it, nobody may do, an admin neither") {
    Shelf shelf;
    const auto before = shelf.archive.log_head().sequence;
    for (const auto* who : {"ruth", "samir", "lina"})
        CHECK(kind_of_failure([&] { shelf.archive.append_event("clip burn", "clip c1", std::string("{}"), who); }) ==
              ErrorKind::refused);
    CHECK(shelf.archive.log_head().sequence == before);
}
