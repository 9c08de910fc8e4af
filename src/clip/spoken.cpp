#include "clip/spoken.h"

#include <algorithm>

#include <unicode/uchar.h>

#include "archive/ranges.h"
#include "captions/fillers.h"
#include "core/utf8.h"

namespace counterclip::clip {

Range guarded(Range range, Range limits) {
    return intersection({range.in - guard, range.out + guard}, limits);
}

namespace {

// Letters outside brackets: "[Music]", "(speaks Arabic)" and a note sign tell nothing of what is said.
std::int64_t letters_said(std::string_view text) {
    std::int64_t letters = 0;
    int depth = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = next_code_point(text, at);
        if (c == U'[' || c == U'(') ++depth;
        if (c == U']' || c == U')') depth = std::max(0, depth - 1);
        if (depth == 0 && u_isalnum(static_cast<UChar32>(c))) ++letters;
    }
    return letters;
}

// No longer than it takes to say the words slowly: a cue that stands over minutes says little of what is in them.
Range covered_by(const captions::Cue& cue) {
    const auto letters = letters_said(cue.text);
    if (letters == 0) return {cue.range.in, cue.range.in};
    return {cue.range.in, std::min(cue.range.out, cue.range.in + 2s + letters * 400ms)};
}

// Captions are read one by one and say the pseudonym there, where all of them together tell that it is hardly the name:
// what is replaced in a caption is at least looked at in the sound.
std::vector<captions::Found> in_cue(const captions::TermSet& terms, const std::string& text,
                                    captions::Capitals capitals) {
    auto found = terms.all(text, capitals);
    for (auto replaced : terms.exact(text)) {
        const auto overlaps = [&](const captions::Found& f) {
            return f.offset < replaced.offset + replaced.length && replaced.offset < f.offset + f.length;
        };
        if (std::ranges::any_of(found, overlaps)) continue;
        replaced.likeness = captions::Likeness::near;
        found.push_back(replaced);
    }
    std::ranges::sort(found, {}, &captions::Found::offset);
    return found;
}

}  // namespace

std::vector<Range> unheard(const std::vector<Range>& heard, const std::vector<captions::Cue>& cues) {
    std::vector<Range> covered;
    for (const auto& cue : cues)
        if (const auto said = covered_by(cue); !is_empty(said)) covered.push_back(said);
    auto left = archive::outside(archive::joined(heard), archive::joined(std::move(covered)));
    std::erase_if(left, [](Range r) { return duration(r) <= shortest_unheard; });
    return left;
}

Range when_said(const captions::Cue& cue, std::size_t offset, std::size_t length) {
    Range said{Time::max(), Time::min()};
    for (const auto& word : cue.words)
        if (word.first < offset + length && offset < word.first + word.length)
            said = {std::min(said.in, word.range.in), std::max(said.out, word.range.out)};
    return is_empty(said) ? cue.range : said;
}

Range around(Range range) {
    constexpr Time enough = 2min;
    return {range.in - enough, range.out + enough};
}

namespace {

Said spread_name(const std::vector<captions::Cue>& cues, std::size_t first, std::size_t last,
                 const captions::Across& found) {
    Said one;
    one.cue = first;
    one.found.offset = found.begins;
    one.found.length = cues[first].text.size() - found.begins;
    one.found.term = found.term;
    for (std::size_t n = first; n <= last; ++n) {
        if (captions::is_only_filler(cues[n].text)) continue;
        const std::size_t begins = n == first ? found.begins : 0;
        const std::size_t ends = n == last ? found.ends : cues[n].text.size();
        one.pieces.push_back({when_said(cues[n], begins, ends - begins), begins, ends - begins, n});
    }
    one.range = one.pieces.front().range;
    for (const auto& piece : one.pieces)
        one.range = {std::min(one.range.in, piece.range.in), std::max(one.range.out, piece.range.out)};
    return one;
}

std::vector<Said> spread_over(const std::vector<captions::Cue>& cues, const std::vector<std::string_view>& texts,
                              const captions::TermSet& terms) {
    std::vector<Said> all;
    for (std::size_t first = 0; first + 1 < cues.size(); ++first)
        for (const auto last : captions::possible_ends(texts, first))
            for (const auto& found : captions::across(terms, std::span(texts).subspan(first, last - first + 1)))
                all.push_back(spread_name(cues, first, last, found));
    return all;
}

bool is_piece_of_any(const Said& one, const std::vector<Said>& spread) {
    if (one.found.likeness == captions::Likeness::exact) return false;
    const auto covers = [&](const Said::Piece& piece) {
        return piece.cue == one.cue && piece.offset <= one.found.offset &&
               one.found.offset + one.found.length <= piece.offset + piece.length;
    };
    return std::ranges::any_of(spread, [&](const Said& name) { return std::ranges::any_of(name.pieces, covers); });
}

}  // namespace

std::vector<Said> said(const std::vector<captions::Cue>& cues, const captions::TermSet& terms) {
    std::vector<Said> all;
    std::vector<std::string_view> every_text;
    for (const auto& cue : cues) every_text.emplace_back(cue.text);
    const auto capitals = captions::capitals_in(every_text);
    for (std::size_t n = 0; n < cues.size(); ++n)
        for (const auto& found : in_cue(terms, cues[n].text, capitals))
            all.push_back({when_said(cues[n], found.offset, found.length), found, n});
    const auto spread = spread_over(cues, every_text, terms);
    std::erase_if(all, [&](const Said& one) { return is_piece_of_any(one, spread); });
    all.insert(all.end(), spread.begin(), spread.end());
    return all;
}

}  // namespace counterclip::clip
