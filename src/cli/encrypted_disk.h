// Whether a folder lies on an encrypted disk, as far as Linux tells a plain user.
#pragma once

#include <filesystem>
#include <string>

namespace counterclip::cli {

enum class Encryption { yes, no, unknown };

struct DiskEncryption {
    Encryption state = Encryption::unknown;
    std::string how;  // "dm-crypt (LUKS2) below dm-0", or why it cannot be known
};

// Looks for dm-crypt anywhere below the file system's block device (also under LVM), and for fscrypt on the folder. A
// file system without a block device of its own (network, ZFS, eCryptfs, overlay) is unknown, and said to be.
DiskEncryption disk_encryption(const std::filesystem::path& folder);

// The same for a block device given by its folder in sysfs; apart from the above so that it can be tested.
DiskEncryption device_encryption(const std::filesystem::path& sysfs_device);

}  // namespace counterclip::cli
