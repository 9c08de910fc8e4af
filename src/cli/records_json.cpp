#include "cli/records_json.h"

#include <numbers>

namespace counterclip::cli {

using archive::to_string;
using consent::to_string;
using faces::to_string;
using voice::to_string;

namespace {

// A text that holds JSON, as JSON; as a text when it does not.
Json embedded(const std::string& text) {
    auto json = Json::parse(text, nullptr, false);
    return json.is_discarded() ? Json(text) : json;
}

Json as_json(const consent::Terms& t) {
    return {{"use", to_string(t.use)},      {"face", to_string(t.face)},       {"name", to_string(t.name)},
            {"voice", to_string(t.voice)},  {"details", to_string(t.details)}, {"audiences", t.audiences},
            {"territories", t.territories}, {"languages", t.languages},        {"until", t.until},
            {"risk", to_string(t.risk)},    {"risk_note", t.risk_note}};
}

Json as_json(const consent::Evidence& e) {
    Json json{{"method", to_string(e.method)}};
    if (e.recording) json["recording_id"] = e.recording;
    if (e.range) json["range"] = cli::as_json(*e.range);
    if (!e.witnesses.empty()) json["witnesses"] = e.witnesses;
    if (!e.document_sha256.empty()) json["document_sha256"] = e.document_sha256;
    return json;
}

Json as_json(const archive::Treatments& t) {
    return {{"hide_faces", t.hide_faces}, {"style", to_string(t.style)},
            {"tone", to_string(t.tone)},  {"disguise", to_string(t.disguise)},
            {"voice", t.voice},           {"only_subject", t.only_subject},
            {"cover", word(t.cover)}};
}

Json as_json(const archive::ClipPart& p) {
    Json json{{"interview", p.interview}, {"recording_id", p.recording}, {"range", cli::as_json(p.range)}};
    json["sound"] = {{"track", p.sound_track}, {"side", to_string(p.sound_side)}};
    if (p.segment) json["segment"] = *p.segment;
    return json;
}

}  // namespace

Json as_json(Range range) {
    return {{"in", format_time(range.in)}, {"out", format_time(range.out)}};
}

Json as_json(const archive::Operator& op) {
    return {{"code", op.code},
            {"roles", op.roles},
            {"public_key", op.public_key},
            {"added_at", op.added_at},
            {"retired_at", op.retired_at}};
}

Json as_json(const archive::Interview& i) {
    return {{"code", i.code},           {"kind", to_string(i.kind)},    {"date", i.date},
            {"place", i.place},         {"setting", i.setting},         {"languages", i.languages},
            {"present", i.present},     {"custody", i.custody},         {"minor", i.minor},
            {"pseudonym", i.pseudonym}, {"pseudonyms", i.pseudonyms},   {"gender", i.gender},
            {"age_band", i.age_band},   {"nationality", i.nationality}, {"ethnicity", i.ethnicity},
            {"role", i.role},           {"added_at", i.added_at}};
}

Json as_json(const archive::Recording& r) {
    return {{"id", r.id},
            {"interview", r.interview},
            {"position", r.position},
            {"file", r.file},
            {"sha256", r.sha256},
            {"bytes", r.bytes},
            {"duration", format_time(r.duration)},
            {"has_picture", r.has_picture},
            {"has_sound", r.has_sound},
            {"width", r.width},
            {"height", r.height},
            {"summary", r.summary},
            {"purged_at", r.purged_at}};
}

Json as_json(const consent::Revision& r) {
    auto purposes = Json::object();
    for (const auto& [purpose, terms] : r.purposes) purposes[to_string(purpose)] = as_json(terms);
    auto preferences = Json::array();
    for (const auto preference : r.preferences) preferences.push_back(to_string(preference));
    return {{"id", r.id},
            {"interview", r.interview},
            {"person", r.person},
            {"withdrawn", r.withdrawn},
            {"terms", as_json(r.terms)},
            {"purposes", purposes},
            {"preferences", preferences},
            {"evidence", as_json(r.evidence)},
            {"author", r.author},
            {"reason", r.reason},
            {"at", r.at}};
}

Json as_json(const archive::Segment& s) {
    return {{"id", s.id},
            {"interview", s.interview},
            {"recording_id", s.recording},
            {"range", as_json(s.range)},
            {"tags", s.tags},
            {"note", s.note},
            {"incriminating", s.incriminating},
            {"identifying", s.identifying},
            {"third_party", s.third_party},
            {"distress", s.distress},
            {"by", s.by},
            {"removed_by", s.removed_by},
            {"removed_at", s.removed_at},
            {"removed_reason", s.removed_reason}};
}

Json as_json(const archive::Clip& c) {
    auto parts = Json::array();
    for (const auto& part : c.parts) parts.push_back(as_json(part));
    return {{"code", c.code},
            {"title", c.title},
            {"card", c.card},
            {"lower_third", c.lower_third},
            {"preset", c.preset},
            {"purpose", c.purpose},
            {"parts", parts},
            {"treatments", as_json(c.treatments)},
            {"by", c.by},
            {"end_card", c.end_card},
            {"language", c.language},
            {"captions", to_string(c.captions)},
            {"framing", to_string(c.framing)},
            {"look", c.look},
            {"variant_of", c.variant_of},
            {"version", c.version},
            {"at", c.at},
            {"discarded_by", c.discarded_by},
            {"discarded_at", c.discarded_at},
            {"discarded_reason", c.discarded_reason}};
}

Json as_json(const archive::Render& r) {
    return {{"id", r.id},
            {"clip", r.clip},
            {"file", r.file},
            {"sha256", r.sha256},
            {"frames", r.frames},
            {"duration", format_time(r.duration)},
            {"consent_revisions", r.consent_revisions},
            {"settings_sha256", r.settings_sha256},
            {"verification", r.verification.empty() ? Json() : embedded(r.verification)},
            {"by", r.by},
            {"at", r.at},
            {"shown", r.shown ? Json(*r.shown) : Json()},
            {"withdrawn_at", r.withdrawn_at},
            {"purged_at", r.purged_at}};
}

Json as_json(const archive::Approval& a) {
    return {{"id", a.id},
            {"render", a.render},
            {"approved", a.approved},
            {"reason", a.reason},
            {"sha256", a.sha256},
            {"consent_revisions", a.consent_revisions},
            {"gate_sha256", a.gate_sha256},
            {"log_sequence", a.log_sequence},
            {"log_hash", a.log_hash},
            {"listened", a.listened},
            {"looked_at_names", a.looked_at_names},
            {"by", a.by},
            {"at", a.at}};
}

Json as_json(const archive::Release& r) {
    return {{"id", r.id},
            {"render", r.render},
            {"clip", r.clip},
            {"folder", r.folder},
            {"destination", r.destination},
            {"sha256", r.sha256},
            {"by", r.by},
            {"at", r.at},
            {"state", r.state},
            {"manifest_sha256", r.manifest_sha256},
            {"takedown_due", r.takedown_due},
            {"takedown_done", r.takedown_done},
            {"takedown_note", r.takedown_note},
            {"places_open", r.places_open}};
}

Json as_json(const archive::Destination& d) {
    return {{"code", d.code},
            {"kind", d.kind},
            {"audiences", d.audiences},
            {"territories", d.territories},
            {"languages", d.languages},
            {"takedown_days", d.takedown_days},
            {"by", d.by},
            {"at", d.at},
            {"closed_at", d.closed_at}};
}

Json as_json(const archive::Place& p) {
    return {{"id", p.id},
            {"release", p.release},
            {"clip", p.clip},
            {"destination", p.destination},
            {"address", p.address},
            {"since", p.since},
            {"reach", p.reach ? Json(*p.reach) : Json()},
            {"by", p.by},
            {"at", p.at},
            {"takedown_due", p.takedown_due},
            {"takedown_done", p.takedown_done},
            {"note", p.note}};
}

Json as_json(const archive::Purge& p) {
    return {{"id", p.id},
            {"interview", p.interview},
            {"reason", p.reason},
            {"asked_by", p.asked_by},
            {"asked_at", p.asked_at},
            {"confirmed_by", p.confirmed_by},
            {"confirmed_at", p.confirmed_at},
            {"done_at", p.done_at},
            {"vault_left", p.vault_left}};
}

Json as_json(const archive::Event& e) {
    return {{"sequence", e.sequence}, {"at", e.at},         {"by", e.by},
            {"verb", e.verb},         {"object", e.object}, {"details", embedded(e.details)},
            {"previous", e.previous}, {"hash", e.hash}};
}

Json as_json(const faces::Track& t) {
    Json json{{"id", t.id}, {"label", to_string(t.label)}, {"frames", t.sightings.size()}};
    if (t.sightings.empty()) return json;
    const auto& best = *std::max_element(t.sightings.begin(), t.sightings.end(),
                                         [](const auto& a, const auto& b) { return a.score < b.score; });
    json["first"] = format_time(t.sightings.front().pts);
    json["last"] = format_time(t.sightings.back().pts);
    json["best_score"] = best.score;
    json["best_at"] = format_time(best.pts);
    json["best_box"] = {best.box.x, best.box.y, best.box.w, best.box.h};
    return json;
}

Json as_json(const faces::Gap& g) {
    Json json{{"id", g.id}, {"range", as_json(g.range)}, {"reason", to_string(g.reason)}};
    if (g.track) json["track"] = g.track;
    if (faces::area(g.where) > 0) json["where"] = {g.where.x, g.where.y, g.where.w, g.where.h};
    json["resolved_by"] = g.resolved_by;
    json["resolution"] = g.resolution;
    return json;
}

Json as_json(const faces::Region& r) {
    auto keys = Json::array();
    for (const auto& k : r.keys)
        keys.push_back({{"at", format_time(k.pts)},
                        {"x", k.x},
                        {"y", k.y},
                        {"w", k.w},
                        {"h", k.h},
                        {"degrees", k.angle * 180 / std::numbers::pi_v<float>}});
    return {{"id", r.id},
            {"what", r.what},
            {"range", as_json(faces::range_of(r))},
            {"shape", to_string(r.shape)},
            {"keys", keys},
            {"note", r.note},
            {"by", r.by}};
}

Json as_json(const consent::Finding& f) {
    return {{"code", f.code}, {"severity", word(f.severity)}, {"what", f.what}, {"mend", f.mend}};
}

Json as_json(const consent::RuleText& r) {
    return {{"code", r.code},
            {"from", word(r.from)},
            {"severity", word(r.severity)},
            {"demands", r.demands},
            {"why", r.why}};
}

std::string word(consent::Severity severity) {
    return severity == consent::Severity::blocks ? "blocks" : "warns";
}

std::string word(consent::Stage stage) {
    switch (stage) {
        case consent::Stage::render:
            return "render";
        case consent::Stage::approve:
            return "approve";
        case consent::Stage::release:
            break;
    }
    return "release";
}

std::string word(voice::Cover cover) {
    return cover == voice::Cover::bleep ? "bleep" : "silence";
}

}  // namespace counterclip::cli
