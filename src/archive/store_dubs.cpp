// Dubbing tracks: what somebody else says in the place of a recording's voices.
#include <sys/stat.h>

#include <cerrno>
#include <cstring>

#include "archive/copy.h"
#include "archive/intake.h"
#include "archive/originals.h"
#include "archive/rights.h"
#include "archive/state.h"
#include "consent/scope.h"
#include "core/hash.h"
#include "core/ids.h"
#include "core/staged_file.h"

namespace fs = std::filesystem;

namespace counterclip::archive {

namespace {

constexpr const char* columns =
    "SELECT d.id, r.interview, d.recording, d.language, d.file, d.sha256, d.bytes, d.duration_ns, d.offset_ns, d.by, "
    "d.at FROM dubs d JOIN recordings r ON r.id = d.recording ";

Dub read_dub(SQLite::Statement& row) {
    Columns c(row);
    Dub d;
    d.id = c.integer();
    d.interview = c.text();
    d.recording = c.integer();
    d.language = c.text();
    d.file = c.text();
    d.sha256 = c.text();
    d.bytes = c.integer();
    d.duration = c.time();
    d.offset = c.time();
    d.by = c.text();
    d.at = c.text();
    return d;
}

// A recording would bring the voices back, and what was destroyed on request is not taken in again. True when the
// archive has the file as a dubbing track already.
bool is_there(SQLite::Database& db, std::string_view doing, const std::string& sha256) {
    if (number(db, 0, "SELECT count(*) FROM recordings WHERE sha256 = ?", sha256) > 0)
        throw Error(doing, "it is a recording of the archive itself, with the voices in it", ErrorKind::refused);
    if (number(db, 0,
               "SELECT count(*) FROM dubs d JOIN recordings r ON r.id = d.recording WHERE d.sha256 = ? AND "
               "r.purged_at <> ''",
               sha256) > 0)
        throw Error(doing, "it was destroyed on request, and is not taken in again", ErrorKind::refused);
    return number(db, 0, "SELECT count(*) FROM dubs WHERE sha256 = ?", sha256) > 0;
}

std::int64_t insert(SQLite::Database& db, const Dub& d) {
    run(db,
        "INSERT INTO dubs (recording, language, file, sha256, bytes, duration_ns, offset_ns, by, at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        d.recording, d.language, d.file, d.sha256, d.bytes, d.duration, d.offset, d.by, d.at);
    return db.getLastInsertRowid();
}

}  // namespace

Dub Archive::import_dub(Dub dub, const fs::path& file, const std::string& by, Progress& progress) {
    const auto doing = fmt::format("import dubbing track {}", file.string());
    auto& db = state_->db;
    const auto recording = state_->read(doing, [&] {  // what can be known before the long copy
        require_right(db, doing, "dub import", by);
        return find_recording(db, dub.recording);
    });
    require_not_purged(doing, recording);
    dub.interview = recording.interview;
    dub.language = consent::language_from(dub.language);
    const auto info = media::probe(file);
    if (info.audio.empty()) throw Error(doing, "it holds no sound");
    dub.duration = info.duration;
    const auto originals = path("originals");
    require_room(doing, file, originals);

    const Staged copy(originals / (random_id() + "." + ending_of(file, info)));
    progress.begin("import", 0);
    const auto copied = copy_hashing(file, copy.path(), doing, progress);
    struct stat copy_status {};
    if (::chmod(copy.path().c_str(), 0444) != 0 || ::lstat(copy.path().c_str(), &copy_status) != 0)
        throw Error(doing, fmt::format("{}: {}", copy.path().string(), std::strerror(errno)));
    dub.sha256 = copied.sha256;
    dub.bytes = copied.bytes;
    dub.file = fmt::format("originals/{}{}", copied.sha256, copy.target().extension().string());
    dub.by = by;
    dub.at = utc_now();

    bool placed = false;
    state_->change(
        doing, "dub import", by,
        [&]() -> Deed {
            progress.stop_if_cancelled(doing);
            require_not_purged(doing, find_recording(db, dub.recording));
            if (is_there(db, doing, dub.sha256)) {
                auto row = statement(db, "SELECT file FROM dubs WHERE sha256 = ?", dub.sha256);
                if (row.executeStep()) dub.file = Columns(row).text();
            } else {
                placed = true;
                place_original(copy.path(), path(dub.file));
            }
            dub.id = insert(db, dub);
            return {fmt::format("recording {} of interview {}", recording.position, recording.interview),
                    {{"dub", dub.id},
                     {"recording", dub.recording},
                     {"language", dub.language},
                     {"sha256", dub.sha256},
                     {"bytes", dub.bytes},
                     {"offset", dub.offset.count()}}};
        },
        [&] {
            if (placed) take_back(path(dub.file), copy_status);
        });
    progress.end();
    return dub;
}

std::vector<Dub> Archive::dubs(const std::string& interview) const {
    return state_->read("read dubbing tracks", [&] {
        require_interview(state_->db, interview);
        std::vector<Dub> all;
        auto row = statement(state_->db, std::string(columns) + "WHERE r.interview = ? ORDER BY d.id", interview);
        while (row.executeStep()) all.push_back(read_dub(row));
        return all;
    });
}

std::optional<Dub> Archive::latest_dub(std::int64_t recording, const std::string& language) const {
    return state_->read("read dubbing tracks", [&]() -> std::optional<Dub> {
        auto row =
            statement(state_->db, std::string(columns) + "WHERE d.recording = ? AND d.language = ? ORDER BY d.id DESC",
                      recording, language);
        if (!row.executeStep()) return std::nullopt;
        return read_dub(row);
    });
}

bool Archive::dub_unchanged(const Dub& dub, Progress& progress) const {
    std::error_code error;
    const auto bytes = fs::file_size(path(dub.file), error);
    if (error || static_cast<std::int64_t>(bytes) != dub.bytes) return false;
    return sha256_of_file(path(dub.file), progress) == dub.sha256;
}

}  // namespace counterclip::archive
