// The sound of what a player shows, and its clock while it plays: the picture follows the sound.
//
// Window's thread; decoding runs in a thread of its own. Without a sound device, or where the file has no sound,
// is_heard() is false and the player runs on a clock of its own. Backwards and faster than twice it is silent.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include <QObject>

#include "core/time.h"
#include "media/reader.h"

namespace counterclip::ui {

struct SoundFile {
    std::filesystem::path file;
    int track = 0;  // of the file's sound tracks: 0, 1 ...
    media::SoundSide side = media::SoundSide::all;
};

class Sound : public QObject {
    Q_OBJECT
  public:
    explicit Sound(QObject* parent = nullptr);
    ~Sound() override;

    void open(std::optional<SoundFile> file);
    bool has_file() const { return file_.has_value(); }
    void start(Range range, double rate);
    void stop();
    // A blink of sound at `t`, so that stepping can be heard.
    void scrub(Time t);
    void set_volume(double volume);  // 0..1
    double volume() const { return volume_; }

    bool is_heard() const;
    Time position() const;  // of what is heard now, while is_heard()

  private:
    class Feed;
    void play(Range range, double rate);
    std::optional<SoundFile> file_;
    std::unique_ptr<Feed> feed_;
    double volume_ = 1;
};

}  // namespace counterclip::ui
