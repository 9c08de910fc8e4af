// The frames of the finished file that most need a look, the worst first; a click goes there.
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
    // Reads the pictures away from the window's thread; words stand there at once.
    void show_frames(const std::filesystem::path& file, const std::vector<WorthALook>& frames);
    void show_nothing(const QString& why);

  Q_SIGNALS:
    void asked_for(qint64 pts);

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    Away away_;
    QString why_;
};

}  // namespace counterclip::ui
