// What is measured on every face of every frame, without any detector.
#include "clip/proof.h"

#include "clip/proof_notes.h"

#include "clip/rehearsal.h"

using namespace counterclip;
using namespace std::chrono_literals;
using media::PixelFormat;

namespace {

constexpr faces::Box face{100, 60, 120, 120};
constexpr faces::Ellipse over_face{160, 120, 96, 96, 0};

// Strong texture everywhere, another one for each seed.
media::Frame textured(PixelFormat format, unsigned seed = 1, int around = 120, int spread = 60) {
    media::Frame frame(320, 240, format);
    const int unit = format == PixelFormat::yuv420p8 ? 1 : 4;
    for (int p = 0; p < 3; ++p) {
        const auto plane = frame.writable(p);
        for (int y = 0; y < plane.height; ++y)
            for (int x = 0; x < plane.width; ++x) {
                seed = seed * 1664525U + 1013904223U;
                const int level = p > 0 ? 128 : around - spread + static_cast<int>(seed >> 16U) % (2 * spread + 1);
                auto* line = plane.data + y * plane.stride;
                if (unit == 1)
                    line[x] = static_cast<std::uint8_t>(level);
                else
                    reinterpret_cast<std::uint16_t*>(line)[x] = static_cast<std::uint16_t>(unit * level);
            }
    }
    return frame;
}

// A frame in which one face is to be hidden, and what a good renderer makes of it.
struct Hidden {
    clip::Plan plan;
    clip::ExpectedFrame expected;
    media::Frame shown;
    explicit Hidden(PixelFormat format = PixelFormat::yuv420p8) {
        expected.source = expected.drawn = textured(format);
        expected.mask.ellipses = {over_face};
        expected.to_hide = {{7, face}};
        expected.gone = {{100, 60, 120, 120}};
        shown = clip::veiled(plan, expected);
    }
    clip::FrameMeasures measured() const { return clip::measure(plan, expected, shown); }
};

// Luma of a part of the frame, 8 bits.
void change_luma(media::Frame& frame, faces::Box box, const std::function<int(int x, int y)>& level) {
    const auto plane = frame.writable(0);
    for (int y = static_cast<int>(box.y); y < static_cast<int>(box.y + box.h); ++y)
        for (int x = static_cast<int>(box.x); x < static_cast<int>(box.x + box.w); ++x)
            plane.data[y * plane.stride + x] = static_cast<std::uint8_t>(level(x, y));
}

int luma(const media::Frame& frame, int x, int y) {
    return frame.plane(0).data[y * frame.plane(0).stride + x];
}

}  // namespace

TEST_CASE("a well hidden face is covered, gone and smooth, in 8 and in 10 bits") {
    const Hidden h(GENERATE(PixelFormat::yuv420p8, PixelFormat::yuv420p10));
    const auto m = h.measured();
    REQUIRE(m.faces.size() == 1);
    CHECK(m.faces[0].track == 7);
    CHECK(m.faces[0].covered == 1);
    CHECK(m.faces[0].visible == 0);
    CHECK(m.faces[0].relief < clip::smooth_relief);
    CHECK_FALSE(m.fault);
    CHECK_FALSE(m.uncovered());
}

TEST_CASE("a face shown is found out, in 8 and in 10 bits") {
    Hidden h(GENERATE(PixelFormat::yuv420p8, PixelFormat::yuv420p10));
    h.shown = h.expected.source;
    h.expected.gone.clear();
    h.plan.obscure.style = faces::Style::pixelate;  // no likeness is asked for: the blocks alone tell
    const auto m = h.measured();
    CHECK(m.faces[0].visible == 1);
    CHECK(m.uncovered());
}

TEST_CASE("a mask beside its face is found out even where the pixels are gone") {
    Hidden h;
    h.expected.mask.ellipses = {{230, 120, 96, 96, 0}};
    h.expected.gone.clear();
    change_luma(h.shown, face, [](int, int) { return 90; });
    const auto m = h.measured();
    CHECK(m.faces[0].visible == 0);
    CHECK(m.faces[0].covered < 0.9F);
    CHECK(m.uncovered());
}

TEST_CASE("a weak blur under a mask in its place is found out") {
    Hidden h;
    h.expected.gone.clear();
    change_luma(h.shown, face, [&](int x, int y) {
        return (2 * luma(h.expected.source, x, y) + luma(h.expected.source, x - 1, y) +
                luma(h.expected.source, x + 1, y)) /
               4;
    });
    h.plan.obscure.style = faces::Style::pixelate;  // no likeness is asked for: the blocks alone tell
    const auto m = h.measured();
    CHECK(m.faces[0].covered == 1);
    CHECK(m.faces[0].visible > 0.9F);
    CHECK(m.uncovered());
}

TEST_CASE("large pixels that leave a likeness are found out, and so is a face in its colours alone") {
    Hidden h;
    h.expected.gone.clear();
    const auto features = [](media::Frame& frame) {  // over the noise: eyes and a mouth
        change_luma(frame, {120, 90, 24, 16}, [](int, int) { return 30; });
        change_luma(frame, {176, 90, 24, 16}, [](int, int) { return 30; });
        change_luma(frame, {135, 150, 50, 12}, [](int, int) { return 220; });
    };
    features(h.expected.source);
    h.expected.drawn = h.expected.source;
    CHECK_FALSE(h.measured().uncovered());
    SECTION("pixels") {
        const auto source = h.expected.source;
        change_luma(h.shown, face, [&](int x, int y) {
            int sum = 0;
            for (int j = 0; j < 15; ++j)
                for (int i = 0; i < 15; ++i) sum += luma(source, x / 15 * 15 + i, y / 15 * 15 + j);
            return sum / 225;
        });
    }
    SECTION("colours") {
        const auto paint = [](media::Frame& frame, int level) {
            const auto plane = frame.writable(2);
            for (int y = 40; y < 60; ++y)
                for (int x = 60; x < 75; ++x) plane.data[y * plane.stride + x] = static_cast<std::uint8_t>(level);
        };
        paint(h.expected.source, 150);
        CHECK_FALSE(h.measured().uncovered());
        paint(h.shown, 148);
    }
    const auto m = h.measured();
    CHECK(m.faces[0].visible <= 0.1F);
    CHECK(m.faces[0].follows);
    CHECK(m.uncovered());
    h.plan.obscure.style = faces::Style::pixelate;  // only for faces that may be seen
    CHECK_FALSE(h.measured().faces[0].follows);
}

TEST_CASE("a mask held where its track has no sighting must hide too") {
    Hidden h;
    h.expected.to_hide.clear();
    CHECK_FALSE(h.measured().uncovered());
    h.shown = h.expected.source;
    CHECK(h.measured().uncovered());
}

TEST_CASE("a frame hidden whole that shows a corner is found out") {
    Hidden h;
    h.expected.whole = true;
    h.expected.mask = {true, {over_face}};
    h.expected.drawn = h.shown = clip::veiled(h.plan, h.expected);
    CHECK_FALSE(h.measured().uncovered());
    CHECK_FALSE(h.measured().fault);
    SECTION("away from every mask") {
        change_luma(h.shown, {0, 0, 60, 60}, [&](int x, int y) { return luma(h.expected.source, x, y); });
    }
    SECTION("under a mask") {
        change_luma(h.shown, {130, 90, 60, 60}, [&](int x, int y) { return luma(h.expected.source, x, y); });
    }
    CHECK(h.measured().uncovered());
}

TEST_CASE("what is smooth in another way than the veil stands out") {
    Hidden h;
    const auto other = textured(PixelFormat::yuv420p8, 99);
    CHECK(h.measured().faces[0].strange < 3);
    // Eyes and a mouth that are not the source's.
    change_luma(h.shown, {120, 90, 24, 16}, [](int, int) { return 30; });
    change_luma(h.shown, {176, 90, 24, 16}, [](int, int) { return 30; });
    change_luma(h.shown, {135, 150, 50, 12}, [](int, int) { return 40; });
    const auto m = h.measured();
    CHECK(m.faces[0].visible <= 0.1F);
    CHECK(m.faces[0].strange > 5);
}

TEST_CASE("in deep shadow a veil of the same grey hides, and the face itself does not") {
    Hidden h;
    h.expected.source = h.expected.drawn = textured(PixelFormat::yuv420p8, 1, 30, 3);
    h.expected.gone.clear();
    h.shown = clip::veiled(h.plan, h.expected);
    CHECK_FALSE(h.measured().uncovered());
    h.shown = h.expected.source;
    CHECK(h.measured().uncovered());
}

TEST_CASE("a picture that is not the planned one is told, with its time") {
    Hidden h;
    h.expected.pts = 1500ms;
    change_luma(h.shown, {0, 0, 320, 30}, [](int, int) { return 235; });
    const auto m = h.measured();
    REQUIRE(m.fault);
    CHECK_THAT(*m.fault, Catch::Contains("0:00:01.500"));
}

TEST_CASE("what a held mask or a region leaves counts like a face's") {
    Hidden h;
    h.expected.to_hide.clear();
    h.expected.gone.clear();
    CHECK_FALSE(h.measured().uncovered());
    h.shown = h.expected.source;
    const auto m = h.measured();
    REQUIRE(m.faces.size() == 1);
    CHECK(m.faces[0].track == 0);
    CHECK(m.uncovered());
}

TEST_CASE("a long and turned region that is hidden well is no problem") {
    Hidden h;
    h.expected.to_hide.clear();
    h.expected.gone.clear();
    h.expected.mask.ellipses = {{160, 120, 130, 24, GENERATE(0.F, 0.4F, 0.8F, -1.1F)}};
    h.shown = clip::veiled(h.plan, h.expected);
    CHECK_FALSE(h.measured().uncovered());
}

TEST_CASE("what can be read in deep shadow when it is lightened is not hidden") {
    Hidden h;
    h.expected.source = h.expected.drawn = textured(PixelFormat::yuv420p8, 1, 24, 3);
    h.expected.to_hide.clear();
    SECTION("a frame hidden whole") {
        h.expected.gone.clear();
        h.expected.whole = true;
        h.expected.mask = {true, {}};
        h.expected.drawn = h.shown = clip::veiled(h.plan, h.expected);
    }
    SECTION("a region's squares") {
        h.expected.mask.ellipses.clear();
        h.expected.drawn = h.shown;
    }
    CHECK_FALSE(h.measured().uncovered());
    h.shown = h.expected.source;
    CHECK(h.measured().uncovered());
}

TEST_CASE("a track whose times lie between the frames is measured in every frame") {
    test::Rehearsal r;
    r.store_true_faces();
    auto analysis = *r.archive.analysis(r.recording.id);
    REQUIRE(analysis.tracks.size() == 1);
    for (auto& s : analysis.tracks[0].sightings) s.pts += 7ms;  // extended by hand, or of a recording at 29.97 fps
    r.archive.store_analysis(r.recording.id, analysis, "amina");
    r.cut("C", 400ms, 1s);
    const auto plan = clip::make_plan(r.archive, "C");
    clip::ExpectedFrames frames(plan);
    std::int64_t seen = 0;
    while (const auto frame = frames.next()) {
        REQUIRE(frame->to_hide.size() == 1);
        for (const auto& s : analysis.tracks[0].sightings)
            if (s.pts > frame->source_pts - 40ms && s.pts < frame->source_pts + 40ms)
                CHECK(area(intersection(frame->to_hide[0].box, s.box)) >= 0.99F * area(s.box));
        ++seen;
    }
    CHECK(seen == 15);
}

TEST_CASE("a weak find on a mask whose measures are all good is the veil, and a face where one of them is off") {
    Hidden h;
    clip::ProofFrame frame;
    frame.expected = h.expected;
    frame.shown = h.shown;
    frame.measures = h.measured();
    clip::Find find;
    find.box = {100, 60, 180, 180};  // with what lies beside the mask, where much stands out
    find.score = 0.37F;
    find.by = "blazeface";
    std::int64_t faces = 1;
    SECTION("all good") {
        faces = 0;
    }
    SECTION("as strong as a face") {
        find.score = 0.55F;
    }
    SECTION("something can be made out") {
        frame.measures.faces[0].visible = 0.04F;
    }
    SECTION("something stands out") {
        frame.measures.faces[0].strange = 5;
    }
    SECTION("it follows the original") {
        frame.measures.faces[0].follows = true;
    }
    SECTION("it is not wholly covered") {
        frame.measures.faces[0].covered = 0.97F;
    }
    frame.seen = {find};
    clip::Verification v;
    v.facts.frames_uncovered = v.facts.faces_found = 0;
    clip::ProofNotes notes(h.plan, v);
    notes.judge(frame);
    CHECK(*v.facts.faces_found == faces);
    CHECK(v.veils_taken_for_faces == 1 - faces);
}
