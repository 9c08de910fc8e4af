// A small file that lies in memory only, for libraries that read what they are given from a path. No disk ever holds
// it, and nothing is left of it when the process is killed.
#pragma once

#include <string>
#include <string_view>

namespace counterclip {

class MemoryFile {
  public:
    // Error when the machine gives no memory.
    explicit MemoryFile(std::string_view bytes);
    ~MemoryFile();
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;

    // Opens for this process alone, as often as wanted, as long as the object lives.
    std::string path() const;

  private:
    int fd_;
};

}  // namespace counterclip
