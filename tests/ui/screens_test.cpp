// Every screen with something on it, for scripts/screenshots: no word is asserted here, so that it runs in any
// language.
#include "clip/produce.h"
#include "clip/rehearsal.h"
#include "ui/studio.h"

using namespace counterclip;
using namespace std::chrono_literals;

namespace {

// Forty seconds of a puppet, transcripts in two languages, segments, a redaction, a gap, a clip that waits for an
// auditor.
puppet::Scene longer_interview() {
    auto scene = test::small_interview();
    scene.width = 640;
    scene.height = 360;
    scene.duration = 40;
    auto& speaker = scene.people.front();
    speaker.poses = {{.at = 0, .x = 300, .y = 170, .head = 170},
                     {.at = 20, .x = 330, .y = 176, .head = 174, .yaw = 0.3},
                     {.at = 40, .x = 300, .y = 170, .head = 170}};
    return scene;
}

struct Rich : test::Rehearsal {
    Rich() : Rehearsal(longer_interview()) {
        store_true_faces();
        const std::vector<std::pair<const char*, const char*>> said{
            {"كنت أظن أنني ذاهب لمساعدة الناس", "I thought I was going to help people."},
            {"عندما وصلت لم يكن شيء كما في الأفلام", "When I arrived it was nothing like the videos."},
            {"أخذوا جوازاتنا في الليلة الأولى", "They took our passports the first night."},
            {"طلب صديقي أن يرحل", "My friend asked to leave."},
            {"ثم فهمت أن كل ذلك كان كذبًا", "Then I understood that it had all been a lie."},
            {"أريد أن أقول للشباب: لا تذهبوا", "I want to tell the young ones: do not go."}};
        for (const bool arabic : {true, false}) {
            archive::Transcript transcript;
            transcript.interview = recording.interview;
            transcript.recording = recording.id;
            transcript.language = arabic ? "ar" : "en";
            std::vector<captions::Cue> cues;
            for (std::size_t n = 0; n < said.size(); ++n) {
                captions::Cue cue;
                cue.range = {Time(1s) + n * 6s, Time(6s) + n * 6s};
                cue.text = arabic ? said[n].first : said[n].second;
                cues.push_back(cue);
            }
            archive.add_transcript(transcript, cues, "omar");
        }
        mark({1s, 12s}, "motivation/helping");
        mark({13s, 18s}, "disillusionment");
        mark({31s, 37s}, "message");
        archive::Redaction redaction;
        redaction.interview = recording.interview;
        redaction.recording = recording.id;
        redaction.range = {19s, 24s};
        redaction.why = archive::Danger::incriminating;
        redaction.reason = "names a friend who is still there";
        archive.add_redaction(redaction, "amina");
        auto clip = cut("BTIB-0001-1", 13s, 18s);
        clip.title = "What I found";
        clip.card = "What I found";
        archive.change_clip(clip, "amina");
        Progress silent;
        clip::produce(archive, "BTIB-0001-1", "amina", test::detectors(), silent);
        add_destination("web");
    }
    void mark(Range range, const char* tag) {
        archive::Segment segment;
        segment.interview = recording.interview;
        segment.recording = recording.id;
        segment.range = range;
        segment.tags = {tag};
        archive.add_segment(segment, "amina");
    }
};

}  // namespace

TEST_CASE("every screen is shown with something on it", "[screens]") {
    Rich r;
    test::StudioRun studio;
    test::take_screenshot(studio.window, QStringLiteral("first-steps"));
    studio.desk.open(r.folder());
    struct Visit {
        const char* room;
        const char* by;
    };
    for (const auto& [room, by] : {Visit{"library", "amina"}, Visit{"consent", "amina"}, Visit{"cut", "amina"},
                                   Visit{"faces", "amina"}, Visit{"audit", "samir"}, Visit{"release", "lina"}}) {
        studio.desk.sign_in(QString::fromLatin1(by));
        studio.desk.choose_interview(QStringLiteral("BTIB-0001"));
        studio.desk.choose_clip(QStringLiteral("BTIB-0001-1"));
        studio.window.go_to(QString::fromLatin1(room));
        auto& shown = studio.window.room(QString::fromLatin1(room));
        CHECK(shown.isVisible());
        if (auto* player = shown.findChild<ui::Player*>()) {
            CHECK(test::comes_true([&] { return !player->view().picture().isNull(); }));
            player->seek(14s < player->duration() ? Time(14s) : player->duration() / 2);
        }
        // Thumbnails, waveforms and the gate's answer come from elsewhere; whatever has come is what is shown.
        QTest::qWait(1'500);
        CHECK(studio.window.minimumSizeHint().width() <= 1280);
        CHECK(studio.window.minimumSizeHint().height() <= 720);
        test::take_screenshot(studio.window, QString::fromLatin1(room));
    }
}
