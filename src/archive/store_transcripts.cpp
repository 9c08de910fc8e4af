// Transcripts: what is said in a recording, as timed text. Revisions only grow; they go with their recording when that
// is destroyed on request.
#include "archive/cue_index.h"
#include "archive/state.h"
#include "archive/text_limits.h"
#include "archive/transcript_rows.h"
#include "captions/language.h"
#include "core/ids.h"

namespace counterclip::archive {

namespace {

using captions::Cue;
using captions::Word;
using nlohmann::json;

std::string with_cues(const char* where) {
    return fmt::format(
        "SELECT {}, (SELECT count(*) FROM cues WHERE transcript = t.id) "
        "FROM transcripts t JOIN recordings r ON r.id = t.recording {}",
        transcript_columns, where);
}

Transcript read_transcript(SQLite::Statement& row) {
    Columns c(row);
    auto t = transcript_from(c);
    t.cues = c.integer();
    return t;
}

json to_json(const std::vector<Word>& words) {
    json list = json::array();
    for (const auto& w : words) list.push_back({w.range.in.count(), w.range.out.count(), w.first, w.length});
    return list;
}

std::vector<Word> words_from(const json& list) {
    std::vector<Word> words;
    for (const auto& w : list)
        words.push_back({{Time(w.at(0).get<std::int64_t>()), Time(w.at(1).get<std::int64_t>())},
                         w.at(2).get<std::size_t>(),
                         w.at(3).get<std::size_t>()});
    return words;
}

// The words stand in the text one after the other, and are spoken within the cue.
bool words_fit(const Cue& cue) {
    std::size_t at = 0;
    for (const auto& word : cue.words) {
        if (word.first < at || word.length > cue.text.size() || word.first > cue.text.size() - word.length)
            return false;
        if (word.range.out < word.range.in || !contains(cue.range, word.range)) return false;
        at = word.first + word.length;
    }
    return true;
}

void require_cues(const std::string& doing, const Recording& recording, const std::vector<Cue>& cues) {
    if (cues.empty()) throw Error(doing, "there is no cue in it", ErrorKind::usage);
    for (std::size_t n = 0; n < cues.size(); ++n) {
        const auto& cue = cues[n];
        const auto of_cue = [&] { return fmt::format("{}, cue {}", doing, n + 1); };
        const bool inside = !is_empty(cue.range) && contains({Time{}, recording.duration}, cue.range);
        if (!inside) require_inside(of_cue(), recording, cue.range);
        if (cue.text.find_first_not_of(" \t\r\n") == std::string::npos)
            throw Error(of_cue(), fmt::format("at {} there is no text", format_time(cue.range.in)), ErrorKind::usage);
        if (!words_fit(cue))
            throw Error(of_cue(),
                        fmt::format("at {} its words do not fit its text and time", format_time(cue.range.in)),
                        ErrorKind::usage);
    }
}

std::vector<Cue> in_order_of_time(std::vector<Cue> cues) {
    std::ranges::stable_sort(cues, [](const Cue& a, const Cue& b) {
        return a.range.in != b.range.in ? a.range.in < b.range.in : a.range.out < b.range.out;
    });
    return cues;
}

void insert_cues(SQLite::Database& db, std::int64_t transcript, const std::vector<Cue>& cues) {
    SQLite::Statement insert(db,
                             "INSERT INTO cues (transcript, number, in_ns, out_ns, speaker, text, words) "
                             "VALUES (?, ?, ?, ?, ?, ?, ?)");
    std::int64_t cue_number = 0;
    for (const auto& cue : cues) {
        int at = 0;
        bind_value(insert, ++at, transcript);
        bind_value(insert, ++at, ++cue_number);
        bind_value(insert, ++at, cue.range.in);
        bind_value(insert, ++at, cue.range.out);
        bind_value(insert, ++at, cue.speaker);
        bind_value(insert, ++at, cue.text);
        bind_value(insert, ++at, to_json(cue.words));
        insert.exec();
        insert.reset();
    }
}

void insert(SQLite::Database& db, Transcript& transcript, const std::vector<Cue>& cues) {
    transcript.revision = 1 + static_cast<int>(number(db, 0,
                                                      "SELECT coalesce(max(revision), 0) FROM transcripts "
                                                      "WHERE recording = ? AND language = ?",
                                                      transcript.recording, transcript.language));
    transcript.at = utc_now();
    transcript.cues = static_cast<std::int64_t>(cues.size());
    run(db, "INSERT INTO transcripts (recording, language, revision, kind, note, by, at) VALUES (?, ?, ?, ?, ?, ?, ?)",
        transcript.recording, transcript.language, transcript.revision, to_string(transcript.kind), transcript.note,
        transcript.by, transcript.at);
    transcript.id = db.getLastInsertRowid();
    insert_cues(db, transcript.id, cues);
    index_cues(db, transcript.id);
}

std::vector<Cue> read_cues(SQLite::Database& db, std::int64_t transcript, Range near) {
    std::vector<Cue> cues;
    auto row = statement(db,
                         "SELECT in_ns, out_ns, speaker, text, words FROM cues "
                         "WHERE transcript = ? AND in_ns < ? AND out_ns > ? ORDER BY number",
                         transcript, near.out, near.in);
    while (row.executeStep()) {
        Columns c(row);
        Cue cue;
        cue.range = c.range();
        cue.speaker = c.text();
        cue.text = c.text();
        cue.words = words_from(c.json());
        cues.push_back(std::move(cue));
    }
    return cues;
}

constexpr Range always{Time::min(), Time::max()};

std::optional<Transcript> find_latest(SQLite::Database& db, std::int64_t recording, const std::string& language) {
    auto row = statement(db, with_cues("WHERE t.recording = ? AND t.language = ? ORDER BY t.revision DESC LIMIT 1"),
                         recording, language);
    if (!row.executeStep()) return std::nullopt;
    return read_transcript(row);
}

Transcript find_revision(SQLite::Database& db, const std::string& doing, const Transcript& latest, int revision) {
    auto row = statement(db, with_cues("WHERE t.recording = ? AND t.language = ? AND t.revision = ?"), latest.recording,
                         latest.language, revision);
    if (!row.executeStep())
        throw Error(doing, fmt::format("there is no revision {}; the latest is {}", revision, latest.revision));
    return read_transcript(row);
}

bool say_the_same(const std::vector<Cue>& a, const std::vector<Cue>& b) {
    const auto same_word = [](const Word& x, const Word& y) {
        return x.range == y.range && x.first == y.first && x.length == y.length;
    };
    return std::ranges::equal(a, b, [&](const Cue& x, const Cue& y) {
        return x.range == y.range && x.speaker == y.speaker && x.text == y.text &&
               std::ranges::equal(x.words, y.words, same_word);
    });
}

// What is said, and the note, could hold names: they stay out of the log.
Deed deed_of(const Transcript& t) {
    return {fmt::format("transcript {}", t.id),
            {{"interview", t.interview},
             {"recording", t.recording},
             {"language", t.language},
             {"revision", t.revision},
             {"kind", to_string(t.kind)},
             {"cues", t.cues}}};
}

}  // namespace

Transcript Archive::add_transcript(Transcript transcript, const std::vector<captions::Cue>& cues,
                                   const std::string& by) {
    auto& db = state_->db;
    const auto doing = fmt::format("add a transcript to interview {}", transcript.interview);
    transcript.language = captions::canonical_language(transcript.language);
    transcript.by = by;
    require_text(doing, limit::note, transcript.note);
    state_->change(doing, "transcript add", by, [&]() -> Deed {
        require_interview(db, transcript.interview);
        const auto recording = find_recording(db, transcript.recording);
        if (recording.interview != transcript.interview)
            throw Error(doing, fmt::format("recording {} belongs to interview {}", recording.id, recording.interview));
        require_not_purged(doing, recording);
        const auto ordered = in_order_of_time(cues);
        require_cues(doing, recording, ordered);
        insert(db, transcript, ordered);
        return deed_of(transcript);
    });
    return transcript;
}

Transcript Archive::revert_transcript(std::int64_t recording, const std::string& language, int to,
                                      const std::string& note, const std::string& by) {
    auto& db = state_->db;
    const auto tag = captions::canonical_language(language);
    const auto doing = fmt::format("revert the transcript in '{}' of recording {}", tag, recording);
    Transcript again;
    state_->change(doing, "transcript revert", by, [&]() -> Deed {
        require_not_purged(doing, find_recording(db, recording));
        const auto latest = find_latest(db, recording, tag);
        if (!latest) throw Error(doing, "there is none; `counterclip transcript list CODE` shows what there is");
        again = find_revision(db, doing, *latest, to);
        const auto cues = read_cues(db, again.id, always);
        if (say_the_same(cues, read_cues(db, latest->id, always)))
            throw Error(doing, fmt::format("revision {}, the latest, says the same", latest->revision),
                        ErrorKind::usage);
        again.by = by;
        if (!note.empty()) again.note = note;
        insert(db, again, cues);
        auto deed = deed_of(again);
        deed.details["reverted_to"] = to;
        return deed;
    });
    return again;
}

std::vector<Transcript> Archive::transcripts(const std::string& interview) const {
    return state_->read("read transcripts", [&] {
        require_interview(state_->db, interview);
        std::vector<Transcript> all;
        auto row = statement(state_->db, with_cues("WHERE r.interview = ? ORDER BY r.position, t.id"), interview);
        while (row.executeStep()) all.push_back(read_transcript(row));
        return all;
    });
}

std::optional<Transcript> Archive::latest_transcript(std::int64_t recording, const std::string& language) const {
    const auto tag = captions::canonical_language(language);
    return state_->read("read transcripts", [&] { return find_latest(state_->db, recording, tag); });
}

std::vector<captions::Cue> Archive::cues(std::int64_t transcript, std::optional<Range> near) const {
    return state_->read("read the cues of a transcript", [&] {
        auto& db = state_->db;
        if (number(db, 0, "SELECT count(*) FROM transcripts WHERE id = ?", transcript) == 0)
            throw unknown("transcript", fmt::format("{}", transcript),
                          "`counterclip transcript list CODE` shows what there is");
        return read_cues(db, transcript, near.value_or(always));
    });
}

}  // namespace counterclip::archive
