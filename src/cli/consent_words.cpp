#include "cli/consent_words.h"

#include "cli/output.h"

namespace counterclip::cli {

std::vector<std::pair<std::string, std::string>> term_lines(const consent::Terms& t) {
    return {
        {"use", to_string(t.use)},
        {"face", to_string(t.face)},
        {"name", to_string(t.name)},
        {"voice", to_string(t.voice)},
        {"details", to_string(t.details)},
        {"audiences", t.audiences.empty() ? "any" : joined(t.audiences)},
        {"territories", t.territories.empty() ? "any" : joined(t.territories)},
        {"risk note", t.risk_note},
    };
}

}  // namespace counterclip::cli
