// `doctor --deep`: every byte of the archive against what the catalog says of it.
#pragma once

#include <string>
#include <vector>

#include "archive/archive.h"
#include "core/progress.h"

namespace counterclip::cli {

struct DeepFault {
    std::string what;   // "original of recording 1 of interview BTIB-0042", "log"
    std::string fault;  // "is not the file that was imported"
    std::string mend;
};

struct DeepCheck {
    std::vector<DeepFault> faults;
    std::int64_t files = 0;  // that were read
    std::int64_t bytes = 0;
};

// Hashes all originals, renders and the release packages inside the archive; checks proofs, the log with its records
// and checkpoints, the lists' tables, rights of files, and that nothing else lies there. Changes
// nothing. Progress counts bytes; Error(cancelled) when stopped.
DeepCheck check_deep(const archive::Archive& archive, Progress& progress);

}  // namespace counterclip::cli
