// A page for people who check a clip: sections of tables and pictures as one self-contained HTML file that also prints.
//
// The page loads nothing and runs nothing: pictures are inside it, and its policy forbids all else. Every text is
// escaped here; whoever fills the page decides what it may say.
#pragma once

#include <string>
#include <vector>

#include "core/time.h"
#include "media/frame.h"

namespace counterclip::clip {

enum class Mark { none, good, warns, blocks };

struct Cell {
    std::string text;
    Mark mark = Mark::none;
};

struct AuditTable {
    std::vector<std::string> head;
    std::vector<std::vector<Cell>> rows;
};

struct AuditTile {
    media::Image picture;   // of the finished file
    media::Image original;  // beside it, in the edition that stays in the archive; else empty
    std::string caption;
    Mark mark = Mark::none;
};

// One stretch of a band drawn to scale.
struct BandPiece {
    Time length{};
    std::string what;  // shown when pointed at
    enum class Kind { open, masked, whole, uncovered } kind = Kind::open;
};

struct AuditSection {
    std::string title;
    std::vector<std::string> remarks;  // a paragraph each
    std::vector<BandPiece> band;
    AuditTable table;
    std::vector<AuditTile> tiles;
    std::vector<AuditTable> details;  // further tables, smaller
};

struct AuditPage {
    std::string title;
    std::string verdict;  // one sentence
    Mark mark = Mark::none;
    std::vector<std::string> facts;  // below the verdict, a line each
    std::vector<AuditSection> sections;
    std::string footer;
};

std::string to_html(const AuditPage& page);

}  // namespace counterclip::clip
