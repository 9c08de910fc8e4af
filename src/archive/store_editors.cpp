// Who had a hand in what a clip shows: they cannot approve it (P8).
#include "archive/hands.h"
#include "archive/state.h"

namespace counterclip::archive {

namespace {

// One key is one person, under whatever codes.
constexpr const char* with_same_key = R"sql(
    SELECT code FROM hands
    UNION SELECT o.code FROM hands h JOIN operators p ON p.code = h.code
        JOIN operators o ON o.public_key = p.public_key AND p.public_key <> ''
    ORDER BY 1)sql";

}  // namespace

std::vector<std::string> Archive::editors_of(const std::string& clip) const {
    return state_->read("read who edited", [&] {
        (void)find_clip(state_->db, clip);
        std::vector<std::string> editors;
        auto row = statement(state_->db, std::string(hands_of_clip) + with_same_key, clip);
        while (row.executeStep()) editors.push_back(Columns(row).text());
        return editors;
    });
}

}  // namespace counterclip::archive
