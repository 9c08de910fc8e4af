// Which stretches were looked at, and what people did in them.
#include "archive/analysed.h"
#include "archive/face_records.h"
#include "archive/ranges.h"
#include "faces/track_codec.h"

namespace counterclip::archive {

namespace {

std::vector<Analysed> read_analysed(SQLite::Database& db, std::int64_t recording) {
    std::vector<Analysed> all;
    auto row =
        statement(db, "SELECT in_ns, out_ns, detectors FROM analysed WHERE recording = ? ORDER BY in_ns", recording);
    while (row.executeStep()) {
        Columns c(row);
        const auto range = c.range();
        all.push_back({range, c.texts()});
    }
    return all;
}

void write_analysed(SQLite::Database& db, std::int64_t recording, const std::vector<Analysed>& all) {
    run(db, "DELETE FROM analysed WHERE recording = ?", recording);
    for (const auto& a : all)
        run(db, "INSERT INTO analysed VALUES (?, ?, ?, ?)", recording, a.range.in, a.range.out, a.detectors);
}

// What is left of each outside the ranges.
std::vector<Analysed> without(const std::vector<Analysed>& all, const std::vector<Range>& ranges) {
    std::vector<Analysed> left;
    for (const auto& a : all)
        for (const auto& piece : outside(a.range, ranges)) left.push_back({piece, a.detectors});
    return left;
}

// Neighbours of the same detectors become one: a long recording stays one row.
std::vector<Analysed> tidied(std::vector<Analysed> all) {
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.range.in < b.range.in; });
    std::vector<Analysed> few;
    for (auto& a : all) {
        if (!few.empty() && few.back().range.out == a.range.in && few.back().detectors == a.detectors)
            few.back().range.out = a.range.out;
        else
            few.push_back(std::move(a));
    }
    return few;
}

// The last thing that a person did to each track, by the tracks' ids.
std::map<std::int64_t, std::string> edits_of_tracks(SQLite::Database& db, std::int64_t recording) {
    std::map<std::int64_t, std::string> edits;
    auto row = statement(db,
                         "SELECT track, other, verb, by FROM track_edits WHERE recording = ?1 AND undoes = 0 "
                         "AND id NOT IN (SELECT undoes FROM track_edits WHERE recording = ?1) ORDER BY id",
                         recording);
    while (row.executeStep()) {
        Columns c(row);
        const auto track = c.integer();
        const auto other = c.integer();
        const auto verb = c.text();
        const auto told = fmt::format("{} by {}", verb, c.text());
        edits[track] = told;
        if (other != 0) edits[other] = told;
    }
    return edits;
}

}  // namespace

void add_analysed(SQLite::Database& db, std::int64_t recording, const std::vector<Range>& ranges,
                  const std::vector<std::string>& detectors) {
    auto all = without(read_analysed(db, recording), joined(ranges));
    for (const auto& range : joined(ranges)) all.push_back({range, detectors});
    write_analysed(db, recording, tidied(std::move(all)));
}

std::vector<Analysed> Archive::analysed(std::int64_t recording) const {
    return state_->read("read faces", [&] { return read_analysed(state_->db, recording); });
}

void Archive::forget_analysed(std::int64_t recording, const std::vector<Range>& ranges, const std::string& by) {
    auto& db = state_->db;
    const auto released = joined(ranges);
    const auto doing = fmt::format("analyse recording {} again", recording);
    if (released.empty()) throw Error(doing, "no range is named", ErrorKind::usage);
    state_->change(doing, "faces analyze", by, [&]() -> Deed {
        const auto where = find_recording(db, recording);
        write_analysed(db, recording, without(read_analysed(db, recording), released));
        auto details = place(recording, {released.front().in, released.back().out});
        details["again"] = true;
        return {object_of(where), std::move(details)};
    });
}

std::vector<std::string> Archive::work_by_hand(std::int64_t recording, const std::vector<Range>& ranges) const {
    return state_->read("read faces", [&] {
        auto& db = state_->db;
        (void)find_recording(db, recording);
        const auto where = joined(ranges);
        std::vector<std::string> work;
        const auto edits = edits_of_tracks(db, recording);
        auto track =
            statement(db, "SELECT id, label, sightings FROM tracks WHERE recording = ? ORDER BY id", recording);
        while (track.executeStep()) {
            Columns c(track);
            const auto id = c.integer();
            const auto label = c.text();
            const auto edit = edits.find(id);
            if (label == "unlabelled" && edit == edits.end()) continue;
            if (!any_overlaps(where, range_of(faces::Track{id, {}, faces::decode(c.text())}))) continue;
            work.push_back(
                fmt::format("track {}: {}{}", id, label, edit == edits.end() ? std::string() : ", " + edit->second));
        }
        auto gap =
            statement(db,
                      "SELECT id, in_ns, out_ns, resolved_by FROM gaps WHERE recording = ? AND resolved_by != '' "
                      "ORDER BY in_ns, id",
                      recording);
        while (gap.executeStep()) {
            Columns c(gap);
            const auto id = c.integer();
            if (any_overlaps(where, c.range())) work.push_back(fmt::format("gap {}: resolved by {}", id, c.text()));
        }
        return work;
    });
}

}  // namespace counterclip::archive
