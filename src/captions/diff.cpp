#include "captions/diff.h"

#include <algorithm>
#include <optional>

#include "captions/lines.h"

namespace counterclip::captions {

namespace {

using Words = std::vector<std::string_view>;

Words words_of(std::string_view text) {
    Words words;
    constexpr std::string_view blanks = " \t\r\n\f\v";
    for (auto at = text.find_first_not_of(blanks); at != std::string_view::npos;) {
        const auto end = std::min(text.find_first_of(blanks, at), text.size());
        words.push_back(text.substr(at, end - at));
        at = text.find_first_not_of(blanks, end);
    }
    return words;
}

void add(std::vector<WordChange>& changes, WordChange::Kind kind, std::string_view word) {
    if (changes.empty() || changes.back().kind != kind) changes.push_back({kind, {}});
    auto& text = changes.back().text;
    text.append(text.empty() ? "" : " ").append(word);
}

// furthest[d][k + d]: how far the old words are used up on diagonal k after d changes.
using Furthest = std::vector<std::vector<int>>;

std::optional<Furthest> walked(const Words& before, const Words& after) {
    constexpr int most = 2000;
    const int n = static_cast<int>(before.size());
    const int m = static_cast<int>(after.size());
    Furthest furthest;
    for (int d = 0; d <= std::min(n + m, most); ++d) {
        std::vector<int> row(static_cast<std::size_t>(2 * d + 1));
        for (int k = -d; k <= d; k += 2) {
            int x = 0;
            if (d > 0) {
                const auto& last = furthest.back();
                const auto at = [&](int diagonal) { return last[static_cast<std::size_t>(diagonal + d - 1)]; };
                const bool down = k == -d || (k != d && at(k - 1) < at(k + 1));
                x = down ? at(k + 1) : at(k - 1) + 1;
            }
            while (x < n && x - k < m && before[static_cast<std::size_t>(x)] == after[static_cast<std::size_t>(x - k)])
                ++x;
            row[static_cast<std::size_t>(k + d)] = x;
            if (x >= n && x - k >= m) {
                furthest.push_back(std::move(row));
                return furthest;
            }
        }
        furthest.push_back(std::move(row));
    }
    return std::nullopt;
}

struct Step {
    WordChange::Kind kind;
    std::string_view word;
};

// The way back from the end of both texts.
std::vector<Step> way_through(const Furthest& furthest, const Words& before, const Words& after) {
    std::vector<Step> steps;
    int x = static_cast<int>(before.size());
    int y = static_cast<int>(after.size());
    const auto take_same = [&](int until_x, int until_y) {
        while (x > until_x && y > until_y) {
            steps.push_back({WordChange::Kind::same, before[static_cast<std::size_t>(--x)]});
            --y;
        }
    };
    for (int d = static_cast<int>(furthest.size()) - 1; d > 0; --d) {
        const auto& last = furthest[static_cast<std::size_t>(d - 1)];
        const int k = x - y;
        const auto at = [&](int diagonal) { return last[static_cast<std::size_t>(diagonal + d - 1)]; };
        const bool down = k == -d || (k != d && at(k - 1) < at(k + 1));
        const int from = down ? k + 1 : k - 1;
        const int from_x = at(from);
        const int from_y = from_x - from;
        take_same(down ? from_x : from_x + 1, down ? from_y + 1 : from_y);
        if (down)
            steps.push_back({WordChange::Kind::added, after[static_cast<std::size_t>(--y)]});
        else
            steps.push_back({WordChange::Kind::removed, before[static_cast<std::size_t>(--x)]});
    }
    take_same(0, 0);
    std::ranges::reverse(steps);
    return steps;
}

bool same_words(const Cue& a, const Cue& b) {
    return words_of(a.text) == words_of(b.text);
}

// Indices of the new cue for each old one.
std::vector<std::optional<std::size_t>> pairs(const std::vector<Cue>& before, const std::vector<Cue>& after) {
    std::vector<std::optional<std::size_t>> partner(before.size());
    std::vector<bool> taken(after.size(), false);
    std::size_t since = 0;
    Time longest{};
    for (const auto& cue : after) longest = std::max(longest, duration(cue.range));
    for (std::size_t n = 0; n < before.size(); ++n) {
        const auto& old = before[n];
        while (since < after.size() && after[since].range.in + longest <= old.range.in) ++since;
        Time best{};
        for (std::size_t m = since; m < after.size() && after[m].range.in < old.range.out; ++m) {
            const auto shared = duration(intersection(old.range, after[m].range));
            const auto shorter = std::min(duration(old.range), duration(after[m].range));
            if (taken[m] || shared * 2 < shorter || shared <= Time{}) continue;
            const auto worth = same_words(old, after[m]) ? shared * 4 : shared;
            if (worth <= best) continue;
            best = worth;
            partner[n] = m;
        }
        if (partner[n]) taken[*partner[n]] = true;
    }
    return partner;
}

std::optional<CueChange> change_of(const std::vector<Cue>& before, std::size_t n, const std::vector<Cue>& after,
                                   std::size_t m) {
    constexpr Time noticed = std::chrono::milliseconds(100);
    const auto& a = before[n];
    const auto& b = after[m];
    const auto apart = [&](Time x, Time y) { return x - y >= noticed || y - x >= noticed; };
    CueChange change{CueChange::Kind::changed, n, m};
    change.time = apart(a.range.in, b.range.in) || apart(a.range.out, b.range.out);
    change.speaker = a.speaker != b.speaker;
    change.text = !same_words(a, b);
    if (change.text) change.words = word_changes(a.text, b.text);
    if (!change.time && !change.speaker && !change.text) return std::nullopt;
    return change;
}

}  // namespace

std::vector<WordChange> word_changes(std::string_view before, std::string_view after) {
    const auto old_words = words_of(before);
    const auto new_words = words_of(after);
    std::vector<WordChange> changes;
    if (const auto furthest = walked(old_words, new_words)) {
        for (const auto& step : way_through(*furthest, old_words, new_words)) add(changes, step.kind, step.word);
        return changes;
    }
    for (const auto word : old_words) add(changes, WordChange::Kind::removed, word);
    for (const auto word : new_words) add(changes, WordChange::Kind::added, word);
    return changes;
}

std::vector<CueChange> changes(const std::vector<Cue>& before, const std::vector<Cue>& after) {
    std::vector<CueChange> all;
    std::vector<bool> known(after.size(), false);
    const auto partner = pairs(before, after);
    for (std::size_t n = 0; n < before.size(); ++n) {
        if (!partner[n]) {
            all.push_back({CueChange::Kind::removed, n, 0});
            continue;
        }
        known[*partner[n]] = true;
        if (auto change = change_of(before, n, after, *partner[n])) all.push_back(std::move(*change));
    }
    for (std::size_t m = 0; m < after.size(); ++m)
        if (!known[m]) all.push_back({CueChange::Kind::added, 0, m});
    std::ranges::stable_sort(all, {}, [&](const CueChange& c) {
        return c.kind == CueChange::Kind::added ? after[c.after].range.in : before[c.before].range.in;
    });
    return all;
}

}  // namespace counterclip::captions
