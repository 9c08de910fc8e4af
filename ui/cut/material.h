// What the archive holds of the recording that is cut: read at once, on the window's thread, from quick queries. Plain
// data; nothing of it is kept longer than until something changes.
#pragma once

#include <optional>
#include <vector>

#include "archive/archive.h"

namespace counterclip::ui {

class Desk;

struct Material {
    std::optional<archive::Interview> interview;
    std::vector<archive::Recording> recordings;
    std::optional<archive::Recording> recording;  // the one chosen
    std::vector<archive::Segment> segments;       // of the recording, in the order of time
    std::vector<archive::Redaction> redactions;   // that hold
    std::vector<captions::Cue> cues;              // of one language
    std::string archive;                          // its identity, under which keys of tags are kept
    std::vector<archive::Code> codebook;          // without what is retired
    std::vector<std::string> retired;             // tags that no new segment gets
    std::vector<std::string> tags_in_use;         // of the interview, in the codebook's order
    std::vector<archive::ClipLine> clips;         // that show something of the interview
    std::vector<faces::Label> shown;              // whose faces the veil leaves: others than the subject who agreed
    std::optional<Range> evidence;                // where consent was given on this recording

    bool is_purged() const { return recording && !recording->purged_at.empty(); }
    bool can_be_marked() const { return recording && !is_purged(); }
    const archive::Segment* segment(std::int64_t id) const;
    const archive::Redaction* redaction(std::int64_t id) const;
};

// `language`: whose cues; empty = the first there is.
Material read_material(Desk& desk, const QString& language);

}  // namespace counterclip::ui
