// Where, for whom, in which language and until when: the words of a consent's scope and of a destination's, read and
// compared. The readers throw Error(usage) naming the form.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace counterclip::consent {

// A day that exists: "2027-12-31".
std::string day_from(std::string_view text);
// A country of ISO 3166-1 by its two letters, in any case; gives capitals: "SE".
std::string territory_from(std::string_view text);
// Shaped like a BCP 47 tag: "ar", "ar-SY", "zh-Hant-TW"; gives the usual case of each part.
std::string language_from(std::string_view text);
// A word for a group of people, without blanks: "researchers", "partner-schools"; gives small letters.
std::string audience_from(std::string_view text);
// A code for a witness, never a name: it holds a digit. "W-07".
std::string witness_from(std::string_view text);

// Whether all that is wanted is granted. An empty `granted` grants everything; an empty `wanted` is the whole world, so
// only that grants it.
bool all_within(const std::vector<std::string>& wanted, const std::vector<std::string>& granted);
// As above: a language grants its variants ("ar" grants "ar-SY"), a variant not its language.
bool languages_within(const std::vector<std::string>& wanted, const std::vector<std::string>& granted);

// Whether `today` is after the last day. A day that is not known is after every one; "" as the last day never ends.
bool is_over(std::string_view until, std::string_view today);

}  // namespace counterclip::consent
