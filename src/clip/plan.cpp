#include "clip/plan.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/error.h"
#include "core/hash.h"
#include "faces/track_codec.h"
#include "media/probe.h"

namespace counterclip::clip {

using namespace std::chrono_literals;

namespace {

// Raised whenever the same settings give another picture, sound or text: renders made before it are stale.
constexpr int renderer_version = 1;

constexpr Time card_duration = 3s;
constexpr Time lower_third_duration = 5s;

struct InterviewConsent {
    consent::Requirements subject;
    std::int64_t revision = 0;
    std::vector<faces::Label> shown;  // people whose own consent shows their face
};

// Whose face may be seen: only who said so in a consent of their own that still holds.
std::vector<faces::Label> people_shown(const archive::Archive& archive, const std::string& interview,
                                       const archive::Treatments& treatments) {
    std::vector<faces::Label> shown;
    for (const auto label : {faces::Label::subject, faces::Label::interviewer, faces::Label::translator,
                             faces::Label::guard, faces::Label::bystander}) {
        if (label == faces::Label::subject && treatments.hide_faces) continue;
        const auto latest = archive.latest_consent(interview, faces::to_string(label));
        if (!consent::requirements(latest).hide_face) shown.push_back(label);
    }
    return shown;
}

InterviewConsent consent_of(const archive::Archive& archive, const std::string& interview,
                            const archive::Treatments& treatments) {
    const auto latest = archive.latest_consent(interview);
    return {consent::requirements(latest), latest ? latest->id : 0, people_shown(archive, interview, treatments)};
}

// What must not be heard in the part, on the part's clock (P6).
std::vector<voice::Redaction> redactions(const std::vector<archive::Segment>& segments, const archive::ClipPart& part,
                                         const consent::Requirements& required, voice::Cover cover) {
    std::vector<voice::Redaction> found;
    for (const auto& s : segments) {
        const bool taken_out = s.incriminating || (s.identifying && required.omit_details);
        const auto shared = intersection(s.range, part.range);
        if (!taken_out || s.recording != part.recording || is_empty(shared)) continue;
        found.push_back({{shared.in - part.range.in, shared.out - part.range.in}, cover});
    }
    return found;
}

// Analyses as read, one a recording: clips often take several parts from one.
using Analyses = std::map<std::int64_t, faces::Analysis>;

const faces::Analysis& analysis_of(const PlannedPart& part, const archive::Archive& archive, const std::string& clip,
                                   Analyses& known) {
    const auto found = known.find(part.recording);
    if (found != known.end()) return found->second;
    auto analysis = archive.analysis(part.recording);
    if (!analysis)
        throw Error(fmt::format("plan clip '{}'", clip),
                    fmt::format("recording {} of {} was not analysed for faces; run `counterclip faces analyze {}`",
                                part.recording, part.interview, part.interview));
    return known.emplace(part.recording, std::move(*analysis)).first->second;
}

// Only the tracks that can reach into the part: a five-hour recording has many, a clip shows few.
std::vector<faces::Track> tracks_near(const faces::Analysis& analysis, Range range, Time hold) {
    std::vector<faces::Track> near;
    for (const auto& track : analysis.tracks) {
        if (track.sightings.empty()) continue;
        const Range seen{track.sightings.front().pts - hold, track.sightings.back().pts + hold + Time(1)};
        if (overlaps(seen, range)) near.push_back(track);
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
        if (track.label == faces::Label::not_a_face) continue;
        const bool is_shown = std::find(shown.begin(), shown.end(), track.label) != shown.end();
        (is_shown ? part.faces_shown : part.faces_to_hide).push_back(track);
    }
}

// The clip takes the shape, rate and colours of its first picture, scaled down where the preset says so.
void take_shape_of_first_picture(Plan& plan) {
    plan.width = 1280;
    plan.height = 720;
    for (const auto& part : plan.parts) {
        if (!part.has_picture) continue;
        const auto info = media::probe(part.file);
        const auto& track = info.video.front();
        const int limit = plan.preset.max_height;
        const double scale = limit > 0 && track.height > limit ? static_cast<double>(limit) / track.height : 1.0;
        plan.width = std::max(2, static_cast<int>(track.width * scale / 2 + 0.5) * 2);
        plan.height = std::max(2, static_cast<int>(track.height * scale / 2 + 0.5) * 2);
        plan.sample_aspect = track.sample_aspect;
        plan.colour = track.colour;
        if (track.frame_rate.num > 0) plan.frame_rate = track.frame_rate;
        return;
    }
}

void plan_texts(Plan& plan, const archive::Clip& clip) {
    if (!clip.card.empty()) plan.texts.push_back({{0s, plan.card_length}, clip.card, captions::Place::card});
    if (clip.lower_third.empty()) return;
    const auto& first = plan.parts.front();
    const Range shown{first.at, first.at + std::min(lower_third_duration, duration(first.range))};
    plan.texts.push_back({shown, clip.lower_third, captions::Place::lower_third});
}

nlohmann::json as_json(Range r) {
    return {r.in.count(), r.out.count()};
}

nlohmann::json as_json(const std::vector<faces::Track>& tracks) {
    auto list = nlohmann::json::array();
    for (const auto& t : tracks) list.push_back({t.id, faces::to_string(t.label), sha256(faces::encode(t.sightings))});
    return list;
}

nlohmann::json as_json(const PlannedPart& part, const archive::Archive& archive, const Analyses& analyses) {
    const auto recording = archive.recording(part.recording);
    nlohmann::json j{{"original", recording.sha256},
                     {"range", as_json(part.range)},
                     {"hidden", as_json(part.faces_to_hide)},
                     {"shown", as_json(part.faces_shown)}};
    for (const auto& r : part.redactions) j["redactions"].push_back({as_json(r.range), static_cast<int>(r.cover)});
    const auto found = analyses.find(part.recording);
    if (found == analyses.end()) return j;
    for (const auto& gap : found->second.gaps)
        if (overlaps(gap.range, part.range) && gap.resolved_by.empty()) j["gaps"].push_back(as_json(gap.range));
    for (const auto& range : found->second.ranges) j["analysed"].push_back(as_json(intersection(range, part.range)));
    for (const auto& shot : found->second.shot_changes)
        if (contains(part.range, shot)) j["shots"].push_back(shot.count());
    return j;
}

std::string settings_hash(const Plan& plan, const archive::Clip& clip, const archive::Archive& archive,
                          const Analyses& analyses) {
    nlohmann::json j{{"renderer", renderer_version},
                     {"preset", clip.preset},
                     {"size", {plan.width, plan.height}},
                     {"card", clip.card},
                     {"lower third", clip.lower_third},
                     {"style", faces::to_string(clip.treatments.style)},
                     {"tone", faces::to_string(clip.treatments.tone)},
                     {"disguise", voice::to_string(clip.treatments.disguise)}};
    for (const auto& part : plan.parts) j["parts"].push_back(as_json(part, archive, analyses));
    return sha256(j.dump());
}

}  // namespace

Plan make_plan(const archive::Archive& archive, const std::string& code) {
    const auto clip = archive.clip(code);
    if (clip.parts.empty())
        throw Error(fmt::format("plan clip '{}'", code), "it has no parts; make it with --segment or --part");
    Plan plan;
    plan.clip = code;
    plan.preset = media::preset(clip.preset);
    plan.card_length = clip.card.empty() ? Time::zero() : card_duration;
    plan.obscure.style = clip.treatments.style;
    plan.obscure.tone = clip.treatments.tone;
    plan.disguise = clip.treatments.disguise;

    Analyses analyses;
    Time at = plan.card_length;
    for (const auto& part : clip.parts) {
        const auto recording = archive.recording(part.recording);
        const auto agreed = consent_of(archive, part.interview, clip.treatments);
        PlannedPart planned;
        planned.file = archive.path(recording.file);
        planned.interview = part.interview;
        planned.recording = part.recording;
        planned.range = part.range;
        planned.at = at;
        planned.has_picture = recording.has_picture;
        planned.has_sound = recording.has_sound;
        planned.redactions = redactions(archive.segments(part.interview), part, agreed.subject, clip.treatments.cover);
        if (planned.has_picture) plan_faces(planned, analysis_of(planned, archive, code, analyses), agreed.shown);
        plan.consent_revisions[part.interview] = agreed.revision;
        at += duration(part.range);
        plan.parts.push_back(std::move(planned));
    }
    take_shape_of_first_picture(plan);
    plan_texts(plan, clip);
    plan.sound = std::any_of(plan.parts.begin(), plan.parts.end(), [](const auto& p) { return p.has_sound; });
    plan.settings_sha256 = settings_hash(plan, clip, archive, analyses);
    return plan;
}

Time duration(const Plan& plan) {
    if (plan.parts.empty()) return plan.card_length;
    return plan.parts.back().at + duration(plan.parts.back().range);
}

}  // namespace counterclip::clip
