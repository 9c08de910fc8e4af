// When faces are seen in a recording, without their places: what one lane of the timeline shows. Tracks of five hours
// are long to read, so that is done away from the window.
//
// Window's thread; reading runs in a thread of its own with an archive of its own, which destroying this ends.
#pragma once

#include <filesystem>
#include <optional>
#include <thread>
#include <vector>

#include <QObject>

#include "core/time.h"
#include "faces/track.h"

namespace counterclip::ui {

struct FaceSpan {
    std::int64_t track = 0;
    Range range;
    faces::Label label = faces::Label::unlabelled;
};

struct FacesSeen {
    std::vector<Range> analysed;  // what was looked at
    std::vector<FaceSpan> spans;  // without what is not a face
    std::vector<faces::Gap> gaps;
};

class FaceSpans : public QObject {
    Q_OBJECT
  public:
    explicit FaceSpans(QObject* parent = nullptr);
    ~FaceSpans() override;
    // What was read before is shown until this is there.
    void read(const std::filesystem::path& archive, std::int64_t recording);
    void close();
    const FacesSeen& seen() const { return seen_; }

  Q_SIGNALS:
    void changed();

  private:
    struct Asked {
        std::filesystem::path archive;
        std::int64_t recording = 0;
        quint64 number = 0;
    };
    void begin();
    void take(FacesSeen seen, quint64 number);
    FacesSeen seen_;
    quint64 number_ = 0;
    std::optional<Asked> next_;  // waits for the one that is being read
    bool reading_ = false;
    std::jthread reader_;
};

}  // namespace counterclip::ui
