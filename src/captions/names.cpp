#include "captions/names.h"

#include <algorithm>

#include "captions/disguises.h"
#include "captions/fillers.h"
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

// What was found in a text without its disguise, in the bytes of the text as it was written.
Found as_written(const Found& found, const Plain& plain) {
    const auto last = found.offset + found.length - 1;
    Found f = found;
    f.offset = plain.begins[found.offset];
    f.length = plain.ends[last] - f.offset;
    f.prefix = found.prefix == 0 ? 0 : plain.begins[found.offset + found.prefix] - f.offset;
    f.ending = found.ending == 0 ? 0 : plain.ends[last] - plain.begins[last + 1 - found.ending];
    return f;
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

    std::vector<Found> find(std::string_view text, Likeness grade, Capitals capitals) const {
        if (patterns.empty()) return {};
        std::vector<Found> exact;
        std::vector<Heard> near;
        add(read(text, capitals), false, exact, near);
        for (const Plain& plain : without_disguise(text)) {
            std::vector<Found> here;
            std::vector<Heard> like;
            add(read(plain.text, capitals), plain.was_apart, here, like);
            for (const Found& f : here) exact.push_back(as_written(f, plain));
            for (Heard& one : like) near.push_back({as_written(one.found, plain), one.edits, one.is_part});
        }
        auto found = without_overlap(std::move(exact));
        if (!found.empty()) take_in_the_rest(read(text, capitals), voiced, near, found);
        if (grade == Likeness::near) add_near(std::move(near), found);
        return found;
    }

  private:
    void add(const Read& signs, bool was_apart, std::vector<Found>& exact, std::vector<Heard>& near) const {
        std::vector<Found> by_letter;
        for (std::size_t n = 0; n < patterns.size(); ++n)
            find_by_letter(signs, patterns[n], n, was_apart ? Bounds::none : Bounds::of_words, by_letter);
        std::vector<Heard> heard;
        for (const Found& one : by_letter) heard.push_back({one, 0});
        find_by_sound(signs, voiced, heard);
        for (const Heard& one : heard)
            if (one.found.likeness == Likeness::exact) exact.push_back(one.found);
        find_inside_words(signs, voiced, heard);
        for (Heard& one : heard)
            if (one.found.likeness == Likeness::near) near.push_back(std::move(one));
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
    return state_->find(text, Likeness::exact, Capitals::unknown);
}
std::vector<Found> TermSet::all(std::string_view text, Capitals capitals) const {
    return state_->find(text, Likeness::near, capitals);
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

std::vector<Edit> Substitutes::edits(std::string_view text) const {
    std::vector<Edit> all;
    for (const Found& f : terms_.exact(text)) {
        const std::string& substitute = substitutions_[f.term].substitute;
        // "and Ali" is one word in Arabic; "and" stays where the new name can be written onto it.
        const std::size_t prefix = is_arabic(first_letter(substitute)) ? f.prefix : 0;
        all.push_back({f.offset, f.length, std::string(text.substr(f.offset, prefix))});
        all.back().text += replaced(text.substr(f.offset, f.length), f, substitute);
    }
    return all;
}

std::string Substitutes::in(std::string_view text) const {
    return edited(text, edits(text));
}

namespace {

// Texts that follow each other as one, and where each stands in it. "Stri-" and "ngtown" are one word; the rest are
// two.
struct Joined {
    struct Piece {
        std::size_t first = 0;  // bytes [first, last) of the whole
        std::size_t last = 0;
    };
    std::string text;
    std::vector<Piece> pieces;
};

Joined joined(std::span<const std::string_view> texts) {
    Joined all;
    for (std::size_t n = 0; n < texts.size(); ++n) {
        auto text = texts[n];
        bool goes_on = false;
        if (n + 1 < texts.size())
            for (const std::string_view hyphen : {"-", "\u2010", "\u00AD"})
                if (!goes_on && text.ends_with(hyphen)) {
                    text.remove_suffix(hyphen.size());
                    goes_on = true;
                }
        all.pieces.push_back({all.text.size(), all.text.size() + text.size()});
        all.text.append(text);
        if (n + 1 < texts.size() && !goes_on) all.text += '\n';
    }
    return all;
}

}  // namespace

std::vector<Across> across(const TermSet& terms, std::span<const std::string_view> texts) {
    std::vector<Across> found;
    if (texts.size() < 2) return found;
    const Joined all = joined(texts);
    for (const Found& f : terms.exact(all.text)) {
        const auto end = f.offset + f.length;
        if (f.offset >= all.pieces.front().last || end <= all.pieces.back().first) continue;
        found.push_back({f.term, f.offset, end - all.pieces.back().first});
    }
    return found;
}

std::vector<std::size_t> possible_ends(std::span<const std::string_view> texts, std::size_t first) {
    constexpr std::size_t most_texts = 3;
    constexpr std::size_t most_fillers = 6;
    std::vector<std::size_t> ends;
    std::size_t fillers = 0;
    if (is_only_filler(texts[first])) return ends;
    for (std::size_t n = first + 1; n < texts.size() && ends.size() + 1 < most_texts && fillers <= most_fillers; ++n) {
        if (is_only_filler(texts[n]))
            ++fillers;
        else
            ends.push_back(n);
    }
    return ends;
}

std::vector<Edit> Substitutes::edits_across(std::span<const std::string_view> texts) const {
    const auto found = captions::across(terms_, texts);
    if (found.empty()) return {};
    const Across& f = found.front();
    std::vector<Edit> all;
    for (const auto text : texts) all.push_back({0, is_only_filler(text) ? 0 : text.size(), {}});
    all.front() = {f.begins, texts.front().size() - f.begins, substitutions_[f.term].substitute};
    const auto next_word = texts.back().find_first_not_of(" \t\n", f.ends);
    all.back().length = std::min(next_word, texts.back().size());
    return all;
}

bool Substitutes::across(std::span<std::string* const> texts) const {
    std::vector<std::string_view> as_they_are;
    for (const std::string* text : texts) as_they_are.emplace_back(*text);
    const auto edits = edits_across(as_they_are);
    for (std::size_t n = 0; n < edits.size(); ++n) *texts[n] = edited(*texts[n], {edits[n]});
    return !edits.empty();
}

std::string substitute(std::string_view text, const std::vector<Substitution>& substitutions) {
    return Substitutes(substitutions).in(text);
}

}  // namespace counterclip::captions
