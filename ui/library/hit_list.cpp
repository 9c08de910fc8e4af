#include "ui/library/hit_list.h"

#include <QJsonArray>
#include <QJsonObject>

#include "core/error.h"
#include "core/time.h"
#include "ui/desk/desk.h"
#include "ui/library/library_edits.h"
#include "ui/work/call.h"

namespace counterclip::ui {

namespace {

enum Role { interview_role = Qt::UserRole, recording_role, pts_role };

qint64 pts_of(const QJsonObject& hit) {
    const auto range = hit[QStringLiteral("range")].toObject();
    return parse_time(range[QStringLiteral("in")].toString().toStdString()).count();
}

}  // namespace

HitList::HitList(Desk& desk, QWidget* parent) : QListWidget(parent), desk_(desk) {
    setObjectName(QStringLiteral("hits"));
    setAccessibleName(tr("Where it was said"));
    setWordWrap(true);
    connect(this, &QListWidget::itemActivated, this, &HitList::go);
    connect(&desk_, &Desk::signed_in, this, [this] {
        forget();
        if (isVisibleTo(parentWidget()) && !text_.isEmpty()) search(text_, language_, tag_);
    });
}

void HitList::forget() {
    clear();
    if (!call_) return;
    call_->disconnect(this);
    call_->cancel();
    call_ = nullptr;
}

void HitList::search(const QString& text, const QString& language, const QString& tag) {
    forget();
    text_ = text;
    language_ = language;
    tag_ = tag;
    if (desk_.is_open() && !desk_.may_read_words()) {
        Q_EMIT found(tr("Sign in to search what was said."));
        return;
    }
    if (text.trimmed().isEmpty() || !desk_.is_open()) {
        Q_EMIT found(tr("Write what was said; “words in quotes” follow each other, word* may go on."));
        return;
    }
    Q_EMIT found(tr("searching …"));
    call_ = new Call(desk_, search_words(text, language, tag), this);
    connect(call_, &Call::finished, this, &HitList::take);
    call_->start();
}

void HitList::take(const Answer& answer) {
    call_ = nullptr;
    if (!answer.done()) {
        Q_EMIT found(answer.error);
        return;
    }
    for (const auto& value : answer.json.array()) {
        const auto hit = value.toObject();
        const auto interview = hit[QStringLiteral("interview")].toString();
        const auto text = hit[QStringLiteral("text")].toString().simplified();
        auto* item = new QListWidgetItem(QStringLiteral("%1   %2   %3\n%4")
                                             .arg(interview, QString::fromStdString(format_time(Time(pts_of(hit)))),
                                                  hit[QStringLiteral("language")].toString(), text),
                                         this);
        item->setData(interview_role, interview);
        item->setData(recording_role, hit[QStringLiteral("recording")].toInt());
        item->setData(pts_role, pts_of(hit));
        item->setToolTip(tr("Return goes there in Cut"));
    }
    if (count()) setCurrentRow(0);
    Q_EMIT found(count() ? tr("said %n time(s)", nullptr, count()) : tr("nobody says that"));
    if (!answer.remarks.isEmpty()) desk_.say(Desk::Tone::advice, answer.remarks.join(QStringLiteral("  ")));
}

void HitList::go() {
    const auto* item = currentItem();
    if (!item) return;
    try {
        desk_.choose_interview(item->data(interview_role).toString());
        desk_.choose_recording(item->data(recording_role).toInt());
    } catch (const Error& error) {
        return desk_.say(Desk::Tone::trouble, QString::fromStdString(error.what()));
    }
    Q_EMIT desk_.asked_for(QStringLiteral("cut"), item->data(pts_role).toLongLong());
}

}  // namespace counterclip::ui
