#include "clip/audit_report.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "clip/audit_pictures.h"
#include "clip/audit_terms.h"
#include "clip/plan_words.h"
#include "core/error.h"
#include "core/ids.h"
#include "media/probe.h"

namespace counterclip::clip {

namespace {

using consent::Finding;
using consent::Severity;
using consent::Stage;
using Json = nlohmann::json;

// What may stand in the way of an approval while the file itself still hides all that it must.
bool leaves_pictures_safe(const Finding& finding) {
    return finding.severity != Severity::blocks || finding.code == "GAP-OPEN" || finding.code == "AUDITOR-EDITED" ||
           finding.code == "UNHEARD-SPEECH" || finding.code == "NEAR-NAMES-UNSEEN" || finding.code == "SPOKEN-NAME";
}

AuditSection findings_section(const std::vector<Finding>& findings) {
    AuditSection section;
    section.title = "Findings";
    if (findings.empty()) section.remarks.push_back("The gate has nothing to say against an approval.");
    section.table.head = {"Code", "Effect", "What", "Next"};
    for (const auto& f : findings) {
        const bool blocks = f.severity == Severity::blocks;
        section.table.rows.push_back(
            {{f.code}, {blocks ? "blocks" : "warns", blocks ? Mark::blocks : Mark::warns}, {f.what}, {f.mend}});
    }
    return section;
}

AuditTile tile_of(Looked looked) {
    return {std::move(looked.picture), std::move(looked.original),
            fmt::format("{}  {}", format_time(looked.moment.at), looked.moment.caption), Mark::none};
}

BandPiece piece_of(const Json& run, Time next) {
    BandPiece piece;
    const Time from = parse_time(run.at("from").get<std::string>());
    piece.length = std::max(Time::zero(), next - from);
    const bool whole = run.at("hidden whole").get<bool>();
    const auto to_hide = run.at("faces to hide").get<std::int64_t>();
    const bool is_seen = run.at("uncovered").get<bool>() || run.at("faces found").get<std::int64_t>() > 0;
    using Kind = BandPiece::Kind;
    piece.kind = is_seen ? Kind::uncovered : whole ? Kind::whole : to_hide > 0 ? Kind::masked : Kind::open;
    piece.what = fmt::format("{} to {}: {}", format_time(from), format_time(next),
                             whole ? "hidden whole" : fmt::format("{} to hide", to_hide));
    return piece;
}

std::vector<BandPiece> band_of(const Json& proof, Time end) {
    std::vector<BandPiece> band;
    const auto& runs = proof.at("runs");
    for (std::size_t n = 0; n < runs.size(); ++n)
        band.push_back(
            piece_of(runs[n], n + 1 < runs.size() ? parse_time(runs[n + 1].at("from").get<std::string>()) : end));
    return band;
}

faces::Box box_of(const Json& box) {
    return {box.at(0).get<float>(), box.at(1).get<float>(), box.at(2).get<float>(), box.at(3).get<float>()};
}

std::string about_worst(const Json& w) {
    const auto named = w.at("track").get<std::int64_t>() ? fmt::format("track {}", w.at("track").get<std::int64_t>())
                       : w.at("region").is_null()        ? std::string("a held mask")
                                                         : fmt::format("region {}", w.at("region").get<std::int64_t>());
    return fmt::format("{}: {:.1f} % can be made out, {:.1f} % covered", named, 100 * w.at("visible").get<double>(),
                       100 * w.at("covered").get<double>());
}

std::vector<Moment> worst_moments(const Json& proof) {
    std::vector<Moment> moments;
    for (const auto& w : proof.at("worst"))
        moments.push_back({parse_time(w.at("at").get<std::string>()), box_of(w.at("box")), about_worst(w)});
    return moments;
}

AuditSection proof_section(const Json& proof, Time end) {
    AuditSection section;
    section.title = "Proof on the finished file";
    section.band = band_of(proof, end);
    section.remarks.push_back(fmt::format("{} frames decoded, {} faces to hide measured in them; looked at by {}.",
                                          proof.at("frames").get<std::int64_t>(),
                                          proof.at("faces to hide").get<std::int64_t>(),
                                          proof.at("detectors").get<std::string>()));
    for (const auto& problem : proof.at("problems")) section.remarks.push_back(problem.get<std::string>());
    section.table.head = {"Face no one asked to hide", "Until", "Score", "Hide it with"};
    for (const auto& e : proof.at("elsewhere"))
        section.table.rows.push_back({{e.at("from").get<std::string>(), Mark::blocks},
                                      {e.at("to").get<std::string>()},
                                      {fmt::format("{:.2f}", e.at("score").get<double>())},
                                      {e.at("command").get<std::string>()}});
    return section;
}

// Verification's reasons are free text; the gate's rule tells that somebody deleted a track.
AuditTable deleted_table(const Json& proof, const SafeText& safe_text) {
    AuditTable table{{"Said to be no face", "From", "To", "Best score", "By", "Reason"}, {}};
    for (const auto& d : proof.at("deleted"))
        table.rows.push_back({{fmt::format("track {}", d.at("track").get<std::int64_t>()), Mark::warns},
                              {d.at("from").get<std::string>()},
                              {d.at("to").get<std::string>()},
                              {fmt::format("{:.2f}", d.at("best score").get<double>())},
                              {d.at("by").get<std::string>()},
                              {safe_text(d.at("reason").get<std::string>())}});
    return table;
}

std::string flags_of(const archive::Segment& s) {
    std::vector<std::string> words;
    if (s.incriminating) words.emplace_back("incriminating");
    if (s.identifying) words.emplace_back("identifying");
    if (s.third_party) words.emplace_back("third party");
    if (s.distress) words.emplace_back("distress");
    return fmt::format("{}", fmt::join(words, ", "));
}

AuditSection parts_section(const archive::Archive& archive, const archive::Clip& clip, const SafeText& safe_text) {
    AuditSection section;
    section.title = "Parts";
    section.table.head = {"", "Interview", "Recording", "In", "Out", "Tags", "Marked", "Note"};
    for (std::size_t n = 0; n < clip.parts.size(); ++n) {
        const auto& part = clip.parts[n];
        std::string tags, marks, notes;
        for (const auto& s : archive.segments(part.interview)) {
            if (s.recording != part.recording || !overlaps(s.range, part.range)) continue;
            const auto add = [](std::string& to, const std::string& what) {
                if (!what.empty()) to += (to.empty() ? "" : "\n") + what;
            };
            add(tags, safe_text(fmt::format("{}", fmt::join(s.tags, ", "))));
            add(marks, flags_of(s));
            add(notes, s.note.empty() ? "" : safe_text(s.note));
        }
        section.table.rows.push_back({{fmt::format("{}", n + 1)},
                                      {part.interview},
                                      {fmt::format("{}", archive.recording(part.recording).position)},
                                      {format_time(part.range.in)},
                                      {format_time(part.range.out)},
                                      {tags},
                                      {marks, marks.empty() ? Mark::none : Mark::warns},
                                      {notes}});
    }
    return section;
}

AuditSection words_section(const archive::Clip& clip, const SafeText& safe_text) {
    AuditSection section;
    section.title = "Words on the picture and in the file";
    const auto add = [&](const std::string& where, const std::string& text) {
        if (!text.empty()) section.table.rows.push_back({{where}, {safe_text(text)}});
    };
    add("title", clip.title);
    add("title card", clip.card);
    add("lower-third", clip.lower_third);
    add("end card", clip.end_card);
    add("file name", clip.code);
    return section;
}

// What captions say, and where that is not what was said.
AuditSection captions_section(const archive::Archive& archive, const archive::Clip& clip, const archive::Vault* vault,
                              const SafeText& safe_text) {
    AuditSection section;
    section.title = fmt::format("Captions ({})", clip.language);
    section.table.head = {"At", "Text", "Not as it was said"};
    for (const auto& [cue, redacted, substituted, stretch] : captions_of_clip(archive, clip, Time{}, vault))
        section.table.rows.push_back({{format_time(cue.range.in)},
                                      {safe_text(cue.text)},
                                      {redacted && substituted ? "redacted, substituted"
                                       : redacted              ? "redacted"
                                       : substituted           ? "substituted"
                                                               : "",
                                       redacted || substituted ? Mark::warns : Mark::none}});
    return section;
}

// Stretches that are redacted in what the clip shows, those that were taken back too: an auditor may ask why.
AuditSection redactions_section(const archive::Archive& archive, const archive::Clip& clip, const SafeText& safe_text) {
    AuditSection section;
    section.title = "Redactions";
    section.table.head = {"Number", "Recording", "Range", "Why", "How", "Reason", "By", "Taken back"};
    std::set<std::int64_t> told;
    for (const auto& part : clip.parts)
        for (const auto& r : archive.redaction_history(part.recording)) {
            if (!overlaps(r.range, part.range) || !told.insert(r.id).second) continue;
            section.table.rows.push_back(
                {{fmt::format("{}", r.id)},
                 {fmt::format("{} of {}", archive.recording(r.recording).position, r.interview)},
                 {fmt::format("{}-{}", format_time(r.range.in), format_time(r.range.out))},
                 {archive::to_string(r.why)},
                 {archive::to_string(r.how) + (r.hides_picture ? ", picture hidden" : "")},
                 {safe_text(r.reason)},
                 {r.by},
                 {r.removed_by.empty()
                      ? ""
                      : fmt::format("{} by {}: {}", r.removed_at, r.removed_by, safe_text(r.removed_reason)),
                  r.removed_by.empty() ? Mark::none : Mark::warns}});
        }
    if (section.table.rows.empty()) section.remarks.emplace_back("none");
    return section;
}

AuditSection file_section(const archive::Archive& archive, const archive::Render& render) {
    AuditSection section;
    section.title = "The file";
    const auto info = media::probe(archive.path(render.file));
    auto& rows = section.table.rows;
    rows.push_back({{"SHA-256"}, {render.sha256}});
    rows.push_back({{"rendered"}, {fmt::format("{} by {}", render.at, render.by)}});
    rows.push_back({{"length"}, {fmt::format("{}, {} frames", format_time(render.duration), render.frames)}});
    rows.push_back({{"container"}, {info.container}});
    for (const auto& v : info.video)
        rows.push_back({{fmt::format("stream {}", v.stream)},
                        {fmt::format("picture, {} {}x{}, {}", v.codec, v.width, v.height, v.pixel_format)}});
    for (const auto& a : info.audio)
        rows.push_back({{fmt::format("stream {}", a.stream)},
                        {fmt::format("sound, {} {} Hz {}", a.codec, a.sample_rate, a.layout)}});
    for (const auto& o : info.other)
        rows.push_back({{fmt::format("stream {}", o.stream)}, {o.kind + " " + o.codec, Mark::blocks}});
    if (info.chapters) rows.push_back({{"chapters"}, {fmt::format("{}", info.chapters), Mark::blocks}});
    for (const auto& [key, value] : info.tags) rows.push_back({{"tag " + key}, {value}});
    for (const auto& [code, revision] : render.consent_revisions)
        rows.push_back({{"consent pinned"}, {fmt::format("{} revision {}", code, revision)}});
    return section;
}

bool is_about(const archive::Event& event, const std::string& clip) {
    const auto ends_with = [&](const std::string& what) {
        return event.object.size() >= what.size() &&
               event.object.compare(event.object.size() - what.size(), what.size(), what) == 0;
    };
    return event.object == "clip " + clip || ends_with(" of clip " + clip);
}

AuditSection history_section(const archive::Archive& archive, const std::string& clip) {
    AuditSection section;
    section.title = "History";
    section.table.head = {"Event", "At", "By", "What", "Object"};
    for (const auto& e : archive.events({.object = "clip " + clip}))
        if (is_about(e, clip))
            section.table.rows.push_back({{fmt::format("{}", e.sequence)}, {e.at}, {e.by}, {e.verb}, {e.object}});
    return section;
}

std::string reason_of(const archive::Archive& archive, const consent::GateFacts& facts, const std::string& by) {
    std::string reason;
    for (const auto& a : archive.approvals(facts.render->id))
        if (a.by == by) reason = a.reason;  // the latest
    return reason;
}

AuditSection decisions_section(const archive::Archive& archive, const consent::GateFacts& facts,
                               const SafeText& safe_text) {
    AuditSection section;
    section.title = "Decisions";
    const auto twice = consent::second_approval_reasons(facts);
    if (!twice.empty())
        section.remarks.push_back(fmt::format("Two auditors have to approve, because {}.", fmt::join(twice, "; ")));
    if (facts.decisions.empty()) section.remarks.emplace_back("Nobody decided on this render yet.");
    section.table.head = {"By", "Decision", "Stands", "Reason"};
    for (const auto& d : facts.decisions) {
        const auto voids = consent::void_reasons(facts, d);
        section.table.rows.push_back({{d.by},
                                      {d.approved ? "approved" : "refused", d.approved ? Mark::good : Mark::blocks},
                                      {voids.empty() ? "yes" : fmt::format("no: {}", fmt::join(voids, "; "))},
                                      {safe_text(reason_of(archive, facts, d.by))}});
    }
    return section;
}

void add_pictures(const archive::Archive& archive, const ReportRequest& request, const archive::Render& render,
                  const Json& proof, Progress& progress, std::vector<AuditSection>& sections) {
    const auto plan = make_plan(archive, request.clip, request.vault);
    const std::vector<std::vector<Moment>> wanted{worst_moments(proof), best_looks(plan), ends_of_parts(plan)};
    const std::vector<std::string> titles{"Worst frames", "Every face where it was seen best", "First and last frames"};
    std::vector<Moment> all;
    for (std::size_t n = 0; n < wanted.size(); ++n)
        for (auto moment : wanted[n]) {
            moment.caption = titles[n] + "\n" + moment.caption;
            all.push_back(std::move(moment));
        }
    auto looked = look_at(plan, archive.path(render.file), std::move(all), request.archive_edition, progress);
    for (const auto& title : titles) {
        AuditSection section;
        section.title = title;
        for (auto& look : looked)
            if (look.moment.caption.starts_with(title + "\n")) {
                look.moment.caption.erase(0, title.size() + 1);
                section.tiles.push_back(tile_of(std::move(look)));
            }
        if (section.tiles.empty()) section.remarks.emplace_back("none");
        sections.push_back(std::move(section));
    }
}

AuditSection withheld_section(const std::string& reason) {
    AuditSection section;
    section.title = "Pictures";
    section.remarks.push_back(fmt::format(
        "Withheld: a picture could show what must be hidden ({}). The archive's edition shows them.", reason));
    return section;
}

Json read_proof(const archive::Render& render) {
    auto proof = Json::parse(render.verification, nullptr, false);
    if (proof.is_discarded())
        throw Error("read a verification report", "it is damaged; run `counterclip verify` again");
    return proof;
}

void set_verdict(AuditPage& page, const std::vector<Finding>& findings) {
    const auto blocks =
        std::count_if(findings.begin(), findings.end(), [](const auto& f) { return f.severity == Severity::blocks; });
    const auto warns = static_cast<std::ptrdiff_t>(findings.size()) - blocks;
    page.mark = blocks ? Mark::blocks : warns ? Mark::warns : Mark::good;
    page.verdict = blocks ? fmt::format("May not be approved: {} finding{} block{} it.", blocks, blocks == 1 ? "" : "s",
                                        blocks == 1 ? "s" : "")
                   : warns ? fmt::format("May be approved, after a look at {} warning{}.", warns, warns == 1 ? "" : "s")
                           : "May be approved.";
}

}  // namespace

std::string reason_to_withhold_pictures(const consent::GateFacts& facts) {
    if (!facts.render) return "there is no render";
    for (const auto& f : consent::check(facts, Stage::approve))
        if (!leaves_pictures_safe(f)) return f.code;
    return {};
}

AuditPage audit_report(const archive::Archive& archive, const ReportRequest& request, Progress& progress) {
    const auto clip = archive.clip(request.clip);
    const auto& facts = request.facts;
    const auto render = archive.latest_render(request.clip);
    if (facts.render.has_value() != render.has_value() || (render && facts.render->id != render->id))
        throw Error(fmt::format("report on clip '{}'", request.clip), "it was rendered just now; ask again");
    const auto findings = consent::check(facts, Stage::approve);

    AuditPage page;
    page.title = fmt::format("Audit of clip {}", request.clip);
    set_verdict(page, findings);
    if (request.archive_edition)
        page.facts.emplace_back("ARCHIVE EDITION: shows faces and texts as they are. It must not leave the archive.");
    page.facts.push_back(fmt::format("for: {}; made {} by {}", clip.purpose, utc_now(), request.by));
    if (render) page.facts.push_back(fmt::format("render {}, SHA-256 {}", render->id, render->sha256));
    page.sections.push_back(findings_section(findings));
    page.sections.push_back(decisions_section(archive, facts, request.safe_text));
    for (auto& section : terms_and_treatments(archive, facts, clip, findings, request.safe_text))
        page.sections.push_back(std::move(section));

    const bool is_verified = render && !render->verification.empty();
    const auto withheld = request.archive_edition ? std::string() : reason_to_withhold_pictures(facts);
    if (is_verified) {
        const auto proof = read_proof(*render);
        page.sections.push_back(proof_section(proof, render->duration));
        page.sections.back().details.push_back(deleted_table(proof, request.safe_text));
        if (withheld.empty()) add_pictures(archive, request, *render, proof, progress, page.sections);
    }
    if (!withheld.empty()) page.sections.push_back(withheld_section(withheld));
    page.sections.push_back(parts_section(archive, clip, request.safe_text));
    page.sections.push_back(words_section(clip, request.safe_text));
    page.sections.push_back(redactions_section(archive, clip, request.safe_text));
    if (!clip.language.empty() && (request.vault || !has_vault(archive)))
        page.sections.push_back(captions_section(archive, clip, request.vault, request.safe_text));
    if (render) page.sections.push_back(file_section(archive, *render));
    page.sections.push_back(history_section(archive, request.clip));
    page.footer = "Made by counterclip from the archive's records and the finished file.";
    return page;
}

}  // namespace counterclip::clip
