#include "cli/redaction_words.h"

#include <fmt/format.h>

#include "cli/records_json.h"

namespace counterclip::cli {

Json as_json(const archive::Redaction& r) {
    return {{"id", r.id},
            {"interview", r.interview},
            {"recording_id", r.recording},
            {"range", as_json(r.range)},
            {"why", to_string(r.why)},
            {"how", to_string(r.how)},
            {"hides_picture", r.hides_picture},
            {"replacement", r.replacement},
            {"reason", r.reason},
            {"by", r.by},
            {"at", r.at},
            {"removed_by", r.removed_by},
            {"removed_at", r.removed_at},
            {"removed_reason", r.removed_reason}};
}

void print_redactions(const archive::Archive& archive, const std::vector<archive::Redaction>& redactions,
                      const std::string& when_empty) {
    Table table{{"ID", "RECORDING", "RANGE", "WHY", "HOW", "PICTURE", "REASON", "BY", "TAKEN BACK"}, {}};
    for (const auto& r : redactions)
        table.rows.push_back(
            {fmt::format("{}", r.id), fmt::format("{}", archive.recording(r.recording).position), format_range(r.range),
             to_string(r.why), to_string(r.how), r.hides_picture ? "hidden" : "-", harmless(r.reason), r.by,
             r.removed_by.empty() ? "-" : fmt::format("{} {}", r.removed_by, r.removed_at.substr(0, 10))});
    print_table(table, when_empty);
}

}  // namespace counterclip::cli
