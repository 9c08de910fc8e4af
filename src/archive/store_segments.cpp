// Segments: what an editor marked in a recording.
#include "archive/codebook_rules.h"
#include "archive/state.h"
#include "archive/text_limits.h"

namespace counterclip::archive {

namespace {

constexpr const char* columns =
    "SELECT s.id, r.interview, s.recording, s.in_ns, s.out_ns, s.tags, s.note, s.incriminating, s.identifying, "
    "s.third_party, s.distress, s.by FROM segments s JOIN recordings r ON r.id = s.recording ";

Segment read_segment(SQLite::Statement& row) {
    Columns c(row);
    Segment s;
    s.id = c.integer();
    s.interview = c.text();
    s.recording = c.integer();
    s.range = c.range();
    s.tags = c.texts();
    s.note = c.text();
    s.incriminating = c.flag();
    s.identifying = c.flag();
    s.third_party = c.flag();
    s.distress = c.flag();
    s.by = c.text();
    return s;
}

}  // namespace

Segment Archive::add_segment(Segment segment, const std::string& by) {
    auto& db = state_->db;
    const auto doing = fmt::format("add segment to interview {}", segment.interview);
    segment.by = by;
    require_text(doing, limit::note, segment.note);
    for (const auto& tag : segment.tags) require_text(doing, limit::tag, tag);
    state_->change(doing, "segment add", by, [&]() -> Deed {
        require_interview(db, segment.interview);
        const auto recording = find_recording(db, segment.recording);
        if (recording.interview != segment.interview)
            throw Error(doing, fmt::format("recording {} belongs to interview {}", recording.id, recording.interview));
        require_inside(doing, recording, segment.range);
        require_tags(db, doing, segment.tags);
        run(db, "INSERT INTO segments VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", segment.recording, segment.range.in,
            segment.range.out, segment.tags, segment.note, segment.incriminating, segment.identifying,
            segment.third_party, segment.distress, by);
        segment.id = db.getLastInsertRowid();
        return {fmt::format("segment {}", segment.id),
                {{"interview", segment.interview},
                 {"recording", segment.recording},
                 {"in", segment.range.in.count()},
                 {"out", segment.range.out.count()},
                 {"incriminating", segment.incriminating},
                 {"identifying", segment.identifying},
                 {"third_party", segment.third_party},
                 {"distress", segment.distress}}};
    });
    return segment;
}

std::vector<Segment> Archive::segments(const std::string& interview) const {
    return state_->read("read segments", [&] {
        require_interview(state_->db, interview);
        std::vector<Segment> all;
        auto row = statement(
            state_->db, std::string(columns) + "WHERE r.interview = ? ORDER BY r.position, s.in_ns, s.id", interview);
        while (row.executeStep()) all.push_back(read_segment(row));
        return all;
    });
}

Segment Archive::segment(std::int64_t id) const {
    return state_->read("read segments", [&] {
        auto row = statement(state_->db, std::string(columns) + "WHERE s.id = ?", id);
        if (!row.executeStep())
            throw unknown("segment", fmt::format("{}", id), "`counterclip segment list CODE` shows what there is");
        return read_segment(row);
    });
}

}  // namespace counterclip::archive
