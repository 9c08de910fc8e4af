#include "archive/log_file.h"

#include <fstream>

#include "archive/record_check.h"
#include "archive/state.h"
#include "core/hash.h"
#include "core/ids.h"
#include "core/staged_file.h"

namespace fs = std::filesystem;

namespace counterclip::archive {

namespace {

using nlohmann::json;
using Json = nlohmann::ordered_json;

Json as_json(const Event& e) {
    return {{"sequence", e.sequence}, {"at", e.at},         {"by", e.by},
            {"verb", e.verb},         {"object", e.object}, {"details", e.details},
            {"previous", e.previous}, {"hash", e.hash}};
}
Json as_json(const Checkpoint& c) {
    return {{"sequence", c.sequence}, {"hash", c.hash}, {"by", c.by}, {"at", c.at}, {"signature", c.signature}};
}

Event event_from(const json& j) {
    return {j.at("sequence"), j.at("at"),      j.at("by"),       j.at("verb"),
            j.at("object"),   j.at("details"), j.at("previous"), j.at("hash")};
}
Checkpoint checkpoint_from(const json& j) {
    return {j.at("sequence"), j.at("hash"), j.at("by"), j.at("at"), j.at("signature")};
}

// What an event says of its operator's key, if it does: the hash of the key's line.
void note_key(const Event& event, std::map<std::string, std::string>& recorded) {
    constexpr std::string_view prefix = "operator ";
    if (!event.object.starts_with(prefix)) return;
    const auto details = json::parse(event.details, nullptr, false);
    if (details.is_object() && details.contains("key_sha256"))
        recorded[event.object.substr(prefix.size())] = details["key_sha256"].get<std::string>();
}

class Reader {
  public:
    Reader(const json& head, const SignatureCheck& signed_by, const std::string& key)
        : signed_by_(signed_by), key_(key) {
        file_.head.archive = head.at("archive").get<std::string>();
        for (const auto& op : head.at("operators"))
            keys_[op.at("code").get<std::string>()] = op.at("public_key").get<std::string>();
    }

    void read(const json& line) {
        if (line.contains("event")) return read(event_from(line["event"]));
        checkpoints_.push_back(checkpoint_from(line.at("checkpoint")));
    }

    LogFile finish() {
        for (const auto& [code, hash] : recorded_keys_) {
            const auto& key = keys_[code];
            if ((key.empty() ? std::string() : sha256(key)) != hash)
                note(LogFault{0, fmt::format("the key of operator {} is not the one that was recorded", code)});
        }
        CheckpointCheck check(file_.head, signed_by_, key_);
        for (const auto& c : checkpoints_) {
            const bool there = c.sequence >= 1 && c.sequence <= std::ssize(hashes_);
            note(check.follow(c, there ? hashes_[static_cast<std::size_t>(c.sequence - 1)] : std::string(),
                              recorded_keys_.contains(c.by) ? keys_[c.by] : std::string()));
        }
        note(check.end());
        file_.checkpoints = std::ssize(checkpoints_);
        return std::move(file_);
    }

  private:
    void read(const Event& event) {
        note(chain_.follow(event));
        note_key(event, recorded_keys_);
        hashes_.push_back(event.hash);
        file_.head.sequence = event.sequence;
        file_.head.hash = event.hash;
        file_.head.at = event.at;
    }
    void note(std::optional<LogFault> fault) {
        if (!file_.fault) file_.fault = std::move(fault);
    }

    const SignatureCheck& signed_by_;
    const std::string& key_;
    LogFile file_;
    Chain chain_;
    std::vector<std::string> hashes_;
    std::vector<Checkpoint> checkpoints_;
    std::map<std::string, std::string> keys_;
    std::map<std::string, std::string> recorded_keys_;
};

}  // namespace

void Archive::export_log(const fs::path& file, Progress& progress) const {
    const auto doing = fmt::format("export the log to {}", file.string());
    state_->read(doing, [&] {
        write_private(file, [&](const fs::path& staging) {
            std::ofstream out(staging, std::ios::binary);
            Json head{{"counterclip log", 1}, {"archive", log_head().archive}, {"made", utc_now()}};
            head["operators"] = Json::array();
            for (const auto& op : operators())
                head["operators"].push_back({{"code", op.code}, {"roles", op.roles}, {"public_key", op.public_key}});
            out << head.dump() << '\n';
            progress.begin("export the log", log_head().sequence);
            for_each_event(state_->db, [&](const Event& event) {
                progress.stop_if_cancelled(doing);
                out << Json{{"event", as_json(event)}}.dump() << '\n';
                progress.advance(event.sequence);
            });
            for (const auto& c : checkpoints()) out << Json{{"checkpoint", as_json(c)}}.dump() << '\n';
            progress.end();
            out.close();
            if (!out) throw Error(doing, "it could not be written whole: is the disk full?");
        });
    });
}

LogFile check_log_file(const fs::path& file, const SignatureCheck& signed_by, const std::string& key) {
    const auto doing = fmt::format("check the log in {}", file.string());
    std::ifstream in(file, std::ios::binary);
    if (!in) throw Error(doing, "cannot open the file");
    std::string text;
    std::int64_t number = 1;
    std::getline(in, text);
    try {
        const auto head = json::parse(text);
        if (!head.contains("counterclip log")) throw Error(doing, "it is no exported log: `counterclip log export`");
        if (head["counterclip log"] != 1) throw Error(doing, "it is of a newer format; use the newer program");
        Reader reader(head, signed_by, key);
        while (++number, std::getline(in, text)) reader.read(json::parse(text));
        return reader.finish();
    } catch (const json::exception&) {
        throw Error(doing, fmt::format("line {} is damaged", number));
    }
}

}  // namespace counterclip::archive
