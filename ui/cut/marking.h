// What an editor does with a recording: marks a stretch, tags it, takes it out, trims and removes what is there. Holds
// the marks and what is chosen; every change is an edit.
//
// Window's thread.
#pragma once

#include <optional>
#include <vector>

#include <QObject>

#include "archive/words_records.h"
#include "core/time.h"
#include "ui/cut/material.h"

namespace counterclip::ui {

class Desk;
class Edits;

class Marking : public QObject {
    Q_OBJECT
  public:
    Marking(Desk& desk, Edits& edits, QObject* parent);

    // What the archive holds now; lives in the room. Forgets what is chosen and no longer there.
    void set_material(const Material& material);
    void forget();  // marks and choice: another recording

    // Why nothing can be changed now; empty: it can.
    QString why_not() const;

    void mark_in(Time t);
    void mark_out(Time t);
    void mark(Range range);
    void clear_marks();
    std::optional<Time> in() const { return in_; }
    std::optional<Time> out() const { return out_; }
    std::optional<Range> marked() const;  // between both marks, where both are set

    // Segments, the first one chosen first; or one redaction.
    void choose_segment(qint64 id, bool also = false);
    void choose_redaction(qint64 id);
    void choose_nothing();
    const std::vector<qint64>& segments() const { return segments_; }
    std::optional<qint64> redaction() const { return redaction_; }

    // The marked stretch becomes a segment with the tag, and is chosen; where it is one already, or nothing is marked,
    // the segments chosen get the tag or lose it.
    void tag(const QString& tag);
    void trim(qint64 segment, Range range);
    void redact(archive::Danger danger, archive::Removal how, const QString& reason);
    void remove_chosen(const QString& reason = {});  // a redaction needs one

  Q_SIGNALS:
    void marks_changed();
    void choice_changed();

  private:
    bool may_change();
    int position() const { return material_->recording->position; }
    void toggle_on_chosen(const QString& tag);
    Desk& desk_;
    Edits& edits_;
    const Material* material_ = nullptr;
    std::optional<Time> in_;
    std::optional<Time> out_;
    std::vector<qint64> segments_;
    std::optional<qint64> redaction_;
};

}  // namespace counterclip::ui
