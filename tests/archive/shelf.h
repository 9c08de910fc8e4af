// An archive for a test, made in a line: operators of each role, an interview, and small recordings to import.
#pragma once

#include <sys/resource.h>

#include <filesystem>
#include <string>

#include <SQLiteCpp/SQLiteCpp.h>

#include "archive/archive.h"
#include "support/temporary_folder.h"

namespace counterclip::test {

// A video of a few frames, 64x64 at 10 a second; each `shade` gives another file.
std::filesystem::path write_video(const std::filesystem::path& file, int shade = 0, int frames = 20);

// ruth (admin), amina (editor), omar (editor), samir (auditor), lina (distributor); interview A-1.
class Shelf {
  public:
    Shelf();

    std::filesystem::path folder() const { return space_ / "archive"; }
    std::filesystem::path outside(std::string_view name) const { return space_ / name; }
    // The same archive once more, as another process would have it.
    archive::Archive again() const { return archive::Archive::open(folder()); }
    // The catalog behind the archive's back.
    SQLite::Database raw() const;

    archive::Recording import(int shade = 0, const std::string& interview = "A-1");
    void add_interview(const std::string& code);
    archive::Clip clip(const std::string& code, const archive::Recording& recording);
    // Open, a partner's; made by lina.
    void add_destination(const std::string& code, int takedown_days = 7);
    // A render with a file that only has the right name.
    archive::Render render(const std::string& clip, std::string sha256 = std::string(64, 'a'));

  private:
    TemporaryFolder space_;

  public:
    archive::Archive archive;
};

// While it lives, files of this process cannot grow beyond `bytes`: a full disk for everyone, root too.
class FileSizeLimit {
  public:
    explicit FileSizeLimit(std::uint64_t bytes);
    ~FileSizeLimit();
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;

  private:
    rlimit before_{};
    void (*handler_before_)(int);
};

// The names in a folder, sorted.
std::vector<std::string> names_in(const std::filesystem::path& folder);

}  // namespace counterclip::test
