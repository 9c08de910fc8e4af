#include "release/package.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <set>

#include "core/day.h"
#include "core/error.h"
#include "core/hash.h"
#include "core/ids.h"
#include "core/staged_file.h"
#include "media/image_file.h"
#include "media/reader.h"
#include "media/scale.h"
#include "release/manifest.h"
#include "release/minisign.h"
#include "release/naming.h"

namespace fs = std::filesystem;

namespace counterclip::release {

namespace {

using File = std::unique_ptr<std::FILE, decltype(&std::fclose)>;

void copy(const fs::path& from, const fs::path& to, Progress& progress) {
    const auto doing = fmt::format("copy {}", from.filename().string());
    const File in(std::fopen(from.c_str(), "rb"), &std::fclose);
    if (!in) throw Error(doing, std::strerror(errno));
    File out(std::fopen(to.c_str(), "wbx"), &std::fclose);
    if (!out) throw Error(doing, std::strerror(errno));
    std::vector<char> buffer(1 << 20);
    std::int64_t done = 0;
    progress.begin("copy", static_cast<std::int64_t>(fs::file_size(from)));
    while (const auto n = std::fread(buffer.data(), 1, buffer.size(), in.get())) {
        progress.stop_if_cancelled(doing);
        if (std::fwrite(buffer.data(), 1, n, out.get()) != n) throw Error(doing, std::strerror(errno));
        progress.advance(done += static_cast<std::int64_t>(n));
    }
    if (std::ferror(in.get())) throw Error(doing, "the file cannot be read to its end");
    if (std::fclose(out.release()) != 0) throw Error(doing, std::strerror(errno));
    progress.end();
}

// The copy is what the world gets, so the copy is what is hashed.
void copy_render(const PackageRequest& request, const fs::path& to, Progress& progress) {
    copy(request.render, to, progress);
    progress.begin("check", static_cast<std::int64_t>(fs::file_size(to)));
    if (sha256_of_file(to, progress) != request.render_sha256)
        throw Error(fmt::format("release {}", request.name),
                    fmt::format("{} is not the file that was approved; render the clip anew and have it approved",
                                request.render.filename().string()));
    progress.end();
}

// Pixels of the poster are square whatever the render's are.
media::Scaler poster_scaler(const media::Frame& frame, Rational sample_aspect) {
    const auto width = static_cast<std::int64_t>(frame.width());
    const bool known = sample_aspect.num > 0 && sample_aspect.den > 0;
    const auto wide = known ? (width * sample_aspect.num + sample_aspect.den / 2) / sample_aspect.den : width;
    return {static_cast<int>(std::max<std::int64_t>(wide, 1)), frame.height()};
}

void write_poster(const fs::path& render, Time at, const fs::path& to) {
    media::VideoReader reader(render, {.range = Range{at, at + std::chrono::seconds(10)}, .threads = 1});
    media::Frame frame;
    if (!reader.next(frame))
        throw Error("make the poster", fmt::format("the clip shows no picture at {}", format_time(at)));
    auto scaler = poster_scaler(frame, reader.track().sample_aspect);
    media::write_image(to, scaler.to_bgr(frame));
}

Manifest manifest_of(const PackageRequest& request, std::vector<ManifestFile> files) {
    Manifest manifest;
    manifest.clip = request.name;
    manifest.title = request.title;
    manifest.destination = request.destination;
    // The day only: when a clip was released is public, when the operator sat at the desk is not.
    manifest.created = today();
    manifest.duration = request.duration;
    manifest.frames = request.frames;
    manifest.width = request.width;
    manifest.height = request.height;
    manifest.treatments = request.treatments;
    for (const auto& [interview, revision] : request.consent_revisions) manifest.consent_revisions.push_back(revision);
    std::sort(manifest.consent_revisions.begin(), manifest.consent_revisions.end());
    manifest.approval_sha256 = request.approval_sha256;
    manifest.files = std::move(files);
    return manifest;
}

void sign_manifest(const PackageRequest& request, const fs::path& folder, const std::string& json) {
    const auto comment = fmt::format("counterclip release of {} on {}", request.name, today());
    const auto signature = request.signer.value().sign(json, comment);
    if (!verify(json, signature, request.public_key))
        throw Error(fmt::format("sign the release of {}", request.name),
                    "the secret key is not the one whose public key the archive knows");
    write_whole(folder / signature_name, signature);
}

fs::path without_closing_slash(const fs::path& folder) {
    const auto normal = fs::absolute(folder).lexically_normal();
    return normal.has_filename() ? normal : normal.parent_path();
}

// No name can lead out of the folder, and none of the files can take the place of another.
void require_names(const PackageRequest& request) {
    (void)name_by_pattern(request.name, {});
    std::set<std::string> endings{request.render.extension().string(), ".jpg"};
    for (const auto& extra : request.extras) {
        const bool safe = extra.ending.size() > 1 && extra.ending.front() == '.' && is_code(extra.ending.substr(1)) &&
                          extra.ending.back() != '.' && extra.ending.find("..") == std::string::npos;
        if (!safe || !endings.insert(extra.ending).second)
            throw Error(fmt::format("release {}", request.name), fmt::format("a file cannot end in '{}'", extra.ending),
                        ErrorKind::usage);
    }
}

}  // namespace

struct Package::State {
    fs::path folder;
    Staged staged;
};

Package::Package(const fs::path& folder) {
    const auto target = without_closing_slash(folder);
    if (fs::exists(fs::symlink_status(target)))
        throw Error(fmt::format("write {}", target.string()), "it exists already");
    state_ = std::unique_ptr<State>(new State{target, Staged(target)});
}
Package::~Package() = default;

const fs::path& Package::folder() const noexcept {
    return state_->folder;
}
const fs::path& Package::staging() const noexcept {
    return state_->staged.path();
}

std::string Package::write(const PackageRequest& request, Progress& progress) {
    require_names(request);
    const auto& place = staging();
    fs::create_directory(place);
    std::vector<ManifestFile> files;
    const auto video = place / (request.name + request.render.extension().string());
    copy_render(request, video, progress);
    files.push_back(describe_file(video));
    const auto poster = place / (request.name + ".jpg");
    write_poster(video, request.poster_at, poster);
    files.push_back(describe_file(poster));
    for (const auto& extra : request.extras) {
        const auto copied = place / (request.name + extra.ending);
        if (extra.file.empty())
            write_whole(copied, extra.bytes);
        else
            copy(extra.file, copied, progress);
        files.push_back(describe_file(copied));
    }

    const auto json = to_json(manifest_of(request, files));
    write_whole(place / manifest_name, json);
    sign_manifest(request, place, json);
    write_whole(place / public_key_name, public_key_file(request.public_key));
    for (const auto name : {manifest_name, signature_name, public_key_name})
        files.push_back(describe_file(place / name));
    write_whole(place / sums_name, sums(files));
    progress.stop_if_cancelled(fmt::format("release {}", request.name));
    return sha256(json);
}

fs::path Package::publish() {
    state_->staged.commit();
    return folder();
}

fs::path write_package(const PackageRequest& request, const fs::path& folder, Progress& progress) {
    Package package(folder);
    package.write(request, progress);
    return package.publish();
}

}  // namespace counterclip::release
