#include "ui/cut/cut_lanes.h"

#include <algorithm>

#include "archive/ranges.h"
#include "ui/derived/thumbnails.h"
#include "ui/derived/waveform.h"
#include "ui/words/tr.h"

namespace counterclip::ui {

namespace {

// px
constexpr int picture_height = 40;
constexpr int sound_height = 32;

// What an editor must not overlook in a segment, as words behind its tags.
QStringList flags_of(const archive::Segment& s) {
    QStringList words;
    if (s.incriminating) words << tr("incriminating");
    if (s.identifying) words << tr("identifying");
    if (s.third_party) words << tr("of a third party");
    if (s.distress) words << tr("distress");
    return words;
}

LaneItem item_of(const archive::Segment& s, const TagPalette& palette) {
    const auto flags = flags_of(s);
    auto text = title_of(s);
    auto tip = tr("segment %1: %2").arg(s.id).arg(text);
    if (!flags.isEmpty()) {
        text.prepend(QStringLiteral("! "));
        tip += QStringLiteral("\n") + flags.join(QStringLiteral(", "));
    }
    if (!s.note.empty()) tip += QStringLiteral("\n") + QString::fromStdString(s.note);
    const bool hides = s.incriminating || s.identifying;
    return {s.id, s.range, text, tip, hides ? Mood::warn : Mood::plain, palette.colour_of(s), true};
}

LaneItem item_of(const archive::Redaction& r) {
    const bool incriminates = r.why == archive::Danger::incriminating;
    const auto word = incriminates ? tr("incriminating") : tr("identifying");
    auto tip = tr("redaction %1: %2, %3").arg(r.id).arg(word, QString::fromStdString(to_string(r.how)));
    tip += QStringLiteral("\n") + QString::fromStdString(r.reason);
    return {r.id, r.range, word, tip, incriminates ? Mood::stop : Mood::warn};
}

QString name_of(faces::Label label) {
    switch (label) {
        case faces::Label::subject:
            return tr("subject");
        case faces::Label::interviewer:
            return tr("interviewer");
        case faces::Label::translator:
            return tr("translator");
        case faces::Label::guard:
            return tr("guard");
        case faces::Label::bystander:
            return tr("bystander");
        case faces::Label::not_a_face:
        case faces::Label::unlabelled:
            break;
    }
    return tr("hidden until labelled");
}

std::vector<LaneItem> face_items(const Material& m, const FacesSeen& faces) {
    std::vector<LaneItem> items;
    if (m.recording && m.recording->has_picture)
        for (const auto& range :
             archive::outside(Range{Time(0), m.recording->duration}, archive::joined(faces.analysed)))
            items.push_back({0, range, tr("not looked at: all hidden"),
                             tr("Faces were not looked for here, so the whole "
                                "picture is hidden. Find them in Faces."),
                             Mood::warn});
    for (const auto& span : faces.spans) {
        const bool shown = std::ranges::find(m.shown, span.label) != m.shown.end();
        const bool labelled = span.label != faces::Label::unlabelled;
        auto text = tr("person %1 · %2").arg(span.track).arg(name_of(span.label));
        if (labelled) text += shown ? tr(" · shown") : tr(" · hidden");
        const auto mood = !labelled ? Mood::warn : shown ? Mood::plain : Mood::safe;
        items.push_back({span.track, span.range, text, text, mood});
    }
    return items;
}

std::vector<LaneItem> gap_items(const FacesSeen& faces) {
    std::vector<LaneItem> items;
    for (const auto& gap : faces.gaps)
        if (gap.resolved_by.empty())
            items.push_back({gap.id, gap.range, tr("gap"),
                             tr("gap: %1; hidden whole until somebody resolves it (double click: Faces)")
                                 .arg(QString::fromStdString(to_string(gap.reason))),
                             Mood::stop});
    return items;
}

std::vector<LaneItem> cue_items(const Material& m) {
    std::vector<LaneItem> items;
    items.reserve(m.cues.size());
    qint64 number = 0;
    for (const auto& cue : m.cues) items.push_back({++number, cue.range, {}, tr("cue %1").arg(number), Mood::plain});
    return items;
}

}  // namespace

QString title_of(const archive::Segment& segment) {
    QStringList tags;
    for (const auto& tag : segment.tags) tags << QString::fromStdString(tag);
    if (!tags.isEmpty()) return tags.join(QStringLiteral(", "));
    const auto flags = flags_of(segment);
    return flags.isEmpty() ? tr("segment %1").arg(segment.id) : flags.join(QStringLiteral(", "));
}

std::vector<Lane> cut_lanes(const Material& m, const FacesSeen& faces, const TagPalette& palette,
                            Thumbnails& thumbnails, const Waveform& waveform) {
    std::vector<Lane> lanes;
    if (!m.recording) return lanes;
    const auto& recording = *m.recording;
    const bool exists = !m.is_purged();
    if (recording.has_picture && exists)
        lanes.push_back(
            {QStringLiteral("thumbnails"),
             tr("thumbnails"),
             {},
             picture_height,
             [&thumbnails](QPainter& p, QRect place, Range visible) { thumbnails.paint(p, place, visible); }});
    if (recording.has_sound && exists)
        lanes.push_back({QStringLiteral("sound"),
                         tr("sound"),
                         {},
                         sound_height,
                         [&waveform](QPainter& p, QRect place, Range visible) { waveform.paint(p, place, visible); }});
    Lane segments{QStringLiteral("segments"), tr("segments")};
    for (const auto& segment : m.segments) segments.items.push_back(item_of(segment, palette));
    Lane redactions{QStringLiteral("redactions"), tr("redactions")};
    for (const auto& redaction : m.redactions) redactions.items.push_back(item_of(redaction));
    lanes.push_back(std::move(segments));
    lanes.push_back({QStringLiteral("cues"), tr("cues"), cue_items(m)});
    lanes.push_back(std::move(redactions));
    if (recording.has_picture) {
        lanes.push_back({QStringLiteral("faces"), tr("faces"), face_items(m, faces)});
        lanes.push_back({QStringLiteral("gaps"), tr("gaps"), gap_items(faces)});
    }
    Lane evidence{QStringLiteral("evidence"), tr("evidence")};
    if (m.evidence)
        evidence.items.push_back(
            {1, *m.evidence, tr("consent, said here"), tr("Where consent was given on this recording"), Mood::safe});
    lanes.push_back(std::move(evidence));
    return lanes;
}

}  // namespace counterclip::ui
