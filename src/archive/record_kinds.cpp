#include "archive/record_kinds.h"

#include <array>
#include <cstring>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "archive/sql.h"
#include "core/hash.h"

namespace counterclip::archive {

namespace {

// Every table but the log itself and what is only worked out from others (standing.cpp).
constexpr std::array kinds{
    RecordKind{"archive", "identity", "id"},
    RecordKind{"operator", "operators", "code"},
    RecordKind{"interview", "interviews", "code"},
    RecordKind{"recording", "recordings", "id"},
    RecordKind{"consent", "consent", "interview, person, revision"},
    RecordKind{"segment", "segments", "id"},
    RecordKind{"analysis", "analyses", "recording"},
    RecordKind{"looked at", "analysed", "recording", "in_ns"},
    RecordKind{"track", "tracks", "recording, id"},
    RecordKind{"track edit", "track_edits", "id"},
    RecordKind{"gaps", "gaps", "recording", "id"},
    RecordKind{"region", "regions", "recording, id"},
    RecordKind{"transcript", "transcripts", "id"},
    RecordKind{"cues", "cues", "transcript", "number"},
    RecordKind{"redaction", "redactions", "id"},
    RecordKind{"dub", "dubs", "id"},
    RecordKind{"tag", "codebook", "tag"},
    RecordKind{"clip", "clip_versions", "clip, version"},
    RecordKind{"clip parts", "clip_parts", "clip, version", "position"},
    RecordKind{"discard", "clip_discards", "id"},
    RecordKind{"render", "renders", "id"},
    RecordKind{"decision", "approvals", "id"},
    RecordKind{"release", "releases", "id"},
    RecordKind{"place", "places", "id"},
    RecordKind{"purge", "purges", "id"},
    RecordKind{"destination", "destinations", "code"},
    RecordKind{"checkpoint", "checkpoints", "sequence, by"},
};

// A row's columns one after the other: kind of value, length, bytes. No two different rows give the same bytes.
void add_row(std::string& bytes, SQLite::Statement& row, int first) {
    bytes += fmt::format("row {}\n", row.getColumnCount() - first);
    for (int i = first; i < row.getColumnCount(); ++i) {
        const auto column = row.getColumn(i);
        if (column.isNull()) {
            bytes += "n\n";
        } else if (column.isInteger()) {
            bytes += fmt::format("i{}\n", column.getInt64());
        } else if (column.isFloat()) {
            std::uint64_t bits = 0;
            const double value = column.getDouble();
            std::memcpy(&bits, &value, sizeof bits);
            bytes += fmt::format("r{:016x}\n", bits);
        } else {
            bytes += fmt::format("{}{}:", column.isBlob() ? 'b' : 't', column.getBytes());
            bytes.append(static_cast<const char*>(column.getBlob()), static_cast<std::size_t>(column.getBytes()));
            bytes += '\n';
        }
    }
}

std::string name_of(const RecordKind& kind, SQLite::Statement& row, int keys) {
    std::string name(kind.word);
    for (int i = 0; i < keys; ++i) {
        name += i == 0 ? ' ' : '/';
        name += row.getColumn(i).getString();
    }
    return name;
}

std::string name_of(const RecordKind& kind, const nlohmann::json& key) {
    std::string name(kind.word);
    char separator = ' ';
    for (const auto& value : key) {
        name += separator;
        name += value.is_string() ? value.get<std::string>() : value.dump();
        separator = '/';
    }
    return name;
}

}  // namespace

std::span<const RecordKind> record_kinds() {
    return kinds;
}

std::vector<std::string> key_columns(const RecordKind& kind) {
    std::vector<std::string> columns;
    std::string_view rest = kind.key;
    while (!rest.empty()) {
        const auto comma = std::min(rest.find(", "), rest.size());
        columns.emplace_back(rest.substr(0, comma));
        rest.remove_prefix(std::min(comma + 2, rest.size()));
    }
    return columns;
}

RecordHash hash_record(SQLite::Database& db, const RecordKind& kind, const std::string& key) {
    const auto values = nlohmann::json::parse(key);
    std::string sql = fmt::format("SELECT * FROM {}", kind.table);
    const char* separator = " WHERE ";
    for (const auto& column : key_columns(kind)) {
        sql += fmt::format("{}{} = ?", separator, column);
        separator = " AND ";
    }
    if (!kind.order.empty()) sql += fmt::format(" ORDER BY {}", kind.order);
    SQLite::Statement row(db, sql);
    int at = 0;
    for (const auto& value : values) {
        if (value.is_number_integer())
            row.bind(++at, value.get<std::int64_t>());
        else
            row.bind(++at, value.get<std::string>());
    }
    std::string bytes;
    while (row.executeStep()) add_row(bytes, row, 0);
    return {name_of(kind, values), bytes.empty() ? std::string() : sha256(bytes)};
}

void for_each_record(SQLite::Database& db, const RecordKind& kind, const std::function<void(RecordHash)>& take) {
    const auto columns = static_cast<int>(key_columns(kind).size());
    std::string order(kind.key);
    if (!kind.order.empty()) order += fmt::format(", {}", kind.order);
    SQLite::Statement row(db, fmt::format("SELECT {}, * FROM {} ORDER BY {}", kind.key, kind.table, order));
    std::string name;
    std::string bytes;
    while (row.executeStep()) {
        auto this_name = name_of(kind, row, columns);
        if (this_name != name && !bytes.empty()) {
            take({name, sha256(bytes)});
            bytes.clear();
        }
        name = std::move(this_name);
        add_row(bytes, row, columns);
    }
    if (!bytes.empty()) take({name, sha256(bytes)});
}

}  // namespace counterclip::archive
