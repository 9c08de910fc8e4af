// What the archive knows of a clip that an auditor judges: its latest render, how that lies over the recordings, what
// its verification found, who decided what.
//
// Read away from the window's thread (ui/work/away.h); plain values after that.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <vector>

#include <QString>
#include <QStringList>

#include "archive/archive.h"
#include "captions/cue.h"
#include "clip/plan.h"
#include "core/secret.h"
#include "faces/box.h"

namespace counterclip::ui {

// A frame of the finished file that its verification, or the way it was put together, makes worth a look.
struct WorthALook {
    Time at{};  // on the clip's clock
    QString why;
    double visible = -1;  // share of a hidden face that can be made out; negative = not measured
    bool is_bad = false;
    bool operator==(const WorthALook&) const = default;
};

// Frames that the verification says something of.
struct NotedRun {
    Time from{};
    bool is_uncovered = false;
    bool is_found = false;  // a detector sees a face there
};

struct PastDecisionLine {
    archive::Approval approval;
    QStringList void_because;  // empty: it stands
};

struct ClipAudit {
    QString clip;
    QString trouble;  // why nothing could be read; the rest is empty then
    std::optional<archive::Render> render;
    std::optional<clip::Plan> plan;  // of the render; nothing where `no_plan` says why
    QString no_plan;
    QString out_of_date;  // since when the render is not what would be made now, in words; empty: it is
    QString withheld;     // why only who may see originals is shown the file; empty: everybody may
    std::vector<WorthALook> worth_a_look;  // worst first
    std::vector<NotedRun> runs;
    std::optional<Time> first_open_gap;       // on the clip's clock
    QStringList problems;                     // the verification's own sentences
    std::vector<PastDecisionLine> decisions;  // oldest first
    QStringList second_because;               // why two people have to approve
    int approvals_standing = 0;
    std::vector<captions::Cue> captions;  // as they leave, on the clip's clock
    QString no_captions;
};

// Where the clip's moment comes from.
struct SourceMoment {
    std::size_t part = 0;
    std::int64_t recording = 0;
    Time at{};  // on the recording's clock
};
// Nothing for cards, and where there is no plan.
std::optional<SourceMoment> source_of(const ClipAudit& audit, Time clip_time);
// The clip's moment that shows the recording's; nothing where no part does.
std::optional<Time> clip_time_of(const ClipAudit& audit, const std::string& interview, int position, Time at);

// Opens the vault where its words are needed and `vault_passphrase` is given. Never throws.
ClipAudit read_clip_audit(const std::filesystem::path& folder, const std::string& clip,
                          const std::shared_ptr<const SecretText>& vault_passphrase);

}  // namespace counterclip::ui
