#include "ui/derived/face_spans.h"

#include "archive/archive.h"

namespace counterclip::ui {

namespace {

FacesSeen read_faces(const std::filesystem::path& folder, std::int64_t recording) {
    const auto archive = archive::Archive::open(folder);
    FacesSeen seen;
    const auto analysis = archive.analysis(recording);
    if (!analysis) return seen;
    seen.analysed = analysis->ranges;
    seen.gaps = analysis->gaps;
    for (const auto& track : analysis->tracks)
        if (!track.sightings.empty() && track.label != faces::Label::not_a_face)
            seen.spans.push_back(
                {track.id, {track.sightings.front().pts, track.sightings.back().pts + Time(1)}, track.label});
    return seen;
}

}  // namespace

FaceSpans::FaceSpans(QObject* parent) : QObject(parent) {}
FaceSpans::~FaceSpans() = default;

void FaceSpans::close() {
    ++number_;
    next_.reset();
    seen_ = {};
    Q_EMIT changed();
}

// One at a time, so that the window never waits for one that is out of date.
void FaceSpans::read(const std::filesystem::path& archive, std::int64_t recording) {
    next_ = Asked{archive, recording, ++number_};
    if (!reading_) begin();
}

void FaceSpans::begin() {
    reading_ = true;
    reader_ = std::jthread([this, asked = *std::exchange(next_, std::nullopt)] {
        FacesSeen seen;
        try {
            seen = read_faces(asked.archive, asked.recording);
        } catch (const std::exception&) {
            // Nothing is known of faces: the lane says that they were not looked for.
        }
        QMetaObject::invokeMethod(
            this, [this, seen = std::move(seen), number = asked.number] { take(seen, number); }, Qt::QueuedConnection);
    });
}

void FaceSpans::take(FacesSeen seen, quint64 number) {
    reading_ = false;
    if (number == number_) {
        seen_ = std::move(seen);
        Q_EMIT changed();
    }
    if (next_) begin();
}

}  // namespace counterclip::ui
