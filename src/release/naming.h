// What a release and its files are called: by a pattern, in names that every system takes and that name nobody.
//
//   "{clip}"                           courage.mp4
//   "{clip}-{destination}-{date}"      courage-partner-2026-11-24.mp4
//
// Fields: {clip} the clip's code; {destination}; {date} the day of the release; {size} "720p"; {id} the first 12 digits
// of the file's SHA-256. Everything else stands as it is.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace counterclip::release {

struct NameFields {
    std::string clip;
    std::string destination;
    std::string date;
    std::string size;
    std::string id;
};

// The name, without an ending. Throws Error(usage) when a field is not known, or the name is not safe: 1 to 100
// letters, digits, '-', '_' and '.', first and last a letter or digit, no "..", none of the names Windows keeps for
// devices. Such a name is a file on FAT, NTFS and ext4, and stands in a URL as it is.
std::string name_by_pattern(std::string_view pattern, const NameFields& fields);

// Whether `text` holds one of the codes as a word of its own, upper or lower case: which interview a clip is from is
// nobody's business outside. "BTIB-0042-01" holds "BTIB-0042", "btib-00421" does not.
bool holds_a_code(std::string_view text, const std::vector<std::string>& codes);

}  // namespace counterclip::release
