#include "archive/releases_under_way.h"

#include "archive/ledger_rows.h"
#include "core/hash.h"
#include "core/staged_file.h"

namespace fs = std::filesystem;

namespace counterclip::archive {

namespace {

enum class Outcome { written, failed, unknown };

// A package that lies whole in its place has the manifest that was noted before it went there.
bool lies_there(const fs::path& folder, const std::string& manifest_sha256) {
    const auto manifest = folder / "manifest.json";
    std::error_code ignored;
    if (manifest_sha256.empty() || !fs::is_regular_file(fs::symlink_status(manifest, ignored))) return false;
    return sha256_of_file(manifest) == manifest_sha256;
}

// Only a name that this program gives to what is not finished; never a path that leads elsewhere.
bool is_staging_name(const std::string& name) {
    return name.starts_with(staging_prefix) && fs::path(name).filename().string() == name;
}

Outcome look(const fs::path& folder, const Release& release) {
    std::error_code ignored;
    if (!fs::is_directory(folder.parent_path(), ignored)) return Outcome::unknown;
    if (lies_there(folder, release.manifest_sha256)) return Outcome::written;
    const auto staging = folder.parent_path() / release.staging;
    const bool is_half_there = is_staging_name(release.staging) && fs::exists(fs::symlink_status(staging, ignored));
    if (is_half_there) fs::remove_all(staging);
    return is_half_there || release.manifest_sha256.empty() ? Outcome::failed : Outcome::unknown;
}

void settle(Archive::State& state, std::int64_t id) {
    auto& db = state.db;
    const auto release = find_release(db, id);
    if (release.state != "writing" || is_writer_alive(release.staging)) return;
    const auto outcome = look(state.folder / release.folder, release);
    if (outcome == Outcome::unknown) return;
    const bool written = outcome == Outcome::written;
    state.change("tidy releases", written ? "release" : "release failed", release.by, [&]() -> Deed {
        // Again under the lock: another process may have been faster.
        if (find_release(db, id).state != "writing") throw Error("tidy releases", "another process did");
        run(db, "UPDATE releases SET state = ?, staging = '' WHERE id = ?", written ? "written" : "failed", id);
        return {fmt::format("release {} of clip {}", id, release.clip),
                {{"render", release.render},
                 {"sha256", release.sha256},
                 {"destination", release.destination},
                 {"manifest_sha256", release.manifest_sha256},
                 {"found_by", "the next start"}}};
    });
}

}  // namespace

void tidy_releases(Archive::State& state) noexcept {
    try {
        std::vector<std::int64_t> under_way;
        {
            auto row = statement(state.db, "SELECT id FROM releases WHERE state = 'writing' ORDER BY id");
            while (row.executeStep()) under_way.push_back(Columns(row).integer());
        }
        for (const auto id : under_way) {
            try {
                settle(state, id);
            } catch (const std::exception&) {  // a disk that fails, another writer: the next start
            }
        }
    } catch (const std::exception&) {
    }
}

}  // namespace counterclip::archive
