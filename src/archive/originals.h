// How a copied recording takes its place in originals/, and a finished file its in renders/, so that a process killed
// at any instant leaves either a file that the catalog knows or nothing.
//
// The copy is written under a hidden staging name. Inside the catalog's write transaction it gets its final name as a
// second hard link; the staging name goes only after the commit. A file with both names that the catalog does not know
// is therefore what a killed import left, and nothing else is ever removed: a file that merely is not in the catalog
// (after a restored backup, say) is never touched.
#pragma once

#include <filesystem>

#include <SQLiteCpp/SQLiteCpp.h>

namespace counterclip::archive {

// Gives the finished file `staging` the name `original` and forces the folder to disk. The caller holds the write lock
// and knows that the catalog has no such recording, so a file in the way is a leftover and is replaced. On file systems
// without hard links the file is renamed.
void place_original(const std::filesystem::path& staging, const std::filesystem::path& original);

// Removes what killed imports left in `originals`, and killed renders in `renders`; does nothing now when another
// process holds the write lock.
void sweep_originals(SQLite::Database& db, const std::filesystem::path& originals);
void sweep_renders(SQLite::Database& db, const std::filesystem::path& renders);

}  // namespace counterclip::archive
