#include <sys/stat.h>
#include <sys/statvfs.h>

#include <array>
#include <cctype>
#include <cerrno>
#include <cstring>

#include "archive/archive.h"
#include "archive/copy.h"
#include "archive/intake.h"
#include "archive/originals.h"
#include "archive/rights.h"
#include "archive/state.h"
#include "core/hash.h"
#include "core/ids.h"
#include "core/staged_file.h"
#include "media/probe.h"

namespace fs = std::filesystem;

namespace counterclip::archive {

namespace {

// Endings that tell players what a file is. Any other ending could be somebody's name and is not kept.
constexpr std::array<std::string_view, 30> known_endings{
    "mp4", "mov", "m4v", "mkv", "webm", "avi", "mts", "m2ts", "ts",  "mpg", "mpeg", "mxf",  "wmv",  "flv", "ogv",
    "3gp", "3g2", "vob", "dv",  "m2v",  "wav", "mp3", "m4a",  "aac", "ogg", "oga",  "opus", "flac", "wma", "amr"};

// Beyond the file itself: for the catalog to grow.
constexpr std::uintmax_t spare_bytes = 16u << 20;

std::string rate_text(Rational rate) {
    if (rate.num <= 0 || rate.den <= 0) return {};
    return fmt::format(" {:.5g} fps", static_cast<double>(rate.num) / static_cast<double>(rate.den));
}

// What the streams are, from their headers; tags stay out.
std::string summary_of(const media::MediaInfo& info) {
    std::string text = info.container;
    const char* separator = " ";
    for (const auto& v : info.video) {
        text += fmt::format("{}{} {}x{}{}", separator, v.codec, v.width, v.height, rate_text(v.frame_rate));
        separator = ", ";
    }
    for (const auto& a : info.audio) {
        text += fmt::format("{}{} {} Hz {}", separator, a.codec, a.sample_rate, a.layout);
        separator = ", ";
    }
    return text;
}

Recording describe(const media::MediaInfo& info, const std::string& interview) {
    Recording recording;
    recording.interview = interview;
    recording.duration = info.duration;
    recording.has_picture = !info.video.empty();
    recording.has_sound = !info.audio.empty();
    if (recording.has_picture) {
        recording.width = info.video.front().width;
        recording.height = info.video.front().height;
    }
    recording.summary = summary_of(info);
    return recording;
}

void refuse_duplicate(SQLite::Database& db, std::string_view doing, const std::string& sha256) {
    auto row = statement(db, "SELECT interview, position, purged_at FROM recordings WHERE sha256 = ?", sha256);
    if (!row.executeStep()) {
        if (number(db, 0, "SELECT count(*) FROM dubs WHERE sha256 = ?", sha256) > 0)
            throw Error(doing, "it is in the archive already, as a dubbing track");
        return;
    }
    Columns columns(row);
    const auto interview = columns.text();
    const auto position = columns.small();
    const auto purged = columns.text();
    if (!purged.empty())
        throw Error(
            doing,
            fmt::format("it was destroyed on request on {}, as recording {} of interview {}; what a person asked "
                        "to be destroyed is not taken in again",
                        purged.substr(0, 10), position, interview),
            ErrorKind::refused);
    throw Error(doing,
                fmt::format("it is in the archive already, as recording {} of interview {}", position, interview));
}

std::int64_t insert(SQLite::Database& db, const Recording& r) {
    run(db,
        "INSERT INTO recordings (interview, position, file, sha256, bytes, duration_ns, has_picture, has_sound, "
        "width, height, summary) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        r.interview, r.position, r.file, r.sha256, r.bytes, r.duration, r.has_picture, r.has_sound, r.width, r.height,
        r.summary);
    return db.getLastInsertRowid();
}

}  // namespace

std::string ending_of(const fs::path& file, const media::MediaInfo& info) {
    auto ending = file.extension().string();
    if (!ending.empty()) ending.erase(0, 1);
    std::transform(ending.begin(), ending.end(), ending.begin(), [](unsigned char c) { return std::tolower(c); });
    if (std::find(known_endings.begin(), known_endings.end(), ending) != known_endings.end()) return ending;
    const auto first_of_container = info.container.substr(0, info.container.find(','));
    return first_of_container == "matroska" ? "mkv" : first_of_container;
}

void require_room(std::string_view doing, const fs::path& file, const fs::path& folder) {
    std::error_code error;
    const auto bytes = fs::file_size(file, error);
    struct statvfs disk {};
    if (error || ::statvfs(folder.c_str(), &disk) != 0) return;  // the copy itself will tell
    const std::uintmax_t free = std::uintmax_t{disk.f_bavail} * disk.f_frsize;
    if (free < bytes + spare_bytes)
        throw Error(doing, fmt::format("the disk of {} has {} MB free and {} MB are needed; make room first",
                                       folder.string(), free >> 20, (bytes + spare_bytes) >> 20));
}

void take_back(const fs::path& original, const struct stat& copy) {
    struct stat there {};
    if (::lstat(original.c_str(), &there) == 0 && there.st_dev == copy.st_dev && there.st_ino == copy.st_ino) {
        std::error_code ignored;
        fs::remove(original, ignored);
    }
}

Recording Archive::import(const std::string& interview, const fs::path& file, const std::string& by,
                          Progress& progress) {
    const auto doing = fmt::format("import {}", file.string());
    auto& db = state_->db;
    state_->read(doing, [&] {  // what can be known before the long copy
        require_right(db, doing, "import", by);
        require_interview(db, interview);
    });
    if (this->interview(interview).kind == RecordingKind::none)
        throw Error(doing, fmt::format("interview {} was agreed to be without recordings (kind none)", interview));

    const auto info = media::probe(file);
    auto recording = describe(info, interview);
    const auto originals = path("originals");
    require_room(doing, file, originals);

    const Staged copy(originals / (random_id() + "." + ending_of(file, info)));
    std::error_code size_unknown;
    const auto bytes = fs::file_size(file, size_unknown);
    progress.begin("import", size_unknown ? 0 : static_cast<std::int64_t>(bytes));
    const auto copied = copy_hashing(file, copy.path(), doing, progress);
    struct stat copy_status {};
    if (::chmod(copy.path().c_str(), 0444) != 0 || ::lstat(copy.path().c_str(), &copy_status) != 0)
        throw Error(doing, fmt::format("{}: {}", copy.path().string(), std::strerror(errno)));
    recording.sha256 = copied.sha256;
    recording.bytes = copied.bytes;
    recording.file = fmt::format("originals/{}{}", copied.sha256, copy.target().extension().string());

    const auto original = path(recording.file);
    bool placed = false;
    state_->change(
        doing, "import", by,
        [&]() -> Deed {
            progress.stop_if_cancelled(doing);
            refuse_duplicate(db, doing, recording.sha256);
            recording.position = static_cast<int>(
                number(db, 0, "SELECT coalesce(max(position), 0) + 1 FROM recordings WHERE interview = ?", interview));
            placed = true;
            place_original(copy.path(), original);
            recording.id = insert(db, recording);
            return {"interview " + interview,
                    {{"recording", recording.id},
                     {"position", recording.position},
                     {"sha256", recording.sha256},
                     {"bytes", recording.bytes}}};
        },
        [&] {
            if (placed) take_back(original, copy_status);
        });
    progress.end();
    return recording;
}

bool Archive::original_unchanged(const Recording& recording, Progress& progress) const {
    require_not_purged(fmt::format("check recording {} of interview {}", recording.position, recording.interview),
                       recording);
    const auto original = path(recording.file);
    std::error_code error;
    const auto bytes = fs::file_size(original, error);
    if (error)
        throw Error(fmt::format("check recording {} of interview {}", recording.position, recording.interview),
                    fmt::format("its file {} is gone; restore it from a backup", original.string()));
    if (static_cast<std::int64_t>(bytes) != recording.bytes) return false;
    progress.begin("check original", recording.bytes);
    const bool same = sha256_of_file(original, progress) == recording.sha256;
    progress.end();
    return same;
}

}  // namespace counterclip::archive
