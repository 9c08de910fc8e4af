#include <fmt/format.h>

#include <set>

#include "core/error.h"
#include "core/staged_file.h"
#include "release/manifest.h"
#include "release/minisign.h"
#include "release/package.h"

namespace fs = std::filesystem;

namespace counterclip::release {

namespace {

constexpr std::size_t longest_text = 16 << 20;

// Adds what goes wrong on the way (a file that cannot be read) as a fault; the other checks go on.
template <class Check>
void noting_faults(std::vector<std::string>& faults, Check check) {
    try {
        check();
    } catch (const std::exception& error) {
        faults.emplace_back(error.what());
    }
}

// A plain file directly in the folder: no link out of it, no folder, no device or pipe that would never end.
bool is_plain_file(const fs::path& file) {
    std::error_code ignored;
    return fs::is_regular_file(fs::symlink_status(file, ignored));
}

std::string missing(const fs::path& folder, std::string_view name) {
    std::error_code ignored;
    if (!fs::exists(fs::symlink_status(folder / name, ignored))) return fmt::format("{} is missing", name);
    return fmt::format("{} is missing: what has its name is no plain file", name);
}

std::optional<std::string> text_of(const fs::path& folder, std::string_view name, std::vector<std::string>& faults) {
    if (!is_plain_file(folder / name)) {
        faults.push_back(missing(folder, name));
        return std::nullopt;
    }
    try {
        return read_whole(folder / name, longest_text);
    } catch (const Error& error) {
        faults.emplace_back(error.what());
        return std::nullopt;
    }
}

// The base64 line of a .pub file, or of a key given as the line alone.
std::string key_line(std::string_view text) {
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.remove_suffix(1);
    const auto line = text.rfind('\n');
    return std::string(line == std::string_view::npos ? text : text.substr(line + 1));
}

void check_signature(const fs::path& folder, const std::string& manifest, const std::string& expected_key,
                     std::vector<std::string>& faults) {
    const auto packaged = text_of(folder, public_key_name, faults);
    const auto signature = text_of(folder, signature_name, faults);
    const auto key = key_line(expected_key.empty() ? packaged.value_or("") : expected_key);
    if (packaged && key_line(*packaged) != key)
        faults.push_back(fmt::format("{} is not the key that was expected", public_key_name));
    if (signature && !verify(manifest, *signature, key))
        faults.push_back(fmt::format("{} does not sign this {} with that key", signature_name, manifest_name));
}

void check_file(const fs::path& folder, const ManifestFile& expected, std::vector<std::string>& faults) {
    if (fs::path(expected.name).filename() != expected.name || !is_plain_file(folder / expected.name)) {
        faults.push_back(missing(folder, expected.name));
        return;
    }
    try {
        const auto found = describe_file(folder / expected.name);
        if (found.bytes != expected.bytes || found.sha256 != expected.sha256)
            faults.push_back(fmt::format("{} is not the file that was released: its SHA-256 differs", expected.name));
    } catch (const Error& error) {
        faults.emplace_back(error.what());
    }
}

void check_sums(const fs::path& folder, const Manifest& manifest, std::vector<std::string>& faults) {
    const auto text = text_of(folder, sums_name, faults);
    if (!text) return;
    auto files = manifest.files;
    for (const auto name : {manifest_name, signature_name, public_key_name})
        if (is_plain_file(folder / name)) files.push_back(describe_file(folder / name));
    if (*text == sums(files)) return;
    faults.push_back(fmt::format("{} does not tell the files' sums", sums_name));
    for (const auto& file : files)
        if (text->find(sums({file})) == std::string::npos)
            faults.push_back(fmt::format("{} is not the file whose sum stands in {}", file.name, sums_name));
}

void check_nothing_else(const fs::path& folder, const Manifest& manifest, std::vector<std::string>& faults) {
    std::set<std::string> known{std::string(manifest_name), std::string(signature_name), std::string(sums_name),
                                std::string(public_key_name)};
    for (const auto& file : manifest.files) known.insert(file.name);
    for (const auto& entry : fs::directory_iterator(folder)) {
        const auto name = entry.path().filename().string();
        if (!known.contains(name)) faults.push_back(fmt::format("{} does not belong to the release", name));
    }
}

}  // namespace

std::vector<std::string> faults_in_package(const fs::path& folder, const std::string& public_key) {
    if (!fs::is_directory(folder)) return {fmt::format("there is no folder {}", folder.string())};
    std::vector<std::string> faults;
    const auto text = text_of(folder, manifest_name, faults);
    if (!text) return faults;
    check_signature(folder, *text, public_key, faults);
    noting_faults(faults, [&] {
        const auto manifest = manifest_from_json(*text);
        for (const auto& file : manifest.files) check_file(folder, file, faults);
        noting_faults(faults, [&] { check_sums(folder, manifest, faults); });
        noting_faults(faults, [&] { check_nothing_else(folder, manifest, faults); });
    });
    return faults;
}

}  // namespace counterclip::release
