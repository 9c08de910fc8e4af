#include "cli/vault_lines.h"

#include <fmt/format.h>

#include "core/error.h"

namespace counterclip::cli {

namespace {

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::string key_of(archive::TermKind kind) {
    return kind == archive::TermKind::other ? "term" : to_string(kind);
}

std::optional<archive::TermKind> kind_of(std::string_view key) {
    for (const auto kind :
         {archive::TermKind::name, archive::TermKind::alias, archive::TermKind::place, archive::TermKind::other})
        if (key_of(kind) == key) return kind;
    return std::nullopt;
}

// False when the line begins with none of the words.
bool take(std::string_view line, VaultLines& lines) {
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) return false;
    const auto key = trimmed(line.substr(0, colon));
    const std::string value(trimmed(line.substr(colon + 1)));
    if (const auto kind = kind_of(key)) {
        const auto arrow = value.find("->");
        archive::ProtectedTerm term{std::string(trimmed(std::string_view(value).substr(0, arrow))), *kind};
        if (arrow != std::string::npos) term.substitute = trimmed(std::string_view(value).substr(arrow + 2));
        lines.terms.push_back(std::move(term));
    } else if (key == "contact") {
        lines.contact = value;
    } else if (key == "note") {
        lines.note = value;
    } else {
        return false;
    }
    return true;
}

}  // namespace

VaultLines read_vault_lines(std::string_view text) {
    VaultLines lines;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const auto end = text.find('\n');
        const auto line = trimmed(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (line.empty() || line.front() == '#' || take(line, lines)) continue;
        throw Error(fmt::format("read line {} for the vault", number),
                    "it begins with none of name:, alias:, place:, term:, contact:, note:", ErrorKind::usage);
    }
    return lines;
}

std::string write_vault_lines(const archive::Identity& identity) {
    std::string text;
    for (const auto& term : identity.terms) {
        text += fmt::format("{}: {}", key_of(term.kind), term.text);
        text += term.substitute.empty() ? "\n" : fmt::format(" -> {}\n", term.substitute);
    }
    if (!identity.contact.empty()) text += fmt::format("contact: {}\n", identity.contact);
    if (!identity.note.empty()) text += fmt::format("note: {}\n", identity.note);
    return text;
}

}  // namespace counterclip::cli
