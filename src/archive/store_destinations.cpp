// Destinations: who may receive what, and how fast they take it down.
#include <array>

#include "archive/state.h"
#include "core/ids.h"

namespace counterclip::archive {

namespace {

constexpr const char* columns =
    "SELECT code, kind, audiences, territories, languages, takedown_days, by, at, closed_at FROM destinations ";
constexpr const char* hint = "`counterclip destination list` shows what there is, `destination add` makes one";
constexpr int longest_takedown_days = 365;

Destination read_destination(SQLite::Statement& row) {
    Columns c(row);
    Destination d;
    d.code = c.text();
    d.kind = c.text();
    d.audiences = c.texts();
    d.territories = c.texts();
    d.languages = c.texts();
    d.takedown_days = c.small();
    d.by = c.text();
    d.at = c.text();
    d.closed_at = c.text();
    return d;
}

std::optional<Destination> look_up(SQLite::Database& db, const std::string& code) {
    auto row = statement(db, std::string(columns) + "WHERE code = ?", code);
    if (!row.executeStep()) return std::nullopt;
    return read_destination(row);
}

Destination find_destination(SQLite::Database& db, const std::string& code) {
    auto found = look_up(db, code);
    if (!found) throw unknown("destination", code, hint);
    return *found;
}

void require_words(std::string_view doing, std::string_view what, const Texts& words) {
    for (const auto& word : words)
        if (!is_code(word)) throw Error(doing, fmt::format("{} '{}' is no single word", what, word), ErrorKind::usage);
}

void require_sound(std::string_view doing, const Destination& d) {
    if (d.kind != "partner" && d.kind != "web")
        throw Error(doing, fmt::format("kind '{}' is not one of partner, web", d.kind), ErrorKind::usage);
    if (d.takedown_days < 1 || d.takedown_days > longest_takedown_days)
        throw Error(doing, fmt::format("it takes clips down within 1 to {} days", longest_takedown_days),
                    ErrorKind::usage);
    require_words(doing, "audience", d.audiences);
    require_words(doing, "territory", d.territories);
    require_words(doing, "language", d.languages);
}

Deed deed_of(const Destination& d) {
    return {"destination " + d.code,
            {{"kind", d.kind},
             {"audiences", d.audiences},
             {"territories", d.territories},
             {"languages", d.languages},
             {"takedown_days", d.takedown_days}}};
}

}  // namespace

Destination require_open_destination(SQLite::Database& db, std::string_view doing, const std::string& code) {
    const auto found = look_up(db, code);
    if (!found)
        throw Error(doing,
                    fmt::format("destination '{}' is not known; `counterclip destination list` shows the ones that "
                                "are, and an operator who distributes adds one: `counterclip destination add {} "
                                "--kind partner`",
                                code, is_code(code) ? code : "CODE"));
    if (!found->closed_at.empty())
        throw Error(doing,
                    fmt::format("destination '{}' was closed on {}; release to another, or add a new one", code,
                                found->closed_at.substr(0, 10)),
                    ErrorKind::refused);
    return *found;
}

void Archive::add_destination(const Destination& d, const std::string& by) {
    require_code("destination", d.code);
    auto& db = state_->db;
    const auto doing = fmt::format("add destination {}", d.code);
    require_sound(doing, d);
    state_->change(doing, "destination add", by, [&]() -> Deed {
        if (look_up(db, d.code)) throw Error(doing, "there is one already; choose another code");
        run(db, "INSERT INTO destinations VALUES (?, ?, ?, ?, ?, ?, ?, ?, '')", d.code, d.kind, d.audiences,
            d.territories, d.languages, d.takedown_days, by, utc_now());
        return deed_of(d);
    });
}

void Archive::change_destination(const Destination& d, const std::string& by) {
    auto& db = state_->db;
    const auto doing = fmt::format("change destination {}", d.code);
    require_sound(doing, d);
    state_->change(doing, "destination change", by, [&]() -> Deed {
        const auto before = find_destination(db, d.code);
        if (!before.closed_at.empty()) throw Error(doing, "it is closed", ErrorKind::refused);
        if (before.kind != d.kind) throw Error(doing, "its kind stays as it is; add another destination");
        if (before.audiences == d.audiences && before.territories == d.territories && before.languages == d.languages &&
            before.takedown_days == d.takedown_days)
            throw Error(doing, "nothing differs from what is stored");
        run(db,
            "UPDATE destinations SET audiences = ?, territories = ?, languages = ?, takedown_days = ? WHERE code = ?",
            d.audiences, d.territories, d.languages, d.takedown_days, d.code);
        return deed_of(d);
    });
}

void Archive::close_destination(const std::string& code, const std::string& by) {
    auto& db = state_->db;
    const auto doing = fmt::format("close destination {}", code);
    state_->change(doing, "destination close", by, [&]() -> Deed {
        if (!find_destination(db, code).closed_at.empty()) throw Error(doing, "it is closed already");
        run(db, "UPDATE destinations SET closed_at = ? WHERE code = ?", utc_now(), code);
        return {"destination " + code, {}};
    });
}

Destination Archive::open_destination(const std::string& code) const {
    return state_->read("read destinations",
                        [&] { return require_open_destination(state_->db, "release to " + code, code); });
}

std::vector<Destination> Archive::destinations() const {
    return state_->read("read destinations", [&] {
        std::vector<Destination> all;
        auto row = statement(state_->db, std::string(columns) + "ORDER BY code");
        while (row.executeStep()) all.push_back(read_destination(row));
        return all;
    });
}

}  // namespace counterclip::archive
