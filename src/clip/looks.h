// The looks of an archive: its own in looks/, and those that come with the program.
#pragma once

#include <filesystem>
#include <vector>

#include "captions/look.h"

namespace counterclip::clip {

// The archive's own one of this name, else the program's. Throws Error(usage) listing the names; Error naming the file
// and field where the archive's cannot be used.
captions::Look find_look(const std::filesystem::path& archive, const std::string& name);

struct LookLine {
    std::string name;
    std::string description;
    bool is_own = false;  // of the archive
    std::string fault;    // why it cannot be used; empty = it can
};
std::vector<LookLine> looks(const std::filesystem::path& archive);

// Copies a look's file, and its logo from beside it, into the archive as `name`, which is none of the program's
// (Error(usage)). All is checked first: the archive is then as before. Renders made with a look of this name that was
// another become stale by their plan's hash.
captions::Look add_look(const std::filesystem::path& archive, const std::string& name,
                        const std::filesystem::path& file);

}  // namespace counterclip::clip
