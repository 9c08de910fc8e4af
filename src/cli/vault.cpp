#include "cli/vault.h"

#include <sys/prctl.h>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/output.h"
#include "clip/protected_terms.h"
#include "clip/wording.h"
#include "core/error.h"

namespace counterclip::cli {

namespace {

std::filesystem::path vault_file(const archive::Archive& archive) {
    return archive::Vault::file_in(archive.folder());
}

archive::Vault& open_in(VaultSlot& slot, const SecretText& passphrase, const std::filesystem::path& file) {
    // What is decrypted must not end in a core dump.
    ::prctl(PR_SET_DUMPABLE, 0);
    return slot.vault.emplace(archive::Vault::open(file, passphrase.view()));
}

archive::Vault& open_with(const SecretText& passphrase, const archive::Archive& archive, const Context& context) {
    return open_in(context.vault_slot(), passphrase, vault_file(archive));
}

// Whether it is the vault that the log last tells of. An older one put back knows less names.
bool is_the_logged_one(const archive::Vault& vault, const archive::Archive& archive) {
    const auto event = archive.last_vault_event();
    if (!event) return true;  // from before the log told of it
    const auto details = nlohmann::json::parse(event->details, nullptr, false);
    const auto logged = details.is_object() ? details.value("vault", std::string()) : std::string();
    return logged.empty() || logged == vault.checksum();
}

}  // namespace

const archive::Vault* vault_to_search(const archive::Archive& archive, const Context& context, Asking asking) {
    auto& slot = context.vault_slot();
    if (slot.vault) return &*slot.vault;
    if (slot.tried || !archive::look_at_vault(vault_file(archive)).there) return nullptr;
    const auto source = context.vault_passphrase();
    const auto passphrase = asking == Asking::yes ? passphrase_from(source) : given_passphrase(source);
    slot.tried = asking == Asking::yes;
    if (!passphrase) return nullptr;
    const auto& vault = open_with(*passphrase, archive, context);
    if (is_the_logged_one(vault, archive)) return &vault;
    context.warn(
        "THE VAULT IS NOT THE ONE THAT THE LOG LAST TELLS OF, so nothing was searched for names: bring that one "
        "back from a backup, or save this one anew (counterclip vault set)");
    slot.vault.reset();
    slot.tried = true;
    return nullptr;
}

archive::Vault& open_vault(const archive::Archive& archive, const Context& context) {
    auto& slot = context.vault_slot();
    if (slot.vault) return *slot.vault;
    const auto file = vault_file(archive);
    const auto doing = fmt::format("open the vault {}", file.string());
    // What is wrong with the file is said before anybody types a passphrase.
    if (const auto look = archive::look_at_vault(file); !look.there || !look.fault.empty())
        return slot.vault.emplace(archive::Vault::open(file, "not asked for"));
    const auto source = context.vault_passphrase();
    const auto passphrase = passphrase_from(source);
    if (!passphrase) throw Error(doing, "its passphrase is not given; " + how_to_give(source), ErrorKind::usage);
    return open_with(*passphrase, archive, context);
}

void log_vault_change(archive::Archive& archive, const std::string& verb, const std::string& object, Json details,
                      const std::string& by, const std::function<void(const archive::BeforeChange&)>& change,
                      const std::string& next) {
    archive.append_event(
        verb, object,
        [&](const archive::Archive::Tell& tell) {
            change([&](const std::string& checksum) {
                details["vault"] = checksum;
                tell(details.dump());
            });
        },
        by, "the vault IS changed, and the log does not say so yet; make room on the disk, then " + next);
}

bool is_in_the_log(const archive::Vault& vault, const archive::Archive& archive) {
    const auto logged = logged_vault_checksum(archive);
    return logged.empty() || logged == vault.checksum();
}

std::string logged_vault_checksum(const archive::Archive& archive) {
    const auto event = archive.last_vault_event();
    if (!event) return "";
    const auto details = Json::parse(event->details, nullptr, false);
    return details.is_object() ? details.value("vault", "") : "";
}

void require_no_terms_in(const std::string& what, const std::string& code, const archive::Archive& archive,
                         const Context& context) {
    const auto* vault = vault_to_search(archive, context, Asking::no);
    if (!vault) return;
    const auto places = clip::places_with_terms({{fmt::format("the code of the new {}", what), code}}, *vault);
    if (!places.empty())
        throw Error(fmt::format("add {}", what),
                    fmt::format("there is {}; codes stand in file names, the log and manifests: choose another",
                                places.front()),
                    ErrorKind::refused);
}

void substitute_typed(archive::Clip& clip, const archive::Archive& archive, const Context& context) {
    const auto* vault = vault_to_search(archive, context, Asking::no);
    if (!vault) return;
    const auto substitutes = clip::substitutes(archive, *vault, clip.language);
    const auto replace = [&](const char* what, std::string& text) {
        auto replaced = substitutes.in(text);
        if (replaced == text) return;
        text = std::move(replaced);
        context.remark(fmt::format("a protected term in the {} was replaced: it says now '{}'", what, harmless(text)));
    };
    replace("title", clip.title);
    replace("card", clip.card);
    replace("lower-third", clip.lower_third);
    replace("end card", clip.end_card);
}

std::string without_protected_terms(const std::string& message, const Context& context) {
    auto& slot = context.vault_slot();
    try {
        const auto file = archive::Vault::file_in(context.archive_folder());
        auto source = context.vault_passphrase();
        source.descriptor.reset();  // it was read, or somebody would wait for it now
        if (!slot.vault && !context.archive_folder().empty() && archive::look_at_vault(file).there)
            if (const auto passphrase = given_passphrase(source)) open_in(slot, *passphrase, file);
        return slot.vault ? clip::without_terms(message, *slot.vault) : message;
    } catch (const std::exception&) {
        return message;  // which says what is wrong already
    }
}

}  // namespace counterclip::cli
