#include "ui/cut/marking.h"

#include <algorithm>

#include <QJsonDocument>

#include "ui/cut/cut_edits.h"
#include "ui/desk/desk.h"

namespace counterclip::ui {

Marking::Marking(Desk& desk, Edits& edits, QObject* parent) : QObject(parent), desk_(desk), edits_(edits) {}

void Marking::set_material(const Material& material) {
    material_ = &material;
    const auto count = segments_.size();
    std::erase_if(segments_, [&](qint64 id) { return !material.segment(id); });
    const bool redaction_gone = redaction_ && !material.redaction(*redaction_);
    if (redaction_gone) redaction_.reset();
    if (redaction_gone || count != segments_.size()) Q_EMIT choice_changed();
}

void Marking::forget() {
    clear_marks();
    choose_nothing();
}

QString Marking::why_not() const {
    if (!material_ || !material_->interview) return tr("Choose an interview in the Library first.");
    if (!material_->recording) return tr("This interview has no recording to cut.");
    if (material_->is_purged()) return tr("This recording was destroyed on request; nothing of it can be changed.");
    if (desk_.by().isEmpty()) return tr("Sign in to change something.");
    if (!desk_.has_role(QStringLiteral("editor")))
        return tr("%1 is no editor; only editors may change segments and clips.").arg(desk_.by());
    return {};
}

bool Marking::may_change() {
    const auto why = why_not();
    if (!why.isEmpty()) desk_.say(Desk::Tone::advice, why);
    return why.isEmpty();
}

void Marking::mark_in(Time t) {
    in_ = t;
    if (out_ && *out_ <= t) out_.reset();
    Q_EMIT marks_changed();
}

void Marking::mark_out(Time t) {
    if (material_ && material_->recording) t = std::min(t, material_->recording->duration);
    out_ = t;
    if (in_ && *in_ >= t) in_.reset();
    Q_EMIT marks_changed();
}

void Marking::mark(Range range) {
    in_ = range.in;
    out_ = range.out;
    Q_EMIT marks_changed();
}

void Marking::clear_marks() {
    in_.reset();
    out_.reset();
    Q_EMIT marks_changed();
}

std::optional<Range> Marking::marked() const {
    if (!in_ || !out_) return std::nullopt;
    return Range{*in_, *out_};
}

void Marking::choose_segment(qint64 id, bool also) {
    redaction_.reset();
    const auto found = std::ranges::find(segments_, id);
    if (!also)
        segments_ = {id};
    else if (found != segments_.end())
        segments_.erase(found);
    else
        segments_.push_back(id);
    Q_EMIT choice_changed();
}

void Marking::choose_redaction(qint64 id) {
    segments_.clear();
    redaction_ = id;
    Q_EMIT choice_changed();
}

void Marking::choose_nothing() {
    segments_.clear();
    redaction_.reset();
    Q_EMIT choice_changed();
}

void Marking::toggle_on_chosen(const QString& tag) {
    for (const auto id : segments_)
        if (const auto* segment = material_->segment(id)) edits_.make(toggle_tag(*segment, tag));
}

void Marking::tag(const QString& tag) {
    if (!may_change()) return;
    const auto stretch = marked();
    const auto* chosen = segments_.size() == 1 ? material_->segment(segments_.front()) : nullptr;
    const bool is_segment_already = stretch && chosen && chosen->range == *stretch;
    if (stretch && !is_segment_already) {
        edits_.make(tag_stretch({desk_.interview(), position(), *stretch}, tag), [this](const Answer& answer) {
            const auto id = answer.json[QStringLiteral("id")].toInteger();
            if (answer.done() && material_->segment(id)) choose_segment(id);
        });
        return;
    }
    if (segments_.empty())
        return desk_.say(Desk::Tone::advice,
                         tr("Mark a stretch first: I where it begins, O where it ends; or choose lines or a segment."));
    toggle_on_chosen(tag);
}

void Marking::trim(qint64 segment, Range range) {
    const auto* record = material_->segment(segment);
    if (!record || !may_change()) return;
    edits_.make(trim_segment(*record, range));
}

void Marking::redact(archive::Danger danger, archive::Removal how, const QString& reason) {
    const auto stretch = marked();
    if (!stretch || !may_change()) return;
    edits_.make(redact_stretch({desk_.interview(), position(), *stretch}, danger, how, reason),
                [this](const Answer& answer) {
                    const auto id = answer.json[QStringLiteral("id")].toInteger();
                    if (answer.done() && material_->redaction(id)) choose_redaction(id);
                });
}

void Marking::remove_chosen(const QString& reason) {
    if (!may_change()) return;
    if (redaction_) {
        if (const auto* record = material_->redaction(*redaction_)) edits_.make(remove_redaction(*record, reason));
        return;
    }
    if (segments_.empty()) return desk_.say(Desk::Tone::advice, tr("Choose a segment or a redaction to remove first."));
    for (const auto id : segments_)
        if (const auto* segment = material_->segment(id)) edits_.make(remove_segment(*segment));
}

}  // namespace counterclip::ui
