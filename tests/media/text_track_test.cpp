#include "media/text.h"

#include "core/error.h"
#include "media/packets.h"
#include "media/writer.h"
#include "numbered_media.h"
#include "support/temporary_folder.h"

using namespace counterclip;
using namespace counterclip::media;
using namespace counterclip::test;
using namespace std::chrono_literals;

namespace {

const std::vector<TimedText> said{
    {{200ms, 900ms}, "قال لي: <ارجع> & اذهب"}, {{900ms, 1400ms}, "{\\an8} two\nlines"}, {{1600ms, 1900ms}, "Вернулся"}};

std::filesystem::path written(const std::filesystem::path& file, Container container,
                              const std::vector<TimedText>& texts) {
    VideoSettings video{.width = 160, .height = 120};
    Writer writer(file, container, video, AudioSettings{}, TextSettings{"ara"});
    std::size_t next = 0;
    for (int n = 0; n < 50; ++n) {
        Frame frame = numbered_frame(n, 160, 120);
        frame.set_pts(n * 40ms);
        for (; next < texts.size() && texts[next].range.in <= frame.pts(); ++next) writer.write(texts[next]);
        writer.write(frame);
        writer.write(block_of(n * 1920, 1920, 2, 48000, [](std::int64_t) { return 0.0F; }));
    }
    writer.finish();
    return file;
}

}  // namespace

TEST_CASE("a text track says what was written, letter for letter and to the millisecond, and hides nothing") {
    const TemporaryFolder folder;
    const auto container = GENERATE(Container::mp4, Container::webm);
    const auto file = written(folder.path() / (container == Container::mp4 ? "a.mp4" : "a.webm"), container, said);
    const auto found = texts_of(file);
    CHECK(found.strange == 0);
    REQUIRE(found.texts.size() == said.size());
    for (std::size_t i = 0; i < said.size(); ++i) {
        CAPTURE(i, found.texts[i].range.in.count(), found.texts[i].range.out.count());
        CHECK(found.texts[i] == said[i]);
    }
    const auto carried = carried_in(file);
    REQUIRE(carried.streams.size() == 3);
    const auto& text = carried.streams[2];
    CHECK(text.kind == "subtitle");
    CHECK(text.tags.at("language") == "ara");
    for (const auto& s : carried.streams) {
        CAPTURE(s.kind);
        CHECK_FALSE(s.discards);
    }
}

TEST_CASE("texts that lie over each other are refused") {
    const TemporaryFolder folder;
    CHECK_THROWS_WITH(written(folder.path() / "a.mp4", Container::mp4, {{{0s, 500ms}, "a"}, {{400ms, 1s}, "b"}}),
                      Catch::Contains("begins before the one before it ends"));
}
