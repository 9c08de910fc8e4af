// Plays the finished file of a clip with its own sound, and the recording's picture of the same moment beside it: the
// original to whoever may see originals, the veiled one to everybody else. A file of which nobody can say that nothing
// to hide is in it is played only to those who may see originals.
#pragma once

#include <map>

#include "ui/audit/beside_overlay.h"
#include "ui/audit/watched.h"

class QButtonGroup;
class QLabel;

namespace counterclip::ui {

class Desk;
class Player;

class AuditPlayer : public QWidget {
    Q_OBJECT
  public:
    explicit AuditPlayer(Desk& desk, QWidget* parent = nullptr);

    // Another clip, or the same read anew; the place is kept while the render is the same.
    void show_audit(std::shared_ptr<const ClipAudit> audit);
    void show_nothing(const QString& why);
    // The render that is on the screen; 0 = none.
    qint64 render() const { return shown_render_; }
    const Watched& watched() const;
    QString watched_in_words() const { return bar_->text(); }
    bool watched_all() const;
    bool heard_all() const;

    void next_way();
    BesideOverlay& overlay() { return *overlay_; }
    Player& player() { return *player_; }

  Q_SIGNALS:
    void moved(qint64 pts);

  private:
    void open_film();
    void close_beside();
    void take_off(const QString& why);
    void note(qint64 pts);
    void set_way(int way);
    Desk& desk_;
    Player* player_;
    BesideOverlay* overlay_;
    WatchedBar* bar_;
    QButtonGroup* ways_;
    std::shared_ptr<const ClipAudit> audit_;
    std::shared_ptr<BesidePictures> beside_;
    qint64 shown_render_ = 0;
    bool told_of_wipe_ = false;
    std::map<qint64, Watched> sittings_;  // by render
};

}  // namespace counterclip::ui
