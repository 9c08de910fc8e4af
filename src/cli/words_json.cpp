#include "cli/words_json.h"

#include "cli/records_json.h"

namespace counterclip::cli {

Json as_json(const archive::Transcript& t) {
    return {{"id", t.id},
            {"interview", t.interview},
            {"recording_id", t.recording},
            {"language", t.language},
            {"revision", t.revision},
            {"kind", to_string(t.kind)},
            {"note", t.note},
            {"by", t.by},
            {"at", t.at},
            {"cues", t.cues}};
}

Json with_revision_before(const archive::Transcript& stored) {
    auto json = as_json(stored);
    json["revision_before"] = stored.revision - 1;
    return json;
}

Json as_json(const captions::Cue& cue, std::int64_t number) {
    auto words = Json::array();
    for (const auto& w : cue.words)
        words.push_back({{"range", as_json(w.range)}, {"word", cue.text.substr(w.first, w.length)}});
    return {{"cue", number},
            {"range", as_json(cue.range)},
            {"speaker", cue.speaker},
            {"text", cue.text},
            {"words", std::move(words)}};
}

Json as_json(const archive::SearchHit& hit) {
    auto found = Json::array();
    for (const auto& span : hit.spans) found.push_back(hit.text.substr(span.first, span.last - span.first));
    return {{"interview", hit.transcript.interview},
            {"recording", hit.position},
            {"transcript", hit.transcript.id},
            {"language", hit.transcript.language},
            {"revision", hit.transcript.revision},
            {"cue", hit.cue},
            {"range", as_json(hit.range)},
            {"speaker", hit.speaker},
            {"text", hit.text},
            {"found", std::move(found)}};
}

Json as_json(const archive::Code& code) {
    return {{"tag", code.tag},
            {"parent", code.parent},
            {"description", code.description},
            {"position", code.position},
            {"retired_at", code.retired_at}};
}

}  // namespace counterclip::cli
