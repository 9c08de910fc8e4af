#include "ui/cut/cut_edits.h"

#include <algorithm>

#include <QJsonObject>

#include "ui/words/tr.h"

namespace counterclip::ui {

namespace {

QString number(std::int64_t n) {
    return QString::number(n);
}

QString id_of(const QJsonDocument& answer) {
    return number(answer[QStringLiteral("id")].toInteger());
}

QStringList times(Range range) {
    return {QStringLiteral("--in"), exact(range.in), QStringLiteral("--out"), exact(range.out)};
}

QStringList place(const Stretch& stretch) {
    return QStringList{stretch.interview, QStringLiteral("--recording"), number(stretch.recording)} +
           times(stretch.range);
}

Edit one(QString title, QStringList verb, std::function<WayBack(const QJsonDocument&)> way_back) {
    return {std::move(title), {{std::move(verb), std::move(way_back)}}};
}

// A way back that is known before.
std::function<WayBack(const QJsonDocument&)> always(QStringList back) {
    return [back = std::move(back)](const QJsonDocument&) { return WayBack{back}; };
}

QStringList change_segment(std::int64_t id, const QStringList& options) {
    return QStringList{QStringLiteral("segment"), QStringLiteral("change"), number(id)} + options;
}

}  // namespace

QString exact(Time t) {
    auto text = QString::fromStdString(format_time(t));
    const auto below_ms = t.count() % 1'000'000;
    return text + QStringLiteral("%1").arg(below_ms, 6, 10, QLatin1Char('0'));
}

Edit tag_stretch(const Stretch& stretch, const QString& tag) {
    return one(tr("mark “%1”").arg(tag),
               QStringList{QStringLiteral("segment"), QStringLiteral("add")} + place(stretch) +
                   QStringList{QStringLiteral("--tag"), tag},
               [](const QJsonDocument& answer) {
                   const auto id = id_of(answer);
                   return WayBack{{QStringLiteral("segment"), QStringLiteral("remove"), id},
                                  {QStringLiteral("segment"), QStringLiteral("restore"), id}};
               });
}

Edit toggle_tag(const archive::Segment& segment, const QString& tag) {
    const bool has = std::ranges::find(segment.tags, tag.toStdString()) != segment.tags.end();
    const auto add = change_segment(segment.id, {QStringLiteral("--tag"), tag});
    const auto take = change_segment(segment.id, {QStringLiteral("--untag"), tag});
    return one(has ? tr("take “%1” from segment %2").arg(tag).arg(segment.id)
                   : tr("tag segment %2 “%1”").arg(tag).arg(segment.id),
               has ? take : add, always(has ? add : take));
}

Edit trim_segment(const archive::Segment& segment, Range range) {
    return one(tr("trim segment %1").arg(segment.id), change_segment(segment.id, times(range)),
               always(change_segment(segment.id, times(segment.range))));
}

Edit remove_segment(const archive::Segment& segment) {
    return one(tr("remove segment %1").arg(segment.id),
               {QStringLiteral("segment"), QStringLiteral("remove"), number(segment.id)},
               always({QStringLiteral("segment"), QStringLiteral("restore"), number(segment.id)}));
}

Edit redact_stretch(const Stretch& stretch, archive::Danger danger, archive::Removal how, const QString& reason) {
    const auto why = QString::fromStdString(to_string(danger));
    return one(danger == archive::Danger::identifying ? tr("redact: identifying") : tr("redact: incriminating"),
               QStringList{QStringLiteral("redact"), QStringLiteral("add")} + place(stretch) +
                   QStringList{QStringLiteral("--why"), why, QStringLiteral("--how"),
                               QString::fromStdString(to_string(how)), QStringLiteral("--reason"), reason},
               [](const QJsonDocument& answer) {
                   const auto id = id_of(answer);
                   return WayBack{{QStringLiteral("redact"), QStringLiteral("remove"), id, QStringLiteral("--reason"),
                                   tr("taken back at once")},
                                  {QStringLiteral("redact"), QStringLiteral("restore"), id}};
               });
}

Ask find_faces_in(const Stretch& stretch) {
    return {tr("find faces in %1").arg(stretch.interview),
            QStringList{QStringLiteral("faces"), QStringLiteral("analyze")} + place(stretch)};
}

Edit remove_redaction(const archive::Redaction& redaction, const QString& reason) {
    return one(
        tr("remove redaction %1").arg(redaction.id),
        {QStringLiteral("redact"), QStringLiteral("remove"), number(redaction.id), QStringLiteral("--reason"), reason},
        always({QStringLiteral("redact"), QStringLiteral("restore"), number(redaction.id)}));
}

Edit new_clip(const QString& code, const QStringList& parts, const QString& lower_third, const QString& disguise) {
    QStringList verb{QStringLiteral("clip"), QStringLiteral("new"), code};
    for (const auto& part : parts) verb << QStringLiteral("--part") << part;
    if (!lower_third.isEmpty()) verb << QStringLiteral("--lower-third") << lower_third;
    if (!disguise.isEmpty()) verb << QStringLiteral("--disguise") << disguise;
    return one(tr("new clip %1").arg(code), verb, [code](const QJsonDocument&) {
        return WayBack{
            {QStringLiteral("clip"), QStringLiteral("discard"), code, QStringLiteral("--reason=") + tr("taken back")},
            {QStringLiteral("clip"), QStringLiteral("restore"), code}};
    });
}

// The answer says which version it was before and which it is now; a program that says neither cannot take it back.
Edit change_clip(const QString& code, const QString& title, const QStringList& options) {
    return one(title, QStringList{QStringLiteral("clip"), QStringLiteral("change"), code} + options,
               [code](const QJsonDocument& answer) {
                   const auto to = [&](const char* which) {
                       const auto version = answer[QLatin1String(which)].toInteger();
                       return version > 0 ? QStringList{QStringLiteral("clip"), QStringLiteral("revert"), code,
                                                        QStringLiteral("--to"), number(version)}
                                          : QStringList();
                   };
                   return WayBack{to("version"), to("new_version")};
               });
}

Edit set_parts(const QString& code, const QString& title, const QStringList& parts) {
    QStringList options;
    for (const auto& part : parts) options << QStringLiteral("--part") << part;
    return change_clip(code, title, options);
}

QString part_words(const archive::ClipPart& part, int position, const archive::Segment* segment) {
    if (segment && segment->range == part.range) return number(segment->id);
    const auto range = exact(part.range.in) + QStringLiteral("-") + exact(part.range.out);
    if (segment && contains(segment->range, part.range)) return number(segment->id) + QStringLiteral("@") + range;
    return QStringLiteral("%1:%2:%3").arg(QString::fromStdString(part.interview)).arg(position).arg(range);
}

}  // namespace counterclip::ui
