#include "archive/originals.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <set>

#include <fmt/format.h>

#include "archive/sql.h"
#include "core/durable.h"
#include "core/error.h"
#include "core/staged_file.h"

namespace fs = std::filesystem;

namespace counterclip::archive {

namespace {

bool is_staging(const fs::path& file) {
    return file.filename().string().starts_with(staging_prefix);
}

using Inode = std::pair<dev_t, ino_t>;

std::optional<Inode> inode_with_other_names(const fs::path& file) {
    struct stat status {};
    if (::lstat(file.c_str(), &status) != 0 || !S_ISREG(status.st_mode) || status.st_nlink < 2) return std::nullopt;
    return Inode{status.st_dev, status.st_ino};
}

// Every file that has more than one name, if staging or placed.
std::set<Inode> half_placed(const fs::path& folder) {
    std::set<Inode> inodes;
    for (const auto& entry : fs::directory_iterator(folder))
        if (is_staging(entry.path()))
            if (const auto inode = inode_with_other_names(entry.path())) inodes.insert(*inode);
    return inodes;
}

// `table` holds the files that the catalog knows.
void sweep(SQLite::Database& db, const fs::path& folder, const std::string& table) {
    if (!half_placed(folder).empty()) {
        // Only under the write lock is it certain that no living import stands between its link and its commit.
        std::optional<SQLite::Transaction> lock;
        try {
            lock.emplace(db, SQLite::TransactionBehavior::IMMEDIATE);
        } catch (const SQLite::Exception& e) {
            if (e.getErrorCode() == SQLITE_BUSY) return;  // the next start will do
            throw;
        }
        const auto suspects = half_placed(folder);
        for (const auto& entry : fs::directory_iterator(folder)) {
            if (is_staging(entry.path())) continue;
            const auto inode = inode_with_other_names(entry.path());
            if (!inode || !suspects.contains(*inode)) continue;
            const auto known = number(db, 0, "SELECT count(*) FROM " + table + " WHERE file = ?",
                                      folder.filename().string() + "/" + entry.path().filename().string());
            if (known == 0) fs::remove(entry.path());
        }
    }
    sweep_staging(folder);
}

}  // namespace

void place_original(const fs::path& staging, const fs::path& original) {
    const auto doing = fmt::format("write {}", original.string());
    std::error_code ignored;
    force_to_disk(staging);
    fs::remove(original, ignored);
    if (::link(staging.c_str(), original.c_str()) != 0) {
        const bool has_no_links = errno == EPERM || errno == EOPNOTSUPP || errno == ENOSYS || errno == EMLINK;
        if (!has_no_links || ::rename(staging.c_str(), original.c_str()) != 0) throw Error(doing, std::strerror(errno));
    }
    force_to_disk(original.parent_path());
}

void sweep_originals(SQLite::Database& db, const fs::path& originals) {
    sweep(db, originals, "(SELECT file FROM recordings UNION ALL SELECT file FROM dubs)");
}

void sweep_renders(SQLite::Database& db, const fs::path& renders) {
    sweep(db, renders, "renders");
}

}  // namespace counterclip::archive
