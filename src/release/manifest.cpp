#include "release/manifest.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "core/error.h"
#include "core/hash.h"

namespace counterclip::release {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view format_name = "counterclip release";
constexpr int format_version = 1;

Json files_to_json(const std::vector<ManifestFile>& files) {
    auto list = Json::array();
    for (const auto& file : files)
        list.push_back(Json{{"name", file.name}, {"sha256", file.sha256}, {"bytes", file.bytes}});
    return list;
}

std::vector<ManifestFile> files_from_json(const Json& list) {
    std::vector<ManifestFile> files;
    for (const auto& file : list)
        files.push_back({file.at("name").get<std::string>(), file.at("sha256").get<std::string>(),
                         file.at("bytes").get<std::int64_t>()});
    return files;
}

Manifest read(const Json& json) {
    Manifest manifest;
    manifest.clip = json.at("clip").get<std::string>();
    manifest.title = json.at("title").get<std::string>();
    manifest.destination = json.at("destination").get<std::string>();
    manifest.created = json.at("created").get<std::string>();
    manifest.duration = parse_time(json.at("duration").get<std::string>());
    manifest.frames = json.at("frames").get<std::int64_t>();
    manifest.width = json.at("width").get<int>();
    manifest.height = json.at("height").get<int>();
    manifest.treatments = json.at("treatments").get<std::map<std::string, std::string>>();
    manifest.consent_revisions = json.at("consent_revisions").get<std::vector<std::int64_t>>();
    manifest.approval_sha256 = json.at("approval_sha256").get<std::string>();
    manifest.files = files_from_json(json.at("files"));
    return manifest;
}

}  // namespace

std::string to_json(const Manifest& m) {
    const Json json{
        {"format", format_name},
        {"version", format_version},
        {"tool", fmt::format("counterclip {}", tool_version())},
        {"clip", m.clip},
        {"title", m.title},
        {"destination", m.destination},
        {"created", m.created},
        {"duration", format_time(m.duration)},
        {"frames", m.frames},
        {"width", m.width},
        {"height", m.height},
        {"treatments", m.treatments},
        {"consent_revisions", m.consent_revisions},
        {"approval_sha256", m.approval_sha256},
        {"files", files_to_json(m.files)},
    };
    return json.dump(2) + "\n";
}

Manifest manifest_from_json(std::string_view text) {
    constexpr std::string_view doing = "read manifest.json";
    try {
        const auto json = Json::parse(text);
        if (json.at("format") != format_name) throw Error(doing, "it is no counterclip release");
        if (json.at("version") != format_version)
            throw Error(doing, "it was written by a newer counterclip; use that one to check it");
        return read(json);
    } catch (const Json::exception& error) {
        throw Error(doing, error.what());
    }
}

ManifestFile describe_file(const std::filesystem::path& file) {
    return {file.filename().string(), sha256_of_file(file),
            static_cast<std::int64_t>(std::filesystem::file_size(file))};
}

std::string sums(const std::vector<ManifestFile>& files) {
    std::string text;
    for (const auto& file : files) text += fmt::format("{}  {}\n", file.sha256, file.name);
    return text;
}

std::string_view tool_version() {
    return COUNTERCLIP_VERSION;
}

}  // namespace counterclip::release
