#include "clip/caption_layout.h"

#include <algorithm>

#include "captions/layout.h"
#include "captions/measure.h"

namespace counterclip::clip {

namespace {

std::string text_of(const std::vector<Worded>& said) {
    std::string all;
    for (const auto& one : said) all += one.cue.text;
    return all;
}

// Of one stretch: what a caption is made of tells what was done to it.
void lay_out(const std::vector<Worded>& said, const captions::ReadingLimits& limits, std::vector<Worded>& out) {
    std::vector<captions::Cue> cues;
    for (const auto& one : said) cues.push_back(one.cue);
    for (auto& read : captions::for_reading(cues, limits)) {
        Worded caption{std::move(read.cue), false, false, said.front().stretch};
        for (auto n = read.first; n < read.last; ++n) {
            caption.is_redacted |= said[n].is_redacted;
            caption.is_substituted |= said[n].is_substituted;
        }
        out.push_back(std::move(caption));
    }
}

}  // namespace

std::vector<Worded> laid_out(const std::vector<Worded>& said, std::optional<int> line_length) {
    auto limits = captions::limits_for(text_of(said));
    if (line_length) limits.line_length = std::min(limits.line_length, *line_length);
    std::vector<Worded> read;
    for (auto first = said.begin(); first != said.end();) {
        const auto last =
            std::find_if(first, said.end(), [&](const auto& one) { return one.stretch != first->stretch; });
        lay_out({first, last}, limits, read);
        first = last;
    }
    return read;
}

std::vector<Worded> as_read(const std::vector<Worded>& said, archive::CaptionMode mode, const captions::Canvas& canvas,
                            const captions::Look& look) {
    if (mode == archive::CaptionMode::none) return said;
    if (mode != archive::CaptionMode::burned) return laid_out(said);
    return laid_out(said, captions::letters_a_line(text_of(said), canvas, look));
}

}  // namespace counterclip::clip
