// Data on stdout: tables for people, JSON for programs.
#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

#include "core/time.h"

namespace counterclip::cli {

using Json = nlohmann::ordered_json;

void print_json(const Json& json);
void print_line(const std::string& line);

// Columns as wide as their widest cell; a note instead when there are no rows.
struct Table {
    std::vector<std::string> head;
    std::vector<std::vector<std::string>> rows;
};
void print_table(const Table& table, const std::string& when_empty);

// Cells and texts that are none of the program's making: control characters, what turns the
// direction of writing around, and what is no UTF-8 become '?': a terminal would obey them.
std::string harmless(const std::string& text);
std::string joined(const std::vector<std::string>& words);  // "a, b"; "-" when there are none
std::string format_range(Range range);                      // "0:00:01.000-0:00:02.500"
std::string yes_no(bool yes);

// Whether anything was printed: an answer to --json holds one document, so what fails later adds none.
bool has_answered() noexcept;
// Throws Error when stdout could not take all of it (a full disk, a closed pipe).
void finish_output();

}  // namespace counterclip::cli
