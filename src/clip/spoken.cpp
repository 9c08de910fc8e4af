#include "clip/spoken.h"

#include <algorithm>

#include <unicode/uchar.h>

#include "archive/ranges.h"
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

std::vector<Said> said(const std::vector<captions::Cue>& cues, const captions::TermSet& terms) {
    std::vector<Said> all;
    std::vector<std::string_view> every_text;
    for (const auto& cue : cues) every_text.emplace_back(cue.text);
    const auto capitals = captions::capitals_in(every_text);
    for (std::size_t n = 0; n < cues.size(); ++n)
        for (const auto& found : in_cue(terms, cues[n].text, capitals))
            all.push_back({when_said(cues[n], found.offset, found.length), found, n});
    for (std::size_t first = 0; first + 1 < cues.size(); ++first) {
        std::vector<std::string_view> texts{cues[first].text};
        for (std::size_t last = first + 1; last < cues.size() && texts.size() < captions::most_texts_of_a_name;
             ++last) {
            texts.emplace_back(cues[last].text);
            for (const auto& found : captions::across(terms, texts)) {
                const auto left = cues[first].text.size() - found.begins;
                const auto begins = when_said(cues[first], found.begins, left);
                const auto ends = when_said(cues[last], 0, found.ends);
                all.push_back({{begins.in, std::max(begins.out, ends.out)},
                               {found.begins, left, found.term, 0, 0, captions::Likeness::exact},
                               first});
            }
        }
    }
    return all;
}

}  // namespace counterclip::clip
