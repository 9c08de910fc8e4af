#include "archive/archive.h"

#include <sys/stat.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "archive/originals.h"
#include "archive/purge.h"
#include "archive/releases_under_way.h"
#include "archive/schema.h"
#include "archive/state.h"
#include "core/staged_file.h"

namespace fs = std::filesystem;

namespace counterclip::archive {

namespace {

constexpr std::string_view catalog_name = "counterclip.db";
constexpr std::array<std::string_view, 5> subfolders{"originals", "derived", "renders", "releases", "keys"};

fs::path without_trailing_slash(const fs::path& folder) {
    const auto whole = fs::absolute(folder).lexically_normal();
    return whole.has_filename() ? whole : whole.parent_path();
}

void make_folder(const fs::path& folder, std::string_view doing) {
    if (::mkdir(folder.c_str(), 0700) != 0)
        throw Error(doing, fmt::format("cannot make {}: {}", folder.string(), std::strerror(errno)));
}

// An empty catalog of today's version. Closing it leaves one file, without a WAL beside it.
void make_catalog(const fs::path& file, const fs::path& archive) {
    SQLite::Database db(file, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    prepare_connection(db);
    db.exec("PRAGMA journal_mode = WAL");
    db.exec(fmt::format("PRAGMA application_id = {}", application_id));
    migrate(db, migrations(), archive);
}

// Puts subfolders and catalog into an empty folder; the catalog comes last, because it is what makes an archive.
void furnish(const fs::path& folder, const fs::path& archive, std::string_view doing) {
    std::vector<fs::path> made;
    try {
        for (const auto name : subfolders) {
            make_folder(folder / name, doing);
            made.push_back(folder / name);
        }
        Staged catalog(folder / catalog_name);
        make_catalog(catalog.path(), archive);
        fs::permissions(catalog.path(), fs::perms::owner_read | fs::perms::owner_write);
        catalog.commit();
    } catch (...) {
        std::error_code ignored;
        for (const auto& subfolder : made) fs::remove(subfolder, ignored);
        rethrow_as_error(doing, archive);
    }
}

void require_empty(const fs::path& folder, std::string_view doing) {
    if (fs::exists(folder / catalog_name)) throw Error(doing, "there is an archive already");
    if (!fs::is_directory(folder)) throw Error(doing, "it is a file; name a new or empty folder");
    sweep_staging(folder);
    if (!fs::is_empty(folder)) throw Error(doing, "the folder is not empty; name a new or empty one");
}

void require_catalog(SQLite::Database& db, const fs::path& file, std::string_view doing) {
    if (db.execAndGet("PRAGMA application_id").getInt() != application_id)
        throw Error(doing, fmt::format("{} is no counterclip catalog", file.string()));
}

// Folders that a copy or a backup may have left out because they were empty.
void complete_subfolders(SQLite::Database& db, const fs::path& folder, std::string_view doing) {
    for (const auto name : subfolders) {
        if (fs::is_directory(folder / name)) continue;
        if (name == "originals" && number(db, 0, "SELECT count(*) FROM recordings") > 0)
            throw Error(doing, "its folder originals/ is gone; restore it from a backup");
        make_folder(folder / name, doing);
    }
}

// Not a reason to keep anyone out: whatever stands in the way now, the next start tries again.
void go_on_with_purges(Archive::State& state) noexcept {
    try {
        finish_purges(state);
        sweep_destroyed(state);
    } catch (const std::exception&) {
    }
}

}  // namespace

Archive::Archive(std::unique_ptr<State> state) : state_(std::move(state)) {}
Archive::~Archive() = default;
Archive::Archive(Archive&&) noexcept = default;

Archive Archive::create(const fs::path& folder) {
    const auto place = without_trailing_slash(folder);
    const auto doing = fmt::format("make archive {}", place.string());
    try {
        if (fs::exists(place)) {
            require_empty(place, doing);
            furnish(place, place, doing);
            fs::permissions(place, fs::perms::owner_all);
        } else {
            Staged whole(place);
            make_folder(whole.path(), doing);
            furnish(whole.path(), place, doing);
            whole.commit();
        }
    } catch (...) {
        rethrow_as_error(doing, place);
    }
    return open(place);
}

Archive Archive::open(const fs::path& folder) {
    const auto place = without_trailing_slash(folder);
    const auto doing = fmt::format("open archive {}", place.string());
    const auto catalog = place / catalog_name;
    std::error_code error;
    if (!fs::is_regular_file(catalog, error))
        throw Error(doing,
                    fmt::format("there is no archive; `counterclip init --archive {}` makes one", place.string()));
    try {
        auto state = std::make_unique<State>(
            State{place, SQLite::Database(catalog, SQLite::OPEN_READWRITE, /*busy timeout*/ 5000)});
        prepare_connection(state->db);
        require_catalog(state->db, catalog, doing);
        migrate(state->db, migrations(), place);
        state->db.exec("PRAGMA journal_mode = WAL");
        complete_subfolders(state->db, place, doing);
        sweep_originals(state->db, place / "originals");
        sweep_renders(state->db, place / "renders");
        sweep_staging(place);
        for (const auto* name : {"releases", "derived", "derived/gaps", "derived/proof", "derived/reports", "keys"})
            sweep_staging(place / name);
        tidy_releases(*state);
        go_on_with_purges(*state);
        return Archive(std::move(state));
    } catch (...) {
        rethrow_as_error(doing, place);
    }
}

const fs::path& Archive::folder() const noexcept {
    return state_->folder;
}
fs::path Archive::path(const std::string& relative) const {
    return state_->folder / relative;
}

}  // namespace counterclip::archive
