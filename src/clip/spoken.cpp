#include "clip/spoken.h"

#include <algorithm>

#include "archive/ranges.h"

namespace counterclip::clip {

Range guarded(Range range, Range limits) {
    return intersection({range.in - guard, range.out + guard}, limits);
}

std::vector<Range> unheard(const std::vector<Range>& heard, const std::vector<captions::Cue>& cues) {
    std::vector<Range> covered;
    for (const auto& cue : cues)
        if (!is_empty(cue.range)) covered.push_back(cue.range);
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
    for (std::size_t n = 0; n < cues.size(); ++n)
        for (const auto& found : terms.all(cues[n].text))
            all.push_back({when_said(cues[n], found.offset, found.length), found, n});
    return all;
}

}  // namespace counterclip::clip
