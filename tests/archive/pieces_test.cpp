// Looking for faces in pieces: a stop loses at most one, and the next start goes on with what is missing (P10).
#include <sys/wait.h>
#include <unistd.h>

#include <cmath>
#include <random>
#include <sstream>

#include "archive/analyse_in_pieces.h"
#include "archive/ranges.h"
#include "archive/schema.h"
#include "archive/shelf.h"
#include "core/error.h"
#include "faces/mask.h"

using namespace counterclip;
using namespace std::chrono_literals;
using archive::AnalysisPlan;
using archive::PieceOptions;
using faces::Analysis;
using faces::Label;
using test::Shelf;

namespace {

const std::vector<faces::DetectorModel> nets{{"yunet", "yunet.onnx", "y1"}, {"blazeface", "b.onnx", "b1"}};

// A recording of 10 s with one face all the time, looked at as faces::analyse looks: a second more on each side.
struct Studio {
    Shelf shelf;
    archive::Recording recording;
    PieceOptions options;
    std::vector<std::vector<Range>> looks;
    std::size_t dies_at = 99;  // kill -9 in this look
    Time picture_ends = 1h;
    std::optional<Range> doubt;  // seen by who looks at all of it

    Studio() {
        Progress silent;
        recording = shelf.archive.import("A-1", test::write_video(shelf.outside("long.mp4"), 0, 100), "amina", silent);
        options.length = 2s;
    }
    Analysis see(const std::vector<Range>& ranges) {
        looks.push_back(ranges);
        if (looks.size() > dies_at) ::_exit(9);
        Analysis a;
        a.width = a.height = 64;
        a.detectors = nets;
        for (const auto& r : ranges) {
            const Range covered{std::max(r.in - 1s, Time{}), std::min({r.out + 1s, recording.duration, picture_ends})};
            if (is_empty(covered)) continue;
            a.ranges.push_back(covered);
            faces::Track track;
            for (Time t = Time{}; t < recording.duration; t += 100ms)
                if (contains(covered, t)) track.sightings.push_back({t, {10, 10, 20, 25}, 0, 0.9F, {}});
            a.frames += static_cast<std::int64_t>(track.sightings.size());
            track.id = static_cast<std::int64_t>(a.tracks.size()) + 1;
            a.tracks.push_back(std::move(track));
            if (doubt && contains(covered, *doubt)) a.gaps.push_back({1, *doubt, {}, 0, {}, {}, {}});
        }
        return a;
    }
    AnalysisPlan plan(const std::vector<Range>& wanted = {},
                      const std::vector<faces::DetectorModel>& models = nets) const {
        return plan_analysis(shelf.archive, recording, wanted, models, options);
    }
    void analyse(const std::vector<Range>& wanted = {}, const std::vector<faces::DetectorModel>& models = nets,
                 Progress* watcher = nullptr) {
        analyse_in(shelf.archive, wanted, models, watcher);
    }
    void analyse_in(archive::Archive& archive, const std::vector<Range>& wanted = {},
                    const std::vector<faces::DetectorModel>& models = nets, Progress* watcher = nullptr) {
        Progress silent;
        analyse_in_pieces(archive, recording, plan(wanted, models), models, options, "amina",
                          watcher ? *watcher : silent, [&](const auto& ranges, Progress& progress) {
                              progress.begin("faces", 100);
                              progress.advance(50);
                              progress.stop_if_cancelled("look");
                              progress.advance(100);
                              return see(ranges);
                          });
    }
    Analysis now() const { return *shelf.again().analysis(recording.id); }
};

}  // namespace

TEST_CASE("a recording analysed in pieces has one track of a face that is there all the time") {
    Studio s;
    s.analyse();
    CHECK(s.looks.size() == 5);
    const auto now = s.now();
    REQUIRE(now.tracks.size() == 1);
    CHECK(now.tracks[0].sightings.size() == 100);
    CHECK(now.ranges == std::vector<Range>{{0s, 10s}});
    CHECK(now.frames == 100);
    CHECK(s.shelf.archive.analysed(s.recording.id).size() == 1);
    // Again: nothing is missing.
    s.analyse();
    CHECK(s.looks.size() == 5);
    CHECK(s.plan().to_do.empty());
}

TEST_CASE("a process killed while it looks leaves whole pieces, and the next start goes on with the rest") {
    Studio s;
    s.dies_at = 2;
    const auto child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        auto mine = s.shelf.again();
        s.analyse_in(mine);
        ::_exit(0);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    REQUIRE(WEXITSTATUS(status) == 9);
    const auto half = s.now();
    CHECK(half.ranges == std::vector<Range>{{0s, 5s}});  // two pieces, and the second beyond the seam
    CHECK(half.tracks.size() == 1);
    s.dies_at = 99;
    CHECK(s.plan().known == std::vector<Range>{{0s, 5s}});
    s.analyse();
    CHECK(s.looks.front().front().in == 2s);  // three seconds before, for what is known of a face there
    CHECK(s.now().tracks.size() == 1);
    CHECK(s.now().tracks[0].sightings.size() == 100);
    CHECK_FALSE(s.shelf.archive.verify_log());
}

TEST_CASE("a stop asked for while it looks keeps the pieces that are done") {
    Studio s;
    class Stopper : public Progress {
      public:
        void begin(std::string_view, std::int64_t total) override { total_ = total; }
        void advance(std::int64_t done) override {
            CHECK(done >= last_);
            last_ = done;
            if (2 * done >= total_) cancel();
        }
        std::int64_t total_ = 0, last_ = 0;
    } stopper;
    CHECK_THROWS_WITH(s.analyse({}, nets, &stopper),
                      Catch::Contains("0:00:04.000 of 0:00:10.000") && Catch::Contains("stored"));
    CHECK(stopper.total_ == s.recording.duration.count());
    class AtOnce : public Progress {
      public:
        void advance(std::int64_t) override { cancel(); }
    } at_once;
    Studio other;
    CHECK_THROWS_WITH(other.analyse({}, nets, &at_once),
                      "look for faces in recording 1 of 'A-1': stopped; nothing of it is stored yet");
    CHECK(s.now().ranges == std::vector<Range>{{0s, 5s}});
}

TEST_CASE("work by hand in what is known is neither replaced nor forgotten when the rest is analysed") {
    Studio s;
    s.analyse({{0s, 4s}});
    s.shelf.archive.label_track(s.recording.id, 1, Label::guard, "omar");
    s.analyse();
    const auto now = s.now();
    REQUIRE(now.tracks.size() == 1);
    CHECK(now.tracks[0].label == Label::guard);
    CHECK(now.tracks[0].sightings.size() == 100);
}

TEST_CASE("other detectors look again, but not over what people worked on unless it is asked for") {
    Studio s;
    s.analyse();
    const std::vector<faces::DetectorModel> better{{"yunet", "yunet.onnx", "y2"}, {"blazeface", "b.onnx", "b1"}};
    CHECK(s.plan({}, better).to_do == std::vector<Range>{{0s, 10s}});
    CHECK(s.plan({}, {nets[0]}).to_do.empty());                 // both looked: one alone sees no more
    CHECK(s.plan({}, {{"cascades", "c", "c"}}).to_do.empty());  // nor does the last resort
    s.shelf.archive.delete_track(s.recording.id, 1, "a poster", "omar");
    CHECK_THROWS_WITH(s.plan({}, better), Catch::Contains("faces delete by omar") && Catch::Contains("--again"));
    s.options.again = true;
    const auto plan = s.plan({}, better);
    CHECK(plan.work_replaced.size() == 1);
    CHECK(plan.to_do == std::vector<Range>{{0s, 10s}});
}

TEST_CASE("anew that was stopped goes on with what was not done anew yet, and says what it replaces") {
    Studio s;
    s.analyse();
    s.shelf.archive.label_track(s.recording.id, 1, Label::guard, "omar");
    s.options.again = true;
    class Stopper : public Progress {
      public:
        void advance(std::int64_t done) override {
            if (Time(done) >= 5s) cancel();
        }
    } stopper;
    CHECK_THROWS_AS(s.analyse({}, nets, &stopper), Error);
    CHECK(s.now().ranges == std::vector<Range>{{0s, 10s}});  // the old one stands until it is replaced
    s.options.again = false;
    const auto plan = s.plan();
    CHECK(plan.to_do == std::vector<Range>{{4s, 10s}});
    CHECK(plan.work_replaced == std::vector<std::string>{"track 1: guard"});
    s.analyse();
    CHECK(s.plan().to_do.empty());
    REQUIRE(s.now().tracks.size() == 1);
    CHECK(s.now().tracks[0].label == Label::guard);
}

TEST_CASE("a doubt that reaches over the seam of two pieces is kept whole") {
    Studio s;
    s.analyse({{0s, 5s}});
    REQUIRE(s.now().gaps.empty());
    s.doubt = {3500ms, 6500ms};
    s.analyse({{5s, 10s}});
    REQUIRE(s.now().gaps.size() == 1);
    CHECK(s.now().gaps[0].range == Range{3500ms, 6500ms});
}

TEST_CASE("an open gap that is none any more is named in the log") {
    Studio s;
    s.doubt = {3500ms, 6500ms};
    s.analyse();
    REQUIRE(s.now().gaps.size() == 1);
    s.doubt.reset();
    s.options.again = true;
    s.options.length = 10s;  // in one piece: no single look saw all of it otherwise, and it stays
    s.analyse({{3s, 7s}});
    CHECK(s.now().gaps.empty());
    const auto events = s.shelf.archive.events();
    CHECK(std::any_of(events.begin(), events.end(), [](const auto& e) {
        return e.details.find("\"gaps_gone\":[[3500000000,6500000000]]") != std::string::npos;
    }));
}

TEST_CASE("a recording whose picture ends early is done, and what lies beyond is hidden whole") {
    Studio s;
    s.picture_ends = 5300ms;
    s.analyse();
    const auto now = s.now();
    CHECK(now.ranges == std::vector<Range>{{0s, 10s}});
    CHECK(now.width == 64);
    CHECK(archive::end_of_picture(now, s.recording) == std::optional<Time>(5300ms));
    const faces::Masks masks(now.tracks, now.gaps, {}, now.ranges, {});
    for (Time t = 5300ms; t < 10s; t += 100ms) CHECK(masks.at(t).whole);
    CHECK_FALSE(masks.at(5s).whole);
    Studio sound;  // that lasts a little longer than the picture is no doubt
    sound.picture_ends = 9900ms;
    sound.analyse();
    CHECK(sound.now().gaps.empty());
    CHECK(sound.now().ranges == std::vector<Range>{{0s, 10s}});
    CHECK_FALSE(archive::end_of_picture(sound.now(), sound.recording));
}

TEST_CASE("pieces have about the length asked for, and short stretches share one") {
    const auto pieces = archive::pieces_of({{0s, 61s}}, 10s);
    CHECK(pieces.size() == 6);
    CHECK(pieces.back() == std::vector<Range>{{50s, 61s}});
    const auto shared = archive::pieces_of({{0s, 3s}, {10s, 13s}, {20s, 30s}}, 10s);
    REQUIRE(shared.size() == 2);
    CHECK(shared[0] == std::vector<Range>{{0s, 3s}, {10s, 13s}, {20s, 24s}});
    CHECK(shared[1] == std::vector<Range>{{24s, 30s}});
}

TEST_CASE("only the tracks near a clip are read") {
    Studio s;
    Analysis a = s.see({{0s, 10s}});
    a.tracks.clear();
    for (int i = 0; i < 5; ++i) {
        faces::Track track;
        for (Time t = i * 2s; t < i * 2s + 1s; t += 100ms) track.sightings.push_back({t, {10, 10, 20, 25}, 0, 1, {}});
        a.tracks.push_back(track);
    }
    s.shelf.archive.store_analysis(s.recording.id, a, "amina");
    const auto near = s.shelf.archive.analysis(s.recording.id, Range{2500ms, 4100ms});
    REQUIRE(near->tracks.size() == 2);
    CHECK(near->tracks[0].id == 2);
    CHECK(near->ranges == std::vector<Range>{{0s, 10s}});
    // From before, with no times of its own: read, and then judged.
    s.shelf.raw().exec("UPDATE tracks SET in_ns = NULL, out_ns = NULL");
    CHECK(s.shelf.archive.analysis(s.recording.id, Range{2500ms, 4100ms})->tracks.size() == 2);
}

TEST_CASE("an archive from before knows what was looked at, by whom") {
    SQLite::Database db(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    archive::migrate(db, archive::migrations().first(2), "memory");
    db.exec(
        "INSERT INTO analyses VALUES (7, '[[0, 4000000000]]', 100, 64, 48, '[]', "
        "'[{\"name\": \"yunet\", \"sha256\": \"aa\"}]', 3);"
        "INSERT INTO tracks VALUES (7, 1, 'subject', x'00')");
    archive::migrate(db, archive::migrations().first(3), "memory");
    SQLite::Statement analysed(db, "SELECT recording, in_ns, out_ns, detectors FROM analysed");
    REQUIRE(analysed.executeStep());
    CHECK(analysed.getColumn(0).getInt() == 7);
    CHECK(analysed.getColumn(1).getInt64() == 0);
    CHECK(analysed.getColumn(2).getInt64() == 4'000'000'000);
    CHECK(analysed.getColumn(3).getString() == R"(["yunet:aa"])");
    CHECK_FALSE(analysed.executeStep());
    CHECK(db.execAndGet("SELECT count(*) FROM tracks WHERE in_ns IS NULL").getInt() == 1);
}

TEST_CASE("half an hour of three faces takes a tenth of 20 MB of catalog at most") {
    Studio s;
    std::mt19937 random(9);
    std::normal_distribution<float> jitter(0, 1.5F);
    Analysis a = s.see({{0s, 10s}});
    a.tracks.clear();
    constexpr int frames = 30 * 60 * 25;
    for (int face = 0; face < 3; ++face) {
        faces::Track track;
        const auto seen = [&](int i) {
            const float t = static_cast<float>(i);
            const faces::Box box{600 + 80 * std::sin(t / 90) + jitter(random), 200 + jitter(random),
                                 120 + jitter(random), 160 + jitter(random)};
            return faces::Sighting{i * 40ms, box, 0.02F * jitter(random), 0.85F, faces::Origin::detected};
        };
        track.sightings.push_back(seen(0));
        for (int i = 4; i < frames; i += 4) {
            const auto from = track.sightings.back();
            const auto to = seen(i);
            for (int k = 1; k < 4; ++k) {
                const float share = static_cast<float>(k) / 4;
                track.sightings.push_back({from.pts + k * 40ms, faces::between(from.box, to.box, share),
                                           from.roll + (to.roll - from.roll) * share, 0.85F,
                                           faces::Origin::interpolated});
            }
            track.sightings.push_back(to);
        }
        a.tracks.push_back(std::move(track));
    }
    const auto catalog = [&] {
        s.shelf.raw().exec("PRAGMA wal_checkpoint(TRUNCATE)");
        return std::filesystem::file_size(s.shelf.folder() / "counterclip.db");
    };
    const auto before = catalog();
    s.shelf.archive.store_analysis(s.recording.id, a, "amina");
    INFO(catalog() - before << " bytes");
    CHECK(catalog() - before < 1'000'000);
    CHECK(s.now().tracks[2].sightings.size() == a.tracks[2].sightings.size());
}

// Compares with the real detectors, on films of your own: COUNTERCLIP_FILMS=a.mp4:b.mp4 test_archive "[films]".
TEST_CASE("in pieces every face is hidden that the whole analysis hides", "[.][films]") {
    const char* films = std::getenv("COUNTERCLIP_FILMS");
    if (!films) {
        WARN("skipped: COUNTERCLIP_FILMS names no films");
        return;
    }
    const auto models = faces::find_models(faces::model_folders());
    std::stringstream list(films);
    for (std::string film; std::getline(list, film, ':');) {
        Studio s;
        Progress silent;
        s.recording = s.shelf.archive.import("A-1", film, "amina", silent);
        analyse_in_pieces(s.shelf.archive, s.recording, s.plan({}, models), models, s.options, "amina", silent);
        const auto pieces = s.now();
        const auto whole = faces::analyse(film, {}, models, {}, silent);
        const auto masks_of = [](const Analysis& a) {
            return faces::Masks(a.tracks, a.gaps, a.shot_changes, a.ranges, {});
        };
        const auto of_pieces = masks_of(pieces);
        const auto of_whole = masks_of(whole);
        std::size_t bare = 0, hidden_whole = 0, more_hidden_whole = 0, sightings = 0;
        for (const auto& track : whole.tracks)
            for (const auto& seen : track.sightings) {
                ++sightings;
                bare += faces::covered_share(seen.box, of_pieces.at(seen.pts)) < 0.9F ? 1 : 0;
                hidden_whole += of_whole.at(seen.pts).whole ? 1 : 0;
                more_hidden_whole += of_pieces.at(seen.pts).whole ? 1 : 0;
            }
        WARN(film << ": " << whole.tracks.size() << " tracks whole, " << pieces.tracks.size() << " in pieces; "
                  << whole.gaps.size() << " and " << pieces.gaps.size() << " gaps; of " << sightings << " face-frames "
                  << bare << " bare in pieces, hidden whole " << hidden_whole << " and " << more_hidden_whole);
        CHECK(bare == 0);
    }
}
