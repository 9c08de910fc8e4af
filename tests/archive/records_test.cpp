// Every record is vouched for by the log: whatever is changed, added or removed behind its back is named.
#include "archive/record_kinds.h"

#include <nlohmann/json.hpp>

#include <set>

#include "archive/shelf.h"
#include "core/error.h"
#include "faces/analysis.h"

using namespace counterclip;
using namespace std::chrono_literals;
using nlohmann::json;
using test::Shelf;

namespace {

// An archive once more in a folder of its own: making one takes a hundred times as long.
class Copy {
  public:
    explicit Copy(const Shelf& of) : archive(open_copy(of.folder(), space_ / "archive")) {}
    SQLite::Database raw() const { return {archive.folder() / "counterclip.db", SQLite::OPEN_READWRITE}; }

  private:
    static archive::Archive open_copy(const std::filesystem::path& from, const std::filesystem::path& to) {
        std::filesystem::copy(from, to, std::filesystem::copy_options::recursive);
        std::filesystem::remove(to / "counterclip.db-shm");  // the first connection's own
        return archive::Archive::open(to);
    }
    test::TemporaryFolder space_;

  public:
    archive::Archive archive;
};

// What an intruder with the catalog file could do.
void without_guards(SQLite::Database db, const std::string& sql) {
    std::vector<std::string> triggers;
    {
        SQLite::Statement row(db, "SELECT name FROM sqlite_schema WHERE type = 'trigger'");
        while (row.executeStep()) triggers.push_back(row.getColumn(0).getString());
    }
    for (const auto& name : triggers) db.exec("DROP TRIGGER " + name);
    db.exec("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON");
    db.exec(sql);
}

faces::Analysis two_faces() {
    faces::Analysis a;
    a.ranges = {{Time{}, 2s}};
    a.frames = 20;
    a.width = a.height = 64;
    a.shot_changes = {1s};
    a.detectors = {{"yunet", "yunet.onnx", std::string(64, 'd')}};
    for (int t = 0; t < 2; ++t) {
        faces::Track track;
        for (int i = 0; i < 5; ++i)
            track.sightings.push_back({100ms * (i + 10 * t), {10.F + static_cast<float>(i), 10, 20, 20}});
        a.tracks.push_back(track);
    }
    a.gaps.push_back({0, {500ms, 700ms}, faces::GapReason::lost, 1, {10, 10, 20, 20}, {}, {}});
    return a;
}

// One record of every kind at least, made as people make them; kinds that have no maker here yet by raw rows.
struct Full : Shelf {
    Full() {
        const auto recording = import();
        consent::Revision revision;
        revision.interview = "A-1";
        archive.append_consent(revision, "amina");
        archive::Segment segment;
        segment.interview = "A-1";
        segment.recording = recording.id;
        segment.range = {Time{}, 1s};
        segment.tags = {"hope"};
        archive.add_segment(segment, "amina");
        archive.store_analysis(recording.id, two_faces(), "amina", {});
        archive.label_track(recording.id, 1, faces::Label::subject, "amina");
        archive.extend_track(recording.id, 2, {1s, 1800ms}, "amina");
        faces::Region region;
        region.what = "tattoo";
        region.keys = {{Time{}, 5, 5, 10, 10, 0}};
        region.out = 1s;
        archive.add_region(recording.id, region, "amina");
        clip("c1", recording);
        clip("c2", recording);
        archive.discard_clip("c2", "made twice", "amina");
        archive.restore_clip("c2", "amina");
        const auto made = render("c1");
        archive.set_verification(made.id, R"({"problems": []})", "amina");
        archive::Approval approval;
        approval.render = made.id;
        approval.approved = true;
        approval.sha256 = made.sha256;
        approval.consent_revisions = made.consent_revisions;
        archive.add_approval(approval, "samir");
        add_destination("partner");
        archive::Release release;
        release.render = made.id;
        release.folder = "releases/c1";
        release.destination = "partner";
        release.sha256 = made.sha256;
        archive.add_release(release, "lina");
        const auto head = archive.log_head();
        archive.add_checkpoint({head.sequence, head.hash, "samir", "2026-11-24T08:00:00Z", "signature"}, "samir");
        REQUIRE_FALSE(archive.verify_log());
    }
};

std::int64_t rows(const Copy& shelf, std::string_view table) {
    return shelf.raw().execAndGet("SELECT count(*) FROM " + std::string(table)).getInt64();
}

// A column that is not the key, and something else to put into it.
std::pair<std::string, std::string> another_value(const Copy& shelf, const archive::RecordKind& kind) {
    const auto keys = key_columns(kind);
    auto db = shelf.raw();
    SQLite::Statement row(db, "SELECT name, type FROM pragma_table_info(?) ORDER BY cid DESC");
    row.bind(1, std::string(kind.table));
    while (row.executeStep()) {
        const auto name = row.getColumn(0).getString();
        const auto type = row.getColumn(1).getString();
        if (std::find(keys.begin(), keys.end(), name) != keys.end()) continue;
        if (type == "INTEGER") return {name, "coalesce(" + name + ", 0) + 1"};
        if (type == "TEXT") return {name, name + " || ' '"};
        if (type == "BLOB") return {name, "x'00'"};
    }
    return {};
}

bool names(const std::optional<archive::LogFault>& fault, std::string_view word) {
    return fault && fault->what.find(word) != std::string::npos;
}

// Kinds that the rooms of this test cannot make yet.
bool has_maker(const Copy& shelf, const archive::RecordKind& kind) {
    return rows(shelf, kind.table) > 0;
}

}  // namespace

TEST_CASE("every table of the catalog is a kind of record, the log itself, or worked out from the others") {
    const Shelf shelf;
    auto db = shelf.raw();
    std::set<std::string> known{"events",     "interview_standing", "interview_tags", "clip_standing",
                                "clip_hands", "clip_tags",          "clip_interviews"};
    for (const auto& kind : archive::record_kinds()) known.insert(std::string(kind.table));
    SQLite::Statement row(db,
                          "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
                          "AND name NOT LIKE 'cue_index%'");
    while (row.executeStep()) {
        INFO(row.getColumn(0).getString() << " must be a row in record_kinds.cpp, or the log says nothing of it");
        CHECK(known.contains(row.getColumn(0).getString()));
    }
}

TEST_CASE("a record of any kind that is changed behind the log's back is named") {
    const Full original;
    for (const auto& kind : archive::record_kinds()) {
        const Copy shelf(original);
        if (!has_maker(shelf, kind)) continue;
        const auto [column, value] = another_value(shelf, kind);
        INFO(kind.table << "." << column);
        if (column.empty()) continue;
        without_guards(shelf.raw(), "UPDATE " + std::string(kind.table) + " SET " + column + " = " + value);
        const auto fault = shelf.archive.verify_log();
        CHECK(names(fault, std::string(kind.word) + " "));
        CHECK(names(fault, "is not what was recorded"));
    }
}

TEST_CASE("a record of any kind that is removed behind the log's back is named") {
    const Full original;
    for (const auto& kind : archive::record_kinds()) {
        const Copy shelf(original);
        if (!has_maker(shelf, kind)) continue;
        INFO(kind.table);
        without_guards(shelf.raw(), "DELETE FROM " + std::string(kind.table));
        const auto fault = shelf.archive.verify_log();
        CHECK(names(fault, std::string(kind.word) + " "));
        CHECK(names(fault, "is gone"));
    }
}

TEST_CASE("a record of any kind that is added behind the log's back is named") {
    const Full original;
    for (const auto& kind : archive::record_kinds()) {
        const Copy shelf(original);
        if (!has_maker(shelf, kind)) continue;
        // A copy of the first row with another key: text gets an x, numbers grow.
        auto db = shelf.raw();
        const auto keys = key_columns(kind);
        std::string values;
        SQLite::Statement row(db, "SELECT name, type, pk FROM pragma_table_info(?) ORDER BY cid");
        row.bind(1, std::string(kind.table));
        std::string unique;
        while (row.executeStep()) {
            const auto name = row.getColumn(0).getString();
            const bool is_key = std::find(keys.begin(), keys.end(), name) != keys.end();
            const bool must_differ = name == "file" || (name == "sha256" && kind.word == "recording");
            const bool is_number = row.getColumn(1).getString() == "INTEGER";
            std::string value = name;
            if (is_key || (kind.word == "recording" && name == "position"))
                value = is_number ? name + " + 50" : "substr('x' || " + name + ", 1, 32)";
            if (must_differ) value = "substr('x' || " + name + ", 1, 64)";
            values += (values.empty() ? "" : ", ") + value;
        }
        INFO(kind.table << ": " << values);
        without_guards(shelf.raw(), "INSERT INTO " + std::string(kind.table) + " SELECT " + values + " FROM " +
                                        std::string(kind.table) + " LIMIT 1");
        const auto fault = shelf.archive.verify_log();
        CHECK(names(fault, std::string(kind.word) + " "));
        CHECK(names(fault, "is missing"));
    }
}

TEST_CASE("of a face whose box was moved behind the log's back the track is named") {
    const Copy shelf{Full()};
    without_guards(shelf.raw(),
                   "UPDATE tracks SET sightings = (SELECT sightings FROM tracks WHERE id = 1) WHERE id = 2");
    CHECK(names(shelf.archive.verify_log(), "track 1/2 is not what was recorded"));
}

TEST_CASE("a byte flipped anywhere in the log is found at its event") {
    const Full original;
    const auto events = original.archive.events();
    for (const auto* column : {"at", "by", "verb", "object", "details", "previous", "hash"})
        for (const std::int64_t sequence : {std::int64_t{1}, std::int64_t{9}, std::ssize(events)}) {
            const Copy shelf(original);
            INFO(column << " of event " << sequence);
            // The letter in the middle becomes another one.
            without_guards(shelf.raw(), std::string("UPDATE events SET ") + column + " = substr(" + column +
                                            ", 1, length(" + column + ") / 2) || '~' || substr(" + column +
                                            ", length(" + column +
                                            ") / 2 + 2) WHERE sequence = " + std::to_string(sequence));
            const auto fault = shelf.archive.verify_log();
            REQUIRE(fault);
            CHECK(fault->sequence == sequence);
        }
}

TEST_CASE("an event that says nothing of records, put behind those that do, is no way to be silent") {
    Full shelf;
    auto events = shelf.archive.events();
    archive::Event forged = events.back();
    forged.sequence += 1;
    forged.previous = events.back().hash;
    forged.details = "{}";
    forged.hash = event_hash(forged);
    auto db = shelf.raw();
    SQLite::Statement insert(db, "INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(1, forged.sequence);
    int at = 1;
    for (const auto& text :
         {forged.at, forged.by, forged.verb, forged.object, forged.details, forged.previous, forged.hash})
        insert.bind(++at, text);
    insert.exec();
    const auto fault = shelf.archive.verify_log();
    REQUIRE(fault);
    CHECK(fault->sequence == forged.sequence);
    CHECK(names(fault, "says nothing of the records"));
}

TEST_CASE("a log that is gone whole is found") {
    const Copy shelf{Full()};
    without_guards(shelf.raw(), "DELETE FROM events; DELETE FROM checkpoints");
    CHECK(shelf.archive.verify_log());
}

namespace {

// As an archive from before version 4 looks once it is opened: its events know no hashes of records.
void make_old(const Shelf& shelf) {
    auto events = shelf.archive.events();
    std::string sql = "DELETE FROM events;";
    std::string previous(64, '0');
    for (auto& e : events) {
        auto details = json::parse(e.details);
        details.erase("records");
        details.erase("catalog");
        e.details = details.dump();
        e.previous = previous;
        e.hash = event_hash(e);
        previous = e.hash;
        sql += "INSERT INTO events VALUES (" + std::to_string(e.sequence);
        for (const auto& text : {e.at, e.by, e.verb, e.object, e.details, e.previous, e.hash}) {
            sql += ", '";
            for (const char c : text) sql += c == '\'' ? std::string("''") : std::string(1, c);
            sql += "'";
        }
        sql += ");";
    }
    auto db = shelf.raw();
    db.exec("DROP TRIGGER events_remain; DROP TRIGGER checkpoints_remain; DELETE FROM checkpoints; " + sql);
}

}  // namespace

TEST_CASE("the first event after a migration vouches for everything there is") {
    Full shelf;
    make_old(shelf);
    REQUIRE_FALSE(shelf.archive.verify_log());
    shelf.add_interview("A-2");
    REQUIRE_FALSE(shelf.archive.verify_log());
    const auto records = json::parse(shelf.archive.events().back().details).at("records");
    for (const auto* name : {"interview A-1", "interview A-2", "operator amina", "track 1/1", "gaps 1", "render 1"}) {
        INFO(name);
        CHECK(records.contains(name));
    }
    without_guards(shelf.raw(), "UPDATE segments SET note = 'other'");
    CHECK(names(shelf.archive.verify_log(), "segment 1 is not what was recorded"));
}

TEST_CASE("what old events vouched for must still hold when the first new one vouches for everything") {
    Full shelf;
    make_old(shelf);
    without_guards(shelf.raw(), "UPDATE consent SET face = 'show'");
    CHECK(shelf.archive.verify_log());
    CHECK_THROWS_WITH(shelf.add_interview("A-2"), Catch::Contains("restore the archive from a backup"));
}
