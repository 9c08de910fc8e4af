// Cards, captions and presets in finished files.
#include "clip/looks.h"

#include "captions/glyphs.h"
#include "clip/caption_files.h"
#include "clip/caption_layout.h"
#include "clip/pictures.h"
#include "clip/plan_texts.h"
#include "clip/produce.h"
#include "clip/rehearsal.h"
#include "clip/render.h"
#include "clip/texts.h"
#include "clip/verify.h"
#include "core/error.h"
#include "core/staged_file.h"
#include "core/utf8.h"
#include "media/image_file.h"
#include "media/packets.h"
#include "media/probe.h"
#include "media/reader.h"

using namespace counterclip;
using namespace std::chrono_literals;
using test::Rehearsal;

namespace {

// A plan with captions put in by hand, as they leave the archive.
clip::Plan captioned(const Rehearsal& r, const std::string& code, archive::CaptionMode mode,
                     const std::vector<captions::Cue>& cues) {
    auto plan = clip::make_plan(r.archive, code);
    plan.captions = cues;
    plan.caption_mode = mode;
    plan.language = "ar";
    plan.texts.clear();
    clip::plan_texts(plan, r.archive.clip(code));
    return plan;
}

clip::Verification rendered(const clip::Plan& plan, const std::filesystem::path& file) {
    Progress silent;
    clip::render(plan, file, silent);
    return clip::verify(plan, file, test::detectors(), silent);
}

media::Frame frame_at(const std::filesystem::path& file, Time t) {
    media::VideoReader reader(file, {.range = Range{t, t + 1s}});
    media::Frame frame;
    REQUIRE(reader.next(frame));
    return frame;
}

// Rows in which the two pictures differ, first and last; first > last when they are the same.
std::pair<int, int> rows_that_differ(const media::Frame& a, const media::Frame& b) {
    int first = a.height(), last = -1;
    for (int y = 0; y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x)
            if (a.plane(0).data[y * a.plane(0).stride + x] != b.plane(0).data[y * b.plane(0).stride + x])
                first = std::min(first, y), last = std::max(last, y);
    return {first, last};
}

clip::Plan blank(int width, int height, const std::string& preset = "web") {
    clip::Plan plan;
    plan.clip = "blank";
    plan.preset = media::preset(preset);
    plan.width = width;
    plan.height = height;
    plan.look = captions::built_in_looks().front();
    return plan;
}

media::Frame with_texts(clip::Plan plan, const std::vector<captions::TitledText>& texts, Time at = 500ms) {
    plan.texts = texts;
    auto frame = clip::background(plan);
    frame.set_pts(at);
    return clip::Texts(plan).drawn_on(frame);
}

using captions::Place;

}  // namespace

TEST_CASE("the end card is silent, comes last and is proved like the rest") {
    Rehearsal r;
    r.store_true_faces();
    auto c = r.cut("C", 400ms, 1s);
    c.end_card = "example.org/project";
    r.archive.change_clip(c, "amina");
    const auto plan = clip::make_plan(r.archive, "C");
    CHECK(clip::duration(plan) == 3600ms);
    const auto file = r.outside("end.mp4");
    const auto v = rendered(plan, file);
    CAPTURE(v.problems);
    CHECK(v.problems.empty());
    CHECK(v.frames == 15 + 75);
    CHECK(v.facts.in_sync);
    CHECK(test::loudness(file, {0s, 500ms}) > 0.01);
    CHECK(test::loudness(file, {800ms, 3500ms}) < 0.001);
    const auto [first, last] = rows_that_differ(frame_at(file, 2s), clip::background(plan));
    CHECK(first < 120);
    CHECK(last > 110);
}

TEST_CASE("burned captions are in the picture at their time and proved to be; a changed one is found") {
    Rehearsal r;
    r.store_true_faces();
    r.cut("C", 400ms, 1600ms);
    const auto burned = archive::CaptionMode::burned;
    const auto plan = captioned(r, "C", burned, {{{200ms, 900ms}, "قال لي ارجع إلى البيت"}});
    const auto file = r.outside("burned.mp4");
    const auto v = rendered(plan, file);
    CAPTURE(v.problems);
    CHECK(v.problems.empty());
    CHECK(media::carried_in(file).streams.size() == 2);
    const auto other = captioned(r, "C", burned, {{{200ms, 900ms}, "Something quite other that is longer by far"}});
    Progress silent;
    CHECK_FALSE(clip::verify(other, file, test::detectors(), silent).facts.frames_as_planned);
}

TEST_CASE("captions inside the file are a text track with its language, compared word for word") {
    Rehearsal r;
    r.store_true_faces();
    auto c = r.cut("C", 400ms, 1600ms);
    c.preset = GENERATE("web", "webm");
    r.archive.change_clip(c, "amina");
    const auto inside = archive::CaptionMode::inside;
    const std::vector<captions::Cue> cues{{{200ms, 700ms}, "قال لي"}, {{600ms, 1100ms}, "ارجع"}};
    const auto plan = captioned(r, "C", inside, cues);
    const auto file = r.outside(c.preset == "web" ? "inside.mp4" : "inside.webm");
    const auto v = rendered(plan, file);
    CAPTURE(v.problems);
    CHECK(v.problems.empty());
    CHECK(v.facts.streams_as_planned);
    CHECK(v.facts.foreign_tags->empty());
    Progress silent;
    const auto streams_of = [&](const clip::Plan& wanted) {
        return clip::verify(wanted, file, test::detectors(), silent).facts.streams_as_planned;
    };
    auto less = cues;
    less.pop_back();
    CHECK_FALSE(streams_of(captioned(r, "C", inside, less)));
    auto later = cues;
    later[0].range.in += 20ms;
    CHECK_FALSE(streams_of(captioned(r, "C", inside, later)));
    auto renamed = cues;
    renamed[0].text = "قال له";
    CHECK_FALSE(streams_of(captioned(r, "C", inside, renamed)));
    CHECK_FALSE(streams_of(captioned(r, "C", archive::CaptionMode::none, {})));
}

TEST_CASE("two captions at once share one text of the track") {
    clip::Plan plan;
    plan.captions = {{{0s, 1s}, "one"}, {{600ms, 1400ms}, "two"}, {{1400ms, 2s}, "two"}};
    const auto track = clip::text_track(plan);
    REQUIRE(track.size() == 4);
    CHECK(track[0] == media::TimedText{{0s, 600ms}, "one"});
    CHECK(track[1] == media::TimedText{{600ms, 1s}, "one\ntwo"});
    CHECK(track[2] == media::TimedText{{1s, 1400ms}, "two"});
    CHECK(track[3] == media::TimedText{{1400ms, 2s}, "two"});
}

TEST_CASE("captions beside a clip are files of their language that say what the plan says") {
    clip::Plan plan;
    plan.language = "ar";
    plan.caption_mode = archive::CaptionMode::beside;
    plan.captions = {{{0s, 1s}, "قال لي"}};
    const auto files = clip::caption_files(plan);
    REQUIRE(files.size() == 2);
    CHECK(files[0].ending == ".ar.vtt");
    CHECK(files[1].ending == ".ar.srt");
    CHECK(captions::parse(files[0].bytes, "it").at(0).text == "قال لي");
    CHECK(captions::parse(files[1].bytes, "it").at(0).range == Range{0s, 1s});
    plan.caption_mode = archive::CaptionMode::burned;
    CHECK(clip::caption_files(plan).empty());
}

TEST_CASE("no caption lies over the lower-third, and none where a player has its buttons") {
    const auto preset = GENERATE("web", "social-story", "social-square");
    const bool upright = std::string(preset) == "social-story";
    const auto plan = upright ? blank(540, 960, preset) : blank(640, 360, preset);
    const auto nothing = clip::background(plan);
    const captions::TitledText who{{0s, 1s}, "Abu Salim, who was there from the beginning", Place::lower_third};
    const captions::TitledText said{
        {0s, 1s}, "قال لي ارجع إلى البيت ثم اذهب إلى أبيك، ولم أصدق ما قال لي يومها", Place::caption};
    const auto lower = rows_that_differ(with_texts(plan, {who}), nothing);
    const auto both = with_texts(plan, {who, said});
    const auto caption = rows_that_differ(both, with_texts(plan, {who}));
    CAPTURE(preset, lower.first, lower.second, caption.first, caption.second);
    CHECK(caption.second < lower.first);
    CHECK(caption.first > 0);
    CHECK(lower.second <= plan.height * (1 - std::max(0.10, plan.preset.room_below)));
    const auto alone = rows_that_differ(with_texts(plan, {said}), nothing);
    CHECK(alone.second <= plan.height * (1 - std::max(0.05, plan.preset.room_below)));
}

TEST_CASE("captions laid out for an upright picture keep to two lines of it, in every script") {
    const std::string said = GENERATE(
        as<std::string>{}, "They came to our village that night, and nobody told us anything of what they want",
        "Они пришли в нашу деревню той же ночью, и никто не сказал нам, чего они хотят",
        "جاؤوا إلى قريتنا في تلك الليلة، ولم يقل لنا أحد شيئًا عما كانوا يريدونه منا ومنهم");
    const auto plan = blank(540, 960, "social-story");
    const captions::Canvas canvas{plan.width, plan.height, plan.preset.room_below, plan.preset.room_right};
    const std::vector<clip::Worded> words{{{{0s, 6s}, said}}};
    REQUIRE(clip::as_read(words, archive::CaptionMode::beside, canvas, plan.look).size() == 1);
    const auto read = clip::as_read(words, archive::CaptionMode::burned, canvas, plan.look);
    const auto nothing = clip::background(plan);
    const double line = plan.look.caption.size * plan.width;
    for (const auto& one : read) {
        const auto drawn = with_texts(plan, {{{0s, 1s}, one.cue.text, Place::caption}});
        const auto [first, last] = rows_that_differ(drawn, nothing);
        CAPTURE(one.cue.text, first, last, line);
        CHECK(last - first < 3.4 * line);
    }
}

TEST_CASE("letters that no font here has are an error that names them, not empty boxes") {
    // Assigned letters of scripts that few machines have fonts for.
    for (const char32_t letter : {U'\U00016E40', U'\U00010980', U'\U00012F90', U'\U0001B170', U'\U00030000'}) {
        std::string text;
        append(text, letter);
        if (captions::without_font(text).empty()) continue;
        CHECK_THROWS_WITH(with_texts(blank(320, 180), {{{0s, 1s}, "a " + text, Place::caption}}),
                          Catch::Contains("U+") && Catch::Contains("apt install"));
        return;
    }
    WARN("this machine has fonts for all of them");
}

TEST_CASE("an archive's own look, with a logo, is in the picture and in the hash") {
    Rehearsal r;
    r.store_true_faces();
    auto c = r.cut("C", 400ms, 1s);
    const auto before = clip::make_plan(r.archive, "C");
    media::Image red{64, 64, 3, std::vector<std::uint8_t>(64 * 64 * 3, 0)};
    for (std::size_t i = 2; i < red.pixels.size(); i += 3) red.pixels[i] = 255;
    media::write_image(r.outside("logo.png"), red);
    write_whole(r.outside("ours.json"),
                R"({"logo": {"file": "logo.png", "size": 0.25}, "card_background": "#FFFFFF"})");
    clip::add_look(r.archive.folder(), "ours", r.outside("ours.json"));
    c.look = "ours";
    c.card = "What I found";
    r.archive.change_clip(c, "amina");
    const auto plan = clip::make_plan(r.archive, "C");
    CHECK(plan.settings_sha256 != before.settings_sha256);
    const auto file = r.outside("logo.mp4");
    const auto v = rendered(plan, file);
    CAPTURE(v.problems);
    CHECK(v.problems.empty());
    const auto card = frame_at(file, 1s);
    CHECK(int(card.plane(0).data[200 * card.plane(0).stride + 20]) > 225);  // white
    CHECK(int(card.plane(2).data[20 * card.plane(2).stride + 140]) > 200);  // red, top right
    CHECK_THROWS_WITH(clip::find_look(r.archive.folder(), "theirs"), Catch::Contains("bare, large, ours, plain"));
    write_whole(r.archive.folder() / "looks" / "ours.json", R"({"card_background": "white"})");
    CHECK_THROWS_WITH(clip::make_plan(r.archive, "C"),
                      Catch::Contains("ours.json") && Catch::Contains("card_background"));
}

TEST_CASE("a social preset cuts the picture about the hidden person and proves it through the same crop") {
    Rehearsal r;
    r.store_true_faces();
    auto c = r.cut("C", 400ms, 1600ms);
    c.preset = GENERATE("social-story", "social-square");
    r.archive.change_clip(c, "amina");
    auto plan = clip::make_plan(r.archive, "C");
    CHECK(plan.width == 1080);
    REQUIRE(plan.parts[0].crop.width > 0);
    // The same at a third of the size: the proof is about places, not about pixels.
    plan.width = 360;
    plan.height = plan.preset.height / 3;
    const auto file = r.outside("social.mp4");
    const auto v = rendered(plan, file);
    CAPTURE(v.problems);
    CHECK(v.problems.empty());
    CHECK(v.faces_to_hide == 30);
    CHECK(*v.facts.frames_uncovered == 0);
    // The mask left out: what the crop shows is the bare face, and the proof finds it where the crop puts it.
    auto bare = plan;
    bare.parts[0].masks =
        std::make_shared<faces::Masks>(std::vector<faces::Track>{}, std::vector<faces::Gap>{}, std::vector<Time>{},
                                       std::vector<Range>{{0s, 3s}}, faces::MaskOptions{});
    Progress silent;
    const auto shown = r.outside("shown.mp4");
    clip::render(bare, shown, silent);
    CHECK(*clip::verify(plan, shown, test::detectors(), silent).facts.frames_uncovered == 30);
    // Cut elsewhere, it is not the planned picture.
    auto elsewhere = plan;
    for (auto& key : elsewhere.parts[0].crop.keys) key.x += 40;
    const auto moved = r.outside("moved.mp4");
    clip::render(elsewhere, moved, silent);
    CHECK_FALSE(clip::verify(plan, moved, test::detectors(), silent).facts.frames_as_planned);
}

TEST_CASE("whoever wants all of the picture gets it between black bars") {
    Rehearsal r;
    r.store_true_faces();
    auto c = r.cut("C", 400ms, 800ms);
    c.preset = "social-story";
    c.framing = archive::Framing::fit;
    r.archive.change_clip(c, "amina");
    auto plan = clip::make_plan(r.archive, "C");
    CHECK(plan.parts[0].crop.width == 0);
    plan.width = 360;
    plan.height = 640;
    const auto file = r.outside("fit.mp4");
    const auto v = rendered(plan, file);
    CAPTURE(v.problems);
    CHECK(v.problems.empty());
    CHECK(int(frame_at(file, 200ms).plane(0).data[100]) == 16);
}

TEST_CASE("the audio preset shows its card throughout, keeps the sound and nothing of the picture") {
    Rehearsal r;
    auto c = r.cut("C", 400ms, 2400ms);  // faces were not looked for: none is shown
    c.preset = "audio";
    r.archive.change_clip(c, "amina");
    const auto plan = clip::make_plan(r.archive, "C");
    const auto file = r.outside("audio.mp4");
    const auto v = rendered(plan, file);
    CAPTURE(v.problems);
    CHECK(v.problems.empty());
    CHECK(v.frames == 10);
    CHECK(clip::duration(plan) == 2s);
    CHECK(test::loudness(file, {0s, 1s}) > 0.01);
    CHECK(std::filesystem::file_size(file) < 60'000);
    const auto [first, last] = rows_that_differ(frame_at(file, 1800ms), clip::background(plan));
    CHECK(first < 180);
    CHECK(last > 160);
}
