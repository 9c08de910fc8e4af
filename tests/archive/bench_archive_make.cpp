// Makes a large archive for benches: interviews, recordings, consent, segments, faces, clips, renders, decisions,
// releases, with a valid log. `bench_archive_make DIR [--interviews N] [--segments N] [--clips N] [--file FILE]`
//
// Rows go in by SQL in one transaction, and each change gets its event as the program writes it (append_to_log), so the
// log verifies. FILE is a real recording that the first interview holds; the others have only their rows.
#include <iostream>

#include "archive/archive.h"
#include "archive/recorder.h"
#include "archive/schema.h"
#include "archive/state.h"
#include "core/hash.h"
#include "core/ids.h"
#include "core/progress.h"
#include "faces/track_codec.h"

namespace fs = std::filesystem;
using namespace counterclip;
using namespace counterclip::archive;
using nlohmann::json;

namespace {

struct Size {
    std::int64_t interviews = 10000;
    std::int64_t segments = 100000;
    std::int64_t clips = 20000;
    std::string file;
};

constexpr std::int64_t second = 1'000'000'000;
constexpr std::int64_t length = 7200 * second;

// The same numbers in every run.
class Dice {
  public:
    std::int64_t operator()(std::int64_t sides) {
        state_ = state_ * 6364136223846793005U + 1442695040888963407U;
        return static_cast<std::int64_t>((state_ >> 33) % static_cast<std::uint64_t>(sides));
    }

  private:
    std::uint64_t state_ = 42;
};

class Maker {
  public:
    Maker(const fs::path& folder, Size size)
        : size_(std::move(size)), db_(folder / "counterclip.db", SQLite::OPEN_READWRITE) {
        prepare_connection(db_);
        watch_records(db_);
        recordings_before_ = number(db_, 0, "SELECT coalesce(max(id), 0) FROM recordings");
    }

    void make() {
        SQLite::Transaction all(db_, SQLite::TransactionBehavior::IMMEDIATE);
        for (std::int64_t i = 0; i < size_.interviews; ++i) interview(i);
        long_interview();
        for (std::int64_t i = 0; i < size_.segments; ++i) segment(i);
        for (std::int64_t i = 0; i < size_.clips; ++i) clip(i);
        all.commit();
        db_.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    }

  private:
    void event(const std::string& verb, const std::string& by, const std::string& object,
               json details = json::object()) {
        append_to_log(db_, verb, by, {object, std::move(details)});
    }

    std::int64_t recording_of(std::int64_t interview) const { return recordings_before_ + 1 + interview; }
    std::string code_of(std::int64_t interview) const { return fmt::format("BENCH-{:05}", interview); }

    void interview(std::int64_t i) {
        const auto code = code_of(i);
        const char* kind = dice_(10) < 8 ? "video" : "audio";
        const bool custody = dice_(8) == 0;
        run(db_,
            "INSERT INTO interviews (code, kind, date, place, setting, languages, present, custody, minor, pseudonym, "
            "gender, age_band, nationality, ethnicity, role, added_at) VALUES (?, ?, '2026-03', 'region', 'camp', "
            "'[\"ar\"]', ?, ?, ?, ?, 'f', '20-29', "
            "'', "
            "'', 'witness', '2026-11-01T08:00:00Z')",
            code, kind, dice_(20) == 0 ? R"(["guard"])" : R"(["translator"])", custody, dice_(30) == 0,
            fmt::format("Name {}", i));
        event("interview add", "amina", "interview " + code);
        const auto hash = sha256(code);
        run(db_,
            "INSERT INTO recordings (interview, position, file, sha256, bytes, duration_ns, has_picture, has_sound, "
            "width, "
            "height, summary) VALUES (?, 1, ?, ?, 1000, ?, 1, 1, 1280, 720, 'mp4')",
            code, "originals/" + hash + ".mp4", hash, length);
        event("import", "amina", "interview " + code, {{"recording", recording_of(i)}});
        if (dice_(20) > 0) consent(code, 1, false);
        if (dice_(15) == 0)
            consent(code,
                    number(db_, 0, "SELECT coalesce(max(revision), 0) + 1 FROM consent WHERE interview = ?", code),
                    true);
        faces(i);
    }

    void consent(const std::string& code, std::int64_t revision, bool withdrawn) {
        const char* uses[] = {"none", "research", "training", "public", "public", "public"};
        run(db_,
            "INSERT INTO consent (interview, person, revision, use, face, name, voice, details, audiences, "
            "territories, "
            "risk_note, method, witnesses, document_sha256, withdrawn, author, reason, at, until) VALUES (?, "
            "'subject', ?, "
            "?, 'hide', 'changed', 'keep', 'omit', '[]', '[]', '', 'verbal', '[]', '', ?, 'amina', '', "
            "'2026-11-02T08:00:00Z', ?)",
            code, revision, uses[dice_(6)], withdrawn, dice_(12) == 0 ? "2026-06-30" : "");
        event(withdrawn ? "consent withdraw" : "consent set", "amina", "interview " + code, {{"revision", revision}});
    }

    void faces(std::int64_t i) {
        const auto recording = recording_of(i);
        run(db_,
            "INSERT INTO analyses (recording, ranges, frames, width, height, shot_changes, detectors, detector_runs) "
            "VALUES (?, ?, 100, 1280, 720, '[]', '[]', 1)",
            recording, json{{0, length}}.dump());
        std::vector<faces::Sighting> sightings;
        for (int s = 0; s < 40; ++s) sightings.push_back({Time{s * 40'000'000LL}, {static_cast<float>(s), 10, 80, 90}});
        const auto bytes = faces::encode(sightings);
        for (int t = 1; t <= 3; ++t) {
            const auto at = dice_(7000) * second;
            run(db_, "INSERT INTO tracks VALUES (?, ?, ?, ?, ?, ?)", recording, t,
                dice_(12) == 0 ? "not_a_face" : "unlabelled", Blob{bytes}, at, at + 60 * second);
        }
        for (int g = 1; g <= 3; ++g) {
            const auto at = dice_(7000) * second;
            run(db_, "INSERT INTO gaps VALUES (?, ?, ?, ?, 'lost', 1, 1.0, 2.0, 3.0, 4.0, ?, ?)", recording, g, at,
                at + second, dice_(3) ? "amina" : "", dice_(3) ? "no face" : "");
        }
        event("faces analyze", "amina", fmt::format("recording 1 of interview {}", code_of(i)),
              {{"recording", recording}, {"in", 0}, {"out", length}});
    }

    // Five hours with three faces, seen in every fourth frame, and five hundred doubts: what a label costs in it.
    void long_interview() {
        constexpr std::int64_t frame = second / 25;
        run(db_,
            "INSERT INTO interviews (code, kind, date, place, setting, languages, present, custody, minor, pseudonym, "
            "gender, age_band, nationality, ethnicity, role, added_at) VALUES ('LONG-1', 'video', '', '', '', '[]', "
            "'[]', 0, 0, '', '', '', '', '', '', "
            "'2026-11-01T08:00:00Z')");
        event("interview add", "amina", "interview LONG-1");
        const auto hash = sha256("LONG-1");
        run(db_,
            "INSERT INTO recordings (interview, position, file, sha256, bytes, duration_ns, has_picture, has_sound, "
            "width, height, summary) VALUES ('LONG-1', 1, ?, ?, 1000, ?, 1, 1, 1280, 720, 'mp4')",
            "originals/" + hash + ".mp4", hash, 18000 * second);
        const auto recording = db_.getLastInsertRowid();
        event("import", "amina", "interview LONG-1");
        run(db_,
            "INSERT INTO analyses (recording, ranges, frames, width, height, shot_changes, detectors, detector_runs) "
            "VALUES (?, ?, 450000, 1280, 720, '[]', '[]', 1)",
            recording, json{{0, 18000 * second}}.dump());
        for (int t = 1; t <= 3; ++t) {
            std::vector<faces::Sighting> sightings;
            for (std::int64_t f = 0; f < 450000; f += 4)
                sightings.push_back({Time{f * frame},
                                     {static_cast<float>(100 * t) + 0.25F * static_cast<float>(dice_(12)),
                                      100 + 0.25F * static_cast<float>(dice_(12)), 80, 90}});
            run(db_, "INSERT INTO tracks VALUES (?, ?, 'unlabelled', ?, 0, ?)", recording, t,
                Blob{faces::encode(sightings)}, 18000 * second);
        }
        for (int g = 1; g <= 500; ++g)
            run(db_, "INSERT INTO gaps VALUES (?, ?, ?, ?, 'lost', 1, 1.0, 2.0, 3.0, 4.0, '', '')", recording, g,
                36 * g * second, 36 * g * second + second);
        event("faces analyze", "amina", "recording 1 of interview LONG-1",
              {{"recording", recording}, {"in", 0}, {"out", 18000 * second}});
    }

    void segment(std::int64_t i) {
        static const char* tags[] = {"hope", "family", "disillusionment", "message", "prison", "return"};
        const auto interview = dice_(size_.interviews);
        const auto at = dice_(7000) * second;
        run(db_,
            "INSERT INTO segments (recording, in_ns, out_ns, tags, note, incriminating, identifying, third_party, "
            "distress, by) VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0, 'amina')",
            recording_of(interview), at, at + 30 * second, json{tags[dice_(6)], tags[dice_(6)]}.dump(),
            "a note of some length about what is said here", dice_(50) == 0, dice_(20) == 0);
        event("segment add", "amina", fmt::format("segment {}", i + 1),
              {{"interview", code_of(interview)},
               {"recording", recording_of(interview)},
               {"in", at},
               {"out", at + 30 * second}});
    }

    void clip(std::int64_t i) {
        const auto code = fmt::format("clip-{:05}", i);
        run(db_,
            "INSERT INTO clip_versions (clip, version, title, card, lower_third, preset, purpose, hide_faces, style, "
            "tone, disguise, cover, by, at) VALUES (?, 1, ?, '', '', 'web', 'public', 1, 'veil', 'neutral', 'none', "
            "'silence', ?, '2026-11-05T08:00:00Z')",
            code, fmt::format("What I saw, number {}", i), editor());
        std::vector<std::int64_t> interviews;
        const auto parts = 1 + dice_(3);
        for (std::int64_t p = 1; p <= parts; ++p) {
            const auto interview = dice_(size_.interviews);
            const auto at = dice_(7000) * second;
            run(db_,
                "INSERT INTO clip_parts (clip, version, position, recording, in_ns, out_ns, segment) VALUES (?, 1, ?, "
                "?, ?, ?, NULL)",
                code, p, recording_of(interview), at, at + 20 * second);
            interviews.push_back(interview);
        }
        event("clip new", "amina", "clip " + code, {{"version", 1}});
        if (dice_(4) > 0) render(code, interviews);
    }

    std::string editor() { return dice_(2) ? "amina" : "omar"; }

    void render(const std::string& code, const std::vector<std::int64_t>& interviews) {
        Revisions pinned;
        json made_from = json::object();
        for (const auto i : interviews) {
            pinned[code_of(i)] =
                number(db_, 0, "SELECT coalesce(max(revision), 0) FROM consent WHERE interview = ?", code_of(i));
            made_from[fmt::format("{}", recording_of(i))] =
                number(db_, 0, "SELECT changes FROM recordings WHERE id = ?", recording_of(i)) - (dice_(40) == 0);
        }
        const auto hash = sha256("render " + code);
        const auto by = editor();
        run(db_,
            "INSERT INTO renders (clip, clip_version, file, sha256, frames, duration_ns, consent_revisions, "
            "settings_sha256, verification, by, at, made_from) VALUES (?, 1, ?, ?, 500, ?, ?, ?, ?, ?, "
            "'2026-11-06T08:00:00Z', ?)",
            code, "renders/" + code + "-1.mp4", hash, 20 * second, pinned, std::string(64, 'b'), report(hash), by,
            made_from);
        const auto id = db_.getLastInsertRowid();
        event("render", by, fmt::format("render {} of clip {}", id, code), {{"sha256", hash}});
        if (dice_(3) > 0) decide(id, code, hash, pinned);
    }

    // As long as a real one.
    std::string report(const std::string& hash) {
        json worst = json::array();
        for (int i = 0; i < 12; ++i)
            worst.push_back(
                {{"at", i * second}, {"visible", 0.01 * static_cast<double>(dice_(30))}, {"box", {1, 2, 3, 4}}});
        return json{{"sha256", hash},
                    {"frames as planned", true},
                    {"streams as planned", true},
                    {"in sync", true},
                    {"foreign tags", json::array()},
                    {"frames uncovered", 0},
                    {"faces found", 0},
                    {"worst visible", 0.01 * static_cast<double>(dice_(30))},
                    {"worst", worst},
                    {"runs", std::string(6000, 'r')},
                    {"problems", dice_(20) == 0 ? json{"a face shows"} : json::array()}}
            .dump();
    }

    void decide(std::int64_t render, const std::string& code, const std::string& hash, const Revisions& pinned) {
        const bool yes = dice_(10) > 0;
        run(db_,
            "INSERT INTO approvals (id, render, approved, reason, sha256, consent_revisions, gate_sha256, by, at, "
            "signature) VALUES ((SELECT coalesce(max(id), 0) + 1 FROM approvals), ?, ?, 'seen', ?, ?, ?, "
            "'samir', '2026-11-07T08:00:00Z', 'signature')",
            render, yes, hash, pinned, std::string(64, 'e'));
        event(yes ? "approve" : "refuse", "samir", fmt::format("render {} of clip {}", render, code));
        if (!yes || dice_(2)) return;
        run(db_,
            "INSERT INTO releases (render, folder, destination, sha256, by, at, takedown_due) VALUES (?, ?, 'partner', "
            "?, 'lina', '2026-11-08T08:00:00Z', ?)",
            render, "/elsewhere/" + code, hash, dice_(100) == 0 ? "2026-11-20" : "");
        event("release", "lina", fmt::format("release {} of clip {}", db_.getLastInsertRowid(), code),
              {{"render", render}});
    }

    Size size_;
    SQLite::Database db_;
    Dice dice_;
    std::int64_t recordings_before_ = 0;
};

void furnish(const fs::path& folder, const Size& size) {
    auto archive = Archive::create(folder);
    archive.add_operator({"ruth", {"admin"}, "", ""}, "");
    archive.add_operator({"amina", {"editor"}, "", ""}, "ruth");
    archive.add_operator({"omar", {"editor"}, "", ""}, "ruth");
    archive.add_operator({"samir", {"auditor"}, "", ""}, "ruth");
    archive.add_operator({"lina", {"distributor"}, "", ""}, "ruth");
    Destination partner;
    partner.code = "partner";
    archive.add_destination(partner, "lina");
    if (size.file.empty()) return;
    Interview real;
    real.code = "REAL-1";
    archive.add_interview(real, "amina");
    Progress silent;
    archive.import("REAL-1", size.file, "amina", silent);
}

}  // namespace

int main(int argc, char** argv) {
    Size size;
    std::string folder;
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        const auto value = [&] { return std::string(i + 1 < argc ? argv[++i] : ""); };
        if (word == "--interviews")
            size.interviews = std::stoll(value());
        else if (word == "--segments")
            size.segments = std::stoll(value());
        else if (word == "--clips")
            size.clips = std::stoll(value());
        else if (word == "--file")
            size.file = value();
        else
            folder = word;
    }
    if (folder.empty()) {
        std::cerr << "bench_archive_make DIR [--interviews N] [--segments N] [--clips N] [--file FILE]\n";
        return 2;
    }
    try {
        furnish(folder, size);
        Maker(folder, size).make();
    } catch (const std::exception& e) {
        std::cerr << e.what() << '\n';
        return 1;
    }
    return 0;
}
