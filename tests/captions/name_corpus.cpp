#include "name_corpus.h"

#include <algorithm>
#include <random>

namespace counterclip::captions {

namespace {

class Maker {
  public:
    Maker(const NameList& list, unsigned seed) : people_(list.people), carriers_(list.carriers), random_(seed) {
        for (const Person& person : people_) corpus_.terms.push_back(person.term);
        for (const std::string& name : list.bystanders) corpus_.terms.push_back(name);
    }

    NameCorpus make(std::size_t cues, std::size_t planted) {
        std::vector<bool> has_name(cues, false);
        std::fill_n(has_name.begin(), planted, true);
        std::shuffle(has_name.begin(), has_name.end(), random_);
        for (std::size_t n = 0; n < cues; n = corpus_.cues.size()) {
            const Carrier& language = carriers_[n % carriers_.size()];
            corpus_.languages.push_back(language.tag);
            if (has_name[n])
                plant(language, n + 1 < cues && !has_name[n + 1]);
            else
                corpus_.cues.push_back(chance(3) ? with(language, any(language.strangers)).first : sentence(language));
        }
        return std::move(corpus_);
    }

  private:
    std::size_t below(std::size_t n) { return random_() % n; }  // the same on every machine
    bool chance(std::size_t one_in) { return below(one_in) == 0; }
    const std::string& any(const Texts& texts) { return texts[below(texts.size())]; }

    std::string sentence(const Carrier& language) {
        return any(language.words[0]) + " " + any(language.words[1]) + " " + any(language.words[2]) +
               (chance(2) ? "\n" : " ") + any(language.words[3]);
    }

    // A cue around a name, and where the name begins.
    std::pair<std::string, std::size_t> with(const Carrier& language, const std::string& name) {
        const std::string& around = any(language.around);
        const std::size_t at = around.find("{}");
        std::string cue = chance(2) ? any(language.words[0]) + " " + any(language.words[1]) + ". " : "";
        const std::size_t begin = cue.size() + at;
        cue += around.substr(0, at) + name + around.substr(at + 2) + (chance(2) ? ", " : "\n") + any(language.words[3]);
        return {cue, begin};
    }

    // A cue with a name; where the name goes on in the next one, that too.
    void plant(const Carrier& language, bool may_go_on) {
        std::size_t who = 0;
        std::string name;
        do {
            do who = below(people_.size());
            while (!people_[who].written.contains(language.tag));
            name = any(people_[who].written.at(language.tag));
        } while (!may_go_on && name.find('|') != std::string::npos);
        const auto [cue, begin] = with(language, name);
        const auto goes_on = cue.find('|');
        if (goes_on == std::string::npos) {
            corpus_.planted.push_back({corpus_.cues.size(), begin, name.size(), who, 0});
            corpus_.cues.push_back(cue);
            return;
        }
        const auto last = begin + name.size() - (goes_on + 1);
        corpus_.planted.push_back({corpus_.cues.size(), begin, goes_on - begin, who, last});
        corpus_.cues.push_back(cue.substr(0, goes_on));
        corpus_.cues.push_back(cue.substr(goes_on + 1));
        corpus_.languages.push_back(language.tag);
    }

    const std::vector<Person>& people_;
    const std::vector<Carrier>& carriers_;
    std::mt19937 random_;
    NameCorpus corpus_;
};

}  // namespace

NameCorpus make_name_corpus(const NameList& list, unsigned seed, std::size_t cues, std::size_t planted) {
    return Maker(list, seed).make(cues, planted);
}

}  // namespace counterclip::captions
