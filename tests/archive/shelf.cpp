#include "archive/shelf.h"

#include <csignal>
#include <cstring>
#include <fstream>

#include "core/progress.h"
#include "media/writer.h"

namespace fs = std::filesystem;

namespace counterclip::test {

fs::path write_video(const fs::path& file, int shade, int frames) {
    media::VideoSettings settings;
    settings.width = settings.height = 64;
    settings.frame_rate = {10, 1};
    settings.speed = "ultrafast";
    settings.threads = 1;
    media::Writer writer(file, media::Container::mp4, settings, std::nullopt);
    for (int i = 0; i < frames; ++i) {
        media::Frame frame(64, 64, media::PixelFormat::yuv420p8);
        for (int p = 0; p < 3; ++p) {
            const auto plane = frame.writable(p);
            for (int y = 0; y < plane.height; ++y)
                std::memset(plane.data + y * plane.stride, 40 + (shade * 7 + i) % 160,
                            static_cast<size_t>(plane.width));
        }
        frame.set_pts(std::chrono::milliseconds(100 * i));
        writer.write(frame);
    }
    writer.finish();
    return file;
}

Shelf::Shelf() : archive(archive::Archive::create(space_ / "archive")) {
    archive.add_operator({"ruth", {"admin"}, "", ""}, "");
    archive.add_operator({"amina", {"editor"}, "", ""}, "ruth");
    archive.add_operator({"omar", {"editor"}, "", ""}, "ruth");
    archive.add_operator({"samir", {"auditor"}, "", ""}, "ruth");
    archive.add_operator({"lina", {"distributor"}, "", ""}, "ruth");
    add_interview("A-1");
}

SQLite::Database Shelf::raw() const {
    return SQLite::Database(folder() / "counterclip.db", SQLite::OPEN_READWRITE, 5000);
}

void Shelf::add_interview(const std::string& code) {
    archive::Interview interview;
    interview.code = code;
    interview.pseudonym = "Nur";
    archive.add_interview(interview, "amina");
}

archive::Recording Shelf::import(int shade, const std::string& interview) {
    Progress silent;
    const auto file = write_video(space_ / ("shade-" + std::to_string(shade) + ".mp4"), shade);
    return archive.import(interview, file, "amina", silent);
}

archive::Clip Shelf::clip(const std::string& code, const archive::Recording& recording) {
    archive::Clip clip;
    clip.code = code;
    clip.title = "The night of the search";
    clip.parts = {{recording.interview, recording.id, {Time{}, std::chrono::seconds(1)}, std::nullopt}};
    archive.add_clip(clip, "amina");
    return archive.clip(code);
}

void Shelf::add_destination(const std::string& code, int takedown_days) {
    archive::Destination destination;
    destination.code = code;
    destination.takedown_days = takedown_days;
    archive.add_destination(destination, "lina");
}

archive::Render Shelf::render(const std::string& clip, std::string sha256) {
    archive::Render render;
    render.clip = clip;
    render.file = "renders/" + clip + "-" + std::to_string(archive.renders(clip).size()) + ".mp4";
    render.sha256 = std::move(sha256);
    render.frames = 10;
    render.duration = std::chrono::seconds(1);
    render.consent_revisions = {{"A-1", 1}};
    render.settings_sha256 = std::string(64, 'b');
    std::ofstream(archive.path(render.file)) << "picture and sound";
    return archive.add_render(render, "amina");
}

FileSizeLimit::FileSizeLimit(std::uint64_t bytes) : handler_before_(std::signal(SIGXFSZ, SIG_IGN)) {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit limit{bytes, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &limit);
}

FileSizeLimit::~FileSizeLimit() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, handler_before_);
}

std::vector<std::string> names_in(const fs::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace counterclip::test
