#include "cli/ledger_words.h"

#include <fmt/format.h>

#include <charconv>

#include "core/day.h"
#include "core/error.h"

namespace counterclip::cli {

namespace {

std::int64_t number_from(std::string_view digits, const std::string& text, std::string_view what) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc() || end != digits.data() + digits.size() || number <= 0)
        throw Error(fmt::format("'{}'", text), fmt::format("it is no {}; `counterclip ledger list` shows them", what),
                    ErrorKind::usage);
    return number;
}

std::string order_in_words(const std::string& due, const std::string& done) {
    if (!done.empty()) return "down " + done.substr(0, 10);
    if (due.empty()) return "out";
    return (due < today() ? "OVERDUE " : "DUE ") + due;
}

// A package may have gone with what it showed; what was given out of it has not.
std::string where_is(const archive::Archive& archive, const archive::Release& r) {
    const auto folder = archive.path(r.folder);
    const bool is_inside = std::filesystem::path(r.folder).is_relative();
    std::error_code error;
    if (is_inside && !std::filesystem::exists(folder, error)) return "copies given out (not in the archive any more)";
    return folder.string();
}

}  // namespace

std::string place_code(std::int64_t place) {
    return fmt::format("P{}", place);
}

bool is_place_code(const std::string& text) {
    return text.starts_with('P') || text.starts_with('p');
}

std::int64_t place_from(const std::string& text) {
    return number_from(is_place_code(text) ? std::string_view(text).substr(1) : "", text, "place, such as P3");
}

std::int64_t release_from(const std::string& text) {
    return number_from(text, text, "release, such as 3");
}

std::string state_of(const archive::Release& r) {
    if (r.state == "failed") return "failed";
    const auto words = order_in_words(r.takedown_due, r.takedown_done);
    if (r.state == "written") return words;
    return r.takedown_due.empty() ? "being written" : "being written, " + words;
}

std::string state_of(const archive::Place& p) {
    return order_in_words(p.takedown_due, p.takedown_done);
}

std::vector<Order> open_orders(const archive::Archive& archive, const std::vector<archive::Release>& releases,
                               const std::vector<archive::Place>& places) {
    const auto now = today();
    std::vector<Order> orders;
    for (const auto& p : places)
        if (!p.takedown_due.empty() && p.takedown_done.empty())
            orders.push_back(
                {place_code(p.id), p.clip, p.destination, p.address, p.takedown_due, p.takedown_due < now});
    for (const auto& r : releases)
        if (!r.takedown_due.empty() && r.takedown_done.empty() && r.state != "failed")
            orders.push_back({fmt::format("{}", r.id), r.clip, r.destination, where_is(archive, r), r.takedown_due,
                              r.takedown_due < now});
    std::stable_sort(orders.begin(), orders.end(), [](const Order& a, const Order& b) { return a.due < b.due; });
    return orders;
}

void print_orders(const std::vector<Order>& orders, const std::string& when_empty) {
    Table table{{"TAKE DOWN BY", "ID", "CLIP", "DESTINATION", "WHERE"}, {}};
    for (const auto& o : orders)
        table.rows.push_back({o.due + (o.overdue ? " OVERDUE" : ""), o.id, o.clip, o.destination, o.where});
    print_table(table, when_empty);
}

Json as_json(const Order& o) {
    return {{"id", o.id},       {"clip", o.clip}, {"destination", o.destination},
            {"where", o.where}, {"due", o.due},   {"overdue", o.overdue}};
}

}  // namespace counterclip::cli
