#include "cli/faces_arguments.h"

#include <fmt/format.h>

#include <charconv>
#include <numbers>

#include "cli/find.h"
#include "core/error.h"

namespace counterclip::cli {

namespace {

constexpr float radians_a_degree = std::numbers::pi_v<float> / 180;

[[noreturn]] void bad_key(const std::string& text) {
    throw Error(fmt::format("read the key '{}'", text),
                "expected TIME,X,Y,W,H or TIME,X,Y,W,H,ANGLE, for example 0:00:12.500,120,80,60,40", ErrorKind::usage);
}

float number_from(std::string_view digits, const std::string& text) {
    float number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc() || end != digits.data() + digits.size()) bad_key(text);
    return number;
}

std::vector<std::string_view> fields_of(std::string_view text) {
    std::vector<std::string_view> fields;
    for (std::size_t from = 0;;) {
        const auto comma = text.find(',', from);
        fields.push_back(text.substr(from, comma - from));
        if (comma == std::string_view::npos) return fields;
        from = comma + 1;
    }
}

}  // namespace

void declare_where(CLI::App& app, FacesWhere& where) {
    app.add_option("CODE", where.interview, "The interview")->required();
    app.add_option("--recording", where.recording, "Which recording, 1, 2 ...; needed when there are several");
}

archive::Recording recording_of(const archive::Archive& archive, const FacesWhere& where) {
    return recording_at(archive, where.interview, where.recording);
}

std::string named(const std::string& what, std::int64_t id, const archive::Recording& recording) {
    return fmt::format("{} {} of '{}', recording {}", what, id, recording.interview, recording.position);
}

faces::Label label_of(const archive::Archive& archive, const archive::Recording& recording, std::int64_t track) {
    const auto analysis = archive.analysis(recording.id);
    if (analysis)
        for (const auto& t : analysis->tracks)
            if (t.id == track) return t.label;
    throw Error(named("track", track, recording), "there is none; `counterclip faces tracks` lists them");
}

Json labelled_as_json(std::int64_t track, faces::Label before, faces::Label now) {
    return {{"track", track}, {"from", to_string(before)}, {"to", to_string(now)}};
}

faces::Label label_from_typed(std::string text) {
    std::replace(text.begin(), text.end(), '-', '_');
    return faces::label_from(text);
}

faces::RegionKey key_from(const std::string& text) {
    const auto fields = fields_of(text);
    if (fields.size() != 5 && fields.size() != 6) bad_key(text);
    faces::RegionKey key;
    key.pts = parse_time(fields[0]);
    key.x = number_from(fields[1], text);
    key.y = number_from(fields[2], text);
    key.w = number_from(fields[3], text);
    key.h = number_from(fields[4], text);
    if (fields.size() == 6) key.angle = number_from(fields[5], text) * radians_a_degree;
    return key;
}

void tell_detectors(const std::vector<faces::DetectorModel>& models, const Context& context) {
    const bool neural = std::any_of(models.begin(), models.end(), [](const auto& m) { return m.name != "cascades"; });
    if (neural) return context.remark(faces::describe(models));
    context.warn(faces::describe(models) + "; no doubt is raised where they miss one: watch every second");
}

}  // namespace counterclip::cli
