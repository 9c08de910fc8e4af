// Text files in whatever encoding: found out, or told. Nothing is garbled silently: what is in doubt is refused, naming
// what it may be.
#pragma once

#include <string>
#include <string_view>

namespace counterclip::captions {

struct Decoded {
    std::string text;      // UTF-8, without byte order mark
    std::string encoding;  // as ICU names it: "UTF-8", "windows-1256"
};

// A byte order mark decides, then whether the bytes are UTF-8, then whether they look like UTF-16. Else the encodings
// that ICU's detector finds possible and the windows code pages are tried; one is taken only when its text is written
// in letters of `language` (CLDR's exemplar characters), and, where several texts would be, ICU's detector is surer of
// it than of the others. Without a language, or with one whose letters CLDR does not know, the detector has to be sure.
//
// `source` names the file in errors. Error for binary files and for encodings in doubt.
Decoded decode(std::string_view bytes, std::string_view source, const std::string& language = {});
// In an encoding by any of its names (IANA, ICU). Error(usage) for one that ICU does not know, Error when the bytes are
// none of it.
Decoded decode_as(std::string_view bytes, std::string_view source, const std::string& encoding);

}  // namespace counterclip::captions
