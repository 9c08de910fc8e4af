#include <algorithm>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "archive/codebook.h"
#include "cli/output.h"
#include "cli/transcript_arguments.h"
#include "cli/verbs.h"
#include "cli/words_json.h"

namespace counterclip::cli {

namespace {

// What was found stands in brackets.
std::string marked(const archive::SearchHit& hit) {
    std::string text;
    std::size_t at = 0;
    for (const auto& span : hit.spans) {
        text += fmt::format("{}[{}]", hit.text.substr(at, span.first - at),
                            hit.text.substr(span.first, span.last - span.first));
        at = span.last;
    }
    return on_one_line(text + hit.text.substr(at));
}

// A tag that nobody uses finds nothing, and looks as if nobody had said it.
void remark_on_tag(const archive::Archive& archive, const std::string& tag, const Context& context) {
    const auto codes = archive.codebook();
    if (tag.empty() || std::ranges::find(codes, tag, &archive::Code::tag) != codes.end()) return;
    const auto near = archive::nearest_tags(codes, tag);
    context.remark(fmt::format("the tag '{}' is not in the codebook{}", harmless(tag),
                               near.empty() ? "" : fmt::format("; near: {}", fmt::join(near, ", "))));
}

void search(const archive::SearchQuery& query, Context& context) {
    const auto archive = context.open();
    remark_on_tag(archive, query.tag, context);
    const auto hits = archive.search(query);
    if (hits.size() == query.limit) context.remark(fmt::format("only the first {}; --limit gives more", query.limit));
    if (context.json()) {
        auto all = Json::array();
        for (const auto& hit : hits) all.push_back(as_json(hit));
        return print_json(all);
    }
    Table table{{"INTERVIEW", "RECORDING", "TIME", "LANGUAGE", "CUE", "TEXT"}, {}};
    for (const auto& hit : hits)
        table.rows.push_back({hit.transcript.interview, fmt::format("{}", hit.position), format_range(hit.range),
                              query.all_revisions
                                  ? fmt::format("{}, revision {}", hit.transcript.language, hit.transcript.revision)
                                  : hit.transcript.language,
                              fmt::format("{}", hit.cue), marked(hit)});
    print_table(table, "nobody says that");
}

// A shell takes the quotes off an argument: words that came as one were quoted, and follow each other.
std::string query_from(const std::vector<std::string>& arguments) {
    std::string query;
    for (const auto& argument : arguments) {
        const bool is_phrase = argument.find(' ') != std::string::npos && argument.find('"') == std::string::npos;
        query += fmt::format("{}{}", query.empty() ? "" : " ", is_phrase ? "\"" + argument + "\"" : argument);
    }
    return query;
}

Action declare(CLI::App& app) {
    auto query = std::make_shared<archive::SearchQuery>();
    auto words = std::make_shared<std::vector<std::string>>();
    app.add_option("WORDS", *words, "All of them, in one cue; 'words in quotes' follow each other, word* may go on")
        ->required();
    app.add_option("--language", query->language, "Only transcripts in it: ar finds ar-SY too");
    app.add_option("--tag", query->tag, "Only in segments with this tag, or one below it in the codebook");
    app.add_option("--interview", query->interview, "Only in this one");
    app.add_flag("--all", query->all_revisions, "In older revisions too");
    app.add_option("--limit", query->limit, "At most so many (default: 200)")->check(CLI::PositiveNumber);
    return [query, words](Context& context) {
        query->words = query_from(*words);
        search(*query, context);
    };
}

}  // namespace

Verb search_verb() {
    return {"search",
            "Find what was said, whatever the case, accents and Arabic letter forms",
            {"search recruiter promised", "search 'they took my passport' --language en", "search حلب --tag travel",
             "--json search passp* --interview BTIB-0042"},
            declare};
}

}  // namespace counterclip::cli
