#include "clip/looks.h"

#include <algorithm>

#include <fmt/format.h>

#include "core/error.h"
#include "core/ids.h"
#include "core/staged_file.h"

namespace fs = std::filesystem;

namespace counterclip::clip {

namespace {

constexpr std::size_t largest_look = 1 << 20;

fs::path folder_of(const fs::path& archive) {
    return archive / "looks";
}

fs::path file_of(const fs::path& archive, const std::string& name) {
    return folder_of(archive) / (name + ".json");
}

captions::Look read_look(const fs::path& file, const std::string& name) {
    return captions::parse_look(read_whole(file, largest_look), name, file.string(), file.parent_path());
}

}  // namespace

captions::Look find_look(const fs::path& archive, const std::string& name) {
    if (is_code(name) && fs::exists(file_of(archive, name))) return read_look(file_of(archive, name), name);
    std::vector<std::string> names;
    for (const auto& look : captions::built_in_looks())
        if (look.name == name) return look;
    for (const auto& line : looks(archive)) names.push_back(line.name);
    throw Error(fmt::format("look '{}'", name), fmt::format("there is none; choose from {}", fmt::join(names, ", ")),
                ErrorKind::usage);
}

std::vector<LookLine> looks(const fs::path& archive) {
    std::vector<LookLine> lines;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder_of(archive), ignored)) {
        const auto name = entry.path().stem().string();
        if (entry.path().extension() != ".json" || !is_code(name)) continue;
        LookLine line{name, "", true, ""};
        try {
            line.description = read_look(entry.path(), name).description;
        } catch (const Error& error) {
            line.fault = error.what();
        }
        lines.push_back(std::move(line));
    }
    for (const auto& look : captions::built_in_looks())
        if (std::none_of(lines.begin(), lines.end(), [&](const auto& l) { return l.name == look.name; }))
            lines.push_back({look.name, look.description, false, ""});
    std::sort(lines.begin(), lines.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    return lines;
}

captions::Look add_look(const fs::path& archive, const std::string& name, const fs::path& file) {
    require_code("look", name);
    if (std::ranges::any_of(captions::built_in_looks(), [&](const auto& look) { return look.name == name; }))
        throw Error(fmt::format("add the look '{}'", name),
                    "one of that name comes with the program, and clips that chose it would change; give this one "
                    "another name",
                    ErrorKind::usage);
    const auto look = read_look(file, name);
    fs::create_directories(folder_of(archive));
    // The logo first: a look in the archive never names one that is not there.
    if (look.logo) {
        const auto place = folder_of(archive) / look.logo->file.filename();
        const auto logo = read_whole(look.logo->file);
        if (fs::exists(place) && read_whole(place) != logo)
            throw Error(
                fmt::format("add the look '{}'", name),
                fmt::format("another look has a logo called {}; give this one another name", place.filename().string()),
                ErrorKind::usage);
        write_whole(place, logo);
    }
    write_whole(file_of(archive, name), read_whole(file, largest_look));
    return find_look(archive, name);
}

}  // namespace counterclip::clip
