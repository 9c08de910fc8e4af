#include "archive/vault_contents.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "core/error.h"
#include "core/utf8.h"

namespace counterclip::archive {

namespace {

using nlohmann::json;

struct Word {
    TermKind kind;
    std::string_view text;
};
constexpr std::array words{Word{TermKind::name, "name"}, Word{TermKind::alias, "alias"}, Word{TermKind::place, "place"},
                           Word{TermKind::other, "other"}};

// The texts of a JSON value; its numbers and keys say nothing about anybody.
void wipe_texts(json& value) {
    if (auto* text = value.get_ptr<json::string_t*>()) return counterclip::wipe(*text);
    if (value.is_structured())
        for (auto& below : value) wipe_texts(below);
}

// JSON that is wiped when it is done with.
struct SecretJson {
    json value;
    ~SecretJson() { wipe_texts(value); }
};

json as_json(const Identity& identity) {
    auto terms = json::array();
    for (const auto& term : identity.terms) {
        json one{{"kind", to_string(term.kind)}, {"text", term.text}};
        if (!term.substitute.empty()) one["substitute"] = term.substitute;
        terms.push_back(std::move(one));
    }
    return {{"terms", std::move(terms)}, {"contact", identity.contact}, {"note", identity.note}};
}

Identity identity_from(const json& value) {
    Identity identity;
    for (const auto& term : value.at("terms"))
        identity.terms.push_back({term.at("text").get<std::string>(),
                                  term_kind_from(term.at("kind").get_ref<const std::string&>()),
                                  term.value("substitute", std::string())});  // vaults of old have none
    identity.contact = value.at("contact").get<std::string>();
    identity.note = value.at("note").get<std::string>();
    return identity;
}

bool is_utf8(const std::string& text) {
    return first_invalid(text) == std::string::npos;
}

}  // namespace

std::string to_string(TermKind kind) {
    for (const auto& word : words)
        if (word.kind == kind) return std::string(word.text);
    return "other";
}

TermKind term_kind_from(std::string_view text) {
    for (const auto& word : words)
        if (word.text == text) return word.kind;
    throw Error("read the kind of a protected term", "the words are: name, alias, place, other", ErrorKind::usage);
}

SecretText contents_of(const std::map<std::string, Identity>& identities) {
    SecretJson all;
    all.value["identities"] = json::object();
    for (const auto& [code, identity] : identities) all.value["identities"][code] = as_json(identity);
    return SecretText(all.value.dump());
}

std::map<std::string, Identity> identities_in(std::string_view contents, const std::string& doing) {
    std::map<std::string, Identity> identities;
    try {
        const SecretJson all{json::parse(contents)};
        for (const auto& [code, value] : all.value.at("identities").items())
            identities.emplace(code, identity_from(value));
    } catch (const std::exception&) {  // whose message would hold what it could not read
        throw Error(doing, "the passphrase is right, but this program does not know what is inside: use a newer one");
    }
    return identities;
}

void require_storable(const std::string& interview, const Identity& identity) {
    const auto doing = fmt::format("put into the vault what belongs to interview {}", interview);
    const auto require_utf8 = [&](const std::string& text) {
        if (!is_utf8(text)) throw Error(doing, "a text in it is no valid UTF-8", ErrorKind::usage);
    };
    require_utf8(identity.contact);
    require_utf8(identity.note);
    for (const auto& term : identity.terms) {
        require_utf8(term.text);
        require_utf8(term.substitute);
        if (term.text.find_first_not_of(" \t\r\n") == std::string::npos)
            throw Error(doing, "a protected term in it is empty", ErrorKind::usage);
    }
}

void wipe(Identity& identity) noexcept {
    for (auto& term : identity.terms) {
        counterclip::wipe(term.text);
        counterclip::wipe(term.substitute);
    }
    counterclip::wipe(identity.contact);
    counterclip::wipe(identity.note);
}

}  // namespace counterclip::archive
