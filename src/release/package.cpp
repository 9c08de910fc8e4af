#include "release/package.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "core/error.h"
#include "core/hash.h"
#include "core/ids.h"
#include "core/staged_file.h"
#include "media/image_file.h"
#include "media/reader.h"
#include "media/scale.h"
#include "release/manifest.h"
#include "release/minisign.h"

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
        throw Error(fmt::format("release {}", request.clip),
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

// The day only: when a clip was released is public, when the operator sat at the desk is not.
std::string today() {
    return utc_now().substr(0, 10);
}

Manifest manifest_of(const PackageRequest& request, std::vector<ManifestFile> files) {
    Manifest manifest;
    manifest.clip = request.clip;
    manifest.title = request.title;
    manifest.destination = request.destination;
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
    const auto comment = fmt::format("counterclip release of {} on {}", request.clip, today());
    const auto signature = sign(json, request.secret_key, request.passphrase, comment);
    if (!verify(json, signature, request.public_key))
        throw Error(fmt::format("sign the release of {}", request.clip),
                    "the secret key is not the one whose public key the archive knows");
    write_whole(folder / signature_name, signature);
}

fs::path without_closing_slash(const fs::path& folder) {
    const auto normal = fs::absolute(folder).lexically_normal();
    return normal.has_filename() ? normal : normal.parent_path();
}

}  // namespace

fs::path write_package(const PackageRequest& request, const fs::path& folder, Progress& progress) {
    require_code("clip", request.clip);
    const auto target = without_closing_slash(folder);
    if (fs::exists(target)) throw Error(fmt::format("write {}", target.string()), "it exists already");

    Staged staged(target);
    const auto& place = staged.path();
    fs::create_directory(place);
    const auto video = place / (request.clip + request.render.extension().string());
    const auto poster = place / (request.clip + ".jpg");
    copy_render(request, video, progress);
    write_poster(video, request.poster_at, poster);

    const auto json = to_json(manifest_of(request, {describe_file(video), describe_file(poster)}));
    write_whole(place / manifest_name, json);
    sign_manifest(request, place, json);
    write_whole(place / public_key_name, public_key_file(request.public_key));
    write_whole(place / sums_name,
                sums({describe_file(video), describe_file(poster), describe_file(place / manifest_name),
                      describe_file(place / signature_name), describe_file(place / public_key_name)}));
    progress.stop_if_cancelled(fmt::format("release {}", request.clip));
    staged.commit();
    return target;
}

}  // namespace counterclip::release
