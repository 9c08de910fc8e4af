#include "captions/measure.h"

#include <algorithm>
#include <map>

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "captions/lines.h"
#include "core/utf8.h"
#include "core/words.h"

namespace counterclip::captions {

namespace {

constexpr Words<7> troubles{
    "trouble", {"too fast", "line too long", "too many lines", "too short", "too long", "small gap", "overlap"}};

UScriptCode main_script(std::string_view text) {
    std::map<UScriptCode, int> letters;
    for (std::size_t at = 0; at < text.size();) {
        const auto c = static_cast<UChar32>(next_code_point(text, at));
        if (!u_isalpha(c)) continue;
        UErrorCode status = U_ZERO_ERROR;
        ++letters[uscript_getScript(c, &status)];
    }
    if (letters.contains(USCRIPT_HIRAGANA) || letters.contains(USCRIPT_KATAKANA)) return USCRIPT_JAPANESE;
    const auto most = std::ranges::max_element(letters, {}, [](const auto& script) { return script.second; });
    return most == letters.end() ? USCRIPT_LATIN : most->first;
}

// Marks above and below belong to their letter; controls and joiners are not seen.
bool is_counted(UChar32 c) {
    return c != '\n' && (U_GET_GC_MASK(c) & (U_GC_M_MASK | U_GC_CC_MASK | U_GC_CF_MASK)) == 0;
}

class Check {
  public:
    explicit Check(std::size_t cue) : cue_(cue) {}

    void at_most(Trouble what, double measured, double limit) {
        if (measured > limit) found.push_back({cue_, what, measured, limit});
    }
    void at_least(Trouble what, double measured, double limit) {
        if (measured < limit) found.push_back({cue_, what, measured, limit});
    }
    std::vector<Unreadable> found;

  private:
    std::size_t cue_;
};

void check_text(Check& check, const Cue& cue, const ReadingLimits& limits) {
    const double length = seconds(duration(cue.range));
    if (length > 0) check.at_most(Trouble::too_fast, characters(cue.text) / length, limits.characters_a_second);
    int longest = 0;
    const auto lines = lines_of(cue.text);
    for (const auto line : lines) longest = std::max(longest, characters(line));
    check.at_most(Trouble::line_too_long, longest, limits.line_length);
    check.at_most(Trouble::too_many_lines, static_cast<double>(lines.size()), limits.lines);
    check.at_least(Trouble::too_short, length, seconds(limits.shortest));
    check.at_most(Trouble::too_long, length, seconds(limits.longest));
}

void check_neighbour(Check& check, const Cue& before, const Cue& cue, const ReadingLimits& limits) {
    const Time between = cue.range.in - before.range.out;
    const bool two_speak = !before.speaker.empty() && !cue.speaker.empty() && before.speaker != cue.speaker;
    if (between < Time{} && !two_speak) check.found.push_back({0, Trouble::overlap, -seconds(between), 0});
    if (between > Time{} && between < limits.gap)
        check.found.push_back({0, Trouble::small_gap, seconds(between), seconds(limits.gap)});
}

}  // namespace

std::string to_string(Trouble what) {
    return word(troubles, what);
}

ReadingLimits limits_for(std::string_view text) {
    ReadingLimits limits;
    switch (main_script(text)) {
        case USCRIPT_HAN:
            limits.characters_a_second = 9;
            limits.line_length = 16;
            break;
        case USCRIPT_JAPANESE:
            limits.characters_a_second = 4;
            limits.line_length = 13;
            break;
        case USCRIPT_HANGUL:
            limits.characters_a_second = 12;
            limits.line_length = 16;
            break;
        default:
            break;
    }
    return limits;
}

std::vector<Unreadable> unreadable(const std::vector<Cue>& cues) {
    std::string all;
    for (const auto& cue : cues) {
        constexpr std::size_t enough = 20'000;  // bytes, to tell the script
        if (all.size() > enough) break;
        all += cue.text;
    }
    const auto limits = limits_for(all);
    std::vector<Unreadable> found;
    for (std::size_t n = 0; n < cues.size(); ++n) {
        Check check(n);
        check_text(check, cues[n], limits);
        if (n > 0) check_neighbour(check, cues[n - 1], cues[n], limits);
        for (auto& trouble : check.found) {
            trouble.cue = n;
            found.push_back(trouble);
        }
    }
    return found;
}

int characters(std::string_view text) {
    int count = 0;
    for (std::size_t at = 0; at < text.size();)
        if (is_counted(static_cast<UChar32>(next_code_point(text, at)))) ++count;
    return count;
}

}  // namespace counterclip::captions
