#include "ui/cut/composition.h"

#include <algorithm>
#include <set>

#include "consent/terms.h"
#include "core/day.h"
#include "core/error.h"
#include "ui/cut/cut_edits.h"
#include "ui/desk/desk.h"

namespace counterclip::ui {

QString next_code(const archive::Archive& archive, const QString& interview) {
    std::set<std::string> taken;
    for (const auto& line : archive.clip_lines({.text = interview.toStdString()}, today()).lines)
        taken.insert(line.code);
    for (const auto& clip : archive.discarded_clips()) taken.insert(clip.code);
    for (int n = 1;; ++n)
        if (const auto code = QStringLiteral("%1-%2").arg(interview).arg(n); !taken.contains(code.toStdString()))
            return code;
}

Composition::Composition(Desk& desk, Edits& edits, QObject* parent) : QObject(parent), desk_(desk), edits_(edits) {}

void Composition::read(const Material& material) {
    clip_.reset();
    try {
        if (desk_.is_open() && !desk_.clip().isEmpty()) clip_ = desk_.archive().clip(desk_.clip().toStdString());
    } catch (const Error& error) {
        desk_.say(Desk::Tone::trouble, QString::fromStdString(error.what()));
    }
    const auto of_it = [&](const archive::ClipPart& part) {
        return material.interview && part.interview == material.interview->code;
    };
    if (clip_ && std::ranges::none_of(clip_->parts, of_it)) clip_.reset();
    Q_EMIT changed();
}

Time Composition::length() const {
    Time all{};
    if (clip_)
        for (const auto& part : clip_->parts) all += duration(part.range);
    return all;
}

QString Composition::words_of(const archive::ClipPart& part) const {
    auto& archive = desk_.archive();
    std::optional<archive::Segment> segment;
    if (part.segment) {
        const auto all = archive.segments(part.interview);
        const auto found = std::ranges::find(all, *part.segment, &archive::Segment::id);
        if (found != all.end()) segment = *found;
    }
    return part_words(part, archive.recording(part.recording).position, segment ? &*segment : nullptr);
}

namespace {

// A voice that must not be known is silent until somebody chooses who speaks instead.
QString voice_asked_for(const archive::Archive& archive, const std::string& interview) {
    const auto consent = archive.latest_consent(interview);
    const bool may_be_heard =
        consent && consent::terms_for(*consent, consent::Use::public_).voice == consent::VoiceTerm::keep;
    return may_be_heard ? QString() : QStringLiteral("silence");
}

}  // namespace

void Composition::begin(const Material& material, const std::vector<qint64>& segments) {
    if (segments.empty() || !material.interview) return;
    QStringList parts;
    for (const auto id : segments) parts << QString::number(id);
    const auto code = next_code(desk_.archive(), desk_.interview());
    edits_.make(new_clip(code, parts, QString::fromStdString(material.interview->pseudonym),
                         voice_asked_for(desk_.archive(), material.interview->code)),
                [this, code](const Answer& answer) {
                    if (answer.done()) desk_.choose_clip(code);
                });
}

void Composition::set_parts(const std::vector<archive::ClipPart>& parts, const QString& title) {
    QStringList words;
    try {
        for (const auto& part : parts) words << words_of(part);
    } catch (const Error& error) {
        return desk_.say(Desk::Tone::trouble, QString::fromStdString(error.what()));
    }
    edits_.make(ui::set_parts(desk_.clip(), title, words));
}

void Composition::add(const std::vector<qint64>& segments) {
    if (!clip_) return;
    auto parts = clip_->parts;
    try {
        for (const auto id : segments) {
            const auto segment = desk_.archive().segment(id);
            parts.push_back({segment.interview, segment.recording, segment.range, segment.id});
        }
    } catch (const Error& error) {
        return desk_.say(Desk::Tone::trouble, QString::fromStdString(error.what()));
    }
    set_parts(parts, tr("add to the clip"));
}

void Composition::order(const std::vector<int>& rows) {
    if (!clip_ || rows.size() != clip_->parts.size()) return;
    std::vector<archive::ClipPart> parts;
    for (const auto row : rows) parts.push_back(clip_->parts.at(static_cast<std::size_t>(row)));
    if (std::ranges::is_sorted(rows)) return;
    set_parts(parts, tr("order of the clip"));
}

void Composition::move(int from, int to) {
    if (!clip_) return;
    const auto count = static_cast<int>(clip_->parts.size());
    if (from < 0 || from >= count || to < 0 || to >= count || from == to) return;
    std::vector<int> rows(clip_->parts.size());
    for (int n = 0; n < count; ++n) rows[static_cast<std::size_t>(n)] = n;
    rows.erase(rows.begin() + from);
    rows.insert(rows.begin() + to, from);
    order(rows);
}

void Composition::remove(int part) {
    if (!clip_ || part < 0 || part >= static_cast<int>(clip_->parts.size())) return;
    if (clip_->parts.size() == 1)
        return desk_.say(Desk::Tone::advice, tr("A clip needs a part: this is its last one."));
    auto parts = clip_->parts;
    parts.erase(parts.begin() + part);
    set_parts(parts, tr("remove a part"));
}

void Composition::trim(int part, Range range) {
    if (!clip_ || part < 0 || part >= static_cast<int>(clip_->parts.size())) return;
    if (is_empty(range)) return desk_.say(Desk::Tone::advice, tr("A part must end after it begins."));
    auto parts = clip_->parts;
    parts[static_cast<std::size_t>(part)].range = range;
    set_parts(parts, tr("trim a part"));
}

void Composition::set(const QString& option, const QString& value, const QString& title) {
    set_all({option, value}, title);
}

void Composition::set_all(const QStringList& options, const QString& title) {
    if (clip_) edits_.make(change_clip(desk_.clip(), tr("clip: %1").arg(title), options));
}

}  // namespace counterclip::ui
