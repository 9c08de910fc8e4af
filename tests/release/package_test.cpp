#include "release/package.h"

#include <fmt/format.h>

#include <cstdlib>
#include <nlohmann/json.hpp>

#include "core/error.h"
#include "core/hash.h"
#include "core/staged_file.h"
#include "media/writer.h"
#include "release/minisign.h"
#include "support/temporary_folder.h"

namespace fs = std::filesystem;
using namespace counterclip;
using namespace counterclip::release;
using test::TemporaryFolder;

namespace {

constexpr int frames_made = 25;

void write_grey_video(const fs::path& file) {
    media::VideoSettings settings;
    settings.width = 64;
    settings.height = 48;
    settings.threads = 1;
    media::Writer writer(file, media::Container::mp4, settings, std::nullopt);
    for (int i = 0; i < frames_made; ++i) {
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

// A render, an operator's keys and a request to release it.
struct Desk {
    TemporaryFolder folder;
    KeyPair keys = make_keys("");
    PackageRequest request;
    Progress progress;

    Desk() {
        write_grey_video(folder / "render.mp4");
        request.render = folder / "render.mp4";
        request.render_sha256 = sha256_of_file(request.render);
        request.clip = "courage";
        request.title = "Why I left";
        request.duration = std::chrono::seconds(1);
        request.frames = frames_made;
        request.width = 64;
        request.height = 48;
        request.consent_revisions = {{"BTIB-0042", 3}};
        request.treatments = {{"face", "veil"}};
        request.approval_sha256 = sha256("approval");
        request.destination = "partner";
        request.secret_key = keys.secret_key;
        request.public_key = keys.public_key;
        request.poster_at = std::chrono::milliseconds(500);
    }
    fs::path write() { return write_package(request, folder / "out", progress); }
    bool nothing_left() const {
        return std::none_of(fs::directory_iterator(folder.path()), {},
                            [](const auto& entry) { return entry.path().filename() != "render.mp4"; });
    }
};

void append(const fs::path& file, const std::string& text) {
    write_whole(file, read_whole(file) + text);
}

}  // namespace

TEST_CASE("a package holds the render byte for byte, and is good") {
    Desk desk;
    const auto folder = desk.write();
    CHECK(sha256_of_file(folder / "courage.mp4") == desk.request.render_sha256);
    CHECK(faults_in_package(folder, "").empty());
    CHECK(faults_in_package(folder, desk.keys.public_key).empty());
    CHECK(faults_in_package(folder, public_key_file(desk.keys.public_key)).empty());
    CHECK(std::distance(fs::directory_iterator(folder), {}) == 6);
}

TEST_CASE("the manifest tells what the clip is and nothing of the interview") {
    Desk desk;
    const auto text = read_whole(desk.write() / "manifest.json");
    const auto manifest = nlohmann::json::parse(text);
    CHECK(manifest["title"] == "Why I left");
    CHECK(manifest["frames"] == frames_made);
    CHECK(manifest["duration"] == "0:00:01.000");
    CHECK(manifest["consent_revisions"] == nlohmann::json{3});
    CHECK(manifest["created"].get<std::string>().size() == 10);
    CHECK(manifest["files"][0]["sha256"] == desk.request.render_sha256);
    CHECK(text.find("BTIB-0042") == std::string::npos);
}

TEST_CASE("sha256sum and minisign agree that a package is good") {
    Desk desk;
    const auto folder = desk.write().string();
    CHECK(std::system(fmt::format("cd '{}' && sha256sum --quiet -c SHA256SUMS", folder).c_str()) == 0);
    if (std::system("minisign -v >/dev/null 2>&1") != 0) {
        WARN("skipped: there is no minisign program to compare with");
        return;
    }
    CHECK(std::system(fmt::format("cd '{}' && minisign -Vq -p release.pub -m manifest.json", folder).c_str()) == 0);
}

TEST_CASE("a render that is not the approved file is not released, and nothing is left") {
    Desk desk;
    append(desk.request.render, "x");
    CHECK_THROWS_WITH(desk.write(), Catch::Contains("not the file that was approved"));
    CHECK(desk.nothing_left());
}

TEST_CASE("a key that is not the operator's does not sign, and nothing is left") {
    Desk desk;
    desk.request.secret_key = make_keys("").secret_key;
    CHECK_THROWS_AS(desk.write(), Error);
    CHECK(desk.nothing_left());
}

TEST_CASE("a stopped release leaves nothing") {
    Desk desk;
    desk.progress.cancel();
    CHECK_THROWS_AS(desk.write(), Error);
    CHECK(desk.nothing_left());
}

TEST_CASE("an existing folder is never written into") {
    Desk desk;
    fs::create_directory(desk.folder / "out");
    CHECK_THROWS_WITH(desk.write(), Catch::Contains("exists already"));
    CHECK(fs::is_empty(desk.folder / "out"));
}

TEST_CASE("whatever is changed in a package is found") {
    Desk desk;
    const auto folder = desk.write();
    const auto fault = [&](const std::string& named) {
        const auto faults = faults_in_package(folder, desk.keys.public_key);
        return std::any_of(faults.begin(), faults.end(),
                           [&](const std::string& f) { return f.find(named) != std::string::npos; });
    };
    SECTION("the clip") {
        append(folder / "courage.mp4", "x");
        CHECK(fault("courage.mp4"));
    }
    SECTION("the poster is gone") {
        fs::remove(folder / "courage.jpg");
        CHECK(fault("courage.jpg is missing"));
    }
    SECTION("the manifest") {
        append(folder / "manifest.json", " ");
        CHECK(fault("does not sign"));
    }
    SECTION("the signature is gone") {
        fs::remove(folder / "manifest.json.minisig");
        CHECK(fault("manifest.json.minisig is missing"));
    }
    SECTION("the sums") {
        append(folder / "SHA256SUMS", "x");
        CHECK(fault("SHA256SUMS"));
    }
    SECTION("a file was put in") {
        write_whole(folder / "notes.txt", "Layla is ...");
        CHECK(fault("notes.txt does not belong"));
    }
    SECTION("the clip is a link to another place") {
        fs::rename(folder / "courage.mp4", desk.folder / "elsewhere.mp4");
        fs::create_symlink(desk.folder / "elsewhere.mp4", folder / "courage.mp4");
        CHECK(fault("courage.mp4 is missing"));
    }
    SECTION("signed anew with another key") {
        const auto other = make_keys("");
        write_whole(folder / "manifest.json.minisig",
                    sign(read_whole(folder / "manifest.json"), other.secret_key, "", "x"));
        write_whole(folder / "release.pub", public_key_file(other.public_key));
        CHECK(fault("not the key that was expected"));
        CHECK(fault("does not sign"));
    }
}

TEST_CASE("a folder that is no package is told as such") {
    const TemporaryFolder folder;
    CHECK_FALSE(faults_in_package(folder / "none", "").empty());
    CHECK(faults_in_package(folder.path(), "") == std::vector<std::string>{"manifest.json is missing"});
    write_whole(folder / "manifest.json", "[1, 2");
    CHECK(faults_in_package(folder.path(), "").size() >= 2);
    write_whole(folder / "manifest.json", R"({"format":"counterclip release","version":1,"files":[{"name":"../x"}]})");
    CHECK_FALSE(faults_in_package(folder.path(), "").empty());
}
