#include "archive/analysed.h"

#include <algorithm>

#include "archive/ranges.h"

namespace counterclip::archive {

std::vector<std::string> detector_key(const std::vector<faces::DetectorModel>& models, bool exhaustive) {
    std::vector<std::string> key;
    for (const auto& m : models) key.push_back(m.name + ":" + m.sha256);
    if (exhaustive) key.emplace_back("exhaustive");
    std::sort(key.begin(), key.end());
    return key;
}

bool sees_as_much(const std::vector<std::string>& then, const std::vector<std::string>& now) {
    const auto is_last_resort = [](const std::string& word) { return word.starts_with("cascades:"); };
    const auto is_net = [&](const std::string& word) { return !is_last_resort(word) && word != "exhaustive"; };
    return std::all_of(now.begin(), now.end(), [&](const std::string& one) {
        return std::find(then.begin(), then.end(), one) != then.end() ||
               (is_last_resort(one) && std::any_of(then.begin(), then.end(), is_net));
    });
}

AnalysisState state_of(const std::vector<Range>& wanted, const std::vector<Analysed>& analysed,
                       const std::vector<std::string>& now) {
    std::vector<Range> as_much;
    std::vector<Range> all;
    for (const auto& a : analysed) {
        all.push_back(a.range);
        if (sees_as_much(a.detectors, now)) as_much.push_back(a.range);
    }
    const auto whole = joined(wanted);
    const auto not_known = outside(whole, joined(as_much));
    AnalysisState state;
    state.known = outside(whole, not_known);
    state.missing = outside(whole, joined(all));
    state.weaker = outside(not_known, state.missing);
    return state;
}

}  // namespace counterclip::archive
