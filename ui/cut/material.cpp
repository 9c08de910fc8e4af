#include "ui/cut/material.h"

#include <algorithm>

#include "core/day.h"
#include "ui/desk/desk.h"

namespace counterclip::ui {

namespace {

// Clips in an interview's list; beyond that one searches in Audit.
constexpr std::int64_t most_clips = 200;

void read_tags(Material& m, const std::vector<archive::Segment>& segments, std::vector<archive::Code> codes) {
    const auto used = [&](const std::string& tag) {
        return std::ranges::any_of(
            segments, [&](const archive::Segment& s) { return std::ranges::find(s.tags, tag) != s.tags.end(); });
    };
    for (const auto& code : codes)
        if (used(code.tag)) m.tags_in_use.push_back(code.tag);
    // Words that are in no codebook come last.
    for (const auto& segment : segments)
        for (const auto& tag : segment.tags)
            if (std::ranges::find(m.tags_in_use, tag) == m.tags_in_use.end()) m.tags_in_use.push_back(tag);
    for (const auto& code : codes)
        if (!code.retired_at.empty()) m.retired.push_back(code.tag);
    std::erase_if(codes, [](const archive::Code& code) { return !code.retired_at.empty(); });
    m.codebook = std::move(codes);
}

void read_recording(Material& m, const archive::Archive& archive, const std::string& language) {
    const auto id = m.recording->id;
    std::erase_if(m.segments, [&](const archive::Segment& s) { return s.recording != id; });
    std::ranges::stable_sort(m.segments, {}, [](const archive::Segment& s) { return s.range.in; });
    m.redactions = archive.redactions(id);
    if (!language.empty())
        if (const auto transcript = archive.latest_transcript(id, language)) m.cues = archive.cues(transcript->id);
    const auto consent = archive.latest_consent(m.interview->code);
    if (consent && consent->evidence.recording == id && consent->evidence.range) m.evidence = consent->evidence.range;
}

// The subject is hidden here whatever was agreed (clip::plan_stretch).
std::vector<faces::Label> shown_people(const archive::Archive& archive, const std::string& interview) {
    std::vector<faces::Label> shown;
    for (const auto& [person, revision] : archive.latest_consents(interview))
        for (const auto label : {faces::Label::interviewer, faces::Label::translator})
            if (person == to_string(label) && consent::shows_face(revision, consent::Use::public_))
                shown.push_back(label);
    return shown;
}

template <class Record>
const Record* find(const std::vector<Record>& all, std::int64_t id) {
    const auto found = std::ranges::find(all, id, &Record::id);
    return found == all.end() ? nullptr : &*found;
}

}  // namespace

const archive::Segment* Material::segment(std::int64_t id) const {
    return find(segments, id);
}

const archive::Redaction* Material::redaction(std::int64_t id) const {
    return find(redactions, id);
}

Material read_material(Desk& desk, const QString& language) {
    Material m;
    if (!desk.is_open() || desk.interview().isEmpty()) return m;
    auto& archive = desk.archive();
    const auto code = desk.interview().toStdString();
    m.archive = archive.log_head().archive;
    m.interview = archive.interview(code);
    m.recordings = archive.recordings(code);
    m.recording = desk.chosen_recording();
    m.shown = shown_people(archive, code);
    m.segments = archive.segments(code);
    read_tags(m, m.segments, archive.codebook());
    m.clips = archive.clip_lines({.interview = code, .limit = most_clips}, today()).lines;
    if (m.recording)
        read_recording(m, archive, language.toStdString());
    else
        m.segments.clear();
    return m;
}

}  // namespace counterclip::ui
