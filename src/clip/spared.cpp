#include "clip/spared.h"

#include <algorithm>
#include <map>

namespace counterclip::clip {

namespace {

using namespace std::chrono_literals;

constexpr Time guard = 250ms;
constexpr Time shortest = 500ms;

// Roles that are somebody else for certain. Any other word may be a name or a guess.
bool is_somebody_else(const std::string& speaker) {
    return speaker == "interviewer" || speaker == "translator";
}

bool names_speakers(const std::vector<captions::Cue>& cues) {
    return std::any_of(cues.begin(), cues.end(), [](const captions::Cue& cue) { return !cue.speaker.empty(); });
}

// `from` without `away`.
std::vector<Range> without(const std::vector<Range>& from, Range away) {
    std::vector<Range> left;
    for (const Range& r : from) {
        if (!overlaps(r, away)) {
            left.push_back(r);
            continue;
        }
        if (r.in < away.in) left.push_back({r.in, away.in});
        if (away.out < r.out) left.push_back({away.out, r.out});
    }
    return left;
}

std::vector<Range> joined(std::vector<Range> ranges) {
    std::sort(ranges.begin(), ranges.end(), [](Range a, Range b) { return a.in < b.in; });
    std::vector<Range> all;
    for (const Range& r : ranges) {
        if (!all.empty() && r.in <= all.back().out)
            all.back().out = std::max(all.back().out, r.out);
        else
            all.push_back(r);
    }
    return all;
}

}  // namespace

std::vector<Range> spared_stretches(const std::vector<std::vector<captions::Cue>>& transcripts) {
    std::vector<Range> spared;
    for (const auto& cues : transcripts)
        for (const auto& cue : cues)
            if (is_somebody_else(cue.speaker)) spared.push_back({cue.range.in + guard, cue.range.out - guard});
    std::erase_if(spared, [](Range r) { return r.out <= r.in; });
    spared = joined(std::move(spared));
    for (const auto& cues : transcripts)
        for (const auto& cue : cues)
            if (!is_somebody_else(cue.speaker)) spared = without(spared, {cue.range.in - guard, cue.range.out + guard});
    std::erase_if(spared, [](Range r) { return duration(r) < shortest; });
    return spared;
}

std::vector<Range> spared_stretches(const archive::Archive& archive, std::int64_t recording, Range range) {
    std::map<std::string, std::int64_t> latest;  // by language
    for (const auto& transcript : archive.transcripts(archive.recording(recording).interview))
        if (transcript.recording == recording) latest[transcript.language] = transcript.id;
    std::vector<std::vector<captions::Cue>> all;
    for (const auto& [language, id] : latest) {
        auto cues = archive.cues(id);
        if (names_speakers(cues)) all.push_back(std::move(cues));
    }
    std::vector<Range> spared;
    for (const Range& r : spared_stretches(all)) {
        const auto shared = intersection(r, range);
        if (!is_empty(shared)) spared.push_back({shared.in - range.in, shared.out - range.in});
    }
    return spared;
}

}  // namespace counterclip::clip
