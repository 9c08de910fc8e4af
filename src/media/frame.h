// One decoded picture: planar YUV 4:2:0, 8 or 10 bits, turned the way it is displayed.
//
// Every picture that leaves the media room has this form, whatever the file held (RGB, 4:2:2, 12 bits, rotated,
// interlaced): the Reader converts. A Frame is a cheap handle; copies share the pixels until writable() is called.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "core/time.h"

namespace counterclip::media {

enum class PixelFormat {
    yuv420p8,   // a byte a sample
    yuv420p10,  // two bytes a sample, little endian, values 0..1023
};

// ITU-T H.273 code points as found in the stream; 2 = unspecified, which is carried on as unspecified, never guessed.
struct Colour {
    int primaries = 2;
    int transfer = 2;
    int matrix = 2;
    bool full_range = false;   // luma 0..255 instead of 16..235
    bool range_known = false;  // false: the stream does not say; treated and carried as limited
    int chroma_location = 0;   // 0 = unspecified, 1 = left, 2 = centre, 3 = top left (AVChromaLocation)
    friend bool operator==(const Colour&, const Colour&) = default;
};

// One plane of samples. `stride` in bytes between rows (may be larger than the width), width and height in samples.
struct Plane {
    std::uint8_t* data = nullptr;
    std::ptrdiff_t stride = 0;
    int width = 0;
    int height = 0;
};
struct ConstPlane {
    const std::uint8_t* data = nullptr;
    std::ptrdiff_t stride = 0;
    int width = 0;
    int height = 0;
};

class Frame {
  public:
    Frame();  // no picture
    // A new picture whose samples are not set. Width and height in px, 1 to 16384.
    Frame(int width, int height, PixelFormat format, Colour colour = {});
    ~Frame();
    Frame(const Frame&);  // shares the pixels
    Frame& operator=(const Frame&);
    Frame(Frame&&) noexcept;
    Frame& operator=(Frame&&) noexcept;

    explicit operator bool() const noexcept;
    int width() const noexcept;
    int height() const noexcept;
    PixelFormat format() const noexcept;
    Colour colour() const noexcept;

    // When the picture is shown: since the start of the recording (Reader) or of the output (Writer).
    Time pts() const noexcept;
    void set_pts(Time pts) noexcept;

    // Planes 0, 1, 2 are Y, Cb, Cr. Chroma planes have (width + 1) / 2 by (height + 1) / 2 samples.
    ConstPlane plane(int index) const noexcept;
    // The same to write to; first makes the pixels this handle's own (one copy when they are shared).
    Plane writable(int index);

  private:
    friend struct FrameAccess;  // the media room's way to libav
    struct Picture;
    std::unique_ptr<Picture> picture_;
};

// A packed picture for detectors, images and screens: `channels` bytes a pixel, rows without padding.
struct Image {
    int width = 0;
    int height = 0;
    int channels = 3;
    std::vector<std::uint8_t> pixels;  // width * height * channels, top left first; B,G,R order
};

}  // namespace counterclip::media
