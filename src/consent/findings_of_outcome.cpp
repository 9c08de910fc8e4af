#include <fmt/format.h>

#include "consent/findings.h"

namespace counterclip::consent {

namespace {

// "render 3 of clip courage"
std::string named(const Case& c) {
    return fmt::format("render {} of clip {}", c.facts.render->id, c.facts.clip);
}

std::string render_anew(const Case& c) {
    return fmt::format("counterclip render {}", c.facts.clip);
}

constexpr const char* correct_tracks = "correct the tracks and render anew: counterclip faces tracks";

std::string counted(std::optional<std::int64_t> count, std::string_view things) {
    return count ? fmt::format("{} {}", *count, things) : fmt::format("nobody knows how many {}", things);
}

Objections when(bool is_wrong, std::string what, std::string mend) {
    if (!is_wrong) return {};
    return {{std::move(what), std::move(mend)}};
}

}  // namespace

Objections not_rendered(const Case& c) {
    return when(!c.facts.render, fmt::format("clip {} is not rendered", c.facts.clip), render_anew(c));
}

Objections render_stale(const Case& c) {
    if (!c.facts.render) return {};
    const RenderFacts& render = *c.facts.render;
    Objections objections;
    const auto current = current_revisions(c);
    for (const auto& [code, revision] : current) {
        const auto pinned = render.consent_revisions.find(code);
        if (pinned == render.consent_revisions.end())
            objections.push_back({fmt::format("{} pins no consent of interview {}", named(c), code), render_anew(c)});
        else if (pinned->second != revision)
            objections.push_back({fmt::format("{} was made under consent revision {} of interview {}, now it is {}",
                                              named(c), pinned->second, code, revision),
                                  render_anew(c)});
    }
    for (const auto& [code, revision] : render.consent_revisions)
        if (!current.contains(code))
            objections.push_back(
                {fmt::format("{} was made with interview {}, which the clip no longer has", named(c), code),
                 render_anew(c)});
    if (!render.settings_current)
        objections.push_back(
            {named(c) + " was made before the clip, its tracks or its gaps were changed", render_anew(c)});
    return objections;
}

Objections render_changed(const Case& c) {
    if (!c.facts.render) return {};
    return when(!c.facts.render->file_unchanged || c.facts.render->sha256.empty(),
                named(c) + ": the file does not have the SHA-256 that was recorded", render_anew(c));
}

Objections not_verified(const Case& c) {
    if (!c.facts.render) return {};
    const std::string mend = fmt::format("counterclip verify {}", c.facts.clip);
    if (!c.verification()) return {{named(c) + " was not verified, or another file was", mend}};
    return when(!c.facts.render->proof_unchanged,
                named(c) + ": the report or the contact sheet of its verification is missing or was changed", mend);
}

Objections frames_not_as_planned(const Case& c) {
    const VerificationFacts* v = c.verification();
    if (!v) return {};
    return when(!v->frames_as_planned, named(c) + ": the frames are not those of the plan", render_anew(c));
}

Objections streams_foreign(const Case& c) {
    const VerificationFacts* v = c.verification();
    if (!v) return {};
    return when(!v->streams_as_planned, named(c) + ": the file holds streams or packets that were not planned",
                render_anew(c));
}

Objections metadata_left(const Case& c) {
    const VerificationFacts* v = c.verification();
    if (!v) return {};
    if (!v->foreign_tags) return {{named(c) + ": nobody looked for foreign tags", render_anew(c)}};
    return when(!v->foreign_tags->empty(),
                fmt::format("{}: foreign tags: {}", named(c), fmt::join(*v->foreign_tags, ", ")), render_anew(c));
}

namespace {

// What a dubbing track holds is in every render that is made with it.
std::string take_the_sound_out(const Case& c) {
    if (!c.facts.treatments.voice_is_dubbed) return render_anew(c);
    return fmt::format(
        "another dubbing track is needed, which does not hold the recording: counterclip dub import {} FILE --language "
        "LANGUAGE; then render anew: counterclip render {}",
        c.facts.parts.empty() ? "CODE" : c.facts.parts.front().interview, c.facts.clip);
}

}  // namespace

Objections sound_left(const Case& c) {
    const VerificationFacts* v = c.verification();
    const bool is_silent = std::ranges::none_of(c.facts.parts, [](const PartFacts& p) { return p.has_sound; });
    if (!v || is_silent) return {};
    if (!v->sound_left)
        return when(true, named(c) + ": its sound was not listened to",
                    fmt::format("counterclip verify {}", c.facts.clip));
    if (v->sound_left->empty()) return {};
    return when(true,
                fmt::format("{}: sound that had to go is still heard: {}{}", named(c), v->sound_left->front(),
                            v->sound_left->size() > 1 ? fmt::format(" (and {} more)", v->sound_left->size() - 1) : ""),
                take_the_sound_out(c));
}

Objections out_of_sync(const Case& c) {
    const VerificationFacts* v = c.verification();
    if (!v) return {};
    return when(!v->in_sync, named(c) + ": sound and picture are more than a frame apart", render_anew(c));
}

Objections face_not_covered(const Case& c) {
    const VerificationFacts* v = c.verification();
    if (!v) return {};
    return when(
        v->frames_uncovered != 0,
        fmt::format("{}: a face to hide is not covered in {}", named(c), counted(v->frames_uncovered, "frames")),
        correct_tracks);
}

Objections face_found(const Case& c) {
    const VerificationFacts* v = c.verification();
    if (!v) return {};
    return when(
        v->faces_found != 0,
        fmt::format("{}: where faces had to be hidden, {} found", named(c), counted(v->faces_found, "faces are")),
        correct_tracks);
}

}  // namespace counterclip::consent
