// Segments: what an editor marked in a recording. One that is taken back stays on record.
#include "archive/codebook_rules.h"
#include "archive/state.h"
#include "archive/text_limits.h"
#include "core/ids.h"

namespace counterclip::archive {

namespace {

constexpr const char* columns =
    "SELECT s.id, r.interview, s.recording, s.in_ns, s.out_ns, s.tags, s.note, s.incriminating, s.identifying, "
    "s.third_party, s.distress, s.by, s.removed_by, s.removed_at, s.removed_reason FROM segments s JOIN recordings r "
    "ON r.id = s.recording ";

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
    s.removed_by = c.text();
    s.removed_at = c.text();
    s.removed_reason = c.text();
    return s;
}

Segment find_segment(SQLite::Database& db, std::int64_t id) {
    auto row = statement(db, std::string(columns) + "WHERE s.id = ?", id);
    if (!row.executeStep())
        throw unknown("segment", fmt::format("{}", id), "`counterclip segment list CODE` shows what there is");
    return read_segment(row);
}

std::vector<Segment> read_segments(SQLite::Database& db, const std::string& interview, const std::string& which) {
    require_interview(db, interview);
    std::vector<Segment> all;
    auto row = statement(
        db, columns + fmt::format("WHERE r.interview = ? {} ORDER BY r.position, s.in_ns, s.id", which), interview);
    while (row.executeStep()) all.push_back(read_segment(row));
    return all;
}

// Tags and notes could hold names: they stay out of the log.
nlohmann::json details_of(const Segment& s) {
    return {{"interview", s.interview},         {"recording", s.recording},
            {"in", s.range.in.count()},         {"out", s.range.out.count()},
            {"incriminating", s.incriminating}, {"identifying", s.identifying},
            {"third_party", s.third_party},     {"distress", s.distress}};
}

std::string object_of(const Segment& s) {
    return fmt::format("segment {}", s.id);
}

bool says_the_same(const Segment& a, const Segment& b) {
    const auto content = [](const Segment& s) {
        return std::tie(s.range.in, s.range.out, s.tags, s.note, s.incriminating, s.identifying, s.third_party,
                        s.distress);
    };
    return content(a) == content(b);
}

void require_held(const std::string& doing, const Segment& segment) {
    if (!segment.removed_by.empty())
        throw Error(doing, fmt::format("{} removed it on {}; `counterclip segment restore {}` brings it back",
                                       segment.removed_by, segment.removed_at.substr(0, 10), segment.id));
}

void require_texts(const std::string& doing, const Segment& segment) {
    require_text(doing, limit::note, segment.note);
    for (const auto& tag : segment.tags) require_text(doing, limit::tag, tag);
}

std::vector<std::string> tags_added(const Segment& before, const Segment& after) {
    auto added = after.tags;
    std::erase_if(added, [&](const auto& tag) { return std::ranges::find(before.tags, tag) != before.tags.end(); });
    return added;
}

}  // namespace

Segment Archive::add_segment(Segment segment, const std::string& by) {
    auto& db = state_->db;
    const auto doing = fmt::format("add segment to interview {}", segment.interview);
    segment.by = by;
    segment.removed_by = segment.removed_at = segment.removed_reason = {};
    require_texts(doing, segment);
    state_->change(doing, "segment add", by, [&]() -> Deed {
        require_interview(db, segment.interview);
        const auto recording = find_recording(db, segment.recording);
        if (recording.interview != segment.interview)
            throw Error(doing, fmt::format("recording {} belongs to interview {}", recording.id, recording.interview));
        require_inside(doing, recording, segment.range);
        require_tags(db, doing, segment.tags);
        run(db,
            "INSERT INTO segments (recording, in_ns, out_ns, tags, note, incriminating, identifying, third_party, "
            "distress, by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            segment.recording, segment.range.in, segment.range.out, segment.tags, segment.note, segment.incriminating,
            segment.identifying, segment.third_party, segment.distress, by);
        segment.id = db.getLastInsertRowid();
        return {object_of(segment), details_of(segment)};
    });
    return segment;
}

Segment Archive::change_segment(const Segment& segment, const std::string& by) {
    auto& db = state_->db;
    const auto doing = fmt::format("change segment {}", segment.id);
    require_texts(doing, segment);
    Segment before;
    state_->change(doing, "segment change", by, [&]() -> Deed {
        before = find_segment(db, segment.id);
        require_held(doing, before);
        const auto recording = find_recording(db, before.recording);
        require_not_purged(doing, recording);
        require_inside(doing, recording, segment.range);
        if (says_the_same(before, segment)) throw Error(doing, "nothing differs from what is stored", ErrorKind::usage);
        require_tags(db, doing, tags_added(before, segment));
        run(db,
            "UPDATE segments SET in_ns = ?, out_ns = ?, tags = ?, note = ?, incriminating = ?, identifying = ?, "
            "third_party = ?, distress = ? WHERE id = ?",
            segment.range.in, segment.range.out, segment.tags, segment.note, segment.incriminating, segment.identifying,
            segment.third_party, segment.distress, segment.id);
        auto details = details_of(find_segment(db, segment.id));
        details["was"] = details_of(before);  // hands.h: what it touched before counts too
        details["was"].erase("interview");
        details["was"].erase("recording");
        return {object_of(before), std::move(details)};
    });
    return before;
}

void Archive::remove_segment(std::int64_t id, const std::string& reason, const std::string& by) {
    auto& db = state_->db;
    const auto doing = fmt::format("remove segment {}", id);
    require_text(doing, limit::reason, reason);
    state_->change(doing, "segment remove", by, [&]() -> Deed {
        const auto segment = find_segment(db, id);
        require_held(doing, segment);
        require_not_purged(doing, find_recording(db, segment.recording));
        run(db, "UPDATE segments SET removed_by = ?, removed_at = ?, removed_reason = ? WHERE id = ?", by, utc_now(),
            reason, id);
        return {object_of(segment), details_of(segment)};
    });
}

void Archive::restore_segment(std::int64_t id, const std::string& by) {
    auto& db = state_->db;
    const auto doing = fmt::format("restore segment {}", id);
    state_->change(doing, "segment restore", by, [&]() -> Deed {
        const auto segment = find_segment(db, id);
        if (segment.removed_by.empty()) throw Error(doing, "it was not removed", ErrorKind::usage);
        require_not_purged(doing, find_recording(db, segment.recording));
        run(db, "UPDATE segments SET removed_by = '', removed_at = '', removed_reason = '' WHERE id = ?", id);
        return {object_of(segment), details_of(segment)};
    });
}

std::vector<Segment> Archive::segments(const std::string& interview) const {
    return state_->read("read segments", [&] { return read_segments(state_->db, interview, "AND s.removed_by = ''"); });
}

std::vector<Segment> Archive::segment_history(const std::string& interview) const {
    return state_->read("read segments", [&] { return read_segments(state_->db, interview, ""); });
}

Segment Archive::segment(std::int64_t id) const {
    return state_->read("read segments", [&] { return find_segment(state_->db, id); });
}

}  // namespace counterclip::archive
