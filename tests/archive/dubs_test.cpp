// Dubbing tracks are kept as originals are.
#include <sys/stat.h>

#include <cmath>
#include <fstream>

#include "archive/shelf.h"
#include "core/error.h"
#include "core/hash.h"

using namespace counterclip;
using namespace std::chrono_literals;
using test::names_in;
using test::Shelf;

namespace {

namespace fs = std::filesystem;

// A WAV file of a second's tone: 8 kHz, 16 bits, one channel.
fs::path write_tone(const fs::path& file, double pitch = 300) {
    std::string bytes("RIFF\xA4\x3E\0\0WAVEfmt \x10\0\0\0\1\0\1\0\x40\x1F\0\0\x80\x3E\0\0\2\0\x10\0data\x80\x3E\0\0",
                      44);
    for (int n = 0; n < 8000; ++n) {
        const auto s = static_cast<std::int16_t>(3000 * std::sin(2 * 3.14159265 * pitch * n / 8000));
        bytes += static_cast<char>(s & 0xFF);
        bytes += static_cast<char>(s >> 8);
    }
    std::ofstream(file, std::ios::binary) << bytes;
    return file;
}

archive::Dub dub_of(const archive::Recording& recording, const std::string& language, Time offset = 0s) {
    archive::Dub dub;
    dub.recording = recording.id;
    dub.language = language;
    dub.offset = offset;
    return dub;
}

}  // namespace

TEST_CASE("a dubbing track is a read-only copy named by its SHA-256, and a later one takes its place") {
    Shelf shelf;
    Progress silent;
    const auto recording = shelf.import();
    const auto file = write_tone(shelf.outside("Ahmad's voice.wav"));
    const auto dub = shelf.archive.import_dub(dub_of(recording, "AR-sy", 250ms), file, "amina", silent);
    CHECK(dub.language == "ar-SY");
    CHECK(dub.interview == "A-1");
    CHECK(dub.file == "originals/" + sha256_of_file(file) + ".wav");
    struct stat status {};
    REQUIRE(::stat(shelf.archive.path(dub.file).c_str(), &status) == 0);
    CHECK((status.st_mode & 0777) == 0444);
    CHECK(shelf.archive.dub_unchanged(dub, silent));
    CHECK(shelf.archive.latest_dub(recording.id, "ar-SY")->offset == 250ms);
    CHECK_FALSE(shelf.archive.latest_dub(recording.id, "ru"));
    // The same file, placed better; then another one.
    const auto before = names_in(shelf.archive.path("originals"));
    shelf.archive.import_dub(dub_of(recording, "ar-SY", -1s), file, "amina", silent);
    CHECK(names_in(shelf.archive.path("originals")) == before);
    CHECK(shelf.archive.latest_dub(recording.id, "ar-SY")->offset == -1s);
    shelf.archive.import_dub(dub_of(recording, "ar-SY"), write_tone(shelf.outside("b.wav"), 500), "omar", silent);
    CHECK(shelf.archive.latest_dub(recording.id, "ar-SY")->sha256 != dub.sha256);
    CHECK(shelf.archive.dubs("A-1").size() == 3);
    CHECK_FALSE(shelf.archive.verify_log());
    CHECK_THROWS_WITH(shelf.raw().exec("UPDATE dubs SET offset_ns = 0"), Catch::Contains("never changed"));
    // An archive opened anew knows the file: it is no leftover of a killed import.
    CHECK(shelf.again().dub_unchanged(dub, silent));
}

TEST_CASE("whoever brings a dubbing track in had a hand in every clip of the recording") {
    Shelf shelf;
    Progress silent;
    const auto recording = shelf.import();
    shelf.clip("c1", recording);
    shelf.archive.import_dub(dub_of(recording, "ar"), write_tone(shelf.outside("a.wav")), "omar", silent);
    const auto editors = shelf.archive.editors_of("c1");
    CHECK(std::find(editors.begin(), editors.end(), "omar") != editors.end());
    CHECK_THROWS_WITH(shelf.archive.import_dub(dub_of(recording, "ar"), shelf.outside("a.wav"), "samir", silent),
                      Catch::Contains("editor"));
}

TEST_CASE("a file without sound, a recording itself and a language that is none are refused, and nothing is left") {
    Shelf shelf;
    Progress silent;
    const auto recording = shelf.import();
    const auto before = names_in(shelf.archive.path("originals"));
    CHECK_THROWS_WITH(shelf.archive.import_dub(dub_of(recording, "ar"), test::write_video(shelf.outside("v.mp4"), 9),
                                               "amina", silent),
                      Catch::Contains("no sound"));
    shelf.archive.import("A-1", write_tone(shelf.outside("a.wav")), "amina", silent);
    CHECK_THROWS_WITH(shelf.archive.import_dub(dub_of(recording, "ar"), shelf.outside("a.wav"), "amina", silent),
                      Catch::Contains("recording of the archive itself"));
    CHECK_THROWS(shelf.archive.import_dub(dub_of(recording, "no such tag!"), shelf.outside("a.wav"), "amina", silent));
    CHECK(names_in(shelf.archive.path("originals")).size() == before.size() + 1);
}

TEST_CASE("a dubbing track that was changed is seen, and it is destroyed with its interview") {
    Shelf shelf;
    Progress silent;
    const auto recording = shelf.import();
    const auto dub =
        shelf.archive.import_dub(dub_of(recording, "ar"), write_tone(shelf.outside("a.wav")), "amina", silent);
    const auto path = shelf.archive.path(dub.file);
    ::chmod(path.c_str(), 0644);
    std::fstream(path, std::ios::in | std::ios::out | std::ios::binary).seekp(100).put('\x7F');
    CHECK_FALSE(shelf.archive.dub_unchanged(dub, silent));

    shelf.archive.add_operator({"zara", {"editor"}, "RWQkeyofzara", ""}, "ruth");
    shelf.archive.add_operator({"said", {"auditor"}, "RWQkeyofsaid", ""}, "ruth");
    consent::Revision withdrawal;
    withdrawal.interview = "A-1";
    withdrawal.withdrawn = true;
    withdrawal.reason = "said so";
    shelf.archive.append_consent(withdrawal, "amina");
    archive::Purge purge;
    purge.interview = "A-1";
    purge.reason = "asked for it by letter";
    purge.asked_by = "zara";
    purge.asked_at = "2026-11-24T08:00:00Z";
    purge.asked_signature = "signature";
    purge = shelf.archive.ask_purge(purge, "zara");
    purge.confirmed_signature = "signature";
    shelf.archive.confirm_purge(purge, "said");
    CHECK_FALSE(fs::exists(path));
    CHECK_FALSE(shelf.archive.dub_unchanged(dub, silent));
    CHECK_THROWS_WITH(shelf.archive.import_dub(dub_of(recording, "ar"), shelf.outside("a.wav"), "amina", silent),
                      Catch::Contains("destroyed on request"));
}

TEST_CASE("a drawn disguise is drawn once, anew for every clip, and told nowhere") {
    Shelf shelf;
    const auto recording = shelf.import();
    std::vector<std::int64_t> seeds;
    for (const auto* code : {"c1", "c2"}) {
        auto clip = shelf.clip(code, recording);
        CHECK(clip.treatments.voice_seed == 0);
        clip.treatments.disguise = voice::Disguise::drawn;
        shelf.archive.change_clip(clip, "amina");
        seeds.push_back(shelf.archive.clip(code).treatments.voice_seed);
        clip = shelf.archive.clip(code);
        clip.title = "another title";
        shelf.archive.change_clip(clip, "amina");
        CHECK(shelf.archive.clip(code).treatments.voice_seed == seeds.back());
    }
    CHECK(seeds[0] != 0);
    CHECK(seeds[0] != seeds[1]);
    for (const auto& event : shelf.archive.events())
        CHECK_THAT(event.details, !Catch::Contains(std::to_string(seeds[0])) && !Catch::Contains("seed"));
}
