#include "ui/cut/clip_findings.h"

#include <algorithm>

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>

#include "consent/gate.h"
#include "ui/desk/desk.h"
#include "ui/words/tr.h"
#include "ui/work/call.h"

namespace counterclip::ui {

namespace {

constexpr int patience_ms = 250;

// The check is for the release; the gate's table says what stops a clip before that.
bool stops_rendering(const QString& code) {
    static const auto rules = consent::rules();
    return std::ranges::any_of(rules, [&](const consent::RuleText& rule) {
        return code == QString::fromStdString(rule.code) && rule.from == consent::Stage::render &&
               rule.severity == consent::Severity::blocks;
    });
}

ClipFinding finding_of(const QJsonObject& json) {
    ClipFinding finding;
    finding.code = json[QStringLiteral("code")].toString();
    finding.what = json[QStringLiteral("what")].toString();
    finding.mend = json[QStringLiteral("mend")].toString();
    finding.blocks = json[QStringLiteral("severity")].toString() != QStringLiteral("warns");
    finding.blocks_render = finding.blocks && stops_rendering(finding.code);
    finding.words = words_for(finding.code);
    finding.at = time_in(finding.what);
    return finding;
}

}  // namespace

std::optional<Time> time_in(const QString& words) {
    static const QRegularExpression time(QStringLiteral("\\b(\\d+:\\d\\d:\\d\\d\\.\\d{3})\\b"));
    const auto found = time.match(words);
    if (!found.hasMatch()) return std::nullopt;
    return parse_time(found.captured(1).toStdString());
}

ClipFindings::ClipFindings(Desk& desk, QWidget* parent) : QListWidget(parent), desk_(desk) {
    setAccessibleName(tr("Findings"));
    setWordWrap(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    soon_.setSingleShot(true);
    soon_.setInterval(patience_ms);
    connect(&soon_, &QTimer::timeout, this, &ClipFindings::call);
    connect(this, &QListWidget::itemClicked, this, [this](QListWidgetItem* item) {
        const auto n = static_cast<std::size_t>(row(item));
        if (n < findings_.size() && findings_[n].at) Q_EMIT seek_asked(findings_[n].at->count());
    });
    connect(this, &QListWidget::currentRowChanged, this, &ClipFindings::chosen);
}

void ClipFindings::ask(const QString& clip) {
    if (clip != clip_) {
        findings_.clear();
        trouble_.clear();
        is_known_ = false;
    }
    clip_ = clip;
    soon_.start();
    show_findings();
}

// What is asked while an answer is on its way is asked when that is there.
void ClipFindings::call() {
    if (clip_.isEmpty() || !desk_.is_open()) return;
    if (call_) return soon_.start();
    call_ = new Call(desk_,
                     {tr("check %1").arg(clip_),
                      {QStringLiteral("clip"), QStringLiteral("check"), QStringLiteral("--quick"), clip_}},
                     this);
    connect(call_, &Call::finished, this, [this, asked = clip_](const Answer& answer) {
        call_ = nullptr;
        if (asked != clip_) return;
        findings_.clear();
        is_known_ = true;
        trouble_ = answer.done() || answer.refused() ? QString() : answer.error;
        for (const auto& json : answer.json.array()) findings_.push_back(finding_of(json.toObject()));
        show_findings();
    });
    call_->start();
}

void ClipFindings::show_findings() {
    clear();
    for (const auto& finding : findings_) {
        const auto sign = finding.blocks ? tr("✕ stops it") : tr("⚠ to be known");
        const auto name = finding.words ? finding.words->name + QStringLiteral("\n") : QString();
        const auto mend = finding.words ? finding.words->mend : isolated(finding.mend);
        auto* item = new QListWidgetItem(
            QStringLiteral("%1 · %2%3\n%4 %5").arg(sign, name, isolated(finding.what), onwards(), mend), this);
        item->setToolTip(finding.at ? tr("%1 — click to go there").arg(finding.code) : finding.code);
    }
    if (findings_.empty() && !clip_.isEmpty())
        addItem(!is_known_ ? tr("Checking …") : trouble_.isEmpty() ? tr("Nothing was found.") : trouble_);
    Q_EMIT changed();
}

QString ClipFindings::summary() const {
    if (clip_.isEmpty()) return {};
    if (!is_known_) return tr("checking …");
    if (!trouble_.isEmpty()) return tr("not checked");
    if (findings_.empty()) return tr("no findings");
    return tr("%n finding(s)", nullptr, static_cast<int>(findings_.size()));
}

std::optional<QString> ClipFindings::why_not_rendered() const {
    const auto found = std::ranges::find_if(findings_, &ClipFinding::blocks_render);
    if (found == findings_.end()) return std::nullopt;
    return found->words ? tr("It cannot be rendered yet: %1. %2").arg(found->words->name, found->words->mend)
                        : tr("It cannot be rendered yet: %1").arg(isolated(found->what));
}

std::optional<ClipFinding> ClipFindings::next() const {
    const int row = currentRow();
    if (row >= 0 && row < static_cast<int>(findings_.size())) return findings_[static_cast<std::size_t>(row)];
    auto found = std::ranges::find_if(findings_, &ClipFinding::blocks_render);
    if (found == findings_.end()) found = std::ranges::find_if(findings_, &ClipFinding::blocks);
    return found == findings_.end() ? std::nullopt : std::optional(*found);
}

}  // namespace counterclip::ui
