#include "archive/written_texts.h"

#include <array>

#include "archive/state.h"

namespace counterclip::archive {

namespace {

// Titles and cards of old stay on record.
constexpr const char* clip_and_age =
    "clip || iif(version = (SELECT max(version) FROM clip_versions v WHERE v.clip = clip_versions.clip), '', "
    "', as it was before')";
constexpr const char* transcript_and_revision = "id || ' (' || language || ', revision ' || revision || ')'";
constexpr const char* clip_of_render = "(SELECT clip FROM renders WHERE renders.id = approvals.render)";
constexpr const char* no_key = "''";

// clang-format off
constexpr std::array written{
    WrittenColumn{"operators", "code", "an operator's code", no_key},
    WrittenColumn{"interviews", "code", "an interview's code", no_key},
    WrittenColumn{"interviews", "pseudonym", "the pseudonym of interview {}", "code"},
    WrittenColumn{"interviews", "pseudonyms", "the pseudonym in another language of interview {}", "code", Form::json},
    WrittenColumn{"interviews", "date", "the date of interview {}", "code"},
    WrittenColumn{"interviews", "place", "the place of interview {}", "code"},
    WrittenColumn{"interviews", "setting", "the setting of interview {}", "code"},
    WrittenColumn{"interviews", "languages", "the languages of interview {}", "code", Form::json},
    WrittenColumn{"interviews", "present", "who was present of interview {}", "code", Form::json},
    WrittenColumn{"interviews", "gender", "the gender of interview {}", "code"},
    WrittenColumn{"interviews", "age_band", "the age of interview {}", "code"},
    WrittenColumn{"interviews", "nationality", "the nationality of interview {}", "code"},
    WrittenColumn{"interviews", "ethnicity", "the ethnicity of interview {}", "code"},
    WrittenColumn{"interviews", "role", "the role of interview {}", "code"},
    WrittenColumn{"recordings", "file", "the file of recording {}", "id"},
    WrittenColumn{"recordings", "summary", "the description of recording {}", "id"},
    WrittenColumn{"consent", "person", "whose a consent is of interview {}", "interview"},
    WrittenColumn{"consent", "reason", "the reason of a consent of interview {}", "interview"},
    WrittenColumn{"consent", "risk_note", "the risk note of a consent of interview {}", "interview"},
    WrittenColumn{"consent", "audiences", "the audiences of a consent of interview {}", "interview", Form::json},
    WrittenColumn{"consent", "territories", "the territories of a consent of interview {}", "interview", Form::json},
    WrittenColumn{"consent", "languages", "the languages of a consent of interview {}", "interview", Form::json},
    WrittenColumn{"consent", "witnesses", "the witnesses of a consent of interview {}", "interview", Form::json},
    WrittenColumn{"consent", "preferences", "the preferences of a consent of interview {}", "interview", Form::json},
    WrittenColumn{"consent", "purposes", "the terms for one purpose of a consent of interview {}", "interview", Form::json},
    WrittenColumn{"segments", "note", "the note of segment {}", "id"},
    WrittenColumn{"segments", "tags", "a tag of segment {}", "id", Form::json},
    WrittenColumn{"segments", "removed_reason", "the reason for the removal of segment {}", "id"},
    WrittenColumn{"gaps", "resolution", "how gap {} was resolved", "recording || '/' || id"},
    WrittenColumn{"regions", "note", "the note of region {}", "recording || '/' || id"},
    WrittenColumn{"regions", "removed_reason", "the reason for the removal of region {}", "recording || '/' || id"},
    WrittenColumn{"track_edits", "reason", "the reason of an edit of track {}", "recording || '/' || track"},
    WrittenColumn{"transcripts", "language", "the language of transcript {}", "id"},
    WrittenColumn{"transcripts", "note", "the note of transcript {}", transcript_and_revision},
    WrittenColumn{"cues", "speaker", "a speaker of transcript {}", "transcript"},
    WrittenColumn{"redactions", "reason", "the reason of redaction {}", "id"},
    WrittenColumn{"redactions", "replacement", "the replacement of redaction {}", "id"},
    WrittenColumn{"redactions", "removed_reason", "the reason for the removal of redaction {}", "id"},
    WrittenColumn{"dubs", "language", "the language of dubbing track {}", "id"},
    WrittenColumn{"dubs", "file", "the file of dubbing track {}", "id"},
    WrittenColumn{"codebook", "tag", "a tag of the codebook", no_key},
    WrittenColumn{"codebook", "description", "the description of a tag of the codebook", no_key},
    WrittenColumn{"clip_versions", "clip", "a clip's code", no_key},
    WrittenColumn{"clip_versions", "title", "the title of clip {}", clip_and_age},
    WrittenColumn{"clip_versions", "card", "the card of clip {}", clip_and_age},
    WrittenColumn{"clip_versions", "lower_third", "the lower-third of clip {}", clip_and_age},
    WrittenColumn{"clip_versions", "end_card", "the end card of clip {}", clip_and_age},
    WrittenColumn{"clip_versions", "language", "the language of clip {}", clip_and_age},
    WrittenColumn{"clip_versions", "look", "the look of clip {}", clip_and_age},
    WrittenColumn{"clip_versions", "voice", "the voice of clip {}", clip_and_age},
    WrittenColumn{"clip_discards", "discarded_reason", "the reason for the discard of clip {}", "clip"},
    WrittenColumn{"renders", "file", "the file of render {}", "id"},
    WrittenColumn{"approvals", "reason", "the reason of a decision of clip {}", clip_of_render},
    WrittenColumn{"destinations", "code", "a destination's code", no_key},
    WrittenColumn{"destinations", "audiences", "the audiences of destination {}", "code", Form::json},
    WrittenColumn{"destinations", "territories", "the territories of destination {}", "code", Form::json},
    WrittenColumn{"destinations", "languages", "the languages of destination {}", "code", Form::json},
    WrittenColumn{"releases", "folder", "the folder of release {}", "id"},
    WrittenColumn{"releases", "takedown_note", "the note on taking down release {}", "id"},
    WrittenColumn{"places", "address", "the address of place {} of the ledger", "id"},
    WrittenColumn{"places", "note", "the note of place {} of the ledger", "id"},
    WrittenColumn{"purges", "reason", "the reason for destroying the recordings of interview {}", "interview"},
    WrittenColumn{"events", "object", "what event {} of the log is about", "sequence"},
    WrittenColumn{"events", "details", "the details of event {} of the log", "sequence", Form::json},
};

constexpr const char* code_told_elsewhere = "a code, or a person of a list, that is read where it was given";
constexpr const char* one_of_a_list = "one of a few words of the program; others are refused";
constexpr const char* a_day_or_time = "a day or time";
constexpr const char* a_hash_or_key = "a hash, a key or a signature";
constexpr const char* made_by_the_program = "numbers, and what the program writes of its own";
constexpr const char* what_was_said = "what was said, names and all; `names find` reads it where it goes out";
constexpr const char* the_index_of_that = "SQLite's own index of what was said";
constexpr const char* worked_out = "worked out from other columns, which are read";
constexpr std::array unread{
    UnreadColumn{"events", "by", code_told_elsewhere},
    UnreadColumn{"recordings", "interview", code_told_elsewhere},
    UnreadColumn{"consent", "interview", code_told_elsewhere},
    UnreadColumn{"consent", "author", code_told_elsewhere},
    UnreadColumn{"segments", "by", code_told_elsewhere},
    UnreadColumn{"segments", "removed_by", code_told_elsewhere},
    UnreadColumn{"gaps", "resolved_by", code_told_elsewhere},
    UnreadColumn{"regions", "by", code_told_elsewhere},
    UnreadColumn{"regions", "removed_by", code_told_elsewhere},
    UnreadColumn{"track_edits", "by", code_told_elsewhere},
    UnreadColumn{"transcripts", "by", code_told_elsewhere},
    UnreadColumn{"redactions", "by", code_told_elsewhere},
    UnreadColumn{"redactions", "removed_by", code_told_elsewhere},
    UnreadColumn{"dubs", "by", code_told_elsewhere},
    UnreadColumn{"codebook", "parent", code_told_elsewhere},
    UnreadColumn{"clip_versions", "by", code_told_elsewhere},
    UnreadColumn{"clip_versions", "variant_of", code_told_elsewhere},
    UnreadColumn{"clip_parts", "clip", code_told_elsewhere},
    UnreadColumn{"clip_discards", "clip", code_told_elsewhere},
    UnreadColumn{"clip_discards", "discarded_by", code_told_elsewhere},
    UnreadColumn{"clip_discards", "restored_by", code_told_elsewhere},
    UnreadColumn{"renders", "clip", code_told_elsewhere},
    UnreadColumn{"renders", "by", code_told_elsewhere},
    UnreadColumn{"approvals", "by", code_told_elsewhere},
    UnreadColumn{"destinations", "by", code_told_elsewhere},
    UnreadColumn{"releases", "destination", code_told_elsewhere},
    UnreadColumn{"releases", "by", code_told_elsewhere},
    UnreadColumn{"places", "by", code_told_elsewhere},
    UnreadColumn{"purges", "interview", code_told_elsewhere},
    UnreadColumn{"purges", "asked_by", code_told_elsewhere},
    UnreadColumn{"purges", "confirmed_by", code_told_elsewhere},
    UnreadColumn{"checkpoints", "by", code_told_elsewhere},
    UnreadColumn{"operators", "roles", one_of_a_list},
    UnreadColumn{"events", "verb", one_of_a_list},
    UnreadColumn{"interviews", "kind", one_of_a_list},
    UnreadColumn{"consent", "use", one_of_a_list},
    UnreadColumn{"consent", "face", one_of_a_list},
    UnreadColumn{"consent", "name", one_of_a_list},
    UnreadColumn{"consent", "voice", one_of_a_list},
    UnreadColumn{"consent", "details", one_of_a_list},
    UnreadColumn{"consent", "risk", one_of_a_list},
    UnreadColumn{"consent", "method", one_of_a_list},
    UnreadColumn{"tracks", "label", one_of_a_list},
    UnreadColumn{"gaps", "reason", one_of_a_list},
    UnreadColumn{"regions", "what", one_of_a_list},
    UnreadColumn{"regions", "shape", one_of_a_list},
    UnreadColumn{"track_edits", "verb", one_of_a_list},
    UnreadColumn{"track_edits", "label", one_of_a_list},
    UnreadColumn{"transcripts", "kind", one_of_a_list},
    UnreadColumn{"redactions", "why", one_of_a_list},
    UnreadColumn{"redactions", "how", one_of_a_list},
    UnreadColumn{"clip_versions", "preset", one_of_a_list},
    UnreadColumn{"clip_versions", "purpose", one_of_a_list},
    UnreadColumn{"clip_versions", "style", one_of_a_list},
    UnreadColumn{"clip_versions", "tone", one_of_a_list},
    UnreadColumn{"clip_versions", "disguise", one_of_a_list},
    UnreadColumn{"clip_versions", "cover", one_of_a_list},
    UnreadColumn{"clip_versions", "captions", one_of_a_list},
    UnreadColumn{"clip_versions", "framing", one_of_a_list},
    UnreadColumn{"clip_parts", "sound_side", one_of_a_list},
    UnreadColumn{"destinations", "kind", one_of_a_list},
    UnreadColumn{"releases", "state", one_of_a_list},
    UnreadColumn{"operators", "added_at", a_day_or_time},
    UnreadColumn{"operators", "retired_at", a_day_or_time},
    UnreadColumn{"events", "at", a_day_or_time},
    UnreadColumn{"interviews", "added_at", a_day_or_time},
    UnreadColumn{"recordings", "purged_at", a_day_or_time},
    UnreadColumn{"consent", "at", a_day_or_time},
    UnreadColumn{"consent", "until", a_day_or_time},
    UnreadColumn{"segments", "removed_at", a_day_or_time},
    UnreadColumn{"regions", "at", a_day_or_time},
    UnreadColumn{"regions", "removed_at", a_day_or_time},
    UnreadColumn{"track_edits", "at", a_day_or_time},
    UnreadColumn{"transcripts", "at", a_day_or_time},
    UnreadColumn{"redactions", "at", a_day_or_time},
    UnreadColumn{"redactions", "removed_at", a_day_or_time},
    UnreadColumn{"dubs", "at", a_day_or_time},
    UnreadColumn{"codebook", "retired_at", a_day_or_time},
    UnreadColumn{"clip_versions", "at", a_day_or_time},
    UnreadColumn{"clip_discards", "discarded_at", a_day_or_time},
    UnreadColumn{"clip_discards", "restored_at", a_day_or_time},
    UnreadColumn{"renders", "at", a_day_or_time},
    UnreadColumn{"renders", "purged_at", a_day_or_time},
    UnreadColumn{"renders", "withdrawn_at", a_day_or_time},
    UnreadColumn{"approvals", "at", a_day_or_time},
    UnreadColumn{"destinations", "at", a_day_or_time},
    UnreadColumn{"destinations", "closed_at", a_day_or_time},
    UnreadColumn{"releases", "at", a_day_or_time},
    UnreadColumn{"releases", "takedown_due", a_day_or_time},
    UnreadColumn{"releases", "takedown_done", a_day_or_time},
    UnreadColumn{"places", "since", a_day_or_time},
    UnreadColumn{"places", "at", a_day_or_time},
    UnreadColumn{"places", "takedown_due", a_day_or_time},
    UnreadColumn{"places", "takedown_done", a_day_or_time},
    UnreadColumn{"purges", "asked_at", a_day_or_time},
    UnreadColumn{"purges", "confirmed_at", a_day_or_time},
    UnreadColumn{"purges", "done_at", a_day_or_time},
    UnreadColumn{"checkpoints", "at", a_day_or_time},
    UnreadColumn{"operators", "public_key", a_hash_or_key},
    UnreadColumn{"events", "previous", a_hash_or_key},
    UnreadColumn{"events", "hash", a_hash_or_key},
    UnreadColumn{"recordings", "sha256", a_hash_or_key},
    UnreadColumn{"consent", "document_sha256", a_hash_or_key},
    UnreadColumn{"dubs", "sha256", a_hash_or_key},
    UnreadColumn{"renders", "sha256", a_hash_or_key},
    UnreadColumn{"renders", "settings_sha256", a_hash_or_key},
    UnreadColumn{"approvals", "sha256", a_hash_or_key},
    UnreadColumn{"approvals", "gate_sha256", a_hash_or_key},
    UnreadColumn{"approvals", "signature", a_hash_or_key},
    UnreadColumn{"approvals", "log_hash", a_hash_or_key},
    UnreadColumn{"releases", "sha256", a_hash_or_key},
    UnreadColumn{"releases", "manifest_sha256", a_hash_or_key},
    UnreadColumn{"purges", "asked_signature", a_hash_or_key},
    UnreadColumn{"purges", "confirmed_signature", a_hash_or_key},
    UnreadColumn{"checkpoints", "hash", a_hash_or_key},
    UnreadColumn{"checkpoints", "signature", a_hash_or_key},
    UnreadColumn{"identity", "id", a_hash_or_key},
    UnreadColumn{"analyses", "ranges", made_by_the_program},
    UnreadColumn{"analyses", "shot_changes", made_by_the_program},
    UnreadColumn{"analyses", "detectors", made_by_the_program},
    UnreadColumn{"analysed", "detectors", made_by_the_program},
    UnreadColumn{"regions", "keys", made_by_the_program},
    UnreadColumn{"renders", "consent_revisions", made_by_the_program},
    UnreadColumn{"renders", "made_from", made_by_the_program},
    UnreadColumn{"renders", "shown", made_by_the_program},
    UnreadColumn{"renders", "verification", made_by_the_program},
    UnreadColumn{"approvals", "consent_revisions", made_by_the_program},
    UnreadColumn{"releases", "staging", made_by_the_program},
    UnreadColumn{"cues", "words", made_by_the_program},
    UnreadColumn{"cues", "text", what_was_said},
    UnreadColumn{"cue_index", "words", what_was_said},
    UnreadColumn{"cue_index_content", "c0", what_was_said},
    UnreadColumn{"cue_index_idx", "segid", the_index_of_that},
    UnreadColumn{"cue_index_idx", "term", the_index_of_that},
    UnreadColumn{"cue_index_idx", "pgno", the_index_of_that},
    UnreadColumn{"cue_index_config", "k", the_index_of_that},
    UnreadColumn{"cue_index_config", "v", the_index_of_that},
    UnreadColumn{"interview_standing", "interview", worked_out},
    UnreadColumn{"interview_standing", "use", worked_out},
    UnreadColumn{"interview_standing", "until", worked_out},
    UnreadColumn{"clip_standing", "clip", worked_out},
    UnreadColumn{"clip_standing", "title", worked_out},
    UnreadColumn{"clip_standing", "purpose", worked_out},
    UnreadColumn{"clip_standing", "since", worked_out},
    UnreadColumn{"clip_standing", "decision", worked_out},
    UnreadColumn{"clip_standing", "until", worked_out},
    UnreadColumn{"clip_standing", "due", worked_out},
    UnreadColumn{"clip_hands", "operator", worked_out},
    UnreadColumn{"clip_hands", "clip", worked_out},
    UnreadColumn{"interview_tags", "tag", worked_out},
    UnreadColumn{"interview_tags", "interview", worked_out},
    UnreadColumn{"clip_tags", "tag", worked_out},
    UnreadColumn{"clip_tags", "clip", worked_out},
    UnreadColumn{"clip_interviews", "interview", worked_out},
    UnreadColumn{"clip_interviews", "clip", worked_out},
};
// clang-format on

void add_texts_in(const nlohmann::json& json, const std::string& place, std::vector<WrittenText>& all) {
    if (json.is_string()) all.push_back({place, json.get<std::string>()});
    for (const auto& [key, value] : json.items()) {
        if (json.is_object()) all.push_back({place, key});
        if (json.is_structured()) add_texts_in(value, place, all);
    }
}

void add_texts_of(SQLite::Database& db, const WrittenColumn& column, std::vector<WrittenText>& all) {
    auto row = statement(db, fmt::format("SELECT DISTINCT {} AS place, {} FROM {} WHERE {} NOT IN ('', '[]', '{{}}')",
                                         column.key, column.column, column.table, column.column));
    while (row.executeStep()) {
        Columns c(row);
        const auto key = c.text();
        const auto place = fmt::format(fmt::runtime(column.what), key);
        if (column.form == Form::json)
            add_texts_in(c.json(), place, all);
        else
            all.push_back({place, c.text()});
    }
}

}  // namespace

std::span<const WrittenColumn> written_columns() {
    return written;
}
std::span<const UnreadColumn> unread_columns() {
    return unread;
}

std::vector<WrittenText> Archive::written_texts() const {
    return state_->read("read what is written in the catalog", [&] {
        std::vector<WrittenText> all;
        for (const auto& column : written) add_texts_of(state_->db, column, all);
        return all;
    });
}

}  // namespace counterclip::archive
