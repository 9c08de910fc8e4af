#include "support/temporary_folder.h"

#include "core/ids.h"

namespace fs = std::filesystem;

namespace counterclip::test {

TemporaryFolder::TemporaryFolder() : path_(fs::temp_directory_path() / ("counterclip-test-" + random_id())) {
    fs::create_directory(path_);
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    for (const auto& entry : fs::recursive_directory_iterator(path_, ignored))
        if (entry.is_directory(ignored))
            fs::permissions(entry.path(), fs::perms::owner_all, fs::perm_options::add, ignored);
    fs::remove_all(path_, ignored);
}

}  // namespace counterclip::test
