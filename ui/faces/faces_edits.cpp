#include "ui/faces/faces_edits.h"

#include <numbers>

#include <QJsonObject>

#include "ui/faces/faces_known.h"
#include "ui/words/tr.h"

namespace counterclip::ui {

namespace {

QStringList verb(const FacesAt& at, const char* name, const QStringList& more) {
    QStringList words{QStringLiteral("faces")};
    words << QString::fromLatin1(name).split(u' ') << at.interview << more;
    return words << QStringLiteral("--recording") << QString::number(at.recording);
}

// In one word: what people write may begin with a dash.
QString option(const char* name, const QString& text) {
    return QString::fromLatin1(name) + u'=' + text;
}

QString number(qint64 n) {
    return QString::number(n);
}

Step with_way_back(QStringList there, QStringList back) {
    return {std::move(there), [back = std::move(back)](const QJsonDocument&) { return WayBack{back}; }};
}

// What an edit of a track made is taken back by the track's own undo.
Edit edit_of_track(const QString& title, const FacesAt& at, qint64 track, QStringList words) {
    return {title, {with_way_back(std::move(words), verb(at, "undo", {number(track)}))}};
}

QString key_text(const faces::RegionKey& key) {
    const auto px = [](float v) { return QString::number(static_cast<double>(v), 'f', 2); };
    QStringList fields{exact_time(key.pts), px(key.x), px(key.y), px(key.w), px(key.h)};
    if (key.angle != 0) fields << px(key.angle * 180 / std::numbers::pi_v<float>);
    return fields.join(u',');
}

QStringList place_of(const faces::Region& region) {
    QStringList words{QString::fromStdString(region.what), QStringLiteral("--shape"),
                      QString::fromStdString(faces::to_string(region.shape))};
    if (!region.note.empty()) words << option("--note", QString::fromStdString(region.note));
    return words;
}

// Adds a region whose number only the answer knows.
Step adding_region(const FacesAt& at, QStringList words) {
    return {std::move(words), [at](const QJsonDocument& answer) {
                const auto id = number(answer.object()[QLatin1String("id")].toInteger());
                return WayBack{verb(at, "region remove", {id, option("--reason", tr("taken back"))}),
                               verb(at, "region restore", {id})};
            }};
}

Step adding(const FacesAt& at, const faces::Region& region) {
    auto words = place_of(region);
    for (const auto& key : region.keys) words << QStringLiteral("--key") << key_text(key);
    words << QStringLiteral("--out") << exact_time(region.out);
    return adding_region(at, verb(at, "region add", words));
}

Step removing(const FacesAt& at, qint64 region, const QString& why) {
    return with_way_back(verb(at, "region remove", {number(region), option("--reason", why)}),
                         verb(at, "region restore", {number(region)}));
}

}  // namespace

QString exact_time(Time t) {
    const auto ms = QString::fromStdString(format_time(t));
    return ms + QStringLiteral("%1").arg(t.count() % 1'000'000, 6, 10, QLatin1Char('0'));
}

Edit say_no_face(const FacesAt& at, const faces::Gap& gap, const QString& why) {
    return {
        tr("no face in gap %1").arg(gap.id),
        {with_way_back(verb(at, "resolve", {number(gap.id), QStringLiteral("--no-face"), option("--resolution", why)}),
                       verb(at, "reopen", {number(gap.id)}))}};
}

Edit extend_over_gap(const FacesAt& at, const faces::Gap& gap) {
    return edit_of_track(tr("extend over gap %1").arg(gap.id), at, gap.track,
                         verb(at, "resolve", {number(gap.id), QStringLiteral("--extend")}));
}

Edit cover_gap(const FacesAt& at, const faces::Gap& gap, qint64 region) {
    return {tr("cover gap %1").arg(gap.id),
            {with_way_back(verb(at, "resolve", {number(gap.id), QStringLiteral("--region"), number(region)}),
                           verb(at, "reopen", {number(gap.id)}))}};
}

Edit reopen_gap(const FacesAt& at, const faces::Gap& gap) {
    return {tr("open gap %1 again").arg(gap.id), {{verb(at, "reopen", {number(gap.id)})}}};
}

Edit label_track(const FacesAt& at, const faces::Track& track, faces::Label label) {
    const auto words = [&](faces::Label l) {
        return verb(at, "label", {number(track.id), QString::fromStdString(faces::to_string(l))});
    };
    // "No face" is said by deleting, with a reason: there is no label to go back to.
    const bool has_way = track.label != faces::Label::not_a_face;
    return {tr("person %1: %2").arg(track.id).arg(in_words(label)),
            {with_way_back(words(label), has_way ? words(track.label) : QStringList())}};
}

Edit show_face(const FacesAt& at, const faces::Track& track, faces::Label person) {
    const bool has_way = track.label != faces::Label::not_a_face;
    return {tr("show person %1").arg(track.id),
            {with_way_back(
                verb(at, "show-face", {number(track.id), QString::fromStdString(faces::to_string(person))}),
                has_way ? verb(at, "label", {number(track.id), QString::fromStdString(faces::to_string(track.label))})
                        : QStringList())}};
}

Edit merge_tracks(const FacesAt& at, qint64 kept, qint64 other) {
    return edit_of_track(tr("merge person %1 and %2").arg(kept).arg(other), at, kept,
                         verb(at, "merge", {number(kept), number(other)}));
}

Edit split_track(const FacesAt& at, qint64 track, Time when) {
    return edit_of_track(tr("split person %1").arg(track), at, track,
                         verb(at, "split", {number(track), QStringLiteral("--at"), exact_time(when)}));
}

Edit extend_track(const FacesAt& at, qint64 track, Range range) {
    return edit_of_track(tr("extend person %1").arg(track), at, track,
                         verb(at, "extend",
                              {number(track), QStringLiteral("--in"), exact_time(range.in), QStringLiteral("--out"),
                               exact_time(range.out)}));
}

Edit delete_track(const FacesAt& at, qint64 track, const QString& why) {
    return edit_of_track(tr("person %1 is no face").arg(track), at, track,
                         verb(at, "delete", {number(track), option("--reason", why)}));
}

Edit add_region(const FacesAt& at, const faces::Region& region) {
    return {tr("hide %1").arg(QString::fromStdString(region.what)), {adding(at, region)}};
}

Edit change_region(const FacesAt& at, const faces::Region& old, const faces::Region& changed) {
    return {tr("move %1").arg(QString::fromStdString(old.what)),
            {adding(at, changed), removing(at, old.id, tr("drawn anew"))}};
}

Edit remove_region(const FacesAt& at, const faces::Region& region, const QString& why) {
    return {tr("no longer hide %1").arg(QString::fromStdString(region.what)), {removing(at, region.id, why)}};
}

Edit follow_region(const FacesAt& at, const faces::Region& drawn, Range within, qint64 instead_of) {
    auto words = place_of(drawn);
    words << QStringLiteral("--key") << key_text(drawn.keys.front()) << QStringLiteral("--in") << exact_time(within.in)
          << QStringLiteral("--out") << exact_time(within.out);
    Edit edit{tr("follow %1").arg(QString::fromStdString(drawn.what)), {adding_region(at, verb(at, "follow", words))}};
    if (instead_of != 0) edit.steps.push_back(removing(at, instead_of, tr("followed instead")));
    return edit;
}

Ask analyse_faces(const FacesAt& at, bool segments_only) {
    auto words = verb(at, "analyze", {});
    if (segments_only) words << QStringLiteral("--segments");
    return {tr("find faces in %1").arg(at.interview), words};
}

}  // namespace counterclip::ui
