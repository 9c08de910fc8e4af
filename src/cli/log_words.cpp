#include "cli/log_words.h"

#include <filesystem>

#include <fmt/format.h>

#include "core/error.h"
#include "core/ids.h"
#include "core/staged_file.h"
#include "release/minisign.h"

namespace fs = std::filesystem;

namespace counterclip::cli {

std::optional<archive::LogFault> fault_in_log(const archive::Archive& archive, const std::string& key) {
    // Both: of a log that was written anew from its start every record agrees with it. Records first, whose fault says
    // more than that a record cannot be read.
    auto of_records = archive.verify_log();
    std::optional<archive::LogFault> of_checkpoints;
    try {
        of_checkpoints = archive.check_checkpoints(release::verify, key);
    } catch (const Error&) {
        if (!of_records) throw;
    }
    if (of_checkpoints && of_records)
        return of_records->sequence < of_checkpoints->sequence ? of_records : of_checkpoints;
    return of_checkpoints ? of_checkpoints : of_records;
}

void require_whole_log(const archive::Archive& archive, const std::string& doing) {
    if (const auto fault = fault_in_log(archive))
        throw Error(doing, fmt::format("the archive's log is broken at event {}: {}", fault->sequence, fault->what),
                    ErrorKind::refused);
}

std::string public_key_from(const std::string& given) {
    std::error_code ignored;
    if (given.empty() || !fs::is_regular_file(given, ignored)) return given;
    // minisign's file: a comment, then the key's line.
    auto text = read_whole(given, 1 << 16);
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
    const auto line = text.rfind('\n');
    return line == std::string::npos ? text : text.substr(line + 1);
}

archive::Checkpoint sign_log(archive::Archive& archive, const std::string& by, const release::Signer& key) {
    const auto head = archive.log_head();
    if (head.sequence == 0) throw Error("sign the log", "nothing was done yet");
    archive::Checkpoint checkpoint{head.sequence, head.hash, by, utc_now(), {}};
    checkpoint.signature =
        key.sign(archive::checkpoint_statement(head.archive, checkpoint), "counterclip checkpoint of a log");
    archive.add_checkpoint(checkpoint, by);
    return checkpoint;
}

}  // namespace counterclip::cli
