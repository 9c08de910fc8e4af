// Whatever is done to a package on its way is found, and named: by verify-release, and by the programs that everyone
// has.
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>

#include <fmt/format.h>

#include "core/staged_file.h"
#include "desk.h"

namespace fs = std::filesystem;
using namespace counterclip;
using namespace counterclip::release;
using test::Desk;

namespace {

std::vector<std::string> names_in(const fs::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename().string());
    std::sort(names.begin(), names.end());
    return names;
}

bool any_names(const std::vector<std::string>& faults, const std::string& name) {
    return std::any_of(faults.begin(), faults.end(),
                       [&](const std::string& fault) { return fault.find(name) != std::string::npos; });
}

// In place: other bytes of the file, and the file itself, stay.
void flip(const fs::path& file, std::streamoff at, char bits) {
    std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
    stream.seekg(at);
    const auto byte = static_cast<char>(stream.get() ^ bits);
    stream.seekp(at);
    stream.put(byte);
}

bool program_is_there(const char* probe, const char* name) {
    if (std::system(probe) == 0) return true;
    WARN("skipped: there is no program " << name << " to compare with");
    return false;
}

bool sums_agree(const fs::path& folder) {
    return std::system(fmt::format("cd '{}' && sha256sum --strict --status -c SHA256SUMS 2>/dev/null", folder.string())
                           .c_str()) == 0;
}

bool minisign_agrees(const fs::path& folder, const std::string& key) {
    return std::system(
               fmt::format("cd '{}' && minisign -Vq -P '{}' -m manifest.json >/dev/null 2>&1", folder.string(), key)
                   .c_str()) == 0;
}

}  // namespace

TEST_CASE("every byte of every file of a package counts") {
    Desk desk(2);
    const auto folder = desk.write();
    std::int64_t flipped = 0;
    for (const auto& name : names_in(folder)) {
        const auto bytes = static_cast<std::streamoff>(fs::file_size(folder / name));
        for (std::streamoff at = 0; at < bytes; ++at) {
            const auto bits = static_cast<char>(1 << (at % 8));
            flip(folder / name, at, bits);
            // A test for each byte would be a million assertions in the report of a failure elsewhere.
            if (!any_names(faults_in_package(folder, desk.keys.public_key), name)) {
                CAPTURE(name, at);
                FAIL_CHECK("a flipped byte was not found, or not named");
            }
            flip(folder / name, at, bits);
            ++flipped;
        }
    }
    CHECK(flipped > 2000);
    CHECK(faults_in_package(folder, desk.keys.public_key).empty());
}

TEST_CASE("sha256sum and minisign between them find a flipped byte in any file") {
    if (!program_is_there("sha256sum --version >/dev/null 2>&1", "sha256sum") ||
        !program_is_there("minisign -v >/dev/null 2>&1", "minisign"))
        return;
    Desk desk(2);
    const auto folder = desk.write();
    REQUIRE(sums_agree(folder));
    REQUIRE(minisign_agrees(folder, desk.keys.public_key));
    for (const auto& name : names_in(folder)) {
        const auto bytes = static_cast<std::streamoff>(fs::file_size(folder / name));
        for (const auto at : {std::streamoff(0), bytes / 3, bytes / 2}) {
            CAPTURE(name, at);
            flip(folder / name, at, 1);
            CHECK_FALSE((sums_agree(folder) && minisign_agrees(folder, desk.keys.public_key)));
            flip(folder / name, at, 1);
        }
    }
    CHECK(sums_agree(folder));
}

TEST_CASE("files that are cut, lengthened, gone, renamed or exchanged are named") {
    Desk desk(2);
    const auto folder = desk.write();
    const auto faults = [&] { return faults_in_package(folder, desk.keys.public_key); };
    for (const auto& name : names_in(folder)) {
        CAPTURE(name);
        const auto kept = read_whole(folder / name);
        fs::resize_file(folder / name, kept.size() - 1);
        CHECK(any_names(faults(), name));
        fs::resize_file(folder / name, 0);
        CHECK(any_names(faults(), name));
        write_whole(folder / name, kept + "\n");
        CHECK(any_names(faults(), name));
        fs::remove(folder / name);
        CHECK(any_names(faults(), name + " is missing"));
        write_whole(folder / ("x" + name), kept);
        CHECK(any_names(faults(), name + " is missing"));
        if (name != "manifest.json") CHECK(any_names(faults(), "x" + name + " does not belong"));
        fs::remove(folder / ("x" + name));
        write_whole(folder / name, kept);
        CHECK(faults().empty());
    }
    fs::rename(folder / "courage.jpg", folder / "t");
    fs::rename(folder / "courage.mp4", folder / "courage.jpg");
    fs::rename(folder / "t", folder / "courage.mp4");
    CHECK(any_names(faults(), "courage.mp4 is not"));
    CHECK(any_names(faults(), "courage.jpg is not"));
}

TEST_CASE("what has the name of a file and is none is never followed or waited for") {
    Desk desk(2);
    const auto folder = desk.write();
    const auto faults = [&] { return faults_in_package(folder, desk.keys.public_key); };
    for (const auto& name : names_in(folder)) {
        CAPTURE(name);
        const auto kept = desk.folder / "kept";
        fs::rename(folder / name, kept);
        fs::create_symlink(kept, folder / name);  // to the very same bytes: it can be another file tomorrow
        CHECK(any_names(faults(), name));
        fs::remove(folder / name);
        fs::create_symlink("nowhere", folder / name);
        CHECK(any_names(faults(), name));
        fs::remove(folder / name);
        fs::create_directory(folder / name);
        CHECK(any_names(faults(), name));
        fs::remove(folder / name);
        REQUIRE(::mkfifo((folder / name).c_str(), 0600) == 0);
        CHECK(any_names(faults(), name));
        fs::remove(folder / name);
        fs::rename(kept, folder / name);
        CHECK(faults().empty());
    }
}

TEST_CASE("what lies in a package and does not belong is named, hidden or not") {
    Desk desk(2);
    const auto folder = desk.write();
    write_whole(folder / ".hidden", "x");
    fs::create_directory(folder / "folder");
    fs::create_symlink("/etc/hostname", folder / "link");
    const auto faults = faults_in_package(folder, desk.keys.public_key);
    CHECK(any_names(faults, ".hidden does not belong"));
    CHECK(any_names(faults, "folder does not belong"));
    CHECK(any_names(faults, "link does not belong"));
    CHECK(faults.size() == 3);
}

TEST_CASE("a file that may not be read is named, and the others are checked all the same") {
    if (::geteuid() == 0) {
        WARN("skipped: for root every file may be read");
        return;
    }
    Desk desk(2);
    const auto folder = desk.write();
    for (const auto& name : names_in(folder)) {
        CAPTURE(name);
        fs::permissions(folder / name, fs::perms::none);
        CHECK(any_names(faults_in_package(folder, desk.keys.public_key), name));
        fs::permissions(folder / name, fs::perms::owner_read | fs::perms::owner_write);
    }
}
