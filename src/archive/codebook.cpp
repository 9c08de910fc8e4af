#include "archive/codebook.h"

#include <algorithm>
#include <functional>
#include <map>
#include <numeric>
#include <set>

#include <fmt/format.h>

#include "captions/names.h"
#include "core/error.h"

namespace counterclip::archive {

namespace {

[[noreturn]] void refuse(const std::string& tag, std::string_view why) {
    throw Error(fmt::format("tag '{}'", tag), why, ErrorKind::usage);
}

bool is_tag(std::string_view text) {
    constexpr std::size_t longest = 64;
    return !text.empty() && text.size() <= longest && std::ranges::all_of(text, [](unsigned char c) {
        return std::isalnum(c) != 0 || c >= 0x80 || c == '-' || c == '_' || c == '.' || c == '/';
    });
}

std::map<std::string, std::string> parents_of(const std::vector<Code>& codes) {
    std::map<std::string, std::string> parents;
    for (const auto& code : codes) parents[code.tag] = code.parent;
    return parents;
}

void require_root_above(const std::map<std::string, std::string>& parents, const std::string& tag) {
    std::set<std::string> passed;
    for (auto at = tag; !at.empty(); at = parents.at(at))
        if (!passed.insert(at).second) refuse(tag, "it would be its own ancestor");
}

// Levenshtein's, over bytes of folded text: near enough for words.
std::size_t distance(const std::string& a, const std::string& b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        auto diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const auto replaced = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

}  // namespace

std::vector<Code> in_tree_order(std::vector<Code> codes) {
    std::ranges::stable_sort(codes, [](const Code& a, const Code& b) {
        return a.position != b.position ? a.position < b.position : a.tag < b.tag;
    });
    std::set<std::string> tags;
    for (const auto& code : codes) tags.insert(code.tag);
    std::vector<Code> ordered;
    const std::function<void(const std::string&)> add_below = [&](const std::string& parent) {
        for (const auto& code : codes) {
            const bool is_root = code.parent.empty() || !tags.contains(code.parent);
            if (parent.empty() ? !is_root : code.parent != parent) continue;
            ordered.push_back(code);
            if (ordered.size() <= codes.size()) add_below(code.tag);
        }
    };
    add_below({});
    return ordered;
}

int depth_of(const std::vector<Code>& codes, const std::string& tag) {
    const auto parents = parents_of(codes);
    int depth = 0;
    for (auto at = parents.find(tag); at != parents.end() && parents.contains(at->second);
         at = parents.find(at->second))
        ++depth;
    return depth;
}

void require_tree(const std::vector<Code>& codes) {
    const auto parents = parents_of(codes);
    std::set<std::string> seen;
    for (const auto& code : codes) {
        if (!is_tag(code.tag))
            refuse(code.tag, "a tag is one word of letters, digits, '-', '_', '.' or '/', at most 64 bytes");
        if (!seen.insert(code.tag).second) refuse(code.tag, "it is there twice");
        if (!code.parent.empty() && !parents.contains(code.parent))
            refuse(code.tag, fmt::format("its parent '{}' is not in the codebook", code.parent));
        if (code.description.find_first_of("=+@") == 0)
            refuse(code.tag, "its description begins as a formula does; spreadsheets would run it");
    }
    for (const auto& code : codes) require_root_above(parents, code.tag);
}

std::vector<std::string> nearest_tags(const std::vector<Code>& codes, std::string_view tag) {
    const auto meant = captions::folded(tag);
    std::vector<std::pair<std::size_t, std::string>> near;
    for (const auto& code : codes) {
        if (!code.retired_at.empty()) continue;
        const auto known = captions::folded(code.tag);
        const auto apart = distance(meant, known);
        const bool within = meant.size() >= 4 && (known.find(meant) != std::string::npos ||
                                                  (known.size() >= 4 && meant.find(known) != std::string::npos));
        if (within || apart <= std::max<std::size_t>(1, known.size() / 3))
            near.emplace_back(within ? std::min<std::size_t>(apart, 2) : apart, code.tag);
    }
    std::ranges::sort(near);
    std::vector<std::string> tags;
    for (const auto& [apart, known] : near)
        if (tags.size() < 3) tags.push_back(known);
    return tags;
}

}  // namespace counterclip::archive
