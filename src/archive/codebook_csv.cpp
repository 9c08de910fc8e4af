#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include <fmt/format.h>

#include "archive/codebook.h"
#include "core/error.h"
#include "core/utf8.h"

namespace counterclip::archive {

namespace {

constexpr std::string_view head = "tag,parent,description,position,retired";

std::string quoted(const std::string& cell) {
    if (cell.find_first_of(",\"\r\n;") == std::string::npos) return cell;
    std::string out = "\"";
    for (const char c : cell) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + '"';
}

struct Row {
    std::size_t line = 0;  // where it begins, counted from 1
    std::vector<std::string> cells;
};

// RFC 4180, which lets quoted cells hold separators, quotes (twice) and line ends.
class Table {
  public:
    Table(std::string_view bytes, std::string_view source) : rest_(bytes), source_(source) {
        const auto first = bytes.substr(0, bytes.find_first_of("\r\n"));
        separator_ = std::ranges::count(first, ';') > std::ranges::count(first, ',') ? ';' : ',';
    }

    // Nothing at the end. Empty lines are passed over.
    std::optional<Row> next() {
        while (rest_.starts_with('\n') || rest_.starts_with('\r')) end_line();
        if (rest_.empty()) return std::nullopt;
        Row row{line_, {}};
        while (true) {
            row.cells.push_back(rest_.starts_with('"') ? quoted_cell() : bare_cell());
            if (!rest_.starts_with(separator_)) break;
            rest_.remove_prefix(1);
        }
        end_line();
        return row;
    }

    [[noreturn]] void fail(std::size_t line, std::string_view wrong) const {
        throw Error(fmt::format("read the codebook {}", source_), fmt::format("line {} {}", line, wrong));
    }

  private:
    void end_line() {
        if (rest_.starts_with("\r\n"))
            rest_.remove_prefix(2);
        else if (!rest_.empty())
            rest_.remove_prefix(1);
        ++line_;
    }

    std::string bare_cell() {
        const auto end = std::min(rest_.find_first_of(std::string{separator_, '\r', '\n'}), rest_.size());
        std::string cell(rest_.substr(0, end));
        rest_.remove_prefix(end);
        return cell;
    }

    std::string quoted_cell() {
        const auto begun = line_;
        std::string cell;
        for (std::size_t at = 1; at < rest_.size(); ++at) {
            if (rest_[at] != '"') {
                line_ += rest_[at] == '\n' ? 1 : 0;
                cell += rest_[at];
            } else if (at + 1 < rest_.size() && rest_[at + 1] == '"') {
                cell += rest_[at++];
            } else {
                rest_.remove_prefix(at + 1);
                if (!rest_.empty() && rest_.front() != separator_ && rest_.front() != '\r' && rest_.front() != '\n')
                    fail(line_, "goes on behind a closing quote");
                return cell;
            }
        }
        fail(begun, "has a quote that is never closed");
    }

    std::string_view rest_;
    std::string_view source_;
    char separator_ = ',';
    std::size_t line_ = 1;
};

int position_in(const std::string& cell, const Table& table, std::size_t line) {
    int position = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), position);
    if (error != std::errc() || end != cell.data() + cell.size())
        table.fail(line, fmt::format("has the position '{}'; expected a whole number", cell));
    return position;
}

}  // namespace

std::string codebook_csv(const std::vector<Code>& codes) {
    std::string csv = fmt::format("{}\r\n", head);
    for (const auto& c : codes)
        csv += fmt::format("{},{},{},{},{}\r\n", quoted(c.tag), quoted(c.parent), quoted(c.description), c.position,
                           quoted(c.retired_at));
    return csv;
}

std::vector<Code> codebook_from_csv(std::string_view bytes, std::string_view source) {
    if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
    if (first_invalid(bytes) != std::string_view::npos)
        throw Error(fmt::format("read the codebook {}", source), "it is not UTF-8; save it as CSV UTF-8");
    Table table(bytes, source);
    std::map<std::string, std::size_t> columns;
    if (const auto names = table.next())
        for (std::size_t n = 0; n < names->cells.size(); ++n) columns[names->cells[n]] = n;
    if (!columns.contains("tag")) table.fail(1, fmt::format("names no column 'tag'; expected {}", head));
    std::vector<Code> codes;
    while (const auto row = table.next()) {
        const auto cell = [&](const char* name) {
            const auto column = columns.find(name);
            return column == columns.end() || column->second >= row->cells.size() ? std::string()
                                                                                  : row->cells[column->second];
        };
        if (row->cells.size() > columns.size()) table.fail(row->line, "has more cells than the head");
        Code code;
        code.tag = cell("tag");
        if (code.tag.empty()) table.fail(row->line, "has no tag");
        code.parent = cell("parent");
        code.description = cell("description");
        const auto position = cell("position");
        code.position = position.empty() ? static_cast<int>(codes.size()) + 1 : position_in(position, table, row->line);
        code.retired_at = cell("retired");
        codes.push_back(std::move(code));
    }
    return codes;
}

}  // namespace counterclip::archive
