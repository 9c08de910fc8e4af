// What describes a clip on the command line: the same options make one and change one.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "archive/archive.h"

namespace CLI {
class App;
}

namespace counterclip::cli {

struct ClipArguments {
    std::string code;
    std::vector<std::int64_t> segments;
    std::vector<std::string> parts;
    std::optional<std::string> title;
    std::optional<std::string> card;
    std::optional<std::string> lower_third;
    std::optional<std::string> end_card;
    std::optional<std::string> language;
    std::optional<archive::CaptionMode> captions;
    std::optional<std::string> look;
    std::optional<archive::Framing> framing;
    std::optional<std::string> preset;
    std::optional<std::string> purpose;
    std::optional<bool> hide_faces;
    std::optional<faces::Style> style;
    std::optional<faces::Tone> tone;
    std::optional<voice::Disguise> disguise;
    std::optional<voice::Cover> cover;
    std::optional<std::string> voice;
    std::optional<bool> only_subject;
    std::optional<std::string> sound;  // "2:left"
};

void declare(CLI::App& app, ClipArguments& arguments);
// Puts what was named into `clip`; parts replace the ones it had, segments first, then ranges.
void apply(const ClipArguments& arguments, const archive::Archive& archive, archive::Clip& clip);
// A sentence where the clip is longer than the places take that its preset is for; empty = it is not.
std::string too_long_in_words(const archive::Clip& clip);
// Of its parts, without cards.
Time length_of(const archive::Clip& clip);
// "kept", or how it is disguised: "none" would read as if there were no voice.
std::string voice_in_words(const archive::Treatments& treatments);

}  // namespace counterclip::cli
