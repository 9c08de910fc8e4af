// People's own texts have a length that is generous, and hold nothing that a terminal would obey.
#include "archive/text_limits.h"

#include "archive/shelf.h"
#include "core/error.h"

using namespace counterclip;
using namespace std::chrono_literals;
using test::Shelf;

namespace {

template <class Work>
void refused(Shelf& shelf, const std::string& what, Work work) {
    INFO(what);
    const auto before = shelf.archive.log_head().sequence;
    try {
        work();
        FAIL_CHECK("it was stored");
    } catch (const Error& error) {
        CHECK(error.kind() == ErrorKind::usage);
        CHECK_THAT(error.what(), Catch::Contains(what));
    }
    CHECK(shelf.archive.log_head().sequence == before);
}

std::string of(std::size_t characters) {
    return std::string(characters, 'x');
}

}  // namespace

TEST_CASE("a text is measured in characters, not bytes, and one at the limit is taken") {
    std::string title;
    for (int i = 0; i < 200; ++i) title += "\u0644";
    CHECK_NOTHROW(archive::require_text("add a clip", archive::limit::title, title));
    CHECK_THROWS_WITH(archive::require_text("add a clip", archive::limit::title, title + "x"),
                      "add a clip: the title has 201 characters and may have 200; shorten it");
}

TEST_CASE("line ends are taken, what a terminal obeys is not") {
    const auto& note = archive::limit::note;
    CHECK_NOTHROW(archive::require_text("note", note, "one\r\ntwo\n\u0648"));
    for (const auto* text : {"a\x1B[2J", "a\tb", "a\x7F", "a\u009B", "a\b"})
        CHECK_THROWS_WITH(archive::require_text("note", note, text), Catch::Contains("control character (U+00"));
    CHECK_THROWS_WITH(archive::require_text("note", note, std::string_view("a\0b", 3)), Catch::Contains("U+0000"));
}

TEST_CASE("every text that people write is looked at where it comes in, and nothing of it is logged") {
    Shelf shelf;
    auto& a = shelf.archive;
    const auto recording = shelf.import();
    shelf.clip("c1", recording);

    const auto clip = [&](auto change) {
        auto changed = a.clip("c1");
        change(changed);
        a.change_clip(changed, "amina");
    };
    refused(shelf, "the title has", [&] { clip([](auto& c) { c.title = of(201); }); });
    refused(shelf, "the lower-third has", [&] { clip([](auto& c) { c.lower_third = of(201); }); });
    refused(shelf, "the text of a card has", [&] { clip([](auto& c) { c.card = of(1'001); }); });
    refused(shelf, "the text of a card has", [&] { clip([](auto& c) { c.end_card = of(1'001); }); });

    const auto interview = [&](auto change) {
        auto changed = a.interview("A-1");
        change(changed);
        a.change_interview(changed, "amina");
    };
    refused(shelf, "the pseudonym has", [&] { interview([](auto& i) { i.pseudonym = of(201); }); });
    refused(shelf, "the pseudonym has", [&] { interview([](auto& i) { i.pseudonyms["ar"] = of(201); }); });
    refused(shelf, "the description has", [&] { interview([](auto& i) { i.place = of(201); }); });
    refused(shelf, "the description has", [&] { interview([](auto& i) { i.present = {of(201)}; }); });

    archive::Segment segment;
    segment.interview = "A-1";
    segment.recording = recording.id;
    segment.range = {0s, 1s};
    segment.note = of(10'001);
    refused(shelf, "the note has", [&] { a.add_segment(segment, "amina"); });
    segment.note.clear();
    segment.tags = {"a\x1B[2J"};
    refused(shelf, "the tag holds a control character", [&] { a.add_segment(segment, "amina"); });

    consent::Revision revision;
    revision.interview = "A-1";
    revision.reason = of(1'001);
    refused(shelf, "the reason has", [&] { a.append_consent(revision, "amina"); });
    revision.reason.clear();
    revision.terms.risk_note = of(10'001);
    refused(shelf, "the note has", [&] { a.append_consent(revision, "amina"); });

    archive::Approval decision;
    decision.reason = of(1'001);
    refused(shelf, "the reason has", [&] { a.add_approval(decision, "samir"); });

    faces::Region region;
    region.what = "tattoo";
    region.note = of(10'001);
    refused(shelf, "the note has", [&] { a.add_region(recording.id, region, "amina"); });
    refused(shelf, "the reason has", [&] { a.remove_region(recording.id, 1, of(1'001), "amina"); });
    refused(shelf, "the note has", [&] { a.resolve_gap(recording.id, 1, of(10'001), "amina"); });
    refused(shelf, "the note has", [&] { a.resolve_gap(recording.id, 1, "no face", "amina", of(10'001)); });
    refused(shelf, "the note has", [&] { a.extend_over_gap(recording.id, 1, "amina", of(10'001)); });
    refused(shelf, "the note has", [&] { a.cover_gap(recording.id, 1, 1, "amina", of(10'001)); });
    refused(shelf, "the reason has", [&] { a.delete_track(recording.id, 1, of(1'001), "amina"); });
    refused(shelf, "the note has", [&] { a.place_done(1, "lina", of(10'001)); });
    refused(shelf, "the note has", [&] { a.takedown_done(1, "lina", of(10'001)); });
}

TEST_CASE("what was badly written down can still be taken back") {
    Shelf shelf;
    consent::Revision revision;
    revision.interview = "A-1";
    revision.withdrawn = true;
    revision.terms.risk_note = of(20'000);
    CHECK_NOTHROW(shelf.archive.append_consent(revision, "amina"));
}
