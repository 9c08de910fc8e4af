#include "cli/clip_answer.h"

#include <fmt/format.h>

#include "cli/clip_arguments.h"
#include "cli/output.h"
#include "cli/records_json.h"

namespace counterclip::cli {

void answer_changed(const archive::Clip& clip, std::int64_t before, const std::string& done, const Context& context) {
    if (context.json()) {
        auto json = as_json(clip);
        json["version"] = before;
        json["new_version"] = clip.version;
        return print_json(json);
    }
    print_line(fmt::format("{} clip '{}': {} part{}, {}", done, clip.code, clip.parts.size(),
                           clip.parts.size() == 1 ? "" : "s", format_time(length_of(clip))));
    if (const auto too_long = too_long_in_words(clip); !too_long.empty()) context.remark(too_long);
    context.remark(fmt::format("next: counterclip clip check {}", clip.code));
}

std::string discarded_in_words(const archive::Clip& clip) {
    return fmt::format("{} on {}: {}; `counterclip clip restore {}` brings it back", clip.discarded_by,
                       clip.discarded_at.substr(0, 10), clip.discarded_reason, clip.code);
}

}  // namespace counterclip::cli
