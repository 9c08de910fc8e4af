// Calendar days as people and files write them: "2026-11-24". They sort as texts do. UTC.
#pragma once

#include <string>
#include <string_view>

namespace counterclip {

// A day that exists: "2026-02-30" is none.
bool is_day(std::string_view text) noexcept;
// Throws Error(usage) "<doing>: ..." unless is_day(text).
void require_day(std::string_view doing, std::string_view text);
std::string today();
// `days` may be negative. Throws Error(usage) when `day` is none.
std::string day_after(std::string_view day, int days);
// From the first to the second; negative when the second is earlier.
int days_between(std::string_view first, std::string_view second);

}  // namespace counterclip
