// What an auditor is given to look at: it must tell what is wrong, and show nothing that is to be hidden.
#include <fmt/format.h>

#include "clip/audit_page.h"
#include "clip/audit_pictures.h"
#include "clip/audit_report.h"
#include "clip/gate_facts.h"
#include "clip/produce.h"
#include "clip/rehearsal.h"

using namespace counterclip;
using namespace std::chrono_literals;
using test::Rehearsal;

namespace {

struct Audited {
    Rehearsal r;
    Audited() {
        Progress silent;
        r.store_true_faces();
        r.cut("C", 400ms, 1600ms);
        clip::produce(r.archive, "C", "amina", test::detectors(), silent);
    }
    clip::ReportRequest request() const {
        Progress silent;
        clip::ReportRequest request;
        request.clip = "C";
        request.by = "samir";
        request.facts =
            clip::gather_facts(r.archive, "C", {.signed_by = [](auto, auto, auto) { return false; }}, silent);
        request.safe_text = [](const std::string& text) { return "<" + text + ">"; };
        return request;
    }
    clip::AuditPage page(const clip::ReportRequest& request) const {
        Progress silent;
        return clip::audit_report(r.archive, request, silent);
    }
};

const clip::AuditSection* section(const clip::AuditPage& page, const std::string& title) {
    const auto found = std::find_if(page.sections.begin(), page.sections.end(),
                                    [&](const auto& s) { return s.title.starts_with(title); });
    return found == page.sections.end() ? nullptr : &*found;
}

std::size_t pictures(const clip::AuditPage& page) {
    std::size_t count = 0;
    for (const auto& s : page.sections) count += s.tiles.size();
    return count;
}

bool has_originals(const clip::AuditPage& page) {
    return std::any_of(page.sections.begin(), page.sections.end(), [](const auto& s) {
        return std::any_of(s.tiles.begin(), s.tiles.end(), [](const auto& t) { return t.original.width > 0; });
    });
}

// The row of the first table that begins so.
std::vector<clip::Cell> row(const clip::AuditSection& s, const std::string& first) {
    for (const auto& cells : s.table.rows)
        if (cells[0].text == first) return cells;
    return {};
}

// Mean difference of the middle of two pictures, grey levels.
double difference(const media::Image& a, const media::Image& b) {
    double sum = 0;
    int count = 0;
    for (int y = a.height * 2 / 5; y < a.height * 3 / 5; ++y)
        for (int x = a.width * 2 / 5; x < a.width * 3 / 5; ++x, ++count) {
            const auto at = 3 * (static_cast<std::size_t>(y) * a.width + x);
            sum += std::abs(a.pixels[at] - b.pixels[at]);
        }
    return sum / count;
}

}  // namespace

TEST_CASE("a report sets what was asked for beside what was done and proved") {
    const Audited a;
    const auto page = a.page(a.request());
    const auto* terms = section(page, "Asked for and done: BTIB-0001");
    REQUIRE(terms);
    CHECK(row(*terms, "face")[1].text == "hide");
    CHECK_THAT(row(*terms, "face")[2].text, Catch::Contains("frames uncovered: 0"));
    CHECK(row(*terms, "face")[3].mark == clip::Mark::good);
    CHECK_THAT(row(*terms, "name")[2].text, Catch::Contains("Abu Salim"));
    REQUIRE(terms->details.size() == 1);
    CHECK(terms->details[0].rows[0][4].text == "<asked before the camera>");
    const auto* proof = section(page, "Proof");
    REQUIRE(proof);
    REQUIRE_FALSE(proof->band.empty());
    CHECK(proof->band.back().kind == clip::BandPiece::Kind::masked);
    CHECK(row(*section(page, "The file"), "SHA-256")[1].text == a.r.archive.latest_render("C")->sha256);
    CHECK_FALSE(section(page, "History")->table.rows.empty());
}

TEST_CASE("what the gate finds stands in the row it is about, and on top") {
    const Audited a;
    auto request = a.request();
    request.facts.treatments.alters_voice = false;
    request.facts.interviews[0].subject->terms.voice = consent::VoiceTerm::alter;
    request.archive_edition = true;
    const auto page = a.page(request);
    CHECK(page.mark == clip::Mark::blocks);
    const auto voice = row(*section(page, "Asked for"), "voice");
    CHECK(voice[3].mark == clip::Mark::blocks);
    CHECK_THAT(voice[3].text, Catch::Contains("VOICE-NOT-ALTERED"));
    CHECK(row(*section(page, "Asked for"), "face")[3].mark == clip::Mark::good);
}

TEST_CASE("the pictures of a report are of the finished file; originals only in the archive's edition") {
    const Audited a;
    auto request = a.request();
    const auto page = a.page(request);
    CHECK(pictures(page) >= 3);
    CHECK_FALSE(has_originals(page));
    request.archive_edition = true;
    const auto whole = a.page(request);
    const auto* faces = section(whole, "Every face");
    REQUIRE(faces);
    REQUIRE(faces->tiles.size() == 1);
    // The face fills the middle of the tile: seen in the original, gone in the clip, and the ordinary edition shows
    // what the clip shows.
    CHECK(difference(faces->tiles[0].picture, faces->tiles[0].original) > 8);
    CHECK(difference(faces->tiles[0].picture, section(page, "Every face")->tiles[0].picture) < 0.01);
}

TEST_CASE("pictures are withheld while anything says that they could show what must be hidden") {
    const Audited a;
    const auto good = a.request();
    CHECK(clip::reason_to_withhold_pictures(good.facts).empty());
    struct Doubt {
        const char* what;
        void (*change)(consent::GateFacts&);
    };
    using F = consent::GateFacts&;
    const std::vector<Doubt> doubts{
        {"it was not verified", [](F f) { f.render->verification.reset(); }},
        {"a face can be made out", [](F f) { f.render->verification->frames_uncovered = 1; }},
        {"a detector finds a face", [](F f) { f.render->verification->faces_found = 1; }},
        {"the report or the sheet was changed", [](F f) { f.render->proof_unchanged = false; }},
        {"the file was changed", [](F f) { f.render->file_unchanged = false; }},
        {"it was made from other tracks", [](F f) { f.render->settings_current = false; }},
        {"consent changed since", [](F f) { ++f.interviews[0].subject->id; }},
        {"consent is withdrawn", [](F f) { f.interviews[0].subject->withdrawn = true; }},
        {"faces are not hidden", [](F f) { f.treatments.hides_faces = false; }},
        {"a name is on the picture", [](F f) { f.treatments.places_with_protected_terms = {{"a name in the title"}}; }},
        {"nobody looked for names", [](F f) { f.treatments.places_with_protected_terms.reset(); }},
    };
    for (const auto& doubt : doubts) {
        INFO(doubt.what);
        auto request = good;
        doubt.change(request.facts);
        CHECK_FALSE(clip::reason_to_withhold_pictures(request.facts).empty());
        const auto page = a.page(request);
        CHECK(pictures(page) == 0);
        CHECK_THAT(section(page, "Pictures")->remarks.at(0), Catch::StartsWith("Withheld"));
    }
    auto request = good;
    doubts[1].change(request.facts);
    request.archive_edition = true;
    CHECK(pictures(a.page(request)) > 0);
}

TEST_CASE("a page holds all it shows and obeys no text it was given") {
    clip::AuditPage page;
    page.title = "<script>alert(1)</script>";
    page.verdict = "a & b";
    clip::AuditSection s;
    s.title = "\"x\" onload='y'";
    s.remarks = {"\x1b[31mred"};
    s.table = {{"<th>"}, {{{"</td><img src=http://example.org/x>"}}}};
    s.tiles.push_back({media::Image{2, 2, 3, std::vector<std::uint8_t>(12, 200)}, {}, "\"><b>", clip::Mark::none});
    page.sections.push_back(s);
    const auto html = clip::to_html(page);
    CHECK(html.find("<script") == std::string::npos);
    CHECK(html.find("<img src=http") == std::string::npos);
    CHECK(html.find("<b>") == std::string::npos);
    CHECK(html.find('\x1b') == std::string::npos);
    CHECK_THAT(html, Catch::Contains("default-src 'none'") && Catch::Contains("data:image/jpeg;base64,/9j/"));
}
