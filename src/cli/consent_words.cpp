#include "cli/consent_words.h"

#include <fmt/format.h>

#include "cli/output.h"
#include "consent/scope.h"

namespace counterclip::cli {

namespace {

std::string any_or(const std::vector<std::string>& words) {
    return words.empty() ? "any" : joined(words);
}

std::string short_terms(const consent::Terms& t) {
    return fmt::format("use {}, face {}, name {}, voice {}, details {}", to_string(t.use), to_string(t.face),
                       to_string(t.name), to_string(t.voice), to_string(t.details));
}

}  // namespace

std::vector<std::pair<std::string, std::string>> term_lines(const consent::Terms& t) {
    return {
        {"use", to_string(t.use)},
        {"face", to_string(t.face)},
        {"name", to_string(t.name)},
        {"voice", to_string(t.voice)},
        {"details", to_string(t.details)},
        {"audiences", any_or(t.audiences)},
        {"territories", any_or(t.territories)},
        {"languages", any_or(t.languages)},
        {"until", t.until.empty() ? "without end" : t.until},
        {"risk", to_string(t.risk)},
        {"risk note", t.risk_note},
    };
}

std::vector<std::pair<std::string, std::string>> own_lines(const consent::Terms& own, const consent::Terms& all) {
    auto lines = term_lines(own);
    const auto general = term_lines(all);
    std::erase_if(lines,
                  [&](const auto& line) { return std::find(general.begin(), general.end(), line) != general.end(); });
    return lines;
}

std::string preferences_in_words(const std::vector<consent::Preference>& preferences) {
    std::vector<std::string> words;
    for (const auto p : preferences) words.push_back(to_string(p));
    return joined(words);
}

std::string evidence_in_words(const archive::Archive& archive, const consent::Evidence& e) {
    switch (e.method) {
        case consent::Method::verbal_on_recording:
            return fmt::format("verbal, on recording {} at {}", archive.recording(e.recording).position,
                               e.range ? format_range(*e.range) : "?");
        case consent::Method::verbal_before_witnesses:
            return "verbal, before " + joined(e.witnesses);
        case consent::Method::written:
            return "written, document SHA-256 " + e.document_sha256;
        case consent::Method::none:
            break;
    }
    return "none";
}

std::string consent_in_words(const std::optional<consent::Revision>& latest, const std::string& today) {
    if (!latest) return "none recorded";
    if (latest->withdrawn) return "WITHDRAWN";
    const auto& t = latest->terms;
    std::string words = short_terms(t);
    for (const auto& [purpose, own] : latest->purposes) {
        words += fmt::format("; {}:", to_string(purpose));
        for (const auto& [term, says] : own_lines(own, t))
            if (term != "risk note") words += fmt::format(" {} {}", term, says);
    }
    if (!consent::has_evidence(latest->evidence)) words += "; NO EVIDENCE";
    if (consent::is_over(t.until, today)) return fmt::format("ENDED on {}; {}", t.until, words);
    return t.until.empty() ? words : fmt::format("{}; until {}", words, t.until);
}

}  // namespace counterclip::cli
