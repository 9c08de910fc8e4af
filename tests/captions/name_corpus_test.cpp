#include "name_corpus.h"

#include <set>

#include <fmt/format.h>

#include "captions/names.h"

using namespace counterclip::captions;

namespace {

struct Score {
    std::size_t exact = 0;
    std::size_t near = 0;
    std::vector<std::string> missed;
    std::vector<std::string> partly;   // found, but a part of the name would be left over
    std::vector<std::string> alarms;   // what was found where nothing was planted
    std::size_t cues_with_alarms = 0;  // a cue counts once
    std::size_t exact_alarms = 0;
};

bool shares_bytes(const Planted& p, const Found& f) {
    return f.offset < p.offset + p.length && p.offset < f.offset + f.length;
}

Score score(const NameCorpus& corpus) {
    const TermSet terms(corpus.terms);
    Score score;
    std::size_t next = 0;
    for (std::size_t n = 0; n < corpus.cues.size(); ++n) {
        const std::string& cue = corpus.cues[n];
        const Planted* planted =
            next < corpus.planted.size() && corpus.planted[next].cue == n ? &corpus.planted[next++] : nullptr;
        bool found = false;
        bool exact = false;
        bool alarm = false;
        for (const Found& f : terms.all(cue)) {
            if (planted && shares_bytes(*planted, f)) {
                found = true;
                exact |= f.likeness == Likeness::exact;
                continue;
            }
            alarm = true;
            score.exact_alarms += f.likeness == Likeness::exact;
            score.alarms.push_back(fmt::format("{}: {} for {}: {}", corpus.languages[n], cue.substr(f.offset, f.length),
                                               corpus.terms[f.term], f.likeness == Likeness::exact ? "exact" : "near"));
        }
        score.cues_with_alarms += alarm;
        if (!planted) continue;
        score.exact += exact;
        score.near += found && !exact;
        const std::string name = cue.substr(planted->offset, planted->length);
        if (!found)
            score.missed.push_back(fmt::format("{}: {} of {}", corpus.languages[n], name, corpus.terms[planted->term]));
        if (found && !exact)
            score.partly.push_back(fmt::format("{}: {} of {}", corpus.languages[n], name, corpus.terms[planted->term]));
    }
    return score;
}

std::string in_words(const NameCorpus& corpus, const Score& s) {
    auto text = fmt::format(
        "{} cues, {} terms, {} planted: {} exact, {} near, {} missed; {} cues with a false alarm ({} exact)\n",
        corpus.cues.size(), corpus.terms.size(), corpus.planted.size(), s.exact, s.near, s.missed.size(),
        s.cues_with_alarms, s.exact_alarms);
    const auto list = [&](const char* what, const std::vector<std::string>& all) {
        for (const auto& one : std::set<std::string>(all.begin(), all.end()))
            text += fmt::format("  {} {}\n", what, one);
    };
    list("missed", s.missed);
    list("near", s.partly);
    list("alarm", s.alarms);
    return text;
}

struct Allowed {
    std::size_t missed = 0;  // of the names planted
    std::size_t cues_with_an_alarm_in_1000 = 20;
};

void require_found(const NameList& list, unsigned seed, Allowed allowed = {}) {
    const auto corpus = make_name_corpus(list, seed, 1000, 200);
    const auto result = score(corpus);
    const auto words = in_words(corpus, result);
    INFO(words);
    if (std::getenv("COUNTERCLIP_SHOW_FIGURES")) WARN(words);
    CHECK(result.missed.size() <= allowed.missed);
    CHECK(result.cues_with_alarms * 1000 <= allowed.cues_with_an_alarm_in_1000 * corpus.cues.size());
}

}  // namespace

TEST_CASE(
    "every name planted in a thousand captions of five languages is found, with one false alarm in fifty at most") {
    require_found(first_list(), 1);
    require_found(first_list(), 7);
}

TEST_CASE("so are other names, which nothing was tuned on") {
    require_found(second_list(), 20261124);
    require_found(second_list(), 3);
}

// The honest figure: 5 of 200 missed ("Юнуса" of Younes, "Рукии" of Rukiya), 49 cues in 1000 with a false alarm, most
// of them "no" for Nuh. Nothing was changed after it was read, so that it stays one; it must not get worse.
TEST_CASE("of names that were only measured, some disguised, 39 of 40 are found, with one false alarm in twenty") {
    require_found(third_list(), 11, {.missed = 5, .cues_with_an_alarm_in_1000 = 50});
}
