#include "clip/tampered.h"

#include "media/reader.h"
#include "media/writer.h"

namespace counterclip::test {

void tamper(const clip::Plan& plan, const std::filesystem::path& from, const std::filesystem::path& to,
            const std::function<void(std::int64_t number, media::Frame& frame)>& change) {
    media::VideoSettings settings;
    settings.width = plan.width;
    settings.height = plan.height;
    settings.format = plan.format;
    settings.colour = plan.colour;
    settings.time_base = plan.time_base;
    settings.frame_rate = plan.frame_rate;
    media::Writer writer(to, plan.preset.container, settings, std::nullopt);
    media::VideoReader reader(from);
    media::Frame frame;
    for (std::int64_t number = 0; reader.next(frame); ++number) {
        change(number, frame);
        writer.write(frame);
    }
    writer.finish();
}

void paste(const media::Frame& from, faces::Box box, media::Frame& onto) {
    for (int p = 0; p < 3; ++p) {
        const int half = p == 0 ? 1 : 2;
        const auto source = from.plane(p);
        const auto target = onto.writable(p);
        const int x0 = std::max(0, static_cast<int>(box.x) / half), y0 = std::max(0, static_cast<int>(box.y) / half);
        const int x1 = std::min(source.width, static_cast<int>(box.x + box.w) / half);
        const int y1 = std::min(source.height, static_cast<int>(box.y + box.h) / half);
        for (int y = y0; y < y1; ++y)
            std::copy(source.data + y * source.stride + x0, source.data + y * source.stride + x1,
                      target.data + y * target.stride + x0);
    }
}

}  // namespace counterclip::test
