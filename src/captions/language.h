// Languages as BCP 47 tags ("ar", "ku-Arab-IQ", "pt-BR").
#pragma once

#include <string>
#include <string_view>

namespace counterclip::captions {

// The tag in its canonical form (RFC 5646, by ICU): "AR-sy" is "ar-SY", "eng" is "en", "iw" is "he". Error(usage) for
// what is no tag, for a language of two letters that there is none of, for names of languages ("arabic"), and for
// private parts ("-x-..."), which are free text.
std::string canonical_language(std::string_view tag);

}  // namespace counterclip::captions
