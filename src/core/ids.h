// Codes and ids. A code is chosen by people (interview BTIB-0042, operator amina); an id is made by the program.
#pragma once

#include <string>
#include <string_view>

namespace counterclip {

// Letters, digits, '-', '_' and '.', 1 to 64 of them, not starting with '-' or '.': safe as a file name and on a
// command line.
bool is_code(std::string_view text) noexcept;
// Throws Error(usage) "<what> '<text>': ..." unless is_code(text).
void require_code(std::string_view what, std::string_view text);
// `bytes` random bytes from the system as hex.
std::string random_id(unsigned bytes = 8);
// Now, as "2026-11-24T08:46:09Z".
std::string utc_now();

}  // namespace counterclip
