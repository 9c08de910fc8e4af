// The lines of a transcript as a list, with what is marked in it: the line of the playhead and the segments' tags.
#pragma once

#include <vector>

#include <QAbstractListModel>
#include <QColor>

#include "ui/transcript/lines.h"

namespace counterclip::ui {

// A stretch that bears a colour and a word at the side of its lines: a segment and its tag.
struct TaggedStretch {
    Range range;
    QColor colour;
    QString tag;
};

class TranscriptModel : public QAbstractListModel {
    Q_OBJECT
  public:
    using QAbstractListModel::QAbstractListModel;

    void set_lines(std::vector<TranscriptLine> lines);
    void set_stretches(std::vector<TaggedStretch> stretches);
    void set_playhead(Time t);
    const std::vector<TranscriptLine>& lines() const { return lines_; }
    const TranscriptLine& line(int row) const { return lines_.at(static_cast<std::size_t>(row)); }
    int current() const { return current_; }  // row of the playhead; -1 = none
    const TaggedStretch* stretch_of(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

  Q_SIGNALS:
    void current_changed(int row);

  private:
    std::vector<TranscriptLine> lines_;
    std::vector<TaggedStretch> stretches_;
    int current_ = -1;
};

}  // namespace counterclip::ui
