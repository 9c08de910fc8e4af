#include "clip/plan_texts.h"

#include <algorithm>

#include <nlohmann/json.hpp>

namespace counterclip::clip {

namespace {

using captions::Place;

// Under a sound-only file the card stands as long as its parts are heard.
void add_cards(Plan& plan, const archive::Clip& clip) {
    const auto end = end_of_parts(plan);
    if (plan.preset.still)
        plan.texts.push_back({{Time::zero(), end}, clip.card.empty() ? clip.title : clip.card, Place::card});
    else if (!clip.card.empty())
        plan.texts.push_back({{Time::zero(), plan.card_length}, clip.card, Place::card});
    if (!clip.end_card.empty()) plan.texts.push_back({{end, duration(plan)}, clip.end_card, Place::card});
}

void add_lower_third(Plan& plan, const archive::Clip& clip) {
    if (clip.lower_third.empty() || plan.parts.empty()) return;
    const auto& first = plan.parts.front();
    const Range shown{first.at, first.at + std::min(plan.look.lower_third_length, duration(first.range))};
    plan.texts.push_back({shown, clip.lower_third, Place::lower_third});
}

constexpr Time tick = std::chrono::milliseconds(1);

Time to_tick(Time t) {
    return (t + tick / 2) / tick * tick;
}

}  // namespace

void plan_texts(Plan& plan, const archive::Clip& clip) {
    add_cards(plan, clip);
    add_lower_third(plan, clip);
    if (plan.caption_mode != archive::CaptionMode::burned) return;
    for (const auto& cue : plan.captions) plan.texts.push_back({cue.range, cue.text, Place::caption});
}

bool has_text_track(const Plan& plan) {
    return plan.caption_mode == archive::CaptionMode::inside && !plan.captions.empty();
}

std::vector<media::TimedText> text_track(const Plan& plan) {
    std::vector<Time> edges;
    for (const auto& cue : plan.captions) {
        edges.push_back(to_tick(cue.range.in));
        edges.push_back(to_tick(cue.range.out));
    }
    std::sort(edges.begin(), edges.end());
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    std::vector<media::TimedText> track;
    for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
        std::string said;
        for (const auto& cue : plan.captions)
            if (!cue.text.empty() && to_tick(cue.range.in) <= edges[i] && edges[i + 1] <= to_tick(cue.range.out))
                said += (said.empty() ? "" : "\n") + cue.text;
        if (said.empty()) continue;
        const bool goes_on = !track.empty() && track.back().text == said && track.back().range.out == edges[i] &&
                             std::none_of(plan.captions.begin(), plan.captions.end(),
                                          [&](const auto& cue) { return to_tick(cue.range.in) == edges[i]; });
        if (goes_on)
            track.back().range.out = edges[i + 1];
        else
            track.push_back({{edges[i], edges[i + 1]}, said});
    }
    return track;
}

nlohmann::json texts_as_json(const Plan& plan) {
    nlohmann::json j{
        {"mode", to_string(plan.caption_mode)}, {"language", plan.language}, {"cues", nlohmann::json::array()}};
    if (plan.caption_mode == archive::CaptionMode::none) return j;
    for (const auto& cue : plan.captions) j["cues"].push_back({cue.range.in.count(), cue.range.out.count(), cue.text});
    return j;
}

}  // namespace counterclip::clip
