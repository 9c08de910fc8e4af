// Recordings as the catalog knows them; import.cpp brings them in.
#include "archive/state.h"

namespace counterclip::archive {

namespace {

constexpr const char* columns =
    "SELECT id, interview, position, file, sha256, bytes, duration_ns, has_picture, has_sound, width, height, summary, "
    "purged_at FROM recordings ";

Recording read_recording(SQLite::Statement& row) {
    Columns c(row);
    Recording r;
    r.id = c.integer();
    r.interview = c.text();
    r.position = c.small();
    r.file = c.text();
    r.sha256 = c.text();
    r.bytes = c.integer();
    r.duration = c.time();
    r.has_picture = c.flag();
    r.has_sound = c.flag();
    r.width = c.small();
    r.height = c.small();
    r.summary = c.text();
    r.purged_at = c.text();
    return r;
}

}  // namespace

Recording find_recording(SQLite::Database& db, std::int64_t id) {
    auto row = statement(db, std::string(columns) + "WHERE id = ?", id);
    if (!row.executeStep())
        throw unknown("recording", fmt::format("{}", id), "`counterclip interview show CODE` lists them");
    return read_recording(row);
}

void require_not_purged(std::string_view doing, const Recording& recording) {
    if (recording.purged_at.empty()) return;
    throw Error(doing,
                fmt::format("recording {} of interview {} was destroyed on request on {}; nothing is made from it "
                            "any more",
                            recording.position, recording.interview, recording.purged_at.substr(0, 10)),
                ErrorKind::refused);
}

void require_inside(std::string_view doing, const Recording& recording, Range range) {
    require_not_purged(doing, recording);
    const auto text = fmt::format("{} to {}", format_time(range.in), format_time(range.out));
    if (is_empty(range)) throw Error(doing, fmt::format("{} ends before it begins", text), ErrorKind::usage);
    if (!contains({Time{}, recording.duration}, range))
        throw Error(doing,
                    fmt::format("{} is not within recording {} of interview {}, which lasts {}", text,
                                recording.position, recording.interview, format_time(recording.duration)),
                    ErrorKind::usage);
}

std::vector<Recording> Archive::recordings(const std::string& interview) const {
    return state_->read("read recordings", [&] {
        require_interview(state_->db, interview);
        std::vector<Recording> all;
        auto row = statement(state_->db, std::string(columns) + "WHERE interview = ? ORDER BY position", interview);
        while (row.executeStep()) all.push_back(read_recording(row));
        return all;
    });
}

Recording Archive::recording(std::int64_t id) const {
    return state_->read("read recordings", [&] { return find_recording(state_->db, id); });
}

}  // namespace counterclip::archive
