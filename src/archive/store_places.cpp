// Places: where the public finds a release, how many it reached, and that it is gone from there.
#include "archive/ledger_rows.h"
#include "archive/state.h"
#include "archive/text_limits.h"
#include "core/day.h"
#include "core/ids.h"

namespace counterclip::archive {

namespace {

constexpr std::size_t longest_address = 2000;

Place find_place(SQLite::Database& db, std::int64_t id) {
    auto row = statement(db, std::string(place_columns) + "WHERE p.id = ?", id);
    if (!row.executeStep()) throw unknown("place", fmt::format("P{}", id), "`counterclip ledger list` shows them");
    return read_place(row);
}

std::string object_of(const Place& p) {
    return fmt::format("place {} of release {}", p.id, p.release);
}

void require_sound(std::string_view doing, const Place& p) {
    const bool printable =
        std::all_of(p.address.begin(), p.address.end(), [](unsigned char c) { return c > 0x20 && c != 0x7F; });
    if (p.address.empty() || p.address.size() > longest_address || !printable)
        throw Error(doing, "the address is empty, too long or has blanks in it; give it as https://...",
                    ErrorKind::usage);
    if (p.reach && *p.reach < 0) throw Error(doing, "nobody was reached less than 0 times", ErrorKind::usage);
    require_day(doing, p.since);
    if (p.since > today())
        throw Error(doing, fmt::format("{} is still to come; note what is published, not what is planned", p.since),
                    ErrorKind::usage);
}

void require_may_be_public(std::string_view doing, SQLite::Database& db, const Release& r) {
    if (r.state != "written") throw Error(doing, "its package was never written", ErrorKind::refused);
    const auto render = find_render(db, r.render);
    if (!r.takedown_due.empty() || !render.withdrawn_at.empty())
        throw Error(doing,
                    "consent was withdrawn: it must come down, not go up. Is it there already? Have it removed "
                    "and keep the address in the note of `counterclip ledger done`",
                    ErrorKind::refused);
    if (!r.takedown_done.empty())
        throw Error(doing, "it was taken down on " + r.takedown_done.substr(0, 10), ErrorKind::refused);
}

}  // namespace

Place Archive::add_place(Place place, const std::string& by) {
    auto& db = state_->db;
    const auto doing = fmt::format("note where release {} is published", place.release);
    if (place.since.empty()) place.since = today();
    require_sound(doing, place);
    state_->change(doing, "publish", by, [&]() -> Deed {
        const auto release = find_release(db, place.release);
        // One day of grace: days are UTC's, and people write their own.
        if (days_between(release.at.substr(0, 10), place.since) < -1)
            throw Error(doing, fmt::format("{} is before it was released ({})", place.since, release.at.substr(0, 10)),
                        ErrorKind::usage);
        require_may_be_public(doing, db, release);
        if (number(db, 0, "SELECT count(*) FROM places WHERE release = ? AND address = ? AND takedown_done = ''",
                   place.release, place.address) > 0)
            throw Error(doing, "the address is noted already; `counterclip ledger reach` notes how many it reached");
        place.clip = release.clip;
        place.destination = release.destination;
        place.by = by;
        place.at = utc_now();
        run(db, "INSERT INTO places (release, address, since, reach, by, at) VALUES (?, ?, ?, ?, ?, ?)", place.release,
            place.address, place.since, place.reach, by, place.at);
        place.id = db.getLastInsertRowid();
        // An address can hold a name (".../interview-with-layla"): the log has none of it.
        return {object_of(place), {{"release", place.release}, {"since", place.since}}};
    });
    return place;
}

void Archive::set_reach(std::int64_t id, std::int64_t reach, const std::string& by) {
    auto& db = state_->db;
    const auto doing = fmt::format("note the reach of place P{}", id);
    if (reach < 0) throw Error(doing, "nobody was reached less than 0 times", ErrorKind::usage);
    state_->change(doing, "reach", by, [&]() -> Deed {
        const auto place = find_place(db, id);
        run(db, "UPDATE places SET reach = ? WHERE id = ?", reach, id);
        return {object_of(place), {{"reach", reach}}};
    });
}

Place Archive::get_place(std::int64_t id) const {
    return state_->read("read places", [&] { return find_place(state_->db, id); });
}

void Archive::place_done(std::int64_t id, const std::string& by, const std::string& note) {
    auto& db = state_->db;
    const auto doing = fmt::format("note the takedown of place P{}", id);
    require_text(doing, limit::note, note);
    state_->change(doing, "takedown done", by, [&]() -> Deed {
        const auto place = find_place(db, id);
        if (!place.takedown_done.empty()) throw Error(doing, "it was taken down on " + place.takedown_done);
        run(db, "UPDATE places SET takedown_done = ?, note = ? WHERE id = ?", utc_now(), note, id);
        return {object_of(place), {{"release", place.release}}};
    });
}

}  // namespace counterclip::archive
