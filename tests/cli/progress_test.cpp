#include "cli/progress_bar.h"

#include "cli/encrypted_disk.h"
#include "core/staged_file.h"
#include "support/temporary_folder.h"

namespace fs = std::filesystem;
using namespace counterclip;
using namespace counterclip::cli;
using test::TemporaryFolder;

TEST_CASE("the line of progress tells share, rate and time left in the stage's unit") {
    const std::chrono::duration<double> ten_seconds{10};
    CHECK(progress_line({"render", 20'000'000'000, 80'000'000'000, ten_seconds}, 8) ==
          "render    [##......]   25 %  2.0x  0:30 left");
    CHECK(progress_line({"import", 500'000'000, 1'000'000'000, ten_seconds}, 0) ==
          "import     50 %  50 MB/s  0:10 left");
    CHECK(progress_line({"something", 5, 0, ten_seconds}, 8) == "something");
}

TEST_CASE("work that takes no time prints nothing where there is no terminal") {
    const TemporaryFolder folder;
    std::FILE* out = std::fopen((folder / "err").c_str(), "w");
    {
        ProgressBar bar(out, false);
        bar.begin("render", 1000);
        for (int i = 0; i <= 1000; ++i) bar.advance(i);
        bar.end();
    }
    std::fclose(out);
    CHECK(read_whole(folder / "err").empty());
}

TEST_CASE("on a terminal the bar is taken off the screen at the end") {
    const TemporaryFolder folder;
    std::FILE* out = std::fopen((folder / "err").c_str(), "w");
    {
        ProgressBar bar(out, true);
        bar.begin("render", 1000);
        bar.advance(500);
    }
    std::fclose(out);
    const auto text = read_whole(folder / "err");
    CHECK_THAT(text, Catch::Contains("50 %"));
    CHECK(text.ends_with("\r\033[K"));
}

namespace {

// A block device as sysfs shows it, lying on others.
fs::path device(const fs::path& folder, const std::string& name, const std::string& dm_uuid,
                const std::vector<fs::path>& below) {
    const auto place = folder / name;
    fs::create_directories(place / "slaves");
    if (!dm_uuid.empty()) {
        fs::create_directories(place / "dm");
        write_whole(place / "dm" / "uuid", dm_uuid + "\n");
    }
    for (const auto& slave : below) fs::create_directory_symlink(slave, place / "slaves" / slave.filename());
    return place;
}

}  // namespace

TEST_CASE("an encrypted disk is found below LVM, and half encrypted is not encrypted") {
    const TemporaryFolder folder;
    const auto plain = device(folder.path(), "sda1", "", {});
    const auto crypt = device(folder.path(), "dm-0", "CRYPT-LUKS2-0123-luks", {plain});
    const auto volume = device(folder.path(), "dm-1", "LVM-abc", {crypt});
    const auto mixed = device(folder.path(), "dm-2", "LVM-def", {crypt, plain});

    CHECK(device_encryption(plain).state == Encryption::no);
    CHECK(device_encryption(crypt).state == Encryption::yes);
    CHECK(device_encryption(crypt).how == "dm-crypt (LUKS2) at dm-0");
    CHECK(device_encryption(volume).state == Encryption::yes);
    CHECK(device_encryption(mixed).state == Encryption::no);
}
