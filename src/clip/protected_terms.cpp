#include "clip/protected_terms.h"

#include <fmt/format.h>

#include "captions/names.h"
#include "clip/wording.h"

namespace counterclip::clip {

namespace {

using archive::TermKind;

struct Terms {
    captions::TermSet set;
    std::vector<TermKind> kinds;
};

Terms terms_of(const archive::Vault& vault) {
    std::vector<std::string> texts;
    std::vector<TermKind> kinds;
    for (auto& term : vault.terms()) {
        texts.push_back(std::move(term.text));
        kinds.push_back(term.kind);
    }
    return {captions::TermSet(texts), std::move(kinds)};
}

std::string mask(TermKind kind) {
    return kind == TermKind::other ? "[term]" : "[" + to_string(kind) + "]";
}

std::string masked(std::string_view text, const Terms& terms) {
    std::string out;
    std::size_t at = 0;
    for (const auto& found : terms.set.exact(text)) {
        out.append(text.substr(at, found.offset - at)).append(mask(terms.kinds[found.term]));
        at = found.offset + found.length;
    }
    return out.append(text.substr(at));
}

}  // namespace

std::string what_it_is(TermKind kind) {
    switch (kind) {
        case TermKind::name:
            return "a protected name";
        case TermKind::alias:
            return "a protected alias";
        case TermKind::place:
            return "a protected place";
        case TermKind::other:
            break;
    }
    return "a protected term";
}

std::vector<std::string> places_with_terms(const std::vector<PlacedText>& texts, const archive::Vault& vault) {
    const auto terms = terms_of(vault);
    std::vector<std::string> places;
    for (const auto& text : texts) {
        std::vector<TermKind> said;
        for (const auto& found : terms.set.exact(text.text)) {
            const auto kind = terms.kinds[found.term];
            if (std::find(said.begin(), said.end(), kind) != said.end()) continue;
            said.push_back(kind);
            places.push_back(fmt::format("{} in {}", what_it_is(kind), masked(text.place, terms)));
        }
    }
    return places;
}

std::string without_terms(std::string_view text, const archive::Vault& vault) {
    return masked(text, terms_of(vault));
}

bool can_be_found(const archive::ProtectedTerm& term) {
    return !captions::find_terms(term.text, {term.text}).empty();
}

std::vector<PlacedText> texts_that_leave(const archive::Clip& clip,
                                         const std::optional<consent::DestinationFacts>& destination) {
    std::vector<PlacedText> texts{{"the title", clip.title},
                                  {"the card", clip.card},
                                  {"the lower-third", clip.lower_third},
                                  {"the end card", clip.end_card},
                                  {"the clip's code, which names the file", clip.code}};
    // Reports and the exported log name them.
    for (const auto& part : clip.parts) {
        PlacedText text{"the code of an interview it shows", part.interview};
        const auto same = [&](const PlacedText& one) { return one.place == text.place && one.text == text.text; };
        if (std::none_of(texts.begin(), texts.end(), same)) texts.push_back(std::move(text));
    }
    if (destination) texts.push_back({"the destination's code", destination->code, true});
    return texts;
}

std::optional<std::vector<std::string>> protected_terms_that_leave(
    const archive::Archive& archive, const archive::Clip& clip, const archive::Vault* vault,
    const std::optional<consent::DestinationFacts>& destination) {
    if (vault) return places_with_terms(texts_that_leave(clip, destination), *vault);
    // An archive that never had a vault protects no terms. One that somebody took away is not searched.
    if (has_vault(archive)) return std::nullopt;
    return std::vector<std::string>{};
}

std::vector<PlacedText> texts_that_stay(const archive::Archive& archive) {
    std::vector<PlacedText> texts;
    for (auto& text : archive.written_texts()) texts.push_back({std::move(text.place), std::move(text.text)});
    return texts;
}

}  // namespace counterclip::clip
