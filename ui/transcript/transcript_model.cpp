#include "ui/transcript/transcript_model.h"

#include <algorithm>

namespace counterclip::ui {

void TranscriptModel::set_lines(std::vector<TranscriptLine> lines) {
    beginResetModel();
    lines_ = std::move(lines);
    current_ = -1;
    endResetModel();
}

void TranscriptModel::set_stretches(std::vector<TaggedStretch> stretches) {
    stretches_ = std::move(stretches);
    if (!lines_.empty()) Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

void TranscriptModel::set_playhead(Time t) {
    const auto found = line_at(lines_, t);
    const int now = found ? static_cast<int>(*found) : -1;
    if (now == current_) return;
    const int before = std::exchange(current_, now);
    for (const int row : {before, now})
        if (row >= 0 && row < rowCount()) Q_EMIT dataChanged(index(row), index(row));
    Q_EMIT current_changed(now);
}

const TaggedStretch* TranscriptModel::stretch_of(int row) const {
    const auto& range = line(row).range;
    const auto middle = range.in + duration(range) / 2;
    const auto found =
        std::ranges::find_if(stretches_, [&](const TaggedStretch& s) { return contains(s.range, middle); });
    return found == stretches_.end() ? nullptr : &*found;
}

int TranscriptModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(lines_.size());
}

QVariant TranscriptModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const auto& line = this->line(index.row());
    const auto time = QString::fromStdString(format_time(line.range.in));
    switch (role) {
        case Qt::DisplayRole:
            return line.hidden ? tr("redacted") : line.text;
        case Qt::AccessibleTextRole: {
            QStringList words{time, line.hidden ? tr("redacted") : line.text, line.second};
            if (line.redacted && !line.hidden) words << tr("in part redacted");
            if (const auto* stretch = stretch_of(index.row())) words << tr("segment %1").arg(stretch->tag);
            words.removeAll(QString());
            return words.join(QStringLiteral(", "));
        }
        case Qt::ToolTipRole: {
            QStringList words{time};
            if (!line.speaker.isEmpty()) words << line.speaker;
            if (const auto* stretch = stretch_of(index.row())) words << tr("segment: %1").arg(stretch->tag);
            return words.join(QStringLiteral(" · "));
        }
        default:
            return {};
    }
}

}  // namespace counterclip::ui
