#include "ui/audit/audit_findings.h"

#include <algorithm>

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

#include "ui/words/finding_words.h"
#include "ui/words/tr.h"

namespace counterclip::ui {

namespace {

std::optional<Time> first_run(const ClipAudit& audit, bool NotedRun::*which) {
    const auto found = std::ranges::find_if(audit.runs, [&](const NotedRun& run) { return run.*which; });
    return found == audit.runs.end() ? std::nullopt : std::optional(found->from);
}

// A sentence names times of the clip, or "recording 1 of BTIB-0042 at 0:00:12.000", which is the recording's clock.
std::optional<Time> time_named(const QString& sentence, const ClipAudit& audit) {
    static const QRegularExpression time(QStringLiteral("\\d+:\\d\\d:\\d\\d\\.\\d{3}"));
    static const QRegularExpression recording(QStringLiteral("recording (\\d+) of '?([^\\s',:]+)"));
    const auto named = time.match(sentence);
    if (!named.hasMatch()) return std::nullopt;
    const auto at = parse_time(named.captured().toStdString());
    const auto where = recording.match(sentence);
    if (!where.hasMatch()) return audit.render && at < audit.render->duration ? std::optional(at) : std::nullopt;
    return clip_time_of(audit, where.captured(2).toStdString(), where.captured(1).toInt(), at);
}

std::optional<Time> place_of(const consent::Finding& finding, const ClipAudit& audit) {
    if (finding.code == "FACE-NOT-COVERED") return first_run(audit, &NotedRun::is_uncovered);
    if (finding.code == "FACE-FOUND") return first_run(audit, &NotedRun::is_found);
    if (finding.code == "GAP-OPEN") return audit.first_open_gap;
    // Lengths of sound are no places.
    if (finding.code == "UNHEARD-SPEECH") return std::nullopt;
    return time_named(QString::fromStdString(finding.what), audit);
}

Line heading(const QString& title) {
    Line line;
    line.title = title;
    line.is_heading = true;
    return line;
}

// The engine's sentence says which; behind it stand what to do next, and the rule's code for whoever looks it up.
QString below(const AuditFinding& f) {
    const auto words = words_for(f.code);
    QStringList all;
    if (words) all << isolated(f.what) << words->mend;
    if (!f.room().isEmpty()) all << tr("double click: there");
    if (!f.code.isEmpty()) all << f.code;
    return all.join(QStringLiteral(" · "));
}

}  // namespace

QString AuditFinding::in_words() const {
    const auto words = words_for(code);
    return words ? words->name : what;
}

// What the verification saw, it saw in the picture.
QString AuditFinding::room() const {
    if (code.isEmpty()) return at ? QStringLiteral("faces") : QString();
    const auto words = words_for(code);
    const auto room = words ? room_of(words->way) : QString();
    return room == QStringLiteral("audit") ? QString() : room;
}

bool AuditFinding::stops() const {
    return blocks && !is_settled_by_approving();
}

bool AuditFinding::is_settled_by_approving() const {
    return code == QLatin1String("UNHEARD-SPEECH") || code == QLatin1String("NEAR-NAMES-UNSEEN");
}

std::vector<consent::Finding> findings_in(const QJsonDocument& answer) {
    std::vector<consent::Finding> findings;
    for (const auto& one : answer.array()) {
        const auto object = one.toObject();
        const auto text = [&](const char* key) { return object[QLatin1String(key)].toString().toStdString(); };
        findings.push_back({text("code"),
                            text("severity") == "warns" ? consent::Severity::warns : consent::Severity::blocks,
                            text("what"), text("mend")});
    }
    return findings;
}

std::vector<AuditFinding> findings_with_places(const std::vector<consent::Finding>& findings, const ClipAudit& audit) {
    std::vector<AuditFinding> all;
    for (const auto& f : findings)
        all.push_back({QString::fromStdString(f.code), f.severity == consent::Severity::blocks,
                       QString::fromStdString(f.what), place_of(f, audit)});
    std::ranges::stable_sort(all, {}, [](const AuditFinding& f) { return f.stops() ? 0 : f.blocks ? 1 : 2; });
    for (const auto& problem : audit.problems) all.push_back({{}, true, problem, time_named(problem, audit)});
    return all;
}

std::vector<Line> as_lines(const std::vector<AuditFinding>& findings) {
    std::vector<Line> lines;
    const auto group = [&](const QString& title, auto&& belongs) {
        bool is_first = true;
        for (std::size_t n = 0; n < findings.size(); ++n) {
            const auto& f = findings[n];
            if (!belongs(f)) continue;
            if (std::exchange(is_first, false)) lines.push_back(heading(title));
            Line line;
            line.id = static_cast<qint64>(n) + 1;
            line.mood = f.stops() ? Mood::stop : Mood::warn;
            line.sign = f.stops() ? QStringLiteral("✕") : QStringLiteral("!");
            line.title = f.in_words();
            if (f.at) line.aside = QString::fromStdString(format_time(*f.at));
            line.below = below(f);
            lines.push_back(std::move(line));
        }
    };
    const auto count = [&](auto&& belongs) { return static_cast<int>(std::ranges::count_if(findings, belongs)); };
    const auto blocks = [](const AuditFinding& f) { return !f.code.isEmpty() && f.stops(); };
    const auto to_hear = [](const AuditFinding& f) { return f.is_settled_by_approving(); };
    const auto warns = [](const AuditFinding& f) { return !f.code.isEmpty() && !f.blocks; };
    const auto seen = [](const AuditFinding& f) { return f.code.isEmpty(); };
    group(tr("blocks: %n", nullptr, count(blocks)), blocks);
    group(tr("asked of whoever approves: %n", nullptr, count(to_hear)), to_hear);
    group(tr("to be known: %n", nullptr, count(warns)), warns);
    group(tr("seen by the verification: %n", nullptr, count(seen)), seen);
    return lines;
}

}  // namespace counterclip::ui
