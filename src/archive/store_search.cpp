// Searching: SQLite's FTS5 over folded words. What a user types reaches it as quoted words only, never as its syntax.
#include "archive/state.h"
#include "archive/transcript_rows.h"
#include "captions/language.h"

namespace counterclip::archive {

namespace {

using captions::Wanted;

// "a b" or "a b" * in FTS5's syntax. Words hold letters, digits and marks only: nothing in them can end the quotes.
std::string phrase(const std::vector<std::string>& words, bool begins) {
    return fmt::format("\"{}\"{}", fmt::join(words, " "), begins ? " *" : "");
}

std::string expression_for(const std::vector<Wanted>& wanted) {
    std::vector<std::string> all;
    for (const auto& one : wanted) {
        std::vector<std::string> spellings;
        for (auto& first : captions::with_arabic_prefixes(one.words.front())) {
            auto words = one.words;
            words.front() = std::move(first);
            spellings.push_back(phrase(words, one.begins));
        }
        all.push_back(fmt::format("({})", fmt::join(spellings, " OR ")));
    }
    return fmt::format("{}", fmt::join(all, " AND "));
}

std::string hits() {
    return fmt::format(R"sql(
WITH RECURSIVE below (tag) AS (
    SELECT ?4 UNION SELECT c.tag FROM codebook c JOIN below b ON c.parent = b.tag)
SELECT {}, r.position,
       c.number, c.in_ns, c.out_ns, c.speaker, c.text
FROM cue_index i JOIN cues c ON c.id = i.rowid JOIN transcripts t ON t.id = c.transcript
JOIN recordings r ON r.id = t.recording
WHERE cue_index MATCH ?1
  AND (?2 = '' OR t.language = ?2 OR t.language LIKE ?2 || '-%')
  AND (?3 = '' OR r.interview = ?3)
  AND (?4 = '' OR EXISTS (SELECT 1 FROM segments s, json_each(s.tags) g WHERE s.recording = t.recording AND s.removed_by = ''
                          AND s.in_ns < c.out_ns AND c.in_ns < s.out_ns AND g.value IN (SELECT tag FROM below)))
  AND (?5 OR t.revision = (SELECT max(revision) FROM transcripts WHERE recording = t.recording
                           AND language = t.language))
ORDER BY r.interview, r.position, c.in_ns, t.language, t.revision, c.number LIMIT ?6
)sql",
                       transcript_columns);
}

SearchHit read_hit(SQLite::Statement& row, const std::vector<Wanted>& wanted) {
    Columns c(row);
    SearchHit hit;
    hit.transcript = transcript_from(c);
    hit.position = c.small();
    hit.cue = c.integer();
    hit.range = c.range();
    hit.speaker = c.text();
    hit.text = c.text();
    hit.spans = captions::spans_of(hit.text, wanted);
    return hit;
}

}  // namespace

std::vector<SearchHit> Archive::search(const SearchQuery& query) const {
    const auto wanted = captions::wanted_from(query.words);
    const auto language = query.language.empty() ? "" : captions::canonical_language(query.language);
    return state_->read("search the transcripts", [&] {
        auto& db = state_->db;
        if (!query.interview.empty()) require_interview(db, query.interview);
        std::vector<SearchHit> found;
        auto row = statement(db, hits(), expression_for(wanted), language, query.interview, query.tag,
                             query.all_revisions, static_cast<std::int64_t>(query.limit));
        while (row.executeStep()) found.push_back(read_hit(row, wanted));
        return found;
    });
}

}  // namespace counterclip::archive
