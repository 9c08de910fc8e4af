// What an Archive holds inside, and the two ways every public function goes through: read and change.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "archive/archive.h"
#include "archive/sql.h"
#include "core/error.h"

namespace counterclip::archive {

// What a change tells the log about itself.
struct Deed {
    std::string object;  // "interview BTIB-0042"
    nlohmann::json details = nlohmann::json::object();
};

// Turns the exception being handled into an Error naming what was done; Errors pass through. Call it in a catch block.
[[noreturn]] void rethrow_as_error(std::string_view doing, const std::filesystem::path& folder);

// The error for something that is not there: "clip 'X': there is none; <hint>".
Error unknown(std::string_view kind, std::string_view code, std::string_view hint);

// A transaction unless one is open already: what is read in it fits together.
class Snapshot {
  public:
    explicit Snapshot(SQLite::Database& db);

  private:
    std::optional<SQLite::Transaction> transaction_;
};

struct Archive::State {
    std::filesystem::path folder;
    SQLite::Database db;

    // Runs `work` on one consistent state of the catalog.
    template <class Work>
    auto read(std::string_view doing, Work&& work) {
        try {
            const Snapshot snapshot(db);
            return work();
        } catch (...) {
            rethrow_as_error(doing, folder);
        }
    }

    // One change (P10, P11): waits for other writers, checks that `by` may do `verb`, runs `work`, appends the event
    // it tells of, commits. On any failure `undo` is called while other writers are still kept out, and nothing stays.
    Event change(std::string_view doing, const std::string& verb, const std::string& by,
                 const std::function<Deed()>& work, const std::function<void()>& undo = {});

    // The same for a change outside the catalog: `work` calls `tell` before its change can be seen, which writes the
    // event. See Archive::append_event() for `unlogged`.
    Event change_outside(std::string_view doing, const std::string& verb, const std::string& by,
                         const std::function<void(const std::function<void(const Deed&)>& tell)>& work,
                         const std::string& unlogged);
};

// The next link of the chain, with the hashes of the records that were touched since the one before (recorder.h: the
// connection must be watched). The caller holds the write lock and commits. The first event after a migration carries
// the hashes of all records there are, and is refused when the log up to there is broken.
Event append_to_log(SQLite::Database& db, const std::string& verb, const std::string& by, const Deed& deed);

// Look-ups that several parts of the archive share; each throws Error when there is none.
Recording find_recording(SQLite::Database& db, std::int64_t id);
void require_interview(SQLite::Database& db, const std::string& code);
// Error(refused) when it was destroyed on request.
void require_not_purged(std::string_view doing, const Recording& recording);
void require_not_purged(std::string_view doing, const Render& render);
// The range must be a real one within the recording; `doing` begins the message.
void require_inside(std::string_view doing, const Recording& recording, Range range);
Clip find_clip(SQLite::Database& db, const std::string& code);  // a discarded one too
// Error when it was discarded; `doing` begins the message.
Clip find_kept_clip(SQLite::Database& db, std::string_view doing, const std::string& code);
// Error when it is a variant of a clip that was discarded.
void require_kept_base(SQLite::Database& db, std::string_view doing, const Clip& variant);
// "amina discarded it on 2026-11-28; ..." of one that was.
std::string how_discarded(const Clip& clip);
Render find_render(SQLite::Database& db, std::int64_t id);

// The hashes that events from before version 4 of the catalog keep of a record, in their own way: what is in them must
// not change any more. Newer events hold those of record_kinds.h, over every column.
std::string record_sha256(const consent::Revision& revision);
std::string record_sha256(const Approval& approval);

std::vector<consent::Revision> all_consent(SQLite::Database& db);
std::vector<Approval> all_approvals(SQLite::Database& db);

}  // namespace counterclip::archive
