#include "ui/audit/clip_audit.h"

#include <algorithm>

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include "archive/vault.h"
#include "clip/audit_pictures.h"
#include "clip/audit_report.h"
#include "clip/decisions.h"
#include "clip/gate_facts.h"
#include "clip/wording.h"
#include "core/error.h"
#include "release/minisign.h"
#include "ui/words/tr.h"

namespace counterclip::ui {

namespace {

QString q(const std::string& text) {
    return QString::fromStdString(text);
}

Time time_in(const QJsonObject& object, const char* key) {
    const auto text = object[QLatin1String(key)].toString().toStdString();
    return text.empty() ? Time() : parse_time(text);
}

void read_report(const archive::Render& render, ClipAudit& audit) {
    const auto report = QJsonDocument::fromJson(QByteArray::fromStdString(render.verification)).object();
    for (const auto& problem : report[QLatin1String("problems")].toArray()) audit.problems << problem.toString();
    for (const auto& one : report[QLatin1String("runs")].toArray()) {
        const auto run = one.toObject();
        audit.runs.push_back({time_in(run, "from"), run[QLatin1String("uncovered")].toBool(),
                              run[QLatin1String("faces found")].toInteger() > 0});
    }
    for (const auto& one : report[QLatin1String("worst")].toArray()) {
        const auto face = one.toObject();
        const double visible = face[QLatin1String("visible")].toDouble();
        audit.worth_a_look.push_back({time_in(face, "at"), tr("%1 % visible").arg(visible * 100, 0, 'f', 1), visible,
                                      face[QLatin1String("bad")].toBool()});
    }
    for (const auto& one : report[QLatin1String("elsewhere")].toArray()) {
        const auto face = one.toObject();
        audit.worth_a_look.push_back({time_in(face, "from"), tr("a face nobody asked to hide"), -1, true});
    }
    for (const auto& one : report[QLatin1String("deleted")].toArray())
        audit.worth_a_look.push_back({time_in(one.toObject(), "from"), tr("said to be no face"), -1, true});
}

void add_ends_of_parts(ClipAudit& audit) {
    for (const auto& moment : clip::ends_of_parts(audit.plan.value()))
        audit.worth_a_look.push_back({moment.at, q(moment.caption), -1, false});
}

void find_open_gap(const archive::Archive& archive, ClipAudit& audit) {
    for (const auto& part : audit.plan.value().parts) {
        const auto analysis = archive.analysis(part.recording, part.range);
        if (!analysis) continue;
        for (const auto& gap : analysis->gaps)
            if (gap.resolved_by.empty() && overlaps(gap.range, part.range)) {
                audit.first_open_gap = part.at + std::max(Time(), gap.range.in - part.range.in);
                return;
            }
    }
}

void worst_first(std::vector<WorthALook>& all) {
    std::ranges::stable_sort(all, [](const WorthALook& a, const WorthALook& b) {
        if (a.is_bad != b.is_bad) return a.is_bad;
        return a.visible > b.visible;
    });
}

// The vault, where it is needed and may be opened.
std::optional<archive::Vault> vault_for(const archive::Archive& archive,
                                        const std::shared_ptr<const SecretText>& passphrase) {
    if (!passphrase || passphrase->empty() || !clip::has_vault(archive)) return std::nullopt;
    return archive::Vault::open(archive::Vault::file_in(archive.folder()), passphrase->view());
}

// A plan made now tells how the render lies over the recordings only while nothing changed since. Returns whether the
// render is known to be of another plan.
bool read_plan(const archive::Archive& archive, const archive::Clip& clip,
               const std::shared_ptr<const SecretText>& passphrase, ClipAudit& audit) {
    bool is_another = false;
    try {
        const auto vault = clip.language.empty() ? std::nullopt : vault_for(archive, passphrase);
        auto plan = clip::make_plan(archive, clip.code, vault ? &*vault : nullptr);
        is_another = audit.render && plan.settings_sha256 != audit.render->settings_sha256;
        if (is_another)
            audit.no_plan =
                tr("The clip was changed after this render: what it shows cannot be laid beside the "
                   "recording. Render it again.");
        else
            audit.plan = std::move(plan);
    } catch (const Error& error) {
        audit.no_plan = q(error.what());
    }
    if (audit.plan)
        audit.captions = audit.plan->captions;
    else
        audit.no_captions = audit.no_plan;
    if (clip.language.empty()) audit.no_captions = tr("This clip has no captions.");
    return is_another;
}

// Where no plan can be made, as while the vault is closed, the archive's counters tell, which doubt too often rather
// than too rarely.
QString why_out_of_date(const consent::GateFacts& facts, const ClipAudit& audit, bool is_another) {
    QStringList why;
    for (const auto& interview : facts.interviews) {
        const auto pinned = facts.render->consent_revisions.find(interview.code);
        const bool is_as_pinned = interview.subject && pinned != facts.render->consent_revisions.end() &&
                                  pinned->second == interview.subject->id;
        const bool is_gone = !audit.render->withdrawn_at.empty() || (interview.subject && interview.subject->withdrawn);
        if (is_gone)
            why << tr("consent was taken back");
        else if (!is_as_pinned)
            why << tr("consent was changed");
    }
    if (is_another || (!audit.plan && !facts.render->settings_current))
        why << tr("the clip, its faces or its gaps were changed");
    why.removeDuplicates();
    return why.join(tr(", and "));
}

void read_decisions(const archive::Archive& archive, const consent::GateFacts& facts, ClipAudit& audit) {
    for (const auto& past : clip::history_of(archive, audit.render.value(), facts, release::verify)) {
        PastDecisionLine line{past.approval, {}};
        for (const auto& why : past.void_because) line.void_because << q(why);
        audit.decisions.push_back(std::move(line));
    }
    for (const auto& why : consent::second_approval_reasons(facts)) audit.second_because << q(why);
    audit.approvals_standing = consent::standing_approvals(facts);
}

}  // namespace

std::optional<SourceMoment> source_of(const ClipAudit& audit, Time clip_time) {
    if (!audit.plan) return std::nullopt;
    const auto& parts = audit.plan->parts;
    for (std::size_t n = 0; n < parts.size(); ++n) {
        const auto within = clip_time - parts[n].at;
        if (within < Time() || within >= duration(parts[n].range) || !parts[n].has_picture) continue;
        return SourceMoment{n, parts[n].recording, parts[n].range.in + within};
    }
    return std::nullopt;
}

std::optional<Time> clip_time_of(const ClipAudit& audit, const std::string& interview, int position, Time at) {
    if (!audit.plan) return std::nullopt;
    for (const auto& part : audit.plan->parts)
        if (part.interview == interview && part.position == position && contains(part.range, at))
            return part.at + (at - part.range.in);
    return std::nullopt;
}

ClipAudit read_clip_audit(const std::filesystem::path& folder, const std::string& code,
                          const std::shared_ptr<const SecretText>& vault_passphrase) {
    ClipAudit audit;
    audit.clip = q(code);
    audit.withheld = tr("not looked at yet");
    try {
        const auto archive = archive::Archive::open(folder);
        const auto clip = archive.clip(code);
        audit.render = archive.latest_render(code);
        if (!audit.render) return audit;
        read_report(*audit.render, audit);
        const bool is_another = read_plan(archive, clip, vault_passphrase, audit);
        if (audit.plan) {
            add_ends_of_parts(audit);
            find_open_gap(archive, audit);
        }
        worst_first(audit.worth_a_look);
        Progress silent;
        const auto facts =
            clip::gather_facts(archive, code, {.signed_by = release::verify, .hash_files = false}, silent);
        if (facts.render) audit.out_of_date = why_out_of_date(facts, audit, is_another);
        audit.withheld = q(clip::reason_to_withhold_pictures(facts));
        read_decisions(archive, facts, audit);
    } catch (const std::exception& error) {
        audit.trouble = QString::fromUtf8(error.what());
    }
    return audit;
}

}  // namespace counterclip::ui
