#include "desk.h"

#include "core/hash.h"
#include "media/writer.h"

namespace fs = std::filesystem;

namespace counterclip::test {

void write_grey_video(const fs::path& file, int frames) {
    media::VideoSettings settings;
    settings.width = 64;
    settings.height = 48;
    settings.threads = 1;
    media::Writer writer(file, media::Container::mp4, settings, std::nullopt);
    for (int i = 0; i < frames; ++i) {
        media::Frame frame(64, 48, media::PixelFormat::yuv420p8);
        for (int p = 0; p < 3; ++p) {
            const auto plane = frame.writable(p);
            for (int y = 0; y < plane.height; ++y) std::fill_n(plane.data + y * plane.stride, plane.width, 128);
        }
        frame.set_pts(std::chrono::milliseconds(40 * i));
        writer.write(frame);
    }
    writer.finish();
}

Desk::Desk(int frames) {
    write_grey_video(folder / "render.mp4", frames);
    request.render = folder / "render.mp4";
    request.render_sha256 = sha256_of_file(request.render);
    request.name = "courage";
    request.title = "Why I left";
    request.duration = std::chrono::milliseconds(40 * frames);
    request.frames = frames;
    request.width = 64;
    request.height = 48;
    request.consent_revisions = {{"BTIB-0042", 3}};
    request.treatments = {{"face", "hidden (veil)"}};
    request.approval_sha256 = sha256("approval");
    request.destination = "partner";
    request.signer = release::Signer(keys.secret_key, "");
    request.public_key = keys.public_key;
    request.poster_at = std::chrono::milliseconds(20 * frames);
}

fs::path Desk::write() {
    return release::write_package(request, folder / "out", progress);
}

bool Desk::nothing_left() const {
    return std::none_of(fs::directory_iterator(folder.path()), {},
                        [](const auto& entry) { return entry.path().filename() != "render.mp4"; });
}

}  // namespace counterclip::test
