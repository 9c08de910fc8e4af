#include "ui/audit/audit_edits.h"

#include "ui/words/tr.h"

namespace counterclip::ui {

namespace {

QStringList decision(const QString& verb, const QString& clip, qint64 render, const QString& reason) {
    QStringList words{verb, clip, QStringLiteral("--render"), QString::number(render)};
    // In one word: a reason may begin with a dash.
    if (!reason.isEmpty()) words << QStringLiteral("--reason=") + reason;
    return words;
}

}  // namespace

Edit approve_render(const QString& clip, qint64 render, const QString& reason, bool listened, bool looked_at_names) {
    auto words = decision(QStringLiteral("approve"), clip, render, reason);
    if (listened) words << QStringLiteral("--listened");
    if (looked_at_names) words << QStringLiteral("--looked-at-names");
    return {tr("approve %1").arg(clip), {{words}}};
}

Edit refuse_render(const QString& clip, qint64 render, const QString& reason) {
    return {tr("refuse %1").arg(clip), {{decision(QStringLiteral("refuse"), clip, render, reason)}}};
}

Ask check_for_approval(const QString& clip) {
    return {
        tr("check %1").arg(clip),
        {QStringLiteral("clip"), QStringLiteral("check"), clip, QStringLiteral("--for"), QStringLiteral("approve")}};
}

Ask report_on(const QString& clip) {
    return {tr("audit report of %1").arg(clip), {QStringLiteral("audit"), QStringLiteral("report"), clip}};
}

}  // namespace counterclip::ui
