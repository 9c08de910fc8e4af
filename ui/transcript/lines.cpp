#include "ui/transcript/lines.h"

#include <algorithm>

#include "captions/searchable.h"

namespace counterclip::ui {

namespace {

struct Words {
    QString text;
    bool redacted = false;
    bool hidden = false;
};

// Captions without times of their words lose all of their text: then there is nothing to read but what stands for it.
bool says_nothing(const std::string& text, const std::vector<clip::Unsaid>& unsaid) {
    return text.empty() || text == "[...]" || std::ranges::any_of(unsaid, [&](const clip::Unsaid& u) {
               return !u.replacement.empty() && u.replacement == text;
           });
}

Words words_of(const captions::Cue& cue, const std::vector<clip::Unsaid>& unsaid) {
    const auto left = clip::redacted(cue, unsaid).text;
    const bool redacted = left != cue.text;
    return {QString::fromStdString(left), redacted, redacted && says_nothing(left, unsaid)};
}

Time shared(Range a, Range b) {
    return std::max(Time(0), duration(intersection(a, b)));
}

TranscriptLine line_of(const captions::Cue& cue, const std::vector<clip::Unsaid>& unsaid) {
    auto words = words_of(cue, unsaid);
    return {cue.range, QString::fromStdString(cue.speaker), std::move(words.text), {}, words.redacted, words.hidden};
}

// Of lines in the order of time; `from` is where the one before was found, so that all are gone through once.
std::optional<std::size_t> nearest(const std::vector<TranscriptLine>& lines, Range range, std::size_t& from) {
    while (from < lines.size() && lines[from].range.out <= range.in) ++from;
    std::optional<std::size_t> best;
    for (auto n = from; n < lines.size() && lines[n].range.in < range.out; ++n)
        if (!best || shared(lines[n].range, range) > shared(lines[*best].range, range)) best = n;
    return best && shared(lines[*best].range, range) > Time(0) ? best : std::nullopt;
}

bool says(const TranscriptLine& line, const std::string& wanted) {
    const auto has = [&](const QString& text) {
        return captions::searchable(text.toStdString()).find(wanted) != std::string::npos;
    };
    return !line.hidden && (has(line.text) || has(line.second));
}

}  // namespace

std::vector<TranscriptLine> lines_of(const std::vector<captions::Cue>& first, const std::vector<captions::Cue>& second,
                                     const std::vector<clip::Unsaid>& unsaid) {
    std::vector<TranscriptLine> lines;
    for (const auto& cue : first) lines.push_back(line_of(cue, unsaid));
    std::vector<TranscriptLine> alone;
    std::size_t from = 0;
    for (const auto& cue : second) {
        const auto found = nearest(lines, cue.range, from);
        if (!found) {
            alone.push_back(line_of(cue, unsaid));
            continue;
        }
        auto words = words_of(cue, unsaid);
        auto& line = lines[*found];
        line.second = line.second.isEmpty() ? words.text : line.second + QStringLiteral(" ") + words.text;
        line.redacted = line.redacted || words.redacted;
        line.hidden = line.hidden && words.hidden;
    }
    lines.insert(lines.end(), alone.begin(), alone.end());
    std::ranges::stable_sort(lines, {}, [](const TranscriptLine& line) { return line.range.in; });
    return lines;
}

std::optional<std::size_t> line_at(const std::vector<TranscriptLine>& lines, Time t) {
    const auto after = std::ranges::upper_bound(lines, t, {}, [](const TranscriptLine& line) { return line.range.in; });
    if (after == lines.begin()) return std::nullopt;
    return static_cast<std::size_t>(after - lines.begin()) - 1;
}

std::optional<std::size_t> find_line(const std::vector<TranscriptLine>& lines, const QString& text, std::size_t from,
                                     int way) {
    const auto wanted = captions::searchable(text.toStdString());
    if (wanted.empty() || lines.empty()) return std::nullopt;
    const auto count = lines.size();
    for (std::size_t step = 1; step <= count; ++step) {
        const auto n = way > 0 ? (from + step) % count : (from + count - step % count) % count;
        if (says(lines[n], wanted)) return n;
    }
    return std::nullopt;
}

}  // namespace counterclip::ui
