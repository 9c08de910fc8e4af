#include "cli/output.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "core/error.h"
#include "core/utf8.h"

namespace counterclip::cli {

namespace {

// Code points: near enough to columns for the words that stand in tables.
std::size_t width_of(const std::string& text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](unsigned char c) { return (c & 0xC0) != 0x80; }));
}

void widen(std::vector<std::size_t>& widths, const std::vector<std::string>& cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) widths[i] = std::max(widths[i], width_of(cells[i]));
}

void print_row(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        line += cells[i];
        if (i + 1 < cells.size()) line.append(widths[i] - width_of(cells[i]) + 2, ' ');
    }
    print_line(line);
}

// As stdout itself, one for the whole process.
bool answered = false;

}  // namespace

bool has_answered() noexcept {
    return answered;
}

void print_json(const Json& json) {
    // Text that is not UTF-8 must not stop a listing.
    print_line(json.dump(2, ' ', false, Json::error_handler_t::replace));
}

void print_line(const std::string& line) {
    answered = true;
    std::fwrite(line.data(), 1, line.size(), stdout);
    std::fputc('\n', stdout);
}

void print_table(const Table& table, const std::string& when_empty) {
    if (table.rows.empty()) return print_line(when_empty);
    auto rows = table.rows;
    for (auto& row : rows)
        for (auto& cell : row) cell = harmless(cell);
    std::vector<std::size_t> widths(table.head.size(), 0);
    widen(widths, table.head);
    for (const auto& row : rows) widen(widths, row);
    print_row(table.head, widths);
    for (const auto& row : rows) print_row(row, widths);
}

std::string harmless(const std::string& text) {
    const auto obeyed = [](char32_t c) {
        const bool is_control = c < 0x20 || (c >= 0x7F && c < 0xA0);
        const bool turns_around = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        return is_control || turns_around || c == replacement_character;
    };
    std::string clean;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        append(clean, obeyed(c) ? U'?' : c);
    }
    return clean;
}

std::string joined(const std::vector<std::string>& words) {
    return words.empty() ? "-" : fmt::format("{}", fmt::join(words, ", "));
}

std::string format_range(Range range) {
    return fmt::format("{}-{}", format_time(range.in), format_time(range.out));
}

std::string yes_no(bool yes) {
    return yes ? "yes" : "no";
}

void finish_output() {
    if (std::fflush(stdout) != 0 || std::ferror(stdout)) throw Error("write the output", std::strerror(errno));
}

}  // namespace counterclip::cli
