#include "clip/plan.h"
#include "clip/spoken.h"

#include "clip/looks.h"
#include "clip/plan_texts.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "clip/plan_sound.h"
#include "clip/plan_words.h"
#include "clip/shape.h"
#include "clip/wording.h"
#include "core/error.h"
#include "core/hash.h"
#include "faces/track_codec.h"
#include "media/probe.h"

namespace counterclip::clip {

using namespace std::chrono_literals;

namespace {

// Raised whenever the same settings give another picture, sound or text: renders made before it are stale.
constexpr int renderer_version = 2;

struct InterviewConsent {
    consent::Requirements subject;
    std::int64_t revision = 0;
    std::vector<faces::Label> allowed{};  // people whose own consent shows their face
    std::vector<faces::Label> shown{};    // of these, the ones the clip shows
};

// Whose face may be seen: only who said so in a consent of their own that still holds.
// Guards and bystanders can be many: one consent for the role cannot speak for each of them, so none is shown.
std::vector<faces::Label> people_shown(const archive::Archive& archive, const std::string& interview,
                                       consent::Use purpose) {
    std::vector<faces::Label> shown;
    const bool minor = archive.interview(interview).minor;
    for (const auto label : {faces::Label::subject, faces::Label::interviewer, faces::Label::translator})
        if (consent::shows_face(archive.latest_consent(interview, faces::to_string(label)), purpose))
            shown.push_back(label);
    if (minor) std::erase(shown, faces::Label::subject);
    return shown;
}

InterviewConsent consent_of(const archive::Archive& archive, const std::string& interview, const archive::Clip& clip) {
    const auto latest = archive.latest_consent(interview);
    const auto purpose = consent::use_from(clip.purpose);
    InterviewConsent agreed{
        consent::requirements(latest, purpose), latest ? latest->id : 0, people_shown(archive, interview, purpose), {}};
    agreed.shown = agreed.allowed;
    if (clip.treatments.hide_faces) std::erase(agreed.shown, faces::Label::subject);
    return agreed;
}

// Pixelation and blur can be undone: they are for faces whose owners allowed them to be seen, never for the others.
void refuse_reversible_style(const Plan& plan, const PlannedPart& part, const InterviewConsent& agreed) {
    if (plan.obscure.style == faces::Style::veil || plan.obscure.style == faces::Style::solid) return;
    for (const auto& track : part.faces_to_hide) {
        if (std::find(agreed.allowed.begin(), agreed.allowed.end(), track.label) != agreed.allowed.end()) continue;
        throw Error(
            fmt::format("plan clip '{}'", plan.clip),
            fmt::format("the style '{}' can be undone and face track {} of {} must be hidden; use veil or solid",
                        faces::to_string(plan.obscure.style), track.id, part.interview),
            ErrorKind::refused);
    }
}

// What must not be heard in the part, on the part's clock (P6).
std::vector<voice::Redaction> redactions(const std::vector<archive::Segment>& segments, const archive::ClipPart& part,
                                         const consent::Requirements& required, voice::Cover cover) {
    std::vector<voice::Redaction> found;
    for (const auto& s : segments) {
        const auto shared = guarded(s.range, part.range);
        if (!is_taken_out(s, required.omit_details) || s.recording != part.recording || is_empty(shared)) continue;
        found.push_back({{shared.in - part.range.in, shared.out - part.range.in}, cover});
    }
    return found;
}

// Analyses as read, one a recording: clips often take several parts from one.
using Analyses = std::map<std::int64_t, faces::Analysis>;

// How far from a part a sighting can still matter to it: twice the hold (which the motion between frames may prolong),
// and what masks look at around each sighting.
constexpr Time reach = 2s;

// From the clip's first part of the recording to its last.
Range shown_of(const archive::Clip& clip, std::int64_t recording) {
    Range shown{Time::max(), Time::min()};
    for (const auto& part : clip.parts)
        if (part.recording == recording)
            shown = {std::min(shown.in, part.range.in), std::max(shown.out, part.range.out)};
    return shown;
}

const faces::Analysis& analysis_of(const PlannedPart& part, const archive::Archive& archive, const archive::Clip& clip,
                                   Analyses& known) {
    const auto found = known.find(part.recording);
    if (found != known.end()) return found->second;
    const auto shown = shown_of(clip, part.recording);
    auto analysis = archive.analysis(part.recording, Range{shown.in - reach, shown.out + reach});
    if (!analysis)
        throw Error(fmt::format("plan clip '{}'", clip.code),
                    fmt::format("recording {} of {} was not analysed for faces; run `counterclip faces analyze {}`",
                                part.recording, part.interview, part.interview));
    return known.emplace(part.recording, std::move(*analysis)).first->second;
}

// Only the tracks that can reach into the part, and of each what is near: a five-hour recording has long ones, and what
// is found or done an hour away says nothing about this clip.
std::vector<faces::Track> tracks_near(const faces::Analysis& analysis, Range range, Time hold) {
    const auto before = [](const faces::Sighting& s, Time t) { return s.pts < t; };
    std::vector<faces::Track> near;
    for (const auto& track : analysis.tracks) {
        const auto& all = track.sightings;
        if (all.empty()) continue;
        const Range seen{all.front().pts - hold, all.back().pts + hold + Time(1)};
        if (!overlaps(seen, range)) continue;
        // One more on each side: should the track have a hole there, both of its ends hide what lies between.
        auto first = std::lower_bound(all.begin(), all.end(), range.in - reach, before);
        auto last = std::lower_bound(first, all.end(), range.out + reach, before);
        if (first != all.begin()) --first;
        if (last != all.end()) ++last;
        near.push_back({track.id, track.label, {first, last}});
    }
    return near;
}

void plan_faces(PlannedPart& part, const faces::Analysis& analysis, const std::vector<faces::Label>& shown) {
    const faces::MaskOptions options;
    // Twice the hold: a hold may be prolonged by the motion between frames.
    const auto tracks = tracks_near(analysis, part.range, 2 * options.hold);
    part.masks =
        std::make_shared<faces::Masks>(tracks, analysis.gaps, analysis.shot_changes, analysis.ranges, options, shown);
    for (const auto& track : tracks) {
        if (track.label == faces::Label::not_a_face) {
            part.faces_deleted.push_back(track);
            continue;
        }
        const bool is_shown = std::find(shown.begin(), shown.end(), track.label) != shown.end();
        (is_shown ? part.faces_shown : part.faces_to_hide).push_back(track);
    }
}

void plan_regions(PlannedPart& part, const std::vector<faces::Region>& regions) {
    for (const auto& region : regions)
        if (overlaps(faces::range_of(region), part.range)) part.regions.push_back(region);
}

void take_shape(Plan& plan) {
    const auto first = std::find_if(plan.parts.begin(), plan.parts.end(), [](const auto& p) { return p.has_picture; });
    const auto shape = shape_of(plan.preset, first == plan.parts.end() ? std::filesystem::path() : first->file);
    plan.width = shape.width;
    plan.height = shape.height;
    plan.sample_aspect = shape.sample_aspect;
    plan.colour = shape.colour;
    plan.frame_rate = shape.frame_rate;
}

bool follows(const Plan& plan, const archive::Clip& clip) {
    return plan.preset.width > 0 && (clip.framing == archive::Framing::follow ||
                                     (clip.framing == archive::Framing::by_preset && plan.preset.follows));
}

void plan_crops(Plan& plan, const archive::Clip& clip, const Analyses& analyses) {
    if (!follows(plan, clip)) return;
    for (auto& part : plan.parts) {
        if (!part.has_picture) continue;
        const auto source = media::probe(part.file).video.front();
        auto tracks = part.faces_to_hide;
        tracks.insert(tracks.end(), part.faces_shown.begin(), part.faces_shown.end());
        part.crop = follow(tracks, part.range, analyses.at(part.recording).shot_changes, source.width, source.height,
                           source.sample_aspect, plan.width, plan.height, plan.sample_aspect);
    }
}

nlohmann::json as_json(Range r) {
    return {r.in.count(), r.out.count()};
}

nlohmann::json as_json(const std::vector<faces::Track>& tracks) {
    auto list = nlohmann::json::array();
    for (const auto& t : tracks) list.push_back({t.id, faces::to_string(t.label), sha256(faces::encode(t.sightings))});
    return list;
}

// Its place over time and its shape; what it is called and who drew it changes nothing in the picture.
nlohmann::json as_json(const faces::Region& region) {
    nlohmann::json j{{"id", region.id}, {"shape", faces::to_string(region.shape)}, {"out", region.out.count()}};
    for (const auto& k : region.keys) j["keys"].push_back({k.pts.count(), k.x, k.y, k.w, k.h, k.angle});
    return j;
}

nlohmann::json as_json(const PlannedPart& part, const archive::Archive& archive, const Analyses& analyses) {
    const auto recording = archive.recording(part.recording);
    nlohmann::json j{{"original", recording.sha256},
                     {"range", as_json(part.range)},
                     {"hidden", as_json(part.faces_to_hide)},
                     {"shown", as_json(part.faces_shown)}};
    for (const auto& region : part.regions) j["regions"].push_back(as_json(region));
    for (const auto& key : part.crop.keys) j["crop"].push_back({key.pts.count(), key.x, key.y, key.jumps});
    if (!part.has_picture) j["no picture"] = true;
    for (const auto& r : part.redactions) j["redactions"].push_back({as_json(r.range), static_cast<int>(r.cover)});
    for (const auto& range : part.hidden_whole) j["hidden whole"].push_back(as_json(range));
    const auto found = analyses.find(part.recording);
    if (found == analyses.end()) return j;
    for (const auto& gap : found->second.gaps)
        if (overlaps(gap.range, part.range) && gap.resolved_by.empty()) j["gaps"].push_back(as_json(gap.range));
    for (const auto& range : found->second.ranges) j["analysed"].push_back(as_json(intersection(range, part.range)));
    for (const auto& shot : found->second.shot_changes)
        if (contains(part.range, shot)) j["shots"].push_back(shot.count());
    return j;
}

nlohmann::json settings(const Plan& plan, const archive::Clip& clip, const archive::Archive& archive,
                        const Analyses& analyses) {
    nlohmann::json j{{"renderer", renderer_version},
                     {"preset", clip.preset},
                     {"size", {plan.width, plan.height}},
                     {"title", clip.title},
                     {"purpose", clip.purpose},
                     {"card", clip.card},
                     {"lower third", clip.lower_third},
                     {"end card", clip.end_card},
                     {"cards", {plan.card_length.count(), plan.end_card_length.count()}},
                     {"look", plan.look.sha256},
                     {"captions", texts_as_json(plan)},
                     {"style", faces::to_string(clip.treatments.style)},
                     {"tone", faces::to_string(clip.treatments.tone)},
                     {"sound", sound_settings(plan, archive)}};
    for (const auto& part : plan.parts) j["parts"].push_back(as_json(part, archive, analyses));
    if (auto wording = wording_sha256(plan); !wording.empty()) j["wording"] = std::move(wording);
    return j;
}

std::string hash_without(nlohmann::json settings, std::initializer_list<const char*> keys) {
    for (const auto* key : keys) settings.erase(key);
    return sha256(settings.dump());
}

// What is not named here as text or sound counts for the pictures: in doubt two clips are rendered apart.
void set_hashes(Plan& plan, const nlohmann::json& settings) {
    plan.settings_sha256 = sha256(settings.dump());
    plan.pictures_sha256 =
        hash_without(settings, {"title", "card", "lower third", "end card", "captions", "wording", "sound"});
    plan.sounds_sha256 = hash_without(settings, {"title", "card", "lower third", "end card", "captions", "wording"});
}

}  // namespace

faces::FrameMask mask_at(const PlannedPart& part, Time pts) {
    auto mask = part.masks->at(pts);
    mask.whole |=
        std::any_of(part.hidden_whole.begin(), part.hidden_whole.end(), [&](Range r) { return contains(r, pts); });
    faces::add_regions(mask, part.regions, pts);
    return mask;
}

Plan make_plan(const archive::Archive& archive, const std::string& code, const archive::Vault* vault) {
    const auto clip = archive.clip(code);
    if (clip.parts.empty())
        throw Error(fmt::format("plan clip '{}'", code), "it has no parts; make it with --segment or --part");
    Plan plan;
    plan.clip = code;
    plan.preset = media::preset(clip.preset);
    plan.look = find_look(archive.folder(), clip.look);
    plan.card_length = card_length(clip, plan.look);
    plan.end_card_length = clip.end_card.empty() ? Time::zero() : plan.look.end_card_length;
    plan.language = clip.language;
    plan.caption_mode = clip.captions;
    plan.obscure.style = clip.treatments.style;
    plan.obscure.tone = clip.treatments.tone;
    plan.disguise = clip.treatments.disguise;
    plan.voice = clip.treatments.voice;
    plan.voice_seed = clip.treatments.voice_seed;
    plan.language = clip.language;

    Analyses analyses;
    Time at = plan.card_length;
    for (const auto& part : parts_without_cuts(archive, clip)) {
        const auto recording = archive.recording(part.recording);
        const auto agreed = consent_of(archive, part.interview, clip);
        PlannedPart planned;
        planned.file = archive.path(recording.file);
        planned.interview = part.interview;
        planned.recording = part.recording;
        planned.position = recording.position;
        planned.range = part.range;
        planned.at = at;
        planned.has_picture = recording.has_picture && !plan.preset.still;
        planned.has_sound = recording.has_sound;
        planned.redactions = redactions(archive.segments(part.interview), part, agreed.subject, clip.treatments.cover);
        plan_redactions(planned, archive.redactions(part.recording));
        plan_sound(planned, part, clip, archive);
        if (planned.has_picture) {
            plan_faces(planned, analysis_of(planned, archive, clip, analyses), agreed.shown);
            refuse_reversible_style(plan, planned, agreed);
            plan_regions(planned, archive.regions(part.recording));
            if (!planned.faces_deleted.empty()) planned.deletions = archive.deletions(part.recording);
        }
        plan.consent_revisions[part.interview] = agreed.revision;
        at += duration(part.range);
        plan.parts.push_back(std::move(planned));
    }
    take_shape(plan);
    plan_crops(plan, clip, analyses);
    plan_captions(plan, archive, clip, vault);
    plan_texts(plan, clip);
    plan.sound = true;  // a clip of silent recordings has a silent track: players and platforms expect one
    set_hashes(plan, settings(plan, clip, archive, analyses));
    return plan;
}

PlannedPart plan_stretch(const archive::Archive& archive, std::int64_t id, Range range) {
    const auto recording = archive.recording(id);
    PlannedPart part;
    part.file = archive.path(recording.file);
    part.interview = recording.interview;
    part.recording = id;
    part.range = range;
    auto shown = people_shown(archive, recording.interview, consent::Use::public_);
    std::erase(shown, faces::Label::subject);
    const auto analysis = archive.analysis(id, Range{range.in - reach, range.out + reach});
    plan_faces(part, analysis.value_or(faces::Analysis{}), shown);
    plan_regions(part, archive.regions(id));
    return part;
}

Time end_of_parts(const Plan& plan) {
    if (plan.parts.empty()) return plan.card_length;
    return plan.parts.back().at + duration(plan.parts.back().range);
}

Time duration(const Plan& plan) {
    return end_of_parts(plan) + plan.end_card_length;
}

}  // namespace counterclip::clip
