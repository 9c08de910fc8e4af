#include "archive/state.h"

#include <sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "archive/cue_index.h"
#include "archive/record_check.h"
#include "archive/recorder.h"
#include "archive/rights.h"
#include "archive/standing.h"
#include "core/ids.h"

namespace counterclip::archive {

namespace {

std::string explain(const SQLite::Exception& e, const std::filesystem::path& folder) {
    const auto archive = folder.string();
    switch (e.getErrorCode()) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return fmt::format("another process is writing to the archive {}; try again when it is done", archive);
        case SQLITE_FULL:
            return fmt::format("the disk of the archive {} is full; nothing was changed", archive);
        case SQLITE_READONLY:
        case SQLITE_PERM:
        case SQLITE_CANTOPEN:
            // Reading needs to write too: the database keeps its lock and its log beside the catalog.
            if (::access(archive.c_str(), W_OK) != 0)
                return fmt::format(
                    "its folder {} is read-only for you ({}), and the catalog can be read only where its lock can be "
                    "written; copy the whole folder to a place of your own, or ask for the right to write",
                    archive, std::strerror(errno));
            return fmt::format("the archive {} cannot be written: {}", archive, e.what());
        case SQLITE_NOTADB:
        case SQLITE_CORRUPT:
            return fmt::format("the catalog {}/counterclip.db is damaged ({}); restore it from a backup", archive,
                               e.what());
        case SQLITE_IOERR:
            return fmt::format("the catalog {}/counterclip.db cannot be read or written ({}): is the disk full?",
                               archive, e.what());
        default:
            return fmt::format("the archive {}: {}", archive, e.what());
    }
}

}  // namespace

void rethrow_as_error(std::string_view doing, const std::filesystem::path& folder) {
    try {
        throw;
    } catch (const SQLite::Exception& e) {
        throw Error(doing, explain(e, folder));
    } catch (const std::filesystem::filesystem_error& e) {
        throw Error(doing, fmt::format("{}: {}", e.path1().string(), e.code().message()));
    } catch (const nlohmann::json::exception& e) {
        throw Error(doing, fmt::format("the catalog {}/counterclip.db is damaged ({})", folder.string(), e.what()));
    } catch (const std::logic_error& e) {  // a number or an index that is none
        throw Error(doing, fmt::format("the catalog {}/counterclip.db is damaged ({})", folder.string(), e.what()));
    }
}

Error unknown(std::string_view kind, std::string_view code, std::string_view hint) {
    return Error(fmt::format("{} '{}'", kind, code), fmt::format("there is none; {}", hint));
}

Snapshot::Snapshot(SQLite::Database& db) {
    if (sqlite3_get_autocommit(db.getHandle())) transaction_.emplace(db);
}

namespace {

// What the log was written with last; 0 when it is empty or from before records had hashes.
std::int64_t catalog_of(const std::string& details) {
    const auto json = nlohmann::json::parse(details, nullptr, false);
    return json.is_object() ? json.value("catalog", std::int64_t{0}) : 0;
}

// The first event after a migration vouches for everything there is, so it looks first whether it may.
nlohmann::json hashes_of_everything(SQLite::Database& db, std::int64_t sequence) {
    if (sequence > 1)
        if (const auto fault = check_log(db))
            throw Error("bring the log forward",
                        fmt::format("event {}: {}; nothing is built on that: restore the archive from a backup",
                                    fault->sequence, fault->what),
                        ErrorKind::refused);
    return hashes_of_all(db);
}

}  // namespace

Event append_to_log(SQLite::Database& db, const std::string& verb, const std::string& by, const Deed& deed) {
    Event event{.sequence = 1,
                .at = utc_now(),
                .by = by,
                .verb = verb,
                .object = deed.object,
                .details = {},
                .previous = std::string(64, '0'),
                .hash = {}};
    std::string details_before;
    {
        auto last = statement(db, "SELECT sequence, hash, details FROM events ORDER BY sequence DESC LIMIT 1");
        if (last.executeStep()) {
            Columns columns(last);
            event.sequence = columns.integer() + 1;
            event.previous = columns.text();
            details_before = columns.text();
        }
    }
    const auto catalog = number(db, 0, "PRAGMA user_version");
    const auto touched = take_touched(db);
    auto details = deed.details;
    details["catalog"] = catalog;
    const bool is_migrated = catalog_of(details_before) != catalog;
    details["records"] = is_migrated ? hashes_of_everything(db, event.sequence) : hashes_of(db, touched);
    event.details = details.dump();
    event.hash = event_hash(event);
    run(db, "INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?)", event.sequence, event.at, event.by, event.verb,
        event.object, event.details, event.previous, event.hash);
    // After the event: who did something to a recording stands in the log only.
    if (is_migrated) {
        rebuild_standing(db);
        rebuild_cue_index(db);
    } else {
        refresh_standing(db, touched);
    }
    return event;
}

Event Archive::State::change(std::string_view doing, const std::string& verb, const std::string& by,
                             const std::function<Deed()>& work, const std::function<void()>& undo) {
    try {
        watch_records(db);
        SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
        require_right(db, doing, verb, by);
        try {
            const auto event = append_to_log(db, verb, by, work());
            transaction.commit();
            return event;
        } catch (...) {
            if (undo) undo();
            throw;
        }
    } catch (...) {
        rethrow_as_error(doing, folder);
    }
}

namespace {

// On the disk but for its commit, so that a full one is found while nothing is changed yet.
void write_ahead(SQLite::Database& db) {
    if (const int failed = sqlite3_db_cacheflush(db.getHandle()); failed != SQLITE_OK)
        throw SQLite::Exception(db.getHandle(), failed);
}

}  // namespace

Event Archive::State::change_outside(std::string_view doing, const std::string& verb, const std::string& by,
                                     const std::function<void(const std::function<void(const Deed&)>& tell)>& work,
                                     const std::string& unlogged) {
    try {
        watch_records(db);
        SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
        require_right(db, doing, verb, by);
        std::optional<Event> event;
        work([&](const Deed& deed) {
            event = append_to_log(db, verb, by, deed);
            write_ahead(db);
        });
        if (!event) throw Error(doing, "it told the log nothing");
        try {
            transaction.commit();
        } catch (const SQLite::Exception& e) {
            throw Error(doing, fmt::format("{} ({})", unlogged, e.what()));
        }
        return *event;
    } catch (...) {
        rethrow_as_error(doing, folder);
    }
}

}  // namespace counterclip::archive
