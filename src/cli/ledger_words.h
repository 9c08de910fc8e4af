// The ledger in words: how places are named, and what must come down, most urgent first.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "archive/archive.h"
#include "cli/context.h"
#include "cli/output.h"

namespace counterclip::cli {

// Places have a letter so that nobody takes one for a release: "P3".
std::string place_code(std::int64_t place);
bool is_place_code(const std::string& text);
// Of "P3" or "p3"; of "3" for releases. Throws Error(usage) showing the form.
std::int64_t place_from(const std::string& text);
std::int64_t release_from(const std::string& text);

// "out", "DUE 2026-12-01", "OVERDUE 2026-11-01", "down 2026-11-24"; of releases also "being written", "failed".
std::string state_of(const archive::Release& release);
std::string state_of(const archive::Place& place);

// A release or place that is ordered down and is not down yet.
struct Order {
    std::string id;  // "3", "P3"
    std::string clip;
    std::string destination;
    std::string where;  // folder or address
    std::string due;
    bool overdue = false;
};

// In the order of their due days: overdue ones first.
std::vector<Order> open_orders(const archive::Archive& archive, const std::vector<archive::Release>& releases,
                               const std::vector<archive::Place>& places);
void print_orders(const std::vector<Order>& orders, const std::string& when_empty);
Json as_json(const Order& order);

}  // namespace counterclip::cli
