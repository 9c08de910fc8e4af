#include "clip/protected_terms.h"

#include <fmt/format.h>

#include "captions/names.h"

namespace counterclip::clip {

namespace {

using archive::TermKind;

struct Terms {
    std::vector<std::string> texts;
    std::vector<TermKind> kinds;
};

Terms terms_of(const archive::Vault& vault) {
    Terms terms;
    for (auto& term : vault.terms()) {
        terms.texts.push_back(std::move(term.text));
        terms.kinds.push_back(term.kind);
    }
    return terms;
}

std::string in_words(TermKind kind) {
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

std::string mask(TermKind kind) {
    return kind == TermKind::other ? "[term]" : "[" + to_string(kind) + "]";
}

std::string masked(std::string_view text, const Terms& terms) {
    std::string out;
    std::size_t at = 0;
    for (const auto& found : captions::find_terms(text, terms.texts)) {
        out.append(text.substr(at, found.offset - at)).append(mask(terms.kinds[found.term]));
        at = found.offset + found.length;
    }
    return out.append(text.substr(at));
}

}  // namespace

std::vector<std::string> places_with_terms(const std::vector<PlacedText>& texts, const archive::Vault& vault) {
    const auto terms = terms_of(vault);
    std::vector<std::string> places;
    for (const auto& text : texts) {
        std::vector<TermKind> said;
        for (const auto& found : captions::find_terms(text.text, terms.texts)) {
            const auto kind = terms.kinds[found.term];
            if (std::find(said.begin(), said.end(), kind) != said.end()) continue;
            said.push_back(kind);
            places.push_back(fmt::format("{} in {}", in_words(kind), masked(text.place, terms)));
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
    if (destination) texts.push_back({"the destination's code", destination->code});
    return texts;
}

std::optional<std::vector<std::string>> protected_terms_that_leave(
    const archive::Archive& archive, const archive::Clip& clip, const archive::Vault* vault,
    const std::optional<consent::DestinationFacts>& destination) {
    if (vault) return places_with_terms(texts_that_leave(clip, destination), *vault);
    // An archive that never had a vault protects no terms. One that somebody took away is not searched.
    const auto look = archive::look_at_vault(archive::Vault::file_in(archive.folder()));
    if (look.there || look.previous_there || archive.last_vault_event()) return std::nullopt;
    return std::vector<std::string>{};
}

std::vector<PlacedText> texts_that_stay(const archive::Archive& archive) {
    std::vector<PlacedText> texts;
    for (const auto& op : archive.operators()) texts.push_back({"an operator's code", op.code});
    for (const auto& i : archive.interviews()) {
        const auto place = [&](const char* what) { return fmt::format("{} of interview {}", what, i.code); };
        texts.push_back({"an interview's code", i.code});
        texts.push_back({place("the pseudonym"), i.pseudonym});
        texts.push_back({place("the place"), i.place});
        texts.push_back({place("the setting"), i.setting});
        texts.push_back({place("the role"), i.role});
        for (const auto& segment : archive.segments(i.code)) {
            texts.push_back({fmt::format("the note of segment {}", segment.id), segment.note});
            for (const auto& tag : segment.tags) texts.push_back({fmt::format("a tag of segment {}", segment.id), tag});
        }
        for (const auto& who : i.present) texts.push_back({place("who was present"), who});
        for (const auto& revision : archive.consent_history(i.code)) {
            texts.push_back({place("the reason of a consent"), revision.reason});
            texts.push_back({place("the risk note of a consent"), revision.terms.risk_note});
            for (const auto& [purpose, own] : revision.purposes)
                texts.push_back({place("the risk note of a consent"), own.risk_note});
        }
    }
    for (const auto& clip : archive.clips()) {
        const auto place = [&](const char* what) { return fmt::format("{} of clip {}", what, clip.code); };
        texts.push_back({"a clip's code", clip.code});
        texts.push_back({place("the title"), clip.title});
        texts.push_back({place("the card"), clip.card});
        texts.push_back({place("the lower-third"), clip.lower_third});
        texts.push_back({place("the end card"), clip.end_card});
        for (const auto& render : archive.renders(clip.code))
            for (const auto& decision : archive.approvals(render.id))
                texts.push_back({place("the reason of a decision"), decision.reason});
    }
    return texts;
}

}  // namespace counterclip::clip
