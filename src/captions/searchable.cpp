#include "captions/searchable.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "captions/folding.h"
#include "core/error.h"
#include "core/utf8.h"

namespace counterclip::captions {

namespace {

// The words of an unquoted or quoted stretch of a query; a star right behind the last lets it go on.
void add_wanted(std::string_view stretch, bool is_phrase, std::vector<Wanted>& wanted) {
    const auto words = words_in(stretch);
    Wanted phrase;
    for (const auto& word : words) {
        const bool begins = stretch.substr(word.last).starts_with('*');
        phrase.words.push_back(word.folded);
        phrase.begins = begins;
        // Without quotes words may stand apart; what one character string splits into ("al-Shami") stands together.
        const bool goes_on = is_phrase || (word.last < stretch.size() && stretch[word.last] != ' ' && !begins);
        if (goes_on && &word != &words.back()) continue;
        wanted.push_back(std::move(phrase));
        phrase = {};
    }
}

bool is_word(const FoundWord& found, const std::string& wanted, bool begins, bool first) {
    const auto matches = [&](const std::string& word) {
        return begins ? found.folded.starts_with(word) : found.folded == word;
    };
    if (!first) return matches(wanted);
    return std::ranges::any_of(with_arabic_prefixes(wanted), matches);
}

bool stands_at(const std::vector<FoundWord>& words, std::size_t at, const Wanted& wanted) {
    if (words.size() - at < wanted.words.size()) return false;
    for (std::size_t n = 0; n < wanted.words.size(); ++n)
        if (!is_word(words[at + n], wanted.words[n], wanted.begins && n + 1 == wanted.words.size(), n == 0))
            return false;
    return true;
}

}  // namespace

std::vector<FoundWord> words_in(std::string_view text) {
    std::vector<FoundWord> words;
    bool joins = false;
    for (const Folded& f : fold(text)) {
        if (is_word_sign(f.sign)) {
            const bool alone = is_of_unspaced_script(f.sign);
            if (!joins || alone) words.push_back({"", f.first, f.last});
            append(words.back().folded, f.sign);
            words.back().last = f.last;
            joins = !alone;
        } else if (!is_apostrophe(f.sign)) {
            joins = false;
        }
    }
    return words;
}

std::string searchable(std::string_view text) {
    std::string out;
    for (const auto& word : words_in(text)) out.append(out.empty() ? "" : " ").append(word.folded);
    return out;
}

std::vector<Wanted> wanted_from(std::string_view query) {
    std::vector<Wanted> wanted;
    bool quoted = false;
    for (auto rest = query;; quoted = !quoted) {
        const auto quote = rest.find('"');
        add_wanted(rest.substr(0, quote), quoted, wanted);
        if (quote == std::string_view::npos) break;
        rest.remove_prefix(quote + 1);
    }
    if (wanted.empty()) throw Error(fmt::format("search for '{}'", query), "there is no word in it", ErrorKind::usage);
    return wanted;
}

std::vector<std::string> with_arabic_prefixes(const std::string& folded) {
    constexpr std::array prefixes{"ال", "و", "ب", "ل", "ف", "ك", "وال", "بال", "فال", "كال", "لل", "ولل", "وب", "ول"};
    std::size_t at = 0;
    std::vector<std::string> spellings{folded};
    if (folded.empty() || !is_arabic(next_code_point(folded, at))) return spellings;
    for (const auto* prefix : prefixes) spellings.push_back(prefix + folded);
    return spellings;
}

std::vector<Span> spans_of(std::string_view text, const std::vector<Wanted>& wanted) {
    const auto words = words_in(text);
    std::vector<Span> spans;
    for (std::size_t at = 0; at < words.size(); ++at)
        for (const auto& one : wanted)
            if (stands_at(words, at, one)) spans.push_back({words[at].first, words[at + one.words.size() - 1].last});
    std::ranges::sort(spans, {}, &Span::first);
    std::vector<Span> apart;
    for (const auto& span : spans) {
        if (!apart.empty() && span.first <= apart.back().last)
            apart.back().last = std::max(apart.back().last, span.last);
        else
            apart.push_back(span);
    }
    return apart;
}

}  // namespace counterclip::captions
