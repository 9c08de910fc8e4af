#include "clip/wording.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "archive/ranges.h"
#include "captions/lines.h"
#include "clip/spoken.h"
#include "core/error.h"

namespace counterclip::clip {

namespace {

using archive::ProtectedTerm;
using archive::TermKind;
using captions::Cue;

constexpr const char* nothing_said = "[...]";

struct Placeholders {
    std::string_view language;
    std::string_view name;
    std::string_view place;
};
constexpr std::array placeholders{
    Placeholders{"ar", "[اسم]", "[مكان]"},     Placeholders{"bs", "[ime]", "[mjesto]"},
    Placeholders{"de", "[Name]", "[Ort]"},     Placeholders{"en", "[name]", "[place]"},
    Placeholders{"es", "[nombre]", "[lugar]"}, Placeholders{"fa", "[نام]", "[مکان]"},
    Placeholders{"fr", "[nom]", "[lieu]"},     Placeholders{"hr", "[ime]", "[mjesto]"},
    Placeholders{"ku", "[nav]", "[cih]"},      Placeholders{"nl", "[naam]", "[plaats]"},
    Placeholders{"ru", "[имя]", "[место]"},    Placeholders{"sq", "[emri]", "[vendi]"},
    Placeholders{"sr", "[име]", "[место]"},    Placeholders{"tr", "[isim]", "[yer]"},
    Placeholders{"ur", "[نام]", "[جگہ]"},
};

std::string without_subtags(const std::string& language) {
    return language.substr(0, language.find('-'));
}

const Placeholders& placeholders_in(const std::string& language) {
    const auto of = [](std::string_view tag) {
        return std::find_if(placeholders.begin(), placeholders.end(), [&](const auto& p) { return p.language == tag; });
    };
    const auto found = of(without_subtags(language));
    return found != placeholders.end() ? *found : *of("en");
}

// "ar-SY" is served by a pseudonym for "ar", and the other way round.
std::string pseudonym_in(const archive::Interview& interview, const std::string& language) {
    const auto same = interview.pseudonyms.find(language);
    if (same != interview.pseudonyms.end()) return same->second;
    for (const auto& [tag, pseudonym] : interview.pseudonyms)
        if (!language.empty() && without_subtags(tag) == without_subtags(language)) return pseudonym;
    return interview.pseudonym;
}

std::string substitute_for(const ProtectedTerm& term, const std::string& pseudonym, const std::string& language) {
    if (!term.substitute.empty()) return term.substitute;
    const auto& words = placeholders_in(language);
    switch (term.kind) {
        case TermKind::name:
        case TermKind::alias:
            return pseudonym.empty() ? std::string(words.name) : pseudonym;
        case TermKind::place:
            return std::string(words.place);
        case TermKind::other:
            break;
    }
    return nothing_said;
}

void require_vault(const archive::Archive& archive, const archive::Vault* vault, const std::string& doing) {
    if (vault || !has_vault(archive)) return;
    throw Error(doing,
                "the vault is not open, so nobody can put pseudonyms in the place of names; type its passphrase, or "
                "give --vault-passphrase-fd N or COUNTERCLIP_VAULT_PASSPHRASE",
                ErrorKind::refused);
}

// Whether anything changed.
bool substitute_in(Cue& cue, const captions::Substitutes& put) {
    const auto edits = put.edits(cue.text);
    auto speaker = put.in(cue.speaker);
    const bool changed = !edits.empty() || speaker != cue.speaker;
    cue = captions::edited(cue, edits);
    cue.speaker = std::move(speaker);
    return changed;
}

// Names that are spread over cues that follow each other.
void substitute_across(std::vector<Worded>& all, const captions::Substitutes& put) {
    std::vector<std::string_view> texts;
    for (const auto& one : all) texts.emplace_back(one.cue.text);
    for (std::size_t first = 0; first + 1 < all.size(); ++first) {
        for (const auto last : captions::possible_ends(texts, first)) {
            const auto edits = put.edits_across(std::span(texts).subspan(first, last - first + 1));
            if (edits.empty()) continue;
            for (std::size_t n = 0; n < edits.size(); ++n) {
                auto& one = all[first + n];
                one.cue = captions::edited(one.cue, {edits[n]});
                one.is_substituted = true;
                texts[first + n] = one.cue.text;
            }
            break;
        }
    }
}

const Unsaid* hiding(const std::vector<Unsaid>& unsaid, Range range) {
    const Unsaid* found = nullptr;
    for (const auto& one : unsaid)
        if (overlaps(one.range, range) && (!found || !one.is_cut)) found = &one;
    return found;
}

std::string replacement_of(const Unsaid& unsaid) {
    return unsaid.replacement.empty() ? nothing_said : unsaid.replacement;
}

// Words that go leave one replacement; what stands between two of them goes along, and so does what has no time.
Cue redacted_by_word(const Cue& cue, const std::vector<Unsaid>& unsaid) {
    Cue out{cue.range, {}, cue.speaker, {}};
    std::size_t kept_until = 0;
    const Unsaid* open = nullptr;
    for (const auto& word : cue.words) {
        const auto* hidden = hiding(unsaid, word.range);
        const auto between = std::string_view(cue.text).substr(kept_until, word.first - kept_until);
        if (!hidden) {
            // A text between a word that goes and one that stays is the blank before the latter.
            out.text +=
                open ? std::string(out.text.empty() || out.text.back() == ' ' ? "" : " ") : std::string(between);
            out.text.append(cue.text, word.first, word.length);
        } else if (!open || (open != hidden && !hidden->is_cut)) {
            if (!open) out.text += between;
            if (!hidden->is_cut) out.text += replacement_of(*hidden);
        }
        open = hidden;
        kept_until = word.first + word.length;
    }
    if (!open) out.text += cue.text.substr(kept_until);
    return out;
}

// Whether every letter of the text belongs to a word whose time is known.
bool has_all_words(const Cue& cue) {
    std::size_t at = 0;
    const auto is_gap = [&](std::size_t from, std::size_t to) {
        return std::all_of(cue.text.begin() + static_cast<std::ptrdiff_t>(from),
                           cue.text.begin() + static_cast<std::ptrdiff_t>(to),
                           [](unsigned char c) { return c < 0x80 && std::isalnum(c) == 0; });
    };
    for (const auto& word : cue.words) {
        if (!is_gap(at, word.first)) return false;
        at = word.first + word.length;
    }
    return !cue.words.empty() && is_gap(at, cue.text.size());
}

}  // namespace

bool has_vault(const archive::Archive& archive) {
    const auto look = archive::look_at_vault(archive::Vault::file_in(archive.folder()));
    return look.there || look.previous_there || archive.last_vault_event();
}

captions::Substitutes substitutes(const archive::Archive& archive, const archive::Vault& vault,
                                  const std::string& language) {
    std::map<std::string, std::string> pseudonyms;
    for (const auto& interview : archive.interviews()) pseudonyms[interview.code] = pseudonym_in(interview, language);
    std::vector<captions::Substitution> all;
    for (const auto& [code, identity] : vault.identities())
        for (const auto& term : identity.terms)
            all.push_back({term.text, substitute_for(term, pseudonyms[code], language)});
    return captions::Substitutes(std::move(all));
}

bool is_taken_out(const archive::Segment& s, bool omit_details) {
    return s.incriminating || (s.identifying && omit_details);
}

std::vector<Unsaid> unsaid(const archive::Archive& archive, std::int64_t recording, bool omit_details) {
    std::vector<Unsaid> all;
    for (const auto& r : archive.redactions(recording))
        all.push_back({r.range, r.how == archive::Removal::cut, r.replacement});
    for (const auto& s : archive.segments(archive.recording(recording).interview))
        if (s.recording == recording && is_taken_out(s, omit_details)) all.push_back({s.range, false, {}});
    return all;
}

Cue redacted(const Cue& cue, const std::vector<Unsaid>& unsaid) {
    const auto* hidden = hiding(unsaid, cue.range);
    if (!hidden) return cue;
    const bool all_cut = std::any_of(unsaid.begin(), unsaid.end(),
                                     [&](const auto& u) { return u.is_cut && contains(u.range, cue.range); });
    if (all_cut) return {cue.range, {}, cue.speaker, {}};
    if (has_all_words(cue)) return redacted_by_word(cue, unsaid);
    return {cue.range, replacement_of(*hidden), cue.speaker, {}};
}

namespace {

constexpr Range all_of_it{Time::min(), Time::max()};

// Whether something must not be said in or between the two, or one of them is not shown whole.
bool is_parted(const Cue& one, const Cue& next, const std::vector<Unsaid>& unsaid, Range shown) {
    const Range both{std::min(one.range.in, next.range.in), std::max(one.range.out, next.range.out)};
    return !contains(shown, both) ||
           std::any_of(unsaid.begin(), unsaid.end(), [&](const auto& u) { return overlaps(u.range, both); });
}

// What is said, with substitutes in the place of names, before anything of it is redacted or cut off: half of a name of
// which the other half goes is still the name.
std::vector<Worded> renamed(std::vector<Cue> cues, const std::optional<captions::Substitutes>& put) {
    std::vector<Worded> all;
    for (auto& cue : cues) all.push_back({std::move(cue), false, false, 0});
    if (!put) return all;
    substitute_across(all, *put);
    for (auto& one : all) one.is_substituted |= substitute_in(one.cue, *put);
    return all;
}

// Names that came to be when what stood between their words went, or that a replacement holds.
void rename_what_is_left(std::vector<Worded>& all, const std::optional<captions::Substitutes>& put) {
    if (!put) return;
    substitute_across(all, *put);
    for (auto& one : all)
        if (one.is_redacted) one.is_substituted |= substitute_in(one.cue, *put);
    std::erase_if(all, [](const Worded& one) { return captions::is_blank(one.cue.text); });
}

std::vector<Worded> redacted(const std::vector<Worded>& cues, const std::vector<Unsaid>& unsaid,
                             Range shown = all_of_it) {
    std::vector<Worded> left;
    std::size_t stretch = 0;
    for (std::size_t n = 0; n < cues.size(); ++n) {
        const auto& cue = cues[n].cue;
        if (n > 0 && is_parted(cues[n - 1].cue, cue, unsaid, shown)) ++stretch;
        auto one = redacted(cue, unsaid);
        const bool changed = one.text != cue.text;
        if (!captions::is_blank(one.text)) left.push_back({std::move(one), changed, cues[n].is_substituted, stretch});
    }
    return left;
}

std::optional<captions::Substitutes> substitutes_of(const archive::Archive& archive, const archive::Vault* vault,
                                                    const std::string& language) {
    if (!vault) return std::nullopt;
    return substitutes(archive, *vault, language);
}

std::vector<Worded> cut_to(const std::vector<Worded>& cues, const Shown& shown) {
    std::vector<Worded> moved;
    for (const auto& one : cues) {
        auto kept = captions::cut({one.cue}, shown.range, shown.at);
        if (kept.empty()) continue;
        moved.push_back(one);
        moved.back().cue = std::move(kept.front());
        moved.back().cue.words.clear();
    }
    return moved;
}

}  // namespace

std::vector<Cue> transcript_to_leave(const archive::Archive& archive, const archive::Transcript& transcript,
                                     const archive::Vault* vault) {
    require_vault(archive, vault,
                  fmt::format("hand out transcript {} of interview {}", transcript.id, transcript.interview));
    const auto put = substitutes_of(archive, vault, transcript.language);
    auto left = redacted(renamed(archive.cues(transcript.id), put), unsaid(archive, transcript.recording, true));
    rename_what_is_left(left, put);
    std::vector<Cue> cues;
    for (auto& one : left) {
        cues.push_back(std::move(one.cue));
        if (put) cues.back().words.clear();  // a pseudonym is not said in the time of the name
    }
    return cues;
}

bool may_be_split(const Cue& cue, Time at, const std::vector<Unsaid>& unsaid) {
    if (!hiding(unsaid, cue.range)) return true;
    return has_all_words(cue) && std::none_of(cue.words.begin(), cue.words.end(), [&](const auto& word) {
               return word.range.in < at && at < word.range.out && hiding(unsaid, word.range);
           });
}

std::vector<Worded> captions_of(const archive::Archive& archive, const std::string& clip, const std::string& language,
                                const std::vector<Shown>& shown, const archive::Vault* vault) {
    const auto doing = fmt::format("plan clip '{}'", clip);
    require_vault(archive, vault, doing);
    const auto put = substitutes_of(archive, vault, language);
    std::vector<Worded> all;
    for (const auto& part : shown) {
        const auto transcript = archive.latest_transcript(part.recording, language);
        if (!transcript)
            throw Error(doing, fmt::format("recording {} of interview {} has no transcript in '{}'; bring one in with "
                                           "`counterclip transcript import`",
                                           part.position, part.interview, language));
        auto words = renamed(archive.cues(transcript->id, around(part.range)), put);
        std::erase_if(words, [&](const Worded& one) { return !overlaps(one.cue.range, part.range); });
        const auto said = redacted(words, unsaid(archive, part.recording, part.omit_details), part.range);
        const std::size_t first_stretch = all.empty() ? 0 : all.back().stretch + 1;
        for (auto& one : cut_to(said, part)) {
            all.push_back(std::move(one));
            all.back().stretch += first_stretch;
        }
    }
    rename_what_is_left(all, put);
    return all;
}

}  // namespace counterclip::clip
