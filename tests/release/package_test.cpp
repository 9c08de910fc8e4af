#include "desk.h"

#include <fmt/format.h>

#include <cstdlib>
#include <nlohmann/json.hpp>

#include "core/error.h"
#include "core/hash.h"
#include "core/staged_file.h"
#include "release/minisign.h"
#include "support/temporary_folder.h"

namespace fs = std::filesystem;
using namespace counterclip;
using namespace counterclip::release;
using test::Desk;
using test::frames_made;
using test::TemporaryFolder;

namespace {

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
    desk.request.signer = Signer(make_keys("").secret_key, "");
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

TEST_CASE("captions go along, are in the manifest and the sums, and nothing takes the place of another file") {
    Desk desk;
    write_whole(desk.folder / "any.vtt", "WEBVTT\n");
    desk.request.extras = {{desk.folder / "any.vtt", ".en.vtt"}};
    const auto folder = desk.write();
    CHECK(read_whole(folder / "courage.en.vtt") == "WEBVTT\n");
    CHECK(read_whole(folder / "manifest.json").find("courage.en.vtt") != std::string::npos);
    CHECK(read_whole(folder / "SHA256SUMS").find("  courage.en.vtt\n") != std::string::npos);
    CHECK(faults_in_package(folder, desk.keys.public_key).empty());
    for (const char* ending : {".jpg", ".mp4", "", ".", "/../x", ".en/vtt", "..vtt", "vtt", ".vtt."}) {
        CAPTURE(ending);
        desk.request.extras = {{desk.folder / "any.vtt", ending}};
        CHECK_THROWS_AS(write_package(desk.request, desk.folder / "other", desk.progress), Error);
        CHECK_FALSE(fs::exists(desk.folder / "other"));
    }
}

TEST_CASE("a name that leads elsewhere is refused, and nothing is left") {
    Desk desk;
    for (const char* name : {"../courage", "a/b", "", ".hidden", "nul", "x..y"}) {
        CAPTURE(name);
        desk.request.name = name;
        CHECK_THROWS_AS(desk.write(), Error);
        CHECK(desk.nothing_left());
    }
}

TEST_CASE("a package is not visible before it is published, and is gone when it never is") {
    Desk desk;
    {
        Package package(desk.folder / "out");
        CHECK(desk.nothing_left());
        const auto manifest = package.write(desk.request, desk.progress);
        CHECK_FALSE(fs::exists(desk.folder / "out"));
        CHECK(package.staging().parent_path() == desk.folder.path());
        CHECK(sha256_of_file(package.staging() / "manifest.json") == manifest);
    }
    CHECK(desk.nothing_left());
}
