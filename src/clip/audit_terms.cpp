#include "clip/audit_terms.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

#include "core/time.h"

namespace counterclip::clip {

namespace {

using consent::Finding;
using consent::Severity;

// Which findings speak about which row. A code in no list is told under "Findings" alone.
constexpr std::array<std::string_view, 9> about_use{"NO-CONSENT",      "WITHDRAWN",           "USE-NOT-GRANTED",
                                                    "NO-EVIDENCE",     "EVIDENCE-OUTSIDE",    "CONSENT-EXPIRED",
                                                    "SECOND-APPROVAL", "PREFERENCE-NOT-KEPT", "STOPPED-EARLY"};
constexpr std::array<std::string_view, 4> about_scope{"AUDIENCE-NOT-GRANTED", "TERRITORY-NOT-GRANTED",
                                                      "LANGUAGE-NOT-GRANTED", "DESTINATION-UNKNOWN"};
constexpr std::array<std::string_view, 8> about_face{
    "FACE-SHOWN",   "STYLE-REVERSIBLE", "FACES-NOT-ANALYSED", "GAP-OPEN",
    "FACE-DELETED", "FACE-NOT-COVERED", "FACE-FOUND",         "MINOR"};
constexpr std::array<std::string_view, 4> about_name{"PSEUDONYM-MISSING", "NAME-SHOWN-NOT-PSEUDONYM", "PROTECTED-TERM",
                                                     "NAMES-NOT-SEARCHED"};
constexpr std::array<std::string_view, 4> about_voice{"VOICE-NOT-ALTERED", "RISK-VOICE", "OTHERS-VOICE", "SOUND-LEFT"};
constexpr std::array<std::string_view, 2> about_details{"DETAILS-INCRIMINATING", "DETAILS-IDENTIFYING"};

template <std::size_t N>
Cell result(const std::vector<Finding>& findings, const std::array<std::string_view, N>& codes) {
    Cell cell{"", Mark::good};
    for (const auto& f : findings) {
        if (std::find(codes.begin(), codes.end(), f.code) == codes.end()) continue;
        cell.text += (cell.text.empty() ? "" : "\n") + f.code;
        if (f.severity == Severity::blocks) cell.mark = Mark::blocks;
        if (cell.mark == Mark::good) cell.mark = Mark::warns;
    }
    if (cell.text.empty()) cell.text = "as asked";
    return cell;
}

std::string listed(const std::vector<std::string>& words) {
    return words.empty() ? "any" : fmt::format("{}", fmt::join(words, ", "));
}

std::string scope_of(const consent::Terms& t) {
    return fmt::format("audiences: {}\nterritories: {}\nlanguages: {}\nuntil: {}", listed(t.audiences),
                       listed(t.territories), listed(t.languages), t.until.empty() ? "no end" : t.until);
}

std::string evidence_of(const consent::Revision& r) {
    const auto& e = r.evidence;
    std::string text = "how given: " + to_string(e.method);
    if (e.range)
        text +=
            fmt::format(", recording {}, {} to {}", e.recording, format_time(e.range->in), format_time(e.range->out));
    if (!e.witnesses.empty()) text += fmt::format(", witnesses {}", fmt::join(e.witnesses, ", "));
    if (!e.document_sha256.empty()) text += ", document SHA-256 " + e.document_sha256;
    return text;
}

std::string faces_done(const consent::GateFacts& facts, const archive::Clip& clip) {
    std::string text = clip.treatments.hide_faces ? "hidden, " + to_string(clip.treatments.style) : "not hidden";
    const auto* v = facts.render && facts.render->verification ? &*facts.render->verification : nullptr;
    if (!v) return text + "\nnot proved on a file yet";
    const auto counted = [](const auto& count) { return count ? fmt::format("{}", *count) : std::string("not known"); };
    return text + fmt::format("\nframes uncovered: {}\nfaces found: {}", counted(v->frames_uncovered),
                              counted(v->faces_found));
}

std::string names_done(const consent::GateFacts& facts, const archive::Clip& clip, const SafeText& safe_text) {
    std::string text = clip.lower_third.empty() ? "no name shown" : "shown: " + safe_text(clip.lower_third);
    const auto& places = facts.treatments.places_with_protected_terms;
    if (!places) return text + "\nprotected terms: not searched";
    if (places->empty()) return text + "\nprotected terms: searched, none found";
    return text + fmt::format("\nprotected terms: {}", fmt::join(*places, "; "));
}

std::string details_done(const std::vector<archive::Segment>& segments, const archive::Clip& clip,
                         const std::string& interview) {
    std::string text;
    for (const auto& part : clip.parts)
        for (const auto& s : segments) {
            if (part.interview != interview || s.recording != part.recording || !overlaps(s.range, part.range))
                continue;
            if (!s.incriminating && !s.identifying) continue;
            const auto both = intersection(s.range, part.range);
            text += fmt::format("{}{} to {}: {}, sound {}", text.empty() ? "" : "\n", format_time(both.in),
                                format_time(both.out), s.incriminating ? "incriminating" : "identifying",
                                clip.treatments.cover == voice::Cover::bleep ? "bleeped" : "silenced");
        }
    return text.empty() ? "nothing in the parts is marked" : text;
}

// Findings name the interview they are about; one that names none is about all.
std::vector<Finding> findings_about(const std::vector<Finding>& findings, const consent::GateFacts& facts,
                                    const std::string& code) {
    std::vector<Finding> about;
    for (const auto& f : findings) {
        const bool is_others = f.what.find(code) == std::string::npos &&
                               std::any_of(facts.interviews.begin(), facts.interviews.end(), [&](const auto& i) {
                                   return i.code != code && f.what.find(i.code) != std::string::npos;
                               });
        if (!is_others) about.push_back(f);
    }
    return about;
}

std::string voice_done(const archive::Treatments& t) {
    const auto whose = t.only_subject ? "; others are heard as recorded where cues say that they speak" : "";
    switch (t.disguise) {
        case voice::Disguise::none:
            return "as recorded";
        case voice::Disguise::silence:
            return std::string("gone: a room's tone") + whose;
        case voice::Disguise::revoice:
            return std::string("gone: a machine speaks the captions") + whose;
        case voice::Disguise::dub:
            return "gone: a dubbing track is played";
        default:
            return "disguised: " + to_string(t.disguise) + whose;
    }
}

std::vector<std::vector<Cell>> rows_of(const consent::Terms& asked, const consent::GateFacts& facts,
                                       const archive::Clip& clip, const std::vector<archive::Segment>& segments,
                                       const consent::InterviewFacts& interview, const std::vector<Finding>& about,
                                       const SafeText& safe_text) {
    const auto voice = voice_done(clip.treatments);
    return {{{"use"}, {to_string(asked.use)}, {"for " + clip.purpose}, result(about, about_use)},
            {{"scope"}, {scope_of(asked)}, {"decided by each release's destination"}, result(about, about_scope)},
            {{"face"}, {to_string(asked.face)}, {faces_done(facts, clip)}, result(about, about_face)},
            {{"name"}, {to_string(asked.name)}, {names_done(facts, clip, safe_text)}, result(about, about_name)},
            {{"voice"},
             {fmt::format("{}\nunknown to: {}", to_string(asked.voice), to_string(asked.risk))},
             {voice},
             result(about, about_voice)},
            {{"details"},
             {to_string(asked.details)},
             {details_done(segments, clip, interview.code)},
             result(about, about_details)}};
}

AuditTable history_of(const std::vector<consent::Revision>& revisions, const SafeText& safe_text) {
    AuditTable table{{"Revision", "At", "By", "What changed", "Reason"}, {}};
    for (std::size_t n = 0; n < revisions.size(); ++n) {
        const auto& r = revisions[n];
        const bool is_first = n == 0 || revisions[n - 1].person != r.person;
        const auto changes = is_first ? std::vector<std::string>{"first"} : difference(revisions[n - 1], r);
        std::string what = r.withdrawn ? "WITHDRAWN" : evidence_of(r);
        for (const auto& change : changes) what += (what.empty() ? "" : "\n") + safe_text(change);
        table.rows.push_back(
            {{fmt::format("{} {}", r.person, r.id)}, {r.at}, {r.author}, {what}, {safe_text(r.reason)}});
    }
    return table;
}

std::string circumstances(const consent::InterviewFacts& i) {
    std::string text =
        fmt::format("present: {}", i.present.empty() ? "not said" : fmt::format("{}", fmt::join(i.present, ", ")));
    if (i.custody) text += "; in custody";
    if (i.minor) text += "; a minor";
    return text;
}

}  // namespace

std::vector<AuditSection> terms_and_treatments(const archive::Archive& archive, const consent::GateFacts& facts,
                                               const archive::Clip& clip, const std::vector<Finding>& findings,
                                               const SafeText& safe_text) {
    std::vector<AuditSection> sections;
    for (const auto& interview : facts.interviews) {
        AuditSection section;
        section.title = fmt::format("Asked for and done: {}", interview.code);
        section.remarks.push_back(circumstances(interview));
        const auto about = findings_about(findings, facts, interview.code);
        if (!interview.subject) section.remarks.push_back("No consent is on record: everything is to be hidden.");
        const consent::Revision nothing;
        const auto& revision = interview.subject ? *interview.subject : nothing;
        const auto& asked = terms_for(revision, facts.purpose);
        if (interview.subject) section.remarks.push_back(evidence_of(revision));
        if (!asked.risk_note.empty()) section.remarks.push_back("risk: " + safe_text(asked.risk_note));
        if (!revision.preferences.empty()) {
            std::vector<std::string> words;
            for (const auto p : revision.preferences) words.push_back(to_string(p));
            section.remarks.push_back(fmt::format("preferences: {}", fmt::join(words, ", ")));
        }
        section.table = {{"", "Asked for", "Done in the clip", "Result"},
                         rows_of(asked, facts, clip, archive.segments(interview.code), interview, about, safe_text)};
        auto revisions = archive.consent_history(interview.code);
        for (const auto& [person, latest] : interview.others) {
            const auto more = archive.consent_history(interview.code, person);
            revisions.insert(revisions.end(), more.begin(), more.end());
        }
        section.details.push_back(history_of(revisions, safe_text));
        sections.push_back(std::move(section));
    }
    return sections;
}

}  // namespace counterclip::clip
