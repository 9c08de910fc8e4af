// What a new revision changes: terms that are named, on top of those that held before.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "consent/terms.h"

namespace counterclip::consent {

// What is not set stays as it was.
struct TermChanges {
    std::optional<Use> use{};
    std::optional<FaceTerm> face{};
    std::optional<NameTerm> name{};
    std::optional<VoiceTerm> voice{};
    std::optional<DetailsTerm> details{};
    std::optional<std::vector<std::string>> audiences{};
    std::optional<std::vector<std::string>> territories{};
    std::optional<std::vector<std::string>> languages{};
    std::optional<std::string> until{};
    std::optional<Risk> risk{};
    std::optional<std::string> risk_note{};
};

Terms changed(Terms terms, const TermChanges& changes);

// Makes the changes for everything the consent is about. A purpose's own terms take those that are stricter than they
// are, never those that are looser: "hide my face" is said once and holds everywhere.
void change_all(Revision& revision, const TermChanges& changes);

// Makes the changes for one purpose; it has terms of its own from then on, and the others stay as they are. They grant
// the purpose only when a use is named, here or before, that reaches it. Error(usage) for Use::none and for a use that
// is wider than the purpose: own terms speak for one purpose.
void change_for(Revision& revision, Use purpose, const TermChanges& changes);

}  // namespace counterclip::consent
