// Rows of the ledger as records, for the files of the archive room that read it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>

#include "archive/ledger_records.h"

namespace counterclip::archive {

// Both read from: releases l, renders r; places p, releases l, renders r.
extern const char* const release_columns;  // "SELECT ... FROM releases l JOIN renders r ON r.id = l.render "
extern const char* const place_columns;    // "SELECT ... FROM places p JOIN releases l ... JOIN renders r ... "
// Whether render `r` draws from interview ?1: by the consent it pins or by the parts it was made from.
extern const char* const render_draws_from;

Release read_release(SQLite::Statement& row);
Place read_place(SQLite::Statement& row);
std::vector<Release> read_releases(SQLite::Statement row);
std::vector<Place> read_places(SQLite::Statement row);

Release find_release(SQLite::Database& db, std::int64_t id);
// Throws Error unless the destination is known and open.
Destination require_open_destination(SQLite::Database& db, std::string_view doing, const std::string& code);

}  // namespace counterclip::archive
