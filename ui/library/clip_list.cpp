#include "ui/library/clip_list.h"

#include "core/day.h"
#include "core/error.h"
#include "ui/desk/desk.h"
#include "ui/promise/stages.h"

namespace counterclip::ui {

namespace {

constexpr std::int64_t most_shown = 500;

}  // namespace

ClipList::ClipList(Desk& desk, QWidget* parent) : QListWidget(parent), desk_(desk) {
    setObjectName(QStringLiteral("clips of interview"));
    setAccessibleName(tr("Clips of the chosen interview"));
    connect(this, &QListWidget::itemActivated, this, &ClipList::open);
}

void ClipList::read() {
    clear();
    if (!desk_.is_open() || desk_.interview().isEmpty()) return;
    try {
        archive::ClipFilter filter;
        filter.interview = desk_.interview().toStdString();
        filter.limit = most_shown;
        for (const auto& line : desk_.archive().clip_lines(filter, today()).lines) {
            const auto code = QString::fromStdString(line.code);
            auto* item = new QListWidgetItem(code + QStringLiteral("   ") + standing_in_words(line), this);
            item->setData(Qt::UserRole, code);
            item->setForeground(text_colour_of(mood_of_stage(line.stage)));
            item->setToolTip(QString::fromStdString(line.title));
        }
    } catch (const Error& error) {
        desk_.say(Desk::Tone::trouble, QString::fromStdString(error.what()));
    }
    if (count()) return;
    auto* empty = new QListWidgetItem(tr("No clip of it yet: cut one in Cut (F3)."), this);
    empty->setFlags(Qt::NoItemFlags);
}

void ClipList::open(const QListWidgetItem* item) {
    const auto code = item->data(Qt::UserRole).toString();
    if (code.isEmpty()) return;
    try {
        desk_.choose_clip(code);
    } catch (const Error& error) {
        return desk_.say(Desk::Tone::trouble, QString::fromStdString(error.what()));
    }
    Q_EMIT desk_.asked_for(QStringLiteral("cut"), -1);
}

}  // namespace counterclip::ui
