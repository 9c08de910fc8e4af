// Values in and out of SQL statements: binding by kind, reading columns in order.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include <SQLiteCpp/SQLiteCpp.h>
#include <nlohmann/json.hpp>

#include "core/error.h"
#include "core/time.h"
#include "core/utf8.h"

namespace counterclip::archive {

using Texts = std::vector<std::string>;
using Revisions = std::map<std::string, std::int64_t>;

struct Blob {
    std::string bytes;
};

// Refused here, where every text comes by: JSON and signatures cannot hold it, and no search would find a name in it.
inline const std::string& require_utf8(const std::string& text) {
    if (first_invalid(text) != std::string::npos)
        throw Error("store a text", "it is no valid UTF-8; write it anew", ErrorKind::usage);
    return text;
}

inline void bind_value(SQLite::Statement& s, int at, const std::string& v) {
    s.bind(at, require_utf8(v));
}
inline void bind_value(SQLite::Statement& s, int at, const char* v) {
    s.bind(at, v);
}
inline void bind_value(SQLite::Statement& s, int at, std::int64_t v) {
    s.bind(at, v);
}
inline void bind_value(SQLite::Statement& s, int at, int v) {
    s.bind(at, v);
}
inline void bind_value(SQLite::Statement& s, int at, bool v) {
    s.bind(at, v ? 1 : 0);
}
inline void bind_value(SQLite::Statement& s, int at, double v) {
    s.bind(at, v);
}
inline void bind_value(SQLite::Statement& s, int at, Time v) {
    s.bind(at, std::int64_t{v.count()});
}
inline void bind_value(SQLite::Statement& s, int at, const Texts& v) {
    s.bind(at, nlohmann::json(v).dump());
}
inline void bind_value(SQLite::Statement& s, int at, const Revisions& v) {
    s.bind(at, nlohmann::json(v).dump());
}
inline void bind_value(SQLite::Statement& s, int at, const nlohmann::json& v) {
    s.bind(at, v.dump());
}
inline void bind_value(SQLite::Statement& s, int at, const Blob& v) {
    s.bind(at, v.bytes.data(), static_cast<int>(v.bytes.size()));
}
template <class T>
void bind_value(SQLite::Statement& s, int at, const std::optional<T>& v) {
    if (v)
        bind_value(s, at, *v);
    else
        s.bind(at);
}

// A statement with its values, ready to step through.
template <class... Values>
SQLite::Statement statement(SQLite::Database& db, const std::string& sql, const Values&... values) {
    SQLite::Statement s(db, sql);
    int at = 0;
    (bind_value(s, ++at, values), ...);
    return s;
}

// Runs one that gives no rows; returns how many rows it changed.
template <class... Values>
int run(SQLite::Database& db, const std::string& sql, const Values&... values) {
    return statement(db, sql, values...).exec();
}

// The first column of the first row as a number; `otherwise` when there is no row.
template <class... Values>
std::int64_t number(SQLite::Database& db, std::int64_t otherwise, const std::string& sql, const Values&... values) {
    auto s = statement(db, sql, values...);
    return s.executeStep() ? s.getColumn(0).getInt64() : otherwise;
}

// The columns of the current row, read from left to right.
class Columns {
  public:
    explicit Columns(SQLite::Statement& row) : row_(row) {}

    std::string text() { return row_.getColumn(next_++).getString(); }
    std::int64_t integer() { return row_.getColumn(next_++).getInt64(); }
    int small() { return row_.getColumn(next_++).getInt(); }
    bool flag() { return row_.getColumn(next_++).getInt() != 0; }
    float real() { return static_cast<float>(row_.getColumn(next_++).getDouble()); }
    Time time() { return Time(integer()); }
    Range range() {
        const Time in = time();
        return {in, time()};
    }
    nlohmann::json json() { return nlohmann::json::parse(text()); }
    Texts texts() { return json().get<Texts>(); }
    Revisions revisions() { return json().get<Revisions>(); }
    std::optional<std::int64_t> maybe_integer() {
        if (row_.isColumnNull(next_)) {
            ++next_;
            return std::nullopt;
        }
        return integer();
    }

  private:
    SQLite::Statement& row_;
    int next_ = 0;
};

}  // namespace counterclip::archive
