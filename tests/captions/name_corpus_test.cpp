#include "name_corpus.h"

#include <optional>
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

// Whether what was found in a cue is of the name that was planted there, or that goes on there.
bool is_of(const Planted& planted, std::size_t cue, const Found& f) {
    if (cue == planted.cue) return planted.offset < f.offset + f.length && f.offset < planted.offset + planted.length;
    return cue == planted.cue + 1 && f.offset < planted.goes_on;
}

class Measure {
  public:
    explicit Measure(const NameCorpus& corpus) : corpus_(corpus), terms_(corpus.terms), heard_(corpus.planted.size()) {}

    Score score() {
        for (std::size_t n = 0; n < corpus_.cues.size(); ++n) {
            const std::string& cue = corpus_.cues[n];
            for (const Found& f : terms_.all(cue, Capitals::written)) take(n, f, cue.substr(f.offset, f.length));
            if (n + 1 < corpus_.cues.size()) take_across(n);
        }
        score_.cues_with_alarms = alarmed_.size();
        for (std::size_t k = 0; k < corpus_.planted.size(); ++k) {
            const Planted& planted = corpus_.planted[k];
            auto name = corpus_.cues[planted.cue].substr(planted.offset, planted.length);
            if (planted.goes_on > 0) name += "|" + corpus_.cues[planted.cue + 1].substr(0, planted.goes_on);
            const auto line =
                fmt::format("{}: {} of {}", corpus_.languages[planted.cue], name, corpus_.terms[planted.term]);
            if (!heard_[k])
                score_.missed.push_back(line);
            else if (*heard_[k] == Likeness::near)
                score_.partly.push_back(line);
            else
                ++score_.exact;
        }
        score_.near = score_.partly.size();
        return std::move(score_);
    }

  private:
    void take(std::size_t cue, const Found& f, const std::string& text) {
        for (std::size_t k = 0; k < corpus_.planted.size(); ++k)
            if (is_of(corpus_.planted[k], cue, f)) {
                // One half of a name in two cues is not all of it.
                const bool whole = corpus_.planted[k].goes_on == 0 && f.likeness == Likeness::exact;
                if (whole || !heard_[k]) heard_[k] = whole ? Likeness::exact : Likeness::near;
                return;
            }
        add_alarm(cue, f.term, f.likeness, text);
    }
    void take_across(std::size_t first) {
        const std::vector<std::string_view> texts{corpus_.cues[first], corpus_.cues[first + 1]};
        for (const Across& f : across(terms_, texts)) {
            bool planted = false;
            for (std::size_t k = 0; k < corpus_.planted.size(); ++k)
                if (corpus_.planted[k].goes_on > 0 && corpus_.planted[k].cue == first) {
                    planted = true;
                    heard_[k] = Likeness::exact;
                }
            if (!planted)
                add_alarm(first, f.term, Likeness::exact,
                          corpus_.cues[first].substr(f.begins) + "|" + std::string(texts.back().substr(0, f.ends)));
        }
    }
    void add_alarm(std::size_t cue, std::size_t term, Likeness likeness, const std::string& text) {
        alarmed_.insert(cue);
        score_.exact_alarms += likeness == Likeness::exact;
        score_.alarms.push_back(fmt::format("{}: {} for {}: {}", corpus_.languages[cue], text, corpus_.terms[term],
                                            likeness == Likeness::exact ? "exact" : "near"));
    }

    const NameCorpus& corpus_;
    TermSet terms_;
    std::vector<std::optional<Likeness>> heard_;  // of each planted name
    std::set<std::size_t> alarmed_;               // cues
    Score score_;
};

std::string in_words(const NameCorpus& corpus, const Score& s) {
    auto text = fmt::format(
        "{} cues, {} terms, {} planted: {} exact, {} near, {} missed; {} cues with a false alarm ({} exact)\n",
        corpus.cues.size(), corpus.terms.size(), corpus.planted.size(), s.exact, s.near, s.missed.size(),
        s.cues_with_alarms, s.exact_alarms);
    const auto list = [&](const char* what, const std::vector<std::string>& all) {
        for (const auto& one : std::set<std::string>(all.begin(), all.end()))
            text += fmt::format("  {} {} x{}\n", what, one, std::ranges::count(all, one));
    };
    list("missed", s.missed);
    list("near", s.partly);
    list("alarm", s.alarms);
    return text;
}

void require_found(const NameList& list, unsigned seed) {
    constexpr std::size_t allowed_in_1000_cues = 20;
    const auto corpus = make_name_corpus(list, seed, 1000, 200);
    const auto result = Measure(corpus).score();
    const auto words = in_words(corpus, result);
    INFO(words);
    if (std::getenv("COUNTERCLIP_SHOW_FIGURES")) WARN(words);
    CHECK(result.missed.empty());
    CHECK(result.exact_alarms == 0);  // they are taken out of captions without anybody looking
    CHECK(result.cues_with_alarms * 1000 <= allowed_in_1000_cues * corpus.cues.size());
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

// Each of the following was written, with other names and from the fourth on in other text, before it was measured. As
// they were measured first:
//   third   5 of 200 missed, 49 cues in 1000 with a false alarm (14 of them exact ones)
//   fourth  0 missed, 40 (none exact)
//   fifth   4 missed, 30 (11 exact)
//   sixth   0 missed, 0
// What was behind the figures was mended by general rules, with no word of a list. Nothing was changed for the sixth.
TEST_CASE("so are names that were measured before anything was changed for them, some disguised") {
    require_found(third_list(), 11);
    require_found(third_list(), 5);
}

TEST_CASE("so are other names in other text, some spread over two cues, some misspelt") {
    require_found(fourth_list(), 20261128);
}

TEST_CASE("so are names in a text whose cues begin in the middle of sentences") {
    require_found(fifth_list(), 5);
}

TEST_CASE("so are names for which nothing was changed") {
    require_found(sixth_list(), 6);
    require_found(sixth_list(), 60);
}
