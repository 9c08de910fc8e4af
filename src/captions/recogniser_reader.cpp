// What speech recognisers write as JSON. They agree on little more than that there is a list of things with a text and
// times; Whisper (OpenAI's and whisper.cpp), Vosk, Google's and Amazon-like services and this program's own are told
// apart by the names of their fields.
#include <algorithm>
#include <array>
#include <cmath>
#include <sstream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "captions/lines.h"
#include "captions/readers.h"
#include "captions/words.h"
#include "core/error.h"

namespace counterclip::captions {

namespace {

using nlohmann::json;
using Names = std::vector<const char*>;

const Names lists{"segments", "transcription", "cues", "captions", "utterances", "results"};
const Names begins{"start", "begin", "from", "in", "startTime", "start_time"};
const Names ends{"end", "to", "out", "stop", "endTime", "end_time"};
const Names texts{"text", "transcript", "content", "caption", "word", "punctuated_word"};
const Names speakers{"speaker", "speaker_label", "speakerTag", "name"};
const Names word_lists{"words", "result"};

const json* field(const json& object, const Names& names) {
    if (!object.is_object()) return nullptr;
    for (const auto* name : names)
        if (const auto found = object.find(name); found != object.end() && !found->is_null()) return &*found;
    return nullptr;
}

// Numbers are seconds; texts may be "1.25s" or "0:00:01.250".
std::optional<Time> time_in(const json& value) {
    constexpr double longest = 1e9;
    if (value.is_number()) {
        const auto s = value.get<double>();
        if (!std::isfinite(s) || std::abs(s) > longest) return std::nullopt;
        return from_seconds(s);
    }
    if (!value.is_string()) return std::nullopt;
    auto text = value.get<std::string>();
    if (text.ends_with('s')) text.pop_back();
    std::ranges::replace(text, ',', '.');
    try {
        return parse_time(text);
    } catch (const Error&) {
        return std::nullopt;
    }
}

std::optional<Range> range_of(const json& object) {
    // whisper.cpp counts milliseconds
    if (const auto* offsets = field(object, {"offsets"})) {
        const auto* from = field(*offsets, {"from"});
        const auto* to = field(*offsets, {"to"});
        if (from != nullptr && to != nullptr && from->is_number_integer() && to->is_number_integer())
            return Range{std::chrono::milliseconds(from->get<std::int64_t>()),
                         std::chrono::milliseconds(to->get<std::int64_t>())};
    }
    const auto* from = field(object, begins);
    const auto* to = field(object, ends);
    const auto* lasts = field(object, {"duration", "dur"});
    const auto in = from != nullptr ? time_in(*from) : std::nullopt;
    if (!in) return std::nullopt;
    if (to != nullptr)
        if (const auto out = time_in(*to)) return Range{*in, *out};
    if (lasts != nullptr)
        if (const auto length = time_in(*lasts)) return Range{*in, *in + *length};
    return std::nullopt;
}

std::string text_of(const json& object) {
    const auto* text = field(object, texts);
    if (text == nullptr || !text->is_string()) return {};
    std::string tidy;
    for (const auto line : lines_of(text->get_ref<const std::string&>())) {
        if (is_blank(line)) continue;
        if (!tidy.empty()) tidy += '\n';
        tidy += trimmed(line);
    }
    std::erase(tidy, '\0');
    return tidy;
}

std::string speaker_of(const json& object) {
    const auto* speaker = field(object, speakers);
    if (speaker == nullptr) return {};
    if (speaker->is_number_integer()) return fmt::format("speaker {}", speaker->get<std::int64_t>());
    return speaker->is_string() ? std::string(trimmed(speaker->get_ref<const std::string&>())) : std::string();
}

std::vector<HeardWord> words_of(const json& object) {
    std::vector<HeardWord> heard;
    const auto* list = field(object, word_lists);
    if (list == nullptr || !list->is_array()) return heard;
    for (const auto& word : *list) {
        const auto range = range_of(word);
        const auto text = text_of(word);
        if (range && !text.empty()) heard.push_back({*range, text});
    }
    return heard;
}

// Google and Vosk offer several readings of one stretch, the best first.
const json& best_reading(const json& entry) {
    const auto* readings = field(entry, {"alternatives"});
    return readings != nullptr && readings->is_array() && !readings->empty() ? readings->front() : entry;
}

class Recognised {
  public:
    explicit Recognised(std::string_view source) : source_(source) {}

    void add_document(const json& document) {
        if (const auto* list = document.is_array() ? &document : list_of(document)) {
            for (const auto& entry : *list) add(entry);
            return;
        }
        if (document.is_object() && field(document, {"alternatives"}) != nullptr) return add(document);
        if (!document.is_object() || (field(document, texts) == nullptr && field(document, word_lists) == nullptr))
            throw Error(fmt::format("read the captions {}", source_),
                        "it is JSON without a list of texts and times; expected what a speech recogniser writes: "
                        "\"segments\" with \"start\", \"end\" and \"text\"");
        add(document);
    }

    std::vector<Cue> cues;

  private:
    static const json* list_of(const json& document) {
        for (const auto* name : lists)
            if (const auto* list = field(document, {name}))
                if (list->is_array() && (list->empty() || list->front().is_object())) return list;
        return nullptr;
    }

    [[noreturn]] void fail(std::string_view wrong) const {
        throw Error(fmt::format("read the captions {}", source_), fmt::format("entry {} {}", entry_, wrong));
    }

    void add(const json& whole) {
        ++entry_;
        if (!whole.is_object()) fail("is no object with a text and times");
        const auto& entry = best_reading(whole);
        const auto heard = words_of(entry);
        Cue cue;
        cue.text = text_of(entry);
        if (cue.text.empty())
            for (const auto& word : heard) cue.text.append(cue.text.empty() ? "" : " ").append(word.text);
        if (cue.text.empty()) return;  // Vosk says so of silence
        auto range = range_of(whole);
        if (!range && !heard.empty()) range = Range{heard.front().range.in, heard.back().range.out};
        if (!range) fail("has a text but no times that can be read");
        if (range->out < range->in) fail("ends before it begins");
        if (range->in < Time{}) fail("begins before the recording does");
        cue.range = *range;
        cue.speaker = speaker_of(whole);
        if (cue.speaker.empty()) cue.speaker = speaker_of(entry);
        place_words(cue, heard);
        cues.push_back(std::move(cue));
    }

    std::string_view source_;
    std::size_t entry_ = 0;
};

std::size_t line_at(std::string_view text, std::size_t byte) {
    return static_cast<std::size_t>(std::ranges::count(text.substr(0, byte), '\n'));
}

}  // namespace

Parsed read_recognised(std::string_view text, std::string_view source) {
    Recognised recognised(source);
    // Vosk writes one object after the other.
    std::istringstream stream{std::string(text)};
    std::size_t documents = 0;
    try {
        while (stream >> std::ws && stream.peek() != std::istringstream::traits_type::eof()) {
            json document;
            stream >> document;
            ++documents;
            recognised.add_document(document);
        }
    } catch (const json::parse_error& e) {
        // The byte counts from the start of the document that is broken, of which the first is the usual one.
        if (documents > 0)
            throw Error(fmt::format("read the captions {}", source),
                        fmt::format("object {} of it is broken JSON: it ends early or holds what does not belong there",
                                    documents + 1));
        fail_at(source, line_at(text, e.byte > 0 ? e.byte - 1 : 0), "is broken JSON");
    }
    return {std::move(recognised.cues), {}};
}

}  // namespace counterclip::captions
