// How far the work has come: what `status`, `audit queue` and the lists show. Plain values, made by SQL from the
// standing tables (standing.h). The gate decides by the records, never by these.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "archive/log.h"
#include "core/time.h"

namespace counterclip::archive {

// "none" "withdrawn" "expired" "research" "training" "public": what the subject's consent comes to today.
const std::vector<std::string>& consent_states();
// "draft" "rendered" "verified" "second approval" "approved" "refused" "released" "stale" "expired" "withdrawn": the
// furthest a clip has come, unless that no longer counts.
const std::vector<std::string>& clip_stages();

struct InterviewLine {
    std::string code;
    std::string kind;
    std::string date;
    std::string pseudonym;
    bool custody = false;
    bool minor = false;
    int recordings = 0;
    int clips = 0;
    std::string consent;        // of consent_states()
    std::int64_t revision = 0;  // 0 = nothing recorded
    std::string until;          // the last day; empty = without end
};

struct ClipLine {
    std::string code;
    std::string title;
    std::string purpose;
    int parts = 0;
    Time length{};
    std::string stage;  // of clip_stages()
    std::string since;  // when it came there, or was last touched on the way
    std::int64_t render = 0;
    bool verified = false;
    int problems = 0;       // that its verification found
    int visible = -1;       // the most of a hidden face that can be made out, 1/1000; -1 = not known
    std::string decision;   // "", "approved", "refused"
    int approvers = 0;      // who said yes to the latest render
    int approvers_due = 1;  // how many must
    bool custody = false;
    bool minor = false;
    bool watched = false;  // a guard or minder was present
    int stale = 0;         // 1: the render is; 2: its recordings changed since, `clip check` tells whether it matters
    int gaps = 0;          // open, in its parts
    int deleted = 0;       // tracks that somebody said are no face, in its parts
    int releases = 0;      // of the latest render
    int published = 0;     // of any render, not taken down
    std::string due;       // the first takedown to come
    std::string until;     // the first day a consent it stands on ends
};

// Empty = whatever. `text` is looked for in codes, titles and pseudonyms, whatever the case (of ASCII letters).
struct ClipFilter {
    std::string stage{};
    std::string consent{};    // an interview of it has this state
    std::string interview{};  // a part comes from it
    std::string tag{};        // a part lies on a segment with it
    std::string text{};
    std::int64_t limit = -1;  // -1 = all
    std::int64_t offset = 0;
};
struct InterviewFilter {
    std::string consent{};
    std::string kind{};
    std::string tag{};  // a segment has it
    std::string text{};
    std::string language{};  // it is held in; "ar" finds "ar-SY" too
    std::string stage{};     // a clip of it has come so far
    std::int64_t limit = -1;
    std::int64_t offset = 0;
};
template <class Line>
struct Page {
    std::vector<Line> lines;
    std::int64_t total = 0;  // without limit and offset
};

struct TakedownDue {
    std::string clip;
    std::string due;  // the day
    bool overdue = false;
};
struct OpenGaps {
    std::string interview;
    int position = 0;  // of the recording
    int gaps = 0;
};

struct Overview {
    std::vector<std::pair<std::string, std::int64_t>> interviews_by_consent;  // in the order of consent_states()
    std::vector<std::pair<std::string, std::int64_t>> interviews_by_kind;     // video, audio, none
    std::vector<std::pair<std::string, std::int64_t>> clips_by_stage;         // in the order of clip_stages()
    std::vector<TakedownDue> takedowns;                                       // the first to come first
    std::vector<OpenGaps> gaps;                                               // most first
    std::int64_t purges_waiting = 0;
    std::int64_t purges_with_vault_left = 0;  // Purge.vault_left
    LogHead log;
    std::string checkpoint_at;                 // of the newest; empty = none
    std::int64_t events_since_checkpoint = 0;  // of all when there is none
};

}  // namespace counterclip::archive
