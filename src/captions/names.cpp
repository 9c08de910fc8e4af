#include "captions/names.h"

#include <algorithm>

#include "captions/term_match.h"
#include "core/utf8.h"

namespace counterclip::captions {

namespace {

// Occurrences that share bytes become one, of the longest term among them: no part of a name is left over.
std::vector<Found> without_overlap(std::vector<Found> found) {
    std::ranges::stable_sort(found, [](const Found& a, const Found& b) {
        return a.offset != b.offset ? a.offset < b.offset : a.length > b.length;
    });
    std::vector<Found> apart;
    std::size_t longest = 0;
    for (const Found& f : found) {
        if (apart.empty() || f.offset >= apart.back().offset + apart.back().length) {
            apart.push_back(f);
            longest = f.length;
            continue;
        }
        Found& last = apart.back();
        if (last.offset == f.offset && last.length == f.length) continue;
        last.length = std::max(last.offset + last.length, f.offset + f.length) - last.offset;
        if (f.length > longest) {
            last.term = f.term;
            last.ending = 0;
            longest = f.length;
        }
    }
    return apart;
}

bool shares_bytes(const Found& a, const Found& b) {
    return a.offset < b.offset + b.length && b.offset < a.offset + a.length;
}

// The likest of those that overlap, and none that overlaps an exact one.
void add_near(std::vector<Heard> near, std::vector<Found>& found) {
    std::ranges::stable_sort(near, [](const Heard& a, const Heard& b) {
        return a.edits != b.edits ? a.edits < b.edits : a.found.length > b.found.length;
    });
    for (const Heard& one : near)
        if (std::ranges::none_of(found, [&](const Found& f) { return shares_bytes(f, one.found); }))
            found.push_back(one.found);
    std::ranges::sort(found, {}, &Found::offset);
}

char32_t first_letter(std::string_view text) {
    const auto signs = fold(text);
    return signs.empty() ? 0 : signs.front().sign;
}
char32_t last_letter(std::string_view text) {
    const auto signs = fold(text);
    return signs.empty() ? 0 : signs.back().sign;
}

bool is_vowel(char32_t letter) {
    return std::u32string_view(U"aeiouаеиоуыэюя").find(letter) != std::u32string_view::npos;
}

std::size_t last_character(std::string_view text) {
    std::size_t at = text.size();
    while (at > 0 && (static_cast<unsigned char>(text[--at]) & 0xC0U) == 0x80U) {
    }
    return at;
}

// What takes the place of the name and its ending.
std::string replaced(std::string_view written, const Found& f, const std::string& substitute) {
    const char32_t last = last_letter(substitute);
    const std::string_view ending = written.substr(written.size() - f.ending);
    const std::string_view name = written.substr(f.prefix, written.size() - f.prefix - f.ending);
    if (f.ending == 0 || last == 0 || name.empty()) return substitute;
    const char32_t end = first_letter(ending);
    if (is_arabic(end)) return is_arabic(last) ? substitute + std::string(ending) : substitute;
    if (is_arabic(last) || (last < 0x250) != (end < 0x250)) return substitute;
    // "Salim" + "om": "Jusuf" + "om". "Lejl(a)" + "om": "Amin(a)" + "om". A name that ends otherwise stays as it is.
    if (!is_vowel(last)) return substitute + std::string(ending);
    return is_vowel(end) || !is_vowel(last_letter(name))
               ? substitute.substr(0, last_character(substitute)) + std::string(ending)
               : substitute;
}

}  // namespace

struct TermSet::State {
    std::vector<Pattern> patterns;
    std::vector<Voiced> voiced;

    std::vector<Found> find(std::string_view text, Likeness grade) const {
        if (patterns.empty()) return {};
        const Read signs = read(text);
        std::vector<Found> exact;
        for (std::size_t n = 0; n < patterns.size(); ++n) find_by_letter(signs, patterns[n], n, exact);
        std::vector<Heard> heard;
        find_by_sound(signs, voiced, heard);
        for (const Heard& one : heard)
            if (one.found.likeness == Likeness::exact) exact.push_back(one.found);
        auto found = without_overlap(std::move(exact));
        if (grade == Likeness::exact) return found;
        std::erase_if(heard, [](const Heard& one) { return one.found.likeness == Likeness::exact; });
        add_near(std::move(heard), found);
        return found;
    }
};

TermSet::TermSet(const std::vector<std::string>& terms) {
    auto state = std::make_unique<State>();
    for (std::size_t n = 0; n < terms.size(); ++n) {
        state->patterns.push_back(pattern_of(terms[n]));
        for (auto& one : voiced(terms[n], n)) state->voiced.push_back(std::move(one));
    }
    find_twins(state->voiced);
    state_ = std::move(state);
}
TermSet::~TermSet() = default;
TermSet::TermSet(TermSet&&) noexcept = default;
TermSet& TermSet::operator=(TermSet&&) noexcept = default;

std::vector<Found> TermSet::exact(std::string_view text) const {
    return state_->find(text, Likeness::exact);
}
std::vector<Found> TermSet::all(std::string_view text) const {
    return state_->find(text, Likeness::near);
}

std::vector<Found> find_terms(std::string_view text, const std::vector<std::string>& terms) {
    return TermSet(terms).exact(text);
}

namespace {

std::vector<std::string> terms_of(const std::vector<Substitution>& substitutions) {
    std::vector<std::string> terms;
    for (const Substitution& s : substitutions) terms.push_back(s.term);
    return terms;
}

}  // namespace

Substitutes::Substitutes(std::vector<Substitution> substitutions)
    : substitutions_(std::move(substitutions)), terms_(terms_of(substitutions_)) {}

std::string Substitutes::in(std::string_view text) const {
    std::string out;
    std::size_t at = 0;
    for (const Found& f : terms_.exact(text)) {
        const std::string& substitute = substitutions_[f.term].substitute;
        // "and Ali" is one word in Arabic; "and" stays where the new name can be written onto it.
        const std::size_t prefix = is_arabic(first_letter(substitute)) ? f.prefix : 0;
        out.append(text.substr(at, f.offset - at)).append(text.substr(f.offset, prefix));
        out.append(replaced(text.substr(f.offset, f.length), f, substitute));
        at = f.offset + f.length;
    }
    return out.append(text.substr(at));
}

std::vector<Found> across(const TermSet& terms, std::string_view first, std::string_view second) {
    // "Stri-" and "ngtown" are one word; the rest are two.
    const bool goes_on = first.ends_with('-') || first.ends_with("\u2010") || first.ends_with("\u00AD");
    const auto hyphen = first.ends_with('-') ? 1U : first.ends_with("\u2010") ? 3U : 2U;
    const auto begin = goes_on ? first.substr(0, first.size() - hyphen) : first;
    const std::string_view joint = goes_on ? "" : "\n";
    std::string both(begin);
    both.append(joint).append(second);
    std::vector<Found> found;
    for (Found f : terms.exact(both)) {
        const auto end = f.offset + f.length;
        if (f.offset >= begin.size() || end <= begin.size() + joint.size()) continue;
        f.length = first.size() + 1 + (end - begin.size() - joint.size()) - f.offset;
        found.push_back(f);
    }
    return found;
}

bool Substitutes::across(std::string& first, std::string& second) const {
    const auto found = captions::across(terms_, first, second);
    if (found.empty()) return false;
    const Found& f = found.front();
    const auto in_second = f.offset + f.length - first.size() - 1;
    first = first.substr(0, f.offset) + substitutions_[f.term].substitute;
    second.erase(0, in_second);
    second.erase(0, std::min(second.find_first_not_of(" \t\n"), second.size()));
    return true;
}

std::string substitute(std::string_view text, const std::vector<Substitution>& substitutions) {
    return Substitutes(substitutions).in(text);
}

}  // namespace counterclip::captions
