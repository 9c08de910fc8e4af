#include "captions/layout.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <fmt/format.h>
#include <unicode/uchar.h>

#include "captions/lines.h"
#include "core/error.h"
#include "core/utf8.h"

namespace counterclip::captions {

namespace {

using namespace std::chrono_literals;

constexpr Time no_pause = 500ms;  // between two cues that may be one

struct Piece {
    std::string text;
    int length = 0;  // characters
    bool ends_sentence = false;
    bool ends_clause = false;
    bool right_to_left = false;
};

bool ends_with_any(std::string_view word, std::u32string_view marks) {
    char32_t last = 0;
    for (std::size_t at = 0; at < word.size();) {
        const char32_t c = next_code_point(word, at);
        if (c != U'"' && c != U'\'' && c != U'”' && c != U'»' && c != U')') last = c;
    }
    return marks.find(last) != std::u32string_view::npos;
}

bool runs_right_to_left(std::string_view word) {
    for (std::size_t at = 0; at < word.size();) {
        const auto direction = u_charDirection(static_cast<UChar32>(next_code_point(word, at)));
        if (direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC) return true;
        if (direction == U_LEFT_TO_RIGHT) return false;
    }
    return false;
}

std::vector<Piece> words_of(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    std::vector<Piece> words;
    while (true) {
        const auto first = text.find_first_not_of(blanks);
        if (first == std::string_view::npos) return words;
        const auto last = std::min(text.find_first_of(blanks, first), text.size());
        Piece word;
        word.text = text.substr(first, last - first);
        word.length = characters(word.text);
        word.ends_sentence = ends_with_any(word.text, U".!?…؟。！？");
        word.ends_clause = word.ends_sentence || ends_with_any(word.text, U",;:،؛–—、，");
        word.right_to_left = runs_right_to_left(word.text);
        words.push_back(std::move(word));
        text.remove_prefix(last);
    }
}

using Words = std::vector<Piece>;

int length_of(const Words& words, std::size_t first, std::size_t last) {
    int length = static_cast<int>(last - first) - 1;
    for (std::size_t n = first; n < last; ++n) length += words[n].length;
    return length;
}

std::string text_of(const Words& words, std::size_t first, std::size_t last) {
    std::string text;
    for (std::size_t n = first; n < last; ++n) text.append(n == first ? "" : " ").append(words[n].text);
    return text;
}

bool runs_mostly_right_to_left(const Words& words) {
    const auto count = std::ranges::count_if(words, &Piece::right_to_left);
    return 2 * count > static_cast<std::ptrdiff_t>(words.size());
}

// Whether words[at] and the one before it run against the rest: a name in letters of another script.
bool is_within_other_direction(const Words& words, std::size_t at, bool mostly_right_to_left) {
    return words[at - 1].right_to_left != mostly_right_to_left && words[at].right_to_left != mostly_right_to_left;
}

// What it costs, in characters, to end a line before words[at].
double cost_of_break(const Words& words, std::size_t at, bool mostly_right_to_left) {
    constexpr double after_sentence = -8, after_clause = -5, within_other_direction = 40, after_short_word = 3;
    const Piece& before = words[at - 1];
    double cost = before.ends_sentence ? after_sentence : before.ends_clause ? after_clause : 0;
    // "in the", "و": a short word belongs to the one behind it.
    if (!before.ends_clause && before.length <= 3) cost += after_short_word;
    if (is_within_other_direction(words, at, mostly_right_to_left)) cost += within_other_direction;
    return cost;
}

// Where the words are best parted into `count` lines: first by what does not fit, then by how uneven they are.
std::vector<std::size_t> best_breaks(const Words& words, int count, int line_length) {
    struct Best {
        double cost = std::numeric_limits<double>::infinity();
        std::size_t from = 0;
    };
    const bool right_to_left = runs_mostly_right_to_left(words);
    const double even = static_cast<double>(length_of(words, 0, words.size())) / count;
    const std::size_t all = words.size();
    std::vector<std::vector<Best>> best(static_cast<std::size_t>(count) + 1, std::vector<Best>(all + 1));
    best[0][0].cost = 0;
    for (std::size_t line = 1; line <= static_cast<std::size_t>(count); ++line)
        for (std::size_t to = 1; to <= all; ++to)
            for (std::size_t from = 0; from < to; ++from) {
                const double before = best[line - 1][from].cost;
                if (!std::isfinite(before)) continue;
                const int length = length_of(words, from, to);
                const double over = std::max(0, length - line_length);
                const double uneven = std::abs(length - even);
                const double cost =
                    before + 1000 * over + uneven + (from > 0 ? cost_of_break(words, from, right_to_left) : 0);
                if (cost < best[line][to].cost) best[line][to] = {cost, from};
            }
    std::vector<std::size_t> breaks;
    std::size_t to = all;
    for (auto line = static_cast<std::size_t>(count); line > 1; --line) {
        to = best[line][to].from;
        breaks.insert(breaks.begin(), to);
    }
    return breaks;
}

bool fits(std::string_view text, const ReadingLimits& limits) {
    const auto lines = lines_of(text);
    return static_cast<int>(lines.size()) <= limits.lines &&
           std::ranges::all_of(lines, [&](auto line) { return characters(line) <= limits.line_length; });
}

// Each line begins with a dash: two people answer each other.
bool is_dialogue(std::string_view text) {
    const auto lines = lines_of(text);
    return lines.size() > 1 && std::ranges::all_of(lines, [](std::string_view line) {
               return line.starts_with("-") || line.starts_with("–") || line.starts_with("—");
           });
}

// As few lines as hold the words; words that no number of lines holds are as many lines as there are words.
int lines_needed(const Words& words, int line_length) {
    int lines = 1;
    int length = -1;
    for (const Piece& word : words) {
        if (length >= 0 && length + 1 + word.length > line_length) {
            ++lines;
            length = -1;
        }
        length += 1 + word.length;
    }
    return lines;
}

std::string broken(const Words& words, int line_length) {
    const int count = lines_needed(words, line_length);
    std::string text;
    std::size_t first = 0;
    auto breaks = best_breaks(words, count, line_length);
    breaks.push_back(words.size());
    for (const std::size_t last : breaks) {
        text.append(first == 0 ? "" : "\n").append(text_of(words, first, last));
        first = last;
    }
    return text;
}

Cue piece_of(const Cue& cue, const Words& words, std::size_t first, std::size_t last) {
    const double all = std::max(1, length_of(words, 0, words.size()));
    const auto at = [&](std::size_t word) {
        if (word == 0) return cue.range.in;
        if (word == words.size()) return cue.range.out;
        const double share = (length_of(words, 0, word) + 1) / all;
        return cue.range.in + Time(std::llround(static_cast<double>(duration(cue.range).count()) * share));
    };
    return {{at(first), at(last)}, text_of(words, first, last), cue.speaker, {}};
}

// The place to part words in two that are about as long, rather at the end of a sentence or clause.
std::size_t middle_of(const Words& words) {
    constexpr double worth_of_sentence = 0.25, worth_of_clause = 0.15, cost_in_a_name = 0.5;  // of the length
    const bool right_to_left = runs_mostly_right_to_left(words);
    const double all = length_of(words, 0, words.size());
    std::size_t best = words.size() / 2;
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t at = 1; at < words.size(); ++at) {
        const double off = std::abs(length_of(words, 0, at) - all / 2) / all;
        const double cost = off -
                            (words[at - 1].ends_sentence ? worth_of_sentence
                             : words[at - 1].ends_clause ? worth_of_clause
                                                         : 0) +
                            (is_within_other_direction(words, at, right_to_left) ? cost_in_a_name : 0);
        if (cost < least) {
            least = cost;
            best = at;
        }
    }
    return best;
}

void split_for_reading(const ForReading& one, const ReadingLimits& limits, std::vector<ForReading>& out) {
    const Cue& cue = one.cue;
    const auto words = words_of(cue.text);
    const bool is_too_much = lines_needed(words, limits.line_length) > limits.lines;
    const bool is_too_long = duration(cue.range) > limits.longest;
    if (words.size() < 2 || !(is_too_much || is_too_long) || duration(cue.range) < 2 * limits.shortest ||
        is_dialogue(cue.text)) {
        out.push_back(one);
        out.back().cue.words.clear();
        return;
    }
    const auto at = middle_of(words);
    split_for_reading({piece_of(cue, words, 0, at), one.first, one.last}, limits, out);
    split_for_reading({piece_of(cue, words, at, words.size()), one.first, one.last}, limits, out);
}

bool may_join(const Cue& one, const Cue& next, const ReadingLimits& limits) {
    const Time between = next.range.in - one.range.out;
    if (one.speaker != next.speaker || between < Time{} || between > no_pause) return false;
    if (is_dialogue(one.text) || is_dialogue(next.text)) return false;
    if (next.range.out - one.range.in > limits.longest) return false;
    return lines_needed(words_of(one.text + " " + next.text), limits.line_length) <= limits.lines;
}

Cue joined(const Cue& one, const Cue& next) {
    return {{one.range.in, next.range.out}, one.text + " " + next.text, one.speaker, {}};
}

}  // namespace

std::string in_lines(std::string_view text, const ReadingLimits& limits) {
    if (fits(text, limits) || is_dialogue(text)) return std::string(text);
    const auto words = words_of(text);
    return words.empty() ? std::string(text) : broken(words, limits.line_length);
}

std::vector<ForReading> for_reading(const std::vector<Cue>& cues, const ReadingLimits& limits) {
    const auto is_short = [&](const Cue& one) { return duration(one.range) < limits.shortest; };
    std::vector<ForReading> joint;
    for (std::size_t n = 0; n < cues.size(); ++n) {
        const auto& cue = cues[n];
        const bool joins =
            !joint.empty() && (is_short(joint.back().cue) || is_short(cue)) && may_join(joint.back().cue, cue, limits);
        if (joins)
            joint.back() = {joined(joint.back().cue, cue), joint.back().first, n + 1};
        else
            joint.push_back({cue, n, n + 1});
    }
    std::vector<ForReading> out;
    for (const auto& one : joint) split_for_reading(one, limits, out);
    for (auto& one : out) one.cue.text = in_lines(one.cue.text, limits);
    return out;
}

std::pair<Cue, Cue> split(const Cue& cue, Time at) {
    const auto refuse = [&](std::string_view why) {
        throw Error(fmt::format("split the cue at {}", format_time(cue.range.in)), why, ErrorKind::usage);
    };
    if (at <= cue.range.in || at >= cue.range.out)
        refuse(fmt::format("{} is not inside of it: it runs from {} to {}", format_time(at), format_time(cue.range.in),
                           format_time(cue.range.out)));
    std::size_t cut = std::string::npos;  // where the second text begins
    if (!cue.words.empty()) {
        for (const auto& word : cue.words)
            if (word.range.in + (word.range.out - word.range.in) / 2 >= at) {
                cut = word.first;
                break;
            }
    } else {
        const double share = seconds(at - cue.range.in) / seconds(duration(cue.range));
        double nearest = 2;
        for (std::size_t n = 1; n < cue.text.size(); ++n) {
            if (cue.text[n - 1] != ' ' && cue.text[n - 1] != '\n') continue;
            const double off = std::abs(static_cast<double>(n) / static_cast<double>(cue.text.size()) - share);
            if (off < nearest) {
                nearest = off;
                cut = n;
            }
        }
    }
    if (cut == std::string::npos || is_blank(std::string_view(cue.text).substr(0, cut)))
        refuse("there is no word on one side of it");
    const auto first = trimmed(std::string_view(cue.text).substr(0, cut));
    std::pair<Cue, Cue> both{{{cue.range.in, at}, std::string(first), cue.speaker, {}},
                             {{at, cue.range.out}, cue.text.substr(cut), cue.speaker, {}}};
    for (auto word : cue.words) {
        auto& half = word.first < cut ? both.first : both.second;
        if (word.first >= cut) word.first -= cut;
        word.range = intersection(word.range, half.range);
        half.words.push_back(word);
    }
    for (auto* half : {&both.first, &both.second})
        if (!std::ranges::all_of(half->words, [&](const Word& w) {
                return w.range.in <= w.range.out && contains(half->range, w.range);
            }))
            half->words.clear();
    return both;
}

Cue merged(const std::vector<Cue>& cues) {
    Cue all = cues.front();
    for (std::size_t n = 1; n < cues.size(); ++n) {
        const auto& cue = cues[n];
        all.text += "\n";
        const std::size_t moved = all.text.size();
        all.text += cue.text;
        all.range = {std::min(all.range.in, cue.range.in), std::max(all.range.out, cue.range.out)};
        if (all.speaker != cue.speaker) all.speaker.clear();
        for (auto word : cue.words) {
            word.first += moved;
            all.words.push_back(word);
        }
    }
    // Times of some words only would say that the others are spoken at no time.
    if (std::ranges::any_of(cues, [](const Cue& cue) { return cue.words.empty(); })) all.words.clear();
    return all;
}

std::vector<std::string> reading_remarks(const std::vector<Cue>& cues) {
    constexpr std::size_t enough = 10;
    const auto troubles = unreadable(cues);
    std::vector<std::string> remarks;
    for (const auto& trouble : troubles) {
        if (remarks.size() == enough) {
            remarks.push_back(fmt::format("captions: {} more remarks", troubles.size() - enough));
            break;
        }
        remarks.push_back(
            trouble.what == Trouble::overlap
                ? fmt::format("the caption at {}: {}", format_time(cues[trouble.cue].range.in), to_string(trouble.what))
                : fmt::format("the caption at {}: {} ({:.3g}; {:.3g} is good)", format_time(cues[trouble.cue].range.in),
                              to_string(trouble.what), trouble.measured, trouble.limit));
    }
    return remarks;
}

}  // namespace counterclip::captions
