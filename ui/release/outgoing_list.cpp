#include "ui/release/outgoing_list.h"

#include <QSignalBlocker>

#include "core/day.h"
#include "core/error.h"
#include "ui/desk/desk.h"
#include "ui/promise/stages.h"

namespace counterclip::ui {

namespace {

constexpr std::int64_t most_of_a_stage = 200;

const std::vector<const char*>& in_order() {
    static const std::vector<const char*> stages{"approved", "released", "second approval", "verified",  "rendered",
                                                 "stale",    "refused",  "expired",         "withdrawn", "draft"};
    return stages;
}

}  // namespace

OutgoingList::OutgoingList(Desk& desk, QWidget* parent) : QListWidget(parent), desk_(desk) {
    setObjectName(QStringLiteral("clips"));
    setAccessibleName(tr("Clips, those that can go out first"));
    setWordWrap(true);
}

void OutgoingList::read() {
    const auto chosen = clip();
    const QSignalBlocker still(this);
    clear();
    ready_ = 0;
    if (!desk_.is_open()) return;
    try {
        for (const auto* stage : in_order()) {
            archive::ClipFilter filter;
            filter.stage = stage;
            filter.limit = most_of_a_stage;
            const auto page = desk_.archive().clip_lines(filter, today());
            if (filter.stage == "approved") ready_ = static_cast<int>(page.total);
            for (const auto& line : page.lines) {
                const auto code = QString::fromStdString(line.code);
                auto text = code;
                if (!line.title.empty()) text += QStringLiteral("  “%1”").arg(QString::fromStdString(line.title));
                auto* item = new QListWidgetItem(text + QLatin1Char('\n') + standing_in_words(line), this);
                item->setData(Qt::UserRole, code);
                item->setForeground(text_colour_of(mood_of_stage(line.stage)));
            }
        }
    } catch (const Error& error) {
        desk_.say(Desk::Tone::trouble, QString::fromStdString(error.what()));
    }
    choose(chosen);
}

QString OutgoingList::clip() const {
    return currentItem() ? currentItem()->data(Qt::UserRole).toString() : QString();
}

void OutgoingList::choose(const QString& clip) {
    for (int row = 0; row < count(); ++row)
        if (item(row)->data(Qt::UserRole).toString() == clip) return setCurrentRow(row);
    setCurrentRow(-1);
}

}  // namespace counterclip::ui
