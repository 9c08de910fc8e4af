// The frames of the finished file that most need a look, the worst first; a click goes there. While it is made anew the
// one before stays, with a word that it is.
#pragma once

#include <memory>

#include <QListWidget>

#include "ui/audit/clip_audit.h"
#include "ui/work/away.h"

namespace counterclip::ui {

class ContactStrip : public QListWidget {
    Q_OBJECT
  public:
    explicit ContactStrip(QWidget* parent = nullptr);
    // Reads the pictures away from the window's thread; where nothing stands yet, words do at once. The same frames of
    // the same file are not read again.
    void show_frames(const std::filesystem::path& file, const std::vector<WorthALook>& frames);
    void show_nothing(const QString& why);
    bool is_being_made() const { return is_being_made_; }

  Q_SIGNALS:
    void asked_for(qint64 pts);

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    void lay_out(const std::vector<QImage>& tiles);
    Away away_;
    QString why_;
    std::filesystem::path file_;
    std::vector<WorthALook> frames_;  // asked for last
    bool is_being_made_ = false;
};

}  // namespace counterclip::ui
