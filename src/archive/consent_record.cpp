#include "archive/consent_record.h"

#include "archive/state.h"
#include "core/hash.h"

namespace counterclip::archive {

namespace {

using consent::Terms;

nlohmann::json as_json(const Terms& t) {
    return {{"use", to_string(t.use)},      {"face", to_string(t.face)},       {"name", to_string(t.name)},
            {"voice", to_string(t.voice)},  {"details", to_string(t.details)}, {"audiences", t.audiences},
            {"territories", t.territories}, {"languages", t.languages},        {"until", t.until},
            {"risk", to_string(t.risk)},    {"risk_note", t.risk_note}};
}

Terms terms_from(const nlohmann::json& j) {
    Terms t;
    t.use = consent::use_from(j.at("use").get<std::string>());
    t.face = consent::face_from(j.at("face").get<std::string>());
    t.name = consent::name_from(j.at("name").get<std::string>());
    t.voice = consent::voice_from(j.at("voice").get<std::string>());
    t.details = consent::details_from(j.at("details").get<std::string>());
    t.audiences = j.at("audiences").get<Texts>();
    t.territories = j.at("territories").get<Texts>();
    t.languages = j.at("languages").get<Texts>();
    t.until = j.at("until").get<std::string>();
    t.risk = consent::risk_from(j.at("risk").get<std::string>());
    t.risk_note = j.at("risk_note").get<std::string>();
    return t;
}

}  // namespace

nlohmann::json purposes_as_json(const std::map<consent::Use, Terms>& purposes) {
    auto json = nlohmann::json::object();
    for (const auto& [purpose, terms] : purposes) json[to_string(purpose)] = as_json(terms);
    return json;
}

std::map<consent::Use, Terms> purposes_from(const nlohmann::json& json) {
    std::map<consent::Use, Terms> purposes;
    for (const auto& [purpose, terms] : json.items()) purposes[consent::use_from(purpose)] = terms_from(terms);
    return purposes;
}

std::vector<std::string> words_of(const std::vector<consent::Preference>& preferences) {
    std::vector<std::string> words;
    for (const auto p : preferences) words.push_back(to_string(p));
    return words;
}

std::vector<consent::Preference> preferences_from(const std::vector<std::string>& words) {
    std::vector<consent::Preference> preferences;
    for (const auto& word : words) preferences.push_back(consent::preference_from(word));
    return preferences;
}

std::string record_sha256(const consent::Revision& r) {
    nlohmann::json record{{"interview", r.interview},
                          {"person", r.person},
                          {"revision", r.id},
                          {"use", to_string(r.terms.use)},
                          {"face", to_string(r.terms.face)},
                          {"name", to_string(r.terms.name)},
                          {"voice", to_string(r.terms.voice)},
                          {"details", to_string(r.terms.details)},
                          {"audiences", r.terms.audiences},
                          {"territories", r.terms.territories},
                          {"risk_note", r.terms.risk_note},
                          {"method", to_string(r.evidence.method)},
                          {"recording", r.evidence.recording},
                          {"in", r.evidence.range ? r.evidence.range->in.count() : -1},
                          {"out", r.evidence.range ? r.evidence.range->out.count() : -1},
                          {"witnesses", r.evidence.witnesses},
                          {"document_sha256", r.evidence.document_sha256},
                          {"withdrawn", r.withdrawn},
                          {"author", r.author},
                          {"reason", r.reason},
                          {"at", r.at}};
    // What came with version 4 joins only when it says something: the hashes of older revisions stay what they were.
    const Terms plain;
    if (r.terms.languages != plain.languages) record["languages"] = r.terms.languages;
    if (r.terms.until != plain.until) record["until"] = r.terms.until;
    if (r.terms.risk != plain.risk) record["risk"] = to_string(r.terms.risk);
    if (!r.preferences.empty()) record["preferences"] = words_of(r.preferences);
    if (!r.purposes.empty()) record["purposes"] = purposes_as_json(r.purposes);
    return sha256(record.dump());
}

}  // namespace counterclip::archive
