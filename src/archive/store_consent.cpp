// Consent: revisions that only grow.
#include "archive/consent_record.h"
#include "archive/state.h"
#include "archive/takedown.h"
#include "archive/text_limits.h"
#include "consent/scope.h"
#include "core/day.h"
#include "core/hash.h"
#include "core/ids.h"
#include "faces/track.h"

namespace counterclip::archive {

namespace {

using consent::Revision;

// Two key presses in one place are a slip of the hand.
constexpr Time shortest_yes = std::chrono::milliseconds(300);

constexpr const char* columns =
    "SELECT interview, person, revision, use, face, name, voice, details, audiences, territories, risk_note, method, "
    "evidence_recording, evidence_in_ns, evidence_out_ns, witnesses, document_sha256, withdrawn, author, reason, at, "
    "languages, until, risk, preferences, purposes FROM consent AS c ";

Revision read_revision(SQLite::Statement& row) {
    Columns c(row);
    Revision r;
    r.interview = c.text();
    r.person = c.text();
    r.id = c.integer();
    r.terms.use = consent::use_from(c.text());
    r.terms.face = consent::face_from(c.text());
    r.terms.name = consent::name_from(c.text());
    r.terms.voice = consent::voice_from(c.text());
    r.terms.details = consent::details_from(c.text());
    r.terms.audiences = c.texts();
    r.terms.territories = c.texts();
    r.terms.risk_note = c.text();
    r.evidence.method = consent::method_from(c.text());
    r.evidence.recording = c.maybe_integer().value_or(0);
    const auto in = c.maybe_integer();
    const auto out = c.maybe_integer();
    if (in && out) r.evidence.range = Range{Time(*in), Time(*out)};
    r.evidence.witnesses = c.texts();
    r.evidence.document_sha256 = c.text();
    r.withdrawn = c.flag();
    r.author = c.text();
    r.reason = c.text();
    r.at = c.text();
    r.terms.languages = c.texts();
    r.terms.until = c.text();
    r.terms.risk = consent::risk_from(c.text());
    r.preferences = preferences_from(c.texts());
    r.purposes = purposes_from(c.json());
    return r;
}

void insert(SQLite::Database& db, const Revision& r) {
    using Number = std::optional<std::int64_t>;
    const auto& e = r.evidence;
    run(db,
        "INSERT INTO consent (interview, person, revision, use, face, name, voice, details, audiences, territories, "
        "risk_note, method, evidence_recording, evidence_in_ns, evidence_out_ns, witnesses, document_sha256, "
        "withdrawn, author, reason, at, languages, until, risk, preferences, purposes) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        r.interview, r.person, r.id, to_string(r.terms.use), to_string(r.terms.face), to_string(r.terms.name),
        to_string(r.terms.voice), to_string(r.terms.details), r.terms.audiences, r.terms.territories, r.terms.risk_note,
        to_string(e.method), e.recording ? Number(e.recording) : std::nullopt,
        e.range ? std::optional(e.range->in) : std::nullopt, e.range ? std::optional(e.range->out) : std::nullopt,
        e.witnesses, e.document_sha256, r.withdrawn, r.author, r.reason, r.at, r.terms.languages, r.terms.until,
        to_string(r.terms.risk), words_of(r.preferences), purposes_as_json(r.purposes));
}

void require_person(std::string_view doing, const std::string& person) {
    const auto label = faces::label_from(person);
    if (label == faces::Label::unlabelled || label == faces::Label::not_a_face)
        throw Error(doing, fmt::format("'{}' is nobody who could consent", person), ErrorKind::usage);
}

void read_each(std::vector<std::string>& words, std::string (*read)(std::string_view)) {
    for (auto& word : words) word = read(word);
}

void read_scope(consent::Terms& t) {
    read_each(t.audiences, consent::audience_from);
    read_each(t.territories, consent::territory_from);
    read_each(t.languages, consent::language_from);
    if (!t.until.empty()) t.until = consent::day_from(t.until);
}

// Puts every word into the form in which it is compared; what cannot be read is refused.
void read_words(std::string_view doing, Revision& r) {
    try {
        read_scope(r.terms);
        for (auto& [purpose, terms] : r.purposes) read_scope(terms);
        if (r.evidence.method == consent::Method::verbal_before_witnesses)
            read_each(r.evidence.witnesses, consent::witness_from);
    } catch (const Error& e) {
        throw Error(doing, e.what(), e.kind());
    }
    const auto& document = r.evidence.document_sha256;
    const bool is_hash = document.size() == 64 && document.find_first_not_of("0123456789abcdef") == document.npos;
    if (r.evidence.method == consent::Method::written && !is_hash)
        throw Error(doing, "a written consent needs the SHA-256 of its document", ErrorKind::usage);
}

// What a withdrawal takes over it does not judge: somebody may take back what was badly written down.
void require_readable(std::string_view doing, Revision& r) {
    if (r.withdrawn) return;
    read_words(doing, r);
    require_text(doing, limit::note, r.terms.risk_note);
    for (const auto& [purpose, terms] : r.purposes) require_text(doing, limit::note, terms.risk_note);
}

// Whether the time lies within the recording is the gate's to judge; that it names one of this interview is ours.
void require_evidence(SQLite::Database& db, std::string_view doing, const Revision& r) {
    if (r.evidence.range && is_empty(*r.evidence.range))
        throw Error(doing, "the evidence ends before it begins", ErrorKind::usage);
    if (r.evidence.range && !r.withdrawn && duration(*r.evidence.range) < shortest_yes)
        throw Error(doing,
                    fmt::format("the evidence is {} ms long, and nobody consents in that; mark all that they say",
                                duration(*r.evidence.range) / std::chrono::milliseconds(1)),
                    ErrorKind::usage);
    if (r.evidence.recording == 0) return;
    const auto recording = find_recording(db, r.evidence.recording);
    if (recording.interview != r.interview)
        throw Error(doing, fmt::format("the evidence, recording {}, belongs to interview {}", recording.id,
                                       recording.interview));
}

std::vector<std::string> words_of(const std::map<consent::Use, consent::Terms>& purposes) {
    std::vector<std::string> words;
    for (const auto& [purpose, terms] : purposes) words.push_back(to_string(purpose));
    return words;
}

std::vector<Revision> revisions(SQLite::Statement row) {
    std::vector<Revision> all;
    while (row.executeStep()) all.push_back(read_revision(row));
    return all;
}

}  // namespace

std::vector<Revision> all_consent(SQLite::Database& db) {
    return revisions(statement(db, std::string(columns) + "ORDER BY interview, person, revision"));
}

Revision Archive::append_consent(Revision revision, const std::string& by) {
    auto& db = state_->db;
    const auto doing = fmt::format("record consent of {} in interview {}", revision.person, revision.interview);
    require_person(doing, revision.person);
    require_readable(doing, revision);
    require_text(doing, limit::reason, revision.reason);
    state_->change(doing, revision.withdrawn ? "consent withdraw" : "consent set", by, [&]() -> Deed {
        require_interview(db, revision.interview);
        require_evidence(db, doing, revision);
        revision.id = number(db, 0,
                             "SELECT coalesce(max(revision), 0) + 1 FROM consent "
                             "WHERE interview = ? AND person = ?",
                             revision.interview, revision.person);
        revision.author = by;
        revision.at = utc_now();
        insert(db, revision);
        // What shows the person comes down; decided with the withdrawal or not at all.
        const auto takedown = revision.withdrawn
                                  ? archive::order_takedown(db, {revision.interview, revision.person, today()})
                                  : nlohmann::json();
        // Terms are words of our own; free texts (reason, risk note) could hold a name and go in only as the hash.
        return {"interview " + revision.interview,
                {{"person", revision.person},
                 {"revision", revision.id},
                 {"use", to_string(revision.terms.use)},
                 {"face", to_string(revision.terms.face)},
                 {"name", to_string(revision.terms.name)},
                 {"voice", to_string(revision.terms.voice)},
                 {"details", to_string(revision.terms.details)},
                 {"until", revision.terms.until},
                 {"risk", to_string(revision.terms.risk)},
                 {"purposes", words_of(revision.purposes)},
                 {"takedown", takedown},
                 {"record_sha256", record_sha256(revision)}}};
    });
    return revision;
}

std::vector<Revision> Archive::consent_history(const std::string& interview, const std::string& person) const {
    return state_->read("read consent", [&] {
        require_interview(state_->db, interview);
        return revisions(statement(state_->db,
                                   std::string(columns) + "WHERE interview = ? AND person = ? ORDER BY revision",
                                   interview, person));
    });
}

std::optional<Revision> Archive::latest_consent(const std::string& interview, const std::string& person) const {
    return state_->read("read consent", [&]() -> std::optional<Revision> {
        require_interview(state_->db, interview);
        auto row = statement(state_->db,
                             std::string(columns) + "WHERE interview = ? AND person = ? ORDER BY revision DESC LIMIT 1",
                             interview, person);
        if (!row.executeStep()) return std::nullopt;
        return read_revision(row);
    });
}

std::map<std::string, Revision> Archive::latest_consents(const std::string& interview) const {
    return state_->read("read consent", [&] {
        require_interview(state_->db, interview);
        std::map<std::string, Revision> latest;
        auto row = statement(state_->db,
                             std::string(columns) +
                                 "WHERE interview = ? AND revision = (SELECT max(revision) FROM consent "
                                 "WHERE interview = c.interview AND person = c.person)",
                             interview);
        while (row.executeStep()) {
            auto revision = read_revision(row);
            latest[revision.person] = std::move(revision);
        }
        return latest;
    });
}

}  // namespace counterclip::archive
