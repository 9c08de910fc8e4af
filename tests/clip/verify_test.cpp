// The proof must fail on files that are wrong, whoever made them.
#include "clip/verify.h"
#include "clip/proof_report.h"

#include <cstdlib>

#include <fmt/format.h>

#include "clip/rehearsal.h"
#include "clip/render.h"
#include "puppet/film.h"

using namespace counterclip;
using namespace std::chrono_literals;
using test::Rehearsal;

namespace {

namespace fs = std::filesystem;

struct Finished {
    Rehearsal r;
    clip::Plan plan;
    fs::path file;

    Finished() {
        r.store_true_faces();
        r.cut("C", 400ms, 2s);
        plan = clip::make_plan(r.archive, "C");
        file = r.outside("clip.mp4");
    }
    void render_as(const clip::Plan& other) const {
        Progress silent;
        clip::render(other, file, silent);
    }
    clip::Verification verified(const fs::path& f) const {
        Progress silent;
        return clip::verify(plan, f, test::detectors(), silent);
    }
    // What someone does to a good file afterwards.
    fs::path spoilt(const std::string& options) const {
        const auto out = r.outside("spoilt.mp4");
        const auto command = fmt::format("ffmpeg -v error -y -i '{}' {} '{}'", file.string(), options, out.string());
        REQUIRE(std::system(command.c_str()) == 0);
        return out;
    }
};

std::shared_ptr<const faces::Masks> hides_nothing(Range analysed) {
    return std::make_shared<faces::Masks>(std::vector<faces::Track>{}, std::vector<faces::Gap>{}, std::vector<Time>{},
                                          std::vector{analysed}, faces::MaskOptions{});
}

}  // namespace

TEST_CASE("a render that shows the face is found out on every frame") {
    Finished f;
    auto careless = f.plan;
    careless.parts[0].masks = hides_nothing({0s, 3s});
    f.render_as(careless);
    const auto v = f.verified(f.file);
    CHECK(*v.facts.frames_uncovered == 40);
    CHECK(v.worst_visible > 0.5F);
    CHECK(*v.facts.faces_found >= 20);  // a cascade misses some
}

TEST_CASE("a render that lets the face through on one frame is found out") {
    Finished f;
    auto careless = f.plan;
    auto tracks = f.plan.parts[0].faces_to_hide;
    // The track ends well before the part does, as if the detector had lost the face.
    tracks[0].sightings.resize(11 + 25);
    careless.parts[0].masks = std::make_shared<faces::Masks>(
        tracks, std::vector<faces::Gap>{}, std::vector<Time>{1460ms}, std::vector{Range{0s, 3s}}, faces::MaskOptions{});
    f.render_as(careless);
    CHECK(*f.verified(f.file).facts.frames_uncovered >= 1);
}

TEST_CASE("tags, streams, chapters and cuts that are not ours are found") {
    if (!puppet::has_ffmpeg()) {
        WARN("skipped: the ffmpeg program is not here to spoil files");
        return;
    }
    Finished f;
    f.render_as(f.plan);
    REQUIRE(f.verified(f.file).facts.streams_as_planned);

    const auto tagged = f.verified(f.spoilt("-c copy -metadata location=+33.31+044.36/ -movflags use_metadata_tags"));
    CHECK_FALSE(tagged.facts.foreign_tags->empty());

    const auto shorter = f.verified(f.spoilt("-c copy -t 1"));
    CHECK_FALSE(shorter.facts.frames_as_planned);

    const auto hidden_frames = f.verified(f.spoilt("-ss 0.5 -c copy"));
    CHECK_FALSE((hidden_frames.facts.frames_as_planned && hidden_frames.facts.streams_as_planned));

    const auto silent = f.verified(f.spoilt("-c copy -an"));
    CHECK_FALSE(silent.facts.streams_as_planned);

    const auto another = f.verified(f.spoilt("-vf negate -c:a copy"));
    CHECK_FALSE(another.facts.frames_as_planned);

    const auto late = f.verified(f.spoilt("-c:v copy -af adelay=400:all=1"));
    CHECK_FALSE(late.facts.in_sync);
}

TEST_CASE("a verification report survives the way into the archive and back") {
    clip::Verification v;
    v.facts.sha256 = "abc";
    v.facts.in_sync = true;
    v.facts.foreign_tags = {"location"};
    v.facts.frames_uncovered = 3;
    const auto back = clip::facts_from_json(clip::to_json(v));
    CHECK(back.sha256 == "abc");
    CHECK(back.in_sync);
    CHECK_FALSE(back.frames_as_planned);
    CHECK(*back.foreign_tags == std::vector<std::string>{"location"});
    CHECK(*back.frames_uncovered == 3);
    CHECK_FALSE(back.faces_found.has_value());  // nobody looked: not known, not zero
    CHECK_THROWS_WITH(clip::facts_from_json("{"), Catch::Contains("damaged"));
}
