// The transcript beside the picture: one or two languages, following the playhead; a click goes there, chosen lines are
// a stretch to mark. It reads the latest revisions of the recording and changes nothing. Without anybody signed in
// there are no lines (Desk::may_read_words).
#pragma once

#include <optional>

#include <QWidget>

#include "archive/records.h"
#include "core/time.h"
#include "ui/transcript/transcript_model.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QListView;

namespace counterclip::ui {

class Desk;

class TranscriptPanel : public QWidget {
    Q_OBJECT
  public:
    explicit TranscriptPanel(Desk& desk, QWidget* parent = nullptr);

    // The recording whose words read() shows; nothing: none is chosen.
    void open(const std::optional<archive::Recording>& recording);
    void read();  // anew, with the languages, the choice and the place as they are
    void set_playhead(Time t);
    void set_stretches(std::vector<TaggedStretch> stretches) { model_->set_stretches(std::move(stretches)); }
    // From the beginning of the first line chosen to the end of the last; nothing when one or none is.
    std::optional<Range> chosen() const;
    std::optional<Range> selected() const;  // the same, where one line is enough
    const TranscriptModel& model() const { return *model_; }
    QListView& list() const { return *list_; }
    void find();  // puts the cursor into the search field
    QString first_language() const;

  Q_SIGNALS:
    void seek_asked(qint64 pts);
    void chosen_changed();
    void language_chosen();

  private:
    void read_languages();
    void read_lines();
    void search(int way);
    void follow(int row);
    std::vector<captions::Cue> cues_of(const QString& language) const;

    Desk& desk_;
    std::optional<archive::Recording> recording_;
    TranscriptModel* model_;
    QListView* list_;
    QComboBox* first_;
    QComboBox* second_;
    QLineEdit* text_;
    QLabel* empty_;
};

}  // namespace counterclip::ui
