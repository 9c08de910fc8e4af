#include "archive/takedown.h"

#include "archive/ledger_rows.h"
#include "archive/sql.h"
#include "archive/state.h"
#include "core/day.h"
#include "core/ids.h"

namespace counterclip::archive {

namespace {

// Releases made before destinations were known, or whose destination nobody added.
constexpr int days_where_unknown = 7;

// Render `r` shows person ?2 of interview ?1. The subject is in all that draws from the interview, hidden or not.
std::string shows_person() {
    return std::string(render_draws_from) +
           "AND (?2 = 'subject' OR r.shown = 'null' "
           "OR EXISTS (SELECT 1 FROM json_each(r.shown) WHERE value = ?1 || '/' || ?2)) ";
}

std::vector<std::int64_t> renders_of(SQLite::Database& db, const std::string& interview, const std::string& person) {
    std::vector<std::int64_t> ids;
    auto row = statement(db, "SELECT r.id FROM renders r WHERE " + shows_person() + "ORDER BY r.id", interview, person);
    while (row.executeStep()) ids.push_back(Columns(row).integer());
    return ids;
}

std::vector<Release> releases_out(SQLite::Database& db, const std::string& interview, const std::string& person) {
    return read_releases(statement(db,
                                   std::string(release_columns) +
                                       "WHERE l.state <> 'failed' AND l.takedown_done = '' AND " + shows_person() +
                                       "ORDER BY l.id",
                                   interview, person));
}

std::vector<Place> places_up(SQLite::Database& db, const std::string& interview, const std::string& person) {
    return read_places(
        statement(db, std::string(place_columns) + "WHERE p.takedown_done = '' AND " + shows_person() + "ORDER BY p.id",
                  interview, person));
}

int days_of(SQLite::Database& db, const std::string& destination) {
    return static_cast<int>(
        number(db, days_where_unknown, "SELECT takedown_days FROM destinations WHERE code = ?", destination));
}

// An earlier order stays: a second one gives no more time.
const char* const set_due = " SET takedown_due = ?1 WHERE id = ?2 AND (takedown_due = '' OR takedown_due > ?1)";

}  // namespace

Takedown takedown_of(SQLite::Database& db, const std::string& interview, const std::string& person) {
    return {renders_of(db, interview, person), releases_out(db, interview, person), places_up(db, interview, person)};
}

nlohmann::json order_takedown(SQLite::Database& db, const Withdrawal& w) {
    const auto on = w.on.empty() ? today() : w.on;
    require_day("order a takedown", on);
    const auto reached = takedown_of(db, w.interview, w.person);
    const auto now = utc_now();
    for (const auto render : reached.renders)
        run(db, "UPDATE renders SET withdrawn_at = ? WHERE id = ? AND withdrawn_at = ''", now, render);

    nlohmann::json details{{"person", w.person},
                           {"renders", reached.renders},
                           {"releases", nlohmann::json::object()},
                           {"places", nlohmann::json::object()}};
    for (const auto& release : reached.releases) {
        const auto due = day_after(on, days_of(db, release.destination));
        run(db, std::string("UPDATE releases") + set_due, due, release.id);
        details["releases"][fmt::format("{}", release.id)] = due;
    }
    for (const auto& place : reached.places) {
        const auto due = day_after(on, days_of(db, place.destination));
        run(db, std::string("UPDATE places") + set_due, due, place.id);
        details["places"][fmt::format("{}", place.id)] = due;
    }
    return details;
}

}  // namespace counterclip::archive
