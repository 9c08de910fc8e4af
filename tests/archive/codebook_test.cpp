// The codebook: the study's own at first, changed as the material asks, and what segments may bear of it.
#include "archive/codebook.h"

#include "archive/shelf.h"
#include "core/error.h"

using namespace counterclip;
using namespace counterclip::archive;
using namespace std::chrono_literals;
using Catch::Matchers::Contains;
using test::Shelf;
using Tags = std::vector<std::string>;

namespace {

Code code(const std::string& tag, const std::string& parent = {}, const std::string& description = {},
          int position = 1) {
    return {tag, parent, description, position, ""};
}

struct Marked : Shelf {
    Recording recording = import(1);
    void mark(const std::string& tag) {
        Segment segment;
        segment.interview = "A-1";
        segment.recording = recording.id;
        segment.range = {0s, 1s};
        segment.tags = {tag};
        archive.add_segment(segment, "amina");
    }
};

}  // namespace

TEST_CASE("a new archive has the study's codebook, a tree in the order of the interview") {
    const Shelf shelf;
    const auto codes = shelf.archive.codebook();
    CHECK_NOTHROW(require_tree(codes));
    CHECK(codes.front().tag == "life-before");
    CHECK(in_tree_order(codes).size() == codes.size());
    CHECK(depth_of(codes, "doubt") == 1);
    for (const auto* tag : {"recruitment", "doubt", "message", "helping", "anger", "prison"})
        CHECK(std::ranges::find(codes, tag, &Code::tag) != codes.end());
}

TEST_CASE("the first change keeps the study's tags, and the log vouches for all of them") {
    Shelf shelf;
    const auto before = shelf.archive.codebook().size();
    shelf.archive.change_codebook({code("music", "videos-seen", "Songs", 9)}, "amina");
    CHECK(shelf.archive.codebook().size() == before + 1);
    CHECK_FALSE(shelf.archive.verify_log());
    CHECK_THROWS_WITH(shelf.archive.change_codebook({code("music", "videos-seen", "Songs", 9)}, "amina"),
                      Contains("nothing differs"));
    CHECK_THROWS_WITH(shelf.archive.change_codebook({code("x")}, "samir"), Contains("lacks the role"));
    shelf.raw().exec("UPDATE codebook SET description = 'else' WHERE tag = 'music'");
    CHECK(shelf.archive.verify_log());
}

TEST_CASE("what is no tree of tags is refused") {
    Shelf shelf;
    const auto change = [&](const std::vector<Code>& codes) { shelf.archive.change_codebook(codes, "amina"); };
    CHECK_THROWS_WITH(change({code("two words")}), Contains("one word"));
    CHECK_THROWS_WITH(change({code("x", "nowhere")}), Contains("'nowhere' is not in the codebook"));
    CHECK_THROWS_WITH(change({code("prison", "trial")}), Contains("ancestor"));
    CHECK_THROWS_WITH(change({code("x"), code("x")}), Contains("twice"));
    CHECK_THROWS_WITH(change({code("x", "", "=1+1")}), Contains("formula"));
}

TEST_CASE("segments may bear other tags until the codebook is strict, and retired ones never") {
    Marked shelf;
    CHECK_NOTHROW(shelf.mark("recrutment"));
    shelf.archive.set_strict_codebook(true, "amina");
    CHECK(shelf.archive.strict_codebook());
    CHECK_THROWS_WITH(shelf.mark("recrutment"), Contains("near: recruitment"));
    CHECK_NOTHROW(shelf.mark("recruitment"));
    auto retired = code("adventure", "motivation");
    retired.retired_at = "2026-11-24T00:00:00Z";
    shelf.archive.change_codebook({retired}, "amina");
    CHECK_THROWS_WITH(shelf.mark("adventure"), Contains("retired on 2026-11-24"));
    CHECK_FALSE(shelf.archive.verify_log());
}

TEST_CASE("the nearest tags are named") {
    const auto& codes = codebook_of_the_study();
    CHECK(nearest_tags(codes, "recrutment").front() == "recruitment");
    CHECK(nearest_tags(codes, "Doubts").front() == "doubt");
    CHECK(nearest_tags(codes, "video").size() == 3);
    CHECK(nearest_tags(codes, "zzzzzz").empty());
}

TEST_CASE("a codebook goes out as CSV and comes back the same, whatever is in its cells") {
    const std::vector<Code> codes{code("a", "", "commas, \"quotes\"; and\nlines", 1),
                                  code("b", "a", "", 2),
                                  {"c", "a", "Ж", 3, "2026-01-01T00:00:00Z"}};
    const auto back = codebook_from_csv(codebook_csv(codes), "x.csv");
    REQUIRE(back.size() == 3);
    for (std::size_t n = 0; n < 3; ++n) {
        CHECK(back[n].tag == codes[n].tag);
        CHECK(back[n].parent == codes[n].parent);
        CHECK(back[n].description == codes[n].description);
        CHECK(back[n].position == codes[n].position);
        CHECK(back[n].retired_at == codes[n].retired_at);
    }
    const auto loose = codebook_from_csv(
        "\xEF\xBB\xBF"
        "description;tag\n\"x;y\";a\n\nz;b\n",
        "x.csv");
    REQUIRE(loose.size() == 2);
    CHECK(loose[0].description == "x;y");
    CHECK(loose[1].position == 2);
    CHECK_THROWS_WITH(codebook_from_csv("name\nx\n", "x.csv"), Contains("x.csv") && Contains("'tag'"));
    CHECK_THROWS_WITH(codebook_from_csv("tag,parent\na,b,c\n", "x.csv"), Contains("line 2"));
    CHECK_THROWS_WITH(codebook_from_csv("tag\n\"a\nb", "x.csv"), Contains("line 2") && Contains("never closed"));
    CHECK_THROWS_WITH(codebook_from_csv("tag,position\na,first\n", "x.csv"), Contains("line 2"));
    CHECK_THROWS_WITH(codebook_from_csv("tag\n\xff\n", "x.csv"), Contains("UTF-8"));
    CHECK_THROWS_WITH(codebook_from_csv("", "x.csv"), Contains("'tag'"));
}
