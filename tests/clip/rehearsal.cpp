#include "clip/rehearsal.h"

#include <cmath>

#include "puppet/film.h"

using namespace std::chrono_literals;

namespace counterclip::test {

puppet::Scene small_interview() {
    puppet::Scene scene;
    scene.name = "small interview";
    scene.duration = 3;
    puppet::Person speaker;
    speaker.poses = {{.at = 0, .x = 150, .y = 110, .head = 110},
                     {.at = 3, .x = 175, .y = 112, .head = 112, .yaw = 0.3}};
    speaker.speaks = true;
    scene.people = {speaker};
    scene.speech =
        "I was nineteen years old when they came to our village, and nobody told us where we would be taken.";
    return scene;
}

Rehearsal::Rehearsal(const puppet::Scene& scene) : film(outside("film.mp4")), performance_(scene) {
    puppet::write_film(scene, film);
    archive::Interview interview;
    interview.code = "BTIB-0001";
    interview.pseudonym = "Abu Salim";
    archive.add_interview(interview, "amina");
    Progress silent;
    recording = archive.import(interview.code, film, "amina", silent);
    consent::Revision consent;
    consent.interview = interview.code;
    consent.terms.use = consent::Use::public_;
    consent.terms.voice = consent::VoiceTerm::keep;
    consent.evidence = {consent::Method::verbal_on_recording, recording.id, Range{0s, 1s}, {}, {}};
    consent.reason = "asked before the camera";
    archive.append_consent(consent, "amina");
}

void Rehearsal::store_true_faces() {
    faces::Analysis analysis;
    analysis.ranges = {{0s, performance_.pts(performance_.frames())}};
    analysis.frames = performance_.frames();
    analysis.width = recording.width;
    analysis.height = recording.height;
    std::map<int, faces::Track> people;
    for (std::int64_t i = 0; i < performance_.frames(); ++i)
        for (const auto& face : performance_.truth(i)) {
            faces::Sighting sighting;
            sighting.pts = performance_.pts(i);
            sighting.box = {face.x, face.y, face.w, face.h};
            sighting.score = 1;
            people[face.person].sightings.push_back(sighting);
        }
    for (auto& [person, track] : people) {
        track.id = person + 1;
        analysis.tracks.push_back(track);
    }
    archive.store_analysis(recording.id, analysis, "amina");
}

archive::Clip Rehearsal::cut(const std::string& code, Time in, Time out) {
    archive::Clip clip;
    clip.code = code;
    clip.title = "What I found";
    clip.lower_third = "Abu Salim";
    clip.parts = {{recording.interview, recording.id, {in, out}, std::nullopt}};
    archive.add_clip(clip, "amina");
    return archive.clip(code);
}

std::vector<faces::DetectorModel> detectors() {
    return faces::find_models(faces::model_folders());
}

double loudness(const std::filesystem::path& file, Range range) {
    media::AudioReader reader(file, media::AudioReader::Options{range, 0, 0, 1});
    media::AudioBlock block;
    double sum = 0;
    std::int64_t n = 0;
    while (reader.next(block))
        for (const float s : block.samples) sum += std::abs(static_cast<double>(s)), ++n;
    return n ? sum / static_cast<double>(n) : 0;
}

}  // namespace counterclip::test
