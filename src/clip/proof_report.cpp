#include "clip/proof_report.h"

#include <cmath>

#include <nlohmann/json.hpp>

#include "core/error.h"
#include "core/hash.h"
#include "core/staged_file.h"
#include "media/image_file.h"

namespace counterclip::clip {

namespace {

using Json = nlohmann::json;

// Three places are enough for shares and px, and keep the report small.
double rounded(float v) {
    return std::round(static_cast<double>(v) * 1000) / 1000;
}

Json as_json(faces::Box b) {
    return {rounded(b.x), rounded(b.y), rounded(b.w), rounded(b.h)};
}

Json as_json(const HiddenFace& f) {
    return {{"at", format_time(f.at)},
            {"track", f.track},
            {"region", f.region ? Json(f.region) : Json()},
            {"box", as_json(f.box)},
            {"visible", rounded(f.visible)},
            {"covered", rounded(f.covered)},
            {"follows", f.follows},
            {"relief", rounded(f.relief)},
            {"detector", f.by},
            {"score", rounded(f.score)},
            {"bad", f.is_bad}};
}

Json as_json(const FaceElsewhere& f) {
    return {{"from", format_time(f.from)},
            {"to", format_time(f.to)},
            {"box", as_json(f.box)},
            {"detector", f.by},
            {"score", rounded(f.score)},
            {"looks", f.looks},
            {"deleted track", f.deleted ? Json(f.deleted) : Json()},
            {"recording from", format_time(f.source_from)},
            {"recording to", format_time(f.source_to)},
            {"recording box", as_json(f.in_source)},
            {"command", f.command}};
}

Json as_json(const DeletedFace& f) {
    return {{"interview", f.interview},
            {"recording", f.recording},
            {"track", f.track},
            {"from", format_time(f.range.in)},
            {"to", format_time(f.range.out)},
            {"best score", rounded(f.score)},
            {"by", f.by},
            {"reason", f.reason}};
}

Json as_json(const FrameRun& r) {
    return {{"from", format_time(r.from)}, {"frames", r.frames},       {"faces to hide", r.to_hide},
            {"hidden whole", r.whole},     {"uncovered", r.uncovered}, {"faces found", r.found}};
}

template <class T>
Json as_list(const std::vector<T>& all) {
    auto list = Json::array();
    for (const auto& one : all) list.push_back(as_json(one));
    return list;
}

}  // namespace

std::string to_json(const Verification& v) {
    const auto known = [](const auto& fact) { return fact ? Json(*fact) : Json(); };
    return Json{{"sha256", v.facts.sha256},
                {"frames as planned", v.facts.frames_as_planned},
                {"streams as planned", v.facts.streams_as_planned},
                {"in sync", v.facts.in_sync},
                {"foreign tags", known(v.facts.foreign_tags)},
                {"frames uncovered", known(v.facts.frames_uncovered)},
                {"faces found", known(v.facts.faces_found)},
                {"sound left", known(v.facts.sound_left)},
                {"heard",
                 {{"windows", v.windows_heard},
                  {"most alike", rounded(static_cast<float>(v.most_alike))},
                  {"at", format_time(v.most_alike_at)}}},
                {"frames", v.frames},
                {"faces to hide", v.faces_to_hide},
                {"veils taken for faces", v.veils_taken_for_faces},
                {"looks", {{"square", v.square_looks}, {"closer", v.closer_looks}, {"whole", v.whole_looks}}},
                {"worst visible", v.worst_visible},
                {"worst at", format_time(v.worst_at)},
                {"runs", as_list(v.runs)},
                {"worst", as_list(v.worst)},
                {"elsewhere", as_list(v.elsewhere)},
                {"deleted", as_list(v.deleted)},
                {"problems", v.problems},
                {"detectors", v.detectors},
                {"sheet sha256", v.sheet_sha256}}
        .dump(2);
}

consent::VerificationFacts facts_from_json(const std::string& text) {
    try {
        const auto j = Json::parse(text);
        consent::VerificationFacts facts;
        const auto read = [&]<class T>(const char* key, std::optional<T>& fact) {
            if (!j.at(key).is_null()) fact = j.at(key).get<T>();
        };
        j.at("sha256").get_to(facts.sha256);
        j.at("frames as planned").get_to(facts.frames_as_planned);
        j.at("streams as planned").get_to(facts.streams_as_planned);
        j.at("in sync").get_to(facts.in_sync);
        read("foreign tags", facts.foreign_tags);
        read("frames uncovered", facts.frames_uncovered);
        read("faces found", facts.faces_found);
        // Reports of old: nobody listened.
        if (j.contains("sound left")) read("sound left", facts.sound_left);
        return facts;
    } catch (const nlohmann::json::exception&) {
        throw Error("read a verification report", "it is damaged; run `counterclip verify` again");
    }
}

ProofFiles proof_files(const archive::Archive& archive, std::int64_t render, const std::string& render_sha256) {
    const auto folder = archive.path("derived/proof");
    const auto name = render_sha256 + "-" + std::to_string(render);
    return {folder / (name + ".json"), folder / (name + ".png")};
}

std::string keep_proof(const archive::Archive& archive, std::int64_t render, Verification& v) {
    const auto files = proof_files(archive, render, v.facts.sha256);
    // A sheet of a bad render shows the faces that it let through.
    make_private_folder(files.report.parent_path());
    sweep_staging(files.report.parent_path());
    Staged sheet(files.sheet);
    Staged written(files.report);
    v.sheet_sha256.clear();
    if (v.sheet.width > 0) {
        sheet.write({}, 0600);
        media::write_image(sheet.path(), v.sheet);
        v.sheet_sha256 = sha256_of_file(sheet.path());
    }
    auto report = to_json(v);
    written.write(report, 0600);
    archive.publish_derived({.renders = {render}}, [&] {
        if (v.sheet.width > 0)
            sheet.commit(Existing::replace);
        else
            std::filesystem::remove(files.sheet);
        written.commit(Existing::replace);
    });
    return report;
}

bool is_proof_whole(const archive::Archive& archive, const archive::Render& render) {
    try {
        const auto files = proof_files(archive, render.id, render.sha256);
        if (read_whole(files.report) != render.verification) return false;
        const auto sheet = Json::parse(render.verification).at("sheet sha256").get<std::string>();
        return sheet.empty() || sha256_of_file(files.sheet) == sheet;
    } catch (const Error&) {
        return false;
    } catch (const nlohmann::json::exception&) {
        return false;
    }
}

}  // namespace counterclip::clip
