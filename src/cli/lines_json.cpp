#include "cli/lines_json.h"

namespace counterclip::cli {

Json as_json(const archive::ClipLine& l) {
    return {{"code", l.code},
            {"title", l.title},
            {"purpose", l.purpose},
            {"stage", l.stage},
            {"since", l.since},
            {"parts", l.parts},
            {"length", format_time(l.length)},
            {"render", l.render == 0 ? Json() : Json(l.render)},
            {"verified", l.verified},
            {"problems", l.problems},
            {"visible", l.visible < 0 ? Json() : Json(l.visible / 1000.0)},
            {"decision", l.decision},
            {"approvers", l.approvers},
            {"approvers_due", l.approvers_due},
            {"custody", l.custody},
            {"minor", l.minor},
            {"watched", l.watched},
            {"gaps", l.gaps},
            {"deleted_tracks", l.deleted},
            {"releases", l.releases},
            {"published", l.published},
            {"takedown_due", l.due},
            {"consent_until", l.until}};
}

Json as_json(const archive::InterviewLine& l) {
    return {{"code", l.code},
            {"kind", l.kind},
            {"date", l.date},
            {"pseudonym", l.pseudonym},
            {"custody", l.custody},
            {"minor", l.minor},
            {"recordings", l.recordings},
            {"clips", l.clips},
            {"consent", l.consent},
            {"consent_revision", l.revision},
            {"consent_until", l.until}};
}

}  // namespace counterclip::cli
