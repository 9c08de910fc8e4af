#include "archive/vault.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include <fmt/format.h>

#include "archive/vault_contents.h"
#include "archive/vault_file.h"
#include "core/durable.h"
#include "core/error.h"
#include "core/staged_file.h"

namespace fs = std::filesystem;

namespace counterclip::archive {

namespace {

constexpr unsigned private_mode = 0600;

std::string opening(const fs::path& file) {
    return fmt::format("open the vault {}", file.string());
}

void require_passphrase(const std::string& doing, std::string_view passphrase) {
    if (passphrase.empty()) throw Error(doing, "its passphrase is empty", ErrorKind::usage);
}

bool is_there(const fs::path& file) {
    std::error_code error;
    return fs::exists(file, error) || error;  // what cannot be looked at is there
}

// How to go on when `file` is no use.
std::string way_back(const fs::path& file) {
    const auto previous = Vault::previous_of(file);
    if (!is_there(previous)) return "";
    return fmt::format(
        " (the vault as it was before the last save lies in {}: `counterclip vault restore` brings it back)",
        previous.string());
}

// A save replaces the link, not what it points to, and whoever destroys a generation would leave that.
constexpr const char* is_link = "it is a symbolic link; put the vault's file itself in its place";

bool is_a_link(const fs::path& file) {
    std::error_code error;
    return fs::is_symlink(fs::symlink_status(file, error));
}

std::string read_vault(const fs::path& file, const std::string& doing) {
    if (is_a_link(file)) throw Error(doing, is_link);
    if (!is_there(file))
        throw Error(doing, is_there(Vault::previous_of(file)) ? "it is gone" + way_back(file)
                                                              : "there is none; `counterclip vault init` makes one");
    auto bytes = read_whole(file);
    if (const auto fault = fault_in_vault(bytes); !fault.empty()) throw Error(doing, fault + way_back(file));
    return bytes;
}

OpenedVault unseal(const std::string& bytes, std::string_view passphrase, const std::string& doing) {
    auto opened = unseal_vault(bytes, passphrase);
    if (!opened) throw Error(doing, "the passphrase is wrong, or somebody changed the file");
    return std::move(*opened);
}

// Keeps other processes from saving at the same time. The lock is the file's, which each save replaces: whoever waited
// for it finds other bytes than they had read, and is refused for that.
class VaultLock {
  public:
    explicit VaultLock(const fs::path& file) : fd_(::open(file.c_str(), O_RDWR | O_CLOEXEC)) {
        while (fd_ >= 0 && ::flock(fd_, LOCK_EX) != 0)
            if (errno != EINTR) throw_errno(file);
        if (fd_ < 0) throw_errno(file);
    }
    ~VaultLock() { ::close(fd_); }
    VaultLock(const VaultLock&) = delete;
    VaultLock& operator=(const VaultLock&) = delete;

  private:
    void throw_errno(const fs::path& file) {
        const int error = errno;
        if (fd_ >= 0) ::close(fd_);
        throw Error(fmt::format("save the vault {}", file.string()), std::strerror(error));
    }
    int fd_;
};

void force_folder_to_disk(const fs::path& file) {
    force_to_disk(fs::absolute(file).parent_path());
}

// Writes over it before it is removed: a disk that does not spread its writes then holds it no more.
void destroy(const fs::path& file) {
    if (!is_there(file)) return;
    const int fd = ::open(file.c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW);
    struct stat info {};
    if (fd >= 0 && ::fstat(fd, &info) == 0 && S_ISREG(info.st_mode)) {
        const std::string zeros(static_cast<std::size_t>(info.st_size), '\0');
        [[maybe_unused]] const auto written = ::pwrite(fd, zeros.data(), zeros.size(), 0);
        ::fsync(fd);
    }
    if (fd >= 0) ::close(fd);
    std::error_code error;
    fs::remove(file, error);
    if (error) throw Error(fmt::format("destroy {}", file.string()), error.message());
    force_folder_to_disk(file);
}

// In one step, so that a process which dies leaves both.
void change_places(const fs::path& one, const fs::path& other) {
    if (::renameat2(AT_FDCWD, one.c_str(), AT_FDCWD, other.c_str(), RENAME_EXCHANGE) == 0) {
        fs::permissions(one, fs::perms::owner_read | fs::perms::owner_write);
        fs::permissions(other, fs::perms::owner_read | fs::perms::owner_write);
        force_folder_to_disk(one);
        return;
    }
    // A file system that cannot: at every instant at least the one that is wanted is whole.
    const auto replaced = read_whole(one);
    write_whole(one, read_whole(other), private_mode);
    write_whole(other, replaced, private_mode);
}

void tell(const BeforeChange& before, const std::string& checksum) {
    if (before) before(checksum);
}

// With its new name the change is made, whatever syncing its folder says: what was told before must follow.
void put_in_place(Staged& staged, Existing existing = Existing::replace) {
    try {
        staged.commit(existing);
    } catch (const Error&) {
        if (is_there(staged.path())) throw;
    }
}

}  // namespace

struct Vault::State {
    fs::path file;
    VaultKey key;
    std::string checksum;  // of what lies there, as it was last read or written
    std::map<std::string, Identity> identities;

    ~State() {
        for (auto& [code, identity] : identities) wipe(identity);
    }

    std::string saving() const { return fmt::format("save the vault {}", file.string()); }

    // Call it under the lock.
    std::string read_unchanged() const {
        auto bytes = is_there(file) ? read_whole(file) : std::string();
        if (!fault_in_vault(bytes).empty() || vault_checksum(bytes) != checksum)
            throw Error(saving(), "somebody else changed it meanwhile; nothing was saved, begin again");
        return bytes;
    }

    // Call it under the lock. `free_place` does away with the generation before.
    void write(const VaultKey& with, const BeforeChange& before, const std::function<void()>& free_place) {
        const auto bytes = seal_vault(with, contents_of(identities).view());
        Staged staged(file);
        staged.write(bytes, private_mode);
        tell(before, vault_checksum(bytes));
        free_place();
        put_in_place(staged);
        checksum = vault_checksum(bytes);
    }

    // Of savers that were killed.
    void sweep() const { sweep_staging(fs::absolute(file).parent_path()); }
};

Vault::Vault(std::unique_ptr<State> state) : state_(std::move(state)) {}
Vault::~Vault() = default;
Vault::Vault(Vault&&) noexcept = default;
Vault& Vault::operator=(Vault&&) noexcept = default;

fs::path Vault::file_in(const fs::path& archive_folder) {
    return archive_folder / "identities.vault";
}

fs::path Vault::previous_of(const fs::path& file) {
    return file.string() + ".previous";
}

Vault Vault::create(const fs::path& file, std::string_view passphrase, const BeforeChange& before) {
    const auto doing = fmt::format("make the vault {}", file.string());
    require_passphrase(doing, passphrase);
    if (is_there(file)) throw Error(doing, "there is one already");
    if (is_there(previous_of(file)))
        throw Error(doing, fmt::format("there was one: {} is left of it; `counterclip vault restore` brings it back",
                                       previous_of(file).string()));
    std::unique_ptr<State> state(new State{file, make_vault_key(passphrase, usual_vault_cost()), {}, {}});
    const auto bytes = seal_vault(state->key, contents_of({}).view());
    Staged staged(file);
    staged.write(bytes, private_mode);
    tell(before, vault_checksum(bytes));
    put_in_place(staged, Existing::refuse);
    state->checksum = vault_checksum(bytes);
    return Vault(std::move(state));
}

Vault Vault::open(const fs::path& file, std::string_view passphrase) {
    const auto doing = opening(file);
    require_passphrase(doing, passphrase);
    const auto bytes = read_vault(file, doing);
    auto opened = unseal(bytes, passphrase, doing);
    return Vault(std::unique_ptr<State>(
        new State{file, std::move(opened.key), vault_checksum(bytes), identities_in(opened.contents.view(), doing)}));
}

Vault Vault::restore_previous(const fs::path& file, std::string_view passphrase, const BeforeChange& before) {
    const auto previous = previous_of(file);
    const auto doing = fmt::format("bring back the vault {}", previous.string());
    require_passphrase(doing, passphrase);
    if (!is_there(previous)) throw Error(doing, "there is none");
    const auto bytes = read_vault(previous, doing);
    identities_in(unseal(bytes, passphrase, doing).contents.view(), doing);
    if (is_a_link(file)) throw Error(doing, fmt::format("{}: {}", file.string(), is_link));
    if (is_there(file)) {
        const VaultLock lock(file);
        tell(before, vault_checksum(bytes));
        change_places(file, previous);
    } else {
        Staged staged(file);
        staged.write(bytes, private_mode);
        tell(before, vault_checksum(bytes));
        put_in_place(staged);
    }
    return open(file, passphrase);
}

const std::map<std::string, Identity>& Vault::identities() const noexcept {
    return state_->identities;
}

std::vector<ProtectedTerm> Vault::terms() const {
    std::vector<ProtectedTerm> all;
    for (const auto& [code, identity] : state_->identities)
        all.insert(all.end(), identity.terms.begin(), identity.terms.end());
    return all;
}

std::vector<ProtectedTerm> Vault::terms(const std::string& interview) const {
    const auto found = state_->identities.find(interview);
    return found == state_->identities.end() ? std::vector<ProtectedTerm>{} : found->second.terms;
}

std::string Vault::checksum() const {
    return state_->checksum;
}

void Vault::set(const std::string& interview, Identity identity) {
    require_storable(interview, identity);
    auto& there = state_->identities[interview];
    wipe(there);
    there = std::move(identity);
}

void Vault::forget(const std::string& interview) {
    const auto found = state_->identities.find(interview);
    if (found == state_->identities.end()) return;
    wipe(found->second);
    state_->identities.erase(found);
}

void Vault::save(const BeforeChange& before) {
    const VaultLock lock(state_->file);
    const auto bytes = state_->read_unchanged();
    state_->sweep();
    Staged previous(previous_of(state_->file));
    previous.write(bytes, private_mode);
    state_->write(state_->key, before, [&] { put_in_place(previous); });
}

void Vault::save_without_previous(const BeforeChange& before) {
    const VaultLock lock(state_->file);
    state_->read_unchanged();
    state_->sweep();
    state_->write(state_->key, before, [&] { destroy(previous_of(state_->file)); });
}

void Vault::change_passphrase(std::string_view passphrase, const BeforeChange& before) {
    require_passphrase(state_->saving(), passphrase);
    auto key = make_vault_key(passphrase, usual_vault_cost());
    const VaultLock lock(state_->file);
    state_->read_unchanged();
    state_->sweep();
    state_->write(key, before, [&] { destroy(previous_of(state_->file)); });
    state_->key = std::move(key);
}

bool Vault::previous_may_hold(const std::string& interview) const {
    const auto previous = previous_of(state_->file);
    if (!is_there(previous)) return false;
    try {
        const auto bytes = read_vault(previous, opening(previous));
        const auto contents = unseal_vault(bytes, state_->key);
        if (!contents) return true;
        auto identities = identities_in(contents->view(), opening(previous));
        const bool holds = identities.contains(interview);
        for (auto& [code, identity] : identities) wipe(identity);
        return holds;
    } catch (const Error&) {
        return true;
    }
}

VaultLook look_at_vault(const fs::path& file) {
    VaultLook look;
    look.there = is_there(file);
    look.previous_there = is_there(Vault::previous_of(file));
    if (is_a_link(file)) {
        look.there = true;
        look.fault = is_link;
        return look;
    }
    if (!look.there) return look;
    look.private_mode = true;
    for (const auto& one : {file, Vault::previous_of(file)}) {
        struct stat info {};
        if (::stat(one.c_str(), &info) == 0 && (info.st_mode & 077) != 0) look.private_mode = false;
    }
    try {
        const auto bytes = read_whole(file);
        look.fault = fault_in_vault(bytes);
        if (!look.fault.empty()) return look;
        const auto cost = vault_cost_of(bytes);
        look.costs_enough = cost.passes >= usual_vault_cost().passes && cost.memory >= usual_vault_cost().memory;
        look.checksum = vault_checksum(bytes);
    } catch (const Error& e) {
        look.fault = e.what();
    }
    return look;
}

}  // namespace counterclip::archive
