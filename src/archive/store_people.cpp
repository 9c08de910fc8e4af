// Operators and interviews.
#include "archive/rights.h"
#include "archive/state.h"
#include "archive/text_limits.h"
#include "core/day.h"
#include "core/hash.h"
#include "core/ids.h"

namespace counterclip::archive {

namespace {

constexpr const char* operator_columns = "SELECT code, roles, public_key, added_at, retired_at FROM operators ";

Operator read_operator(SQLite::Statement& row) {
    Columns c(row);
    Operator op;
    op.code = c.text();
    op.roles = c.texts();
    op.public_key = c.text();
    op.added_at = c.text();
    op.retired_at = c.text();
    return op;
}

constexpr const char* interview_columns =
    "SELECT code, kind, date, place, setting, languages, present, custody, minor, pseudonym, gender, age_band, "
    "nationality, ethnicity, role, added_at, pseudonyms FROM interviews ";

Interview read_interview(SQLite::Statement& row) {
    Columns c(row);
    Interview i;
    i.code = c.text();
    i.kind = recording_kind_from(c.text());
    i.date = c.text();
    i.place = c.text();
    i.setting = c.text();
    i.languages = c.texts();
    i.present = c.texts();
    i.custody = c.flag();
    i.minor = c.flag();
    i.pseudonym = c.text();
    i.gender = c.text();
    i.age_band = c.text();
    i.nationality = c.text();
    i.ethnicity = c.text();
    i.role = c.text();
    i.added_at = c.text();
    i.pseudonyms = c.json().get<std::map<std::string, std::string>>();
    return i;
}

bool exists(SQLite::Database& db, const std::string& table, const std::string& code) {
    return number(db, 0, "SELECT count(*) FROM " + table + " WHERE code = ?", code) > 0;
}

std::vector<std::string> fields_that_differ(const Interview& a, const Interview& b) {
    std::vector<std::string> fields;
    const auto compare = [&](const char* name, const auto& one, const auto& other) {
        if (one != other) fields.emplace_back(name);
    };
    compare("date", a.date, b.date);
    compare("place", a.place, b.place);
    compare("setting", a.setting, b.setting);
    compare("languages", a.languages, b.languages);
    compare("present", a.present, b.present);
    compare("custody", a.custody, b.custody);
    compare("minor", a.minor, b.minor);
    compare("pseudonym", a.pseudonym, b.pseudonym);
    compare("pseudonyms", a.pseudonyms, b.pseudonyms);
    compare("gender", a.gender, b.gender);
    compare("age_band", a.age_band, b.age_band);
    compare("nationality", a.nationality, b.nationality);
    compare("ethnicity", a.ethnicity, b.ethnicity);
    compare("role", a.role, b.role);
    return fields;
}

// "2026", "2026-11" or a day.
void require_date(const Interview& i) {
    const auto first_day = i.date.size() == 4 ? i.date + "-01-01" : i.date.size() == 7 ? i.date + "-01" : i.date;
    if (!i.date.empty() && !is_day(first_day))
        throw Error(fmt::format("read the date '{}'", i.date), "write it as 2026, 2026-11 or 2026-11-24",
                    ErrorKind::usage);
}

void require_texts(std::string_view doing, const Interview& i) {
    require_text(doing, limit::pseudonym, i.pseudonym);
    for (const auto& [language, pseudonym] : i.pseudonyms) require_text(doing, limit::pseudonym, pseudonym);
    for (const auto& text : {i.place, i.setting, i.gender, i.age_band, i.nationality, i.ethnicity, i.role})
        require_text(doing, limit::trait, text);
    for (const auto& words : {i.languages, i.present})
        for (const auto& word : words) require_text(doing, limit::trait, word);
}

constexpr const char* interview_hint = "`counterclip interview list` shows what there is";

Interview find_interview(SQLite::Database& db, const std::string& code) {
    auto row = statement(db, std::string(interview_columns) + "WHERE code = ?", code);
    if (!row.executeStep()) throw unknown("interview", code, interview_hint);
    return read_interview(row);
}

}  // namespace

void require_interview(SQLite::Database& db, const std::string& code) {
    if (!exists(db, "interviews", code)) throw unknown("interview", code, interview_hint);
}

void Archive::add_operator(const Operator& op, const std::string& by) {
    require_code("operator", op.code);
    require_roles(fmt::format("operator {}", op.code), op.roles);
    auto& db = state_->db;
    const auto doing = fmt::format("add operator {}", op.code);
    state_->change(doing, "operator add", by.empty() ? op.code : by, [&]() -> Deed {
        const bool first = number(db, 0, "SELECT count(*) FROM operators") == 0;
        if (first && !by.empty() && by != op.code)
            throw Error(doing, fmt::format("the first operator adds itself; '{}' is no operator yet", by),
                        ErrorKind::refused);
        if (exists(db, "operators", op.code)) throw Error(doing, "there is one already");
        run(db, "INSERT INTO operators (code, roles, public_key, added_at) VALUES (?, ?, ?, ?)", op.code, op.roles,
            op.public_key, utc_now());
        return {"operator " + op.code,
                {{"roles", op.roles}, {"key_sha256", op.public_key.empty() ? "" : sha256(op.public_key)}}};
    });
}

Operator Archive::get_operator(const std::string& code) const {
    return state_->read("read operators", [&] {
        auto row = statement(state_->db, std::string(operator_columns) + "WHERE code = ?", code);
        if (!row.executeStep()) throw unknown("operator", code, "`counterclip operator add` makes one");
        return read_operator(row);
    });
}

std::vector<Operator> Archive::operators() const {
    return state_->read("read operators", [&] {
        std::vector<Operator> all;
        auto row = statement(state_->db, std::string(operator_columns) + "ORDER BY code");
        while (row.executeStep()) all.push_back(read_operator(row));
        return all;
    });
}

void Archive::add_interview(const Interview& i, const std::string& by) {
    require_code("interview", i.code);
    require_date(i);
    auto& db = state_->db;
    const auto doing = fmt::format("add interview {}", i.code);
    require_texts(doing, i);
    state_->change(doing, "interview add", by, [&]() -> Deed {
        if (exists(db, "interviews", i.code)) throw Error(doing, "there is one already; choose another code");
        run(db, "INSERT INTO interviews VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", i.code,
            to_string(i.kind), i.date, i.place, i.setting, i.languages, i.present, i.custody, i.minor, i.pseudonym,
            i.gender, i.age_band, i.nationality, i.ethnicity, i.role, utc_now(), nlohmann::json(i.pseudonyms));
        return {"interview " + i.code, {{"kind", to_string(i.kind)}, {"custody", i.custody}, {"minor", i.minor}}};
    });
}

void Archive::change_interview(const Interview& i, const std::string& by) {
    require_date(i);
    auto& db = state_->db;
    const auto doing = fmt::format("change interview {}", i.code);
    require_texts(doing, i);
    state_->change(doing, "interview change", by, [&]() -> Deed {
        const auto before = find_interview(db, i.code);
        if (i.kind != before.kind)
            throw Error(doing, "its kind stays as it is; add another interview for recordings of another kind");
        const auto changed = fields_that_differ(before, i);
        if (changed.empty()) throw Error(doing, "nothing differs from what is stored");
        run(db,
            "UPDATE interviews SET date = ?, place = ?, setting = ?, languages = ?, present = ?, custody = ?, "
            "minor = ?, pseudonym = ?, gender = ?, age_band = ?, nationality = ?, ethnicity = ?, role = ?, "
            "pseudonyms = ? WHERE code = ?",
            i.date, i.place, i.setting, i.languages, i.present, i.custody, i.minor, i.pseudonym, i.gender, i.age_band,
            i.nationality, i.ethnicity, i.role, nlohmann::json(i.pseudonyms), i.code);
        return {"interview " + i.code, {{"changed", changed}, {"custody", i.custody}, {"minor", i.minor}}};
    });
}

Interview Archive::interview(const std::string& code) const {
    return state_->read("read interviews", [&] { return find_interview(state_->db, code); });
}

std::vector<Interview> Archive::interviews() const {
    return state_->read("read interviews", [&] {
        std::vector<Interview> all;
        auto row = statement(state_->db, std::string(interview_columns) + "ORDER BY code");
        while (row.executeStep()) all.push_back(read_interview(row));
        return all;
    });
}

}  // namespace counterclip::archive
