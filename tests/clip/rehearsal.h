// A puppet interview in an archive, with its faces known, ready to be cut.
#pragma once

#include "archive/shelf.h"
#include "clip/plan.h"
#include "puppet/performance.h"
#include "puppet/scene.h"

namespace counterclip::test {

// 320x240 at 25 frames a second, 3 s: one person who moves a little and speaks; sound is a puppet's speech.
puppet::Scene small_interview();

class Rehearsal : public Shelf {
  public:
    // Interview BTIB-0001 of "Abu Salim": recorded, consent given (public, face hidden, name changed, voice kept) with
    // its evidence on the recording.
    explicit Rehearsal(const puppet::Scene& scene = small_interview());

    // What a perfect detector would have found.
    void store_true_faces();
    // One part from `in` to `out` as clip `code`; lower-third with the pseudonym.
    archive::Clip cut(const std::string& code, Time in, Time out);

    std::filesystem::path film;
    archive::Recording recording;

  private:
    puppet::Performance performance_;
};

// Whatever this machine has; tests that need to see a face skip what a cascade cannot.
std::vector<faces::DetectorModel> detectors();

// Mean level of the sound of `range` of a file, 0..1.
double loudness(const std::filesystem::path& file, Range range);

}  // namespace counterclip::test
