#include "clip/deeds.h"

#include <fmt/format.h>

#include <set>

namespace counterclip::clip {

namespace {

bool is_seen(const std::vector<faces::Track>& tracks, Range range) {
    return std::any_of(tracks.begin(), tracks.end(), [&](const faces::Track& track) {
        return std::any_of(track.sightings.begin(), track.sightings.end(),
                           [&](const auto& sighting) { return contains(range, sighting.pts); });
    });
}

std::set<std::string> roles_seen(const Plan& plan) {
    std::set<std::string> roles;
    for (const auto& part : plan.parts)
        for (const auto& track : part.faces_shown)
            if (is_seen({track}, part.range)) roles.insert(faces::to_string(track.label));
    return roles;
}

template <class Holds>
bool any_part(const Plan& plan, Holds holds) {
    return std::any_of(plan.parts.begin(), plan.parts.end(), holds);
}

std::string face_in_words(const Plan& plan) {
    if (!any_part(plan, [](const PlannedPart& p) { return p.has_picture; })) return "no picture";
    const auto hidden = fmt::format("hidden ({})", faces::to_string(plan.obscure.style));
    // One that is near a part is hidden into it: that counts as hidden, not as nobody.
    const bool hides = any_part(plan, [](const PlannedPart& p) { return !p.faces_to_hide.empty(); });
    const auto roles = roles_seen(plan);
    if (roles.empty()) return hides ? hidden : "none seen";
    const auto shown = fmt::format("shown by consent: {}", fmt::join(roles, ", "));
    return hides ? fmt::format("{}; others {}", shown, hidden) : shown;
}

}  // namespace

std::vector<std::string> people_shown(const Plan& plan) {
    std::set<std::string> people;
    for (const auto& part : plan.parts)
        for (const auto& track : part.faces_shown)
            people.insert(fmt::format("{}/{}", part.interview, faces::to_string(track.label)));
    return {people.begin(), people.end()};
}

std::map<std::string, std::string> deeds_in_words(const Plan& plan) {
    std::map<std::string, std::string> deeds{{"face", face_in_words(plan)}};
    if (any_part(plan, [](const PlannedPart& p) { return !p.redactions.empty(); }))
        deeds["details"] = "left out of the sound";
    if (any_part(plan, [](const PlannedPart& p) { return !p.regions.empty(); })) deeds["regions"] = "hidden";
    return deeds;
}

}  // namespace counterclip::clip
