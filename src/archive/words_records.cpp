#include "archive/words_records.h"

#include "core/words.h"

namespace counterclip::archive {

namespace {

constexpr Words<4> transcript_kinds{"kind of transcript", {"recogniser", "on-site", "professional", "corrected"}};
constexpr Words<3> removals{"removal", {"silence", "bleep", "cut"}};
constexpr Words<2> dangers{"danger", {"identifying", "incriminating"}};

}  // namespace

std::string to_string(TranscriptKind kind) {
    return word(transcript_kinds, kind);
}
TranscriptKind transcript_kind_from(std::string_view text) {
    return value<TranscriptKind>(transcript_kinds, text);
}
std::string to_string(Removal how) {
    return word(removals, how);
}
Removal removal_from(std::string_view text) {
    return value<Removal>(removals, text);
}
std::string to_string(Danger why) {
    return word(dangers, why);
}
Danger danger_from(std::string_view text) {
    return value<Danger>(dangers, text);
}

}  // namespace counterclip::archive
