#include "clip/gate_facts.h"

#include <nlohmann/json.hpp>

#include "clip/decisions.h"
#include "clip/leftovers.h"
#include "clip/plan.h"
#include "clip/plan_words.h"
#include "clip/proof_report.h"
#include "clip/protected_terms.h"
#include "clip/wording.h"
#include "core/day.h"
#include "core/error.h"
#include "core/hash.h"

namespace counterclip::clip {

namespace {

using archive::Archive;

consent::InterviewFacts interview_facts(const Archive& archive, const std::string& code) {
    const auto interview = archive.interview(code);
    consent::InterviewFacts facts;
    facts.code = code;
    facts.custody = interview.custody;
    facts.minor = interview.minor;
    facts.present = interview.present;
    facts.pseudonym = interview.pseudonym;
    for (const auto& [language, spelling] : interview.pseudonyms) facts.spellings.push_back(spelling);
    facts.others = archive.latest_consents(code);
    if (auto subject = facts.others.extract("subject")) facts.subject = std::move(subject.mapped());
    for (const auto& recording : archive.recordings(code)) facts.recordings[recording.id] = recording.duration;
    return facts;
}

bool inside_one(const std::vector<Range>& ranges, Range range) {
    return std::any_of(ranges.begin(), ranges.end(), [&](Range r) { return contains(r, range); });
}

void add_face_facts(consent::PartFacts& facts, const std::optional<faces::Analysis>& analysis) {
    if (!facts.has_picture) {
        facts.analysed = true;
        facts.open_gaps = 0;
        facts.deleted_tracks = 0;
        return;
    }
    if (!analysis) return;
    facts.analysed = inside_one(analysis->ranges, facts.range);
    facts.deleted_tracks = 0;
    for (const auto& track : analysis->tracks) {
        const bool here = std::any_of(track.sightings.begin(), track.sightings.end(),
                                      [&](const auto& s) { return contains(facts.range, s.pts); });
        *facts.deleted_tracks += here && track.label == faces::Label::not_a_face;
    }
    facts.open_gaps = 0;
    for (const auto& gap : analysis->gaps) {
        if (!gap.resolved_by.empty() || !overlaps(gap.range, facts.range)) continue;
        ++*facts.open_gaps;
        facts.open_gap_time += duration(intersection(gap.range, facts.range));
    }
}

// The originals are hashed once however many parts come from them.
bool unchanged(const Archive& archive, std::int64_t recording, std::map<std::int64_t, bool>& known,
               Progress& progress) {
    const auto found = known.find(recording);
    if (found != known.end()) return found->second;
    bool same = false;
    try {
        same = archive.original_unchanged(archive.recording(recording), progress);
    } catch (const Error& e) {
        if (e.kind() == ErrorKind::cancelled) throw;  // gone or unreadable: changed
    }
    return known[recording] = same;
}

// What is played in the place of a recording's sound, where the clip plays it.
bool dub_unchanged(const Archive& archive, const archive::Clip& clip, std::int64_t recording, Progress& progress) {
    if (clip.treatments.disguise != voice::Disguise::dub) return true;
    const auto dub = archive.latest_dub(recording, clip.language);
    return !dub ||
           archive.dub_unchanged(*dub, progress);  // without one there is no plan, and whoever makes it says why
}

// Whether flagged segments cover half of the part or more.
bool is_mostly(const std::vector<archive::Segment>& segments, const archive::ClipPart& part,
               bool archive::Segment::*flag) {
    Time flagged{};
    for (const auto& s : segments)
        if (s.*flag && s.recording == part.recording && overlaps(s.range, part.range))
            flagged += duration(intersection(s.range, part.range));
    return flagged > Time::zero() && 2 * flagged >= duration(part.range);
}

// From the clip's first part of the recording to its last: what lies elsewhere in a recording of hours is not read.
Range shown_of(const archive::Clip& clip, std::int64_t recording) {
    Range shown{Time::max(), Time::min()};
    for (const auto& part : clip.parts)
        if (part.recording == recording)
            shown = {std::min(shown.in, part.range.in), std::max(shown.out, part.range.out)};
    return shown;
}

std::vector<consent::PartFacts> part_facts(const Archive& archive, const archive::Clip& clip, bool hash_files,
                                           Progress& progress) {
    std::map<std::int64_t, bool> originals;
    std::map<std::string, std::vector<archive::Segment>> segments;
    const auto segments_of = [&](const std::string& interview) -> const std::vector<archive::Segment>& {
        const auto found = segments.find(interview);
        return found != segments.end() ? found->second : segments[interview] = archive.segments(interview);
    };
    std::map<std::int64_t, std::optional<faces::Analysis>> analyses;
    std::vector<consent::PartFacts> all;
    for (const auto& part : clip.parts) {
        const auto recording = archive.recording(part.recording);
        consent::PartFacts facts;
        facts.interview = part.interview;
        facts.recording = part.recording;
        facts.range = part.range;
        facts.has_picture = recording.has_picture && !media::preset(clip.preset).still;
        facts.has_sound = recording.has_sound;
        // Flagged stretches that merely overlap the part are taken out of its sound by the plan; a part that is mostly
        // such a stretch must leave the clip, whether it was made from the segment or by its times.
        facts.incriminating = is_mostly(segments_of(part.interview), part, &archive::Segment::incriminating);
        facts.identifying = is_mostly(segments_of(part.interview), part, &archive::Segment::identifying);
        if (facts.has_picture && !analyses.contains(part.recording))
            analyses[part.recording] = archive.analysis(part.recording, shown_of(clip, part.recording));
        add_face_facts(facts, analyses[part.recording]);
        facts.original_destroyed = !recording.purged_at.empty();
        facts.original_unchanged =
            !facts.original_destroyed && (!hash_files || (unchanged(archive, part.recording, originals, progress) &&
                                                          dub_unchanged(archive, clip, part.recording, progress)));
        all.push_back(std::move(facts));
    }
    return all;
}

consent::TreatmentFacts treatment_facts(const archive::Clip& clip) {
    consent::TreatmentFacts facts;
    facts.hides_faces = clip.treatments.hide_faces;
    facts.style_is_irreversible =
        clip.treatments.style == faces::Style::veil || clip.treatments.style == faces::Style::solid;
    facts.alters_voice = clip.treatments.disguise != voice::Disguise::none;
    facts.voice_is_gone = voice::takes_voice_out(clip.treatments.disguise);
    facts.voice_is_dubbed = clip.treatments.disguise == voice::Disguise::dub;
    facts.spares_others = clip.treatments.only_subject;
    facts.shows_name = !clip.lower_third.empty();
    facts.texts = {clip.title, clip.card, clip.lower_third, clip.end_card};
    if (facts.shows_name) facts.names_shown = {clip.lower_third};
    return facts;
}

// A render is current when the same plan would be made now. A plan that cannot be made is not.
bool settings_current(const Archive& archive, const archive::Render& render, const archive::Vault* vault) {
    if (!render.withdrawn_at.empty()) return false;  // whoever it shows took that back, whatever they said later
    try {
        return make_plan(archive, render.clip, vault).settings_sha256 == render.settings_sha256;
    } catch (const Error&) {
        return false;
    }
}

// The same by counters, at once: what is read of files counts as it was. Says no rather too often than too rarely.
bool counters_current(const Archive& archive, const archive::Render& render) {
    const auto now = archive.made_from(render.clip);
    if (!render.withdrawn_at.empty() || now.clip_version != render.made_from.clip_version ||
        now.recordings != render.made_from.recordings)
        return false;
    for (const auto& [interview, revision] : render.consent_revisions)
        for (const auto& [person, consent] : archive.latest_consents(interview))
            if (person != "subject" && consent.at > render.at) return false;
    return true;
}

bool file_unchanged(const Archive& archive, const archive::Render& render, Progress& progress) {
    try {
        return sha256_of_file(archive.path(render.file), progress) == render.sha256;
    } catch (const Error& e) {
        if (e.kind() == ErrorKind::cancelled) throw;
        return false;
    }
}

consent::RenderFacts render_facts(const Archive& archive, const archive::Render& render, const Outside& outside,
                                  Progress& progress) {
    const bool hash_files = outside.hash_files;
    consent::RenderFacts facts;
    facts.id = render.id;
    facts.sha256 = render.sha256;
    facts.file_unchanged = !hash_files || file_unchanged(archive, render, progress);
    facts.consent_revisions = render.consent_revisions;
    facts.settings_current =
        hash_files ? settings_current(archive, render, outside.vault) : counters_current(archive, render);
    if (!render.verification.empty()) {
        facts.verification = facts_from_json(render.verification);
        facts.proof_unchanged = !hash_files || is_proof_whole(archive, render);
    }
    return facts;
}

// What is written and said. Without an open vault nobody can look for names; where there never was one, none is
// protected.
void add_word_facts(consent::GateFacts& facts, const Archive& archive, const archive::Clip& clip,
                    const Outside& outside) {
    auto& t = facts.treatments;
    const auto unheard = unheard_of_parts(archive, clip);
    for (std::size_t n = 0; n < facts.parts.size(); ++n) facts.parts[n].unheard = unheard[n];
    if (!outside.vault && has_vault(archive)) return;
    t.places_with_protected_terms.emplace();
    t.spoken_terms.emplace();
    t.hard_to_read = hard_to_read(archive, clip, outside.vault);
    if (!outside.vault) return;
    for (const auto& left : leftovers(archive, clip, *outside.vault, outside.destination)) {
        const bool exact = left.likeness == captions::Likeness::exact;
        auto& places = !exact && left.of_destination ? t.near_terms_of_destination
                       : !exact                      ? t.near_terms
                       : left.said                   ? *t.spoken_terms
                                                     : *t.places_with_protected_terms;
        if (const auto words = in_words(left); std::find(places.begin(), places.end(), words) == places.end())
            places.push_back(words);
    }
}

}  // namespace

consent::GateFacts gather_facts(const Archive& archive, const std::string& code, const Outside& outside,
                                Progress& progress) {
    const auto clip = archive.clip(code);
    consent::GateFacts facts;
    // Findings repeat it.
    facts.clip = outside.vault ? without_terms(code, *outside.vault) : code;
    facts.purpose = consent::use_from(clip.purpose);
    facts.today = counterclip::today();
    facts.destination = outside.destination;
    facts.parts = part_facts(archive, clip, outside.hash_files, progress);
    std::vector<std::string> seen;
    for (const auto& part : clip.parts) {
        if (std::find(seen.begin(), seen.end(), part.interview) != seen.end()) continue;
        seen.push_back(part.interview);
        facts.interviews.push_back(interview_facts(archive, part.interview));
    }
    facts.treatments = treatment_facts(clip);
    add_word_facts(facts, archive, clip, outside);
    facts.editors = archive.editors_of(code);
    if (const auto render = archive.latest_render(code)) {
        facts.render = render_facts(archive, *render, outside, progress);
        facts.decisions = latest_decisions(archive, render->id, outside.signed_by);
    }
    return facts;
}

std::string to_json(const std::vector<consent::Finding>& findings) {
    auto list = nlohmann::json::array();
    for (const auto& f : findings)
        list.push_back({{"code", f.code},
                        {"severity", f.severity == consent::Severity::blocks ? "blocks" : "warns"},
                        {"what", f.what},
                        {"mend", f.mend}});
    return list.dump();
}

}  // namespace counterclip::clip
