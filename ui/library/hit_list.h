// Where something was said, in all transcripts: interview, time and the line, what was found in it marked. Nobody who
// is not signed in searches them (Desk::may_read_words).
#pragma once

#include <QListWidget>

namespace counterclip::ui {

class Call;
class Desk;
struct Answer;

class HitList : public QListWidget {
    Q_OBJECT
  public:
    explicit HitList(Desk& desk, QWidget* parent = nullptr);
    // Asks anew; an answer to what was asked before is dropped. Empty text: nothing.
    void search(const QString& text, const QString& language, const QString& tag);
    // Goes to the one chosen, in Cut; the first where none is.
    void go();

  Q_SIGNALS:
    void found(const QString& summary);

  private:
    void forget();
    void take(const Answer& answer);
    Desk& desk_;
    Call* call_ = nullptr;
    QString text_, language_, tag_;  // looked for last
};

}  // namespace counterclip::ui
