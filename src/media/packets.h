// What a finished file carries, packet by packet, for the proof that nothing hidden travels along (P4).
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "core/time.h"

namespace counterclip::media {

struct CarriedStream {
    std::string kind;  // "video", "audio", "subtitle", "data", "attachment", "unknown"
    std::string codec;
    std::int64_t packets = 0;
    std::int64_t bytes = 0;
    Time first{};  // smallest pts
    Time end{};    // largest pts + its duration
    std::map<std::string, std::string> tags;
    bool discards = false;  // a packet is marked not to be shown (edit list, discard flag); sound's
                            // encoder delay, which holds nothing of the source, does not count
};

struct Carried {
    std::string container;
    std::vector<CarriedStream> streams;
    std::map<std::string, std::string> tags;
    int chapters = 0;
};

// Reads every packet, decodes none. Throws Error naming the file.
Carried carried_in(const std::filesystem::path& file);

}  // namespace counterclip::media
