#include <fmt/format.h>
#include <sodium.h>
#include <sqlite3.h>

#include <opencv2/core/utility.hpp>

#include <cstdlib>
#include <filesystem>
#include <map>

#include "archive/vault.h"
#include "captions/glyphs.h"
#include "cli/deep_check.h"
#include "cli/encrypted_disk.h"
#include "cli/log_words.h"
#include "cli/options.h"
#include "cli/output.h"
#include "cli/vault.h"
#include "cli/verbs.h"
#include "faces/detector.h"
#include "media/versions.h"
#include "release/manifest.h"
#include "voice/speaker.h"

namespace fs = std::filesystem;

namespace counterclip::cli {

namespace {

enum class Health { good, poor, bad };

struct Line {
    std::string what;
    std::string found;
    Health health = Health::good;
    std::string mend{};  // what to do when it is not good
};

std::string word(Health health) {
    switch (health) {
        case Health::good:
            return "good";
        case Health::poor:
            return "poor";
        case Health::bad:
            break;
    }
    return "BAD";
}

void add_versions(std::vector<Line>& lines) {
    lines.push_back({"counterclip", std::string(release::tool_version())});
    lines.push_back({"libav", media::libav_versions()});
    lines.push_back({"OpenCV", cv::getVersionString()});
    lines.push_back({"SQLite", sqlite3_libversion()});
    lines.push_back({"libsodium", sodium_version_string()});
}

void add_capabilities(std::vector<Line>& lines) {
    for (const auto& c : media::capabilities())
        lines.push_back({c.name, c.present ? "there, for " + c.needed_for : "missing: no " + c.needed_for,
                         c.present ? Health::good : Health::bad, "install a libav that has it: scripts/setup"});
}

void add_models(std::vector<Line>& lines) {
    try {
        const auto models = faces::find_models(faces::model_folders());
        const bool neural =
            std::any_of(models.begin(), models.end(), [](const auto& m) { return m.name != "cascades"; });
        for (const auto& m : models) lines.push_back({"detector " + m.name, m.file.string()});
        lines.push_back({"detectors", faces::describe(models),
                         models.empty() ? Health::bad : (neural ? Health::good : Health::poor),
                         "fetch the weights: scripts/fetch-models"});
    } catch (const Error& error) {
        lines.push_back({"detectors", error.what(), Health::bad, "fetch the weights: scripts/fetch-models"});
    }
}

// Letters of each script that captions are in; a font that lacks them draws empty boxes, and rendering refuses.
void add_fonts(std::vector<Line>& lines) {
    struct Script {
        std::string name;
        std::string letters;
        std::string preferred;  // what the plain look asks for
    };
    const std::vector<Script> scripts{
        {"Latin", "AaÇçËëĆćĐđŠšŽžÊêÎîŞşÛû", "Noto Sans"},
        {"Cyrillic", "АаЁёЇїЂђҐґӘә", "Noto Sans"},
        {"Arabic", "ابحسعقمهيء؟،٠٩ڕڵۆێەڤگچپژٹڈڑںےھۓ", "Noto Naskh Arabic"},
    };
    for (const auto& script : scripts) {
        const bool can_write = captions::without_font(script.letters).empty();
        const bool as_wanted = captions::is_font_installed(script.preferred);
        lines.push_back({"letters " + script.name,
                         !can_write  ? "no font here has them all: such captions cannot be burned"
                         : as_wanted ? "there, " + script.preferred
                                     : "there, but not in " + script.preferred,
                         can_write && as_wanted ? Health::good : Health::poor, "apt install fonts-noto-core"});
    }
}

// Below this an import or a render is likely to fail.
constexpr double little_space_gb = 10;

void add_disk(std::vector<Line>& lines, const std::string& archive) {
    const fs::path folder = archive.empty() ? "." : archive;
    std::error_code error;
    const auto space = fs::space(folder, error);
    const double free_gb = static_cast<double>(space.available) / 1e9;
    if (error)
        lines.push_back({"disk", fmt::format("{}: {}", folder.string(), error.message()), Health::bad,
                         "name the archive's folder with --archive"});
    else
        lines.push_back({"disk", fmt::format("{:.1f} GB free at {}", free_gb, folder.string()),
                         free_gb < little_space_gb ? Health::poor : Health::good, "make room before you import"});
    const auto encryption = disk_encryption(folder);
    const std::string mend = "keep archives on a LUKS-encrypted disk: whoever finds the disk can otherwise read all";
    switch (encryption.state) {
        case Encryption::yes:
            lines.push_back({"encryption", "encrypted: " + encryption.how});
            break;
        case Encryption::no:
            lines.push_back({"encryption", "NOT encrypted: " + encryption.how, Health::poor, mend});
            break;
        case Encryption::unknown:
            lines.push_back({"encryption", "not known: " + encryption.how, Health::poor, mend});
    }
}

void add_archive(std::vector<Line>& lines, const std::string& folder) {
    if (folder.empty()) return;
    try {
        const auto archive = archive::Archive::open(folder);
        const auto fault = fault_in_log(archive);
        const auto interviews = archive.interview_lines({.limit = 1}, today()).total;
        const auto clips = archive.clip_lines({.limit = 1}, today()).total;
        lines.push_back({"archive",
                         fmt::format("{}: {} interviews, {} clips, {} events in the log", folder, interviews, clips,
                                     archive.log_head().sequence),
                         fault ? Health::bad : Health::good,
                         fault ? fmt::format("the log is broken at event {}: {}", fault->sequence, fault->what) : ""});
    } catch (const Error& error) {
        lines.push_back({"archive", error.what(), Health::bad, "name the archive's folder with --archive"});
    }
}

// The voices that the archive's clips are spoken by: one that this machine lacks is found out by a render else.
void add_voices(std::vector<Line>& lines, const std::string& folder) {
    if (folder.empty()) return;
    std::map<std::pair<std::string, std::string>, std::string> clips;  // by voice and language, the first one
    try {
        for (const auto& clip : archive::Archive::open(folder).clips())
            if (clip.treatments.disguise == voice::Disguise::revoice)
                clips.try_emplace({clip.treatments.voice, clip.language}, clip.code);
    } catch (const Error&) {
        return;  // said of the archive already
    }
    for (const auto& [asked, clip] : clips) {
        const auto& [voice, language] = asked;
        const auto what = fmt::format("voice {}", voice.empty() ? "for " + language : voice);
        try {
            const voice::Speaker speaker(voice, language);
            lines.push_back({what, fmt::format("there, for clip '{}'", clip)});
        } catch (const Error& error) {
            lines.push_back(
                {what, fmt::format("clip '{}' asks for it: {}", clip, error.what()), Health::bad,
                 fmt::format("apt install espeak-ng-data, or counterclip clip change {} --voice NAME", clip)});
        }
    }
}

// Only what is inside the archive: the machine is looked at without --deep.
void add_deep(std::vector<Line>& lines, Context& context) {
    const auto found = check_deep(context.open(), context.progress());
    for (const auto& fault : found.faults) lines.push_back({fault.what, fault.fault, Health::bad, fault.mend});
    lines.push_back({"archive, deep",
                     fmt::format("{} files read, {:.1f} GB: {}", found.files, static_cast<double>(found.bytes) / 1e9,
                                 found.faults.empty() ? "all as they were recorded"
                                                      : fmt::format("{} faults, named above", found.faults.size())),
                     found.faults.empty() ? Health::good : Health::bad, "look at each fault above"});
}

// What the log tells of the vault; nothing of a log that cannot be read (said elsewhere).
struct VaultInLog {
    std::string checksum{};
    bool forgot_last = false;         // its last change left no generation before
    std::vector<std::string> left{};  // purged interviews that it did not forget
};
VaultInLog vault_in_log(const std::string& folder) {
    VaultInLog told;
    try {
        const auto archive = archive::Archive::open(folder);
        told.checksum = logged_vault_checksum(archive);
        for (const auto& event : archive.events({.verb = "vault"}))
            if (event.verb != "vault show" && event.verb != "vault check")
                told.forgot_last = event.verb == "vault forget" || event.verb == "vault purge";
        for (const auto& purge : archive.purges())
            if (purge.vault_left) told.left.push_back(purge.interview);
    } catch (const std::exception&) {
    }
    return told;
}

// What can be seen without its passphrase.
void add_vault(std::vector<Line>& lines, const std::string& folder) {
    if (folder.empty()) return;
    const auto file = archive::Vault::file_in(folder);
    const auto look = archive::look_at_vault(file);
    const auto told = vault_in_log(folder);
    const auto& logged = told.checksum;
    for (const auto& interview : told.left)
        lines.push_back({"vault", fmt::format("it may still hold who is interview {}, which was destroyed", interview),
                         Health::bad, fmt::format("counterclip purge confirm {}", interview)});
    if (told.forgot_last && look.previous_there)
        lines.push_back({"vault", "the generation before is there, and may hold what was forgotten", Health::bad,
                         "counterclip vault forget CODE, once more"});
    const std::string bring_back =
        look.previous_there ? "bring back the one before: counterclip vault restore" : "bring it back from a backup";
    if (!look.there && !look.previous_there && logged.empty()) return;
    if (!look.there)
        lines.push_back({"vault", file.string() + " is gone", Health::bad, bring_back});
    else if (!look.fault.empty())
        lines.push_back({"vault", fmt::format("{}: {}", file.string(), look.fault), Health::bad, bring_back});
    else if (!look.private_mode)
        lines.push_back({"vault", "others may read " + file.string(), Health::bad,
                         fmt::format("chmod 600 {0} {0}.previous", file.string())});
    else if (!logged.empty() && logged != look.checksum)
        lines.push_back(
            {"vault", "it is not the one that the log last tells of", Health::bad,
             "a save was cut off, or somebody put another in its place: counterclip --as OPERATOR vault check opens it "
             "and has the log say that it is right"});
    else if (!look.costs_enough)
        lines.push_back({"vault", "its passphrase is cheap to guess at", Health::poor,
                         "counterclip vault passphrase makes it as dear as a new one"});
    else
        lines.push_back({"vault", file.string() + ": whole, private"});
}

void show(const std::vector<Line>& lines) {
    Table table{{"", "WHAT", "FOUND"}, {}};
    for (const auto& l : lines) table.rows.push_back({word(l.health), l.what, l.found});
    print_table(table, "");
    for (const auto& l : lines)
        if (l.health != Health::good) print_line(fmt::format("{}: {}", l.what, l.mend));
}

void doctor(bool deep, Context& context) {
    std::vector<Line> lines;
    if (deep) {
        add_deep(lines, context);
        add_vault(lines, context.archive_folder());
    } else {
        add_versions(lines);
        add_capabilities(lines);
        add_models(lines);
        add_fonts(lines);
        add_disk(lines, context.archive_folder());
        add_archive(lines, context.archive_folder());
        add_voices(lines, context.archive_folder());
        add_vault(lines, context.archive_folder());
    }
    if (context.json()) {
        auto list = Json::array();
        for (const auto& l : lines)
            list.push_back({{"what", l.what}, {"found", l.found}, {"health", word(l.health)}, {"mend", l.mend}});
        print_json(list);
    } else {
        show(lines);
    }
    if (std::any_of(lines.begin(), lines.end(), [](const Line& l) { return l.health == Health::bad; }))
        throw Error("doctor", deep ? "the archive is not as it was recorded; see the lines above"
                                   : "something that counterclip needs is missing; see the lines above");
}

}  // namespace

Verb doctor_verb() {
    return {"doctor",
            "Look at what this machine has, or, with --deep, at every byte of the archive",
            {"doctor", "--archive ~/interviews doctor", "--archive ~/interviews doctor --deep"},
            [](CLI::App& app) -> Action {
                auto deep = std::make_shared<bool>(false);
                app.add_flag(
                    "--deep", *deep,
                    "Hash all originals, renders and releases in the archive and check log, proofs and rights");
                return [deep](Context& context) { doctor(*deep, context); };
            }};
}

}  // namespace counterclip::cli
