#include "cli/encrypted_disk.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <linux/fscrypt.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <fstream>
#include <sstream>

namespace fs = std::filesystem;

namespace counterclip::cli {

namespace {

struct Mount {
    std::string type;    // "ext4"
    std::string source;  // "/dev/mapper/home"
};

// Of the mount whose device number is `device` ("253:0"), from /proc/self/mountinfo (proc(5)).
Mount mount_of(const std::string& device) {
    std::ifstream in("/proc/self/mountinfo");
    Mount mount;
    for (std::string line; std::getline(in, line);) {
        std::istringstream words(line);
        std::string id, parent, number, word;
        words >> id >> parent >> number;
        while (words >> word && word != "-") {
        }
        if (number == device) words >> mount.type >> mount.source;
    }
    return mount;
}

bool has_fscrypt_policy(const fs::path& folder) {
    const int fd = ::open(folder.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) return false;
    fscrypt_get_policy_ex_arg policy{};
    policy.policy_size = sizeof policy.policy;
    const bool has = ::ioctl(fd, FS_IOC_GET_ENCRYPTION_POLICY_EX, &policy) == 0;
    ::close(fd);
    return has;
}

std::string first_line(const fs::path& file) {
    std::ifstream in(file);
    std::string line;
    std::getline(in, line);
    return line;
}

// btrfs and others mount under a made-up device number; the source still names the real one.
fs::path sysfs_device_of(const std::string& number, const Mount& mount) {
    std::error_code ignored;
    const auto by_number = fs::canonical("/sys/dev/block/" + number, ignored);
    if (!by_number.empty()) return by_number;
    if (!mount.source.starts_with("/dev/")) return {};
    struct stat info {};
    if (::stat(mount.source.c_str(), &info) != 0 || !S_ISBLK(info.st_mode)) return {};
    return fs::canonical(fmt::format("/sys/dev/block/{}:{}", major(info.st_rdev), minor(info.st_rdev)), ignored);
}

}  // namespace

DiskEncryption device_encryption(const fs::path& device) {
    const auto uuid = first_line(device / "dm" / "uuid");
    if (uuid.starts_with("CRYPT-")) {
        const auto kind = uuid.substr(6, uuid.find('-', 6) - 6);
        return {Encryption::yes, fmt::format("dm-crypt ({}) at {}", kind, device.filename().string())};
    }
    std::error_code ignored;
    int below = 0;
    int encrypted = 0;
    DiskEncryption found{Encryption::no, fmt::format("no dm-crypt below {}", device.filename().string())};
    for (const auto& slave : fs::directory_iterator(device / "slaves", ignored)) {
        ++below;
        const auto there = device_encryption(slave.path());
        if (there.state != Encryption::yes) continue;
        ++encrypted;
        found.how = there.how;
    }
    // Every disk below must be: one that is not may hold the very blocks.
    if (below > 0 && encrypted == below) found.state = Encryption::yes;
    if (encrypted > 0 && encrypted < below) found.how = "only a part of the disks below is encrypted";
    return found;
}

DiskEncryption disk_encryption(const fs::path& folder) {
    struct stat info {};
    if (::stat(folder.c_str(), &info) != 0) return {Encryption::unknown, "there is no such folder"};
    if (has_fscrypt_policy(folder)) return {Encryption::yes, "fscrypt, this folder"};
    const auto number = fmt::format("{}:{}", major(info.st_dev), minor(info.st_dev));
    const auto mount = mount_of(number);
    const auto device = sysfs_device_of(number, mount);
    if (!device.empty()) return device_encryption(device);
    return {Encryption::unknown, fmt::format("a file system of type '{}' hides what lies below it; see to it yourself",
                                             mount.type.empty() ? "?" : mount.type)};
}

}  // namespace counterclip::cli
